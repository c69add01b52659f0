"""Components and wordings, shared by pages, tables and linked data."""
