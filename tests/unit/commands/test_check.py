"""`mozi check`: all problems, one line each, and the exit status."""

import json
import subprocess
import sys

import pytest
from mozi.commands import main
from mozi.site.load import InvalidData

from tests.support.helpers import ROOT, Folder


def test_fine_records(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(folder.root)]) == 0
    assert capsys.readouterr() == ("", "11 records, 0 errors, 0 warnings\n")


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


def test_where_the_site_explains_the_codes(
    folder: Folder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://site.example/")
    assert main(["check", "--root", str(folder.root)]) == 0
    assert "site.example" not in capsys.readouterr().err
    folder.replace("projects/workshop.yml", "roles:", "rolls:")
    assert main(["check", "--root", str(folder.root), "--lang", "zh"]) == 1
    assert capsys.readouterr().err.endswith("各代码的含义：https://site.example/zh/rules/\n")


def test_messages_in_chinese(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.replace("projects/workshop.yml", "roles:", "rolls:")
    assert main(["check", "--root", str(folder.root), "--lang", "zh"]) == 1
    assert capsys.readouterr() == (
        "data/projects/workshop.yml:12:1: MZ201 这里没有“rolls”这个字段 — 您是不是要写“roles”？\n",
        "10 条记录，1 个错误，0 个警告\n",
    )


def test_messages_for_programs(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.replace("projects/workshop.yml", "roles:", "rolls:")
    for form in ("json", "github"):
        assert main(["check", "--root", str(folder.root), "--format", form]) == 1
    out, err = capsys.readouterr()
    found, note = out[: out.index("::")], out[out.index("::") :]
    assert [problem["code"] for problem in json.loads(found)] == ["MZ201"]
    assert note.startswith("::error file=data/projects/workshop.yml,line=12,col=1,title=MZ201::")
    assert err == "10 records, 1 error, 0 warnings\n" * 2


def test_an_unknown_language_or_format_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    for wrong in (["--lang", "ru"], ["--format", "xml"]):
        with pytest.raises(SystemExit) as ended:
            main(["check", *wrong])
        assert ended.value.code == 2


@pytest.mark.usefixtures("mz307_warns")
def test_warnings_alone_fail_neither_the_check_nor_a_build(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.replace("sources/college-page.yml", "url: https://college.example/news\n", "")
    assert main(["check", "--root", str(folder.root)]) == 0
    out, err = capsys.readouterr()
    assert "MZ307" in out
    assert err == "11 records, 0 errors, 1 warning\n"
    assert folder.site().warnings == 1


@pytest.mark.usefixtures("mz307_warns")
def test_a_build_that_fails_names_the_errors_only(folder: Folder) -> None:
    folder.replace("sources/college-page.yml", "url: https://college.example/news\n", "")
    folder.replace("projects/workshop.yml", "roles:", "rolls:")
    with pytest.raises(InvalidData) as refused:
        folder.site()
    assert [problem.code for problem in refused.value.problems] == ["MZ201"]


def test_it_judges_by_the_day(folder: Folder) -> None:
    folder.replace("projects/workshop.yml", "checked: 2026-01-31", "checked: 2026-03-01")
    assert main(["check", "--root", str(folder.root)]) == 1
    assert folder.site()  # which is not told the day


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
        "sys.exit(bool({'mkdocs', 'jinja2', 'openpyxl', 'markdown', 'watchdog'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0
