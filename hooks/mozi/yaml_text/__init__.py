"""YAML text: parse, write, edit and tidy it, with the position of every value. Knows no record."""
