"""Records as tables, a row each, in the words of one language: for spreadsheets."""
