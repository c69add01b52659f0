"""Spreadsheets from outside, read without trusting them: cells as texts, or a plain refusal.

Only Excel workbooks (`.xlsx`) are read; LibreOffice, WPS and Excel all write them.
"""

import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter

MAX_BYTES = 20_000_000
"""The largest file that is opened."""

MAX_UNPACKED = 64_000_000
"""The most that its parts may unpack to: a small file can hold gigabytes of nothing."""

MAX_ROWS, MAX_COLUMNS = 100_000, 50
"""What lies beyond is not read."""

MAX_LENGTH = 32_767
"""How long a text in a cell may be, in UTF-16 units, as Excel counts them."""

_FORBIDDEN = re.compile(r"[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold, and carriage returns, which it turns into line feeds."""

_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Excel takes `_x0041_` for an escaped “A”. What only looks so gets its own `_` escaped."""

_ESCAPED = re.compile(r"(_)x005[Ff]_(?=x[0-9A-Fa-f]{4}_)|_x000[Dd]_")
"""The same in a file, and the carriage returns that some programs put before line feeds."""


class Refused(Exception):
    """A workbook that cannot be used: what is wrong with it, and what to do."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(f"{reason} — {remedy}")


@dataclass(frozen=True)
class Cell:
    """A cell that is not empty: its text or, in `other`, what it holds instead, such as “a date”."""

    text: str
    other: str = ""


@dataclass(frozen=True)
class Row:
    """A row with something in it; `cells` are by column, both counted from 1."""

    number: int
    cells: dict[int, Cell]


def place(sheet: str, row: int, column: int) -> str:
    """How a spreadsheet names a cell: `ru!E12`."""
    return f"{sheet}!{get_column_letter(column)}{row}"


_OTHERS = {"n": "a number", "b": "true or false", "d": "a date", "f": "a formula", "e": "an error"}


def read(path: Path) -> dict[str, list[Row]]:
    """The rows of every sheet, by its name. Raises `Refused`."""
    _weigh(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what the library leaves out and nobody needs here
            return _rows(path)
    except Exception:  # the library raises whatever the parts of a broken file make it raise
        raise Refused(
            f"{path} cannot be read as a workbook",
            "open it in a spreadsheet program and save it again as .xlsx",
        ) from None


def _weigh(path: Path) -> None:
    """Refuse what is no workbook, or too large to be one that a person filled in."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Refused(
                f"{path} is larger than {MAX_BYTES // 1_000_000} MB",
                "take a fresh export, and leave out pictures and other sheets",
            )
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except OSError as error:
        raise Refused(f"{path} cannot be opened: {error.strerror}", "check its name") from None
    except zipfile.BadZipFile:
        raise Refused(
            f"{path} is no Excel workbook", "save it as “Excel workbook (.xlsx)”"
        ) from None
    if unpacked > MAX_UNPACKED:
        raise Refused(
            f"{path} would unpack to {unpacked // 1_000_000} MB",
            "take a fresh export, and copy the translations into it",
        )


def _rows(path: Path) -> dict[str, list[Row]]:
    book = openpyxl.load_workbook(path, read_only=True, keep_links=False)
    try:
        return {sheet.title: list(_filled(sheet)) for sheet in book.worksheets}
    finally:
        book.close()


def _filled(sheet: Any) -> Iterator[Row]:
    rows = sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS)
    for number, row in enumerate(rows, 1):
        cells = {n: _cell(cell) for n, cell in enumerate(row, 1) if cell.value is not None}
        if cells:
            yield Row(number, cells)


def _cell(cell: Any) -> Cell:
    if cell.data_type != "s":
        return Cell("", _OTHERS.get(cell.data_type, "no text"))
    text = str(cell.value).replace("\r\n", "\n").replace("\r", "\n")
    return Cell(_ESCAPED.sub(lambda match: match[1] or "", text))


def fits(text: str) -> bool:
    """Whether a cell can hold the text unchanged."""
    units = len(_escaped(text).encode("utf-16-le", "surrogatepass")) // 2
    return units <= MAX_LENGTH and not _FORBIDDEN.search(text)


def put(cell: Any, text: str) -> None:
    """Write a text that fits into a cell, as text whatever it looks like."""
    cell.value = _escaped(text)
    cell.data_type = "s"  # not a formula, though it begins with “=”
    cell.number_format = "@"


def _escaped(text: str) -> str:
    return _LOOKS_ESCAPED.sub("_x005F_", text)
