"""Every kind of page, in every language, light and dark, on phones and desktops, for everybody."""

import json
import re
from importlib import resources
from itertools import product
from pathlib import Path

import pytest
from mozi.addresses.urls import prefix
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.conftest import DESKTOP, PHONE
from tests.support.helpers import EVERY, LANGUAGES

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KINDS = {
    "home": "",
    "programmes": "programmes/",
    "projects": "projects/",
    "choice": "programmes/country/kg/",
    "comparison": "programmes/compare/",
    "partners": "partners/",
    "sources": "sources/",
    "project": "projects/khujand-modern-agriculture/",
    "embedding": "projects/khujand-modern-agriculture/embed/",
    "sheet": "projects/khujand-modern-agriculture/sheet.html",
    "card": "projects/khujand-modern-agriculture/card.html",
    "programme": "programmes/khujand-modern-agriculture/",
    "curriculum": "curricula/ouc-horticulture/",
    "curriculum with hours": "curricula/veterinary/",
    "country": "countries/tj/",
    "partner": "partners/iet-tsuc/",
    "initiative": "initiatives/order-classes/",
    "source": "sources/synu-2023-10-06/",
    "about": "about/",
    "contribute": "contribute/",
    "subscribe": "subscribe/",
    "data": "data/",
    "glossary": "glossary/",
    "translations": "translations/",
    "rules": "rules/",
    "translation": "translations/ru/",
    "missing": "404.html",
}
LIGHT = ("sheet", "card")
"""Kinds that are made for paper, or for the pages of others: light whatever the reader prefers."""

SIZES = {"phone": PHONE, "desktop": DESKTOP}
ALL_READERS = list(product(LANGUAGES, SIZES))
READERS = ALL_READERS if EVERY else [("en", "phone"), ("ar", "desktop")]
"""For whom axe looks: unless for all, at each size and each way of writing once."""

FAST = """
    // axe reads the same few colours again and again: for every text, those of all that is below it.
    const { Color } = axe.commons.color
    const read = Color.prototype.parseString
    const known = new Map()
    Color.prototype.parseString = function (text) {
        if (!known.has(text)) known.set(text, read.call(new Color(), text));
        ({ r: this.r, g: this.g, b: this.b, alpha: this.alpha } = known.get(text))
        return this
    }
    // Where letters are joined, it measures every letter of every text.
    const { measureText } = CanvasRenderingContext2D.prototype
    const measured = {}
    CanvasRenderingContext2D.prototype.measureText = function (text) {
        const sizes = (measured[this.font] ??= new Map())
        if (!sizes.has(text)) sizes.set(text, measureText.call(this, text))
        return sizes.get(text)
    }
"""
FIND = """rules => axe.run(document, { runOnly: rules, resultTypes: ["violations"], preload: false })
    .then(({ violations }) => violations.flatMap(rule => rule.nodes.map(node =>
        `${rule.id}: ${node.target} ${node.failureSummary}`.replaceAll(/\\s+/g, " "))))
"""


@pytest.mark.parametrize(
    ("code", "size"), [each for each in ALL_READERS if each in READERS or each[1] == "phone"]
)
def test_nothing_scrolls_sideways_and_axe_finds_nothing(page: Page, code: str, size: str) -> None:
    """Axe looks for some readers only, unless for all: see `READERS`."""
    page.set_viewport_size(SIZES[size])
    page.emulate_media(reduced_motion="reduce")  # nothing is on its way from one colour to another
    if (code, size) in READERS:
        page.add_init_script(AXE + FAST)
    found = {}
    for kind, path in KINDS.items():
        page.emulate_media(color_scheme="light")
        page.goto(f"/{prefix(code)}{path}")
        width = page.evaluate("document.scrollingElement.scrollWidth")
        found[f"{kind}, width"] = [] if width <= SIZES[size]["width"] else [width]
        if (code, size) not in READERS:
            continue
        found[kind] = page.evaluate(FIND, RULES)
        if kind not in LIGHT and (EVERY or code == "en"):
            page.emulate_media(color_scheme="dark")  # colours are all that differs
            expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
            found[f"{kind}, dark"] = page.evaluate(FIND, ["color-contrast"])
    found = {where: problems for where, problems in found.items() if problems}
    assert not found, json.dumps(found, indent=1, ensure_ascii=False)


def test_letters_of_every_language_use_the_fonts_of_the_system(page: Page, built: Path) -> None:
    for sheet in built.rglob("*.css"):
        assert "@font-face" not in sheet.read_text(), sheet
    page.goto("/ar/")
    fonts = page.evaluate("getComputedStyle(document.body).fontFamily")
    assert fonts.startswith("system-ui")


def test_a_page_reads_in_order(page: Page) -> None:
    page.goto("/" + KINDS["project"])
    order = page.evaluate(
        """[...document.querySelectorAll(
            "a.md-skip, header.md-header, nav.md-tabs, main, h1, h2, footer.md-footer"
        )].map(element => element.classList[0] ?? element.localName)"""
    )
    assert order[:6] == ["md-skip", "md-header", "md-tabs", "md-main", "h1", "h2"]
    assert order[-1] == "md-footer"


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no-script"])
def test_keys_alone_open_everything(request: pytest.FixtureRequest, scripts: bool) -> None:
    page: Page = request.getfixturevalue("page" if scripts else "plain")
    page.goto("/" + KINDS["project"])
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Tab")
    menu = page.locator(".mz-menu")
    expect(menu.locator("summary")).to_be_focused()
    expect(menu.get_by_role("link")).to_have_count(0)  # none that anybody can reach
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link", name="Home")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(menu.get_by_role("link")).to_have_count(0)
    languages = page.locator(".mz-languages")
    expect(languages.get_by_role("link")).to_have_count(0)
    languages.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="English")).to_be_focused()
    page.goto("/" + KINDS["project"])
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#content$"))
    page.keyboard.press("Tab")
    expect(page.locator("article :focus")).to_have_count(1)


@pytest.mark.parametrize("drop", [".mz-menu", ".mz-languages"])
def test_escape_and_a_touch_beside_it_close_what_is_open(page: Page, drop: str) -> None:
    page.goto("/" + KINDS["project"])
    opener = page.locator(f"{drop} summary")
    links = page.locator(f"{drop} a")
    opener.click()
    links.first.focus()
    page.keyboard.press("Escape")
    expect(links.first).to_be_hidden()
    expect(opener).to_be_focused()
    opener.click()
    expect(links.first).to_be_visible()
    page.mouse.click(3, PHONE["height"] - 30)
    expect(links.first).to_be_hidden()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_focus_is_always_seen(page: Page, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto("/" + KINDS["source"])
    unseen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        unseen += page.evaluate(
            """(() => {
                const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement)
                return document.activeElement === document.body || (outlineStyle !== "none"
                    && parseFloat(outlineWidth) >= 2) ? [] : [document.activeElement.outerHTML]
            })()"""
        )
    assert unseen == []
