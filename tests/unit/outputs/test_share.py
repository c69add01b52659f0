"""Share pictures as files: which, how large, drawn once, and what happens without letters."""

import struct
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from mozi.engine.site_files import put_file
from mozi.outputs import share as output
from mozi.pictures import share
from mozi.settings import Settings
from mozi.site.site import Site
from mozi.views.share import SECTIONS

from tests.support.helpers import SETTINGS, Folder, listing_at

LARGEST = 60_000
"""Bytes that a picture may take: messengers fetch it on the reader's phone, too."""


@pytest.fixture
def fast(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Drawing is noted down instead of done."""
    drawn: list[str] = []

    def png(drawing: str) -> bytes:
        drawn.append(drawing)
        return b"PNG"

    monkeypatch.setattr(share, "png", png)
    return drawn


def write(site: Site, folder: Path) -> None:
    """Have all pictures of a site made."""
    for task in output.tasks(site):
        task.run(partial(put_file, folder))


def test_pictures_are_as_pages_say_and_small(built: Path, real: Site) -> None:
    files = sorted((built / "share").iterdir())
    assert len(files) == len(SECTIONS) * len(real.languages)
    for file in files:
        data = file.read_bytes()
        assert data.startswith(b"\x89PNG\r\n\x1a\n")
        assert struct.unpack(">II", data[16:24]) == (share.WIDTH, share.HEIGHT), file.name
        assert len(data) <= LARGEST, file.name


def test_every_picture_that_a_page_names_is_there(built: Path, real: Site) -> None:
    for code in real.languages:
        for path in ("", "projects/ghana/", "sources/", "rules/", "about/"):
            picture = listing_at(real, path, code).picture
            assert picture
            assert (built / picture.url.removeprefix(SETTINGS.site_url)).is_file()


def test_without_an_address_none_is_drawn(small: Site, tmp_path: Path, fast: list[str]) -> None:
    write(replace(small, settings=Settings()), tmp_path)
    assert (fast, [*tmp_path.iterdir()]) == ([], [])


def test_a_picture_is_drawn_once_until_something_on_it_changes(
    small: Site, tmp_path: Path, fast: list[str]
) -> None:
    site = replace(small, settings=replace(SETTINGS, cache=tmp_path / "cache"))
    for _ in range(2):
        write(site, tmp_path / "site")
    assert len(fast) == len(set(fast)) >= len(SECTIONS)
    assert share.fingerprint("a") != share.fingerprint("b")


def test_a_cache_that_cannot_be_written_only_costs_time(
    small: Site, tmp_path: Path, fast: list[str]
) -> None:
    (tmp_path / "cache").write_text("not a folder")
    site = replace(small, settings=replace(SETTINGS, cache=tmp_path / "cache"))
    write(site, tmp_path / "site")
    assert (tmp_path / "site" / "share" / "home-zh.png").read_bytes() == b"PNG"


def test_a_language_without_letters_has_the_picture_it_falls_back_on_and_says_so(
    folder: Folder, tmp_path: Path, fast: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    locales = folder.root / "data" / "locales.yml"
    locales.write_text(locales.read_text() + "km: {name: ខ្មែរ, fallback: [fr, en], state: draft}\n")
    folder.write(
        "translations/km.po",
        'msgid ""\nmsgstr ""\n"Language: km\\n"\n\nmsgid "Projects"\nmsgstr "គម្រោង"\n',
    )
    site = folder.site()
    write(site, tmp_path)
    assert not (tmp_path / "share" / "projects-km.png").exists()
    assert "No share picture of projects in km: the fonts have no" in caplog.text
    picture = listing_at(site, "projects/", "km").picture
    assert picture
    assert picture.url == "https://site.example/share/projects-fr.png"
