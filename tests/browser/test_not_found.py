"""An address that does not exist: in its language, with the nearest pages suggested."""

import pytest
from mozi.addresses.urls import prefix
from playwright.sync_api import Page, expect

from tests.support.helpers import LANGUAGES


@pytest.mark.parametrize(
    ("path", "language", "heading"),
    [
        ("/projects/khujand-modern-agricultur/", "en", "Page not found"),
        ("/zh/projects/khujand-agriculture/", "zh", "找不到页面"),
        ("/ru/projects/nowhere/", "ru", "Страница не найдена"),
        ("/ar/x", "ar", "الصفحة غير موجودة"),
    ],
)
def test_it_speaks_the_language_of_the_address(
    page: Page, path: str, language: str, heading: str
) -> None:
    page.goto(path)
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


@pytest.mark.parametrize(
    ("path", "suggested"),
    [
        ("/projects/khujand-modern-agricultur/", "/projects/khujand-modern-agriculture/"),
        ("/zh/project/ghana", "/zh/projects/ghana/"),
        ("/partner/he-univercity/", "/partners/he-university/"),
    ],
)
def test_it_suggests_the_nearest_page(page: Page, path: str, suggested: str) -> None:
    page.goto(path)
    first = page.locator("#mz-nearest a").first
    expect(first).to_have_attribute("href", suggested)
    expect(page.locator("#mz-nearest a[href$='/embed/']")).to_have_count(0)


def test_far_from_everything_it_suggests_nothing(page: Page) -> None:
    page.goto("/qqqq/wwww/")
    page.wait_for_load_state("networkidle")
    expect(page.locator("#mz-nearest")).to_be_hidden()
    expect(page.get_by_role("link", name="国际墨子工坊项目")).to_be_visible()


@pytest.mark.parametrize("code", LANGUAGES)
def test_its_scripts_work_also_where_it_is_written_once_more(page: Page, code: str) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.emulate_media(color_scheme="dark")
    page.goto(f"/{prefix(code)}nowhere/")
    expect(page.locator("html")).to_have_attribute("lang", code)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("#mz-colours").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.locator("#mz-search-open").click()
    expect(page.get_by_role("searchbox")).to_be_focused()
    assert wrong == []
