"""`mozi check`: all problems, one line each, and the exit status."""

import subprocess
import sys

import pytest
from mozi.commands import main

from tests.helpers import ROOT, Folder


def test_fine_records(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(folder.root)]) == 0
    assert capsys.readouterr() == ("", "11 records, 0 errors\n")


def test_every_problem_is_printed_as_a_line(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.replace("projects/workshop.yml", "roles:", "rolls:")
    assert main(["check", "--root", str(folder.root)]) == 1
    out, _ = capsys.readouterr()
    assert out == (
        "data/projects/workshop.yml:12:1: MZ201 the key “rolls” is not known here — "
        "did you mean “roles”?\n"
    )


def test_it_checks_the_folder_it_is_run_in(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.root)
    assert main(["check"]) == 0


def test_without_a_project_it_says_so(tmp_path, capsys) -> None:  # type: ignore[no-untyped-def]
    assert main(["check", "--root", str(tmp_path)]) == 1
    assert "MZ001 there is no folder “data”" in capsys.readouterr().out


def test_it_needs_neither_mkdocs_nor_jinja() -> None:
    """The check is what editors wait for: it loads nothing that it does not use."""
    code = (
        "import sys; from mozi.commands import main; main(['check']); "
        "sys.exit(bool({'mkdocs', 'jinja2', 'markdown'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0
