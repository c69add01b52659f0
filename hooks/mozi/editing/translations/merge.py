"""A new catalogue from an old one: every translation that still fits, nothing lost.

The translation of a text that changed is kept as fuzzy, with the earlier English beside it. What
no text needs any longer is kept as obsolete: it may come back.
"""

import difflib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import polib
from babel.messages.plurals import get_plural

from mozi.languages.catalogue import SIMILAR, entry_key


def merge_catalogues(old: polib.POFile, code: str, wanted: Iterable[polib.POEntry]) -> polib.POFile:
    """The catalogue of the language `code` with the `wanted` entries, translated as `old` has them.

    Plural entries get as many forms as the language has.
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
    for entry in wanted:
        if entry.msgid_plural:
            entry.msgstr_plural = dict.fromkeys(range(plural.num_plurals), "")
        new.append(entry)
    _carry_over(old, new)
    return new


def write_catalogue(path: Path, catalogue: polib.POFile) -> None:
    """Write a catalogue; the same content always gives the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(catalogue_text(catalogue), encoding="utf-8")


def catalogue_text(catalogue: polib.POFile) -> str:
    """A catalogue as it stands in its file."""
    return str(catalogue).rstrip() + "\n"


def _carry_over(old: polib.POFile, new: polib.POFile) -> None:
    """Put the old translations into the new catalogue."""
    before = {
        entry_key(entry): entry for entry in sorted(old, key=lambda entry: not entry.obsolete)
    }
    missing = []
    for entry in new:
        earlier = before.pop(entry_key(entry), None)
        if earlier is None:
            missing.append(entry)
        else:
            _take(entry, earlier)
    unused: dict[str, dict[str, polib.POEntry]] = defaultdict(dict)
    for (context, english), entry in before.items():
        if entry.translated() or entry.fuzzy or entry.obsolete:
            unused[context][english] = entry
    for entry in missing:
        if entry.msgctxt:  # strings of the interface are short and alike: no guessing
            _keep_as_fuzzy(entry, unused[entry.msgctxt])
    for entries in unused.values():
        for entry in entries.values():
            entry.obsolete = True
            entry.occurrences = []
            new.append(entry)


def _take(entry: polib.POEntry, earlier: polib.POEntry) -> None:
    entry.msgstr = earlier.msgstr
    if len(earlier.msgstr_plural) == len(entry.msgstr_plural):
        entry.msgstr_plural = earlier.msgstr_plural
    entry.flags = [flag for flag in earlier.flags if flag == "fuzzy"]
    entry.previous_msgid = earlier.previous_msgid if entry.flags else None
    entry.tcomment = earlier.tcomment


def _keep_as_fuzzy(entry: polib.POEntry, unused: dict[str, polib.POEntry]) -> None:
    near = difflib.get_close_matches(entry.msgid, list(unused), n=1, cutoff=SIMILAR)
    if near:
        _take(entry, unused.pop(near[0]))
        # of a translation that was out of date already, the English it was made for
        made_for = entry.previous_msgid or near[0]
        changed = made_for != entry.msgid
        entry.previous_msgid = made_for if changed else None
        entry.flags = ["fuzzy"] if changed else []
