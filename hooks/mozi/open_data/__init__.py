"""The data to take away: JSON files and their description, CSV files and workbooks."""
