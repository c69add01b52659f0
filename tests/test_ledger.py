"""What builds tell the next one."""

from pathlib import Path

import pytest
from mozi import ledger
from mozi.ledger import Ledger, Made

MADE = Made("given", frozenset({"projects/a", "projects/a<"}), {"a/index.html": (7, 12)}, ["en"])


def test_what_is_written_is_read(tmp_path: Path) -> None:
    before = Ledger("common", {"projects/a": "1"}, {"pages/a/": MADE})
    ledger.write(before, tmp_path / "ledger.json", tmp_path / "draft")
    assert ledger.read(tmp_path / "ledger.json") == before
    assert [file.name for file in tmp_path.iterdir()] == ["ledger.json"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"common": "", "states": {}}\n["pages/a/", "given"]\n',
        '{"common": "", "states": {}}\n["pages/a/", "given", 1, {}, null]\n',
        '{"common": "", "states": {}}\n["pages/a/", "given", [], {"a": 1}, null]\n',
        '{"common": "", "states": {}}\n["pages/a/", "giv',
        '{"common": "", "states": {}, "made": {}, "more": 1}\n',
    ],
)
def test_a_damaged_ledger_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "ledger.json").write_text(text)
    assert ledger.read(tmp_path / "ledger.json") == Ledger()


def test_a_ledger_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    ledger.write(Ledger("common"), tmp_path / "ledger.json", tmp_path / "not there" / "draft")
    assert ledger.read(tmp_path / "ledger.json") == Ledger()


def test_what_is_new_or_gone_has_changed() -> None:
    before = Ledger(states={"a": "1", "b": "1", "c": "1"})
    assert before.changed({"a": "1", "b": "2", "d": "1"}) == {"b", "c", "d"}
