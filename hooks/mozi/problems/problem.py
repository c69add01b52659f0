"""Findings and problems in the data, told so that an editor can mend them.

A problem holds a code and values; the words, in English and Chinese, are the rulebook's.
"""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Self, Union

from mozi.problems.rulebook import EditorWords, Lang, Severity, Wording, read_rulebook
from mozi.yaml_text.parse import KeyPath, Position
from mozi.yaml_text.visible import visible

Value = Union[str, int, tuple[str, ...], "Advice"]
"""Value for a placeholder; several words are listed as the language does it."""

Values = tuple[tuple[str, Value], ...]

_LONGEST = 160
"""Characters of a value that a message repeats."""

MOST = 200
"""Problems of one kind that are listed at once: nobody reads more, and each costs time."""


@dataclass(frozen=True, order=True)
class Advice:
    """Advice on what to write instead, where it depends on the records: a named text of the rulebook."""

    name: str
    values: Values = ()

    def text(self, lang: Lang = "en") -> str:
        """The advice in words."""
        return _filled(read_rulebook().advice[self.name], self.values, lang)


class Finding(NamedTuple):
    """Something wrong in a file, by the keys that lead to it; the report finds its line.

    `path` leads to a key, or to its value where `at_value` says so; a fault that is known by its
    line alone has a `position` instead. `code` and `variant` name the rule and its wording in the
    rulebook, `values` fill it. `file` is empty for rules that look at one file.
    """

    file: str
    path: KeyPath
    code: str
    variant: str = ""
    values: Values = ()
    at_value: bool = False
    position: Position | None = None

    @classmethod
    def at_key(
        cls, file: str, path: KeyPath, code: str, variant: str = "", /, **values: Value
    ) -> Self:
        """A finding at a key."""
        return cls(file, path, code, variant, tuple(values.items()))

    @classmethod
    def at_line(
        cls, file: str, position: Position, code: str, variant: str = "", /, **values: Value
    ) -> Self:
        """A finding at a line and column, both counted from 1."""
        return cls(file, (), code, variant, tuple(values.items()), position=position)

    @property
    def severity(self) -> Severity:
        """Whether it stops a build."""
        return read_rulebook().rules[self.code].severity


class Problem(NamedTuple):
    """Something wrong at a line of a file, in words.

    `file` is relative to the project folder; `line` and `column` count from 1; `code` and `variant`
    name the rule and its wording in the rulebook, `values` fill it.
    """

    file: str
    line: int
    column: int
    code: str
    variant: str = ""
    values: Values = ()

    @classmethod
    def at(
        cls,
        file: str,
        position: tuple[int, int],
        code: str,
        variant: str = "",
        /,
        **values: Value,
    ) -> Self:
        """A problem at a line and column."""
        return cls(file, *position, code, variant, tuple(values.items()))

    @property
    def severity(self) -> Severity:
        """Whether it stops a build."""
        return read_rulebook().rules[self.code].severity

    def message(self, lang: Lang = "en") -> str:
        """Message that says what is wrong."""
        return _filled(self._wording.message, self.values, lang)

    def fix(self, lang: Lang = "en") -> str:
        """Message that says what to write instead."""
        return _filled(self._wording.fix, self.values, lang)

    @property
    def place(self) -> str:
        """File, line and column, as terminals and editors make a link of them."""
        return f"{visible(self.file)}:{self.line}:{self.column}"

    def text(self, lang: Lang = "en") -> str:
        """All of it in one line."""
        return f"{self.place}: {self.code} {self.message(lang)} — {self.fix(lang)}"

    def __str__(self) -> str:
        return self.text()

    @property
    def _wording(self) -> Wording:
        return read_rulebook().rules[self.code].variants[self.variant]


def first_findings(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The first findings of one kind; where the next one stands, that there are more."""
    for number, finding in enumerate(findings):
        if number == MOST:
            code = "MZ007" if finding.severity == "error" else "MZ008"
            yield finding._replace(code=code, variant="", values=(("count", MOST),))
            return
        yield finding


def closest(wrong: str, known: Iterable[str]) -> str | None:
    """The known word nearest to `wrong`, or None when none is near."""
    near = difflib.get_close_matches(wrong, list(known), n=1, cutoff=0.6)
    return near[0] if near else None


def did_you_mean(wrong: str, known: Iterable[str]) -> Advice:
    """Advice for a word that is not among the known ones: the nearest, or a few of them."""
    words = sorted(known)
    near = closest(wrong, words)
    if near:
        return Advice("did-you-mean", (("word", near),))
    if not words:
        return Advice("none-yet")
    shown = (*words[:8], "…") if len(words) > 8 else tuple(words)
    return Advice("one-of", (("words", shown),))


def _filled(words: EditorWords, values: Values, lang: Lang) -> str:
    given = dict(values)
    return re.sub(r"\{([a-z_]+)\}", lambda name: show_value(given[name[1]], lang), words[lang])


def show_value(value: Value, lang: Lang = "en") -> str:
    """A value as messages print it: on one line, not too long, everything visible."""
    if isinstance(value, Advice):
        return value.text(lang)
    if isinstance(value, tuple):
        return ("、" if lang == "zh" else ", ").join(show_value(word, lang) for word in value)
    text = visible(" ".join(str(value).split()))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
