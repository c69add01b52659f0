"""A phone of 360 × 740 shows the first answers without scrolling, in every language.

All of them for a programme; for a project how far it is, since when and where; for a curriculum
whose it is, from when, in which field and at which level.
"""

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import PHONE

PAGES = {
    "programmes": ["bishkek-train-driving", "cameroon-optometry", "khujand-modern-agriculture",
                   "neusoft-digital-skills"],
    "projects": ["bishkek-railway", "cameroon-optometry", "ghana", "neusoft-indonesia"],
    "countries": ["tj", "cm"],
    "curricula": ["mechatronics", "cnc"],
    "partners": ["he-university", "iet-tsuc"],
}  # fmt: skip


BOTTOMS = """
    [...document.querySelectorAll(".mz-glance .mz-row")].map(row => row.getBoundingClientRect().bottom)
"""
LEAD = {"projects": 5, "curricula": 4}
"""Kinds of which only the first rows must fit: the others are names as long as they are."""


@pytest.mark.parametrize("folder", ["", "zh/", "ru/", "fr/", "ar/"])
def test_the_first_answers_are_on_the_first_screen(
    browser: Browser, address: str, folder: str
) -> None:
    page = browser.new_page(viewport=PHONE, base_url=address)  # type: ignore[arg-type]
    below = {}
    for kind, ids in PAGES.items():
        for id in ids:
            page.goto(f"/{folder}{kind}/{id}/")
            rows = page.evaluate(BOTTOMS)
            last = rows[: LEAD.get(kind)][-1]
            if last > PHONE["height"]:
                below[f"{kind}/{id}"] = round(last)
    page.close()
    assert below == {}
