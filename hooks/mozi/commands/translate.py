"""Bring the catalogues in data/translations/ up to date with the texts there are."""

import argparse
import difflib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import polib
from babel.messages.extract import extract_from_dir
from babel.messages.plurals import get_plural

from mozi import site, store, translations
from mozi.translations import Key, key_of
from mozi.values import Text

PLACES: tuple[tuple[str, list[tuple[str, str]], dict[str, Any]], ...] = (
    ("hooks", [("**.py", "python")], {}),
    ("overrides", [("**.html", "jinja2.ext.babel_extract")], {"**.html": {"silent": "false"}}),
)
"""Where strings of the interface stand: folder, how Babel reads its files, with which options."""

KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}


def run(options: argparse.Namespace) -> int:
    """Write every catalogue again, and print how much of each is translated."""
    read = store.load(options.root)
    interface = interface_strings(options.root)
    texts = site.texts_of(read)
    for code in read.locales:
        if code == "en":
            continue
        if code not in read.catalogues:
            print(f"{code}: left alone, it cannot be read (see `mozi check`)")
            return 1
        new = updated(read.catalogues[code], code, interface, texts)
        write(translations.path_of(options.root, code), new)
        done, stale = len(new.translated_entries()), len(new.fuzzy_entries())
        total = sum(not entry.obsolete for entry in new)
        print(f"{code}: {done} of {total} translated, {stale} out of date")
    return 0


Message = str | tuple[str, ...]
"""An English string of the interface; singular and plural where it counts something."""


def interface_strings(root: Path) -> dict[Message, list[str]]:
    """Every string of the interface, with the files it stands in."""
    found: dict[Message, list[str]] = defaultdict(list)
    for folder, methods, settings in PLACES:
        for file, _, message, _, _ in extract_from_dir(root / folder, methods, settings, KEYWORDS):
            place = f"{folder}/{Path(file).as_posix()}"
            if place not in found[message]:
                found[message].append(place)
    return found


def updated(
    old: polib.POFile,
    code: str,
    interface: Mapping[Message, list[str]],
    texts: Mapping[Key, Text],
) -> polib.POFile:
    """The catalogue of the texts there are now, with every translation that still fits.

    The translation of a text that changed is kept as fuzzy, with the earlier English beside it.
    What no text needs any longer is kept as obsolete: it may come back.
    """
    new = polib.POFile(wrapwidth=0)
    new.header = f"{code}: the interface (no context), then the texts of the records."
    plural = get_plural(code.replace("-", "_"))
    new.metadata = {
        "Language": code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": f"nplurals={plural.num_plurals}; plural={plural.plural_expr};",
    }
    new.extend(_wanted(code, interface, texts, plural.num_plurals))
    _carry_over(old, new)
    return new


def _wanted(
    code: str, interface: Mapping[Message, list[str]], texts: Mapping[Key, Text], forms: int
) -> Iterator[polib.POEntry]:
    for message, files in interface.items():
        places = [(file, "") for file in files]
        if isinstance(message, str):
            yield polib.POEntry(msgid=message, occurrences=places)
        else:
            yield polib.POEntry(
                msgid=message[0],
                msgid_plural=message[1],
                msgstr_plural=dict.fromkeys(range(forms), ""),
                occurrences=places,
            )
    for (context, english), text in sorted(texts.items()):
        if code not in text.languages:
            yield polib.POEntry(msgid=english, msgctxt=context)


def _carry_over(old: polib.POFile, new: polib.POFile) -> None:
    """Put the old translations into the new catalogue."""
    before = {key_of(entry): entry for entry in old}
    missing = []
    for entry in new:
        known = before.pop(key_of(entry), None)
        if known is None:
            missing.append(entry)
        else:
            _take(entry, known)
    left: dict[str, dict[str, polib.POEntry]] = defaultdict(dict)
    for (context, english), entry in before.items():
        if entry.translated() or entry.fuzzy or entry.obsolete:
            left[context][english] = entry
    for entry in missing:
        if entry.msgctxt:  # strings of the interface are short and alike: no guessing
            _keep_as_fuzzy(entry, left[entry.msgctxt])
    for entries in left.values():
        for entry in entries.values():
            entry.obsolete = True
            entry.occurrences = []
            new.append(entry)


def _take(entry: polib.POEntry, known: polib.POEntry) -> None:
    entry.msgstr = known.msgstr
    if len(known.msgstr_plural) == len(entry.msgstr_plural):
        entry.msgstr_plural = known.msgstr_plural
    entry.flags = [flag for flag in known.flags if flag == "fuzzy"]
    entry.previous_msgid = known.previous_msgid
    entry.tcomment = known.tcomment


def _keep_as_fuzzy(entry: polib.POEntry, left: dict[str, polib.POEntry]) -> None:
    near = difflib.get_close_matches(entry.msgid, list(left), n=1, cutoff=translations.SIMILAR)
    if near:
        _take(entry, left.pop(near[0]))
        entry.previous_msgid = near[0]
        entry.flags = ["fuzzy"]


def write(path: Path, catalogue: polib.POFile) -> None:
    """Write a catalogue; the same content always gives the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(str(catalogue).rstrip() + "\n", encoding="utf-8")
