"""`mozi new`: a valid record from flags or from answers, or nothing at all."""

import io
import json
import shutil
from pathlib import Path

import pytest
from mozi.commands import main

from tests.support.helpers import ROOT, Folder, errors, load_yaml

SOURCED = ["--set", "cite=college-page"]
NAMED = [*SOURCED, "--set", "name.en=Farm Workshop", "--set", "name.zh=农场工坊"]
STATUS = ["--set", "status.value=signed", "--set", "status.as_of=2024-09"]
SUMMARY = ["--set", "summary.en=A seminar.", "--set", "summary.zh=研讨会。"]
FLAGS = {
    "country": [*SOURCED, "--id", "kg", "--set", "official_languages=ky,ru"],
    "partner": [*NAMED, "--set", "type=college"],
    "project": [*NAMED, *STATUS, "--set", "country=tj"],
    "programme": [*NAMED, *STATUS, "--set", "project=workshop", "--set", "fields=horticulture"],
    "curriculum": [*NAMED, "--set", "fields=[horticulture]"],
    "initiative": [*NAMED, *SUMMARY, "--set", "type=conference"],
    "topic": [*NAMED, *SUMMARY, "--set", "about=programme"],
    "source": [
        "--set", "publisher.en=Example Daily", "--set", "publisher.zh=示例日报",
        "--set", "gloss.en=A report.", "--set", "gloss.zh=报道。", "--set", "type=news",
        "--set", "language=zh", "--set", "date=2024-09-24", "--set", "date_from=page",
        "--set", "url=https://daily.example/1",
    ],
}  # fmt: skip
FILES = {
    "country": "countries/kg.yml",
    "partner": "partners/farm.yml",
    "project": "projects/farm.yml",
    "programme": "programmes/farm.yml",
    "curriculum": "curricula/farm.yml",
    "initiative": "initiatives/farm.yml",
    "topic": "topics/farm.yml",
    "source": "sources/example-daily-2024-09-24.yml",
}

Output = pytest.CaptureFixture[str]


def new(folder: Folder, *words: str) -> int:
    return main(["new", *words, "--root", str(folder.root), "--checked", "2026-01-31"])


def files(folder: Folder) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.root.rglob("*") if path.is_file()}


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """A terminal in which answers may be put down beforehand."""
    stdin = io.StringIO()
    monkeypatch.setattr(stdin, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", stdin)
    return stdin


def answer(terminal: io.StringIO, *answers: str) -> None:
    terminal.write("".join(f"{words}\n" for words in answers))
    terminal.seek(0)


# Flags -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", FLAGS)
def test_flags_alone_make_a_record_without_errors(
    folder: Folder, kind: str, capsys: Output
) -> None:
    assert new(folder, kind, *FLAGS[kind]) == 0
    written = folder.root / "data" / FILES[kind]
    assert str(load_yaml(written)["checked"]) == "2026-01-31"
    assert [problem for problem in folder.problems() if problem.severity == "error"] == []
    out, _ = capsys.readouterr()
    assert f"data/{FILES[kind]} is written." in out
    assert "What to do next:" in out


def test_what_is_to_be_filled_in_is_listed(folder: Folder, capsys: Output) -> None:
    assert new(folder, "project", *FLAGS["project"], "--lang", "zh") == 0
    out, _ = capsys.readouterr()
    assert "已写入 data/projects/farm.yml。" in out
    assert "  牵头院校 (lead)" in out
    assert "每次修改后运行 `make check`。" in out
    assert "## 名称：" in (folder.root / "data/projects/farm.yml").read_text(encoding="utf-8")


def test_a_status_without_its_day_is_asked_for_with_both_flags(
    folder: Folder, capsys: Output
) -> None:
    given = ["--set", "name.en=Farm", "--set", "name.zh=农场", "--set", "country=tj"]
    assert new(folder, "project", *SOURCED, *given, "--set", "status=signed") == 1
    _, err = capsys.readouterr()
    assert "\n  --set status.value=signed\n  --set status.as_of=2024-09\n" in err


def test_what_is_missing_is_named_with_the_flag_that_gives_it(
    folder: Folder, capsys: Output
) -> None:
    before = files(folder)
    assert new(folder, "project", *SOURCED, "--set", "name.en=Farm", "--set", "batch=0") == 1
    assert files(folder) == before
    _, err = capsys.readouterr()
    assert "MZ202 “zh” is missing in “name”" in err
    assert "MZ207 “batch” must not be less than 1" in err
    assert "  --set status.as_of=2024-09\n" in err
    assert "name.en" not in err
    assert err.endswith("Nothing was written.\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--id", "workshop"], "there is data/projects/workshop.yml already"),
        (["--id", "index"], "“index” cannot be an id"),
        (["--id", "My Farm"], "“My Farm” cannot be an id"),
        (["--id", "../farm"], "“../farm” cannot be an id"),
        (["--set", "name.ru=\udcff"], "not in UTF-8"),
        (["--set", "country=kg"], "MZ301 there is no “kg” in data/countries"),
        (["--set", "rolls=x"], "MZ201 the key “rolls” is not known here"),
        (["--set", "name.en.x=y"], "“en” has a value already"),
        (["--set", "name.en=墨子"], "give one with --id"),
    ],
)
def test_what_cannot_be_written(
    folder: Folder, words: list[str], message: str, capsys: Output
) -> None:
    before = files(folder)
    assert new(folder, "project", *FLAGS["project"], *words) == 1
    assert files(folder) == before
    assert message in capsys.readouterr().err


def test_no_project(tmp_path: Path, capsys: Output) -> None:
    assert main(["new", "project", "--root", str(tmp_path)]) == 1
    assert "MZ001" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["poem"], [], ["project", "--set", "name"]])
def test_wrong_use(words: list[str], capsys: Output) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["new", *words])
    assert ended.value.code == 2


def test_a_new_id_is_made_known_to_editors_programs(folder: Folder) -> None:
    shutil.copytree(ROOT / "data" / "schema", folder.root / "data" / "schema")
    assert new(folder, "partner", *FLAGS["partner"]) == 0
    ids = json.loads((folder.root / "data/schema/ids.schema.json").read_text(encoding="utf-8"))
    assert "farm" in ids["$defs"]["partners"]["enum"]


# Answers -----------------------------------------------------------------------------------------


def test_answers_make_a_record(folder: Folder, terminal: io.StringIO, capsys: Output) -> None:
    answer(terminal, "Farm College", "农业学院", "1", "college", "tj", "", "", "")
    assert new(folder, "partner") == 0
    data = load_yaml(folder.root / "data/partners/farm-college.yml")
    assert data["country"] == "tj"
    assert data["unpublished"] == ["address"]
    assert errors(folder.problems()) == []
    assert "  id [farm-college]: " in capsys.readouterr().out


def test_a_country_is_named_first(folder: Folder, terminal: io.StringIO) -> None:
    answer(terminal, "吉尔吉斯斯坦", "college-page", "ky, ru", "")
    assert new(folder, "country") == 0
    assert load_yaml(folder.root / "data/countries/kg.yml")["official_languages"] == ["ky", "ru"]


def test_flags_spare_questions(folder: Folder, terminal: io.StringIO) -> None:
    answer(terminal, "", "", "", "", "", "my-farm")
    assert new(folder, "project", *FLAGS["project"]) == 0
    assert (folder.root / "data/projects/my-farm.yml").exists()


def test_with_yes_nothing_is_asked(folder: Folder, terminal: io.StringIO) -> None:
    assert new(folder, "project", *FLAGS["project"], "--yes") == 0


@pytest.mark.parametrize("stop", [EOFError, KeyboardInterrupt])
def test_stopping_in_the_middle_writes_nothing(
    folder: Folder,
    terminal: io.StringIO,
    stop: type[BaseException],
    monkeypatch: pytest.MonkeyPatch,
    capsys: Output,
) -> None:
    answers = iter(["Farm College", "农业学院"])

    def ask(question: str) -> str:
        words = next(answers, None)
        if words is None:
            raise stop
        return words

    monkeypatch.setattr("builtins.input", ask)
    before = files(folder)
    assert new(folder, "partner") == 1
    assert files(folder) == before
    assert capsys.readouterr().err.endswith("Nothing was written.\n")


@pytest.mark.parametrize(("words", "status"), [("n", 1), ("y", 0)])
def test_what_only_the_rules_see_is_told_before_anything_is_written(
    folder: Folder, terminal: io.StringIO, words: str, status: int, capsys: Output
) -> None:
    given = ["--set", "unpublished=fundng"]
    answer(terminal, "college", "", "", "", words, "")
    assert new(folder, "partner", *NAMED, *given) == status
    assert (folder.root / "data/partners/farm.yml").exists() == (status == 0)
    assert "MZ304 “fundng” is no" in capsys.readouterr().out
