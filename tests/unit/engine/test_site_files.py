"""Files of a site: written, or taken over from the last one."""

import errno
import os
from pathlib import Path

import pytest
from mozi.engine.manifest import FileStat
from mozi.engine.site_files import (
    file_stat,
    has_content,
    keep_files,
    link_files,
    move_files,
    put_file,
    remove_files,
    unchanged_files,
)

NAMES = ("index.html", "a/b/index.html", "a/index.html", "c/index.html")


@pytest.fixture
def last(tmp_path: Path) -> Path:
    """The last site."""
    return tmp_path / "last"


@pytest.fixture
def files(last: Path) -> dict[str, FileStat]:
    """Its files, as they were left."""
    return {name: put_file(last, name, name) for name in NAMES}


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
    put_file(tmp_path / "new", "a/index.html", "墨子")
    assert (tmp_path / "new/a/index.html").read_text(encoding="utf-8") == "墨子"
    assert has_content(tmp_path / "new/a/index.html", "墨子")
    assert not has_content(tmp_path / "new/a/index.html", b"other")
    assert not has_content(tmp_path / "new/b", "")


def test_what_is_put_is_told_by_size_and_time(tmp_path: Path) -> None:
    assert put_file(tmp_path, "a", "墨") == file_stat(tmp_path / "a")
    assert file_stat(tmp_path / "a")[0] == 3


def test_files_of_the_last_site_are_shared_by_links(
    last: Path, files: dict[str, FileStat], new: Path
) -> None:
    link_files(last, new, files)
    assert all((new / name).samefile(last / name) for name in NAMES)
    assert unchanged_files(new, files) == files


def test_another_file_takes_the_place_and_the_last_site_keeps_its_own(
    last: Path, files: dict[str, FileStat], new: Path
) -> None:
    link_files(last, new, files)
    put_file(new, "a/index.html", "new")
    assert content(new)["a/index.html"] == "new"
    assert content(last)["a/index.html"] == "a/index.html"


@pytest.mark.usefixtures("without_links")
def test_without_links_files_are_copied_with_their_dates(
    last: Path, files: dict[str, FileStat], new: Path
) -> None:
    for _ in range(2):
        link_files(last, new, files)
    assert not (new / "index.html").samefile(last / "index.html")
    assert unchanged_files(new, files) == files


def test_a_file_that_somebody_changed_is_not_unchanged(
    last: Path, files: dict[str, FileStat]
) -> None:
    (last / "index.html").write_text("by hand")
    (last / "a/b/index.html").unlink()
    (last / "c/index.html").unlink()
    put_file(last, "c/index.html/note.txt", "by hand")
    assert unchanged_files(last, files).keys() == {"a/index.html"}


def test_unchanged_files_stay_and_everything_else_goes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    files = {name: put_file(site, name, name) for name in NAMES}
    put_file(site, "a/index.html", "by hand")
    put_file(site, "more/note.txt", "by hand")
    (site / "c/index.html").unlink()
    put_file(site, "c/index.html/note.txt", "by hand")
    (site / "link").symlink_to(tmp_path)
    assert keep_files(site, files).keys() == {"index.html", "a/b/index.html"}
    assert {path.relative_to(site).as_posix() for path in site.rglob("*")} == {
        *("index.html", "a", "a/b", "a/b/index.html", "c")
    }
    assert keep_files(site, {}) == {}
    assert [*site.iterdir()] == []
    assert tmp_path.is_dir()


def test_folders_without_files_go_with_them(tmp_path: Path) -> None:
    for name in ("a/b/c.html", "a/d.html", "e.html"):
        put_file(tmp_path / "site", name, "")
    remove_files(tmp_path / "site", ["a/b/c.html", "a/never/there.html"])
    assert [path.name for path in (tmp_path / "site" / "a").iterdir()] == ["d.html"]
    remove_files(tmp_path / "site", ["a/d.html", "e.html"])
    assert [*(tmp_path / "site").iterdir()] == []


def test_files_are_moved_but_for_those_left_out(tmp_path: Path) -> None:
    put_file(tmp_path / "site", "assets/site.css", "old")
    seen = tmp_path / "seen"
    os.link(tmp_path / "site/assets/site.css", seen)
    put_file(tmp_path / "scratch", "assets/site.css", "new")
    put_file(tmp_path / "scratch", "a/index.html", "a shell")
    move_files(tmp_path / "scratch", tmp_path / "site", {"index.html"})
    assert (tmp_path / "site/assets/site.css").read_text() == "new"
    assert seen.read_text() == "old"
    assert not (tmp_path / "site/a").exists()
