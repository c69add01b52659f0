"""What people and their programs write into cells, and the values it stands for."""

from typing import Any

import pytest
from mozi.editing.spreadsheet import cells
from mozi.editing.spreadsheet.columns import Column
from mozi.excel.workbook import DATE, ERROR, FORMULA, NUMBER, TIME, YES_NO, Cell
from mozi.records.field_types import field_type
from mozi.records.models import Fee, Milestone, Project, Source
from mozi.records.values import Model

ROLES = {
    "lead": {"en": "Lead institution", "zh": "牵头院校"},
    "host": {"en": "Host; institution", "zh": "海外承办院校"},
    "agency": {"en": "Public authority", "zh": "政府部门"},
    "authority": {"en": "Guiding authority", "zh": "政府部门"},
}


def column(model: type[Model], field: str, list: str = "") -> Column:
    return Column(field, (field,), field_type(model, field), list)


DATE_COLUMN = column(Milestone, "date")
TEXT = column(Source, "title")
FIELDS = column(Project, "fields", "roles")
ROLE = Column("role", ("role",), list="roles")

VALUES: dict[str, tuple[Column, Cell, Any]] = {
    "a text, trimmed": (TEXT, Cell(" a b\n"), "a b"),
    "a text in several lines": (TEXT, Cell("a\nb"), "a\nb"),
    "spaces only": (TEXT, Cell(" \u3000\n"), None),
    "a number for a text, which the model refuses": (TEXT, Cell("", NUMBER, 7), 7),
    "a day": (DATE_COLUMN, Cell("2024-09-24"), "2024-09-24"),
    "a month": (DATE_COLUMN, Cell("2024-09"), "2024-09"),
    "a year": (DATE_COLUMN, Cell("2024"), 2024),
    "a year as a number": (DATE_COLUMN, Cell("", NUMBER, 2024.0), 2024),
    "a day that the program made a date": (DATE_COLUMN, Cell("", DATE, "2024-09-24"), "2024-09-24"),
    "a day with strokes": (DATE_COLUMN, Cell("2024/9/4"), "2024-09-04"),
    "a day in Chinese": (DATE_COLUMN, Cell("2024年9月24日"), "2024-09-24"),
    "a month in Chinese": (DATE_COLUMN, Cell("2024年9月"), "2024-09"),
    "wide digits": (DATE_COLUMN, Cell("２０２４－０９"), "2024-09"),
    "a day that begins with the day": (DATE_COLUMN, Cell("24.9.2024"), "24.9.2024"),
    "a whole number": (column(Fee, "amount"), Cell("", NUMBER, 1200), 1200),
    "a number typed as text": (column(Fee, "amount"), Cell("1200.5"), 1200.5),
    "a number in words": (column(Fee, "amount"), Cell("free"), "free"),
    "yes": (column(Source, "linked"), Cell("", YES_NO, False), False),
    "no in Chinese": (column(Source, "linked"), Cell("否"), False),
    "neither yes nor no": (column(Source, "linked"), Cell("maybe"), "maybe"),
    "a code in the quotes of a file": (TEXT, Cell('"0812"'), "0812"),
    "an id": (ROLE, Cell("lead"), "lead"),
    "an id that no list has": (ROLE, Cell("leader"), "leader"),
    "an entry as the drop-down shows it": (ROLE, Cell(cells.label("host", ROLES["host"])), "host"),
    "an entry by its English name": (ROLE, Cell("host; Institution"), "host"),
    "an entry by its Chinese name": (ROLE, Cell("牵头院校"), "lead"),
    "a name that two entries have": (ROLE, Cell("政府部门"), "政府部门"),
    "several": (FIELDS, Cell("lead; host\nx"), ["lead", "host", "x"]),
    "several with Chinese marks": (FIELDS, Cell("lead；host、x，"), ["lead", "host", "x"]),
    "several as the drop-down shows them": (
        FIELDS,
        Cell("; ".join(cells.label(id, ROLES[id]) for id in ("lead", "host"))),
        ["lead", "host"],
    ),
    "marks between nothing": (FIELDS, Cell(";"), None),
}  # fmt: skip


@pytest.mark.parametrize("case", VALUES)
def test_what_a_cell_gives(case: str) -> None:
    where, cell, expected = VALUES[case]
    found = cells.value(cell, where, cells.aliases(ROLES) if where.list else {})
    assert (found, type(found)) == (expected, type(expected))


ODD = {
    "formula": (TEXT, Cell("", FORMULA)),
    "error": (TEXT, Cell("", ERROR)),
    "time": (DATE_COLUMN, Cell("", TIME)),
    "date": (TEXT, Cell("", DATE, "2024-09-01")),
    "yes-no": (TEXT, Cell("", YES_NO, True)),
    "day": (DATE_COLUMN, Cell("", NUMBER, 45559)),
}


@pytest.mark.parametrize("variant", ODD)
def test_what_is_no_value(variant: str) -> None:
    where, cell = ODD[variant]
    with pytest.raises(cells.Odd) as odd:
        cells.value(cell, where, {})
    assert odd.value.variant == variant


def test_the_number_of_a_day_is_told_with_the_day() -> None:
    with pytest.raises(cells.Odd) as odd:
        cells.value(*reversed(ODD["day"]), {})  # type: ignore[call-arg, arg-type]
    assert odd.value.values == {"number": 45559, "day": "2024-09-24"}


@pytest.mark.parametrize(
    "words", ["not published", "Not published / 未公布", "未公布", "unpublished"]
)
def test_saying_that_nobody_has_published_it(words: str) -> None:
    assert cells.says_unpublished(words)
    assert cells.says_unpublished([words])


@pytest.mark.parametrize("words", ["published", "", 0, None, "It is not published."])
def test_saying_something_else(words: Any) -> None:
    assert not cells.says_unpublished(words)
