"""Pagefind at work: what it writes, and how it ends."""

from pathlib import Path

import pytest
from mozi.indexing import Indexing

PAGE = '<!doctype html><html lang="en"><body>{}</body></html>'


def written(folder: Path) -> dict[str, bytes]:
    """The index of a few pages, by the names of its files."""
    indexing = Indexing(folder)
    try:
        for number in range(50):
            indexing.add(f"projects/{number}/index.html", PAGE.format(f"墨子 mozi {number}"))
        indexing.write()
        indexing.finish()
    finally:
        indexing.end()
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_same_pages_always_give_the_same_files(tmp_path: Path) -> None:
    one = written(tmp_path / "one")
    assert len([name for name in one if name.startswith("fragment/")]) == 50
    assert one == written(tmp_path / "two")


def test_only_what_the_search_field_needs_is_kept(tmp_path: Path) -> None:
    names = set(written(tmp_path))
    assert {"pagefind.js", "pagefind-entry.json"} <= names
    assert not [name for name in names if "-ui." in name]


def test_it_is_told_when_pagefind_ends_too_early(tmp_path: Path) -> None:
    indexing = Indexing(tmp_path)
    indexing.end()
    with pytest.raises(ChildProcessError, match="ended before"):
        indexing.finish()


def test_it_is_told_what_pagefind_cannot_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mozi.indexing._INDEX", 7)  # which there is not
    indexing = Indexing(tmp_path)
    indexing.write()
    with pytest.raises(ChildProcessError, match="does not yet exist"):
        indexing.finish()
    indexing.end()


def test_it_can_be_ended_at_any_time(tmp_path: Path) -> None:
    indexing = Indexing(tmp_path)
    indexing.add("a/index.html", PAGE.format("a"))
    indexing.end()
    indexing.end()
    assert indexing._process.poll() is not None
    assert not list(tmp_path.iterdir())
