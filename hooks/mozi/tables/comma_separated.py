"""A table as comma-separated values: RFC 4180, in UTF-8 with the mark by which Excel knows it."""

import csv
import io
from collections.abc import Iterable

from mozi.tables.rows import Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What begins a formula in some spreadsheet program, also in its wide form."""


def content(table: Table) -> bytes:
    """The file of a table."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_harmless(table.head))
    writer.writerows(_harmless(row) for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _harmless(cells: Iterable[str]) -> list[str]:
    """Cells that no spreadsheet program takes for formulas: an apostrophe says that they are text."""
    return [f"'{text}" if text.startswith(_FORMULA) else text for text in cells]
