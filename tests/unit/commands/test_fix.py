"""`mozi fix`: what it mends and what it leaves, and the patch that --dry-run prints."""

import subprocess

import pytest
from mozi.commands import main

from tests.support.helpers import ROOT, Folder

WORKSHOP = "projects/workshop.yml"


def fix(folder: Folder, *options: str) -> int:
    return main(["fix", "--root", str(folder.root), *options])


def files(folder: Folder) -> dict[str, bytes]:
    data = folder.root / "data"
    return {str(p.relative_to(data)): p.read_bytes() for p in data.rglob("*") if p.is_file()}


def test_nothing_to_mend(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(folder)
    assert fix(folder) == 0
    assert capsys.readouterr() == ("", "0 problems in 0 files mended, 0 left\n")
    assert files(folder) == before


def test_what_is_mended_and_what_is_left(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.replace(WORKSHOP, "roles:", "rolls:")
    folder.replace(WORKSHOP, "country: tj", "country: tj ")
    folder.replace("partners/example-host.yml", "type: institute", "type: academy")
    assert fix(folder) == 1
    assert capsys.readouterr() == (
        "Mended:\n"
        "data/projects/workshop.yml:12:1: MZ201 the key “rolls” is not known here — rolls → roles\n"
        "data/projects/workshop.yml:4:12: MZ901 there are blanks at the end of a line\n"
        "\n"
        "Left for you:\n"
        "data/partners/example-host.yml:7:1: MZ301 there is no “academy” in "
        "data/vocabularies/partner-kinds — write one of: agency, association, college, enterprise, "
        "institute, university\n",
        "2 problems in 1 file mended, 1 left\n",
    )


def test_in_chinese(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.replace(WORKSHOP, "roles:", "rolls:")
    assert fix(folder, "--lang", "zh") == 0
    assert capsys.readouterr() == (
        "已更正：\ndata/projects/workshop.yml:12:1: MZ201 这里没有“rolls”这个字段 — rolls → roles\n",
        "已更正 1 个文件中的 1 处，还有 0 个问题\n",
    )


def test_a_dry_run_prints_a_patch_that_does_the_same(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.replace(WORKSHOP, "roles:", "rolls:")
    folder.replace("partners/example-host.yml", "country: tj", "country:tj")
    folder.replace("sources/mirror.yml", "checked: 2026-01-31\n", "checked: 2026-01-31")
    data = folder.root / "data"
    (data / "countries/cn.yml").rename(data / "countries/CN.yaml")
    (data / "partners/example-college.yml").rename(data / "partners/example-college.yaml")
    folder.replace("partners/example-college.yaml", "type: college", "type: colege")
    before = files(folder)
    assert fix(folder, "--dry-run") == 1
    patch, told = capsys.readouterr()
    assert told.endswith("6 problems in 5 files could be mended, 0 left\n")
    assert files(folder) == before

    subprocess.run(["git", "apply", "-"], input=patch.encode(), cwd=folder.root, check=True)
    by_patch = files(folder)
    assert folder.problems() == []
    for file in files(folder):
        (data / file).unlink()
    for file, content in before.items():
        folder.write(file, content)
    assert fix(folder) == 0
    assert files(folder) == by_patch


def test_a_dry_run_on_sound_records(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert fix(folder, "--dry-run") == 0
    assert capsys.readouterr() == ("", "0 problems in 0 files could be mended, 0 left\n")


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
def test_no_data_folder(
    folder: Folder, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    folder.root /= "nowhere"
    assert fix(folder, *options) == 1
    assert "MZ001" in capsys.readouterr().out


def test_the_real_records_need_no_mending(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", "--root", str(ROOT), "--dry-run"]) == 0
    assert capsys.readouterr() == ("", "0 problems in 0 files could be mended, 0 left\n")
