"""Gettext catalogues: what translators wrote, and how sure we are that it still fits.

`data/translations/<locale>.po` holds the strings of the interface (no context) and the texts of
the records, keyed by the English text with record and field as context. When the English text
changes, the old translation is kept and marked stale.
"""

import difflib
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from gettext import c2py
from pathlib import Path
from typing import NamedTuple, Self

import polib

from mozi.engine.hashing import Digest
from mozi.records.models import RECORD_TYPES
from mozi.records.values import TextKey
from mozi.yaml_text.parse import Unreadable, end_of_text, text_of

SIMILAR = 0.6
"""How alike two English texts must be for a translation of one to be kept for the other."""

INTERFACE = "interface"
"""Name of the strings of the interface where texts are counted by kind."""

MAX_LINES = 2_000
"""Lines of one entry, with its comments."""

LONGEST_COMPARED = 2_000
"""Characters of a text that is still compared with others: the time grows faster than the square."""

_TRIED = 1_000
"""Numbers that a plural form is tried on: every language's rule repeats before."""

_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")


def N_(text: str) -> str:  # noqa: N802  (gettext's own name)
    """Mark an interface string that is translated where it is used."""
    return text


class State(StrEnum):
    """How far one text is translated. Reviewing is a state of a whole language, not of a text."""

    TRANSLATED = "translated"
    STALE = "out of date"
    MISSING = "missing"


class Translation(NamedTuple):
    """A translated text; stale when the English text has changed since."""

    text: str
    stale: bool = False


@dataclass
class Translations:
    """Translations in the catalogue of one language.

    `states` say of every entry how far it is; `lines` where those stand in the catalogue's file that
    are missing or out of date.
    """

    locale: str
    texts: dict[TextKey, Translation] = field(default_factory=dict)
    plurals: dict[TextKey, tuple[str, ...]] = field(default_factory=dict)
    plural_form: str = "0"
    states: dict[TextKey, State] = field(default_factory=dict)
    lines: dict[TextKey, int] = field(default_factory=dict)

    def renewed(self, wanted: Set[TextKey]) -> Self:
        """Translations for all texts there are, whose keys are `wanted`: one that is missing gets the
        translation of the text it replaced, marked stale.
        """
        return replace(self, texts=self.texts | with_stale_matches(self.texts, wanted))

    @property
    def share(self) -> float:
        """The part that is translated and up to date, from 0 to 1; 0 when there is no entry."""
        return Counts.from_states(self.states.values()).share if self.states else 0.0

    @cached_property
    def _form_of(self) -> Callable[[int], int]:
        return c2py(self.plural_form)  # how the standard library reads the Plural-Forms header

    def find(self, context: str, english: str) -> Translation | None:
        """The translation of a record's text or, with an empty context, of the interface."""
        return self.texts.get((context, english))

    @property
    def interface(self) -> dict[str, str]:
        """The strings of the interface by their English; they have no context."""
        return {
            english: found.text for (context, english), found in self.texts.items() if not context
        }

    def plural(self, english: str, number: int) -> str | None:
        """The right form for `number` of an interface string; None when untranslated."""
        forms = self.plurals.get(("", english))
        if not forms:
            return None
        index = int(self._form_of(number))
        return forms[index] if index < len(forms) else forms[-1]


@dataclass(frozen=True)
class Counts:
    """How many texts are translated, out of date or missing."""

    translated: int = 0
    stale: int = 0
    missing: int = 0

    @classmethod
    def from_states(cls, states: Iterable[State]) -> "Counts":
        """How often each state occurs."""
        found = Counter(states)
        return cls(found[State.TRANSLATED], found[State.STALE], found[State.MISSING])

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.translated + other.translated,
            self.stale + other.stale,
            self.missing + other.missing,
        )

    @property
    def total(self) -> int:
        """All texts."""
        return self.translated + self.stale + self.missing

    @property
    def share(self) -> float:
        """The part that is translated and up to date, from 0 to 1; nothing to do is 1."""
        return self.translated / self.total if self.total else 1.0


def catalogue_path(root: Path, locale: str) -> Path:
    """The catalogue of a locale."""
    return root / catalogue_file(locale)


def catalogue_file(locale: str) -> str:
    """File of a catalogue, relative to the project folder."""
    return f"data/translations/{locale}.po"


class BrokenCatalogue(Exception):
    """A catalogue cannot be read: the line, counted from 1, and the wording of MZ401."""

    def __init__(self, line: int, variant: str = "", /, **values: str) -> None:
        super().__init__(variant)
        self.line = line
        self.variant = variant
        self.values = values


def read_catalogue(path: Path) -> polib.POFile:
    """The catalogue in `path`, or an empty one. Raises `Broken`."""
    content = catalogue_content(path)
    return polib.POFile() if content is None else parse_catalogue(content)


def catalogue_content(path: Path) -> bytes | None:
    """The content of a catalogue's file; None where there is no such file. Raises `Broken`."""
    if not path.exists():
        return None
    try:
        return path.read_bytes()
    except OSError:
        raise BrokenCatalogue(1, "closed") from None


def parse_catalogue(content: bytes) -> polib.POFile:
    """The catalogue in a file's content. Raises `Broken`."""
    try:
        text = text_of(content)
    except Unreadable as error:
        raise BrokenCatalogue(error.position[0], error.variant or "encoding") from None
    _check_lines(text)
    try:
        catalogue = polib.pofile(text + "\n", encoding="utf-8")  # never the name of a file
    except OSError as error:
        where = re.search(r"line (\d+)", str(error))
        raise BrokenCatalogue(int(where[1]) if where else 1) from None
    _check_plural_form(catalogue, text)
    return catalogue


_LINE = re.compile(r'(#.*|(msg\S+\s+)?".*")?')


def _check_lines(text: str) -> None:
    """Refuse what polib would take for something else, or take too long for. Raises `Broken`."""
    since = 0
    for number, line in enumerate(text.splitlines(), 1):
        if line and line[0] != "#" and not _LINE.fullmatch(line.strip()):
            # polib would drop the last letter of an unclosed text
            raise BrokenCatalogue(number, "line", text=line[:40])
        since = 0 if line.startswith(("msgid ", "#~ msgid ")) else since + 1
        if since > MAX_LINES:
            raise BrokenCatalogue(number, "long", limit=str(MAX_LINES))


def _check_plural_form(catalogue: polib.POFile, text: str) -> None:
    """Try the header's rule on some numbers. Raises `Broken` for one that chooses no form."""
    rule = plural_form(catalogue)
    try:
        form = c2py(rule)
        chosen = [form(number) for number in range(_TRIED)]
    except (ValueError, ArithmeticError):
        chosen = [-1]
    if min(chosen) < 0:
        line, _ = end_of_text(text[: text.find("Plural-Forms")])
        raise BrokenCatalogue(line, "plural", rule=rule)


def translations_of(catalogue: polib.POFile, locale: str) -> Translations:
    """The translations in a catalogue."""
    result = Translations(locale, plural_form=plural_form(catalogue))
    for entry in catalogue:
        if entry.obsolete:
            continue
        key = entry_key(entry)
        if entry.msgid_plural:
            forms = tuple(entry.msgstr_plural[i] for i in sorted(entry.msgstr_plural))
            if forms and all(forms):
                result.plurals[key] = forms
        elif entry.msgstr:
            result.texts[key] = Translation(entry.msgstr, stale=entry.fuzzy)
        state = result.states[key] = entry_state(entry)
        if state is not State.TRANSLATED:
            result.lines[key] = entry.linenum or 0
    return result


def plural_form(catalogue: polib.POFile) -> str:
    """The C expression that chooses a plural form, from the catalogue's header."""
    found = re.search(r"plural\s*=\s*([^;]+)", catalogue.metadata.get("Plural-Forms", ""))
    return found[1] if found else "0"


def entry_key(entry: polib.POEntry) -> TextKey:
    """Context and English text of an entry."""
    return (entry.msgctxt or "", entry.msgid)


def context_kind(context: str) -> str:
    """The record kind (or `vocabularies`) that a context stands in; `interface` without one."""
    return context.split("/")[0] or INTERFACE


def entry_state(entry: polib.POEntry) -> State:
    """How far an entry of a catalogue is translated."""
    if entry.translated():
        return State.TRANSLATED
    written = entry.msgstr or all(entry.msgstr_plural.values() or [""])
    return State.STALE if entry.fuzzy and written else State.MISSING


def count_states(catalogue: polib.POFile) -> dict[str, Counts]:
    """How far a catalogue is, by kind of its texts, in its own order."""
    states: dict[str, list[State]] = defaultdict(list)
    for entry in catalogue:
        if not entry.obsolete:
            states[context_kind(entry.msgctxt or "")].append(entry_state(entry))
    return {kind: Counts.from_states(found) for kind, found in states.items()}


def with_stale_matches(
    texts: Mapping[TextKey, Translation], wanted: Set[TextKey]
) -> dict[TextKey, Translation]:
    """Stale translations for wanted texts that have none: those of the texts they replaced.

    Only a text of the same record and field is ever used, and only one that no record has any
    longer: a wrong statement would be worse than an untranslated one.
    """
    abandoned: dict[str, list[str]] = {}
    for context, english in (key for key in texts if key not in wanted):
        if context and len(english) <= LONGEST_COMPARED:
            abandoned.setdefault(context, []).append(english)
    if not abandoned:
        return {}
    absent = (key for key in wanted if key[0] in abandoned and key not in texts)
    found = {}
    for context, english in sorted(absent):
        if len(english) > LONGEST_COMPARED:
            continue
        near = difflib.get_close_matches(english, abandoned[context], n=1, cutoff=SIMILAR)
        if near:
            found[(context, english)] = Translation(texts[(context, near[0])].text, stale=True)
            abandoned[context].remove(near[0])
    return found


def foreign_placeholders(catalogue: polib.POFile) -> list[tuple[int, str, str]]:
    """Translations whose placeholders are not those of the English text: line, English, text."""
    return [
        (entry.linenum or 1, entry.msgid, text)
        for entry in catalogue
        if not entry.obsolete and not entry.msgctxt  # percent signs of records are percent signs
        for text in [entry.msgstr, *entry.msgstr_plural.values()]
        if text and not keeps_placeholders(entry, text)
    ]


def keeps_placeholders(entry: polib.POEntry, text: str) -> bool:
    """Whether `text` has the placeholders of an entry of the interface."""
    allowed = set(_PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
    used = set(_PLACEHOLDER.findall(text))
    # Where numbers and names are filled in, a percent sign of its own is written twice.
    if (allowed or entry.msgid_plural) and "%" in _PLACEHOLDER.sub("", text.replace("%%", "")):
        return False
    # A plural form may leave the number out (“one project”), a plain text may not.
    return used <= allowed if entry.msgid_plural else used == allowed


_KINDS = {record_type.kind for record_type in RECORD_TYPES}


Owner = tuple[str, str]
"""Kind and id of the record that texts belong to; `COMMON` owns all others."""


COMMON: Owner = ("", "")


def digests_by_owner(code: str, catalogue: polib.POFile) -> dict[Owner, str]:
    """The digests of all that is translated into the language `code`, by the record it belongs to.

    What translators tell each other, and where an entry stands in its file, is no part of them.
    """
    found: dict[Owner, hashlib.blake2b] = defaultdict(Digest)
    found[COMMON].update(repr((code, plural_form(catalogue))).encode())
    for entry in catalogue:
        if not entry.obsolete:
            found[_owner(entry.msgctxt or "")].update(repr((code, *_entry_content(entry))).encode())
    return {owner: said.hexdigest() for owner, said in found.items()}


def _owner(context: str) -> Owner:
    kind, _, id = context.partition(" ")[0].partition("/")
    return (kind, id) if kind in _KINDS else COMMON


def _entry_content(entry: polib.POEntry) -> tuple[object, ...]:
    plural = (entry.msgid_plural, *entry.msgstr_plural.items()) if entry.msgid_plural else ()
    return entry.msgctxt, entry.msgid, entry.msgstr, "fuzzy" in entry.flags, *plural
