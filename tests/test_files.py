"""Files of a site: written, or taken over from the last one."""

import errno
import os
from pathlib import Path

import pytest
from mozi.files import is_same, keep, move, pruned, put, remove, stamp


@pytest.fixture
def last(tmp_path: Path) -> Path:
    put(tmp_path / "last", "a/index.html", "墨子")
    return tmp_path / "last"


@pytest.fixture
def without_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def link(source: str, target: str) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM), target)

    monkeypatch.setattr(os, "link", link)


def test_a_file_is_put_where_there_is_no_folder_yet(last: Path) -> None:
    assert (last / "a/index.html").read_text(encoding="utf-8") == "墨子"
    assert is_same(last / "a/index.html", "墨子")
    assert not is_same(last / "a/index.html", b"other")
    assert not is_same(last / "b", "")


def test_what_is_put_is_told_by_size_and_time(tmp_path: Path) -> None:
    assert put(tmp_path, "a", "墨") == stamp(tmp_path / "a")
    assert stamp(tmp_path / "a")[0] == 3


def test_another_file_takes_the_place_and_the_last_site_keeps_its_own(
    last: Path, tmp_path: Path
) -> None:
    new = tmp_path / "new"
    keep(last, new, "a/index.html")
    put(new, "a/index.html", "new")
    assert (new / "a/index.html").read_text() == "new"
    assert (last / "a/index.html").read_text(encoding="utf-8") == "墨子"


def test_a_file_is_kept_by_a_link_in_the_place_of_another(last: Path, tmp_path: Path) -> None:
    put(tmp_path / "new", "a/index.html", "made by others")
    keep(last, tmp_path / "new", "a/index.html")
    assert (tmp_path / "new/a/index.html").samefile(last / "a/index.html")


@pytest.mark.usefixtures("without_links")
def test_without_links_it_is_copied_with_its_date(last: Path, tmp_path: Path) -> None:
    for _ in range(2):
        keep(last, tmp_path / "new", "a/index.html")
    assert not (tmp_path / "new/a/index.html").samefile(last / "a/index.html")
    assert stamp(tmp_path / "new/a/index.html") == stamp(last / "a/index.html")


def test_what_is_not_there_cannot_be_kept(last: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        keep(last, tmp_path / "new", "b")


def test_of_a_folder_only_what_is_as_it_was_left_stays(tmp_path: Path) -> None:
    site = tmp_path / "site"
    names = ("index.html", "a/b/index.html", "a/index.html", "c/index.html")
    files = {name: put(site, name, name) for name in names}
    put(site, "a/index.html", "by hand")
    put(site, "more/note.txt", "by hand")
    (site / "c/index.html").unlink()
    put(site, "c/index.html/note.txt", "by hand")
    (site / "link").symlink_to(tmp_path)
    assert pruned(site, files) == {"index.html", "a/b/index.html"}
    assert {path.relative_to(site).as_posix() for path in site.rglob("*")} == {
        *("index.html", "a", "a/b", "a/b/index.html", "c")
    }
    assert pruned(site, {}) == set()
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
