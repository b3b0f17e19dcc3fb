"""Contents made by hand."""


class Content:
    """One with the values that are given, and the empty ones that every content has."""

    url = summary = content = title = ""
    kind, lang, document = "background", "id", None

    def __init__(self, **values):
        vars(self).update(values)

    def __repr__(self):
        return f"Content({self.key})"
