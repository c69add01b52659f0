"""From tables that somebody filled in to drafts of records, each value with its cell."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from mozi.editing.new_record import proposed_id
from mozi.editing.spreadsheet import cells, columns
from mozi.editing.spreadsheet.columns import SHEETS, Column, Sheet
from mozi.editing.spreadsheet.find_sheets import MARK, Table
from mozi.editing.spreadsheet.findings import Finding, Place
from mozi.excel.workbook import Cell, Row
from mozi.problems.problem import Value, did_you_mean
from mozi.records.models import Record
from mozi.records.values import SLUG
from mozi.store.record_store import Store
from mozi.yaml_text.parse import KeyPath, Positions


@dataclass
class RowDraft:
    """A record as the rows of a workbook give it. `places`: where each key is, or would be."""

    record_type: type[Record]
    id: str
    place: Place
    data: dict[str, Any] = field(default_factory=dict)
    places: dict[KeyPath, Place] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Folder and id, such as `projects/lusaka-welding`."""
        return f"{self.record_type.kind}/{self.id}"

    @property
    def file(self) -> str:
        """The record's file, relative to the project folder."""
        return f"data/{self.name}.yml"

    def see(self, path: KeyPath, at: Place) -> None:
        """Remember where `path` is; what it is inside of begins there, if nowhere before."""
        self.places[path] = at
        for length in range(1, len(path)):
            self.places.setdefault(path[:length], at)

    def positions(self) -> Positions:
        """A record in a workbook has no lines: each path gets a number, for `place_of`."""
        numbers = {path: (number, 1) for number, path in enumerate(self.places, 2)}
        return Positions(numbers, numbers)

    def place_of(self, line: int) -> Place:
        """The cell behind a line of `positions`; the first stands for the whole record."""
        return [self.place, *self.places.values()][line - 1]


@dataclass(frozen=True)
class _Given:
    """Value of a cell for its column; None where the cell is blank."""

    column: Column
    place: Place
    value: Any


_Line = dict[str, _Given]
"""A row: key of the column → what is given."""


def read_rows(tables: Sequence[Table], store: Store) -> tuple[list[RowDraft], list[Finding]]:
    """The drafts in the tables, and what is wrong with cells. Nothing is checked by the models yet.

    `store` knows which ids there are already.
    """
    reader = _Reader(store)
    for table in sorted(tables, key=lambda table: SHEETS.index(table.sheet)):
        for row in table.rows:
            reader.read(table, row)
    return reader.drafts, reader.findings


class _Reader:
    """Reads row after row: records first, since all others belong to one."""

    def __init__(self, store: Store) -> None:
        self.drafts: list[RowDraft] = []
        self.findings: list[Finding] = []
        self._store = store
        self._named: dict[str, list[RowDraft]] = defaultdict(list)
        self._aliases = {
            name: cells.aliases(entries) for name, entries in cells.lists(store).items()
        }

    def read(self, table: Table, row: Row) -> None:
        """Take in a row, unless it is blank or marked."""
        if _is_blank(row) or _is_marked(table, row):
            return
        line = {
            column.key: self._given(column, row.cells.get(number), table.place(row, number))
            for number, column in table.columns.items()
        }
        if issubclass(table.sheet.model, Record):
            self._record(table.sheet.model, line)
        elif draft := self._owner(line["record"]):
            if table.sheet is columns.EVIDENCE:
                self._evidence(line, draft)
            else:
                self._item(table.sheet, line, draft)

    def _given(self, column: Column, cell: Cell | None, place: Place) -> _Given:
        value = None
        try:
            if cell:
                value = cells.value(cell, column, self._aliases.get(column.list, {}))
        except cells.Odd as odd:
            self._wrong(place, "MZ605", odd.variant, **odd.values)
        return _Given(column, place, value)

    def _wrong(self, place: Place, code: str, variant: str = "", /, **values: Value) -> None:
        self.findings.append(Finding.at(place, code, variant, **values))

    # Records

    def _record(self, record_type: type[Record], line: _Line) -> None:
        """Make a draft."""
        draft = RowDraft(record_type, str(line["id"].value or ""), line["id"].place)
        unpublished: dict[str, Place] = {}
        for filled in _of_models(line):
            draft.see(filled.column.path, filled.place)
            if filled.column.key == "unpublished":
                unpublished |= dict.fromkeys(filled.value or (), filled.place)
            elif cells.says_unpublished(filled.value):
                unpublished[str(filled.column.path[0])] = filled.place
            elif filled.value is not None:
                _put(draft.data, filled.column.path, filled.value)
        for index, (name, place) in enumerate(unpublished.items()):
            draft.data.setdefault("unpublished", []).append(name)
            draft.see(("unpublished", index), place)
        draft.id = draft.id or proposed_id(record_type, draft.data, ())
        self._keep(draft)

    def _keep(self, draft: RowDraft) -> None:
        """Keep a draft if its id is free; if it is not, still know what its other rows belong to."""
        kind = draft.record_type.kind
        first = self._named.get(draft.name)
        if not draft.id:
            self._wrong(draft.place, "MZ606", "none")
        elif not SLUG.match(draft.id):  # nor the way to another folder
            self._wrong(draft.place, "MZ003", id=draft.id)
        elif first:
            self._wrong(draft.place, "MZ606", "twice", id=draft.id, cell=str(first[0].place))
        elif draft.id in self._store.records[kind] or (kind, draft.id) in self._store.unread:
            self._wrong(draft.place, "MZ606", file=draft.file)
        else:
            self.drafts.append(draft)
        if draft.id and not first:
            self._named[draft.id].append(draft)
            self._named[draft.name].append(draft)

    def _owner(self, filled: _Given) -> RowDraft | None:
        """The record that a row belongs to."""
        id = str(filled.value or "")
        drafts = self._named.get(id, [])
        if len(drafts) == 1:
            return drafts[0]
        if not id:
            self._wrong(filled.place, "MZ607", "blank")
        elif drafts:
            names = tuple(draft.name for draft in drafts)
            self._wrong(filled.place, "MZ607", "several", id=id, names=names)
        elif any(id.split("/")[-1] in records for records in self._store.records.values()):
            self._wrong(filled.place, "MZ607", "existing", id=id)
        else:
            advice = did_you_mean(id, [draft.id for draft in self.drafts])
            self._wrong(filled.place, "MZ607", id=id, advice=advice)
        return None

    # What belongs to records

    def _evidence(self, line: _Line, draft: RowDraft) -> None:
        """Add to a value how it is known."""
        place, name = line["field"].place, str(line["field"].value or "").split(".")[0]
        fields = columns.bearing(draft.record_type)
        if name not in fields:
            self._wrong(place, "MZ608", name=name, advice=did_you_mean(name, fields))
        elif name not in draft.data:
            self._wrong(place, "MZ608", "nothing", name=name, record=draft.name)
        else:
            if not isinstance(draft.data[name], dict):
                draft.data[name] = {"value": draft.data[name]}
            self._add(_of_models(line), draft, (name,))

    def _add(self, line: Iterable[_Given], draft: RowDraft, path: KeyPath) -> None:
        """Put what is given below `path`; what stands there already may only be said again."""
        for filled in line:
            to = (*path, *filled.column.path)
            before = _at(draft.data, to)
            if filled.value is None:
                if to not in draft.places:
                    draft.see(to, filled.place)
            elif before is None:
                draft.see(to, filled.place)
                _put(draft.data, to, filled.value)
            elif before != filled.value:
                self._wrong(filled.place, "MZ609", cell=str(draft.places[to]))

    def _item(self, sheet: Sheet, line: _Line, draft: RowDraft) -> None:
        """Add an item to a list of a record."""
        into = self._list(sheet, line, draft)
        if into is None:
            return
        items = _at(draft.data, into) or []
        number = len(items)
        if sheet.name == "disagreements":
            point = line["point.en"].value if "point.en" in line else None
            number = next((n for n, item in enumerate(items) if _is_on(item, point)), number)
            version = len(_at(items, (number, "versions")) or [])
            line = {key: _moved(filled, version) for key, filled in line.items()}
        if number == len(items):
            _put(draft.data, (*into, number), {})
        self._add(_of_models(line), draft, (*into, number))

    def _list(self, sheet: Sheet, line: _Line, draft: RowDraft) -> KeyPath | None:
        """Where the list is that a row goes into."""
        names = [name for name in sheet.lists if columns.takes(draft.record_type, sheet, name)]
        which = line.get("list", line["record"])
        name = str(which.value) if "list" in line else sheet.lists[0]
        if name not in names:
            self._wrong(which.place, "MZ607", "list", record=draft.name, sheet=sheet.title)
        elif sheet.name in columns.IN_INTAKES and _names_intake(sheet, line):
            return self._intake_list(line["intake"], draft, name)
        else:
            return (name,)
        return None

    def _intake_list(self, filled: _Given, draft: RowDraft, name: str) -> KeyPath | None:
        """Path of a list of the intake that starts on the day given."""
        starts = [str(intake.get("start")) for intake in draft.data.get("intakes", [])]
        if starts.count(str(filled.value)) == 1:
            return ("intakes", starts.index(str(filled.value)), name)
        variant = "intakes" if str(filled.value) in starts else "intake"
        advice = did_you_mean(str(filled.value), starts)
        self._wrong(filled.place, "MZ607", variant, start=str(filled.value), advice=advice)
        return None


def _names_intake(sheet: Sheet, line: _Line) -> bool:
    """Whether a row belongs to an intake: it names one, or has to."""
    filled = line.get("intake")
    return filled is not None and (filled.value is not None or filled.column.required)


def _is_blank(row: Row) -> bool:
    return not any(cell.other or cell.text.strip() for cell in row.cells.values())


def _is_marked(table: Table, row: Row) -> bool:
    """Whether a row is not to be read: its id, or that of its record, begins with the mark."""
    number = next(n for n, column in table.columns.items() if column.key in ("id", "record"))
    return number in row.cells and row.cells[number].text.lstrip().startswith(MARK)


def _of_models(line: _Line) -> list[_Given]:
    """The values for the models, without those that only say where the row belongs."""
    return [filled for filled in line.values() if filled.column.path]


def _is_on(disagreement: Any, point: Any) -> bool:
    return point is not None and _at(disagreement, ("point", "en")) == point


def _moved(filled: _Given, version: int) -> _Given:
    """A value of a version, moved to its place among the versions."""
    path = filled.column.path
    if path[:1] != ("versions",):
        return filled
    return replace(filled, column=replace(filled.column, path=("versions", version, *path[2:])))


def _at(data: Any, path: KeyPath) -> Any:
    """The value at `path`; None where there is none."""
    for step in path:
        if isinstance(step, int):
            data = data[step] if isinstance(data, list) and step < len(data) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data


def _put(data: Any, path: KeyPath, value: Any) -> None:
    """Put `value` at `path`; mappings, and lists to their next place, are made on the way."""
    for number, step in enumerate(path):
        rest = path[number + 1 :]
        inner: Any = value if not rest else [] if isinstance(rest[0], int) else {}
        if isinstance(step, int) and step == len(data):
            data.append(inner)
        elif not rest or _at(data, (step,)) is None:
            data[step] = inner
        data = data[step]
