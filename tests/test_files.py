"""Files of a site: written, or taken over from the last one."""

import errno
import os
from pathlib import Path

import pytest
from mozi.files import as_left, is_same, move, put, remove, stamp, taken_over
from mozi.ledger import Stamp

NAMES = ("index.html", "a/b/index.html", "a/index.html", "c/index.html")


@pytest.fixture
def last(tmp_path: Path) -> Path:
    """The last site."""
    return tmp_path / "last"


@pytest.fixture
def files(last: Path) -> dict[str, Stamp]:
    """Its files, as they were left."""
    return {name: put(last, name, name) for name in NAMES}


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """An empty folder for the next one."""
    folder = tmp_path / "new"
    folder.mkdir()
    return folder


@pytest.fixture
def without_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def link(source: str, target: str) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM), target)

    monkeypatch.setattr(os, "link", link)


def content(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_file_is_put_where_there_is_no_folder_yet(tmp_path: Path) -> None:
    put(tmp_path / "new", "a/index.html", "墨子")
    assert (tmp_path / "new/a/index.html").read_text(encoding="utf-8") == "墨子"
    assert is_same(tmp_path / "new/a/index.html", "墨子")
    assert not is_same(tmp_path / "new/a/index.html", b"other")
    assert not is_same(tmp_path / "new/b", "")


def test_what_is_put_is_told_by_size_and_time(tmp_path: Path) -> None:
    assert put(tmp_path, "a", "墨") == stamp(tmp_path / "a")
    assert stamp(tmp_path / "a")[0] == 3


def test_the_last_site_is_taken_over_by_links(
    last: Path, files: dict[str, Stamp], new: Path
) -> None:
    assert taken_over(last, new, files) == files
    assert all((new / name).samefile(last / name) for name in NAMES)


def test_another_file_takes_the_place_and_the_last_site_keeps_its_own(
    last: Path, files: dict[str, Stamp], new: Path
) -> None:
    taken_over(last, new, files)
    put(new, "a/index.html", "new")
    assert content(new)["a/index.html"] == "new"
    assert content(last)["a/index.html"] == "a/index.html"


@pytest.mark.usefixtures("without_links")
def test_without_links_files_are_copied_with_their_dates(
    last: Path, files: dict[str, Stamp], new: Path
) -> None:
    for _ in range(2):
        assert taken_over(last, new, files) == files
    assert not (new / "index.html").samefile(last / "index.html")
    assert as_left(new, files) == files


def test_what_is_not_as_it_was_left_is_not_taken_over(
    last: Path, files: dict[str, Stamp], new: Path
) -> None:
    (last / "index.html").write_text("by hand")
    (last / "a/b/index.html").unlink()
    (last / "c/index.html").unlink()
    put(last, "c/index.html/note.txt", "by hand")
    assert as_left(last, files).keys() == {"a/index.html"}
    assert taken_over(last, new, files).keys() == {"a/index.html"}
    assert content(new).keys() == {"a/index.html"}


def test_what_is_there_already_stays_and_everything_else_goes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    files = {name: put(site, name, name) for name in NAMES}
    put(site, "a/index.html", "by hand")
    put(site, "more/note.txt", "by hand")
    (site / "c/index.html").unlink()
    put(site, "c/index.html/note.txt", "by hand")
    (site / "link").symlink_to(tmp_path)
    assert taken_over(tmp_path / "none", site, files).keys() == {"index.html", "a/b/index.html"}
    assert {path.relative_to(site).as_posix() for path in site.rglob("*")} == {
        *("index.html", "a", "a/b", "a/b/index.html", "c")
    }
    assert taken_over(tmp_path / "none", site, {}) == {}
    assert [*site.iterdir()] == []
    assert tmp_path.is_dir()


def test_folders_without_files_go_with_them(tmp_path: Path) -> None:
    for name in ("a/b/c.html", "a/d.html", "e.html"):
        put(tmp_path / "site", name, "")
    remove(tmp_path / "site", ["a/b/c.html", "a/never/there.html"])
    assert [path.name for path in (tmp_path / "site" / "a").iterdir()] == ["d.html"]
    remove(tmp_path / "site", ["a/d.html", "e.html"])
    assert [*(tmp_path / "site").iterdir()] == []


def test_frames_are_not_moved_into_the_site(tmp_path: Path) -> None:
    put(tmp_path / "site", "assets/site.css", "old")
    seen = tmp_path / "seen"
    os.link(tmp_path / "site/assets/site.css", seen)
    put(tmp_path / "scratch", "assets/site.css", "new")
    put(tmp_path / "scratch", "a/index.html", "a frame")
    move(tmp_path / "scratch", tmp_path / "site")
    assert (tmp_path / "site/assets/site.css").read_text() == "new"
    assert seen.read_text() == "old"
    assert not (tmp_path / "site/a").exists()
