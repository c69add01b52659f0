"""An offline pack, unpacked and opened from a folder: every page works, and nothing is asked for."""

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.support.helpers import SAMPLE


@pytest.fixture(params=SAMPLE)
def pack(request: pytest.FixtureRequest, built: Path, tmp_path: Path) -> Path:
    """The pack of Kyrgyzstan in a language, in a folder whose name is no plain English."""
    code = request.param
    folder = tmp_path / "Мои файлы 墨子"
    name = f"mozi-workshop-kg-{code}"
    with ZipFile(built / ("" if code == "en" else code) / "packs" / f"{name}.zip") as archive:
        archive.extractall(folder)
    return folder / name


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone without a network."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, offline=True)
    yield context
    context.close()


def test_every_page_opens_from_the_folder_and_asks_for_nothing_outside(
    pack: Path, context: BrowserContext
) -> None:
    page = context.new_page()
    asked: list[str] = []
    failed: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("console", lambda message: errors.append(message.text))
    for file in [pack / "index.html", *sorted((pack / "pages").iterdir())]:
        page.goto(file.as_uri())
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate("document.scrollingElement.scrollWidth") == 360, file.name
    assert {url for url in asked if not url.startswith(pack.as_uri() + "/")} == set()
    assert failed == errors == []
    assert any(url.endswith("/styles/site.css") for url in asked)
    assert page.locator("script, #mz-search-open, .mz-search").count() == 0


def test_a_reader_goes_from_page_to_page(pack: Path, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto((pack / "index.html").as_uri())
    page.locator('section[aria-labelledby="projects"] .mz-card__title').first.click()
    expect(page).to_have_url(re.compile(f"^{re.escape(pack.as_uri())}/pages/projects-"))
    page.locator(
        ".mz-glance a[href^='countries-'], .mz-glance a[href*='/countries-']"
    ).first.click()
    expect(page).to_have_url(f"{pack.as_uri()}/pages/countries-kg.html")
    current = page.locator(".mz-pack a").last
    assert str(current.get_attribute("href")).endswith("/countries/kg/")
    page.locator(".mz-pack a").first.click()
    expect(page).to_have_url(f"{pack.as_uri()}/index.html")
