"""Bring the catalogues in data/translations/ up to date with the texts there are."""

import argparse
import difflib
import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from mozi import site, store, translations
from mozi.translations import Key
from mozi.values import Text

METHODS = [("hooks/**.py", "python"), ("overrides/**.html", "jinja2.ext.babel_extract")]
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
OPTIONS = {"overrides/**.html": {"extensions": "jinja2.ext.i18n", "silent": "false"}}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments beside --root."""


def run(options: argparse.Namespace) -> int:
    """Write every catalogue again, and print how much of each is translated."""
    read = store.load(options.root)
    interface = list(interface_strings(options.root))
    texts = site.texts_of(read)
    for code in read.locales:
        if code == "en":
            continue
        old = read.catalogues.get(code)
        if old is None:
            print(f"{code}: left alone, it cannot be read (see `mozi check`)")
            return 1
        new = updated(old, code, interface, texts)
        write(translations.path_of(options.root, code), new)
        done = sum(bool(_text(m.string)) and not m.fuzzy for m in new if m.id)
        stale = sum(m.fuzzy for m in new if m.id)
        print(f"{code}: {done} of {len(new)} translated, {stale} out of date")
    return 0


def interface_strings(root: Path) -> Iterator[tuple[str | tuple[str, ...], str]]:
    """Every string of the interface (singular and plural where it counts) with its file."""
    for folder in ("hooks", "overrides"):
        methods = [(p.removeprefix(f"{folder}/"), m) for p, m in METHODS if p.startswith(folder)]
        found = extract_from_dir(
            root / folder,
            methods,
            {m[0]: OPTIONS["overrides/**.html"] for m in methods if folder == "overrides"},
            KEYWORDS,
        )
        for file, _line, message, _comments, _context in found:
            yield message, f"{folder}/{file}"


def updated(
    old: Catalog,
    code: str,
    interface: list[tuple[str | tuple[str, ...], str]],
    texts: dict[Key, Text],
) -> Catalog:
    """The catalogue of the texts there are now, with every translation that still fits.

    The translation of a text that changed is kept as fuzzy, with the earlier English beside it.
    What no text needs any longer is kept as obsolete: it may come back.
    """
    new = Catalog(locale=code, project="Mozi Workshop site", charset="utf-8", fuzzy=False)
    new.header_comment = f"# {code}: the interface (no context), then the texts of the records."
    for message, file in interface:
        new.add(message, locations=[(file, 0)])
    for (context, english), text in sorted(texts.items()):
        if code not in text.languages:
            new.add(english, context=context)
    _carry_over(old, new)
    return new


def _carry_over(old: Catalog, new: Catalog) -> None:
    before = {(m.context or "", _english(m)): m for m in [*old, *old.obsolete.values()] if m.id}
    left: dict[str, dict[str, object]] = {}
    for key in before:
        left.setdefault(key[0], {})[key[1]] = before[key]
    missing = []
    for message in new:
        if not message.id:
            continue
        key = (message.context or "", _english(message))
        known = before.get(key)
        if known and _text(known.string):
            message.string = known.string
            message.flags |= known.flags & {"fuzzy"}
            message.previous_id = known.previous_id
            message.user_comments = known.user_comments
            del left[key[0]][key[1]]
        elif not known:
            missing.append(message)
    for message in missing:
        _keep_as_fuzzy(message, left.get(message.context or "", {}))
    for (context, english), message in before.items():
        if english in left.get(context, {}) and _text(message.string):
            new.obsolete[english if not context else (english, context)] = message


def _keep_as_fuzzy(message, candidates) -> None:  # type: ignore[no-untyped-def]
    if not message.context:  # interface strings are short and alike: a wrong guess would be printed
        return
    english = _english(message)
    near = difflib.get_close_matches(english, list(candidates), n=1, cutoff=translations.SIMILAR)
    if near and _text(candidates[near[0]].string):
        message.string = candidates[near[0]].string
        message.previous_id = [near[0]]
        message.flags.add("fuzzy")
        del candidates[near[0]]


def _english(message) -> str:  # type: ignore[no-untyped-def]
    return message.id if isinstance(message.id, str) else message.id[0]


def _text(string: object) -> bool:
    return all(string) if isinstance(string, (tuple, list)) else bool(string)


def write(path: Path, catalogue: Catalog) -> None:
    """Write a catalogue; the same content always gives the same bytes."""
    buffer = io.BytesIO()
    write_po(
        buffer, catalogue, width=0, sort_output=False, include_lineno=False, include_previous=True
    )
    lines = [
        line
        for line in buffer.getvalue().decode().splitlines()
        if not line.startswith(
            (
                '"POT-Creation-Date',
                '"PO-Revision-Date',
                '"Generated-By',
                '"Last-Translator',
                '"Report-Msgid',
            )
        )
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
