"""Tables: after a change, rows made of the same are taken over from the last CSV file."""

from pathlib import Path
from unittest.mock import Mock

import pytest
from mozi.engine.manifest import Manifest
from mozi.engine.site_files import unchanged_files
from mozi.engine.tasks import TaskRunner
from mozi.graph.dependencies import dependency_states
from mozi.open_data.dataset import Dataset
from mozi.outputs import tables
from mozi.site.site import Site

from tests.support.helpers import Folder, data_of


def build(site: Site, folder: Path, last: Manifest | None = None) -> Manifest:
    """Have all tables made; returns what was."""
    last = last or Manifest()
    ledger = Manifest("", dependency_states(site.graph, site.hashes, site.history))
    maker = TaskRunner(site.graph, folder, ledger, last, unchanged_files(folder, last.files))
    maker.make(tables.tasks(site, maker))
    return ledger


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Mock:
    """Is asked for every row that is made."""
    mock = Mock(side_effect=Dataset.row, autospec=True)
    monkeypatch.setattr(Dataset, "row", lambda *arguments: mock(*arguments))
    return mock


def rows(asked: Mock) -> set[tuple[str, str]]:
    """Which rows were made since it was asked last: kind and id."""
    found = {(call.args[1].kind, call.args[1].id) for call in asked.mock_calls}
    asked.reset_mock()
    return found


def written(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*.*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def tables_of(site: Site) -> dict[str, bytes]:
    return {address: file for address, file in data_of(site).items() if "/tables/" in address}


def test_a_first_build_makes_every_row(folder: Folder, tmp_path: Path, asked: Mock) -> None:
    site = folder.site()
    build(site, tmp_path / "site")
    assert rows(asked) == {(record.kind, record.id) for record in site.graph}
    assert written(tmp_path / "site") == tables_of(site)


def test_only_rows_that_show_what_was_changed_are_made_again(
    folder: Folder, tmp_path: Path, asked: Mock
) -> None:
    last = build(folder.site(), tmp_path / "site")
    rows(asked)
    folder.replace("partners/example-college.yml", "{en: Example College", "{en: New College")
    site = folder.site()
    build(site, tmp_path / "site", last)
    assert rows(asked) == {
        ("partners", "example-college"),
        ("projects", "workshop"),  # whose partner it is
        ("initiatives", "conference"),  # which names it
    }
    made = written(tmp_path / "site")
    assert b"New College" in made["api/v1/tables/projects.en.csv"]
    assert made == tables_of(site)


def test_what_was_read_for_rows_is_still_known_when_they_are_taken_over(
    folder: Folder, tmp_path: Path
) -> None:
    first = build(folder.site(), tmp_path / "site")
    folder.replace("countries/tj.yml", "checked: 2026-01-31", "checked: 2026-01-30")
    second = build(folder.site(), tmp_path / "site", first)
    for name, made in second.made.items():
        assert {*made.reads} == {*first.made[name].reads}
        assert made.told == first.made[name].told


def test_a_table_that_is_not_as_it_was_left_is_made_anew(
    folder: Folder, tmp_path: Path, asked: Mock
) -> None:
    at = tmp_path / "site"
    site = folder.site()
    last = build(site, at)
    (at / "api/v1/tables/projects.en.csv").write_bytes(b"id\r\nworkshop\r\n")
    build(site, at, last)
    assert written(at) == tables_of(site)
