"""Localised texts: texts that readers see, one language at a time, with their places in files."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import polib

from mozi.problems.problem import Finding, Value
from mozi.records.models import CatalogueEntry, Name, Partner, Source
from mozi.records.values import Place, Text, walk
from mozi.store.record_store import LOCALES, REDIRECTS, SITE, Store
from mozi.yaml_text.parse import KeyPath


class LocalisedText(NamedTuple):
    """A text in one language.

    `where` are the keys that lead to it in a YAML file, or its line in a catalogue; `original` is
    the English text that a catalogue translates. `verbatim` is true for what a source or an
    institution has written so: titles, further names, official names in other languages.
    """

    file: str
    where: KeyPath | int
    language: str
    text: str
    original: str = ""
    verbatim: bool = False

    @property
    def field(self) -> str:
        """The key of the field that holds the text, without its language; empty for a catalogue."""
        if isinstance(self.where, int):
            return ""
        words = [step for step in self.where if isinstance(step, str) and step != self.language]
        return words[-1]


def texts_in_file(file: str, places: Iterable[Place]) -> list[LocalisedText]:
    """Localised texts of a file. In: every place in the file."""
    return [text for place in places for text in texts_of_value(file, *place)]


def texts_in_lists(store: Store) -> Iterator[tuple[str, list[LocalisedText]]]:
    """Files of `data/` that are neither records nor catalogues, each with its localised texts."""
    vocabularies = {f"data/vocabularies/{name}.yml": v for name, v in store.vocabularies.items()}
    files = {**vocabularies, LOCALES: store.locales, REDIRECTS: store.redirects}
    for file, entries in files.items():
        places = (place for key, entry in entries.items() for place in walk(entry, (key,)))
        yield file, texts_in_file(file, places)
    if store.names:
        yield SITE, texts_in_file(SITE, walk(store.names))
    names = ((code, locale.name) for code, locale in store.locales.items())
    yield LOCALES, [LocalisedText(LOCALES, (code, "name"), code, name) for code, name in names]


def texts_of_value(file: str, path: KeyPath, value: Any) -> Iterator[LocalisedText]:
    """Localised texts of the value at `path` in a YAML file, without those of inner values."""
    if isinstance(value, (str, list)):  # most values are one or the other
        return
    if isinstance(value, Text):
        for language, text in value.languages.items():
            official = language not in Text.model_fields
            yield LocalisedText(file, (*path, language), language, text, verbatim=official)
    elif isinstance(value, Name):
        where = (*path, "text")
        yield LocalisedText(file, where, value.language, value.text, verbatim=True)
    elif isinstance(value, CatalogueEntry):
        yield LocalisedText(file, (*path, "name"), "zh", value.name, verbatim=True)
    elif isinstance(value, Partner) and value.abbreviation:
        yield LocalisedText(file, ("abbreviation",), "", value.abbreviation, verbatim=True)
    elif isinstance(value, Source) and value.title:
        language = value.title_language or value.language
        yield LocalisedText(file, ("title",), language, value.title, verbatim=True)


def texts_in_catalogue(
    file: str, language: str, catalogue: polib.POFile
) -> Iterator[LocalisedText]:
    """The translations in a gettext catalogue, including those that may be out of date."""
    for entry in catalogue:
        if not entry.obsolete:
            for text in entry.msgstr_plural.values() or [entry.msgstr]:
                if text:
                    yield LocalisedText(file, entry.linenum or 1, language, text, entry.msgid)


def finding_at(
    localised: LocalisedText, code: str, variant: str = "", /, **values: Value
) -> Finding:
    """Return a finding at the place of a text: its line in a catalogue, its keys in a YAML file."""
    where = localised.where
    if isinstance(where, int):
        return Finding.at_line("", (where, 1), code, variant, **values)
    return Finding.at_key("", where, code, variant, **values)
