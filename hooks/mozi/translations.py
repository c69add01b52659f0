"""Gettext catalogues: what translators wrote, and how sure we are that it still fits.

`data/translations/<locale>.po` holds the strings of the interface (no context) and the texts of
the records, keyed by the English text with record and field as context. When the English text
changes, the old translation is kept and marked stale.
"""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from gettext import c2py
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

Key = tuple[str, str]
"""Context (empty for the interface) and English text."""

SIMILAR = 0.6
"""How alike two English texts must be for a translation of one to be kept for the other."""

_PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


@dataclass(frozen=True)
class Translation:
    """A translated text; stale when the English text has changed since."""

    text: str
    stale: bool = False


@dataclass
class Translations:
    """One language's catalogue."""

    locale: str
    texts: dict[Key, Translation] = field(default_factory=dict)
    plurals: dict[Key, tuple[str, ...]] = field(default_factory=dict)
    plural_form: str = "0"

    @cached_property
    def _form_of(self) -> Callable[[int], int]:
        return c2py(self.plural_form)  # how the standard library reads the Plural-Forms header

    def find(self, context: str, english: str) -> Translation | None:
        """The translation of a record's text or, with an empty context, of the interface."""
        return self.texts.get((context, english))

    def plural(self, english: str, number: int) -> str | None:
        """The right form for `number` of an interface string; None when untranslated."""
        forms = self.plurals.get(("", english))
        if not forms:
            return None
        index = int(self._form_of(number))
        return forms[index] if index < len(forms) else forms[-1]


def path_of(root: Path, locale: str) -> Path:
    """The catalogue of a locale."""
    return root / "data" / "translations" / f"{locale}.po"


def read(path: Path, locale: str) -> Catalog:
    """The catalogue in `path`, or an empty one. Raises `PoFileError` when it is broken."""
    if not path.exists():
        return Catalog(locale=locale)
    with path.open("rb") as file:
        return read_po(file, locale=locale, abort_invalid=True)


def translations_of(catalogue: Catalog, locale: str, wanted: Iterable[Key] = ()) -> Translations:
    """What a catalogue translates.

    `wanted` are the keys of all texts there are: one that is missing gets the translation of the
    text it replaced, marked stale.
    """
    result = Translations(locale, plural_form=catalogue.plural_expr)
    for message in catalogue:
        if not message.id:
            continue
        key = _key(message)
        if isinstance(message.string, str):
            if message.string:
                result.texts[key] = Translation(message.string, stale=message.fuzzy)
        elif message.string and all(message.string):
            result.plurals[key] = tuple(message.string)
    result.texts.update(renewed(result.texts, wanted))
    return result


def _key(message: Message) -> Key:
    english = message.id if isinstance(message.id, str) else message.id[0]
    return (message.context or "", english)


def renewed(texts: Mapping[Key, Translation], wanted: Iterable[Key]) -> dict[Key, Translation]:
    """Stale translations for wanted texts that have none: those of the texts they replaced.

    Only a text of the same record and field is ever used, and only one that no record has any
    longer: a wrong statement would be worse than an untranslated one.
    """
    wanted = set(wanted)
    absent = sorted(key for key in wanted if key not in texts)
    if not absent:
        return {}
    abandoned: dict[str, list[str]] = {}
    for context, english in texts:
        if context and (context, english) not in wanted:
            abandoned.setdefault(context, []).append(english)
    found = {}
    for context, english in absent:
        near = difflib.get_close_matches(english, abandoned.get(context, []), n=1, cutoff=SIMILAR)
        if near:
            found[(context, english)] = Translation(texts[(context, near[0])].text, stale=True)
            abandoned[context].remove(near[0])
    return found


def foreign_placeholders(catalogue: Catalog) -> list[tuple[int, str, str]]:
    """Translations whose placeholders are not those of the English text: line, English, text."""
    return [
        (message.lineno or 1, str(message.id), text)
        for message in catalogue
        if message.id
        for text in _forms(message.string)
        if text and not _same_placeholders(message, text)
    ]


def _forms(string: str | Iterable[str] | None) -> list[str]:
    """The plural forms of a translation; one for a text without plurals."""
    return [string] if isinstance(string, str) else list(string or ())


def _same_placeholders(message: Message, text: str) -> bool:
    if message.context:  # a record's text: its percent signs are percent signs
        return True
    english = _forms(message.id)
    allowed = {name for part in english for name in _PLACEHOLDER.findall(part)}
    used = set(_PLACEHOLDER.findall(text))
    # A plural form may leave the number out (“one project”), a plain text may not.
    return used <= allowed if len(english) > 1 else used == allowed
