"""The models of records: their fields, values and file format."""
