"""Statements with their evidence, and the labels, badges and figures around them."""

from dataclasses import dataclass

from mozi.languages.language import Words


@dataclass(frozen=True)
class Badge:
    """A short label; `tone` is the id that styles it, such as a status."""

    text: Words
    tone: str


@dataclass(frozen=True)
class Stated:
    """Something stated, with how it is known.

    `refs` are numbers in the page's list of references; `href` leads to the page of what is named.
    """

    text: Words
    href: str = ""
    refs: tuple[int, ...] = ()
    inferred: bool = False
    note: Words | None = None
    as_of: str = ""


@dataclass(frozen=True)
class Meaning:
    """What a label means, one tap away, and where the glossary says so."""

    text: Words
    href: str


@dataclass(frozen=True)
class Row:
    """A particular and what is stated about it; its meaning where it is a term of trade."""

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
