"""Cards in a frame on a school's site: whole, without scripts, and leading back."""

import pytest
from mozi.addresses.urls import card_of, prefix
from mozi.records.models import Project
from mozi.site.site import Site
from mozi.views.embed import CARD_HEIGHT, CARD_WIDTH
from playwright.sync_api import Browser, Page, expect

from tests.support.helpers import LANGUAGES

KHUJAND = "projects/khujand-modern-agriculture/"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_card_fits_into_its_frame(page: Page, real: Site, code: str) -> None:
    page.set_viewport_size({"width": CARD_WIDTH, "height": CARD_HEIGHT})
    too_large = {}
    for project in real.graph.all_of(Project):
        page.goto(f"/{prefix(code)}{card_of(project)}")
        size = page.evaluate("[document.body.scrollWidth, document.body.scrollHeight]")
        if size[0] > CARD_WIDTH or size[1] > CARD_HEIGHT:
            too_large[project.id] = size
    assert too_large == {}


def test_the_copied_frame_shows_the_card_on_another_site(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}ar/{KHUJAND}embed/")
    code = page.locator(".mz-snippet code").first.inner_text()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(code.replace("https://site.example/", address))
    frame = page.frame_locator("iframe")
    expect(frame.locator("h1 a")).to_have_attribute("href", f"https://site.example/ar/{KHUJAND}")
    assert frame.locator("html").get_attribute("dir") == "rtl"
    assert sorted(asked) == [f"{address}ar/{KHUJAND}card.html", f"{address}assets/card.css"]
    assert context.cookies() == []
    context.close()


def test_a_project_shows_its_card_and_the_code_to_copy(page: Page) -> None:
    page.goto("/" + KHUJAND)
    page.get_by_role("link", name="Show this project on your site").click()
    expect(page.frame_locator("iframe").locator("h1")).to_contain_text("Khujand")
    code = page.locator(".mz-snippet code").last
    expect(code).to_contain_text('<div lang="en" dir="ltr">')
    assert page.evaluate("document.scrollingElement.scrollWidth") == 360
    code.click()
    assert page.evaluate("getSelection().toString()").startswith("<div lang")
