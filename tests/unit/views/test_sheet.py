"""The sheet for noticeboards: headline facts, what is not published, and the way to the page."""

from typing import Any

import pytest
from mozi.records.models import Programme, Project
from mozi.settings import Settings
from mozi.site.renderer import Renderer
from mozi.site.site import Site
from mozi.views import sheet

from tests.support.helpers import ROOT, Folder


def of(site: Site, record_type: type[Any], code: str = "en") -> sheet.Sheet:
    record = site.graph.all_of(record_type)[0]
    folder = "" if code == "en" else f"{code}/"
    return sheet.view(site.writer(code, f"{folder}{record.kind}/{record.id}/"), record)


def said(shown: sheet.Sheet) -> dict[str, list[str]]:
    return {row.label: [item.text.text for item in row.items] for row in shown.rows}


def test_a_project_says_how_far_it_is_and_who_runs_it(small: Site) -> None:
    shown = of(small, Project)
    assert said(shown) == {
        "Status": ["Operating"],
        "Signing": ["September 2023"],
        "Opening": ["1–2 May 2024"],
        "Country": ["Tajikistan"],
        "City": ["Khujand"],
        "Field of study": ["Horticulture"],
        "Lead institution": ["Example College"],
        "Host institution": ["Host <Institute> & Co"],
        "Where sources differ": ["The day of the opening"],
    }
    assert shown.rows[0].items[0].as_of == "(as of 1 September 2025)"
    assert "Enterprise" in shown.unpublished


def test_a_programme_says_how_to_apply_and_until_when(small: Site) -> None:
    rows = said(of(small, Programme))
    assert rows["Fees and who pays"] == ["Tuition: TJS\xa01,200.50 (paid by: the student)"]
    assert rows["Application deadline"] == ["31 July 2025"]
    assert rows["Host institution"] == ["Host <Institute> & Co"]


def test_what_a_row_calls_not_published_is_not_said_twice(folder: Folder) -> None:
    file = folder.root / "data" / "programmes" / "growing.yml"
    lines = file.read_text().splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(("languages:", "authoritative"))]
    file.write_text(
        "".join(kept).replace("language: tg, ", "")
        + "unpublished: [languages, authoritative_language]\n"
    )
    shown = of(folder.site(), Programme)
    assert said(shown)["Language of instruction"] == ["not published"]
    assert shown.unpublished == ("Authoritative language",)


def test_the_sources_it_rests_on_are_counted(small: Site) -> None:
    assert of(small, Project).sources == "This sheet rests on 2 sources, which the page names."


@pytest.mark.parametrize(("code", "path"), [("en", ""), ("ar", "ar/")])
def test_its_code_leads_to_the_page_in_the_same_language(small: Site, code: str, path: str) -> None:
    shown = of(small, Project, code)
    assert shown.address == f"https://site.example/{path}projects/workshop/"
    assert shown.qr.startswith("<svg")


def test_without_an_address_there_is_neither_code_nor_promise(small: Site) -> None:
    nowhere = Site(graph=small.graph, languages=small.languages, settings=Settings())
    shown = of(nowhere, Project)
    assert (shown.address, shown.qr) == ("", "")
    html = Renderer(ROOT / "overrides" / "pages", small.languages["en"]).render(shown)
    assert "<svg" not in html
    assert "All that is known" not in html


def test_search_engines_are_sent_to_the_page_instead(small: Site) -> None:
    html = Renderer(ROOT / "overrides" / "pages", small.languages["fr"]).render(
        of(small, Project, "fr")
    )
    assert '<meta name="robots" content="noindex">' in html
    assert '<html lang="fr" dir="ltr">' in html
    assert "<script" not in html


def test_a_note_stands_once_and_much_text_closer_together(invented: Site) -> None:
    record = invented.graph.records["programmes"]["irrigation-pumps"]
    assert isinstance(record, Programme)
    for code, density in (("en", "dense crowded"), ("zh", "dense crowded")):
        shown = sheet.view(invented.writer(code, "programmes/irrigation-pumps/"), record)
        notes = [item.note.text for row in shown.rows for item in row.items if item.note]
        assert len(notes) == len(set(notes)) == 3
        assert shown.density == density


def test_little_text_has_large_letters(small: Site) -> None:
    assert of(small, Project).density == ""
