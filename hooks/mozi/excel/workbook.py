"""Spreadsheets from outside, read without trusting them: cells as plain values, or a refusal.

Only Excel workbooks (`.xlsx`) are read; LibreOffice, WPS and Excel all write them.
"""

import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter

from mozi.excel.cell_text import unescaped
from mozi.problems.problem import Problem, Value
from mozi.problems.rulebook import Lang

MAX_BYTES = 20_000_000
"""The largest file that is opened."""

MAX_UNPACKED = 64_000_000
"""The most that its parts may unpack to: a small file can hold gigabytes of nothing."""

MAX_ROWS, MAX_COLUMNS = 100_000, 100
"""The largest sheet that is read."""

_LAST_ROW = 1_048_576
"""No spreadsheet program has a row below it."""

_ENCRYPTED_OR_OLD = bytes.fromhex("d0cf11e0a1b11ae1")
"""How files begin that Excel wrote with a password, or before 2007."""


class WorkbookRefused(Exception):
    """A workbook that cannot be used; `variant` is a wording of MZ601."""

    def __init__(self, variant: str = "", **values: Value) -> None:
        self.problem = Problem.at("", (1, 1), "MZ601", variant, **values)
        super().__init__(self.text())

    def text(self, lang: Lang = "en") -> str:
        """Message that says what is wrong with the workbook, and what to do."""
        return f"MZ601 {self.problem.message(lang)} — {self.problem.fix(lang)}"


NUMBER, YES_NO, DATE, TIME = "a number", "true or false", "a date", "a time"
FORMULA, ERROR = "a formula", "an error"
"""Types of values in cells that are no text."""


@dataclass(frozen=True)
class Cell:
    """A cell that is not empty: its text or, in `other`, what it holds instead.

    `value` is the number, yes or no; a date is a text no finer than the cell shows it, `2024-09`.
    """

    text: str
    other: str = ""
    value: int | float | bool | str | None = None


@dataclass(frozen=True)
class Row:
    """A row with something in it; `cells` are by column, both counted from 1."""

    number: int
    cells: dict[int, Cell]


def cell_name(sheet: str, row: int, column: int) -> str:
    """How a spreadsheet names a cell: `ru!E12`."""
    return f"{sheet}!{get_column_letter(column)}{row}"


def read_workbook(path: Path) -> dict[str, list[Row]]:
    """The rows of every sheet, by its name. Raises `Refused`."""
    with _opened(path) as book:
        return {sheet.title: list(_filled(sheet)) for sheet in book.worksheets}


def merged_cells(path: Path) -> dict[str, list[str]]:
    """The cells that somebody merged, such as `B2:B4`, by sheet. Raises `Refused`."""
    with _opened(path) as book:
        return {sheet.title: _merged(sheet) for sheet in book.worksheets}


@contextmanager
def _opened(path: Path) -> Iterator[openpyxl.Workbook]:
    """The workbook at `path`; whatever it makes the library raise is a refusal."""
    _weigh(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what the library leaves out and nobody needs here
            book = openpyxl.load_workbook(path, read_only=True, keep_links=False)
            try:
                yield book
            finally:
                book.close()
    except WorkbookRefused:
        raise
    except Exception:  # the library raises whatever the parts of a broken file make it raise
        raise WorkbookRefused("broken") from None


def _weigh(path: Path) -> None:
    """Refuse what is no workbook, or too large to be one that a person filled in."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise WorkbookRefused("large", limit=MAX_BYTES // 1_000_000)
        with path.open("rb") as file:
            beginning = file.read(len(_ENCRYPTED_OR_OLD))
    except OSError as error:
        raise WorkbookRefused("unopened", reason=error.strerror or str(error)) from None
    if beginning == _ENCRYPTED_OR_OLD:
        raise WorkbookRefused("protected")
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except Exception:  # a damaged list of its parts makes the archive raise many things
        raise WorkbookRefused() from None
    if unpacked > MAX_UNPACKED:
        raise WorkbookRefused("packed", size=unpacked // 1_000_000)


def _merged(sheet: Any) -> list[str]:
    # Sheets that are read row by row do not tell what is merged, so their text is searched.
    with sheet._get_source() as part:
        found = re.findall(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z0-9:]+)\"", part.read())
    return [ref.decode() for ref in found]


def _filled(sheet: Any) -> Iterator[Row]:
    """The rows with something in them. Raises `Refused` when something stands beyond the limits."""
    sheet.reset_dimensions()  # they are what the file says, not what is in it
    before = None
    for number, row in enumerate(sheet.iter_rows(max_row=_LAST_ROW), 1):
        if row is before:  # what the library puts wherever rows are missing, perhaps a million
            continue
        before = row
        beyond = row if number > MAX_ROWS else row[MAX_COLUMNS:]
        if any(cell.value is not None for cell in beyond):
            raise WorkbookRefused("vast", sheet=sheet.title, rows=MAX_ROWS, columns=MAX_COLUMNS)
        cells = enumerate(row[:MAX_COLUMNS], 1)
        if filled := {n: _cell(cell) for n, cell in cells if cell.value is not None}:
            yield Row(number, filled)


def _cell(cell: Any) -> Cell:
    kind, value = cell.data_type, cell.value
    if kind == "s":
        return Cell(unescaped(str(value)))
    if kind == "d":
        if not isinstance(value, date):
            return Cell("", TIME)
        return Cell("", DATE, _as_shown(value, cell.number_format or ""))
    if kind == "n":
        return Cell("", NUMBER, value)
    if kind == "b":
        return Cell("", YES_NO, value)
    return Cell("", FORMULA if kind == "f" else ERROR)


_NOT_OF_THE_DATE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
"""Parts of a number format that stand as they are, or say its language and colour."""


def _as_shown(day: date, number_format: str) -> str:
    """A date no finer than its format shows: who types 2024-09 often gets its first day."""
    letters = _NOT_OF_THE_DATE.sub("", number_format.lower())
    shown = "2024-09-24"
    if "y" in letters and "d" not in letters:
        shown = "2024-09" if "m" in letters else "2024"
    return day.strftime("%Y-%m-%d")[: len(shown)]
