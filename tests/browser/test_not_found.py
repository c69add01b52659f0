"""An address that does not exist: in its language, with the nearest pages suggested."""

import pytest
from playwright.sync_api import Page, expect


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


def test_far_from_everything_it_suggests_nothing(page: Page) -> None:
    page.goto("/qqqq/wwww/")
    page.wait_for_load_state("networkidle")
    expect(page.locator("#mz-nearest")).to_be_hidden()
    expect(page.get_by_role("link", name="国际墨子工坊项目")).to_be_visible()
