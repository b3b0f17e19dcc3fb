"""Measurements: ratios between contenders in one run; seconds are only for reference."""
