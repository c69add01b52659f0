"""Views: everything a page shows, as plain localised data. One module per page kind."""
