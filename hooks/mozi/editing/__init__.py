"""Editing: questions, forms, spreadsheets and corrections that change records."""
