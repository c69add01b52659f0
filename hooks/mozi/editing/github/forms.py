"""Issue forms: what people without YAML are asked on GitHub, with the choices that the data has."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from mozi.editing.id_choices import Names, id_choices
from mozi.problems.rulebook import EditorWords
from mozi.records import cldr
from mozi.records.values import Model
from mozi.store.record_store import Store
from mozi.yaml_text.parse import parse_yaml

FOLDER = ".github/ISSUE_TEMPLATE"
LABEL = "form"
"""The label of every issue that was made with a form."""

FILE = Path(__file__).with_suffix(".yml")

Kind = Literal[
    "texts", "line", "date", "link", "id", "choice", "choices", "sources", "page", "words"
]
"""How an answer is read; see `answers`."""

_HINTS: dict[str, EditorWords] = {
    "texts": EditorWords(
        en="First line in English, second line in Chinese.", zh="第一行英文，第二行中文。"
    ),
    "date": EditorWords(en="As precisely as a source says.", zh="按来源所述的精确程度填写。"),
}
"""Help for every question of a kind."""

NOT_LISTED = "Not on this list / 不在此列表中"
_MAY_BE_MISSING = ("countries", "partners", "languages")
"""Kinds of ids that a person can choose and may not find."""


class Question(Model):
    """One question of a form."""

    kind: Kind
    of: str = ""
    label: EditorWords
    help: EditorWords
    example: str = ""
    required: bool = False

    @property
    def heading(self) -> str:
        """Heading above the answer."""
        return f"{self.label.en} / {self.label.zh}"


class Form(Model):
    """A form: its title, what it is for, and its questions by key."""

    title: EditorWords
    text: EditorWords
    about: EditorWords
    questions: dict[str, Question]


@cache
def read_forms() -> dict[str, Form]:
    """All forms by name."""
    data = parse_yaml(FILE.read_text(encoding="utf-8"))
    return {name: Form.model_validate(form) for name, form in data.items()}


# Choices -----------------------------------------------------------------------------------------


def question_options(question: Question, store: Store) -> list[str]:
    """Options to choose from, each with its id in brackets at the end, sorted as people look."""
    listed = [
        id if name == id else f"{_unbracketed(name)} [{id}]"
        for id, name in _names(question.of, store)
    ]
    return [*listed, NOT_LISTED] if question.of in _MAY_BE_MISSING else listed


def _names(kind: str, store: Store) -> Iterator[tuple[str, str]]:
    if kind == "batches":
        batches = [project.batch.value for project in store.each("projects") if project.batch]
        yield from ((str(number), str(number)) for number in range(1, max(batches, default=0) + 2))
        return
    named = _languages(store) if kind == "languages" else id_choices(store)[kind]
    shown = {id: " / ".join(dict.fromkeys((name["en"], name["zh"]))) for id, name in named.items()}
    in_order = kind.startswith("vocabularies/")  # a list has an order of its own
    yield from shown.items() if in_order else sorted(shown.items(), key=lambda item: item[1])


def _languages(store: Store) -> dict[str, Names]:
    """The languages of the site, of its countries and of its sources."""
    codes = set(store.locales)
    codes.update(*(country.official_languages.value for country in store.each("countries")))
    codes.update(source.language for source in store.each("sources"))
    return {code: {lang: cldr.language_name(code, lang) for lang in ("en", "zh")} for code in codes}


def _unbracketed(name: str) -> str:
    return name.replace("[", "(").replace("]", ")")


# GitHub's files ----------------------------------------------------------------------------------


def form_files(store: Store) -> dict[str, str]:
    """File name → content of every form, as GitHub reads it."""
    return {f"{name}.yml": _text(form, store) for name, form in read_forms().items()}


def _text(form: Form, store: Store) -> str:
    introduction = {"value": f"{form.about.en}\n\n{form.about.zh}\n"}
    plain = {
        "name": _both(form.title),
        "description": _both(form.text),
        "title": f"[{_both(form.title)}] ",
        "labels": [LABEL],
        "body": [
            {"type": "markdown", "attributes": introduction},
            *(_element(key, question, store) for key, question in form.questions.items()),
        ],
    }
    head = "# Written by `mozi forms` from hooks/mozi/editing/github/forms.yml and the data. 由 mozi forms 生成。\n"
    # GitHub reads YAML 1.1, where `no` and a date are no texts: PyYAML knows what to quote there
    return head + yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=10_000)


_ELEMENTS: dict[Kind, str] = {
    "texts": "textarea",
    "sources": "textarea",
    "words": "textarea",
    "choice": "dropdown",
    "choices": "dropdown",
}


def _element(key: str, question: Question, store: Store) -> dict[str, Any]:
    element = _ELEMENTS.get(question.kind, "input")
    attributes: dict[str, Any] = {"label": question.heading, "description": _help(question)}
    if element == "dropdown":
        attributes["multiple"] = question.kind == "choices"
        attributes["options"] = question_options(question, store)
    elif question.example:
        attributes["placeholder"] = question.example
    return {
        "type": element,
        "id": key,
        "attributes": attributes,
        "validations": {"required": question.required},
    }


def _help(question: Question) -> str:
    words = [question.help, *([_HINTS[question.kind]] if question.kind in _HINTS else [])]
    return f"{' '.join(part.en for part in words)} / {''.join(part.zh for part in words)}"


def _both(words: EditorWords) -> str:
    return f"{words.en} / {words.zh}"
