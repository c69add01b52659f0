"""Localised texts of records, vocabularies and redirects, which are translated."""

from collections.abc import Iterable, Iterator

from mozi.records.values import Text, TextKey, walk
from mozi.store.record_store import Store


def languages_of(store: Store) -> dict[TextKey, tuple[str, ...]]:
    """Return the languages of each text of `texts_of`, by context and English text."""
    languages = {key: codes for _, summary in store.summaries for key, codes in summary.texts}
    mappings = (*store.vocabularies.values(), store.redirects)
    others = [store.names, *(entry for entries in mappings for entry in entries.values())]
    return languages | {key: tuple(text.languages) for key, text in _texts(others)}


def texts_of(store: Store) -> dict[TextKey, Text]:
    """Return all texts of records, vocabularies and redirects, by context and English text."""
    things = [
        *(record for records in store.records.values() for record in records.values()),
        *(entry for entries in store.vocabularies.values() for entry in entries.values()),
        *store.redirects.values(),
        store.names,
    ]
    return dict(_texts(things))


def _texts(things: Iterable[object]) -> Iterator[tuple[TextKey, Text]]:
    for thing in things:
        for _, value in walk(thing):
            if not isinstance(value, (str, list)) and isinstance(value, Text):
                yield (value.context, value.en), value
