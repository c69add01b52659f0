"""Gettext catalogues: the translations, and whether they still fit the English texts.

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
"""Similarity, from 0 to 1, that two English texts need for one to keep the other's translation."""

INTERFACE = "interface"
"""Name of the strings of the interface where texts are counted by kind."""

MAX_LINES = 2_000
"""Largest number of lines of one entry, with its comments."""

LONGEST_COMPARED = 2_000
"""Largest number of characters of a text that is compared with others: the time grows faster than
the square of the length."""

_TRIED = 1_000
"""Numbers from 0 on which a plural rule is tried: every language's rule repeats earlier."""

_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")


def N_(text: str) -> str:  # noqa: N802  (gettext's own name)
    """Mark an interface string that is translated where it is used. Returns it unchanged."""
    return text


class State(StrEnum):
    """State of the translation of one text. Review is a state of a language, not of a text."""

    TRANSLATED = "translated"
    STALE = "out of date"
    MISSING = "missing"


class Translation(NamedTuple):
    """Translated text; stale when the English text has changed since."""

    text: str
    stale: bool = False


@dataclass
class Translations:
    """Translations in the catalogue of one language.

    `states` are those of all entries; `lines` are the lines, in the catalogue's file, of entries
    that are missing or out of date.
    """

    locale: str
    texts: dict[TextKey, Translation] = field(default_factory=dict)
    plurals: dict[TextKey, tuple[str, ...]] = field(default_factory=dict)
    plural_form: str = "0"
    states: dict[TextKey, State] = field(default_factory=dict)
    lines: dict[TextKey, int] = field(default_factory=dict)

    def renewed(self, wanted: Set[TextKey]) -> Self:
        """Return translations for all current texts, whose keys are `wanted`.

        A text without a translation gets that of the text it replaced, marked stale.
        """
        return replace(self, texts=self.texts | with_stale_matches(self.texts, wanted))

    def filled_from(self, other: "Translations", wanted: Set[TextKey]) -> Self:
        """Return these translations with those of the interface and of lists that only `other` has.

        `wanted` are the keys of all current texts: a list that says something else needs its own.
        """
        lent = {
            key
            for key in other.states
            if not key[0] or (key[0].startswith("vocabularies/") and key in wanted)
        } - {key for key, state in self.states.items() if state is not State.MISSING}
        return replace(
            self,
            texts={k: v for k, v in other.texts.items() if k in lent} | self.texts,
            plurals={k: v for k, v in other.plurals.items() if k in lent} | self.plurals,
            plural_form=self.plural_form if self.plurals else other.plural_form,
            states=self.states | {k: v for k, v in other.states.items() if k in lent},
            lines={k: line for k, line in self.lines.items() if k not in lent},
        )

    @property
    def share(self) -> float:
        """Share of texts translated and up to date, from 0 to 1; 0 when there is no entry."""
        return Counts.from_states(self.states.values()).share if self.states else 0.0

    @cached_property
    def _form_of(self) -> Callable[[int], int]:
        return c2py(self.plural_form)  # as the standard library reads the Plural-Forms header

    def find(self, context: str, english: str) -> Translation | None:
        """Return the translation of a record's text or, without context, of an interface string."""
        return self.texts.get((context, english))

    @property
    def interface(self) -> dict[str, str]:
        """Translations of interface strings by English text; they have no context."""
        return {
            english: translation.text
            for (context, english), translation in self.texts.items()
            if not context
        }

    def plural(self, english: str, number: int) -> str | None:
        """Return the plural form of an interface string for `number`; None when untranslated."""
        forms = self.plurals.get(("", english))
        if not forms:
            return None
        index = int(self._form_of(number))
        return forms[index] if index < len(forms) else forms[-1]


@dataclass(frozen=True)
class Counts:
    """Numbers of texts that are translated, out of date or missing."""

    translated: int = 0
    stale: int = 0
    missing: int = 0

    @classmethod
    def from_states(cls, states: Iterable[State]) -> "Counts":
        """Return how often each state occurs."""
        counts = Counter(states)
        return cls(counts[State.TRANSLATED], counts[State.STALE], counts[State.MISSING])

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.translated + other.translated,
            self.stale + other.stale,
            self.missing + other.missing,
        )

    @property
    def total(self) -> int:
        """Number of all texts."""
        return self.translated + self.stale + self.missing

    @property
    def share(self) -> float:
        """Share of texts translated and up to date, from 0 to 1; 1 when there is no text."""
        return self.translated / self.total if self.total else 1.0


def catalogue_path(root: Path, locale: str) -> Path:
    """Return the path of a locale's catalogue."""
    return root / catalogue_file(locale)


def catalogue_file(locale: str) -> str:
    """Return the file of a locale's catalogue, relative to the project folder."""
    return f"data/translations/{locale}.po"


class BrokenCatalogue(Exception):
    """Catalogue that cannot be read, with the line, counted from 1, and the variant of MZ401."""

    def __init__(self, line: int, variant: str = "", /, **values: str) -> None:
        super().__init__(variant)
        self.line = line
        self.variant = variant
        self.values = values


def read_catalogue(path: Path) -> polib.POFile:
    """Return the catalogue in `path`, or an empty one. Raises `BrokenCatalogue`."""
    content = catalogue_content(path)
    return polib.POFile() if content is None else parse_catalogue(content)


def catalogue_content(path: Path) -> bytes | None:
    """Return the content of a catalogue's file; None where there is no file.

    Raises `BrokenCatalogue`.
    """
    if not path.exists():
        return None
    try:
        return path.read_bytes()
    except OSError:
        raise BrokenCatalogue(1, "closed") from None


def parse_catalogue(content: bytes) -> polib.POFile:
    """Return the catalogue in the content of a file. Raises `BrokenCatalogue`."""
    try:
        text = text_of(content)
    except Unreadable as error:
        raise BrokenCatalogue(error.position[0], error.variant or "encoding") from None
    _check_lines(text)
    try:
        # with a line end at the end, the text is never the name of a file
        catalogue = polib.pofile(text + "\n", encoding="utf-8")
    except OSError as error:
        line_number = re.search(r"line (\d+)", str(error))
        raise BrokenCatalogue(int(line_number[1]) if line_number else 1) from None
    _check_plural_form(catalogue, text)
    return catalogue


_LINE = re.compile(r'(#.*|(msg\S+\s+)?".*")?')


def _check_lines(text: str) -> None:
    """Refuse lines that polib would misread, and entries that would take it too long.

    Raises `BrokenCatalogue`.
    """
    lines_of_entry = 0
    for number, line in enumerate(text.splitlines(), 1):
        if line and line[0] != "#" and not _LINE.fullmatch(line.strip()):
            # polib would drop the last letter of an unclosed text
            raise BrokenCatalogue(number, "line", text=line[:40])
        is_entry_start = line.startswith(("msgid ", "#~ msgid "))
        lines_of_entry = 0 if is_entry_start else lines_of_entry + 1
        if lines_of_entry > MAX_LINES:
            raise BrokenCatalogue(number, "long", limit=str(MAX_LINES))


def _check_plural_form(catalogue: polib.POFile, text: str) -> None:
    """Try the header's plural rule on some numbers.

    Raises `BrokenCatalogue` for a rule that is wrong or chooses no form.
    """
    rule = plural_form(catalogue)
    try:
        form_of = c2py(rule)
        forms = [form_of(number) for number in range(_TRIED)]
    except (ValueError, ArithmeticError):
        forms = [-1]
    if min(forms) < 0:
        line, _ = end_of_text(text[: text.find("Plural-Forms")])
        raise BrokenCatalogue(line, "plural", rule=rule)


def translations_of(catalogue: polib.POFile, locale: str) -> Translations:
    """Return the translations in a catalogue."""
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
    """Return the C expression that chooses a plural form, from the catalogue's header."""
    match = re.search(r"plural\s*=\s*([^;]+)", catalogue.metadata.get("Plural-Forms", ""))
    return match[1] if match else "0"


def entry_key(entry: polib.POEntry) -> TextKey:
    """Return context and English text of an entry."""
    return (entry.msgctxt or "", entry.msgid)


def context_kind(context: str) -> str:
    """Return the record kind, or `vocabularies`, in a context; `interface` for an empty context."""
    return context.split("/")[0] or INTERFACE


def entry_state(entry: polib.POEntry) -> State:
    """Return the state of the translation of an entry."""
    if entry.translated():
        return State.TRANSLATED
    written = entry.msgstr or all(entry.msgstr_plural.values() or [""])
    return State.STALE if entry.fuzzy and written else State.MISSING


def count_states(catalogue: polib.POFile) -> dict[str, Counts]:
    """Return counts of states by kind of text, in the order of the catalogue."""
    states: dict[str, list[State]] = defaultdict(list)
    for entry in catalogue:
        if not entry.obsolete:
            states[context_kind(entry.msgctxt or "")].append(entry_state(entry))
    return {kind: Counts.from_states(of_kind) for kind, of_kind in states.items()}


NAMES = "vocabularies/site/names"
"""Context of the brand's names; the old name of a brand, or another's, is no name of it."""


def with_stale_matches(
    texts: Mapping[TextKey, Translation], wanted: Set[TextKey]
) -> dict[TextKey, Translation]:
    """Return stale translations for wanted texts that have none: those of the texts they replaced.

    Only the translation of a text of the same record and field is used, and only where no record
    has that text any longer: a wrong statement would be worse than an untranslated one.
    """
    abandoned: dict[str, list[str]] = {}
    for context, english in (key for key in texts if key not in wanted):
        is_name = context.partition(" ")[0] == NAMES
        if context and not is_name and len(english) <= LONGEST_COMPARED:
            abandoned.setdefault(context, []).append(english)
    if not abandoned:
        return {}
    absent = (key for key in wanted if key[0] in abandoned and key not in texts)
    matches = {}
    for context, english in sorted(absent):
        if len(english) > LONGEST_COMPARED:
            continue
        near = difflib.get_close_matches(english, abandoned[context], n=1, cutoff=SIMILAR)
        if near:
            matches[(context, english)] = Translation(texts[(context, near[0])].text, stale=True)
            abandoned[context].remove(near[0])
    return matches


def foreign_placeholders(catalogue: polib.POFile) -> list[tuple[int, str, str]]:
    """Return translations whose placeholders differ from the English text: line, English, text."""
    return [
        (entry.linenum or 1, entry.msgid, text)
        for entry in catalogue
        if not entry.obsolete and not entry.msgctxt  # in texts of records, “%” is no placeholder
        for text in [entry.msgstr, *entry.msgstr_plural.values()]
        if text and not keeps_placeholders(entry, text)
    ]


def keeps_placeholders(entry: polib.POEntry, text: str) -> bool:
    """Whether `text` has the same placeholders as the English text of an interface entry."""
    allowed = set(_PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
    used = set(_PLACEHOLDER.findall(text))
    # In a text with placeholders, a real percent sign is written twice.
    if (allowed or entry.msgid_plural) and "%" in _PLACEHOLDER.sub("", text.replace("%%", "")):
        return False
    # A plural form may leave the number out (“one project”), a plain text may not.
    return used <= allowed if entry.msgid_plural else used == allowed


_KINDS = {record_type.kind for record_type in RECORD_TYPES}


Owner = tuple[str, str]
"""Kind and id of the record that texts belong to; all other texts belong to `COMMON`."""


COMMON: Owner = ("", "")


def digests_by_owner(code: str, catalogue: polib.POFile) -> dict[Owner, str]:
    """Return a hash of the translations into the language `code` for each record they belong to.

    Comments of translators and the position of an entry in its file do not change it.
    """
    digests: dict[Owner, hashlib.blake2b] = defaultdict(Digest)
    digests[COMMON].update(repr((code, plural_form(catalogue))).encode())
    for entry in catalogue:
        if not entry.obsolete:
            content = repr((code, *_entry_content(entry)))
            digests[_owner(entry.msgctxt or "")].update(content.encode())
    return {owner: digest.hexdigest() for owner, digest in digests.items()}


def _owner(context: str) -> Owner:
    kind, _, id = context.partition(" ")[0].partition("/")
    return (kind, id) if kind in _KINDS else COMMON


def _entry_content(entry: polib.POEntry) -> tuple[object, ...]:
    plural = (entry.msgid_plural, *entry.msgstr_plural.items()) if entry.msgid_plural else ()
    return entry.msgctxt, entry.msgid, entry.msgstr, "fuzzy" in entry.flags, *plural
