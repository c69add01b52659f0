"""Components: plain data that templates show, with texts already in the page's language."""
