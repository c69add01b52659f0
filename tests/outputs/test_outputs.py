"""The search index: another process makes it beside other outputs, if it has to be made at all."""

from pathlib import Path
from unittest.mock import Mock

import pytest
from mozi.ledger import Ledger
from mozi.making import Maker
from mozi.outputs import search
from mozi.pages import Site


@pytest.fixture
def pagefind(monkeypatch: pytest.MonkeyPatch) -> Mock:
    """What is asked of Pagefind, in order; it makes a single file."""
    calls = Mock()
    monkeypatch.setattr("mozi.outputs.search.Indexing", calls.new)
    calls.new.return_value = calls
    calls.hand_over.side_effect = lambda put: put("entry", b"")
    return calls


def names(calls: Mock) -> list[str]:
    return [call[0] for call in calls.method_calls]


def maker(site: Site, folder: Path, last: Ledger, kept: Path) -> Maker:
    made = Maker(site.catalogue, folder, Ledger(), last, kept)
    made.make(task for task in search.tasks(site) if "/countries/" in task.name)
    return made


def test_the_index_is_begun_first_and_finished_last(
    small: Site, tmp_path: Path, pagefind: Mock
) -> None:
    with search.indexed(maker(small, tmp_path, Ledger(), tmp_path)):
        pagefind.others()
    added = ["add"] * 2 * len(small.languages)  # two countries
    assert names(pagefind) == ["new", *added, "close", "others", "hand_over", "end"]


def test_pagefind_does_not_outlive_a_build_that_fails(
    small: Site, tmp_path: Path, pagefind: Mock
) -> None:
    with (
        pytest.raises(OSError, match="full"),
        search.indexed(maker(small, tmp_path, Ledger(), tmp_path)),
    ):
        raise OSError("full")
    assert names(pagefind)[-2:] == ["close", "end"]


def test_the_same_index_is_not_made_again(small: Site, tmp_path: Path) -> None:
    first = maker(small, tmp_path / "one", Ledger(), tmp_path)
    with search.indexed(first):
        pass
    second = maker(small, tmp_path / "two", first.ledger, tmp_path / "one")
    with search.indexed(second):
        assert (tmp_path / "two/pagefind/pagefind-entry.json").is_file()
    one, two = (sorted(p.name for p in (tmp_path / x).rglob("*")) for x in ("one", "two"))
    assert one == two
