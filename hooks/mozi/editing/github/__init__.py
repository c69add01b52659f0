"""What stands on GitHub: issue forms and what is made of them, code owners, comments."""
