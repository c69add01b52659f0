"""What a page says to programs: schema.org 30.0 as JSON-LD 1.1, one tree for each page.

A page shows how each statement is known; a program reads values only. So a value is given where its
record states it outright: what is inferred, dated, disputed or comes with a note is left to the
page (see `certainty`), and what is not published is named in the description. Nothing is stated
here that the page does not show.
"""

from mozi.linked_data.nodes import script
from mozi.linked_data.pages import data, home, page

__all__ = ["data", "home", "page", "script"]
