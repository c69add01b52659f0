"""Narrowing down and comparing: in place with JavaScript, by pages without."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import DESKTOP


def choice(page: Page, facet: str, value: str) -> Locator:
    return page.locator(f'[data-facet="{facet}"][data-value="{value}"]')


def shown(page: Page) -> Locator:
    return page.locator(".mz-card:visible")


def query(page: Page) -> str:
    asked: str = page.evaluate("location.search")
    return asked


def test_a_choice_changes_cards_counts_and_address(page: Page) -> None:
    page.goto("/projects/")
    expect(page.get_by_role("status")).to_be_empty()
    expect(shown(page)).to_have_count(12)
    page.get_by_role("button", name="Tajikistan").click()
    expect(shown(page)).to_have_count(1)
    expect(shown(page)).to_contain_text("Khujand")
    expect(page.get_by_role("status")).to_have_text("Shown: 1 of 12")
    expect(choice(page, "country", "tj")).to_have_attribute("aria-pressed", "true")
    expect(choice(page, "field", "optometry").locator(".mz-count")).to_have_text("0")
    expect(choice(page, "country", "gh").locator(".mz-count")).to_have_text("1")
    assert query(page) == "?country=tj"
    page.get_by_role("button", name="Ghana").click()
    expect(shown(page)).to_have_count(2)
    page.get_by_role("button", name="Ghana").click()  # a second time takes it back
    expect(shown(page)).to_have_count(1)
    page.locator("summary", has_text="Status").click()
    page.get_by_role("button", name="Signed").click()
    assert query(page) == "?country=tj&status=signed"
    expect(page.get_by_role("status")).to_have_text("Shown: 0 of 12")
    page.get_by_role("button", name="Show all").click()
    expect(shown(page)).to_have_count(12)
    assert query(page) == ""


def test_the_address_holds_the_choice(page: Page) -> None:
    page.goto("/projects/?field=not-published&status=signed")
    expect(page.get_by_role("status")).to_have_text("Shown: 5 of 12")
    expect(choice(page, "field", "not-published")).to_be_visible()  # its list is open
    page.reload()
    expect(shown(page)).to_have_count(5)
    page.goto("/projects/?status=nonsense&x=1")
    expect(shown(page)).to_have_count(12)


def test_back_and_forward_restore_the_choice(page: Page) -> None:
    page.goto("/projects/")
    page.get_by_role("button", name="Tajikistan").click()
    page.get_by_role("button", name="Ghana").click()
    expect(shown(page)).to_have_count(2)
    page.go_back()
    expect(shown(page)).to_have_count(1)
    shown(page).get_by_role("link").click()
    expect(page).to_have_url(re.compile("khujand"))
    page.go_back()
    expect(shown(page)).to_have_count(1)
    page.go_back()
    expect(shown(page)).to_have_count(12)
    page.go_forward()
    expect(shown(page)).to_have_count(1)


def test_the_keyboard_is_enough(page: Page) -> None:
    page.goto("/projects/")
    choice(page, "country", "gh").focus()
    page.keyboard.press("Space")
    expect(shown(page)).to_have_count(1)
    page.keyboard.press("Enter")
    expect(shown(page)).to_have_count(12)
    page.locator("summary", has_text="Field of study").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("status")).not_to_be_empty()


def test_another_language_keeps_the_choice(page: Page) -> None:
    page.goto("/projects/?country=tj")
    link = page.locator('.mz-languages a[lang="ar"]')
    expect(link).to_have_attribute("href", re.compile(r"/ar/projects/\?country=tj$"))
    page.goto("/ar/projects/?country=tj")
    expect(shown(page)).to_have_count(1)
    expect(choice(page, "country", "tj")).to_have_attribute("aria-pressed", "true")


def test_two_to_four_programmes_are_compared(page: Page) -> None:
    page.goto("/programmes/")
    boxes = page.get_by_role("checkbox")
    button = page.locator("#mz-picked button")
    expect(boxes).to_have_count(6)
    boxes.nth(0).check()
    expect(button).to_be_disabled()
    for n in (1, 2, 3):
        boxes.nth(n).check()
        expect(button).to_be_enabled()
    expect(boxes.nth(4)).to_be_disabled()
    boxes.nth(0).uncheck()
    boxes.nth(1).uncheck()
    expect(boxes.nth(4)).to_be_enabled()
    ids = page.locator(".mz-card:has(:checked)").evaluate_all("all => all.map(c => c.dataset.id)")
    button.click()
    page.wait_for_url("**/programmes/compare/**")
    assert query(page) == f"?p={ids[0]}&p={ids[1]}"
    expect(page.locator("thead th:visible")).to_have_count(2)
    expect(page.locator("tbody tr").first.locator("td:visible")).to_have_count(2)
    page.get_by_role("link", name="Compare all programmes").click()
    expect(page.locator("thead th:visible")).to_have_count(6)


@pytest.mark.parametrize("folder", ["", "ar/"])
def test_the_table_scrolls_in_its_own_region_beside_its_first_column(
    page: Page, folder: str
) -> None:
    page.goto(f"/{folder}programmes/compare/")
    region = page.locator(".mz-comparison")
    first = region.locator("tbody th").first
    before = first.bounding_box()
    region.evaluate("e => e.scrollBy(getComputedStyle(e).direction === 'rtl' ? -200 : 200, 0)")
    assert abs(region.evaluate("e => e.scrollLeft")) == 200
    assert first.bounding_box() == before
    assert page.locator("article").evaluate("e => e.scrollWidth <= e.clientWidth")


def test_without_javascript_links_lead_to_pages(plain: Page) -> None:
    plain.goto("/projects/")
    expect(plain.locator("button:visible", has_text="Show all")).to_have_count(0)
    plain.locator("summary", has_text="Field of study").click()
    plain.get_by_role("link", name="not published").click()
    expect(plain).to_have_url(re.compile("/projects/field/not-published/$"))
    expect(plain.get_by_role("heading", level=1)).to_have_text(
        "Projects – Field of study: not published"
    )
    expect(shown(plain)).to_have_count(7)
    plain.get_by_role("link", name="All projects").click()
    expect(shown(plain)).to_have_count(12)


def test_without_javascript_all_programmes_are_compared(plain: Page) -> None:
    plain.goto("/programmes/")
    expect(plain.get_by_role("checkbox")).to_have_count(0)
    plain.get_by_role("link", name="Compare all programmes").click()
    expect(plain.locator("thead th:visible")).to_have_count(6)
    expect(plain.locator("tbody td", has_text="not published").first).to_be_visible()


def test_nothing_fails_in_the_console(page: Page) -> None:
    page.set_viewport_size(DESKTOP)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in ("projects/", "programmes/?country=tj", "programmes/compare/?p=nothing"):
        page.goto(f"/{path}")
    assert said == []
