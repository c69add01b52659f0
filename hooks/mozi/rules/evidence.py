"""How statements are known."""

from collections.abc import Iterator

from mozi.records import Record
from mozi.validation import Finding
from mozi.values import Evidence, walk


def inferred_without_reason(record: Record) -> Iterator[Finding]:
    """MZ305: what is inferred says why."""
    for path, value in walk(record):
        if isinstance(value, (str, list)):  # most values are one or the other
            continue
        if isinstance(value, Evidence) and value.basis == "inferred" and not value.note:
            yield Finding(path, "MZ305")
