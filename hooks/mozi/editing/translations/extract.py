"""Extraction of all texts to translate, each with the place where a reader sees it.

Strings of the interface stand in code and templates, where Babel finds them; texts of records and
vocabularies stand in `data/`. Every entry gets comments that tell a translator where it is seen,
and how terms of the glossary in it are called in the language.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import babel
import polib
from babel.messages.extract import extract_from_dir

from mozi.addresses.urls import address_of, prefix
from mozi.languages.catalogue import entry_key
from mozi.records.models import Country, Record, Source
from mozi.records.values import Text
from mozi.store.record_store import Store
from mozi.store.texts import texts_of

PLACES: tuple[tuple[str, list[tuple[str, str]], dict[str, Any]], ...] = (
    ("hooks", [("**.py", "python")], {}),
    ("overrides", [("**.html", "jinja2.ext.babel_extract")], {"**.html": {"silent": "false"}}),
)
"""Where strings of the interface stand: folder, how Babel reads its files, with which options."""

KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}

TAG = "Translators:"
"""Begins a comment in code or a template that is meant for translators."""

GLOSSARY = "glossary: "
"""Begins the comments that name terms of the glossary."""

Message = str | tuple[str, ...]
"""An English string of the interface; singular and plural where it counts something."""


@dataclass
class Seen:
    """Where a string of the interface stands: files, and comments for translators."""

    files: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


def entries(strings: Mapping[Message, Seen], read: Store, code: str) -> list[polib.POEntry]:
    """Everything to be translated into the language `code`, untranslated, with its comments.

    In: the strings of the interface, which come first, and all that was read from `data/`.
    """
    all_entries = [*_interface(strings), *_texts(read, code)]
    hints = _hints(read, code)
    for entry in all_entries:
        entry.comment = "\n".join([entry.comment, *hints(entry)]).strip()
    return all_entries


# The interface --------------------------------------------------------------------------------------


def interface_strings(root: Path) -> dict[Message, Seen]:
    """Every string of the interface, with where it stands."""
    strings: dict[Message, Seen] = {}
    for folder, methods, settings in PLACES:
        for file, _, message, comments, _ in extract_from_dir(
            root / folder, methods, settings, KEYWORDS, (TAG,), strip_comment_tags=True
        ):
            occurrence = strings.setdefault(message, Seen())
            name = f"{folder}/{Path(file).as_posix()}"
            # notes come before places; several lines of a note are one
            occurrence.comments += [" ".join(comments)] if comments else _page(root / name)
            if name not in occurrence.files:
                occurrence.files.append(name)
    return strings


_FIRST_SENTENCE = {
    ".py": re.compile(r'\A"""(.*?)(?:\.\s|\."""|\n\n|""")', re.DOTALL),
    ".html": re.compile(r"\{#(.*?)(?:\.\s|#\})", re.DOTALL),
}


_SEEN_BY_READERS = ("views", "presentation", "components", "open_data")
"""Packages whose modules say in their first sentence what readers see."""


@cache
def _page(path: Path) -> list[str]:
    """First sentence of a template or of the module of a view, which says what readers see."""
    if path.suffix == ".py" and path.parent.name not in _SEEN_BY_READERS:
        return []
    sentence = _FIRST_SENTENCE[path.suffix].search(path.read_text(encoding="utf-8"))
    return [f"Seen in: {' '.join(sentence[1].split())}"] if sentence else []


def _interface(strings: Mapping[Message, Seen]) -> Iterator[polib.POEntry]:
    for message, occurrence in strings.items():
        singular, plural = (message, "") if isinstance(message, str) else message
        yield polib.POEntry(
            msgid=singular,
            msgid_plural=plural,
            occurrences=[(file, "") for file in occurrence.files],
            comment="\n".join(dict.fromkeys(occurrence.comments)),
        )


# Texts of records -----------------------------------------------------------------------------------


def _texts(read: Store, code: str) -> Iterator[polib.POEntry]:
    for (context, english), text in sorted(texts_of(read).items()):
        if code not in text.languages:
            yield polib.POEntry(
                msgid=english, msgctxt=context, comment="\n".join(_place(read, context, code))
            )


def _place(read: Store, context: str, code: str) -> Iterator[str]:
    """Which record's which field it is, and the page that shows it."""
    owner, _, path = context.partition(" ")
    *folder, id = owner.split("/")
    record = read.records.get(folder[0], {}).get(id)
    if record is None:
        yield f"list “{folder[-1]}”, entry “{id}”: {path}"
    else:
        yield f"{type(record).__name__.lower()} “{_name(record)}”: {path}"
        yield f"page: /{prefix(code)}{address_of(record)}"


def _name(record: Record) -> str:
    """Name of a record in English."""
    if isinstance(record, Country):
        return str(babel.Locale("en").territories[record.id.upper()])
    if isinstance(record, Source):
        return record.title or record.gloss.en
    return str(record.name.en)  # type: ignore[attr-defined]


# The glossary ---------------------------------------------------------------------------------------


def _hints(read: Store, code: str) -> Callable[[polib.POEntry], Iterator[str]]:
    """A function that names the glossary's terms in an entry, as the language has them."""
    terms = _terms(read, code)
    longest_first = sorted(terms, key=len, reverse=True)
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})(?:e?s)?\b", re.IGNORECASE)

    def hints(entry: polib.POEntry) -> Iterator[str]:
        if not terms:
            return
        english = f"{entry.msgid} {entry.msgid_plural}"
        words = dict.fromkeys(match[1].lower() for match in pattern.finditer(english))
        for term in words:
            name, own, translated = terms[term]
            if own != entry.msgctxt:
                yield f"{GLOSSARY}{name} = {translated}"

    return hints


def _terms(read: Store, code: str) -> dict[str, tuple[str, str, str]]:
    """Small English term → the term, its own context, its translation; the translated ones only."""
    translated = {entry_key(e): e.msgstr for e in read.catalogues[code] if e.translated()}
    names: list[Text] = [entry.name for entry in read.vocabularies["glossary"].values()]
    return {
        name.en.lower(): (name.en, name.context, own)
        for name in names
        if (own := name.languages.get(code) or translated.get((name.context, name.en)))
    }
