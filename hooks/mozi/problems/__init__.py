"""What is wrong with the data: rulebook, messages and reports."""
