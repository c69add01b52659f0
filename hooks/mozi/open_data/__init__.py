"""Open data for download: JSON files and their description, CSV files and Excel workbooks."""
