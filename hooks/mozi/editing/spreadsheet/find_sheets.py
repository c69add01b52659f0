"""The sheets of a workbook and their headings, found by what stands in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mozi.editing.spreadsheet import messages
from mozi.editing.spreadsheet.columns import SHEETS, Column, Sheet
from mozi.editing.spreadsheet.findings import Finding, Place
from mozi.excel.workbook import Cell, Row
from mozi.problems.problem import did_you_mean
from mozi.records.cldr import is_language

MARK = "#"
"""Begins rows, headings and sheets that are not read."""

KEYS = ("id", "record", "list", "field")
"""Columns without which a sheet that should have them cannot be read."""


@dataclass(frozen=True)
class Table:
    """A sheet that was found. `number`: its place in the workbook; `columns` by their numbers."""

    sheet: Sheet
    number: int
    name: str
    columns: Mapping[int, Column]
    rows: Sequence[Row]

    def place(self, row: Row, column: int) -> Place:
        """A cell of the sheet."""
        return Place(self.number, row.number, column, self.name)


def find_sheets(
    sheets: Mapping[str, Sequence[Row]], merged: Mapping[str, Sequence[str]]
) -> tuple[list[Table], list[Finding]]:
    """The tables in a workbook, as `workbooks.read` and `.merged` give it, and what is wrong."""
    sheets_by_title = {name.casefold(): s for s in SHEETS for name in (s.title, *s.titles)}
    tables: list[Table] = []
    findings: list[Finding] = []
    for number, (name, rows) in enumerate(sheets.items()):
        sheet, origin = sheets_by_title.get(name.strip().casefold()), Place(number, 1, 1, name)
        if sheet:
            columns, wrong = _headings(sheet, origin, rows)
            tables.append(Table(sheet, number, name, columns, _below(rows)))
            findings += wrong
            findings += (Finding.at(origin, "MZ604", cells=ref) for ref in merged.get(name, ()))
        elif rows and not name.startswith(MARK) and name not in (messages.FIRST, messages.LISTS):
            advice = did_you_mean(name, [sheet.title for sheet in SHEETS])
            findings.append(Finding.at(origin, "MZ602", name=name, advice=advice))
    return tables, findings


def _headings(
    sheet: Sheet, origin: Place, rows: Sequence[Row]
) -> tuple[dict[int, Column], list[Finding]]:
    """The columns of a sheet by their numbers, and what is wrong with the headings."""
    columns_by_key = {column.key: column for column in sheet.columns}
    heads = rows[0].cells if rows and rows[0].number == 1 else {}
    columns: dict[int, Column] = {}
    findings: list[Finding] = []
    for number, cell in heads.items():
        key, at = _key(cell), replace(origin, column=number)
        column = columns_by_key.get(key) or _other_language(key, columns_by_key)
        if key.startswith(MARK):
            continue
        if column is None:
            findings.append(
                Finding.at(at, "MZ603", name=key, advice=did_you_mean(key, columns_by_key))
            )
        elif column in columns.values():
            findings.append(Finding.at(at, "MZ603", "twice", name=key))
        else:
            columns[number] = column
    findings += _headless(origin, heads, rows)
    if rows:
        present_keys = {column.key for column in columns.values()}
        lacking = (key for key in KEYS if key in columns_by_key and key not in present_keys)
        findings += (Finding.at(origin, "MZ603", "missing", name=key) for key in lacking)
    return columns, findings


def _key(cell: Cell) -> str:
    """The key in a heading: its last line, below the titles."""
    return cell.text.strip().split("\n")[-1].strip()


def _other_language(key: str, columns_by_key: Mapping[str, Column]) -> Column | None:
    """The column of a text's official form in a further language, such as `name.ru`."""
    *way, language = key.split(".")
    column = columns_by_key.get(".".join([*way, "en"]))
    if column is None or not is_language(language):
        return None
    return replace(column, key=key, path=(*column.path[:-1], language), required=False)


def _headless(origin: Place, heads: Mapping[int, Cell], rows: Sequence[Row]) -> Iterator[Finding]:
    """The first cell of each column that has values and no heading."""
    first = {n: row.number for row in reversed(_below(rows)) for n in row.cells if n not in heads}
    for number, row in sorted(first.items()):
        yield Finding.at(replace(origin, row=row, column=number), "MZ603", "nameless")


def _below(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row.number > 1]
