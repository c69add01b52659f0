"""What answers at addresses that have no page any more."""

from dataclasses import replace
from pathlib import Path

import pytest
from mozi.outputs import redirects
from mozi.settings import Settings
from mozi.site.load import load_site

from tests.support.helpers import ROOT, Folder

GONE = "/projects/dead/: {gone: {en: It was recorded twice., zh: 重复记录。}}\n"


def written(folder: Folder, target: Path, url: str = "https://site.example/") -> Path:
    """The outputs for a site whose pages are only the index pages."""
    site = load_site(folder.root, Settings(url))
    site = replace(site, templates=ROOT / "overrides" / "pages")
    for path in ("projects", "projects/language/tg", "zh/projects/language/tg"):
        (target / path).mkdir(parents=True, exist_ok=True)
        (target / path / "index.html").write_text("page")
    redirects.write(site, target)
    return target


def text(folder: Path, address: str) -> str:
    return (folder / address / "index.html").read_text(encoding="utf-8")


def test_an_old_address_leads_on_in_every_language(folder: Folder, tmp_path: Path) -> None:
    site = written(folder, tmp_path / "site")
    page = text(site, "projects/pilot")
    assert '<meta http-equiv="refresh" content="0; url=../">' in page
    assert '<link rel="canonical" href="https://site.example/projects/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<a href="../">' in page
    for code in ("zh", "ru", "fr", "ar"):
        page = text(site, f"{code}/projects/pilot")
        assert f'<html lang="{code}" dir="{"rtl" if code == "ar" else "ltr"}">' in page
        assert f'href="https://site.example/{code}/projects/"' in page


def test_without_an_address_of_the_site_there_is_no_canonical_link(
    folder: Folder, tmp_path: Path
) -> None:
    page = text(written(folder, tmp_path, ""), "projects/pilot")
    assert "canonical" not in page
    assert "url=../" in page


def test_what_is_gone_says_why_and_leads_nowhere(folder: Folder, tmp_path: Path) -> None:
    folder.write("redirects.yml", GONE)
    site = written(folder, tmp_path)
    page = text(site, "projects/dead")
    assert "It was recorded twice." in page
    assert "refresh" not in page
    assert "重复记录。" in text(site, "zh/projects/dead")
    assert '<span lang="en" dir="ltr">It was recorded twice.</span>' in text(
        site, "ru/projects/dead"
    )
    assert "dead" not in (site / "_redirects").read_text()
    assert "/ru/projects/dead/ gone;\n" in (site / "_redirects.map").read_text()


def test_a_choice_that_is_gone_leads_to_its_whole_for_now(folder: Folder, tmp_path: Path) -> None:
    folder.write("addresses.txt", "/projects/country/gh/\n/projects/language/tg/\n")
    site = written(folder, tmp_path)
    assert "url=../../" in text(site, "projects/country/gh")
    assert text(site, "projects/language/tg") == "page"
    assert "/zh/projects/country/gh/ /zh/projects/ 302\n" in (site / "_redirects").read_text()
    assert "country" not in (site / "_redirects.map").read_text()


def test_a_language_that_is_gone_leads_to_another(folder: Folder, tmp_path: Path) -> None:
    folder.write("addresses.txt", "/\n/ky/\n/projects/\n/projects/pilot/\n/sources/mirror/\n")
    folder.write("redirects.yml", "/projects/pilot/: /projects/\n/ky/: /ru/\n")
    list = (written(folder, tmp_path) / "_redirects").read_text()
    assert "/ky/ /ru/ 301\n" in list
    assert "/ky/sources/mirror/ /ru/sources/mirror/ 301\n" in list
    assert "/ky/projects/pilot/ /ru/projects/ 301\n" in list
    assert "/ky/ky/" not in list
    assert '<html lang="ru"' in text(tmp_path, "ky/sources/mirror")


@pytest.mark.parametrize(
    ("url", "line"),
    [
        ("https://site.example/", "/projects/pilot/ /projects/ 301\n"),
        ("https://site.example/base/", "/base/projects/pilot/ /base/projects/ 301\n"),
        ("", "/projects/pilot/ /projects/ 301\n"),
    ],
)
def test_lists_for_hosts(folder: Folder, tmp_path: Path, url: str, line: str) -> None:
    site = written(folder, tmp_path, url)
    assert line in (site / "_redirects").read_text()
    assert "/zh/projects/pilot/ /zh/projects/;\n" in (site / "_redirects.map").read_text()


def test_without_redirects_there_is_no_page(folder: Folder, tmp_path: Path) -> None:
    (folder.root / "data" / "redirects.yml").unlink()
    site = written(folder, tmp_path)
    assert (site / "_redirects.map").read_text() == ""
    assert not (site / "projects" / "pilot").exists()
