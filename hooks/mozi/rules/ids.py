"""Ids that name no record and no vocabulary entry."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from mozi.problems.problem import Finding, Value, did_you_mean
from mozi.records.models import Record
from mozi.records.values import Ref, walk
from mozi.store.record_store import Store
from mozi.yaml_text.parse import KeyPath


def unknown(store: Store) -> Iterator[Finding]:
    """MZ301: an id must name an existing record or vocabulary entry."""
    for file, path, ref in chain(_in_records(store), _in_vocabularies(store)):
        yield Finding.at_key(file, path, "MZ301", **_values(store, ref))


def unknown_in(store: Store, record: Record) -> Iterator[Finding]:
    """MZ301: the same check in one record."""
    for path, value in walk(record):
        if isinstance(value, Ref) and not _exists(store, value.kind, value):
            yield Finding.at_key("", path, "MZ301", **_values(store, value))


def _in_records(store: Store) -> Iterator[tuple[str, KeyPath, Ref]]:
    """Unknown ids in records: file, key path and id."""
    unknown = {key for key in store.named_keys() if not _exists(store, *key)}
    if unknown:
        for record, summary in store.summaries:
            for path, ref in summary.refs:
                if (ref.kind, ref) in unknown:
                    yield record.file, path, ref


def _in_vocabularies(store: Store) -> Iterator[tuple[str, KeyPath, Ref]]:
    """Unknown ids in vocabulary entries: file, key path and id."""
    for name, entries in store.vocabularies.items():
        for id, entry in entries.items():
            for path, value in walk(entry, (id,)):
                if isinstance(value, Ref) and not _exists(store, value.kind, value):
                    yield f"data/vocabularies/{name}.yml", path, value


def _values(store: Store, ref: Ref) -> dict[str, Value]:
    return {"id": ref, "folder": ref.kind, "advice": did_you_mean(ref, known(store, ref.kind))}


def _exists(store: Store, kind: str, id: str) -> bool:
    return id in known(store, kind) or (kind, id) in store.unread


def known(store: Store, kind: str) -> dict[str, Any]:
    """Records or vocabulary entries of a kind, by id."""
    if kind.startswith("vocabularies/"):
        return store.vocabularies[kind.removeprefix("vocabularies/")]
    return store.records[kind]
