"""The whole built site: every page in every language, every link and anchor, nothing from others."""

import os
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from mozi.addresses.urls import prefix
from mozi.site.site import Site

from tests.support.helpers import LANGUAGES, ROOT, SAMPLE, SETTINGS, leave_out, run_mkdocs

pytestmark = pytest.mark.site

FETCHING = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src",
            "audio": "src", "embed": "src", "object": "data", "form": "action"}  # fmt: skip
FETCHED_LINKS = {"stylesheet", "icon", "preload", "prefetch", "preconnect", "manifest"}


@dataclass
class Page:
    """What a test asks of a page."""

    address: str
    lang: str = ""
    dir: str = ""
    title: str = ""
    description: str = ""
    canonical: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    alternates: dict[str, str] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)


class Reader(HTMLParser):
    """Reads a page without running anything."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.page = Page(address)
        self._in_title = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        attrs = {name: value or "" for name, value in attributes}
        page = self.page
        if "id" in attrs:
            page.anchors.append(attrs["id"])
        if tag == "html":
            page.lang = attrs["lang"]
        elif tag == "body":
            page.dir = attrs["dir"]
        elif tag == "title":
            self._in_title = True
        elif tag == "meta" and attrs.get("name") == "description":
            page.description = attrs["content"]
        elif tag == "meta" and attrs.get("property"):
            page.meta[attrs["property"]] = attrs["content"]
        elif tag == "link":
            self._link(attrs)
        elif tag == "a" and attrs.get("href"):
            (page.outside if urlsplit(attrs["href"]).netloc else page.links).append(attrs["href"])
        if tag in FETCHING and attrs.get(FETCHING[tag]):
            page.fetched.append(attrs[FETCHING[tag]])
        if re.fullmatch(r"h[1-6]", tag):
            page.headings.append(tag)

    def _link(self, attrs: dict[str, str]) -> None:
        rel = attrs.get("rel", "")
        if rel == "alternate" and "hreflang" not in attrs:  # the page as a file of another kind
            self.page.links.append(attrs["href"])
        elif rel == "alternate":
            assert attrs["hreflang"] not in self.page.alternates
            self.page.alternates[attrs["hreflang"]] = attrs["href"]
        elif rel == "canonical":
            self.page.canonical = attrs["href"]
        elif rel in FETCHED_LINKS:
            self.page.fetched.append(attrs["href"])

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.page.title += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, Page]:
    """Every page of the built site, by its address relative to the site's root."""
    found = {}
    for file in built.rglob("index.html"):
        address = file.parent.relative_to(built).as_posix()
        address = "" if address == "." else address + "/"
        reader = Reader(address)
        reader.feed(file.read_text(encoding="utf-8"))
        found[address] = reader.page
    return found


def contents(site: Path) -> dict[str, bytes]:
    """Every file of a site by its address."""
    return {
        str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def test_every_planned_page_is_there_in_every_language(pages: dict[str, Page], real: Site) -> None:
    planned = {plan.address for code in real.languages for plan in real.plans(code)}
    homes = [prefix(code) for code in real.languages]
    names = ("about", "contribute", "data", "subscribe")
    prose = {f"{home}{name}/" for home in homes for name in names}
    assert set(pages) == planned | prose


def test_every_page_says_its_language_and_direction(pages: dict[str, Page], real: Site) -> None:
    for page in pages.values():
        first = page.address.split("/")[0]
        language = real.languages[first if first in real.languages else "en"]
        assert (page.lang, page.dir) == (language.code, language.dir), page.address


def test_every_page_has_a_title_and_a_description_of_its_own(pages: dict[str, Page]) -> None:
    titles: dict[tuple[str, str], list[str]] = defaultdict(list)
    for page in pages.values():
        assert page.title.strip(), page.address
        assert page.description.strip(), page.address
        titles[page.lang, page.title].append(page.address)
        titles[page.lang, page.description].append(page.address)
    assert [pages for pages in titles.values() if len(pages) > 1] == []


def test_every_page_has_one_main_heading_and_skips_no_level(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert page.headings.count("h1") == 1, page.address
        levels = [int(heading[1]) for heading in page.headings]
        assert all(b <= a + 1 for a, b in pairwise(levels)), page.address


def test_no_anchor_stands_twice(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert len(page.anchors) == len(set(page.anchors)), page.address


def test_no_internal_link_or_anchor_is_broken(pages: dict[str, Page], built: Path) -> None:
    for page in pages.values():
        for link in page.links:
            if link.startswith(("mailto:", "tel:")):
                continue
            target = urlsplit(urljoin(f"/{page.address}", link))
            if target.path.endswith("/"):
                found = pages.get(target.path.lstrip("/"))
                assert found, (page.address, link)
                anchors = found.anchors if target.fragment else [""]
                assert target.fragment in anchors, (page.address, link)
            else:
                assert (built / target.path.lstrip("/")).is_file(), (page.address, link)


def test_nothing_is_fetched_from_another_host(pages: dict[str, Page], built: Path) -> None:
    for page in pages.values():
        for url in page.fetched:
            assert not urlsplit(url).netloc, (page.address, url)
            assert (built / urljoin(f"/{page.address}", url).lstrip("/")).is_file(), url
    for sheet in built.rglob("*.css"):
        for url in re.findall(r"url\(([^)]+)\)", sheet.read_text(encoding="utf-8")):
            assert url.strip("\"'").startswith(("data:", "#")) or not urlsplit(url).netloc, sheet


def test_readers_are_not_sent_to_forbidden_hosts(pages: dict[str, Page], real: Site) -> None:
    hosts = {entry.host for entry in real.graph.vocabularies["unlinked-hosts"].values()}
    for page in pages.values():
        assert not {urlsplit(url).hostname for url in page.outside} & hosts, page.address


def test_languages_point_at_each_other(pages: dict[str, Page], real: Site) -> None:
    base = SETTINGS.site_url
    for page in pages.values():
        path = page.address.removeprefix(prefix(page.lang))
        found = real.page_languages.languages_of(path)
        if page.lang not in found:
            assert (
                page.canonical == base + prefix(real.page_languages.nearest(path, page.lang)) + path
            )
            assert page.alternates == {}
            continue
        assert page.canonical == base + page.address
        assert set(page.alternates) == {*found, "x-default"}, page.address
        assert page.alternates["x-default"] == page.alternates["en"]
        assert page.alternates[page.lang] == page.canonical
        for code, url in page.alternates.items():
            if code != "x-default":
                other = pages[url.removeprefix(base)]
                assert (other.lang, other.alternates) == (code, page.alternates)


@pytest.fixture(scope="module")
def ways(pages: dict[str, Page]) -> dict[str, set[str]]:
    """The addresses to which links lead from every page."""
    return {
        address: {urlsplit(urljoin(f"/{address}", link)).path.lstrip("/") for link in page.links}
        for address, page in pages.items()
    }


def test_everything_is_three_clicks_from_each_home_page(
    ways: dict[str, set[str]], real: Site
) -> None:
    for home in (prefix(code) for code in real.languages):
        reached = {home}
        for _ in range(3):
            reached = reached.union(*(ways[address] for address in reached)) & ways.keys()
        assert reached == ways.keys()


def test_records_link_to_each_other_both_ways(ways: dict[str, set[str]], real: Site) -> None:
    kinds = ("projects/", "programmes/", "curricula/", "countries/", "partners/", "initiatives/")
    links = {
        address: there
        for address, there in ways.items()
        if address.startswith(kinds) and address.count("/") == 2
    }
    out, _ = real.graph._links
    for (kind, id), targets in out.items():
        for other, other_id in targets:
            here, there = f"{kind}/{id}/", f"{other}/{other_id}/"
            if here in links and there in links:
                assert there in links[here], (here, there)
                assert here in links[there], (there, here)


def test_unused_files_of_the_theme_are_left_out(built: Path) -> None:
    files = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    names = files - {"_redirects.map"}  # which is nginx's
    assert not [name for name in names if name.endswith(".map") or "lunr" in name]
    assert not (built / "search").exists()


def test_the_sitemap_lists_every_page_under_its_canonical_address(
    built: Path, pages: dict[str, Page]
) -> None:
    text = (built / "sitemap.xml").read_text(encoding="utf-8")
    listed = re.findall(r"<loc>([^<]+)</loc>", text)
    assert sorted(listed) == sorted({page.canonical for page in pages.values()})


def test_messengers_find_a_name_an_address_and_a_picture_on_every_page(
    pages: dict[str, Page], built: Path
) -> None:
    for page in pages.values():
        assert page.meta["og:url"] == page.canonical
        assert page.meta["og:title"] in page.title or page.meta["og:title"][:40] in page.title
        assert page.meta["og:description"] == page.description
        picture = page.meta["og:image"].removeprefix(SETTINGS.site_url)
        assert (built / picture).is_file(), page.address
        assert page.meta["og:image:alt"]


def test_every_language_has_a_404_page_that_leads_to_every_language(
    built: Path, real: Site
) -> None:
    for code in real.languages:
        text = (built / prefix(code) / "404.html").read_text(encoding="utf-8")
        assert f'<html lang="{code}"' in text
        assert real.languages[code].gettext("Page not found") in text
        assert '<meta name="robots" content="noindex">' in text
        assert 'rel="canonical"' not in text
        for other in real.languages:
            assert f'href="/{prefix(other)}' in text


def test_an_invalid_record_stops_the_build_before_the_last_good_site_is_touched(
    copy_of_project: Path,
) -> None:
    site = copy_of_project / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good site")
    record = copy_of_project / "data" / "projects" / "ghana.yml"
    record.write_text(record.read_text().replace("country: gh", "country: gh\nrolls: []"))
    done = run_mkdocs(copy_of_project, site)
    assert done.returncode == 1
    assert "MZ201 the key “rolls” is not known here — did you mean “roles”?" in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text() == "the last good site"


def test_a_language_that_the_theme_does_not_ship_needs_three_entries(
    small_project: Path,
) -> None:
    """Kyrgyz: one entry in data/locales.yml, one in mkdocs.yml, one catalogue."""
    locales = small_project / "data" / "locales.yml"
    locales.write_text(
        locales.read_text() + "ky: {name: Кыргызча, fallback: [ru, en], state: draft}\n"
    )
    config = small_project / "mkdocs.yml"
    config.write_text(
        config.read_text().replace(
            "        - {locale: ru, name: Русский}\n",
            "        - {locale: ru, name: Русский}\n        - {locale: ky, name: Кыргызча}\n",
        )
    )
    catalogue = small_project / "data" / "translations" / "ky.po"
    catalogue.write_text(
        'msgid ""\nmsgstr ""\n"Language: ky\\n"\n\n'
        'msgid "Not published"\nmsgstr "Жарыяланган эмес"\n'
    )
    site = small_project / "site"
    done = run_mkdocs(small_project, site)
    assert done.returncode == 0, done.stderr
    html = (site / "ky" / "projects" / "workshop" / "index.html").read_text()
    assert '<html lang="ky"' in html
    assert "Жарыяланган эмес" in html  # its own catalogue
    assert "Тажикстан" in html  # CLDR
    assert '<h1><span lang="ru" dir="ltr">' in html  # the nearest fallback, marked
    assert 'aria-label="Навигация"' in html  # the theme's own strings, from the same fallback
    assert 'hreflang="ky"' in (site / "zh" / "projects" / "workshop" / "index.html").read_text()
    about = (site / "ky" / "about" / "index.html").read_text()
    assert '<div lang="en" dir="ltr">' in about  # prose that nobody has translated


@contextmanager
def one_processor() -> Iterator[None]:
    """Whatever is started meanwhile has one processor only, and so no other process helps it."""
    all_of_them = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(all_of_them)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, all_of_them)


def test_two_builds_are_the_same_to_the_byte(small_project: Path, tmp_path: Path) -> None:
    """Whatever the time zone, the locale, the order of sets and the number of cores."""
    leave_out(small_project, *{*LANGUAGES} - {"zh", *SAMPLE})
    shutil.rmtree(small_project / ".cache")  # each build here has an empty one
    one, other = tmp_path / "one", tmp_path / "other"
    east = {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
    west = {"TZ": "America/New_York", "LC_ALL": "C", "PYTHONHASHSEED": "2"}
    assert run_mkdocs(small_project, one, **east).returncode == 0
    shutil.rmtree(small_project / ".cache")
    with one_processor():
        assert run_mkdocs(small_project, other, **west).returncode == 0
    assert contents(one) == contents(other)


def test_languages_must_be_offered_in_both_places(small_project: Path) -> None:
    locales = small_project / "data" / "locales.yml"
    locales.write_text(locales.read_text() + "tg: {name: Тоҷикӣ, state: draft}\n")
    done = run_mkdocs(small_project, small_project / "site")
    assert done.returncode == 1
    assert "mkdocs.yml and data/locales.yml do not offer the same languages: ['tg']" in done.stderr


def test_the_generator_imports_no_mkdocs() -> None:
    for module in (ROOT / "hooks" / "mozi").rglob("*.py"):
        assert not re.search(r"^(from|import) mkdocs", module.read_text(), re.MULTILINE), module
