"""Reports of problems for people, GitHub and programs."""

import json
from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from typing import get_args

from mozi.problems.problem import Finding, Problem
from mozi.problems.rulebook import Lang
from mozi.yaml_text.parse import KeyPath, Position

Locator = Callable[[str, KeyPath, bool], Position]
"""File, path, and true for the value or false for the key → line and column, counted from 1."""


def at_the_top(file: str, path: KeyPath, at_value: bool) -> Position:
    """Locator of data that is in no file yet: always the first line and column."""
    return 1, 1


def locate(findings: Iterable[Finding], position_of: Locator = at_the_top) -> list[Problem]:
    """Return the findings as problems with lines, sorted by file and line, each once."""
    return sorted(
        {
            Problem(
                each.file,
                *(each.position or position_of(each.file, each.path, each.at_value)),
                each.code,
                each.variant,
                each.values,
            )
            for each in findings
        }
    )


def add_language_option(parser: ArgumentParser) -> None:
    """Add the option `--lang`, the language of a command's messages."""
    parser.add_argument(
        "--lang",
        choices=get_args(Lang),
        default="en",
        help="language of the messages · 提示信息的语言 (default: en)",
    )


Report = Callable[[Iterable[Problem], Lang], str]


def report_as_text(problems: Iterable[Problem], lang: Lang) -> str:
    """Return a report with one line for each problem."""
    return "".join(f"{problem.text(lang)}\n" for problem in problems)


def report_for_github(problems: Iterable[Problem], lang: Lang) -> str:
    """Return workflow commands: GitHub shows each as a note on its line of a pull request."""
    return "".join(f"{_command(problem, lang)}\n" for problem in problems)


def report_as_json(problems: Iterable[Problem], lang: Lang) -> str:
    """Return a JSON array of objects with messages in every language.

    It is in ASCII, so that any pipe takes it.
    """
    return json.dumps([_as_data(problem) for problem in problems], indent=2) + "\n"


FORMATS: dict[str, Report] = {
    "text": report_as_text,
    "github": report_for_github,
    "json": report_as_json,
}


def _command(problem: Problem, lang: Lang) -> str:
    properties = {
        "file": problem.file,
        "line": str(problem.line),
        "col": str(problem.column),
        "title": problem.code,
    }
    parameters = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = f"{problem.message(lang)} — {problem.fix(lang)}"
    return f"::{problem.severity} {parameters}::{_data(message)}"


def _data(text: str) -> str:
    """Return text escaped as by `escapeData` in actions/toolkit, packages/core/src/command.ts."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return text escaped as by `escapeProperty` in the same file."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _as_data(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": {lang: problem.message(lang) for lang in get_args(Lang)},
        "fix": {lang: problem.fix(lang) for lang in get_args(Lang)},
    }
