"""Excel workbooks, read and written without trusting them."""
