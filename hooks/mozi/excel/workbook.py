"""Reader of workbooks that are not trusted: it returns cells as plain values or refuses the file.

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
"""Largest size in bytes of a file that is opened."""

MAX_UNPACKED = 64_000_000
"""Largest size in bytes of all its unpacked parts: a small file can unpack to gigabytes."""

MAX_ROWS, MAX_COLUMNS = 100_000, 100
"""Largest sheet that is read."""

_LAST_ROW = 1_048_576
"""Last row: no spreadsheet program has a row below it."""

_ENCRYPTED_OR_OLD = bytes.fromhex("d0cf11e0a1b11ae1")
"""First bytes of files that Excel wrote with a password, or before 2007."""


class WorkbookRefused(Exception):
    """Workbook that cannot be used; `variant` is a variant of MZ601 in the rulebook."""

    def __init__(self, variant: str = "", **values: Value) -> None:
        self.problem = Problem.at("", (1, 1), "MZ601", variant, **values)
        super().__init__(self.text())

    def text(self, lang: Lang = "en") -> str:
        """Return the message that says what is wrong with the workbook, and what to do."""
        return f"MZ601 {self.problem.message(lang)} — {self.problem.fix(lang)}"


NUMBER, YES_NO, DATE, TIME = "a number", "true or false", "a date", "a time"
FORMULA, ERROR = "a formula", "an error"
"""Types of values in cells that are not text."""


@dataclass(frozen=True)
class Cell:
    """Cell that is not empty: its `text` or, in `other`, the type of the value in it.

    `value` is the number or the bool; a date is a text as precise as the cell shows it, such as
    `2024-09`.
    """

    text: str
    other: str = ""
    value: int | float | bool | str | None = None


@dataclass(frozen=True)
class Row:
    """Row that is not empty; rows and the columns of `cells` are counted from 1."""

    number: int
    cells: dict[int, Cell]


def cell_name(sheet: str, row: int, column: int) -> str:
    """Return the name of a cell in spreadsheet programs, such as `ru!E12`."""
    return f"{sheet}!{get_column_letter(column)}{row}"


def read_workbook(path: Path) -> dict[str, list[Row]]:
    """Return the rows of every sheet, by name of the sheet. Raises `WorkbookRefused`."""
    with _opened(path) as book:
        return {sheet.title: list(_filled(sheet)) for sheet in book.worksheets}


def merged_cells(path: Path) -> dict[str, list[str]]:
    """Return the merged cells, such as `B2:B4`, by name of the sheet. Raises `WorkbookRefused`."""
    with _opened(path) as book:
        return {sheet.title: _merged(sheet) for sheet in book.worksheets}


@contextmanager
def _opened(path: Path) -> Iterator[openpyxl.Workbook]:
    """Open the workbook at `path`. Raises `WorkbookRefused`, whatever openpyxl raises."""
    _weigh(path)
    try:
        with warnings.catch_warnings():
            # about parts that openpyxl leaves out and nobody needs here
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(path, read_only=True, keep_links=False)
            try:
                yield book
            finally:
                book.close()
    except WorkbookRefused:
        raise
    except Exception:  # openpyxl raises many kinds of errors for the parts of a broken file
        raise WorkbookRefused("broken") from None


def _weigh(path: Path) -> None:
    """Refuse a file that is no workbook, or too large for one that a person filled in.

    Raises `WorkbookRefused`.
    """
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
    except Exception:  # `zipfile` raises many kinds of errors for a damaged list of parts
        raise WorkbookRefused() from None
    if unpacked > MAX_UNPACKED:
        raise WorkbookRefused("packed", size=unpacked // 1_000_000)


def _merged(sheet: Any) -> list[str]:
    # openpyxl knows no merged cells of sheets that it reads row by row, so their XML is searched.
    with sheet._get_source() as part:
        ranges = re.findall(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z0-9:]+)\"", part.read())
    return [cell_range.decode() for cell_range in ranges]


def _filled(sheet: Any) -> Iterator[Row]:
    """Yield the rows that are not empty. Raises `WorkbookRefused` for a cell beyond the limits."""
    sheet.reset_dimensions()  # the file gives them, and they may be wrong
    previous_row = None
    for number, row in enumerate(sheet.iter_rows(max_row=_LAST_ROW), 1):
        # openpyxl yields the same row object for each missing row, perhaps a million times
        if row is previous_row:
            continue
        previous_row = row
        cells_beyond = row if number > MAX_ROWS else row[MAX_COLUMNS:]
        if any(cell.value is not None for cell in cells_beyond):
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
"""Parts of a number format that are shown unchanged, or give its language and colour."""


def _as_shown(day: date, number_format: str) -> str:
    """Return a date as precise as its format shows it.

    Spreadsheet programs often store the first day of the month for the input 2024-09.
    """
    letters = _NOT_OF_THE_DATE.sub("", number_format.lower())
    shown = "2024-09-24"
    if "y" in letters and "d" not in letters:
        shown = "2024-09" if "m" in letters else "2024"
    return day.strftime("%Y-%m-%d")[: len(shown)]
