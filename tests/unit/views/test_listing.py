"""What search engines and messengers are told of pages."""

from collections import defaultdict
from dataclasses import replace

import pytest
from mozi.languages.text_width import text_width
from mozi.presentation.components.page import Listing
from mozi.settings import Settings
from mozi.site.page_head import page_listing
from mozi.site.site import Site
from mozi.views.listing import LONGEST, LONGEST_LINE, LONGEST_NAME, SHORTEST, described

from tests.support.helpers import LANGUAGES, SETTINGS, listing_at, view_of


@pytest.fixture
def whole(small: Site) -> Site:
    """The small site as if every language had all its texts."""
    return replace(small, progress={})


def listings(site: Site, code: str) -> dict[str, Listing]:
    """Those of all generated pages of a language, by path."""
    return {
        plan.path: page_listing(
            site,
            site.writer(code, plan.address),
            plan.path,
            plan.title if plan.path else "",
            description=view_of(site, plan.path, code).description,
            record=plan.record,
        )
        for plan in site.plans(code)
    }


def of(site: Site, path: str, code: str = "en") -> Listing:
    return listings(site, code)[path]


@pytest.mark.parametrize("code", LANGUAGES)
def test_titles_and_descriptions_are_told_apart_and_no_longer_than_anybody_shows(
    real: Site, code: str
) -> None:
    titles: dict[str, list[str]] = defaultdict(list)
    descriptions: dict[str, list[str]] = defaultdict(list)
    name = text_width(real.title(code))
    for path, shown in listings(real, code).items():
        titles[shown.title].append(path)
        descriptions[shown.description].append(path)
        assert SHORTEST <= text_width(shown.description) <= LONGEST, (path, shown.description)
        assert text_width(shown.title) <= LONGEST_NAME + LONGEST_LINE + name + 6
    assert [pages for pages in [*titles.values(), *descriptions.values()] if len(pages) > 1] == []


def test_what_a_curriculum_is_not_is_never_cut_off(real: Site) -> None:
    for code in real.languages:
        for path, shown in listings(real, code).items():
            assert not (path.startswith("curricula/") and shown.description.endswith("…"))


def test_alternates_are_absolute_name_all_and_the_default_twice(whole: Site) -> None:
    shown = of(whole, "projects/workshop/", "zh")
    assert shown.canonical == "https://site.example/zh/projects/workshop/"
    urls = {each.code: each.url for each in shown.alternates}
    assert urls["zh"] == shown.canonical
    assert urls["en"] == urls["x-default"] == "https://site.example/projects/workshop/"
    assert shown.alternates == of(whole, "projects/workshop/", "en").alternates


def test_a_fallback_page_names_what_it_repeats_and_has_no_alternates(whole: Site) -> None:
    site = replace(whole, prose={"about": frozenset({"", "zh"})})
    shown = listing_at(site, "about/", "fr", "About", "")
    assert shown.canonical == "https://site.example/about/"
    assert (shown.alternates, shown.locales) == ((), ())
    english = listing_at(site, "about/", "en", "About", "")
    assert "fr" not in [each.code for each in english.alternates]


def test_in_a_folder_of_its_host_every_address_has_the_folder(whole: Site) -> None:
    site = replace(whole, settings=Settings("https://x.site.example/y/"))
    shown = of(site, "projects/workshop/", "ru")
    urls = [shown.canonical, *(each.url for each in shown.alternates)]
    assert shown.picture
    assert all(url.startswith("https://x.site.example/y/") for url in [*urls, shown.picture.url])


def test_without_an_address_nothing_absolute_is_told(whole: Site) -> None:
    shown = of(replace(whole, settings=Settings()), "projects/workshop/")
    assert (shown.canonical, shown.alternates, shown.picture) == ("", (), None)
    assert shown.title
    assert shown.description


@pytest.mark.parametrize(
    ("code", "locale"),
    [("en", "en_GB"), ("zh", "zh_CN"), ("ru", "ru_RU"), ("fr", "fr_FR"), ("ar", "ar_EG")],
)
def test_locales_are_those_of_open_graph(whole: Site, code: str, locale: str) -> None:
    assert of(whole, "", code).locale == locale


def test_records_are_articles_with_the_picture_of_their_section(whole: Site) -> None:
    shown = of(whole, "projects/workshop/", "ar")
    assert shown.kind == "article"
    assert shown.picture
    assert shown.picture.url == f"{SETTINGS.site_url}share/projects-ar.png"
    assert of(whole, "rules/").kind == "website"


def test_only_what_is_too_short_is_told_with_what_the_site_is(whole: Site) -> None:
    writer = whole.writer("en", "")
    assert described(writer, "Short.").startswith("Short. A register of the Mozi Workshops")
    assert described(writer, "").startswith("A register of the Mozi Workshops")
    enough = "x" * SHORTEST
    assert described(writer, enough) == enough
