"""What a page's head tells machines: which other forms of it there are, and what it is about."""

from mozi.records import Record
from mozi.views.parts import Head
from mozi.views.writer import Writer


def head(w: Writer, record: Record | None) -> Head:
    """The head of the page that `w` writes; `record` is the one it shows, if it is a record's."""
    return Head()
