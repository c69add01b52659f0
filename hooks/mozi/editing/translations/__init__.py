"""Catalogues for translators: extracted, merged, and as spreadsheets."""
