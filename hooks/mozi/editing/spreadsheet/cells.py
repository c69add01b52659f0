"""Cells as the plain values that the models read."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from mozi.editing.id_choices import Names, id_choices
from mozi.editing.spreadsheet import columns
from mozi.editing.spreadsheet.columns import RECORDS, Column
from mozi.excel.workbook import DATE, ERROR, FORMULA, NUMBER, TIME, YES_NO, Cell
from mozi.problems.problem import Value
from mozi.records.completeness import expected_fields
from mozi.records.field_guide import guide_of_field
from mozi.store.record_store import Store


class Odd(Exception):
    """A cell that holds what nobody can take for a value; `variant` is a wording of MZ605."""

    def __init__(self, variant: str, **values: Value) -> None:
        super().__init__(variant)
        self.variant = variant
        self.values = values


# What there is to choose from ---------------------------------------------------------------------

Lists = Mapping[str, Mapping[str, Names]]
"""Name of a list (`Column.list`) → its ids with their names in English and Chinese."""

BETWEEN = " · "
"""Stands between an id and its names where one chooses."""


def lists(read: Store) -> Lists:
    """Everything that drop-downs offer."""
    lists_by_name = dict(id_choices(read))
    names = lists_by_name["vocabularies/particulars"]
    for record_type in RECORDS:
        kind = record_type.kind
        lists_by_name[f"particulars/{kind}"] = {
            name: names.get(name, {"en": name, "zh": name}) for name in expected_fields(kind)
        }
    lists_by_name["fields"] = {
        name: _titles(record_type, name)
        for record_type in reversed(RECORDS)
        for name in columns.bearing(record_type)
    }
    lists_by_name["lists"] = {
        name: _titles(record_type, name)
        for sheet in columns.SHEETS
        for name in sheet.lists
        for record_type in RECORDS
        if len(sheet.lists) > 1 and columns.takes(record_type, sheet, name)
    }
    return lists_by_name


def _titles(record_type: type[Any], field: str) -> Names:
    title = guide_of_field(record_type, field).title
    return {"en": title.en, "zh": title.zh}


def label(id: str, names: Names) -> str:
    """How a drop-down shows an entry: `lead · Lead institution · 牵头院校`."""
    parts = dict.fromkeys([id, names["en"], names["zh"]])
    return BETWEEN.join(re.sub("[;；\n]+", ",", part) for part in parts)


def aliases(entries: Mapping[str, Names]) -> dict[str, str]:
    """Accepted words → the id of the entry: the id itself, or a name that only one entry has."""
    ids_by_word: dict[str, str] = {}
    twice = set()
    for id, names in entries.items():
        for name in dict.fromkeys([names["en"], names["zh"]]):
            if ids_by_word.setdefault(_folded(name), id) != id:
                twice.add(_folded(name))
    own = {id: id for id in entries}
    return {name: id for name, id in ids_by_word.items() if name not in twice} | own


def _folded(text: str) -> str:
    return " ".join(_narrow(text).casefold().split())


# From a cell to a value ---------------------------------------------------------------------------

_NOT_PUBLISHED = {"not published", "unpublished", "未公布", "not published 未公布"}


def says_unpublished(value: Any) -> bool:
    """Whether the value of a cell says that no source tells."""
    words = value[0] if isinstance(value, list) else value
    return isinstance(words, str) and _folded(re.sub("[/·]", " ", words)) in _NOT_PUBLISHED


def value(cell: Cell, column: Column, names: Mapping[str, str]) -> Any:
    """The value of a cell for a column, or a list of values; None where the cell is blank.

    `names` are the aliases of the column's list. A value that does not fit is left as it is: the
    models say best what is wrong with it. Raises `Odd` for what is no value of its own.
    """
    cell_value = _cell_value(cell, column)
    if isinstance(cell_value, str):
        cell_value = cell_value.strip()
    if cell_value in ("", None):
        return None
    if column.shape.many:
        return [_id(item, names) for item in _items(str(cell_value))] or None
    if isinstance(cell_value, str) and column.list:
        return _id(cell_value, names)
    if isinstance(cell_value, str):
        return _meant(cell_value, column)
    return cell_value


def _cell_value(cell: Cell, column: Column) -> Any:
    """The text, number, yes or no in a cell; a date only where one is asked for."""
    if cell.other in _ODD:
        raise Odd(_ODD[cell.other])
    if cell.other == DATE:
        if not column.shape.date:
            raise Odd("date")
        return cell.value
    if cell.other == YES_NO and column.shape.kind is not bool:
        raise Odd("yes-no")
    if cell.other == NUMBER:
        return _number(cell.value, column)
    return cell.value if cell.other else cell.text


_ODD = {FORMULA: "formula", ERROR: "error", TIME: "time"}

_DAYS, _DAY_ZERO = range(20_000, 80_000), date(1899, 12, 30)
"""Numbers by which spreadsheets mean days of the years 1954 to 2119, and from when they count."""


def _number(number: Any, column: Column) -> Any:
    whole = int(number) if isinstance(number, float) and number.is_integer() else number
    if column.shape.date and whole in _DAYS:
        raise Odd("day", number=whole, day=str(_DAY_ZERO + timedelta(days=whole)))
    return whole


def _items(text: str) -> Iterator[str]:
    """The single values in a cell; an entry with its names holds commas that separate nothing."""
    for part in re.split("[;；\n]", text):
        pieces = [part] if BETWEEN in part else re.split("[,，、]", part)
        yield from (piece.strip() for piece in pieces if piece.strip())


def _id(text: str, names: Mapping[str, str]) -> str:
    """The id that is meant: by itself, as a drop-down shows it, or by its name."""
    head = _narrow(text.split(BETWEEN)[0]).strip()
    return names.get(head) or names.get(_folded(text), head)


_TRUE, _FALSE = {"true", "yes", "是"}, {"false", "no", "否"}

_A_DATE = re.compile(
    r"(\d{4})\s*年?|(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?|"
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?"
)
"""A year, a month, or a day as it is written in China, the year always first."""


def _meant(text: str, column: Column) -> Any:
    """The date, number, or yes or no that a text stands for."""
    shape, narrow = column.shape, _narrow(text)
    if shape.date:
        return _date(narrow)
    if shape.kind is bool:
        return narrow.casefold() in _TRUE if narrow.casefold() in _TRUE | _FALSE else text
    if shape.kind in (int, float) and re.fullmatch(r"-?\d{1,15}(\.\d{1,15})?", narrow):
        return float(narrow) if "." in narrow else int(narrow)
    quoted = re.fullmatch(r"[\"'“”](\d+)[\"'“”]", text)  # codes, as they stand in files
    return quoted[1] if quoted else text


def _date(text: str) -> int | str:
    """A date in the form of records, a year as the number that records write."""
    match = _A_DATE.fullmatch(text)
    if not match:
        return text
    year, *rest = (part for part in match.groups() if part)
    return "-".join([year, *(part.rjust(2, "0") for part in rest)]) if rest else int(year)


def _narrow(text: str) -> str:
    """`text` without the wide letters, digits and hyphens of Chinese keyboards."""
    return unicodedata.normalize("NFKC", text).replace("–", "-").replace("—", "-")
