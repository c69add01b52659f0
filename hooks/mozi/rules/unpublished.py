"""Fields that a record gives, and fields that it says nobody has published."""

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
    """MZ302: every required field is either given or named in `unpublished`."""
    for name in missing_fields(record):
        yield Finding.at_key("", ("unpublished",), "MZ302", name=name)


def contradictions(record: Record) -> Iterator[Finding]:
    """MZ303: no field is both given and named in `unpublished`."""
    for name in contradicted_fields(record):
        path = ("unpublished", record.unpublished.index(name))  # type: ignore[attr-defined]
        yield Finding.at_key("", path, "MZ303", name=name)


def unknown(record: Record) -> Iterator[Finding]:
    """MZ304: `unpublished` names only required or optional fields of the record's kind."""
    expected = expected_fields(record.kind)
    for index, name in enumerate(getattr(record, "unpublished", [])):
        if name not in expected:
            values: dict[str, Value] = {
                "name": name,
                "folder": record.kind,
                "advice": did_you_mean(name, expected),
            }
            yield Finding.at_key(
                "", ("unpublished", index), "MZ304", "" if expected else "none", **values
            )


def nameless(store: Store) -> Iterator[Finding]:
    """MZ309: every required or optional field has a name that pages can show."""
    field_names = store.vocabularies["particulars"]
    for kind in REQUIRED_FIELDS:
        for name in expected_fields(kind):
            if field_names and name not in field_names:
                file = "data/vocabularies/particulars.yml"
                yield Finding.at_key(file, (), "MZ309", name=name, folder=kind)
