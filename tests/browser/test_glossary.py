"""Terms of trade explain themselves: by touch, by keyboard, without a script, one at a time."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

PROGRAMME = "/programmes/khujand-modern-agriculture/"
MEANING = "A group of students who begin a programme at the same time"


def term(page: Page, label: str) -> Locator:
    return page.locator(".mz-term", has_text=label).first


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no-script"])
def test_a_term_opens_and_closes_by_key(request: pytest.FixtureRequest, scripts: bool) -> None:
    page: Page = request.getfixturevalue("page" if scripts else "plain")
    page.goto(PROGRAMME)
    start = term(page, "Start dates")
    meaning = start.get_by_text(MEANING)
    expect(start.get_by_role("link", name="Glossary")).to_have_count(0)  # none that one can reach
    start.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    page.keyboard.press("Tab")
    expect(start.get_by_role("link", name="Glossary")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(start.get_by_role("link", name="Glossary")).to_have_count(0)


def test_an_open_term_covers_nothing_and_has_the_whole_width(page: Page) -> None:
    page.goto(PROGRAMME)
    start = term(page, "Start dates")
    start.locator("summary").click()
    row = page.locator(".mz-row", has=start)
    term_box, row_box = row.locator("dt").bounding_box(), row.bounding_box()
    value_box = row.locator("dd").bounding_box()
    assert term_box
    assert row_box
    assert value_box
    assert term_box["width"] > 0.9 * row_box["width"]
    assert value_box["y"] >= term_box["y"] + term_box["height"]


def test_one_term_is_open_at_a_time(page: Page) -> None:
    page.goto(PROGRAMME)
    for label in ("Start dates", "Learning outcomes"):
        term(page, label).locator("summary").click()
    expect(page.locator(".mz-term[open]")).to_have_count(1)


def test_a_term_leads_to_its_place_in_the_glossary(page: Page) -> None:
    page.goto(PROGRAMME)
    start = term(page, "Start dates")
    start.locator("summary").click()
    start.get_by_role("link", name="Glossary").click()
    expect(page).to_have_url(re.compile("/glossary/#intake$"))
    expect(page.locator("#intake")).to_be_in_viewport()
