"""Pagefind at work: the index it makes, and how it ends."""

import gzip
import json
import sys
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from mozi.outputs import pagefind
from mozi.outputs.pagefind import search_index

PAGE = '<!doctype html><html lang="en"><body>{}</body></html>'


def pages(count: int = 1) -> list[tuple[str, str]]:
    return [
        (f"projects/{number}/index.html", PAGE.format(f"墨子 mozi {number}"))
        for number in range(count)
    ]


def test_the_same_pages_always_give_the_same_files() -> None:
    index = search_index(pages(50))
    assert len([name for name in index if name.startswith("fragment/")]) == 50
    assert index == search_index(pages(50))


def test_no_file_lacks_its_end() -> None:
    files = search_index(pages(50)).items()
    packed = [content for name, content in files if ".pagefind" in name or ".pf_" in name]
    assert len(packed) > 50
    assert all(gzip.decompress(each) for each in packed)


def test_only_the_files_that_the_search_field_needs_are_kept() -> None:
    names = set(search_index(pages()))
    assert {"pagefind.js", "pagefind-entry.json"} <= names
    assert not [name for name in names if "-ui." in name]


def test_more_pages_than_a_pipe_holds_are_indexed() -> None:
    text = "mozi " * 10_000
    many = [(f"{number}/index.html", PAGE.format(f"{number} {text}")) for number in range(100)]
    assert json.loads(search_index(many)["pagefind-entry.json"])["languages"]["en"] == {
        **json.loads(search_index(many)["pagefind-entry.json"])["languages"]["en"],
        "page_count": 100,
    }


def test_pagefind_that_ends_too_early_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind, "get_executable", lambda: "true")
    with pytest.raises(ChildProcessError, match="ended before"):
        search_index(pages())


def program(folder: Path, answers: list[dict[str, Any]], size: int) -> str:
    """A program that answers as Pagefind does, in pieces of so many bytes."""
    text = b"".join(b64encode(json.dumps({"payload": each}).encode()) + b"," for each in answers)
    file = folder / "pagefind"
    file.write_text(
        f"#!{sys.executable}\n"
        "import sys\n"
        f"text, size = {text!r}, {size}\n"
        "for start in range(0, len(text), size):\n"
        "    sys.stdout.buffer.write(text[start : start + size])\n"
        "    sys.stdout.flush()\n"
    )
    file.chmod(0o755)
    return str(file)


def test_an_error_of_pagefind_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing = program(tmp_path, [{"type": "Error", "message": "no such index"}], 1000)
    monkeypatch.setattr(pagefind, "get_executable", lambda: failing)
    with pytest.raises(ChildProcessError, match="no such index"):
        search_index([])


@pytest.mark.parametrize("size", [1, 3, 50, 1000])
def test_answers_come_in_pieces_of_any_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    file = {"path": "index.pf", "content": b64encode(b"words").decode()}
    answers: list[dict[str, Any]] = [{"type": "NewIndex"}, {"type": "GetFiles", "files": [file]}]
    monkeypatch.setattr(pagefind, "get_executable", lambda: program(tmp_path, answers, size))
    assert search_index([]) == {"index.pf": b"words"}
