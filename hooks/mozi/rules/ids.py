"""Ids that lead nowhere."""

from collections.abc import Iterator
from typing import Any

from mozi.problems import Problem, instead
from mozi.store import Store
from mozi.values import Ref, walk


def unknown(store: Store) -> Iterator[Problem]:
    """MZ301: an id must name an existing record or vocabulary entry."""
    for record in store.each():
        for path, value in walk(record):
            if isinstance(value, Ref) and not _exists(store, value):
                advice = instead(value, _known(store, value.kind))
                yield store.problem(
                    record.file, path, "MZ301", id=value, folder=value.kind, advice=advice
                )


def _exists(store: Store, ref: Ref) -> bool:
    return ref in _known(store, ref.kind) or (ref.kind, str(ref)) in store.unread


def _known(store: Store, kind: str) -> dict[str, Any]:
    if kind.startswith("vocabularies/"):
        return store.vocabularies[kind.removeprefix("vocabularies/")]
    return store.records[kind]
