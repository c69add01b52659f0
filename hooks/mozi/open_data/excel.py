"""A table as Excel workbook (Office Open XML): all cells are text, and a second sheet explains it.

XlsxWriter writes it: for thousands of rows it needs a fifth of the time of openpyxl, which is used
for reading.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from mozi.excel.cell_text import MAX_LENGTH, fits
from mozi.languages.text_width import text_width
from mozi.open_data.table_rows import Table

if TYPE_CHECKING:  # imported only when a workbook is made: most builds after an edit make none
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_MADE = datetime(2000, 1, 1)
"""Creation time in the workbook, always the same: the same records always give the same bytes."""

_CELL = {"text_wrap": True, "valign": "top", "num_format": "@"}
"""Format of a cell: always text, so that codes keep their zeros, and dates their precision."""

_HEIGHT = 62
"""Height of a row in points: four lines, however long its texts are."""

_SHORT = MAX_LENGTH // 4
"""Letters that always fit into a cell: no letter takes more than four units of its length."""

_WIDTHS = (11, 48)
"""The narrowest and the widest column, in characters."""

_MEASURED = 100
"""Number of rows that are measured for the width of columns."""

_LONGEST_TITLE = 31
"""Length of a sheet's title that Excel allows."""


def workbook_content(table: Table, about: Mapping[str, str]) -> bytes:
    """Content of a table's workbook; `about` maps labels to texts for the second sheet."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True})
    book.set_properties({"title": table.title, "created": _MADE})
    body, heading = book.add_format(_CELL), book.add_format({**_CELL, "bold": True})
    sheet = book.add_worksheet(table.title[:_LONGEST_TITLE])
    sheet.set_default_row(_HEIGHT)
    sheet.set_row(0, _HEIGHT // 2)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(table.rows), len(table.head) - 1)
    _fill(sheet, [table.head], heading)
    _fill(sheet, table.rows, body, 1)
    _measure(sheet, [table.head, *table.rows])
    legend = book.add_worksheet(table.legend[:_LONGEST_TITLE])
    _fill(legend, list(about.items()), body)
    _measure(legend, list(about.items()))
    if table.rtl:
        sheet.right_to_left()
        legend.right_to_left()
    book.close()
    return file.getvalue()


def _fill(
    sheet: "Worksheet", rows: Iterable[Sequence[str]], style: "Format", first: int = 0
) -> None:
    for number, row in enumerate(rows, first):
        for column, text in enumerate(row):
            if text:
                sheet.write_string(number, column, _fitting(text), style)


def _fitting(text: str) -> str:
    """The text, shortened to what a cell can hold; the record's page shows all of it."""
    while len(text) > _SHORT and not fits(text):
        text = text[: min(MAX_LENGTH, len(text)) * 9 // 10] + " …"
    return text


def _measure(sheet: "Worksheet", rows: Sequence[Sequence[str]]) -> None:
    """Set the widths of columns by their texts, within `_WIDTHS`."""
    least, most = _WIDTHS
    for number, texts in enumerate(zip(*rows[:_MEASURED], strict=True)):
        lines = (line[:most] for text in texts for line in text.split("\n"))  # most fill a column
        longest = max(map(text_width, lines))
        sheet.set_column(number, number, min(max(longest + 2, least), most))
