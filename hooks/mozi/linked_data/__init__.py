"""Linked data of pages for programs: schema.org 30.0 as JSON-LD 1.1, one tree for each page.

A page shows how each statement is known, but a program reads values only. So a value is given only
where its record states it outright: values that are inferred, dated, disputed or have a note are
left to the page (see `certainty`), and fields that are not published are named in the description.
Nothing is stated here that the page does not show.
"""

from mozi.linked_data.nodes import script
from mozi.linked_data.pages import data, home, page

__all__ = ["data", "home", "page", "script"]
