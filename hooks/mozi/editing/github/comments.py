"""The answers to people who filled in a form: English, then Chinese, and their own words as code."""

import difflib
from collections.abc import Iterable

from mozi.editing.github import markdown, messages
from mozi.editing.github.answers import Answers, Complaint
from mozi.problems.problem import Problem
from mozi.problems.rulebook import Lang

_LANGS: tuple[Lang, ...] = ("en", "zh")


def complaints(refused_answers: Iterable[Complaint]) -> str:
    """Which answers cannot be used, and why."""
    complaint_list = list(refused_answers)
    return markdown.page(
        [
            _both("put-right"),
            *(_list([one.text(lang) for one in complaint_list]) for lang in _LANGS),
        ]
    )


def problems(file: str, text: str, record_problems: Iterable[Problem]) -> str:
    """Comment with the problems of the record that the answers make."""
    return markdown.page(
        [
            _both("put-right"),
            *_problem_lines(record_problems),
            _both("would-be", file=markdown.code(file)),
            _yaml(text),
        ]
    )


def written(file: str, text: str, warnings: list[Problem], remarks: str) -> str:
    """The new record, for those who review it."""
    return markdown.page(
        [
            _both("written", file=markdown.code(file)),
            *_warned(warnings),
            _yaml(text),
            *_remarks(remarks),
        ]
    )


def changed(file: str, before: str, after: str, warnings: list[Problem], *, filled: Answers) -> str:
    """Comment on the change of a record, for those who review it."""
    lines = difflib.unified_diff(
        before.splitlines(), after.splitlines(), file, file, lineterm="", n=2
    )
    return markdown.page(
        [
            _both("changed", file=markdown.code(file)),
            *_warned(warnings),
            markdown.block("\n".join(lines), "diff"),
            *_remarks(filled.by_question.get("remarks", "")),
        ]
    )


def by_hand(file: str, filled: Answers, why: str) -> str:
    """Comment on a change that a person has to make by hand."""
    answers = filled.by_question
    return markdown.page(
        [
            _both("by-hand", file=markdown.code(file)),
            _both(why),
            *(
                f"**{question.heading}**\n\n{markdown.block(_words(answers[key]))}"
                for key, question in filled.form.questions.items()
                if key in answers and key != "page"
            ),
            _both("steps", file=markdown.code(file)),
        ]
    )


def _words(answer: object) -> str:
    return "\n".join(answer) if isinstance(answer, list) else str(answer)


def _both(phrase: str, **values: str) -> str:
    return "\n\n".join(messages.message(phrase, lang, **values) for lang in _LANGS)


def _list(lines: list[str]) -> str:
    return markdown.block("\n".join(f"- {line}" for line in lines))


def _problem_lines(record_problems: Iterable[Problem]) -> list[str]:
    problem_list = list(record_problems)
    return [
        _list(
            [
                f"{problem.code} {problem.message(lang)} — {problem.fix(lang)}"
                for problem in problem_list
            ]
        )
        for lang in _LANGS
    ]


def _warned(warnings: list[Problem]) -> list[str]:
    return [_both("warnings"), *_problem_lines(warnings)] if warnings else []


def _remarks(remarks: str) -> list[str]:
    return [_both("remarks"), markdown.block(remarks)] if remarks else []


def _yaml(text: str) -> str:
    return markdown.block(text, "yaml")
