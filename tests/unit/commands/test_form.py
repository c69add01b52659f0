"""`mozi form`: an issue in, a record and an answer out."""

import io
import sys
from pathlib import Path

import pytest
from mozi.commands import main
from mozi.rules import check
from mozi.store.loading import load_store

from tests.support.helpers import Folder, errors
from tests.support.issues import CORRECTION, PROJECT, SOURCE, issue


def form(folder: Folder, body: str, *options: str) -> int:
    path = folder.root / "body.md"
    path.write_text(body, encoding="utf-8")
    day = options or ("--checked", "2026-11-23")
    return main(["form", str(path), "--root", str(folder.root), *day])


def files(folder: Folder) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.root.rglob("*.yml")}


@pytest.mark.parametrize(("name", "answers"), [("project", PROJECT), ("source", SOURCE)])
def test_a_record_is_written_that_has_no_problem(
    folder: Folder, name: str, answers: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(folder)
    assert form(folder, issue(folder, name, answers)) == 0
    (new,) = files(folder).keys() - before.keys()
    assert f"`{new.relative_to(folder.root).as_posix()}`" in capsys.readouterr().out
    assert errors(check(load_store(folder.root))) == []


def test_a_correction_changes_the_record(folder: Folder) -> None:
    assert form(folder, issue(folder, "correction", CORRECTION)) == 0
    text = (folder.root / "data/projects/workshop.yml").read_text()
    assert "{date: 2023-09-27, kind: signed, cite: [mirror]}" in text
    assert errors(check(load_store(folder.root))) == []


def test_nothing_is_written_while_something_is_wrong(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(folder)
    assert form(folder, issue(folder, "project", {**PROJECT, "city": "Lusaka"})) == 1
    assert form(folder, issue(folder, "project", {**PROJECT, "country": "xx"})) == 1
    assert form(folder, "Hello") == 1
    assert files(folder) == before
    assert "City: two lines are needed" in capsys.readouterr().out


def test_the_text_may_come_in_and_the_day_is_today_s(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    body = issue(folder, "source", SOURCE).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(body), encoding="utf-8"))
    assert main(["form", "--root", str(folder.root)]) == 0
    assert "\nchecked: 20" in capsys.readouterr().out


@pytest.mark.parametrize("body", [b"\xff\xfe\x00", b"x" * 10_000_000, "\n".encode("utf-16")])
def test_any_bytes_get_an_answer(folder: Folder, body: bytes) -> None:
    path = folder.root / "body.md"
    path.write_bytes(body)
    assert main(["form", str(path), "--root", str(folder.root)]) == 1


def test_wrong_use(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["form", str(folder.root / "nowhere.md"), "--root", str(folder.root)]) == 1
    assert "mozi form: " in capsys.readouterr().err
    assert main(["form", str(folder.root / "data/locales.yml"), "--root", "nowhere"]) == 1
    assert "MZ001" in capsys.readouterr().err
    for day in ("2026-11", "2026-02-30", "soon"):
        with pytest.raises(SystemExit) as ended:
            form(folder, "", "--checked", day)
        assert ended.value.code == 2
