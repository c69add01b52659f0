"""Workbooks for tests: rows by sheet, and the records they come from."""

import copy
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from mozi.editing.spreadsheet import columns, messages
from mozi.editing.spreadsheet.columns import RECORDS, SHEETS, Sheet
from mozi.excel.workbook import ERROR, FORMULA, NUMBER, YES_NO, Cell, Row
from mozi.records.models import Record

Rows = dict[str, list[dict[str, Any]]]
"""Name of a sheet → its rows: key of a column → what stands in the cell."""


def sample() -> Rows:
    """The example of the template, as if somebody had typed it."""
    return copy.deepcopy(messages.read_messages().example)


def in_memory(rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, list[Row]]:
    """What `workbooks.read` gives of a workbook with these rows."""
    return {
        title: [
            Row(number, {n: _cell(v) for n, v in enumerate(line, 1) if v is not None})
            for number, line in enumerate(lines, 1)
        ]
        for title, lines in _lines(rows)
    }


def _cell(value: Any) -> Cell:
    if isinstance(value, bool):
        return Cell("", YES_NO, value)
    if isinstance(value, int):
        return Cell("", NUMBER, value)
    others = {"=": FORMULA, "#N": ERROR}
    other = next((others[start] for start in others if value.startswith(start)), "")
    return Cell("" if other else value, other)


def _lines(
    rows: Mapping[str, Sequence[Mapping[str, Any]]],
) -> Iterator[tuple[str, list[list[Any]]]]:
    """Title and cells of each sheet: the headings of the template, then these rows."""
    for sheet in SHEETS:
        lines = rows.get(sheet.name, ())
        keys = list(dict.fromkeys([c.key for c in sheet.columns] + [k for r in lines for k in r]))
        yield sheet.title, [keys, *([line.get(key) for key in keys] for line in lines)]


def write(path: Path, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> Path:
    """A workbook of these rows; keys that the template does not have become columns."""
    book = openpyxl.Workbook(write_only=True)
    for title, lines in _lines(rows):
        page = book.create_sheet(title)
        for line in lines:
            page.append(line)
    book.save(path)
    return path


def cell(name: str, key: str, row: int = 2) -> str:
    """How problems name a cell of the template."""
    sheet = next(sheet for sheet in SHEETS if sheet.name == name)
    number = [column.key for column in sheet.columns].index(key) + 1
    return f"{sheet.title}!{openpyxl.utils.get_column_letter(number)}{row}"


# From records to rows -----------------------------------------------------------------------------


def rows_of(records: Mapping[type[Record], Mapping[str, dict[str, Any]]]) -> Rows:
    """The data of records as rows of a workbook."""
    rows: Rows = {sheet.name: [] for sheet in SHEETS}
    for record_type in RECORDS:
        for id, data in records[record_type].items():
            name = f"{record_type.kind}/{id}"
            rows[record_type.kind].append({"id": id, **_values(data, _sheet(record_type.kind))})
            rows["evidence"] += _evidence(record_type, name, data)
            for sheet in SHEETS:
                for list_name in sheet.lists:
                    if columns.takes(record_type, sheet, list_name):
                        rows[sheet.name] += _items(sheet, list_name, name, data)
            rows["fees"] += _fees_of_intakes(name, data)
    return rows


def _sheet(name: str) -> Sheet:
    return next(sheet for sheet in SHEETS if sheet.name == name)


def _values(data: Any, sheet: Sheet) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for column in sheet.columns:
        found = data if column.path else None
        for step in column.path:
            if isinstance(step, int):
                found = found[step] if found else None
            else:
                found = found.get(step) if isinstance(found, dict) else None
        if column.shape.claim and isinstance(found, dict):
            found = found["value"]
        if found is not None:
            row[column.key] = "; ".join(found) if isinstance(found, list) else found
        if column.path[-1:] == ("en",):
            row |= _other_languages(data, column.path, column.key)
    return row


def _other_languages(data: Any, path: Any, key: str) -> dict[str, Any]:
    for step in path[:-1]:
        data = data[step] if isinstance(step, int) else data.get(step, {})
    known = ("en", "zh", "label", "as_of", "basis", "note", "cite")
    return {key[:-2] + code: text for code, text in data.items() if code not in known}


def _evidence(record_type: type[Record], name: str, data: Any) -> Iterator[dict[str, Any]]:
    for field in columns.bearing(record_type):
        value = data.get(field)
        if isinstance(value, dict):
            row = _values(value, columns.EVIDENCE)
            if field == "status":  # has a column for it
                del row["as_of"]
            if row:
                yield {"record": name, "field": field, **row}


def _items(sheet: Sheet, list_name: str, name: str, data: Any) -> Iterator[dict[str, Any]]:
    for item in data.get(list_name, ()):
        which = {"record": name} | ({"list": list_name} if len(sheet.lists) > 1 else {})
        for version in item.get("versions", [None]):
            whole = item if version is None else {**item, "versions": [version]}
            yield {**which, **_values(whole, sheet)}


def _fees_of_intakes(name: str, data: Any) -> Iterator[dict[str, Any]]:
    for intake in data.get("intakes", ()):
        for fee in intake.get("fees", ()):
            yield {"record": name, "intake": intake["start"], **_values(fee, _sheet("fees"))}
