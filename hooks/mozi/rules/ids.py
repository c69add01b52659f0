"""Ids that lead nowhere."""

from collections.abc import Iterator
from typing import Any

from mozi.problems import Problem, instead
from mozi.store import Store
from mozi.values import Path, Ref, walk


def unknown(store: Store) -> Iterator[Problem]:
    """MZ301: an id must name an existing record or vocabulary entry."""
    for file, start, thing in _things(store):
        for path, value in walk(thing, start):
            if isinstance(value, Ref) and not _exists(store, value):
                advice = instead(value, _known(store, value.kind))
                yield store.problem(file, path, "MZ301", id=value, folder=value.kind, advice=advice)


def _things(store: Store) -> Iterator[tuple[str, Path, Any]]:
    """Every record and vocabulary entry: its file, where it begins there, and itself."""
    for record in store.each():
        yield record.file, (), record
    for name, entries in store.vocabularies.items():
        for id, entry in entries.items():
            yield f"data/vocabularies/{name}.yml", (id,), entry


def _exists(store: Store, ref: Ref) -> bool:
    return ref in _known(store, ref.kind) or (ref.kind, str(ref)) in store.unread


def _known(store: Store, kind: str) -> dict[str, Any]:
    if kind.startswith("vocabularies/"):
        return store.vocabularies[kind.removeprefix("vocabularies/")]
    return store.records[kind]
