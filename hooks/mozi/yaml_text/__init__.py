"""YAML as text: parsed, written, edited and tidied, with the place of every value. Knows no record."""
