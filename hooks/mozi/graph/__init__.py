"""The linked records, what depends on what, and when it changed."""
