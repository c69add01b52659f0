"""The manifest that a build leaves for the next one."""

from pathlib import Path

import pytest
from mozi.engine.hashing import DIGEST_LENGTH
from mozi.engine.manifest import Manifest, ManifestEntry, read_manifest, write_manifest

ENTRY = ManifestEntry("inputs", ("projects/a", "projects/a<"), {"a/index.html": (7, 12)}, ["en"])


def test_what_is_written_is_read(tmp_path: Path) -> None:
    before = Manifest("common", {"projects/a": "1"}, {"pages/a/": ENTRY})
    write_manifest(before, tmp_path / "manifest")
    assert read_manifest(tmp_path / "manifest") == before
    assert [file.name for file in tmp_path.iterdir()] == ["manifest"]


def test_a_damaged_manifest_is_none(tmp_path: Path) -> None:
    file = tmp_path / "manifest"
    write_manifest(Manifest("common", {}, {"pages/a/": ENTRY}), file)
    whole = file.read_bytes()
    for damaged in (b"", b"{", whole[:-1], whole + b" ", whole[:40] + b"?" + whole[41:]):
        file.write_bytes(damaged)
        assert read_manifest(file) == Manifest()
    file.write_bytes(whole)
    assert read_manifest(file).entries == {"pages/a/": ENTRY}


def test_a_manifest_that_other_code_wrote_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may have been written in another way."""
    file = tmp_path / "manifest"
    write_manifest(Manifest("common", {}, {"pages/a/": ENTRY}), file)
    monkeypatch.setattr("mozi.engine.manifest.engine_version", lambda: "0" * DIGEST_LENGTH)
    assert read_manifest(file) == Manifest()


def test_more_tasks_than_are_written_together_are_read(tmp_path: Path) -> None:
    before = Manifest("common", {}, {f"pages/{number}/": ENTRY for number in range(250)})
    write_manifest(before, tmp_path / "manifest")
    assert read_manifest(tmp_path / "manifest") == before


def test_a_manifest_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    write_manifest(Manifest("common"), tmp_path / "file" / "manifest")
    assert read_manifest(tmp_path / "file" / "manifest") == Manifest()


def test_what_is_new_or_gone_has_changed() -> None:
    before = Manifest(states={"a": "1", "b": "1", "c": "1"})
    assert before.changed_keys({"a": "1", "b": "2", "d": "1"}) == {"b", "c", "d"}
