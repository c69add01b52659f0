"""The search indexes: other processes make them beside other outputs, if they have to be made."""

import json
from pathlib import Path
from unittest.mock import MagicMock, Mock

import pytest
from mozi.engine.manifest import Manifest
from mozi.engine.site_files import unchanged_files
from mozi.engine.tasks import TaskRunner
from mozi.graph.dependencies import dependency_states
from mozi.outputs import search
from mozi.site.site import Site

from tests.support.helpers import Folder


@pytest.fixture
def pagefind(monkeypatch: pytest.MonkeyPatch) -> Mock:
    """What is asked of Pagefind, in order; it makes a list only."""
    calls = MagicMock()
    monkeypatch.setattr("mozi.outputs.search.PagefindIndex", calls.new)
    calls.new.return_value.__enter__.side_effect = calls.begin
    calls.new.return_value.__exit__.side_effect = calls.end
    calls.end.return_value = None
    calls.new.return_value.hand_over.side_effect = calls.hand_over
    calls.hand_over.side_effect = lambda put: put(search.LIST, b'{"languages": {}}')
    return calls


def names(calls: Mock) -> list[str]:
    told = (name for name, _, _ in calls.mock_calls)
    return [name for name in told if name in ("begin", "others", "hand_over", "end")]


def maker(site: Site, folder: Path, last: Manifest | None = None) -> TaskRunner:
    last = last or Manifest()
    ledger = Manifest("", dependency_states(site.graph, site.hashes, site.history))
    made = TaskRunner(site.graph, folder, ledger, last, unchanged_files(folder, last.files))
    made.make(task for task in search.tasks(site) if "/projects/" in task.name)
    return made


def test_indexes_are_begun_first_and_finished_last(
    small: Site, tmp_path: Path, pagefind: Mock
) -> None:
    with search.indexed(maker(small, tmp_path), ("en", "ru")):
        pagefind.others()
    two = 2
    assert names(pagefind) == [
        *["begin"] * two, "others", *["hand_over"] * two, *["end"] * two
    ]  # fmt: skip


def test_pagefind_does_not_outlive_a_build_that_fails(
    small: Site, tmp_path: Path, pagefind: Mock
) -> None:
    with (
        pytest.raises(OSError, match="full"),
        search.indexed(maker(small, tmp_path), ("en", "ru")),
    ):
        raise OSError("full")
    assert names(pagefind) == ["begin", "begin", "end", "end"]


def files(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_only_the_index_of_a_language_that_says_something_else_is_made_again(
    folder: Folder, tmp_path: Path
) -> None:
    target, before = tmp_path / "site", folder.site()
    first = maker(before, target)
    with search.indexed(first, before.languages):
        pass
    made = files(target)
    listed = json.loads((target / "pagefind" / search.LIST).read_text())
    assert {code: index["page_count"] for code, index in listed["languages"].items()} == (
        dict.fromkeys(before.languages, 1)
    )

    folder.replace("translations/ru.po", "Пример мастерской", "Мастерская-пример")
    after = folder.site()
    with search.indexed(maker(after, target, first.ledger), after.languages):
        pass
    new = {name for name, when in files(target).items() if made.get(name) != when}
    assert f"pagefind/{search.LIST}" in new
    assert {name.partition("_")[0] for name in new - {f"pagefind/{search.LIST}"}} == {
        *("pagefind/fragment/ru", "pagefind/index/ru", "pagefind/pagefind.ru")
    }


def test_without_records_there_is_an_index_in_which_nothing_is(small: Site, tmp_path: Path) -> None:
    made = TaskRunner(small.graph, tmp_path, Manifest(), Manifest())
    with search.indexed(made, small.languages):
        pass
    assert {"pagefind/pagefind.js", f"pagefind/{search.LIST}"} <= files(tmp_path).keys()
