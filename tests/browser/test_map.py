"""The world map on a phone: every country can be touched, however crowded its neighbourhood."""

import pytest
from playwright.sync_api import Page, expect

MISSED = """
    links => links.filter(link => {
        link.scrollIntoView({ block: "center" })
        const target = [...link.querySelectorAll(".mz-map__target")].find(e => e.checkVisibility())
        const { x, y, width, height } = target.getBoundingClientRect()
        return ![...Array(16).keys()].map(n => n * Math.PI / 8).every(angle => document
            .elementFromPoint(x + width / 2 + 12 * Math.cos(angle), y + height / 2 + 12 * Math.sin(angle))
            .closest("a") === link)
    }).map(link => link.getAttribute("aria-label"))
"""
"""The links that a touch anywhere within 24 px around their middle does not always follow."""


@pytest.mark.parametrize("path", ["/", "/ar/", "/projects/", "/countries/"])
def test_every_point_has_24_pixels_of_its_own(page: Page, path: str) -> None:
    page.goto(path)
    links = page.locator(".mz-map__picture a")
    assert links.count() == 11
    assert links.evaluate_all(MISSED) == []


def test_the_key_names_the_numbers_in_the_order_of_the_tab_key(page: Page) -> None:
    page.goto("/ru/")
    key = page.locator(".mz-map__key a").evaluate_all("all => all.map(a => [a.href, a.innerText])")
    points = page.locator(".mz-map__picture a")
    assert [point.get_attribute("href") for point in points.all()] == [
        href.removeprefix(page.url) for href, _ in key
    ]
    for point, (_, text) in zip(points.all(), key, strict=True):
        number, name = text.split("\n")
        expect(point.locator(".mz-map__number")).to_have_text(number)
        assert (point.get_attribute("aria-label") or "").startswith(f"{number} {name}:")


def test_wide_screens_have_names_and_no_numbers(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/")
    expect(page.locator(".mz-map__label").first).to_be_visible()
    expect(page.locator(".mz-map__number:visible, .mz-map__key:visible")).to_have_count(0)
