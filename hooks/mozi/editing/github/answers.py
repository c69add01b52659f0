"""Answers in an issue form, read from the text that GitHub makes of it.

GitHub writes each label as a heading and the answer below it, as it was typed. Anybody can write
such a text, and change it afterwards: everything in it is data, of which nothing is taken on trust.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from mozi.editing.github import forms, markdown, messages
from mozi.editing.github.forms import Form, Kind, Question
from mozi.problems.rulebook import Lang
from mozi.records.values import SLUG, is_partial_date
from mozi.store.loading import RESERVED_IDS
from mozi.store.record_store import Store

LONGEST_ID = 60


@dataclass(frozen=True)
class Complaint:
    """Complaint about an answer, or about the whole form where no question is named."""

    phrase: str
    question: Question | None = None
    value: str = ""
    limit: int = 0

    def text(self, lang: Lang) -> str:
        """In words, after the question's label."""
        message = messages.message(
            self.phrase, lang, value=markdown.one_line(self.value), limit=self.limit
        )
        if self.question is None:
            return message
        return f"{self.question.label[lang]}{'：' if lang == 'zh' else ': '}{message}"


class Unfit(Exception):
    """An answer cannot be used: which phrase says why, and what fills it."""

    def __init__(self, phrase: str, value: str = "", limit: int = 0) -> None:
        super().__init__(phrase)
        self.phrase, self.value, self.limit = phrase, value, limit


@dataclass
class Answers:
    """A form and what was answered: key of the question → value, for those that were answered."""

    name: str
    by_question: dict[str, Any]
    complaints: list[Complaint]

    @property
    def form(self) -> Form:
        """The form that was filled in."""
        return forms.read_forms()[self.name]


def read_answers(body: str, store: Store) -> Answers | None:
    """The answers in the text of an issue; None when it was not made with a form."""
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    name = _form_of(lines)
    if name is None:
        return None
    answers = Answers(name, {}, [])
    below = _below_headings(lines, answers.form)
    for key, question in answers.form.questions.items():
        try:
            if len(below[key]) > 1:  # one was typed into an answer: there is no telling which
                raise Unfit("twice")
            words = _clean("".join(below[key]), question)
            if words:
                answers.by_question[key] = _READERS[question.kind](words, store)
            elif question.required:
                raise Unfit("needed")
        except Unfit as why:
            answers.complaints.append(Complaint(why.phrase, question, why.value, why.limit))
    return answers


# Headings ----------------------------------------------------------------------------------------


def _heading(question: Question) -> str:
    return f"### {question.heading}"


def _form_of(lines: list[str]) -> str | None:
    """The form whose first question stands first."""
    first = next((line.rstrip() for line in lines if line.strip()), "")
    for name, form in forms.read_forms().items():
        if first == _heading(next(iter(form.questions.values()))):
            return name
    return None


def _below_headings(lines: list[str], form: Form) -> dict[str, list[str]]:
    """By question, what stands below each heading with its label; other headings are mere words."""
    keys = {_heading(question): key for key, question in form.questions.items()}
    below: dict[str, list[list[str]]] = {key: [] for key in form.questions}
    answer: list[str] = []
    for line in lines:
        key = keys.get(line.rstrip())
        if key:
            answer = []
            below[key].append(answer)
        else:
            answer.append(line)
    return {key: ["\n".join(answer) for answer in answers] for key, answers in below.items()}


# Words -------------------------------------------------------------------------------------------

_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\t]")
_NOTHING = re.compile(r"[\u00ad\u200b\ufeff]")
"""Characters that come along when one copies from a page: odd spaces, and marks without width."""

_ALLOWED = "\n\u3000\u200c\u200d"
_FENCED = re.compile(r"(`{3,}|~{3,})[^\n`]*\n(.*)\n\1", re.DOTALL)


def _clean(answer: str, question: Question) -> str:
    """An answer as it was meant; empty when there is none."""
    words = _NOTHING.sub("", _SPACES.sub(" ", answer)).strip()
    fenced = _FENCED.fullmatch(words)
    if fenced:
        words = fenced[2].strip()
    none = ("_No response_", "None") if question.of else ("_No response_",)
    if words in none:
        return ""
    for letter in words:
        if not letter.isprintable() and letter not in _ALLOWED:
            raise Unfit("invisible", f"U+{ord(letter):04X}")
    return words


def _lines(words: str) -> list[str]:
    return [line.strip() for line in words.split("\n") if line.strip()]


def _line(words: str, _found: Store) -> str:
    lines = _lines(words)
    if len(lines) != 1:
        raise Unfit("one-line")
    return lines[0]


def _words(words: str, _found: Store) -> str:
    return words


_HAN = re.compile(r"[\u3400-\u9fff]")


def texts(words: str) -> dict[str, str]:
    """English and Chinese from two lines. Raises `Unfit`.

    The second line is Chinese, unless only the first has Chinese characters.
    """
    lines = _lines(words)
    if len(lines) != 2:
        raise Unfit("two-texts")
    first, second = lines
    if _HAN.search(first) and not _HAN.search(second):
        first, second = second, first
    return {"en": first, "zh": second}


def date(word: str) -> str | int:
    """A date as precise as it is written, in ISO 8601 or as people in China write it.

    Raises `Unfit`.
    """
    parts = re.fullmatch(
        r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?", word, re.ASCII
    )
    whole = "-".join(part.zfill(2) for part in parts.groups() if part) if parts else ""
    if not is_partial_date(whole):
        raise Unfit("date", word)
    return int(whole) if len(whole) == 4 else whole


def _link(words: str, store: Store) -> str:
    return _line(words, store).removeprefix("<").removesuffix(">")


def _id(words: str, store: Store) -> str:
    id = _line(words, store)
    if not SLUG.fullmatch(id) or len(id) > LONGEST_ID or id in RESERVED_IDS:
        raise Unfit("id", id, LONGEST_ID)
    return id


# Choices -----------------------------------------------------------------------------------------


def _choice(words: str, store: Store) -> str:
    chosen = _choices(words, store)
    if len(chosen) != 1:
        raise Unfit("choice", words)
    return chosen[0]


def _choices(words: str, store: Store) -> list[str]:
    """The ids of what was chosen; GitHub puts commas between several."""
    return [_chosen(part) for part in re.split(r"(?<=\]), ", _line(words, store))]


def _chosen(option: str) -> str:
    if forms.NOT_LISTED in option:
        raise Unfit("not-listed")
    id = re.fullmatch(r"(?:[^\[\]]* \[)?([A-Za-z0-9-]+)\]?", option)
    if not id:
        raise Unfit("choice", option)
    return id[1]


# Addresses ---------------------------------------------------------------------------------------


def _sources(words: str, store: Store) -> list[str]:
    """The ids of sources, from their addresses, those of their pages here, or the ids themselves."""
    return list(dict.fromkeys(_source(line, store) for line in _lines(words)))


def _source(line: str, store: Store) -> str:
    line = re.sub(r"^[-*] ", "", line).removeprefix("<").removesuffix(">")
    sources = store.records["sources"]
    kind, id = _record(line, store)
    if kind == "sources":
        return id
    for source in store.each("sources"):
        if source.url and _same(source.url) == _same(line):
            return str(source.id)
    if line in sources:
        return line
    raise Unfit("source", line)


def _same(address: str) -> str:
    """An address without what makes no difference to where it leads."""
    return re.sub(r"^https?://(www\.)?", "", address.partition("#")[0]).rstrip("/")


def _page(words: str, store: Store) -> tuple[str, str]:
    """Kind and id of the record that a page of this site, or a file of the project, shows."""
    line = _link(words, store)
    kind, id = _record(line, store)
    if not kind:
        raise Unfit("page", line)
    return kind, id


def _record(address: str, store: Store) -> tuple[str, str]:
    try:
        steps = [step for step in urlsplit(address).path.split("/") if step]
    except ValueError:
        return "", ""
    kind, id = steps[-2:] if len(steps) > 1 else ("", "")
    id = id.removesuffix(".yml")
    return (kind, id) if id in store.records.get(kind, {}) else ("", "")


_READERS: dict[Kind, Callable[[str, Store], Any]] = {
    "texts": lambda words, _: texts(words),
    "line": _line,
    "date": lambda words, store: date(_line(words, store)),
    "link": _link,
    "id": _id,
    "choice": _choice,
    "choices": _choices,
    "sources": _sources,
    "page": _page,
    "words": _words,
}
