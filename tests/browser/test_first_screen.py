"""A phone of 360 × 740 shows the first answers without scrolling, in every language.

All of them for a programme, a curriculum, a partner and a country; for a project how far it is,
since when, where, in which field and who leads it.
"""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import PHONE

PAGES = {
    "programmes": ["bishkek-bridge-and-tunnel", "khujand-modern-agriculture",
                   "neusoft-digital-skills"],
    "projects": ["bishkek-railway", "khujand-modern-agriculture", "neusoft-indonesia"],
    "curricula": ["ouc-horticulture", "railway-signalling"],
    "partners": ["iet-tsuc", "shenyang-normal-university"],
    "countries": ["cm"],
}  # fmt: skip
"""Those with the longest answers."""

LEAD = {"projects": 6}
"""Of a project the first rows only: hosts and enterprises are many, and have long names."""

BOTTOMS = """
    [...document.querySelectorAll(".mz-glance .mz-row")].map(row => row.getBoundingClientRect().bottom)
"""


@pytest.mark.parametrize("folder", ["", "zh/", "ru/", "fr/", "ar/"])
def test_the_first_answers_are_on_the_first_screen(page: Page, folder: str) -> None:
    below = {}
    for kind, ids in PAGES.items():
        for id in ids:
            page.goto(f"/{folder}{kind}/{id}/")
            rows = page.evaluate(BOTTOMS)
            last = rows[: LEAD.get(kind)][-1]
            if last > PHONE["height"]:
                below[f"{kind}/{id}"] = round(last)
    assert below == {}
