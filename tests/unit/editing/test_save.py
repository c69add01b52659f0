"""New files appear all together or not at all."""

from pathlib import Path

import pytest
from mozi.editing.save import create_files


def test_all_files_are_written_with_their_folders(tmp_path: Path) -> None:
    create_files({tmp_path / "a" / "one.yml": "名\n", tmp_path / "b" / "two.yml": "2\n"})
    assert (tmp_path / "a" / "one.yml").read_bytes() == "名\n".encode()
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a", "b", "one.yml", "two.yml"]


def test_a_file_that_is_there_stays_and_so_does_everything_else(tmp_path: Path) -> None:
    (tmp_path / "two.yml").write_text("mine")
    with pytest.raises(FileExistsError):
        create_files({tmp_path / "one.yml": "1", tmp_path / "two.yml": "2"})
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"two.yml": "mine"}


def test_a_folder_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("a file where a folder is needed")
    with pytest.raises(OSError, match="b"):
        create_files({tmp_path / "one.yml": "1", tmp_path / "b" / "two.yml": "2"})
    assert [p.name for p in tmp_path.iterdir()] == ["b"]


def test_an_interruption_between_two_files_takes_the_first_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename, calls = Path.rename, []

    def stop_at_the_second(self: Path, target: Path) -> Path:
        calls.append(target.name)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stop_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        create_files({tmp_path / f"{n}.yml": n for n in ("one", "two", "three")})
    assert calls == ["one.yml", "two.yml"]
    assert list(tmp_path.iterdir()) == []
