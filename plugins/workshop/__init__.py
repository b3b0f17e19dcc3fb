"""Floor 5. What the tasks do: build safely, preview, begin a page, find a browser for the tests.

No Pelican plugin: it runs Pelican in a process of its own.
"""
