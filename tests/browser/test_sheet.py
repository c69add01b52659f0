"""Sheets for noticeboards: exactly one page of A4 each, with nothing cut off."""

import pytest
from mozi.addresses.urls import prefix, sheet_of
from mozi.records.models import Programme, Project
from mozi.site.site import Site
from playwright.sync_api import Page, expect

from tests.browser.test_print import printed, sizes
from tests.support.helpers import LANGUAGES

KHUJAND = "projects/khujand-modern-agriculture/sheet.html"

PLACE = """
    async addresses => {
        const texts = await Promise.all(addresses.map(async url => (await fetch(url)).text()))
        const sheets = texts.map(
            text => new DOMParser().parseFromString(text, "text/html").querySelector("main"))
        sheets.slice(1).forEach(sheet => sheet.style.breakBefore = "page")
        document.querySelector("main").replaceWith(...sheets)
    }
"""
"""Puts several sheets into the one that is open: printing them at once is ten times as fast."""

CUT = """
    () => [...document.querySelectorAll("main")].flatMap(sheet =>
        [...sheet.querySelectorAll("dl, dd p"), sheet]
            .filter(part => part.scrollHeight > part.clientHeight + 1)
            .map(part => `${sheet.querySelector("h1").textContent}: ${part.textContent}`))
"""


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_is_one_page_of_a4_with_all_that_stands_on_it(
    page: Page, real: Site, code: str
) -> None:
    records = [*real.graph.all_of(Project), *real.graph.all_of(Programme)]
    addresses = [f"/{prefix(code)}{sheet_of(record)}" for record in records]
    page.set_viewport_size({"width": 794, "height": 1123})  # paper, in pixels
    page.emulate_media(media="print")
    page.goto(addresses[0])
    page.evaluate(PLACE, addresses)
    assert page.evaluate(CUT) == []
    paper = printed(page)
    assert len(paper.pages) == len(records)
    assert {(round(s.mediabox.width), round(s.mediabox.height)) for s in paper.pages} == {
        (595, 842)
    }
    for sheet, record in zip(paper.pages, records, strict=True):
        assert record.id in sheet.extract_text().replace("\n", "")  # its address
    assert min(sizes(paper.pages[0]).values()) > 8


def test_one_that_says_too_much_is_still_one_page(page: Page) -> None:
    page.goto("/" + KHUJAND)
    page.evaluate(
        """() => {
            const row = document.querySelector("dl.known > div")
            for (let i = 0; i < 30; i++) row.after(row.cloneNode(true))
            for (const text of document.querySelectorAll("dd p")) text.append(" and more".repeat(99))
        }"""
    )
    paper = printed(page)
    assert len(paper.pages) == 1
    assert "https://site.example/" in paper.pages[0].extract_text()


def test_a_reader_on_a_phone_finds_back_to_the_page(page: Page) -> None:
    page.goto("/ar/" + KHUJAND)
    assert page.evaluate("document.scrollingElement.scrollWidth") == 360
    page.locator(".way a").click()
    expect(page.locator(".mz-glance")).to_be_visible()
