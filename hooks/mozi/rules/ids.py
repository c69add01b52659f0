"""Ids that lead nowhere."""

from collections.abc import Iterator
from typing import Any

from mozi.problems import Problem, Value, instead
from mozi.records import Record
from mozi.store import Store
from mozi.validation import Finding
from mozi.values import Path, Ref, walk


def unknown(store: Store) -> Iterator[Problem]:
    """MZ301: an id must name an existing record or vocabulary entry."""
    for file, path, ref in _references(store):
        if not _exists(store, ref):
            yield store.problem(file, path, "MZ301", **_values(store, ref))


def unknown_in(store: Store, record: Record) -> Iterator[Finding]:
    """MZ301 in one record."""
    for path, value in walk(record):
        if isinstance(value, Ref) and not _exists(store, value):
            yield Finding(path, "MZ301", "", _values(store, value))


def _references(store: Store) -> Iterator[tuple[str, Path, Ref]]:
    """Every id that a record or an entry of a vocabulary names: its file and place there."""
    for record, survey in store.surveys:
        file = record.file
        yield from ((file, *ref) for ref in survey.refs)
    for name, entries in store.vocabularies.items():
        for id, entry in entries.items():
            for path, value in walk(entry, (id,)):
                if isinstance(value, Ref):
                    yield f"data/vocabularies/{name}.yml", path, value


def _values(store: Store, ref: Ref) -> dict[str, Value]:
    return {"id": ref, "folder": ref.kind, "advice": instead(ref, known(store, ref.kind))}


def _exists(store: Store, ref: Ref) -> bool:
    return ref in known(store, ref.kind) or (ref.kind, str(ref)) in store.unread


def known(store: Store, kind: str) -> dict[str, Any]:
    """What ids of a kind may name, by id."""
    if kind.startswith("vocabularies/"):
        return store.vocabularies[kind.removeprefix("vocabularies/")]
    return store.records[kind]
