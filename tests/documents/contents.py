"""Documents as Pelican holds them, made by hand."""

from pelican import contents


class Content(contents.Content):
    """One with the values that are given, and the empty ones that every document has."""

    url = summary = content = title = ""
    kind, lang = "background", "id"

    def __init__(self, **values):
        vars(self).update(values)

    def __repr__(self):
        return f"Content({self.key})"
