"""Evidence of statements."""

from collections.abc import Iterable, Iterator

from mozi.problems.problem import Finding
from mozi.records.values import Evidence, Place


def inferred_without_reason(places: Iterable[Place]) -> Iterator[Finding]:
    """MZ305: an inferred statement has a note that gives the reason."""
    for path, value in places:
        if isinstance(value, (str, list)):  # most values are one or the other
            continue
        if isinstance(value, Evidence) and value.basis == "inferred" and not value.note:
            yield Finding.at_key("", path, "MZ305")
