"""The texts that readers see, one language at a time, and where an editor finds each."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import polib

from mozi.records.models import CatalogueEntry, Name, Partner, Source
from mozi.records.values import Place, Text, walk
from mozi.store.record_store import LOCALES, REDIRECTS, Store
from mozi.yaml_text.parse import KeyPath


class LocalisedText(NamedTuple):
    """A text in one language.

    `where` are the keys that lead to it in a YAML file, or its line in a catalogue; `original` is
    the English text that a catalogue translates.
    """

    file: str
    where: KeyPath | int
    language: str
    text: str
    original: str = ""

    @property
    def field(self) -> str:
        """The key that the text stands under, whatever its language; nothing in a catalogue."""
        if isinstance(self.where, int):
            return ""
        words = [step for step in self.where if isinstance(step, str) and step != self.language]
        return words[-1]


def texts_in_file(file: str, places: Iterable[Place]) -> list[LocalisedText]:
    """The texts of a file, given every place in it."""
    return [passage for place in places for passage in texts_of_value(file, *place)]


def texts_in_lists(store: Store) -> Iterator[tuple[str, list[LocalisedText]]]:
    """Each file of `data/` that holds texts and is no record and no catalogue, with its texts."""
    vocabularies = {f"data/vocabularies/{name}.yml": v for name, v in store.vocabularies.items()}
    files = {**vocabularies, LOCALES: store.locales, REDIRECTS: store.redirects}
    for file, entries in files.items():
        places = (place for key, entry in entries.items() for place in walk(entry, (key,)))
        yield file, texts_in_file(file, places)
    names = ((code, locale.name) for code, locale in store.locales.items())
    yield LOCALES, [LocalisedText(LOCALES, (code, "name"), code, name) for code, name in names]


def texts_of_value(file: str, path: KeyPath, value: Any) -> Iterator[LocalisedText]:
    """The texts that a value at `path` of a YAML file itself holds; what is inside it comes later."""
    if isinstance(value, (str, list)):  # most values are one or the other
        return
    if isinstance(value, Text):
        for language, text in value.languages.items():
            yield LocalisedText(file, (*path, language), language, text)
    elif isinstance(value, Name):
        yield LocalisedText(file, (*path, "text"), value.language, value.text)
    elif isinstance(value, CatalogueEntry):
        yield LocalisedText(file, (*path, "name"), "zh", value.name)
    elif isinstance(value, Partner) and value.abbreviation:
        yield LocalisedText(file, ("abbreviation",), "", value.abbreviation)
    elif isinstance(value, Source) and value.title:
        language = value.title_language or value.language
        yield LocalisedText(file, ("title",), language, value.title)


def texts_in_catalogue(
    file: str, language: str, catalogue: polib.POFile
) -> Iterator[LocalisedText]:
    """The translations in a catalogue, those that may be out of date as well."""
    for entry in catalogue:
        if not entry.obsolete:
            for text in entry.msgstr_plural.values() or [entry.msgstr]:
                if text:
                    yield LocalisedText(file, entry.linenum or 1, language, text, entry.msgid)
