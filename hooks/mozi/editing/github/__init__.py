"""GitHub: issue forms and the records made of them, code owners, comments."""
