"""What is written beside the pages: one module for each kind of output."""
