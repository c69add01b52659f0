"""What a record says of a field, in words: for pages, sheets, tables and calendars."""

from collections.abc import Iterator

import pytest
from mozi.graph.git_history import History
from mozi.open_data.table_rows import table_row
from mozi.presentation.answers import answer
from mozi.presentation.components.statement import Stated
from mozi.presentation.intakes import intake_block, intake_rows
from mozi.presentation.writer import Writer
from mozi.records.models import Partner, Programme, Project, Record
from mozi.records.values import Text, walk
from mozi.site.site import Site

from tests.support.helpers import Folder

ISOLATE, ISOLATE_LTR, ISOLATE_END = "\u2068", "\u2066", "\u2069"


def statements(w: Writer, record: Record) -> Iterator[Stated]:
    for name in type(record).model_fields:
        yield from answer(w, record, name).items
    if isinstance(record, Programme):
        for intake in record.intakes:
            yield from (item for row in intake_rows(w, intake, record) for item in row.items)


def programme(site: Site, id: str) -> Programme:
    return next(each for each in site.graph.all_of(Programme) if each.id == id)


def records(site: Site) -> list[Record]:
    return [*site.graph.all_of(Programme), *site.graph.all_of(Project)]


def test_latin_texts_inside_arabic_ones_are_isolated(invented: Site) -> None:
    w = invented.writer("ar", "")
    titles = {
        w.title_of(each).text for each in [*records(invented), *invented.graph.all_of(Partner)]
    }
    number = 0
    for record in records(invented):
        whole = {w.words(value).text for _, value in walk(record) if isinstance(value, Text)}
        latin = [text.rstrip(".") for text in whole if text.isascii() and len(text) > 3]
        composed = [
            item
            for item in statements(w, record)
            if item.text.text not in whole | titles
            and any(text in item.text.text for text in latin)
        ]
        for item in composed:
            text = item.text.text
            assert ISOLATE in text or ISOLATE_LTR in text, text
            assert item.text.dir == "rtl"
            assert text.count(ISOLATE) + text.count(ISOLATE_LTR) == text.count(ISOLATE_END)
        number += len(composed)
    assert number > 20


@pytest.mark.parametrize("code", ["en", "zh", "ru", "fr"])
def test_texts_of_one_direction_have_no_marks(invented: Site, code: str) -> None:
    w = invented.writer(code, "")
    for record in records(invented):
        for item in statements(w, record):
            assert ISOLATE_LTR not in item.text.text


def test_telephone_numbers_keep_their_order_in_arabic(invented: Site) -> None:
    record = programme(invented, "irrigation-pumps")
    phones = [
        item.text.text
        for item in answer(invented.writer("ar", ""), record, "contacts").items
        if "+998" in item.text.text
    ]
    assert [text.partition(": ")[2] for text in phones] == [
        f"{ISOLATE_LTR}+998 71 555 01 12{ISOLATE_END}"
    ]


def test_tables_have_no_marks_of_direction(invented: Site) -> None:
    w = invented.writer("ar", "")
    for record in records(invented):
        cells = "\n".join(table_row(w, record, History()))
        assert not set(cells) & {ISOLATE, ISOLATE_LTR, ISOLATE_END}


def test_projects_that_offer_a_programme_too_are_links(invented: Site) -> None:
    record = programme(invented, "irrigation-pumps")
    [item] = answer(
        invented.writer("en", "programmes/irrigation-pumps/"), record, "further_projects"
    ).items
    assert item.href == "../../projects/addis-wenz/"
    [item] = answer(invented.writer("fr", ""), record, "further_projects").items
    assert (item.text.lang, item.text.foreign) == ("en", True)


def test_an_intake_in_one_line_says_what_of_it_is_inferred(invented: Site) -> None:
    w = invented.writer("en", "")
    rice = answer(w, programme(invented, "rice-machinery"), "intakes").items
    assert all("for the whole programme (inferred)" in item.text.text for item in rice)
    planned = answer(w, programme(invented, "irrigation-pumps"), "intakes").items[2]
    assert planned.inferred  # the line as a whole
    assert "(inferred)" not in planned.text.text


def test_what_intakes_say_with_different_evidence_stands_twice(folder: Folder) -> None:
    twins = (
        "  - {start: 2026-09-01, language: fr}\n"
        "  - {start: 2027-09-01, language: fr, basis: inferred, note: {en: Likely., zh: 可能。}}\n"
        "  - {start: 2028-09-01, language: fr}\n"
    )
    folder.replace("programmes/growing.yml", "intakes:\n", f"intakes:\n{twins}")
    items = answer(
        folder.site().writer("en", ""), programme(folder.site(), "growing"), "languages"
    ).items
    french = {item.text.text: item.inferred for item in items if "French" in item.text.text}
    assert french == {
        "French (start: 1 September 2026 and 1 September 2028)": False,
        "French (start: 1 September 2027)": True,
    }


# Blocks of intakes --------------------------------------------------------------------------------


def blocks(site: Site, id: str) -> dict[str, dict[str, list[str]]]:
    """Rows of each intake's block by label, by its heading."""
    record = programme(site, id)
    w = site.writer("en", "")
    return {
        block.heading.text.text: {
            row.label: [item.text.text for item in row.items] for row in block.rows
        }
        for block in (intake_block(w, each, record) for each in record.intakes)
    }


def test_a_block_does_not_repeat_what_its_programme_says(invented: Site) -> None:
    pumps = blocks(invented, "irrigation-pumps")
    day = next(rows for heading, rows in pumps.items() if "Day group" in heading)
    assert "Fees and who pays" not in day
    assert day["As for the whole programme"] == [
        "Place of study · Mode of study · Fees and who pays"
    ]
    evening = next(rows for heading, rows in pumps.items() if "Evening group" in heading)
    assert "As for the whole programme" not in evening
    assert len(evening["Fees and who pays"]) == 1


def test_a_block_names_what_only_other_intakes_give(invented: Site) -> None:
    solar = blocks(invented, "solar-pumps")
    assert solar["February 2027"] == {
        "Not given for this intake": [
            "Language of instruction · Place of study · Mode of study · Fees and who pays"
            " · Application deadline"
        ]
    }


def test_a_block_has_the_note_of_its_intake_once(invented: Site) -> None:
    record = programme(invented, "irrigation-pumps")
    w = invented.writer("en", "")
    block = intake_block(w, record.intakes[3], record)
    assert block.heading.note
    assert {item.note for row in block.rows for item in row.items} == {None}
    assert all(
        item.inferred for row in block.rows for item in row.items if row.label == "Mode of study"
    )


def test_that_an_intake_is_open_says_as_of_when(invented: Site) -> None:
    record = programme(invented, "rice-machinery")
    w = invented.writer("en", "")
    states = [intake_block(w, each, record).state for each in record.intakes]
    opened = "Open for applications (as of 20 January 2026)"
    assert states == ["", "Full", opened, opened, "Planned"]
