"""The Content Security Policy in a browser: nothing that the site does goes against it."""

import pytest
from mozi.addresses.urls import prefix
from mozi.outputs.security_headers import POLICY
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP
from tests.support.helpers import LANGUAGES, SAMPLE

PAGES = (
    "",
    "programmes/",
    "programmes/?country=tj",
    "programmes/compare/",
    "programmes/country/tj/",
    "programmes/khujand-modern-agriculture/",
    "projects/",
    "projects/ghana/",
    "projects/ghana/embed/",
    "countries/",
    "countries/tj/",
    "curricula/",
    "curricula/cnc/",
    "partners/",
    "partners/iet-tsuc/",
    "initiatives/",
    "sources/",
    "sources/iet-news/",
    "glossary/",
    "translations/",
    "translations/ru/",
    "rules/",
    "about/",
    "contribute/",
    "data/",
    "subscribe/",
    "projects/gana/",
)
"""Every kind of page; the last one does not exist."""

LISTEN = """
window.violations = []
document.addEventListener("securitypolicyviolation", event => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`)
})
"""

NOTICED = """
    number => new Promise(done => {
        const end = Date.now() + 20000
        const look = () =>
            window.violations.length < number && Date.now() < end ? setTimeout(look, 20) : done()
        look()
    })
"""
"""So many violations are known; the browser tells of them after what goes against the policy."""

PAINTED = "new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
"""The page is loaded and on the screen: what it does by itself, it has done."""


@pytest.fixture
def watched(page: Page) -> Page:
    """A page on a desk that notes what goes against the policy."""
    page.set_viewport_size(DESKTOP)
    page.add_init_script(LISTEN)
    return page


def violations(page: Page) -> list[str]:
    found: list[str] = page.evaluate("window.violations")
    return found


@pytest.mark.parametrize("code", SAMPLE)
def test_no_page_goes_against_the_policy(watched: Page, code: str) -> None:
    for path in PAGES:
        watched.goto(f"/{prefix(code)}{path}")
        watched.evaluate(PAINTED)
        policy = watched.locator("meta[http-equiv=Content-Security-Policy]")
        assert policy.get_attribute("content") == POLICY, path
        assert violations(watched) == [], path


@pytest.mark.parametrize("code", LANGUAGES)
def test_search_goes_by_the_policy(watched: Page, code: str) -> None:
    watched.goto(f"/{prefix(code)}")
    watched.click("#mz-search-open")
    watched.fill(".mz-search__query", "2023")
    watched.locator(".mz-search__results > *").first.wait_for()
    failed = watched.locator("#mz-search").get_attribute("data-failed")
    assert watched.locator(".mz-search__results").inner_text() != failed
    assert violations(watched) == []


def test_filters_and_comparisons_go_by_the_policy(watched: Page) -> None:
    watched.goto("/programmes/")
    watched.locator(".mz-choice").first.evaluate("choice => choice.click()")
    watched.wait_for_url("**/programmes/?*")
    watched.goto("/programmes/")
    for box in watched.locator(".mz-pick input").all()[:2]:
        box.check()
    watched.locator("#mz-picked button").click()
    watched.locator("[data-programme]").first.wait_for()
    watched.click("#mz-colours")
    assert violations(watched) == []


def test_what_is_against_the_policy_is_stopped_and_seen(watched: Page) -> None:
    watched.goto("/about/")
    for wrong in (
        "document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>')",
        "document.head.append(Object.assign(document.createElement('script'), {text: 'window.ran=1'}))",
        "fetch('https://other.example/').catch(() => 0)",
    ):
        watched.evaluate(f"() => {{ {wrong} }}")
    watched.evaluate(NOTICED, 3)
    assert watched.evaluate("window.ran") is None
    assert {line.split()[0] for line in violations(watched)} == {
        "style-src-attr",
        "script-src-elem",
        "connect-src",
    }
