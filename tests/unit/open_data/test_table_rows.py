"""Tables: a row for each record, in the words of a language, with what is known of each cell."""

from typing import Any

import pytest
from mozi.open_data import table_rows
from mozi.presentation.writer import Writer
from mozi.records.models import RECORD_TYPES, Country, Partner, Programme, Project, Record, Source
from mozi.site.site import Site

from tests.support.helpers import Folder


def table(site: Site, record_type: type[Record], code: str = "en") -> table_rows.Table:
    writer = Writer(site.graph, site.languages[code], site.settings, "")
    made = [
        table_rows.table_row(writer, each, site.history) for each in site.graph.all_of(record_type)
    ]
    return table_rows.table(writer, record_type, made)


def row(site: Site, record_type: type[Record], id: str, code: str = "en") -> dict[str, str]:
    made = table(site, record_type, code)
    found = next(cells for cells in made.rows if cells[0] == id)
    return dict(zip(made.head, found, strict=True))


def plain(text: str) -> str:
    return text.replace("\xa0", " ").replace("\u202f", " ")


@pytest.fixture(scope="module")
def workshop(small: Site) -> dict[str, str]:
    return row(small, Project, "workshop")


def test_what_is_not_published_is_said_in_words(workshop: dict[str, str], small: Site) -> None:
    assert workshop["Funding"] == workshop["Enterprise"] == "not published"
    assert workshop["Official website"] == ""  # neither given nor looked for
    real_name = small.languages["zh"].gettext("not published")
    assert row(small, Project, "workshop", "zh")["经费"] == real_name


def test_what_is_inferred_is_marked_and_the_notes_say_why(workshop: dict[str, str]) -> None:
    assert workshop["Batch"] == "First batch (inferred)"
    assert "Batch: Signed with the first ten." in workshop["Notes"].split("\n")


def test_a_status_stands_beside_the_date_on_which_it_was_true(workshop: dict[str, str]) -> None:
    assert workshop["Status"] == "Operating"
    assert workshop["Status as of"] == "2025-09-01"


def test_partners_and_milestones_have_columns_of_their_own(workshop: dict[str, str]) -> None:
    assert workshop["Lead institution"] == "Example College"
    assert workshop["Partners"].split("\n")[0] == "Lead institution: Example College"
    assert workshop["Signing"] == "September 2023"
    assert workshop["Milestones"].split("\n") == [
        "September 2023 · Signed",
        "1–2 May 2024 · Opened · Khujand",
    ]


def test_every_version_of_a_disagreement_is_given(workshop: dict[str, str]) -> None:
    assert workshop["Where sources differ"].split("\n") == [
        "The day of the opening: 1 May",
        "The day of the opening: 3 May",
    ]


def test_sources_come_with_address_and_with_what_they_are_cited_for(
    workshop: dict[str, str],
) -> None:
    first, second = workshop["Sources"].split("\n")
    assert first == (
        "The workshop opens · Example College · 2 May 2024 · https://college.example/news "
        "(the record as a whole)"
    )
    assert "https://site.example/sources/mirror/" in second  # its own host is not linked
    assert second.endswith("(Where sources differ, Batch and Milestones)")


def test_a_row_leads_to_the_page_and_to_the_record_as_json(small: Site) -> None:
    chinese = row(small, Project, "workshop", "zh")
    assert list(chinese.values())[-2:] == [
        "https://site.example/zh/projects/workshop/",
        "https://site.example/api/v1/projects/workshop.json",
    ]


def test_particulars_of_a_programme(small: Site) -> None:
    growing = {name: plain(text) for name, text in row(small, Programme, "growing").items()}
    assert growing["ISCED-F code"] == "0812 (inferred)"
    assert growing["Language of instruction"] == (
        "Tajik and English\nTajik (start: 1 September 2025)"
    )
    assert growing["Length"] == "2.5 years"
    assert growing["Credits and hours"] == "1,368 class hours and 76 credits"
    assert growing["Fees and who pays"] == "Tuition: TJS 1,200.50 (paid by: the student)"
    assert growing["Application deadline"] == "31 July 2025 (past when last checked)"
    assert growing["Start dates"].startswith(
        "1 September 2025 (past when last checked): Language of instruction: Tajik; "
    )
    assert growing["Start dates"].endswith("Places: 20")
    assert growing["Courses"].split("\n")[0] == "Foundation courses: Soil (54 hours)"
    assert growing["Occupations"] == "Grower (ISCO-08 6113)"


def test_a_text_in_another_language_says_which(small: Site) -> None:
    assert "Growing under glass [anglais]" in row(small, Programme, "growing", "fr").values()


def test_a_text_that_may_be_out_of_date_says_so(small: Site) -> None:
    writer = Writer(small.graph, small.languages["ru"], small.settings, "")
    cautions = row(small, Project, "workshop", "ru")[writer.field_label("cautions")]
    assert cautions == "Мастерская Лу Баня в той же деревне\u00a0— другая. (мог устареть)"


def test_a_draft_says_so_in_every_row(small: Site) -> None:
    assert row(small, Project, "workshop")["Translation"] == ""
    assert row(small, Project, "workshop", "ar")["Translation"] == (
        "Draft translation, not reviewed yet."
    )


def test_the_name_of_a_country_is_in_the_language_of_the_table(small: Site) -> None:
    assert "Таджикистан" in row(small, Country, "tj", "ru").values()


def test_the_date_of_a_source_says_where_it_is_from(small: Site) -> None:
    assert row(small, Source, "college-page")["Date"] == "2 May 2024 (printed on the page)"
    assert row(small, Source, "mirror")["Date"] == "no date shown"
    assert row(small, Source, "mirror")["Address"] == ""


@pytest.mark.parametrize("record_type", RECORD_TYPES)
def test_no_two_columns_are_called_the_same(real: Site, record_type: type[Record]) -> None:
    for code in real.languages:
        head = table(real, record_type, code).head
        assert len(head) == len(set(head)), code


def test_every_record_of_the_site_has_its_row(real: Site) -> None:
    for record_type in RECORD_TYPES:
        made = table(real, record_type, "ar")
        assert [cells[0] for cells in made.rows] == [
            record.id for record in real.graph.all_of(record_type)
        ]


def test_columns_follow_from_the_model() -> None:
    assert {"abbreviation", "other_names", "part_of"} <= set(table_rows.columns(Partner))
    order = table_rows.columns(Project)
    assert order[0] == "name"
    assert order.index("signing") < order.index("milestones") < order.index("facts")


@pytest.mark.parametrize("record_type", RECORD_TYPES)
def test_every_field_has_a_column_or_a_reason_for_having_none(record_type: type[Record]) -> None:
    without = set(record_type.model_fields) - set(table_rows.columns(record_type))
    assert without <= set(table_rows.LEFT_OUT)
    assert not set(table_rows.LEFT_OUT) & set(table_rows.columns(record_type))


def test_no_reason_is_given_for_a_field_that_does_not_exist() -> None:
    every = {name for record_type in RECORD_TYPES for name in record_type.model_fields}
    assert set(table_rows.LEFT_OUT) <= every


def test_a_title_in_another_language_says_which(small: Site) -> None:
    assert row(small, Source, "mirror")["Title"] == "工坊签约 [Chinese]"
    assert row(small, Source, "college-page")["Title"] == "The workshop opens"


def test_the_page_of_a_scholarship_is_in_its_cell(full: Site) -> None:
    cell = row(full, Programme, "full-growing")["Scholarships"]
    assert cell.endswith(" https://full.example/scholarship")


def test_whose_event_it_was_is_in_its_cell(full: Site) -> None:
    assert row(full, Project, "full-workshop")["Milestones"].split("\n")[1] == (
        "1–2 May 2024 · Opened · Full College and Example College: Opening of the glasshouse"
    )


def test_no_records_make_a_table_of_headings(folder: Folder) -> None:
    (folder.root / "data" / "initiatives" / "conference.yml").unlink()
    site: Any = folder.site()
    initiatives = next(t for t in RECORD_TYPES if t.kind == "initiatives")
    assert table(site, initiatives).rows == ()
