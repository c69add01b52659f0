"""Problems for people, for GitHub and for programs."""

import json

import pytest
from mozi.problems.problem import Problem
from mozi.problems.report import FORMATS

PROBLEM = Problem.at("data/a,b: 1%.yml", (3, 7), "MZ402", text="100%", english="%(num)s")


def test_text_is_a_line_each() -> None:
    told = FORMATS["text"]([PROBLEM, PROBLEM], "en")
    assert told == f"{PROBLEM}\n" * 2
    assert FORMATS["text"]([], "en") == ""


def test_github_gets_workflow_commands_with_everything_escaped() -> None:
    assert FORMATS["github"]([PROBLEM], "en") == (
        "::error file=data/a%2Cb%3A 1%25.yml,line=3,col=7,title=MZ402::"
        "the translation “100%25” does not have the placeholders of “%25(num)s” — "
        "copy every %25(…)s of the English text unchanged, and write a percent sign of its own twice\n"
    )
    assert "译文“100%25”" in FORMATS["github"]([PROBLEM], "zh")


def test_a_line_end_cannot_begin_a_command_of_its_own() -> None:
    problem = Problem.at("data/\r\n::set-env::.yml", (1, 1), "MZ307")
    told = FORMATS["github"]([problem], "en")
    assert told.startswith("::error file=data/%0D%0A%3A%3Aset-env%3A%3A.yml,")
    assert told.count("\n") == 1


@pytest.mark.usefixtures("mz307_warns")
def test_warnings_are_shown_as_warnings() -> None:
    problem = Problem.at("data/x.yml", (1, 1), "MZ307")
    assert FORMATS["github"]([problem], "en").startswith("::warning file=data/x.yml,")


def test_json_has_everything_in_both_languages() -> None:
    told = json.loads(FORMATS["json"]([PROBLEM], "en"))
    assert told == [
        {
            "file": "data/a,b: 1%.yml",
            "line": 3,
            "column": 7,
            "code": "MZ402",
            "severity": "error",
            "message": {"en": PROBLEM.message("en"), "zh": PROBLEM.message("zh")},
            "fix": {"en": PROBLEM.fix("en"), "zh": PROBLEM.fix("zh")},
        }
    ]
    assert FORMATS["json"]([], "zh") == "[]\n"
