"""Every kind of page, in every language, light and dark, on phones and desktops, for everybody."""

import json
import os
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP, PHONE

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LANGUAGES = {"en": "/", "zh": "/zh/", "ru": "/ru/", "fr": "/fr/", "ar": "/ar/"}
KINDS = {
    "home": "",
    "programmes": "programmes/",
    "projects": "projects/",
    "choice": "programmes/country/kg/",
    "comparison": "programmes/compare/",
    "partners": "partners/",
    "sources": "sources/",
    "project": "projects/khujand-modern-agriculture/",
    "programme": "programmes/khujand-modern-agriculture/",
    "curriculum": "curricula/ouc-horticulture/",
    "curriculum with hours": "curricula/veterinary/",
    "country": "countries/tj/",
    "partner": "partners/iet-tsuc/",
    "initiative": "initiatives/order-classes/",
    "source": "sources/synu-2023-10-06/",
    "about": "about/",
    "contribute": "contribute/",
    "glossary": "glossary/",
    "translations": "translations/",
    "translation": "translations/ru/",
    "missing": "404.html",
}
READERS = ["phone, light", "phone, dark", "desktop, light", "desktop, dark"]
FEW = {"phone, light"}
"""For whom the other languages are checked: the pages differ in their words only, and the whole
takes five minutes. With MOZI_AXE=all, as in CI, every language is checked for everybody."""


@pytest.fixture(scope="module")
def readers(browser: Browser, address: str) -> Iterator[list[Page]]:
    """A page for each size and colours, with axe in it. They are checked at the same time."""
    contexts = [
        browser.new_context(
            viewport=size,  # type: ignore[arg-type]
            base_url=address,
            color_scheme=scheme,
            reduced_motion="reduce",  # nothing is on its way from one colour to another
        )
        for size in (PHONE, DESKTOP)
        for scheme in ("light", "dark")
    ]
    for context in contexts:
        context.add_init_script(AXE)
    yield [context.new_page() for context in contexts]
    for context in contexts:
        context.close()


BEGIN = """
    const dark = matchMedia("(prefers-color-scheme: dark)").matches
    const runOnly = dark ? ["color-contrast"] : RULES // colours are all that differs in the dark
    window.found = axe.run(document, { runOnly, resultTypes: ["violations"], preload: false })
        .then(({ violations }) => violations.flatMap(rule => rule.nodes.map(node =>
            `${rule.id}: ${node.target} ${node.failureSummary}`.replaceAll(/\\s+/g, " "))))
    0
""".replace("RULES", json.dumps(RULES))


@pytest.mark.parametrize("code", LANGUAGES)
def test_axe_finds_nothing(readers: list[Page], code: str) -> None:
    found = {}
    everybody = code == "en" or os.environ.get("MOZI_AXE") == "all"
    chosen = [
        (page, who) for page, who in zip(readers, READERS, strict=True) if everybody or who in FEW
    ]
    for kind, path in KINDS.items():
        for page, _ in chosen:
            page.goto(LANGUAGES[code] + path)
            page.evaluate(BEGIN)
        for page, who in chosen:
            if problems := page.evaluate("window.found"):
                found[f"{kind}, {who}"] = problems
    assert not found, json.dumps(found, indent=1, ensure_ascii=False)


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_scrolls_sideways_on_a_phone(page: Page, code: str) -> None:
    wide = {}
    for kind, path in KINDS.items():
        page.goto(LANGUAGES[code] + path)
        width = page.evaluate("document.scrollingElement.scrollWidth")
        if width > PHONE["width"]:
            wide[kind] = width
    assert wide == {}


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
def test_keys_alone_open_everything(browser: Browser, address: str, scripts: bool) -> None:
    context = browser.new_context(
        viewport=PHONE,  # type: ignore[arg-type]
        base_url=address,
        java_script_enabled=scripts,
    )
    page = context.new_page()
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
    languages = page.get_by_role("button", name="Select language")
    languages.focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="English")).to_be_focused()
    expect(page.locator(".md-select__inner")).to_have_css("opacity", "1")
    page.goto("/" + KINDS["project"])
    languages.hover()
    expect(page.locator(".md-select__inner")).to_have_css("opacity", "1")
    page.goto("/" + KINDS["project"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the skip link
    page.keyboard.press("Tab")
    assert page.url.endswith("#content")
    expect(page.locator("article :focus")).to_have_count(1)
    context.close()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_focus_is_always_seen(browser: Browser, address: str, size: dict[str, int]) -> None:
    page = browser.new_page(viewport=size, base_url=address)  # type: ignore[arg-type]
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
    page.close()
    assert unseen == []
