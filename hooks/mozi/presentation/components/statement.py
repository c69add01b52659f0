"""Statements with their evidence, and the labels, badges and figures around them."""

from dataclasses import dataclass

from mozi.languages.language import Words


@dataclass(frozen=True)
class Badge:
    """A short label; `tone` is the id that styles it, such as a status.

    `detail` says how sure the label is and when it was true; `inferred` gives it a shape of its own.
    """

    text: Words
    tone: str
    detail: str = ""
    inferred: bool = False


@dataclass(frozen=True)
class Stated:
    """A statement in words, with its evidence.

    `refs` are numbers in the page's list of references; `href` leads to the page of the record that
    the statement names, or to another site. `past` is the remark that it was over when the record
    was last checked, or empty. Where it was not, `last_day` is the ISO 8601 date after which it is, as
    precise as is known, or empty: a script compares it with today.
    """

    text: Words
    href: str = ""
    refs: tuple[int, ...] = ()
    inferred: bool = False
    note: Words | None = None
    as_of: str = ""
    past: str = ""
    last_day: str = ""


@dataclass(frozen=True)
class Meaning:
    """Meaning of a label, which a reader can open; `href` leads to the term in the glossary."""

    text: Words
    href: str


@dataclass(frozen=True)
class Row:
    """A field with its statements, and its meaning if the glossary explains it."""

    label: str
    items: tuple[Stated, ...] = ()
    meaning: Meaning | None = None


@dataclass(frozen=True)
class Labelled:
    """A statement with an optional heading."""

    stated: Stated
    label: Words | None = None


@dataclass(frozen=True)
class Number:
    """A published figure; `number` is localised, with the source's “about” or “more than”."""

    number: str
    stated: Stated
