"""Components: plain data that templates show, already in the words of a language."""
