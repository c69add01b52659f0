"""Ids that lead nowhere."""

from collections.abc import Iterator
from typing import Any

from mozi.problems import Problem, Value, instead
from mozi.store import Store
from mozi.validation import Finding
from mozi.values import Path, Ref, walk


def unknown(store: Store) -> Iterator[Problem]:
    """MZ301: an id must name an existing record or vocabulary entry."""
    for file, start, thing in _things(store):
        for finding in unknown_in(store, thing, start):
            yield store.problem(file, finding.path, "MZ301", **finding.values)


def _things(store: Store) -> Iterator[tuple[str, Path, Any]]:
    """Every record and vocabulary entry: its file, where it begins there, and itself."""
    for record in store.each():
        yield record.file, (), record
    for name, entries in store.vocabularies.items():
        for id, entry in entries.items():
            yield f"data/vocabularies/{name}.yml", (id,), entry


def unknown_in(store: Store, thing: Any, start: Path = ()) -> Iterator[Finding]:
    """MZ301 in one record, or in an entry of a vocabulary that begins at `start`."""
    for path, value in walk(thing, start):
        if isinstance(value, Ref) and not _exists(store, value):
            advice = instead(value, known(store, value.kind))
            values: dict[str, Value] = {"id": value, "folder": value.kind, "advice": advice}
            yield Finding(path, "MZ301", "", values)


def _exists(store: Store, ref: Ref) -> bool:
    return ref in known(store, ref.kind) or (ref.kind, str(ref)) in store.unread


def known(store: Store, kind: str) -> dict[str, Any]:
    """What ids of a kind may name, by id."""
    if kind.startswith("vocabularies/"):
        return store.vocabularies[kind.removeprefix("vocabularies/")]
    return store.records[kind]
