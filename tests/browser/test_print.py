"""A project or programme on paper: one or two pages, and the way back to the site."""

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

PAGES = ["projects/khujand-modern-agriculture/", "programmes/bishkek-train-driving/"]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("folder", ["/", "/zh/", "/ar/"])
def test_at_most_two_sheets_of_paper(page: Page, folder: str, path: str) -> None:
    page.goto(folder + path)
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(sheets) <= 2
    assert float(sheets[0].mediabox.width) == pytest.approx(595, abs=1)  # points: A4


def test_paper_is_light_and_has_the_address_but_no_navigation(page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto("/zh/" + PAGES[0])
    expect(page.get_by_text("https://site.example/zh/" + PAGES[0])).to_be_visible()
    expect(page.locator(".mz-paper svg")).to_be_visible()
    expect(page.locator("ol.mz-references")).to_be_visible()
    for hidden in page.locator("header.md-header, nav, footer.md-footer").all():
        expect(hidden).to_be_hidden()
    colour = page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    assert all(int(part) < 80 for part in colour.split("(")[1].split(",")[:3]), colour


def test_a_screen_does_not_show_the_code(page: Page) -> None:
    page.goto("/" + PAGES[0])
    expect(page.locator(".mz-paper")).to_be_hidden()
