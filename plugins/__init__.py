"""How Markdown becomes the site: five floors of plugins, each using lower floors only."""
