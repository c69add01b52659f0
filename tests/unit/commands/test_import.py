"""`mozi import`: a workbook to fill in, and all of its records or none."""

from pathlib import Path

import openpyxl
import pytest
from mozi.commands import main
from mozi.editing.spreadsheet.find_sheets import MARK
from mozi.rules import check
from mozi.store.loading import load_store

from tests.support.helpers import Folder, errors
from tests.support.workbooks import cell, sample, write

NEW = [
    "data/sources/sample-college-2024-09-24.yml",
    "data/partners/sample-college.yml",
    "data/partners/sample-host.yml",
    "data/projects/sample-workshop.yml",
    "data/programmes/sample-welding.yml",
    "data/curricula/sample-welding-list.yml",
    "data/initiatives/sample-seminar.yml",
    "data/countries/zm.yml",
]


def files(folder: Folder) -> dict[str, bytes]:
    return {
        path.relative_to(folder.root).as_posix(): path.read_bytes()
        for path in (folder.root / "data").rglob("*")
        if path.is_file()
    }


@pytest.fixture
def before(folder: Folder) -> dict[str, bytes]:
    return files(folder)


def imported(folder: Folder, path: Path, *more: str) -> int:
    return main(["import", str(path), "--root", str(folder.root), *more])


def test_from_an_empty_workbook_to_records(
    folder: Folder, before: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder.root / "book.xlsx"
    assert main(["import", "--template", str(path), "--root", str(folder.root)]) == 0
    assert capsys.readouterr().out == (
        f"{path} is made. Fill it in, then run: mozi import {path}\n"
    )
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets[1:-1]:
        for row in sheet.iter_rows(min_row=2, max_col=1):
            row[0].value = str(row[0].value).removeprefix(MARK).strip()
    book.save(path)
    assert imported(folder, path) == 0
    assert capsys.readouterr() == (
        "\n".join(NEW) + "\n",
        "Records written: 8. Look at them with “make serve”.\n",
    )
    after = files(folder)
    assert set(after) - set(before) == set(NEW)
    assert {name: after[name] for name in before} == before
    assert errors(check(load_store(folder.root))) == []


def test_with_a_problem_nothing_is_changed(
    folder: Folder, before: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    rows = sample()
    rows["roles"][0]["partner"] = "sample-colege"
    path = write(folder.root / "book.xlsx", rows)
    assert imported(folder, path) == 1
    assert capsys.readouterr() == (
        f"{cell('roles', 'partner')}: MZ301 there is no “sample-colege” in data/partners — "
        "did you mean “sample-college”?\n",
        "Nothing was changed. Problems: 1\n",
    )
    assert imported(folder, path, "--lang", "zh") == 1
    assert capsys.readouterr() == (
        f"{cell('roles', 'partner')}: MZ301 data/partners 中没有“sample-colege” — "
        "您是不是要写“sample-college”？\n",
        "没有改动任何内容。问题数：1\n",
    )
    assert files(folder) == before


def test_an_error_elsewhere_is_told_with_its_file(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.replace("projects/workshop.yml", "roles:", "rolls:")
    assert imported(folder, write(folder.root / "book.xlsx", sample())) == 1
    assert "data/projects/workshop.yml:12:1: MZ201" in capsys.readouterr().out


def test_a_failure_while_writing_takes_everything_back(
    folder: Folder,
    before: dict[str, bytes],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rename = Path.rename

    def full_disk(self: Path, target: Path) -> Path:
        if target.name == "zm.yml":
            raise OSError(28, "No space left on device", str(target))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", full_disk)
    assert imported(folder, write(folder.root / "book.xlsx", sample())) == 1
    assert "zm.yml cannot be written (No space left on device)" in capsys.readouterr().out
    assert files(folder) == before


def test_a_second_import_changes_nothing(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(folder.root / "book.xlsx", sample())
    assert imported(folder, path) == 0
    after = files(folder)
    assert imported(folder, path) == 1
    out = capsys.readouterr().out.splitlines()[len(NEW) :]
    assert [line.split()[2] for line in out] == ["MZ606"] * len(NEW)
    assert files(folder) == after


WRONG_FILES = {
    "book.csv": (b"id\n1\n", "MZ601 this is no Excel workbook"),
    "book.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "MZ601 the workbook is protected"),
    "none.xlsx": (None, "MZ601 the file cannot be opened: No such file or directory"),
}


@pytest.mark.parametrize("name", WRONG_FILES)
def test_a_file_that_cannot_be_read(
    folder: Folder, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    content, expected = WRONG_FILES[name]
    path = folder.root / name
    if content is not None:
        path.write_bytes(content)
    assert imported(folder, path) == 1
    assert capsys.readouterr().out.startswith(f"{path}: {expected}")


def test_a_workbook_with_nothing_in_it(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder.root / "book.xlsx"
    main(["import", "--template", str(path), "--root", str(folder.root)])
    assert imported(folder, path) == 1
    assert "MZ601 there is nothing to import in this workbook" in capsys.readouterr().out


def test_a_template_never_takes_the_place_of_another_file(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder.root / "book.xlsx"
    path.write_bytes(b"filled in")
    assert main(["import", "--template", str(path), "--root", str(folder.root)]) == 1
    assert "it stays as it is" in capsys.readouterr().out
    assert path.read_bytes() == b"filled in"
    nowhere = folder.root / "nowhere" / "book.xlsx"
    assert main(["import", "--template", str(nowhere), "--root", str(folder.root)]) == 1
    assert "cannot be written (No such file or directory)" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ["import"],
        ["import", "a.xlsx", "--template", "b.xlsx"],
        ["import", "a.xlsx", "--lang", "ru"],
    ],
)
def test_wrong_use(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2


def test_without_a_project_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "book.xlsx", "--root", str(tmp_path)]) == 1
    assert "MZ001" in capsys.readouterr().out
