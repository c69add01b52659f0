"""A table as comma-separated values: RFC 4180, in UTF-8 with a byte order mark for Excel."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from mozi.open_data.table_rows import Row, Table

_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
"""Beginning of a formula in some spreadsheet program, also in wide characters, or escaped."""


def csv_content(table: Table) -> bytes:
    """The content of a table's file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_escaped_cells(table.head))
    writer.writerows(_escaped_cells(row) for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def csv_rows(content: bytes) -> Iterator[Row]:
    """The rows of a table, parsed from its file. Raises `csv.Error` if a cell is too long."""
    lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    next(lines)  # the heading
    return (tuple(text[1:] if _is_escaped(text) else text for text in row) for row in lines)


def _escaped_cells(cells: Iterable[str]) -> list[str]:
    """Cells that no spreadsheet program takes for formulas: an apostrophe marks them as text."""
    return [f"'{text}" if _FORMULA.match(text) else text for text in cells]


def _is_escaped(text: str) -> bool:
    return text.startswith("'") and bool(_FORMULA.match(text))
