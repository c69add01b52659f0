"""Intakes in words: which of them are past, in which order they stand, how they are told apart."""

import re

import pytest
from mozi.graph.subscriptions import EVERYTHING
from mozi.open_data.table_rows import table_row
from mozi.presentation.components.intakes import Intakes
from mozi.presentation.intakes import heading
from mozi.records.models import Programme
from mozi.site.site import Site
from mozi.views import bulletin, sheet

from tests.support.helpers import Folder, html_of, view_of

GROWING = "programmes/growing.yml"
INTAKE = "  - {start: 2025-09-01, apply_until: 2025-07-31, places: 20, language: tg,"
PAST = "past when last checked"

RUNS = """\
  - {start: 2019-09-01, apply_until: 2019-07-31}
  - {start: 2027-03, state: cancelled}
  - {start: 2025-10, end: 2028-07}
  - {start: 2028-09}
  - {start: 2026-09-01, apply_until: 2026-01-30}
  - {start: 2027-09-01, deadlines: [{date: 2025-12, for_whom: [foreign]}, {date: 2027-06-30}]}
"""


@pytest.fixture
def several(folder: Folder) -> Site:
    """The site of a programme last checked on 2026-01-31, with intakes of all times."""
    path = folder.root / "data" / GROWING
    intakes = re.compile(r"(?<=intakes:\n)  - .*\n")
    path.write_text(intakes.sub(RUNS, path.read_text()))
    return folder.site()


def block_headings(site: Site) -> dict[str, str]:
    """Dates of the intakes on the programme's page, in order, each with the remark on its past."""
    sections = view_of(site, "programmes/growing/").sections
    [intakes] = [each for each in sections if isinstance(each, Intakes)]
    return {each.heading.text.text: each.heading.past for each in intakes.items}


def test_what_one_can_apply_for_comes_first_and_what_is_past_last(several: Site) -> None:
    assert list(block_headings(several).items()) == [
        ("1 September 2027", ""),
        ("September 2028", ""),
        ("1 September 2026", ""),  # the last day to apply was the day before the check
        ("March 2027", ""),  # cancelled
        ("October 2025 – July 2028", "begun when last checked"),
        ("1 September 2019", PAST),
    ]


def test_a_block_says_what_a_script_compares_with_today(several: Site) -> None:
    html = html_of(several, "programmes/growing/")
    assert 'data-rank="0" data-start="2027-09-01" data-deadline="2027-06-30"' in html
    assert 'data-rank="1" data-start="2026-09-01" data-deadline="2026-01-30"' in html
    assert 'data-rank="2" data-start="2019-09-01" data-deadline="2019-07-31"' in html
    assert '<span class="mz-past" data-last-day="2028-09" data-word="past" hidden></span>' in html


def test_every_output_says_that_a_date_is_past(several: Site, folder: Folder) -> None:
    [growing] = several.graph.all_of(Programme)
    page = html_of(several, "programmes/growing/")
    assert f'31 July 2019 <span class="mz-past">{PAST}</span>' in page
    assert f'<span class="mz-past">{PAST}</span>' in html_of(several, "programmes/compare/")
    w = several.writer("en", "programmes/growing/")
    remarks = {item.past for row in sheet.view(w, growing).rows for item in row.items}
    assert remarks == {"", f"{PAST} (31 January 2026)"}
    cells = "\n".join(table_row(w, growing, several.history))
    assert f"1 September 2019 ({PAST}): " in cells
    assert f"31 July 2019 ({PAST})" in cells
    assert f"1 September 2027 ({PAST})" not in cells
    events = several.graph.content_of(EVERYTHING).events
    event = next(each for each in events if each.kind == "deadline" and each.date[:4] == "2019")
    described = bulletin.of_event(several.writer("en", ""), event)
    assert f"31 July 2019 ({PAST})" in bulletin.text(w, described)
    assert f"31 July 2019 ({PAST})" in bulletin.html(w, described)


def test_scholarships_and_accreditations_are_past_after_their_last_day(folder: Folder) -> None:
    folder.replace(
        GROWING,
        "intakes:",
        "scholarships:\n"
        "  - {name: {en: Old, zh: 旧}, apply_until: 2025-12}\n"
        "  - {name: {en: New, zh: 新}, apply_until: 2026-12}\n"
        "accreditations:\n"
        "  - {body: {en: Ministry, zh: 教育部}, until: 2024}\n"
        "  - {body: {en: Agency, zh: 机构}, since: 2020}\n"
        "intakes:",
    )
    html = html_of(folder.site(), "programmes/growing/")
    assert f'Old · apply until December 2025 <span class="mz-past">{PAST}</span>' in html
    assert 'New · apply until December 2026<span class="mz-past" data-last-day="2026-12"' in html
    assert f'Ministry · until 2024 <span class="mz-past">{PAST}</span>' in html
    assert "Agency · since 2020<sup" in html


def headings(folder: Folder) -> list[str]:
    site = folder.site()
    [growing] = site.graph.all_of(Programme)
    writer = site.writer("en", "")
    return [heading(writer, each, growing).text.text for each in growing.intakes]


def test_intakes_of_one_day_are_told_apart_by_what_differs(folder: Folder) -> None:
    twin = "  - {start: 2025-09-01, mode: online, language: tg}\n"
    folder.replace(GROWING, INTAKE, f"{twin}{INTAKE}")
    assert headings(folder) == ["1 September 2025 · Online", "1 September 2025 · On site"]


def test_a_name_is_enough_to_tell_intakes_apart(folder: Folder) -> None:
    named = "  - {start: 2025-09-01, name: {en: Evening group, zh: 晚间班}, language: en}\n"
    folder.replace(GROWING, INTAKE, f"{named}{INTAKE}")
    assert headings(folder) == ["1 September 2025 · Evening group", "1 September 2025 · Tajik"]


def test_intakes_of_different_days_need_nothing_else(folder: Folder) -> None:
    folder.replace(GROWING, INTAKE, f"  - {{start: 2026-09-01, mode: online}}\n{INTAKE}")
    assert headings(folder) == ["1 September 2026", "1 September 2025"]


@pytest.mark.parametrize(
    ("state", "deadline"),
    [
        ("open", "31 July 2027"),
        ("full", "31 July 2027 (start: 1 September 2027 · Full)"),
        ("cancelled", "31 July 2027 (start: 1 September 2027 · Cancelled)"),
    ],
)
def test_no_first_answer_offers_the_deadline_of_an_intake_that_takes_nobody(
    folder: Folder, state: str, deadline: str
) -> None:
    run = f"  - {{start: 2027-09-01, apply_until: 2027-07-31, state: {state},"
    folder.replace(GROWING, INTAKE, f"{run} language: tg,")
    view = view_of(folder.site(), "programmes/growing/")
    [row] = [row for row in view.glance if row.label == "Application deadline"]
    assert [item.text.text for item in row.items] == [deadline]


def test_a_block_says_the_state_once(several: Site) -> None:
    html = html_of(several, "programmes/growing/")
    section = html[html.index('class="mz-intakes"') :]
    assert section.count("Cancelled") == 1
