"""What changes records for editors: questions, forms, spreadsheets, corrections."""
