"""Findings and problems in the data, described so that an editor can mend them.

A problem holds a code and values; the rulebook has the words, in English and Chinese.
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
"""Value for a placeholder; several words are joined by commas as the language writes them."""

Values = tuple[tuple[str, Value], ...]

_LONGEST = 160
"""Largest number of characters of a value that a message repeats."""

MOST = 200
"""Largest number of problems of one kind in a list: nobody reads more, and each costs time."""


@dataclass(frozen=True, order=True)
class Advice:
    """Advice on what to write instead, where that depends on the records.

    `name` is that of a text in the rulebook, and `values` fill its placeholders.
    """

    name: str
    values: Values = ()

    def text(self, lang: Lang = "en") -> str:
        """Return the advice in words."""
        return _filled(read_rulebook().advice[self.name], self.values, lang)


class Finding(NamedTuple):
    """Mistake in a file, located by the keys that lead to it; the report finds its line.

    `path` leads to a key, or to the value of that key where `at_value` is true; a mistake of which
    only the line is known has a `position` instead. `code` and `variant` name the rule and its
    wording in the rulebook, and `values` fill its placeholders. `file` is empty for rules that look
    at one file.
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
        """Return a finding at a key."""
        return cls(file, path, code, variant, tuple(values.items()))

    @classmethod
    def at_line(
        cls, file: str, position: Position, code: str, variant: str = "", /, **values: Value
    ) -> Self:
        """Return a finding at a line and column, both counted from 1."""
        return cls(file, (), code, variant, tuple(values.items()), position=position)

    @property
    def severity(self) -> Severity:
        """Severity of the rule: an error stops a build, a warning does not."""
        return read_rulebook().rules[self.code].severity


class Problem(NamedTuple):
    """Mistake at a line of a file, with its message and advice in words.

    `file` is relative to the project folder; `line` and `column` count from 1; `code` and `variant`
    name the rule and its wording in the rulebook, and `values` fill its placeholders.
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
        """Return a problem at a line and column."""
        return cls(file, *position, code, variant, tuple(values.items()))

    @property
    def severity(self) -> Severity:
        """Severity of the rule: an error stops a build, a warning does not."""
        return read_rulebook().rules[self.code].severity

    def message(self, lang: Lang = "en") -> str:
        """Return the message that says what is wrong."""
        return _filled(self._wording.message, self.values, lang)

    def fix(self, lang: Lang = "en") -> str:
        """Return the message that says what to write instead."""
        return _filled(self._wording.fix, self.values, lang)

    @property
    def place(self) -> str:
        """File, line and column in the form that terminals and editor programs turn into a link."""
        return f"{visible(self.file)}:{self.line}:{self.column}"

    def text(self, lang: Lang = "en") -> str:
        """Return position, code, message and advice in one line."""
        return f"{self.place}: {self.code} {self.message(lang)} — {self.fix(lang)}"

    def __str__(self) -> str:
        return self.text()

    @property
    def _wording(self) -> Wording:
        return read_rulebook().rules[self.code].variants[self.variant]


def first_findings(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the first `MOST` findings of one kind; if there are more, a last one says so.

    That last one is at the position of the next finding.
    """
    for number, finding in enumerate(findings):
        if number == MOST:
            code = "MZ007" if finding.severity == "error" else "MZ008"
            yield finding._replace(code=code, variant="", values=(("count", MOST),))
            return
        yield finding


def closest(wrong: str, candidates: Iterable[str]) -> str | None:
    """Return the known word most similar to `wrong`; None when no word is similar."""
    near = difflib.get_close_matches(wrong, list(candidates), n=1, cutoff=0.6)
    return near[0] if near else None


def did_you_mean(wrong: str, candidates: Iterable[str]) -> Advice:
    """Return advice for an unknown word: the most similar known word, or else some of them."""
    words = sorted(candidates)
    near = closest(wrong, words)
    if near:
        return Advice("did-you-mean", (("word", near),))
    if not words:
        return Advice("none-yet")
    shown = (*words[:8], "…") if len(words) > 8 else tuple(words)
    return Advice("one-of", (("words", shown),))


def _filled(words: EditorWords, values: Values, lang: Lang) -> str:
    values_by_name = dict(values)
    return re.sub(
        r"\{([a-z_]+)\}", lambda name: show_value(values_by_name[name[1]], lang), words[lang]
    )


def show_value(value: Value, lang: Lang = "en") -> str:
    """Return a value as messages print it: on one line, shortened, every character visible."""
    if isinstance(value, Advice):
        return value.text(lang)
    if isinstance(value, tuple):
        return ("、" if lang == "zh" else ", ").join(show_value(word, lang) for word in value)
    text = visible(" ".join(str(value).split()))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
