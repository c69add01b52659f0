"""Make records from a spreadsheet, or make the spreadsheet to fill in."""

import argparse
import sys
from contextlib import suppress
from pathlib import Path

from mozi.addresses.permalinks import add_page_addresses
from mozi.editing.json_schema import write_ids
from mozi.editing.save import create_files
from mozi.editing.spreadsheet import importing, messages, template
from mozi.excel.workbook import WorkbookRefused, merged_cells, read_workbook
from mozi.problems.report import add_language_option
from mozi.problems.rulebook import Lang
from mozi.settings import home_of
from mozi.store.loading import load_store
from mozi.store.record_store import Store


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which file to read, or to make, and in which language to tell of it."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", type=Path, metavar="FILE.xlsx", help="the file to read")
    what.add_argument("--template", type=Path, metavar="FILE.xlsx", help="make the file to fill in")
    add_language_option(parser)


def run(options: argparse.Namespace) -> int:
    """Do what is asked for; 1 when something stands against it, else 0."""
    read = load_store(options.root, home=home_of(options.root))
    if not (options.root / "data").is_dir():
        print(*(problem.text(options.lang) for problem in read.problems), sep="\n")
        return 1
    if options.template:
        return _template(options.template, read, options.lang)
    return _import(options.file, read, options.lang)


def _template(file: Path, read: Store, lang: Lang) -> int:
    content = template.content(read)
    try:
        with file.open("xb") as out:
            out.write(content)
    except FileExistsError:
        print(_message("exists", lang, file=file))
        return 1
    except OSError as error:
        print(_message("unwritten", lang, file=file, reason=error.strerror))
        return 1
    print(_message("made", lang, file=file))
    return 0


def _import(file: Path, read: Store, lang: Lang) -> int:
    """Write the records of a workbook: all of them, or none and what is wrong."""
    try:
        outcome = importing.import_workbook(read_workbook(file), merged_cells(file), read)
        if outcome.is_fine and not outcome.files:
            raise WorkbookRefused("blank")
    except WorkbookRefused as refused:
        _refuse([f"{file}: {refused.text(lang)}"], lang)
        return 1
    finding_lines = [finding.text(lang) for finding in outcome.findings]
    if not outcome.is_fine:
        _refuse([*finding_lines, *(problem.text(lang) for problem in outcome.problems)], lang)
        return 1
    try:
        create_files({read.root / name: text for name, text in outcome.files.items()})
    except OSError as error:
        _refuse([_message("unwritten", lang, file=error.filename, reason=error.strerror)], lang)
        return 1
    with suppress(OSError):  # no record suffers from an old list of ids; `make schema` renews it
        write_ids(read)
        add_page_addresses(read)
    print(*finding_lines, *outcome.files, sep="\n")
    print(_message("written", lang, count=len(outcome.files)), file=sys.stderr)
    return 0


def _refuse(lines: list[str], lang: Lang) -> None:
    print(*lines, sep="\n")
    print(_message("refused", lang, count=len(lines)), file=sys.stderr)


def _message(name: str, lang: Lang, **values: object) -> str:
    return messages.read_messages().phrases[name][lang].format(**values)
