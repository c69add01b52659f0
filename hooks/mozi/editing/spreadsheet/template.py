"""The workbook to fill in: sheets with explained headings, drop-downs and an example."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from mozi.editing.spreadsheet import cells, messages
from mozi.editing.spreadsheet.cells import Lists
from mozi.editing.spreadsheet.columns import SHEETS, Column, Sheet
from mozi.editing.spreadsheet.find_sheets import MARK
from mozi.excel.cell_text import fits, put
from mozi.languages.text_width import text_width
from mozi.problems.rulebook import EditorWords
from mozi.records.completeness import REQUIRED_FIELDS
from mozi.records.models import Record
from mozi.store.record_store import Store

ROWS = 5000
"""Down to which row there are drop-downs."""

_MADE = datetime(2000, 1, 1)
"""When the workbook says it was made: the same records always give the same bytes."""

_NEEDED, _PARTICULAR = "*", "○"
"""Marks in headings: what must be filled in, and what may be said to be unpublished instead."""

_FILLS = {_NEEDED: "F4D9C9", _PARTICULAR: "FBEFC9", "": "ECECEC"}
_TAB_OF_RECORDS, _TAB_OF_OTHERS = "B5532A", "2A6DB5"
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_BOLD, _TITLE, _EXAMPLE = (
    Font(bold=True),
    Font(bold=True, size=16),
    Font(italic=True, color="7F7F7F"),
)

_WIDTHS = (26, 76, 66)
"""Columns of the first sheet: what is meant, in English, in Chinese."""

_IN_SHORT = ("sources", "projects", "roles", "evidence")
"""The sheets whose first example shows how rows belong together."""


def content(read: Store) -> bytes:
    """The file of the workbook, with the ids that `read` has to choose from."""
    book = openpyxl.Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    _open(first)
    lists = cells.lists(read)
    ranges = _ranges(lists)
    for sheet in SHEETS:
        _add(book.create_sheet(sheet.title), sheet, ranges)
    _offer(book.create_sheet(messages.LISTS), lists)
    return _packed(book)


# The first sheet ----------------------------------------------------------------------------------


def _open(page: Worksheet) -> None:
    """Say what to do, in English and Chinese beside each other."""
    book = messages.read_messages()
    page.title = messages.FIRST
    for letter, width in zip("ABC", _WIDTHS, strict=True):
        page.column_dimensions[letter].width = width
    _say(page, "", book.phrases["title"], _TITLE)
    _say(page, "", book.phrases["language"], _BOLD)
    for number, step in enumerate(book.steps, 1):
        _say(page, str(number), step)
    _say(page, "", book.phrases["sheets"], _BOLD)
    for sheet in SHEETS:
        about = sheet.about
        _say(page, sheet.title, EditorWords(en=about.en, zh=about.zh))
        page.cell(page.max_row, 1).hyperlink = f"#{quote_sheetname(sheet.title)}!A1"
    _say(page, "", book.phrases["example"], _BOLD)
    for sheet in (sheet for sheet in SHEETS if sheet.name in _IN_SHORT):
        cells_of = book.example[sheet.name][0].items()
        lines = "\n".join(f"{key}: {value}" for key, value in cells_of)
        _row(page, [f"{MARK} {sheet.title}", lines], _EXAMPLE)


def _say(page: Worksheet, what: str, text: EditorWords, font: Font | None = None) -> None:
    _row(page, [what, text.en, text.zh], font)


def _row(page: Worksheet, texts: Sequence[str], font: Font | None) -> None:
    number = page.max_row + 1
    for column, text in enumerate(texts, 1):
        cell = page.cell(number, column)
        put(cell, text)
        cell.alignment = _WRAPPED
        if font:
            cell.font = font
    lines = max(map(_lines, texts, _WIDTHS))
    page.row_dimensions[number].height = 8 + lines * (22 if font is _TITLE else 15)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a cell; not every program finds that out by itself."""
    return sum(1 + text_width(line) // width for line in text.split("\n"))


# The sheets to fill in ----------------------------------------------------------------------------


def _add(page: Worksheet, sheet: Sheet, ranges: Mapping[str, str]) -> None:
    """Give a sheet its headings, drop-downs and example."""
    is_of_records = issubclass(sheet.model, Record)
    page.sheet_properties.tabColor = _TAB_OF_RECORDS if is_of_records else _TAB_OF_OTHERS
    page.freeze_panes = "B2"
    page.row_dimensions[1].height = 62
    for number, column in enumerate(sheet.columns, 1):
        letter = get_column_letter(number)
        _head(page, number, column, _mark(sheet, column))
        body = page.column_dimensions[letter]
        body.width = _width(column)
        body.alignment = _WRAPPED
        body.number_format = "General" if _is_number(column) else "@"
        if choice := _choice(column, ranges):
            choice.add(f"{letter}2:{letter}{ROWS}")
            page.add_data_validation(choice)
    for number, example in enumerate(messages.read_messages().example[sheet.name], 2):
        _exemplify(page, number, sheet, example)


def _mark(sheet: Sheet, column: Column) -> str:
    if column.required:
        return _NEEDED
    kind = sheet.model.kind if issubclass(sheet.model, Record) else ""
    return (
        _PARTICULAR if column.path[:1] and column.path[0] in REQUIRED_FIELDS.get(kind, ()) else ""
    )


def _head(page: Worksheet, number: int, column: Column, mark: str) -> None:
    """The heading: titles, then the key by which the column is read; its note explains it."""
    cell = page.cell(1, number)
    titles = (f"{column.titles[lang]} {mark}".strip() for lang in ("en", "zh"))
    put(cell, "\n".join([*titles, column.key]))
    cell.font, cell.alignment = _BOLD, _WRAPPED
    cell.fill = PatternFill("solid", fgColor=_FILLS[mark])
    note = _note(column, mark)
    cell.comment = Comment(note, "Mozi", height=60 + len(note) // 2, width=380)


def _note(column: Column, mark: str) -> str:
    hints = messages.read_messages().hints
    names = {
        "needed": mark == _NEEDED,
        "particular": mark == _PARTICULAR,
        "several": column.shape.many,
        "date": column.shape.date,
        "yes-no": column.shape.kind is bool,
    }
    hint_texts = [hints[name] for name, holds in names.items() if holds]
    english = [column.about.en, *(hint.en for hint in hint_texts)]
    chinese = [column.about.zh, *(hint.zh for hint in hint_texts)]
    return "\n".join([*english, "", *chinese])


def _is_number(column: Column) -> bool:
    return column.shape.kind in (int, float)


def _width(column: Column) -> int:
    if column.shape.date or _is_number(column):
        return 14
    return 40 if column.is_prose else 26


def _choice(column: Column, ranges: Mapping[str, str]) -> DataValidation | None:
    """The drop-down of a column. Ids may be typed too: those of new records are in no list."""
    if column.list in ranges:
        return DataValidation("list", formula1=ranges[column.list], allow_blank=True)
    words_allowed = ("true", "false") if column.shape.kind is bool else column.shape.choices
    if not words_allowed:
        return None
    formula = f'"{",".join(str(word) for word in words_allowed)}"'
    return DataValidation("list", formula1=formula, allow_blank=True, showErrorMessage=True)


def _exemplify(page: Worksheet, number: int, sheet: Sheet, example: Mapping[str, str]) -> None:
    for index, column in enumerate(sheet.columns, 1):
        if text := example.get(column.key):
            cell = page.cell(number, index)
            put(cell, f"{MARK} {text}" if index == 1 else text)
            cell.font, cell.alignment = _EXAMPLE, _WRAPPED


# What drop-downs offer ----------------------------------------------------------------------------


def _ranges(lists: Lists) -> dict[str, str]:
    """Where each list stands that has something to offer."""
    sheet = quote_sheetname(messages.LISTS)
    return {
        name: f"{sheet}!${letter}$2:${letter}${len(entries) + 1}"
        for number, (name, entries) in enumerate(lists.items(), 1)
        if entries
        for letter in [get_column_letter(number)]
    }


def _offer(page: Worksheet, lists: Lists) -> None:
    page.sheet_state = "hidden"
    for number, (name, entries) in enumerate(lists.items(), 1):
        put(page.cell(1, number), name)
        for row, (id, names) in enumerate(entries.items(), 2):
            shown = cells.label(id, names)
            put(page.cell(row, number), shown if fits(shown) else id)


# The file -----------------------------------------------------------------------------------------


def _packed(book: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook, without the time at which they were made."""
    book.properties.creator = "Mozi"
    book.properties.created = book.properties.modified = _MADE
    dated, undated = io.BytesIO(), io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(dated, "w")).save()
    with (
        zipfile.ZipFile(dated) as parts,
        zipfile.ZipFile(undated, "w", zipfile.ZIP_DEFLATED) as file,
    ):
        for name in parts.namelist():
            file.writestr(zipfile.ZipInfo(name), parts.read(name), zipfile.ZIP_DEFLATED)
    return undated.getvalue()
