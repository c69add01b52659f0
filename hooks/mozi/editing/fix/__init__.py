"""Repairs of `mozi fix`: one module for each kind of slip.

A repair is a better text. It is taken only where the text can be read, has fewer problems and no new
one, and says the same as before but for the word that was mended; else the text is left alone.
Comments and everything else stay as they are.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from mozi.editing.fix import file_names, punctuation, spelling, tidying, typesetting
from mozi.editing.fix.repair import MOST, Fix, FixDraft, Repair, Sheet
from mozi.languages.catalogue import BrokenCatalogue, catalogue_content, catalogue_path
from mozi.languages.locales import LocaleEntry
from mozi.records.models import RECORD_TYPES, VOCABULARIES, SiteNames
from mozi.settings import home_of
from mozi.store.loading import load_store, name_problem, record_files
from mozi.store.record_store import LOCALES, SITE, Store
from mozi.yaml_text.parse import Unreadable, decode


def fix_all(root: Path) -> list[Fix]:
    """Mend the files in `root/data` in place, each at one stroke, and tell what was mended."""
    mended = list(file_names.rename(root))
    for sheet in fixable_files(load_store(root, home=home_of(root))):
        path = root / sheet.file
        try:
            content = path.read_bytes()
            decode(content)
        except (OSError, Unreadable):
            continue
        text, here = fix_text(sheet, content.decode())
        if here:
            _write(path, text)
            mended += here
    for code in load_store(root, home=home_of(root)).translations:
        path = catalogue_path(root, code)
        try:
            content = catalogue_content(path) or b""
            text, here = typesetting.fix_catalogue(code, content)
        except BrokenCatalogue:
            continue
        if here:
            _write(path, text)
            mended += here
    return mended


def fix_text(sheet: Sheet, text: str) -> tuple[str, list[Fix]]:
    """The text with all that can be mended safely, and what that was."""
    draft, mended = FixDraft(sheet, text), list[Fix]()
    repairs, tries = _repairs(draft), 0
    while (repair := next(repairs, None)) and (tries := tries + 1) <= MOST:
        after = repair.made(draft)
        if after:
            mended += repair.mended
            draft, repairs = after, _repairs(after)
    return draft.text, mended


def _repairs(draft: FixDraft) -> Iterator[Repair]:
    yield from punctuation.repairs(draft)
    if not draft.error:
        yield from spelling.repairs(draft)
        yield from tidying.repairs(draft)
        yield from typesetting.repairs(draft)


def fixable_files(store: Store) -> Iterator[Sheet]:
    """The files of a project that may be mended."""
    for record_type in RECORD_TYPES:
        for path in record_files(store.root, record_type.kind):
            file = path.relative_to(store.root)
            if not name_problem(file, record_type):
                yield Sheet(file.as_posix(), record_type, store)
    for name, model in VOCABULARIES.items():
        yield Sheet(f"data/vocabularies/{name}.yml", model, store)
    yield Sheet(LOCALES, LocaleEntry, store)
    yield Sheet(SITE, SiteNames, store)


def _write(path: Path, text: str) -> None:
    """Put a whole new file in the place of the old one: an interruption leaves one of the two."""
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(text.encode())
    shutil.copymode(path, new)
    os.replace(new, path)
