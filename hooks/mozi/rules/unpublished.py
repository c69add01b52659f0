"""What a record gives, and what it says nobody has published."""

from collections.abc import Iterator

from mozi.problems.problem import Finding, Value, did_you_mean
from mozi.records.completeness import (
    REQUIRED_FIELDS,
    contradicted_fields,
    expected_fields,
    missing_fields,
)
from mozi.records.models import Record
from mozi.store.record_store import Store


def holes(record: Record) -> Iterator[Finding]:
    """MZ302: what a reader expects is either given or named in `unpublished`."""
    for name in missing_fields(record):
        yield Finding.at_key("", ("unpublished",), "MZ302", name=name)


def contradictions(record: Record) -> Iterator[Finding]:
    """MZ303: what is given cannot be called unpublished."""
    for name in contradicted_fields(record):
        path = ("unpublished", record.unpublished.index(name))  # type: ignore[attr-defined]
        yield Finding.at_key("", path, "MZ303", name=name)


def unknown(record: Record) -> Iterator[Finding]:
    """MZ304: only known particulars can be unpublished."""
    known = expected_fields(record.kind)
    for index, name in enumerate(getattr(record, "unpublished", [])):
        if name not in known:
            values: dict[str, Value] = {
                "name": name,
                "folder": record.kind,
                "advice": did_you_mean(name, known),
            }
            yield Finding.at_key(
                "", ("unpublished", index), "MZ304", "" if known else "none", **values
            )


def nameless(store: Store) -> Iterator[Finding]:
    """MZ309: every particular has a name that pages can show."""
    named = store.vocabularies["particulars"]
    for kind in REQUIRED_FIELDS:
        for name in expected_fields(kind):
            if named and name not in named:
                file = "data/vocabularies/particulars.yml"
                yield Finding.at_key(file, (), "MZ309", name=name, folder=kind)
