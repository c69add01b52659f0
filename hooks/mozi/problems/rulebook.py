"""Rulebook: the code of every rule with its words for editors, read from `rulebook.yml`.

It is only needed to put a problem into words: a check of records without mistakes never reads it.
"""

from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import model_validator

from mozi.records.values import Model
from mozi.yaml_text.parse import parse_yaml

Lang = Literal["en", "zh"]
"""Language of messages to editors."""

Severity = Literal["error", "warning"]
"""Severity of a rule: an error stops a build, a warning is only reported."""

FILE = Path(__file__).with_suffix(".yml")


class EditorWords(Model):
    """Text for editors; `{name}` is a placeholder for a value."""

    en: str
    zh: str

    def __getitem__(self, lang: Lang) -> str:
        return self.en if lang == "en" else self.zh


class Wording(Model):
    """Wording of a problem, and of what to write instead."""

    message: EditorWords
    fix: EditorWords


class Example(Model):
    """Example of a mistake: `wrong` instead of `right` in a file.

    `about` describes the mistake where no line can show it.
    """

    file: str | None = None
    right: str = ""
    wrong: str = ""
    about: EditorWords | None = None


class Rule(Model):
    """Rule with a code. `variants` are its wordings by name, the usual one named "".

    `fixed` describes what `mozi fix` mends of it, where it mends something.
    """

    severity: Severity
    fixed: EditorWords | None = None
    title: EditorWords
    why: EditorWords
    variants: dict[str, Wording]
    example: Example

    @model_validator(mode="before")
    @classmethod
    def _inherit(cls, rule: Any) -> Any:
        """Make the rule's own wording the variant ""; the others take from it what they lack."""
        own = {part: rule[part] for part in ("message", "fix") if part in rule}
        variants = {name: {**own, **variant} for name, variant in rule.get("variants", {}).items()}
        if len(own) == 2:
            variants = {"": own, **variants}
        return {part: rule[part] for part in rule if part not in own} | {"variants": variants}


class Rulebook(Model):
    """All rules by code, in order, and the texts of advice that depends on the records."""

    advice: dict[str, EditorWords]
    rules: dict[str, Rule]


@cache
def read_rulebook() -> Rulebook:
    """Return the rulebook. Raises `pydantic.ValidationError` when its file is not valid."""
    return Rulebook.model_validate(parse_yaml(FILE.read_text(encoding="utf-8")))
