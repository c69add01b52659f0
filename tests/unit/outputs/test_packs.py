"""Offline packs: complete in themselves, the same bytes each time, unpacked anywhere."""

import re
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from mozi.engine.hashing import digest
from mozi.engine.manifest import Manifest
from mozi.outputs import packs, pages
from mozi.outputs.packs import relinked
from mozi.site.site import Site
from mozi.views.page_shell import SHELL_PLACEHOLDERS, page_shell

from tests.support.helpers import LANGUAGES, ROOT, Folder, task_runner

HERE = "ru/projects/ghana/"
NAMES = {"ru/": "index.html", HERE: "pages/projects-ghana.html", "ru/partners/a/": "pages/partners-a.html"}  # fmt: skip
SITE = "https://site.example/"


@pytest.mark.parametrize(
    ("href", "new"),
    [
        ("../../partners/a/", "../pages/partners-a.html"),
        ("../../partners/a/#x", "../pages/partners-a.html#x"),
        ("../..", "../index.html"),
        ("./", "../pages/projects-ghana.html"),
        ("#ref-1", "#ref-1"),
        ("../../partners/b/", "https://site.example/ru/partners/b/"),
        ("../../../projects/ghana/", "https://site.example/projects/ghana/"),
        ("../../glossary/#host", "https://site.example/ru/glossary/#host"),
        ("../?a=1&amp;b=2", "https://site.example/ru/projects/?a=1&amp;b=2"),
        ("https://college.example/", "https://college.example/"),
        ("mailto:a@college.example", "mailto:a@college.example"),
        ("tel:+992372348801", "tel:+992372348801"),
    ],
)
def test_links_lead_into_the_pack_or_to_the_site(href: str, new: str) -> None:
    html = f'<p>a <a class="x" href="{href}" rel="y">b <b>c</b></a> d</p>'
    assert relinked(html, HERE, NAMES, SITE) == html.replace(f'"{href}"', f'"{new}"')


def test_without_an_address_links_out_of_the_pack_are_plain_text() -> None:
    html = '<a href="../../partners/a/">in</a> <a href="../">out</a> <a href="#x">here</a>'
    assert relinked(html, HERE, NAMES, "") == (
        '<a href="../pages/partners-a.html">in</a> out <a href="#x">here</a>'
    )


@pytest.fixture(scope="module")
def archives(built: Path) -> dict[str, dict[str, str]]:
    """Every pack of the built site: its files by name."""
    found = {}
    for path in sorted(built.glob("**/packs/*.zip")):
        with ZipFile(path) as archive:
            assert archive.testzip() is None
            found[path.stem] = {n: archive.read(n).decode() for n in archive.namelist()}
    return found


def test_there_is_one_for_each_country_and_language(
    archives: dict[str, dict[str, str]], real: Site
) -> None:
    countries = real.graph.records["countries"]
    assert set(archives) == {
        f"mozi-workshop-{c}-{code}" for c in countries for code in real.languages
    }


def test_every_link_of_a_pack_leads_to_one_of_its_files_or_to_an_address(
    archives: dict[str, dict[str, str]],
) -> None:
    for pack, files in archives.items():
        for name, html in files.items():
            if not name.endswith(".html"):
                continue
            folder = Path("/", name).parent
            for href in re.findall(r'\shref="([^"]*)"', html):
                if href.startswith(("https://", "http://", "mailto:", "tel:")):
                    continue
                path, _, anchor = href.partition("#")
                target = str((folder / path).resolve())[1:] if path else name
                assert target in files, (pack, name, href)
                assert not anchor or f'id="{anchor}"' in files[target], (pack, name, href)


def test_every_source_that_a_page_names_is_in_the_pack(archives: dict[str, dict[str, str]]) -> None:
    for pack, files in archives.items():
        for name, html in files.items():
            assert not re.search(r"//site\.example/(\w+/)?sources/\w", _article(html)), (pack, name)


def _article(html: str) -> str:
    return html.partition("<article")[2]


def test_pages_bear_the_titles_they_have_on_the_site_and_lead_there(
    archives: dict[str, dict[str, str]], built: Path
) -> None:
    titles = set()
    for pack, files in archives.items():
        for name, html in files.items():
            if "/pages/" not in name:
                continue
            header, _, _ = html.partition("</header>")
            [current] = re.findall(r'<a href="https://site.example/([^"]*)">', header)
            [title] = re.findall("<title>(.*?)</title>", html)
            assert current.endswith(f"{Path(name).stem.replace('-', '/', 1)}/"), (pack, name)
            assert f"<title>{title}</title>" in (built / current / "index.html").read_text()
            titles.add(title)
    assert any("&amp;" in title or "&#39;" in title for title in titles)
    assert not any("&amp;amp;" in title for title in titles)


def test_nothing_in_a_pack_is_run_or_loaded_from_elsewhere(
    archives: dict[str, dict[str, str]],
) -> None:
    for files in archives.values():
        for name, text in files.items():
            assert "<script" not in text
            assert not re.search(r"\ssrc=", text), name
            assert not re.search(r"""url\(["']?(https?:)?//|@import\s+url\(["']?http""", text), name


def test_names_are_safe_on_every_system(archives: dict[str, dict[str, str]]) -> None:
    kept_by_windows = {
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{n}{i}" for n in ("com", "lpt") for i in range(10)),
    }
    for pack, files in archives.items():
        for name in files:
            assert re.fullmatch(r"[a-z0-9./_-]+", name)
            assert name.startswith(f"{pack}/")
            assert len(name) < 120
            assert not {part.split(".")[0] for part in name.split("/")} & kept_by_windows
        assert len({name.casefold() for name in files}) == len(files)
        assert next(iter(files)) == f"{pack}/index.html"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_that_offers_a_pack_says_how_large_it_is(
    built: Path, real: Site, code: str
) -> None:
    folder = built / ("" if code == "en" else code)
    size = (folder / f"packs/mozi-workshop-tj-{code}.zip").stat().st_size
    html = (folder / "countries/tj/index.html").read_text()
    assert real.languages[code].size(size) in html


SHELL = page_shell("".join(f"<{name}>{mark}" for name, mark in SHELL_PLACEHOLDERS.items()))


class Builds:
    """Builds of pages and packs that follow each other in a folder."""

    def __init__(self, folder: Folder, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.data = folder
        (folder.root / "overrides").symlink_to(ROOT / "overrides")
        self.folder = root
        self.style = "a {}"
        self.last = Manifest()
        self.made: set[str] = set()
        monkeypatch.setattr(packs, "relinked", self._relinked)

    def _relinked(self, article: str, address: str, names: dict[str, str], url: str) -> str:
        if "countries/tj/" in names:
            self.made.add(names[address])
        return relinked(article, address, names, url)

    def build(self) -> set[str]:
        """Build once more; out: the pages that were made anew for the pack of one country."""
        self.made.clear()
        (self.folder / "assets").mkdir(parents=True, exist_ok=True)
        for name in ("site", "print", "pack"):
            (self.folder / f"assets/{name}.css").write_text(self.style)
        site = self.data.site()
        shells = {c: {plan.shell: SHELL for plan in site.plans(c)} for c in site.languages}
        runner = task_runner(site, self.folder, self.last)
        articles = pages.articles(site, runner.run(pages.tasks(site, shells)))
        runner.run(packs.tasks(site, runner, articles, []))
        self.last = runner.manifest
        return set(self.made)

    def packs(self) -> dict[str, str]:
        return {path.name: digest(path.read_bytes()) for path in self.folder.glob("**/*.zip")}


@pytest.fixture
def builds(folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builds:
    return Builds(folder, tmp_path / "builds", monkeypatch)


def rename_a_source(builds: Builds) -> None:
    builds.data.replace("sources/mirror.yml", "en: ", "en: New ")


def add_a_programme(builds: Builds) -> None:
    text = (builds.data.root / "data/programmes/growing.yml").read_text(encoding="utf-8")
    builds.data.write("programmes/more.yml", text)


def check_later(builds: Builds) -> None:
    builds.data.replace("sources/mirror.yml", "checked: 2026-01-31", "checked: 2026-02-01")


def change_a_style(builds: Builds) -> None:
    builds.style = "b {}"


def remove_the_pack(builds: Builds) -> None:
    for path in builds.folder.glob("**/*.zip"):
        path.unlink()


def damage_the_pack(builds: Builds) -> None:
    for path in builds.folder.glob("**/*.zip"):
        path.write_bytes(path.read_bytes()[:100])


OWN = {"index.html", "pages/countries-tj.html"}
"""What no page of the site is there for when a pack is made."""

OTHERS = {
    "pages/curricula-growing-list.html",
    "pages/partners-example-college.html",
    "pages/partners-example-host.html",
    "pages/programmes-growing.html",
    "pages/projects-workshop.html",
    "pages/sources-college-page.html",
    "pages/sources-mirror.html",
}

CITING = OTHERS - {
    "pages/partners-example-college.html",
    "pages/programmes-growing.html",
    "pages/sources-college-page.html",
}


@pytest.mark.parametrize(
    ("change", "made"),
    [
        (rename_a_source, OWN | CITING),
        (change_a_style, OWN),
        (check_later, OWN | OTHERS),  # every page says when the pack was checked
        (add_a_programme, OWN | OTHERS | {"pages/programmes-more.html"}),  # links to it may change
        (remove_the_pack, OWN | OTHERS),
        (damage_the_pack, OWN | OTHERS),
    ],
)
def test_pages_are_made_again_only_where_something_has_changed(
    builds: Builds, change: Callable[[Builds], None], made: set[str]
) -> None:
    assert builds.build() == OWN | OTHERS
    change(builds)
    assert builds.build() == made
    after = builds.packs()
    builds.last = Manifest()
    builds.build()
    assert builds.packs() == after


def test_a_page_that_is_gone_is_in_the_pack_no_more(builds: Builds) -> None:
    builds.build()
    before = builds.packs()
    add_a_programme(builds)
    builds.build()
    (builds.data.root / "data/programmes/more.yml").unlink()
    builds.build()
    assert builds.packs() == before


def test_a_pack_of_which_nothing_has_changed_is_left_alone(builds: Builds) -> None:
    builds.build()
    assert builds.build() == set()
