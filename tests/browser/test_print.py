"""Pages on paper: a project or programme on one or two sheets, with the way back to the site."""

import io
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pytest
from mozi.addresses.urls import address_of, prefix
from mozi.records.models import Programme, Project
from mozi.site.site import Site
from playwright.sync_api import Page, expect
from pypdf import PageObject, PdfReader

from tests.support.helpers import LANGUAGES

KHUJAND = "projects/khujand-modern-agriculture/"

PLACE = """
    async addresses => {
        const texts = await Promise.all(addresses.map(async url => (await fetch(url)).text()))
        const articles = texts.map(
            text => new DOMParser().parseFromString(text, "text/html").querySelector("article"))
        articles.slice(1).forEach(article => article.style.breakBefore = "page")
        document.querySelector("article").replaceWith(...articles)
    }
"""
"""Puts several pages into the one that is open: printing them at once is ten times as fast."""


def printed(page: Page) -> PdfReader:
    data = page.pdf(prefer_css_page_size=True, outline=True, tagged=True)
    return PdfReader(io.BytesIO(data))


def headings(
    paper: PdfReader, outline: Sequence[Any], level: int = 1
) -> Iterator[tuple[int, int, float]]:
    """Every heading's level (1 for that of a page), sheet, and points from the sheet's bottom."""
    for item in outline:
        if isinstance(item, list):
            yield from headings(paper, item, level + 1)
        else:
            yield level, paper.get_destination_page_number(item) or 0, float(item.top)


def sizes(sheet: PageObject) -> dict[str, float]:
    """The texts of a sheet, but for the numbers of references, and their sizes in points."""
    found = {}

    def see(text: str, matrix: list[float], _: object, __: object, size: float) -> None:
        if text.strip("[]0123456789\n "):
            found[text] = abs(matrix[3]) * size

    sheet.extract_text(visitor_text=see)
    return found


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_project_or_programme_takes_one_or_two_sheets(page: Page, real: Site, code: str) -> None:
    records = [*real.graph.all_of(Project), *real.graph.all_of(Programme)]
    addresses = [prefix(code) + address_of(record) for record in records]
    page.goto("/" + addresses[0])
    page.evaluate(PLACE, ["/" + address for address in addresses])
    paper = printed(page)
    found = list(headings(paper, paper.outline))
    first = [sheet for level, sheet, _ in found if level == 1]
    taken = [after - before for before, after in pairwise([*first, len(paper.pages)])]
    assert {a: n for a, n in zip(addresses, taken, strict=True) if n not in (1, 2)} == {}
    assert min(height for _, _, height in found) > 55, "a heading without what it heads"
    assert {(round(s.mediabox.width), round(s.mediabox.height)) for s in paper.pages} == {
        (595, 842)
    }
    assert {text: size for text, size in sizes(paper.pages[0]).items() if size < 6} == {}


def test_paper_has_the_address_and_no_navigation(page: Page) -> None:
    page.emulate_media(media="print")
    page.goto("/zh/" + KHUJAND)
    expect(page.get_by_text("https://site.example/zh/" + KHUJAND)).to_be_visible()
    expect(page.locator(".mz-paper svg")).to_be_visible()
    expect(page.locator("ol.mz-references")).to_be_visible()
    for hidden in page.locator("header.md-header, nav, footer.md-footer").all():
        expect(hidden).to_be_hidden()


def test_paper_shows_what_is_one_tap_away(page: Page) -> None:
    page.goto("/" + KHUJAND)
    reason = page.locator(".mz-why .mz-note").first
    expect(reason).to_be_hidden()
    page.emulate_media(media="print")
    expect(reason).to_be_visible()
    expect(page.locator(".mz-why summary").first).to_be_hidden()
    page.goto("/projects/")
    expect(page.locator(".mz-twin td").first).to_be_visible()


@pytest.mark.parametrize(
    ("path", "selector"),
    [(KHUJAND, "h1"), ("projects/", ".mz-map__land"), ("curricula/veterinary/", ".mz-chart__part")],
)
def test_paper_is_light_for_readers_of_dark_screens_too(
    page: Page, path: str, selector: str
) -> None:
    colours = []
    page.emulate_media(media="print")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto("/" + path)
        look = "e => [getComputedStyle(e).color, getComputedStyle(e).fill]"
        colours.append(page.locator(selector).first.evaluate(look))
    assert colours[0] == colours[1]


def test_the_comparison_lies_across_its_sheets(page: Page) -> None:
    page.goto("/programmes/compare/")
    first = printed(page).pages[0].mediabox
    assert first.width > first.height


def test_a_screen_does_not_show_the_code(page: Page) -> None:
    page.goto("/" + KHUJAND)
    expect(page.locator(".mz-paper")).to_be_hidden()
