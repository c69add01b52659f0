"""The site: which pages there are, and how each is rendered."""
