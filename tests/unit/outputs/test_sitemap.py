"""The sitemap: which pages, since when, in which languages; read back with a parser of its own."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from mozi.graph.git_history import History
from mozi.outputs import sitemap
from mozi.settings import Settings
from mozi.site.site import Site

from tests.support.helpers import listing_at, page_languages

NS = {"s": sitemap.NAMESPACE, "x": "http://www.w3.org/1999/xhtml"}
WORKSHOP = "https://site.example/projects/workshop/"


@pytest.fixture
def whole(small: Site) -> Site:
    """The small site as if every language had all its texts."""
    return replace(small, progress={})


def at(day: int) -> datetime:
    return datetime(2026, 1, day, 8, 0, tzinfo=UTC)


def dates(site: Site) -> dict[str, str]:
    """Address → date, as a crawler reads them."""
    root = ET.fromstring(sitemap.sitemaps(site, page_languages(site))["sitemap.xml"])
    return {
        url.findtext("s:loc", "", NS): url.findtext("s:lastmod", "", NS)
        for url in root.findall("s:url", NS)
    }


def dated(site: Site, **files: int) -> Site:
    """The site with a history in which files changed on these days of a month."""
    paths = {name.replace("__", "/").replace("_", "-"): day for name, day in files.items()}
    return replace(
        site, history=History({f"data/{name}.yml": (at(day),) for name, day in paths.items()})
    )


def test_every_page_is_there_once_in_each_language_it_is_in(real: Site) -> None:
    listed = dates(real)
    pages = {(plan.path, code) for code in real.languages for plan in real.plans(code)}
    pages |= {(f"{name}/", code) for name in real.prose for code in real.languages}
    expected = {
        f"https://site.example/{'' if code == 'en' else code + '/'}{path}"
        for path, code in pages
        if code in real.page_languages.languages_of(path)
    }
    assert set(listed) == expected


def test_alternates_are_those_of_the_page(whole: Site) -> None:
    root = ET.fromstring(sitemap.sitemaps(whole, page_languages(whole))["sitemap.xml"])
    urls = {url.findtext("s:loc", "", NS): url for url in root.findall("s:url", NS)}
    links = {
        link.attrib["hreflang"]: link.attrib["href"]
        for link in urls[WORKSHOP].findall("x:link", NS)
    }
    shown = listing_at(whole, "projects/workshop/", "en")
    assert links == {each.code: each.url for each in shown.alternates}


def test_a_fallback_page_is_not_listed(whole: Site) -> None:
    site = replace(whole, prose={"about": frozenset({"", "zh"})})
    found = [url for url in dates(site) if url.endswith("about/")]
    assert found == ["https://site.example/about/", "https://site.example/zh/about/"]


def test_a_record_is_as_new_as_what_its_page_shows(whole: Site) -> None:
    site = dated(whole, projects__workshop=3, partners__example_host=7, countries__cn=1)
    assert dates(site)[WORKSHOP] == "2026-01-07T08:00:00+00:00"
    assert dates(site)["https://site.example/zh/projects/workshop/"] == dates(site)[WORKSHOP]


def test_a_list_is_as_new_as_the_newest_on_it(whole: Site) -> None:
    listed = dates(dated(whole, projects__workshop=3, partners__example_host=7))
    assert listed["https://site.example/projects/"] == "2026-01-03T08:00:00+00:00"
    assert listed["https://site.example/partners/"] == "2026-01-07T08:00:00+00:00"
    assert listed["https://site.example/"] == "2026-01-07T08:00:00+00:00"


def test_without_history_it_is_the_day_a_record_was_checked(whole: Site) -> None:
    checked = [r.checked for r in whole.graph.records["projects"].values()]  # type: ignore[attr-defined]
    listed = dates(replace(whole, history=History()))
    assert listed["https://site.example/projects/"] == max(checked)
    assert listed["https://site.example/rules/"] == ""  # nobody can tell


def test_prose_is_as_new_as_its_file_in_that_language(whole: Site) -> None:
    files = {"docs/contribute.md": (at(2),), "docs/contribute.zh.md": (at(5),)}
    site = replace(whole, history=History(files), prose={"contribute": frozenset({"", "zh"})})
    listed = dates(site)
    assert listed["https://site.example/contribute/"] == "2026-01-02T08:00:00+00:00"
    assert listed["https://site.example/zh/contribute/"] == "2026-01-05T08:00:00+00:00"


@pytest.mark.parametrize("limits", [(10, sitemap.MOST_BYTES), (sitemap.MOST_PAGES, 20_000)])
def test_what_is_too_large_is_split_and_indexed(whole: Site, limits: tuple[int, int]) -> None:
    unsplit = sitemap.sitemaps(whole, page_languages(whole))["sitemap.xml"]
    files = sitemap.sitemaps(whole, page_languages(whole), *limits)
    index = ET.fromstring(files.pop("sitemap.xml"))
    listed = [loc.text for loc in index.findall("s:sitemap/s:loc", NS)]
    assert listed == [f"https://site.example/{name}" for name in files]
    assert len(files) > 1
    pages = []
    for text in files.values():
        urls = ET.fromstring(text).findall("s:url", NS)
        assert 0 < len(urls) <= limits[0]
        assert len(text.encode()) <= limits[1]
        pages += [url.findtext("s:loc", "", NS) for url in urls]
    assert pages == [url.findtext("s:loc", "", NS) for url in ET.fromstring(unsplit)]


def test_without_an_address_there_is_no_sitemap(whole: Site, tmp_path: Path) -> None:
    sitemap.write(replace(whole, settings=Settings()), tmp_path, page_languages(whole))
    assert not [*tmp_path.iterdir()]
