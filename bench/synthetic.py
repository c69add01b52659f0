"""Projects of any size, made from the real records: for measuring, never for publishing."""

import re
import shutil
from pathlib import Path
from typing import Any

import polib
from mozi.languages.catalogue import catalogue_path, read_catalogue
from mozi.records.file_format import record_text
from mozi.records.models import RECORD_TYPES
from mozi.yaml_text.parse import parse_yaml

ROOT = Path(__file__).parent.parent
COPIED = ("sources", "partners", "curricula", "projects", "programmes", "initiatives")
"""Kinds whose records are copied, each after the kinds it refers to. Countries cannot be copied:
their ids are those of ISO 3166-1."""


LANGUAGES = ("en", "zh", "ru")
"""The languages that are measured, however many the site has."""

MORE_LANGUAGES = ("fr", "ar", "ky", "tg", "id", "km", "az", "ur")
"""With these they are eleven; those that the site does not have fall back on English."""

VOCABULARY_KEYS = ("fields", "type")
"""Keys whose values name vocabulary entries, some of which are called like records."""


def make(folder: Path, count: int, languages: tuple[str, ...] = LANGUAGES) -> Path:
    """A project with `count` records (at least as many as the real one has) in `folder`.

    Copies are the real records with `-2`, `-3`, … behind their ids, and refer to each other.
    """
    for name in ("hooks", "overrides", "docs", "data"):
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    (folder / "data" / "addresses.txt").unlink()  # none of its languages was ever published
    _offer(
        folder / "mkdocs.yml",
        r"^ +- \{locale: (\w+),.*\n",
        "        - {{locale: {code}, name: {code}}}\n",
        languages,
    )
    _offer(
        folder / "data" / "locales.yml",
        r"^(\w+): \{name:.*\n",
        "{code}: {{name: {code}, fallback: [en], state: draft}}\n",
        languages,
    )
    originals = {
        (kind, path.stem): parse_yaml(path.read_text(encoding="utf-8"))
        for kind in COPIED
        for path in sorted((ROOT / "data" / kind).glob("*.yml"))
    }
    others = sum(len(list((ROOT / "data" / k).glob("*.yml"))) for k in ("countries", "topics"))
    _copy_records(folder, originals, count - len(originals) - others)
    return folder


def _offer(file: Path, entry: str, new: str, languages: tuple[str, ...]) -> None:
    """Offer `languages` and no other; `entry` finds a language's code in its line, `new` makes one."""
    text = file.read_text(encoding="utf-8")
    lines = {match[1]: match[0] for match in re.finditer(entry, text, re.MULTILINE)}
    first, last = text.index(next(iter(lines.values()))), text.index([*lines.values()][-1])
    wanted = "".join(lines.get(code) or new.format(code=code) for code in languages)
    rest = text[last + len([*lines.values()][-1]) :]
    file.write_text(text[:first] + wanted + rest, encoding="utf-8")


def _copy_records(folder: Path, originals: dict[tuple[str, str], Any], wanted: int) -> None:
    ids = {id for _, id in originals}
    catalogue = read_catalogue(catalogue_path(ROOT, "ru"))
    texts: dict[str, list[polib.POEntry]] = {}
    for entry in catalogue:
        texts.setdefault((entry.msgctxt or "").split(" ")[0], []).append(entry)
    record_types = {record_type.kind: record_type for record_type in RECORD_TYPES}
    number = 2
    while wanted > 0:
        for kind, id in list(originals)[:wanted]:
            copy = _renamed(originals[kind, id], ids, number)
            path = folder / "data" / kind / f"{id}-{number}.yml"
            path.write_text(record_text(record_types[kind], copy), encoding="utf-8")
            for entry in texts.get(f"{kind}/{id}", []):
                context = entry.msgctxt.replace(f"{kind}/{id}", f"{kind}/{id}-{number}", 1)
                catalogue.append(
                    polib.POEntry(msgctxt=context, msgid=entry.msgid, msgstr=entry.msgstr)
                )
        wanted -= len(originals)
        number += 1
    path = catalogue_path(folder, "ru")
    path.write_text(str(catalogue), encoding="utf-8")


def _renamed(value: Any, ids: set[str], number: int) -> Any:
    """Copy of data, with every id of a copied record changed to that of its copy."""
    if isinstance(value, dict):
        return {
            key: inner if key in VOCABULARY_KEYS else _renamed(inner, ids, number)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_renamed(inner, ids, number) for inner in value]
    return f"{value}-{number}" if isinstance(value, str) and value in ids else value
