"""What can be taken away from a page: other forms of what it says, as files."""

from mozi.records import Record
from mozi.views.parts import Download
from mozi.views.writer import Writer


def downloads(w: Writer, record: Record | None) -> tuple[Download, ...]:
    """The files that belong to the page of `record`, in the order they are shown."""
    return ()
