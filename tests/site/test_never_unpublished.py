"""Law: no output calls unpublished what a programme or one of its intakes gives."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mozi.graph.git_history import History
from mozi.linked_data.certainty import account
from mozi.open_data.table_rows import columns, table_row
from mozi.presentation.components.intakes import Intakes
from mozi.presentation.components.page import View
from mozi.presentation.components.section import Rows, Unpublished
from mozi.presentation.components.statement import Row
from mozi.records.completeness import State, expected_fields, known
from mozi.records.dated_events import dated_events
from mozi.records.models import Programme
from mozi.records.offerings import OFFERED_FIELDS, intake_offers
from mozi.site.site import Site
from mozi.views import bulletin, compare, programme, sheet

from tests.support.full_records import site_with

OWN: dict[str, Any] = {
    "languages": ["tg"],
    "fees": [{"what": {"en": "Tuition", "zh": "学费"}, "amount": 500, "currency": "TJS"}],
    "location": {"en": "Khujand", "zh": "胡占德"},
    "mode": "on-site",
    "schedule": ["full-time"],
    "scholarships": [{"name": {"en": "Grant", "zh": "奖学金"}}],
    "application": {"en": "Write.", "zh": "来信。"},
}
OF_INTAKE: dict[str, Any] = {
    "language": "fr",
    "fees": OWN["fees"],
    "location": {"en": "Dushanbe", "zh": "杜尚别"},
    "mode": "online",
    "schedule": ["evening"],
    "apply_until": "2027-05-01",
    "rolling": True,
    "places": 20,
}
LEAST: dict[str, Any] = {
    "name": {"en": "Growing", "zh": "园艺"},
    "cite": ["college-page"],
    "checked": "2026-01-31",
    "project": "workshop",
    "fields": ["horticulture"],
    "status": {"value": "operating", "as_of": "2025-09"},
}

intakes = st.lists(st.sets(st.sampled_from(sorted(OF_INTAKE))), max_size=3)
named = st.sets(st.sampled_from(sorted(expected_fields("programmes"))))


def programme_of(own: set[str], given_by_intakes: list[set[str]], unpublished: set[str]) -> Any:
    data = LEAST | {name: OWN[name] for name in own}
    data["intakes"] = [
        {"start": f"202{7 + number}-09-01", **{name: OF_INTAKE[name] for name in sorted(fields)}}
        for number, fields in enumerate(given_by_intakes)
    ]
    return Programme.load("growing", data | {"unpublished": sorted(unpublished)})


def says_unpublished(rows: Iterator[Row] | tuple[Row, ...]) -> set[str]:
    return {row.label for row in rows for item in row.items if item.text.text == "not published"}


def rows_of(view: View) -> Iterator[Row]:
    yield from view.glance
    for section in view.sections:
        if isinstance(section, Rows):
            yield from section.items


@given(own=st.sets(st.sampled_from(sorted(OWN))), by_intakes=intakes, unpublished=named)
def test_what_is_given_anywhere_is_never_called_unpublished(
    small: Site, own: set[str], by_intakes: list[set[str]], unpublished: set[str]
) -> None:
    record = programme_of(own, by_intakes, unpublished)
    site = site_with(small, record)
    w = site.writer("en", "programmes/growing/")
    given_labels = {
        w.field_label(name)
        for name in expected_fields("programmes")
        if known(record, name).state in (State.GIVEN, State.PARTLY)
    }
    view = programme.view(w, record)
    assert not says_unpublished(tuple(rows_of(view))) & given_labels
    for section in view.sections:
        if isinstance(section, Unpublished):
            assert not {row.label for row in section.items} & given_labels
        if isinstance(section, Intakes):
            for block, intake in zip(section.items, record.intakes, strict=True):
                of_intake = {
                    w.field_label(name)
                    for name in OFFERED_FIELDS
                    if intake_offers(record, intake, name)
                }
                assert not says_unpublished(block.rows) & (of_intake | given_labels)
    paper = sheet.view(site.writer("en", "programmes/growing/"), record)
    assert not (says_unpublished(paper.rows) | set(paper.unpublished)) & given_labels
    for section in compare.view(site.writer("en", "compare/"), [record]).sections:
        for line in getattr(section, "rows", section.items):
            if getattr(line, "label", "") in given_labels:
                texts = [item.text.text for cell in line.cells for item in cell]
                assert "not published" not in texts
    cells = dict(zip(columns(Programme), table_row(w, record, History())[1:], strict=False))
    assert not [
        name
        for name, text in cells.items()
        if text == "not published" and known(record, name).state is not State.UNPUBLISHED
    ]
    for dated_event in dated_events([record]):
        shown = bulletin.of_event(site.writer("en", ""), dated_event)
        assert not says_unpublished(shown.rows) & given_labels
    description = account(w, record)
    listed = description.partition("Not published: ")[2].rstrip(".").lower()
    assert not [label for label in given_labels if label.lower() in listed.split(", ")]


def test_partly_known_says_for_how_many(small: Site) -> None:
    record = programme_of(set(), [{"fees"}, {"fees"}, set()], set())
    w = site_with(small, record).writer("en", "programmes/growing/")
    (fees,) = [row for row in programme.glance(w, record) if row.label == "Fees and who pays"]
    assert [item.text.text for item in fees.items] == [
        "Tuition: TJS\xa0500 (start: 1 September 2027 and 1 September 2028)",
        "given for 2 of 3 intakes",
    ]


@pytest.mark.parametrize("name", ["fees", "languages", "location"])
def test_unpublished_is_said_where_nothing_gives_it(small: Site, name: str) -> None:
    record = programme_of(set(), [set()], {name})
    site = site_with(small, record)
    block = next(
        section
        for section in programme.view(site.writer("en", "programmes/growing/"), record).sections
        if isinstance(section, Intakes)
    ).items[0]
    w = site.writer("en", "")
    assert w.field_label(name) in says_unpublished(block.rows)
