"""The ids that exist, with their names: what an editor may write where an id is asked for."""

from typing import Any

from mozi.records import cldr
from mozi.records.models import Country, Record, Source
from mozi.store.record_store import Store

Names = dict[str, str]
"""Language → name: English and Chinese."""


def id_choices(read: Store) -> dict[str, dict[str, Names]]:
    """By kind of id (`values.Ref.kind`): every id with its names; entries in the list's own order."""
    choices = {
        kind: {id: record_names(record) for id, record in sorted(records.items())}
        for kind, records in read.records.items()
    }
    for vocabulary, entries in read.vocabularies.items():
        named = {id: _both(e.name) for id, e in entries.items() if hasattr(e, "name")}
        choices[f"vocabularies/{vocabulary}"] = named
    return choices


def record_names(record: Record) -> Names:
    """Names of a record, in English and Chinese."""
    if isinstance(record, Country):
        return {lang: cldr.territory_name(record.id, lang) for lang in ("en", "zh")}
    if isinstance(record, Source):
        return _both(record.gloss)
    return _both(record.name)  # type: ignore[attr-defined]


def _both(text: Any) -> Names:
    return {"en": text.en, "zh": text.zh}
