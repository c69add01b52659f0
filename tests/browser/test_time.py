"""What is past today, by the reader's clock: marked and put last, and nothing is ever taken away."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.helpers import ROOT, Folder, html_of

RUNS = """\
  - {start: 2026-09-01, apply_until: 2026-06-30}
  - {start: 2027-09-01, apply_until: 2027-06-30}
  - {start: 2027-03, state: cancelled}
  - {start: 2028}
  - {start: 2024-09-01}
"""


@pytest.fixture
def programme(folder: Folder, page: Page) -> Path:
    """Folder with a page of a programme last checked on 2026-01-31, in English and Arabic."""
    path = folder.root / "data" / "programmes" / "growing.yml"
    path.write_text(re.sub(r"(?<=intakes:\n)  - .*\n", RUNS, path.read_text()))
    site = folder.site()
    style = (ROOT / "overrides" / "assets" / "site.css").read_text()
    script = (ROOT / "overrides" / "assets" / "time.js").read_text()
    for code in ("en", "ar"):
        body = html_of(site, "programmes/growing/", code)
        direction = site.languages[code].dir
        (folder.root / f"{code}.html").write_text(
            f'<!doctype html><html lang="{code}" dir="{direction}"><meta charset="utf-8">'
            f"<style>{style}</style><body>{body}<script>{script}</script></body></html>"
        )
    return folder.root


FANCY = re.compile(
    r"=>|\b(const|let|class|of|async)\b|`|\?\?|\?\.|\.\.\.|catch \{|\.(append|replaceChildren)\("
)
"""Syntax and functions that a browser of 2015 does not know; one of them, and nothing runs."""


def test_the_script_is_written_for_old_browsers() -> None:
    script = (ROOT / "overrides" / "assets" / "time.js").read_text()
    code = re.sub(r"//.*", "", script)
    assert FANCY.findall(code) == []
    assert len(script) < 2500


def on(day: str, page: Page, folder: Path, code: str = "en") -> None:
    """Open the page on a day."""
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.goto((folder / f"{code}.html").as_uri())


def starts(page: Page) -> list[str]:
    blocks = page.locator(".mz-intake")
    order: list[str] = blocks.evaluate_all("all => all.map(each => each.dataset.start)")
    return order


def marks(page: Page) -> Locator:
    return page.locator(".mz-intakes .mz-past:visible")


AT_CHECK = ["2026-09-01", "2027-09-01", "2028", "2027-03", "2024-09-01"]


@pytest.mark.parametrize("day", ["2026-02-01", "1970-01-01"])
def test_on_the_day_of_the_check_or_with_a_wrong_clock_the_page_is_as_it_was_built(
    page: Page, programme: Path, day: str
) -> None:
    on(day, page, programme)
    assert starts(page) == AT_CHECK
    expect(marks(page)).to_have_text(["past when last checked"])


def test_what_is_past_today_is_marked_and_the_next_intake_is_on_top(
    page: Page, programme: Path
) -> None:
    on("2026-07-01", page, programme)  # too late to apply for the first
    assert starts(page) == ["2027-09-01", "2028", "2026-09-01", "2027-03", "2024-09-01"]
    expect(marks(page)).to_have_text(["past", "past when last checked"])
    on("2027-10-01", page, programme)
    assert starts(page) == ["2028", "2026-09-01", "2027-09-01", "2027-03", "2024-09-01"]
    assert page.locator(".mz-intake--late").count() == 4
    expect(marks(page)).to_have_text(
        ["past", "past", "past", "past", "past", "past when last checked"]
    )


def test_the_first_answers_are_marked_too(page: Page, programme: Path) -> None:
    on("2026-09-02", page, programme)
    expect(page.locator(".mz-glance .mz-past:visible")).to_have_text(
        ["past", "past", "past when last checked"]
    )


def test_a_year_is_past_with_its_last_day_only(page: Page, programme: Path) -> None:
    on("2028-12-31", page, programme)
    assert starts(page)[0] == "2028"
    expect(page.locator("[data-start='2028'] h3 .mz-past")).to_be_hidden()
    on("2029-01-01", page, programme)
    expect(page.locator("[data-start='2028'] h3 .mz-past")).to_be_visible()


def test_the_marks_are_printed(page: Page, programme: Path) -> None:
    on("2026-07-01", page, programme)
    page.emulate_media(media="print")
    expect(marks(page)).to_have_text(["past", "past when last checked"])


def test_in_arabic_the_marks_stand_on_the_left_of_their_dates(page: Page, programme: Path) -> None:
    on("2026-09-02", page, programme, "ar")
    first = page.locator("[data-start='2026-09-01'] h3")
    mark, heading = first.locator(".mz-past").bounding_box(), first.bounding_box()
    assert mark
    assert heading
    assert mark["x"] + mark["width"] + 60 < heading["x"] + heading["width"]


def test_without_script_the_page_is_as_it_was_built(plain: Page, programme: Path) -> None:
    on("2027-10-01", plain, programme)
    assert starts(plain) == AT_CHECK
    expect(marks(plain)).to_have_text(["past when last checked"])
