"""Bring the catalogues in data/translations/ up to date; exchange them as spreadsheets."""

import argparse
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import babel
import polib

from mozi.editing.translations.extract import Message, Seen, entries, interface_strings
from mozi.editing.translations.merge import merge_catalogues, write_catalogue
from mozi.editing.translations.spreadsheet import apply_sheet, find_sheets, make_workbook
from mozi.excel.workbook import WorkbookRefused, read_workbook
from mozi.languages.catalogue import (
    Counts,
    Translations,
    catalogue_path,
    count_states,
    entry_key,
)
from mozi.languages.language import direction
from mozi.languages.locales import LocaleEntry
from mozi.records.cldr import is_language
from mozi.records.values import TextKey
from mozi.settings import home_of
from mozi.store.loading import load_store
from mozi.store.record_store import Store
from mozi.store.texts import texts_of


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what may follow `mozi translate`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    export = actions.add_parser(
        "export",
        help="write a language's texts into a spreadsheet",
        description="Write a language's texts into a spreadsheet for its translators.",
    )
    export.add_argument("locale", metavar="LOCALE", help="the language's code, such as ru")
    export.add_argument(
        "--xlsx", type=Path, metavar="FILE", nargs="?", help="the file to write (LOCALE.xlsx)"
    )
    export.add_argument(
        "--missing", action="store_true", help="only what is missing or out of date"
    )
    taken = actions.add_parser(
        "import",
        help="take over a spreadsheet that translators filled in",
        description="Take over a spreadsheet that translators filled in, or name what is wrong.",
    )
    taken.add_argument("file", type=Path, metavar="FILE", help="the file to read")
    for action in (export, taken):  # --root may also stand at the end
        action.add_argument(
            "--root", type=Path, default=argparse.SUPPRESS, metavar="DIR", help=argparse.SUPPRESS
        )


def run(options: argparse.Namespace) -> int:
    """Do what is asked for; 1 when something stands against it, else 0."""
    read = load_store(options.root, home=home_of(options.root))
    errors = [problem for problem in read.problems if problem.severity == "error"]
    if errors:  # texts of records that cannot be read would be taken for removed
        print(*errors, sep="\n")
        return 1
    if options.action == "export":
        file = options.xlsx or Path(f"{options.locale}.xlsx")
        return _export(read, options.locale, file, options.missing)
    if options.action == "import":
        return _import(read, options.file)
    return _update(read)


def _update(read: Store) -> int:
    """Write every catalogue again, and print how far each is."""
    strings = _interface_strings(read)
    for code in _translated(read):
        catalogue = _current(read, code, strings)
        write_catalogue(catalogue_path(read.root, code), catalogue)
        print(table(code, read.locales[code], count_states(catalogue)), end="\n\n")
    return 0


def _interface_strings(read: Store) -> Mapping[Message, Seen]:
    """Strings of the interface; none where they are those of the project's home."""
    return {} if read.files.home else interface_strings(read.root)


def _translated(read: Store) -> list[str]:
    """The languages that have a catalogue: all but English, in which the texts are written."""
    return [code for code in read.locales if code != "en"]


def _current(read: Store, code: str, strings: Mapping[Message, Seen]) -> polib.POFile:
    """A language's catalogue with all texts there are now."""
    shared = read.shared_translations.get(code, Translations(code)).states
    wanted = [entry for entry in entries(strings, read, code) if entry_key(entry) not in shared]
    return merge_catalogues(read.catalogues[code], code, wanted)


def table(code: str, locale: LocaleEntry, counts: Mapping[str, Counts]) -> str:
    """How far a language is, kind by kind, as lines of text."""
    state = {"draft": "draft, not reviewed"}.get(locale.state, locale.state)
    if locale.reviewed_on:
        state += f" on {locale.reviewed_on}"
    rows = [(kind, each) for kind, each in counts.items()]
    rows.append(("all", sum(counts.values(), Counts())))
    width = max(len(kind) for kind, _ in rows) + 2
    head = f"{'':{width}}{'translated':>12}{'out of date':>13}{'missing':>9}{'of':>7}"
    lines = [
        f"{kind:{width}}{each.translated:>12}{each.stale:>13}{each.missing:>9}{each.total:>7}"
        for kind, each in rows
    ]
    return "\n".join([f"{code} {locale.name} ({state})", head, *lines])


# Spreadsheets ---------------------------------------------------------------------------------------


def _export(read: Store, code: str, file: Path, only_open: bool) -> int:
    if code not in _translated(read):
        print(_not_on_offer(code, read))
        return 1
    catalogue = _current(read, code, _interface_strings(read))
    workbook = make_workbook(
        catalogue,
        code,
        {} if code == "zh" else _chinese(read),
        mirrored=direction(code) == "rtl",
        only_open=only_open,
    )
    try:
        workbook.book.save(file)
    except OSError as error:
        print(f"{file} cannot be written: {error.strerror}")
        return 1
    print(f"{file}: {workbook.texts} texts")
    if workbook.left_out:
        print(f"{workbook.left_out} texts are too long for a cell: translate them in the catalogue")
    return 0


def _chinese(read: Store) -> dict[TextKey, str]:
    """Chinese texts that stand beside the English as help."""
    interface = read.translations["zh"].texts
    texts = {key: text.zh for key, text in texts_of(read).items()}
    return {key: translation.text for key, translation in interface.items()} | texts


def _not_on_offer(code: str, read: Store) -> str:
    if code == "en":
        return "en: English is what all texts are written in, and needs no translation"
    if not is_language(code):
        codes = ", ".join(_translated(read))
        return f"“{code}” is no language code (BCP 47) — write one of: {codes}"
    name = babel.Locale.parse(code, sep="-").display_name or code
    name = name[:1].upper() + name[1:]
    return (
        f"“{code}” is not a language of the site yet. To add it:\n"
        f"  data/locales.yml: {code}: {{name: {name}, fallback: [en], state: draft}}\n"
        f"  mkdocs.yml, under “languages”: - {{locale: {code}, name: {name}}}\n"
        "then run “mozi translate”, which makes its catalogue, and this command again"
    )


def _import(read: Store, file: Path) -> int:
    """Take over all sheets of a workbook, or none of them."""
    try:
        sheets = find_sheets(read_workbook(file))
    except WorkbookRefused as refused:
        print(f"{file}: {refused}")
        return 1
    for sheet in sheets:
        if sheet.code not in _translated(read):
            print(f"{file}: {sheet.name}: {_not_on_offer(sheet.code, read)}")
            return 1
    strings = _interface_strings(read)
    catalogues = {sheet.code: _current(read, sheet.code, strings) for sheet in sheets}
    changed: dict[str, int] = defaultdict(int)
    problems = []
    for sheet in sheets:
        count, refusals = apply_sheet(catalogues[sheet.code], sheet)
        changed[sheet.code] += count
        problems += refusals
    if problems:
        for problem in problems:
            print(f"{file}: {problem}")
        print(f"{len(problems)} problem(s): nothing was taken over")
        return 1
    for code, count in changed.items():
        if count:
            write_catalogue(catalogue_path(read.root, code), catalogues[code])
        print(f"{code}: {count} translations taken over")
    return 0
