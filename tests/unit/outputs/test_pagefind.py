"""Pagefind at work: what it makes, and how it ends."""

import gzip
from pathlib import Path

import pytest
from mozi.outputs.pagefind import PagefindIndex

PAGE = '<!doctype html><html lang="en"><body>{}</body></html>'


def pages(count: int = 1) -> list[tuple[str, str]]:
    return [
        (f"projects/{number}/index.html", PAGE.format(f"墨子 mozi {number}"))
        for number in range(count)
    ]


def made() -> dict[str, bytes]:
    """The index of a few pages, by the names of its files."""
    found: dict[str, bytes] = {}
    with PagefindIndex() as indexing:
        indexing.add(pages(50))
        indexing.hand_over(found.__setitem__)
    return found


def test_the_same_pages_always_give_the_same_files() -> None:
    one = made()
    assert len([name for name in one if name.startswith("fragment/")]) == 50
    assert one == made()


def test_no_file_lacks_its_end() -> None:
    packed = [content for name, content in made().items() if ".pagefind" in name or ".pf_" in name]
    assert len(packed) > 50
    assert all(gzip.decompress(each) for each in packed)


def test_only_what_the_search_field_needs_is_kept() -> None:
    names = set(made())
    assert {"pagefind.js", "pagefind-entry.json"} <= names
    assert not [name for name in names if "-ui." in name]


def test_a_file_that_cannot_be_put_ends_it() -> None:
    def put(name: str, content: bytes) -> None:
        raise OSError("full")

    with PagefindIndex() as indexing:
        indexing.add(pages())
        with pytest.raises(OSError, match="full"):
            indexing.hand_over(put)


def test_it_is_told_when_pagefind_ends_too_early() -> None:
    with PagefindIndex() as indexing:
        indexing._process.kill()
        with pytest.raises(ChildProcessError, match="ended before"):
            indexing.hand_over(print)


def test_it_is_told_what_pagefind_cannot_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mozi.outputs.pagefind._INDEX", 7)  # which there is not
    with PagefindIndex() as indexing:
        indexing.add([])
        with pytest.raises(ChildProcessError, match="does not yet exist"):
            indexing.hand_over(print)


def test_it_can_be_ended_at_any_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with PagefindIndex() as indexing:
        indexing.add(pages())
        assert not list(tmp_path.iterdir())  # nothing to remove if this process were killed
    assert indexing._process.poll() is not None
