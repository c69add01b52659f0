"""Components and wordings that pages, tables and linked data share."""
