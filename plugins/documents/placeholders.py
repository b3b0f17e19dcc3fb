"""What a new page holds until its writer writes: valid, and nothing that may be published."""

SUMMARY = "One or two plain sentences that say what this page is about; lists and search results show them."
IN_SHORT = ("The first thing to know.", "The second thing to know.")
BODY = (
    "Write here, one sentence per line.",
    "Put `[@key]` after the full stop of the sentence that a source supports.",
)
