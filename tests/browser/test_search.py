"""What readers type finds its page among the first three results, in every language."""

import re

import pytest
from playwright.sync_api import Page, expect

KHUJAND = "projects/khujand-modern-agriculture/"
IET = "partners/iet-tsuc/"
BISHKEK = "projects/bishkek-railway/"
KSTU = "partners/kyrgyz-state-technical-university/"
CAMEROON = "projects/cameroon-optometry/"

QUERIES = {
    "en": {
        "Khujand": KHUJAND,
        "Хуҷанд": KHUJAND,
        "Хучанд": KHUJAND,
        "Yaounde": CAMEROON,
        "Yaoundé": CAMEROON,
        "optometry": CAMEROON,
        "Kyrgyz university": KSTU,
        "Tajikistan": "countries/tj/",
        "Neusoft Mozi Workshop": "projects/neusoft-indonesia/",
        "Neusoft": "partners/dalian-neusoft-university/",
        "shipbuilding": "curricula/ship-engineering/",
        "order class": "initiatives/order-classes/",
        "何氏": "partners/he-university/",
        "Раззаков": KSTU,
    },
    "zh": {
        "胡占德": KHUJAND,
        "现代农业": KHUJAND,
        "沈阳师范大学": "partners/shenyang-normal-university/",
        "师范大学": "partners/shenyang-normal-university/",
        "铁路": "programmes/bishkek-train-driving/",
        "中亚铁路": BISHKEK,
        "比什凯克": BISHKEK,
        "眼视光": CAMEROON,
        "加纳": "countries/gh/",
        "园艺": "curricula/ouc-horticulture/",
        "机电一体化": "curricula/mechatronics/",
        "工业机器人": "curricula/industrial-robots/",
        "订单班": "initiatives/order-classes/",
        "Khujand": KHUJAND,
    },
    "ru": {
        "Худжанд": KHUJAND,
        "Худжанде": KHUJAND,
        "Хучанд": KHUJAND,
        "Хуҷанд": KHUJAND,
        "Бишкек": BISHKEK,
        "железнодорожная мастерская": BISHKEK,
        "железнодорожной мастерской": BISHKEK,
        "Бишкекской": BISHKEK,
        "Раззакова": KSTU,
        "оптометрия": CAMEROON,
        "Гана": "countries/gh/",
        "садоводства": "curricula/ouc-horticulture/",
        "судостроение": "curricula/ship-engineering/",
        "Neusoft": "partners/dalian-neusoft-university/",
    },
    "fr": {
        "Khodjent": KHUJAND,
        "Хучанд": KHUJAND,
        "Yaounde": CAMEROON,
        "Yaoundé": CAMEROON,
        "optométrie": CAMEROON,
        "optometrie": CAMEROON,
        "Cameroun": "countries/cm/",
        "Bichkek": BISHKEK,
        "chemins de fer": "partners/liaoning-railway-college/",
        "horticulture urbaine": "curricula/ouc-urban-horticulture/",
        "Émirats": "countries/ae/",
        "emirats": "countries/ae/",
        "何氏": "partners/he-university/",
    },
    "ar": {
        "خوجند": KHUJAND,
        "طاجيكستان": "countries/tj/",
        "الكاميرون": "countries/cm/",
        "الإمارات": "countries/ae/",
        "قياس البصر": CAMEROON,
        "ياوندي": CAMEROON,
        "بيشكيك": BISHKEK,
        "كلية السكك الحديدية": "partners/liaoning-railway-college/",
        "غانا": "countries/gh/",
        "باكستان": "countries/pk/",
        "Khujand": KHUJAND,
        "Хучанд": KHUJAND,
    },
}


ANSWER = """
    () => new Promise(done => {
        const results = document.querySelector(".mz-search__results")
        const look = () => results.checkVisibility() && results.children.length
            && done([...results.querySelectorAll("a")].map(link => new URL(link.href).pathname))
        new MutationObserver(look).observe(results, { childList: true })
        setTimeout(() => done([]), 20000)
        look()
    })
"""
"""The addresses of the results as soon as there are any."""


def search(page: Page, text: str) -> list[str]:
    """The addresses of the results, best first."""
    field = page.get_by_role("searchbox")
    field.fill("")
    expect(page.locator(".mz-search__results > *")).to_have_count(0)
    field.fill(text)
    found: list[str] = page.evaluate(ANSWER)
    return found


@pytest.mark.parametrize("code", QUERIES)
def test_queries_find_their_page(page: Page, code: str) -> None:
    folder = "/" if code == "en" else f"/{code}/"
    page.goto(folder)
    page.keyboard.press("/")
    missed = {}
    for text, expected in QUERIES[code].items():
        first = search(page, text)[:3]
        if folder + expected not in first:
            missed[text] = first
    assert missed == {}


def test_nothing_of_the_search_is_loaded_before_it_is_opened(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "pagefind" in url or "lunr" in url]
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("Khujand")
    expect(page.get_by_role("dialog").get_by_role("heading", name="Projects")).to_be_visible()
    assert [url for url in asked if "pagefind.js" in url]
    assert not [url for url in asked if "lunr" in url or "search_index" in url]


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_the_usual_keys_open_it_and_escape_closes_it(page: Page, key: str) -> None:
    page.goto("/about/")
    page.keyboard.press(key)
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("s/f")  # the same keys are letters while somebody types
    expect(page.get_by_role("searchbox")).to_have_value("s/f")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_arrows_go_through_the_results_and_enter_opens_one(page: Page) -> None:
    page.goto("/zh/")
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("胡占德")
    expect(page.locator(".mz-search__results a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".mz-search__results a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/zh/{KHUJAND}$"))


def test_no_result_says_so(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("qqqqzzzz")
    expect(page.get_by_text("Nothing was found.")).to_be_visible()


def test_a_search_that_cannot_be_loaded_says_so(page: Page) -> None:
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto("/")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_text("The search could not be loaded.")).to_be_visible()
