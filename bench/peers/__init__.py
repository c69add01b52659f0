"""Other generators, given the same pages, navigation and languages; one module for each."""
