"""What builds tell the next one."""

from pathlib import Path

import pytest
from mozi import fingerprint, ledger
from mozi.digests import DIGEST_LENGTH
from mozi.ledger import Ledger, Made

MADE = Made("given", "all", ("projects/a", "projects/a<"), {"a/index.html": (7, 12)}, ["en"])


def test_what_is_written_is_read(tmp_path: Path) -> None:
    before = Ledger("common", {"projects/a": "1"}, {"pages/a/": MADE})
    ledger.write(before, tmp_path / "ledger", tmp_path / "draft")
    assert ledger.read(tmp_path / "ledger") == before
    assert [file.name for file in tmp_path.iterdir()] == ["ledger"]


def test_a_damaged_ledger_is_none(tmp_path: Path) -> None:
    file = tmp_path / "ledger"
    ledger.write(Ledger("common", {}, {"pages/a/": MADE}), file, tmp_path / "draft")
    whole = file.read_bytes()
    for damaged in (b"", b"{", whole[:-1], whole + b" ", whole[:40] + b"?" + whole[41:]):
        file.write_bytes(damaged)
        assert ledger.read(file) == Ledger()
    file.write_bytes(whole)
    assert ledger.read(file).made == {"pages/a/": MADE}


def test_a_ledger_that_other_code_wrote_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may have been written in another way."""
    file = tmp_path / "ledger"
    ledger.write(Ledger("common", {}, {"pages/a/": MADE}), file, tmp_path / "draft")
    monkeypatch.setattr(fingerprint, "of_writer", lambda: "0" * DIGEST_LENGTH)
    assert ledger.read(file) == Ledger()


def test_more_tasks_than_are_written_together_are_read(tmp_path: Path) -> None:
    before = Ledger("common", {}, {f"pages/{number}/": MADE for number in range(250)})
    ledger.write(before, tmp_path / "ledger", tmp_path / "draft")
    assert ledger.read(tmp_path / "ledger") == before


def test_a_ledger_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    ledger.write(Ledger("common"), tmp_path / "ledger", tmp_path / "not there" / "draft")
    assert ledger.read(tmp_path / "ledger") == Ledger()


def test_what_is_new_or_gone_has_changed() -> None:
    before = Ledger(states={"a": "1", "b": "1", "c": "1"})
    assert before.changed({"a": "1", "b": "2", "d": "1"}) == {"b", "c", "d"}
