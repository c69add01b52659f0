"""A table as comma-separated values: RFC 4180, in UTF-8 with the mark by which Excel knows it."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from mozi.open_data.table_rows import Row, Table

_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
"""What begins a formula in some spreadsheet program, also in its wide form, or was made harmless."""


def csv_content(table: Table) -> bytes:
    """The file of a table."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_harmless(table.head))
    writer.writerows(_harmless(row) for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def csv_rows(content: bytes) -> Iterator[Row]:
    """The rows of a table from its file. Raises `csv.Error` where a cell is too long to be read."""
    lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    next(lines)  # the heading
    return (tuple(text[1:] if _is_harmless(text) else text for text in row) for row in lines)


def _harmless(cells: Iterable[str]) -> list[str]:
    """Cells that no spreadsheet program takes for formulas: an apostrophe says that they are text."""
    return [f"'{text}" if _FORMULA.match(text) else text for text in cells]


def _is_harmless(text: str) -> bool:
    return text.startswith("'") and bool(_FORMULA.match(text))
