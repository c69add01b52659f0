"""The first visit: light, quiet, nothing from others; the reader's language suggested once."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE

FIRST, SECOND = 100_000, 15_000
"""Bytes over the wire, with gzip, of a first programme page and of the next one."""

SHIFT = "new PerformanceObserver(list => { for (const e of list.getEntries()) window.shift = (window.shift ?? 0) + e.value }).observe({type: 'layout-shift', buffered: true})"


@dataclass
class Traffic:
    """What a page caused: bytes received, hosts asked, errors in the console."""

    received: int = 0
    addresses: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def watch(page: Page) -> Traffic:
    traffic = Traffic()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")

    def finished(event: dict[str, Any]) -> None:
        traffic.received += int(event["encodedDataLength"])

    session.on("Network.loadingFinished", finished)
    page.on("request", lambda request: traffic.addresses.append(request.url))
    page.on("requestfailed", lambda request: traffic.errors.append(f"failed: {request.url}"))
    page.on("pageerror", lambda error: traffic.errors.append(str(error)))
    page.on("console", lambda message: traffic.errors.append(message.text))
    return traffic


@pytest.mark.parametrize("folder", ["", "zh/", "ru/", "fr/", "ar/"])
def test_a_programme_page_is_light_quiet_and_still(
    browser: Browser, address: str, folder: str
) -> None:
    page = browser.new_page(viewport=PHONE, base_url=address)
    page.add_init_script(SHIFT)
    traffic = watch(page)
    page.goto(f"/{folder}programmes/cameroon-optometry/")
    page.wait_for_load_state("networkidle")
    assert 0 < traffic.received <= FIRST
    assert page.evaluate("window.shift ?? 0") < 0.05
    first = traffic.received
    page.goto(f"/{folder}programmes/khujand-modern-agriculture/")
    page.wait_for_load_state("networkidle")
    assert 0 < traffic.received - first <= SECOND
    assert all(url.startswith((address, "data:")) for url in traffic.addresses)
    assert traffic.errors == []
    page.close()


def home(browser: Browser, address: str, locale: str) -> Page:
    return browser.new_page(viewport=PHONE, base_url=address, locale=locale)


@pytest.mark.parametrize(("locale", "code"), [("zh-CN", "zh"), ("ru-KG", "ru"), ("ar-AE", "ar")])
def test_the_readers_language_is_suggested_once(
    browser: Browser, address: str, locale: str, code: str
) -> None:
    page = home(browser, address, locale)
    page.goto("/")
    suggestion = page.locator(".mz-invitation:visible")
    expect(suggestion).to_have_count(1)
    expect(suggestion).to_have_attribute("lang", code)
    page.goto("/about/")
    page.goto("/")
    expect(suggestion).to_have_count(0)
    page.close()


@pytest.mark.parametrize("locale", ["en-GH", "sw-KE"])
def test_nothing_is_suggested_to_those_it_would_not_help(
    browser: Browser, address: str, locale: str
) -> None:
    page = home(browser, address, locale)
    page.goto("/")
    expect(page.locator(".mz-invitation:visible")).to_have_count(0)
    expect(page).to_have_url(address)
    page.close()


def test_the_colours_follow_the_system_and_then_the_reader(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("/")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("button", name="Dark colours").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.goto("/about/")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
