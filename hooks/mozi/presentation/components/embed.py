"""A project on another site: its card, and the HTML that shows it."""

from dataclasses import dataclass

from mozi.languages.language import Words
from mozi.presentation.components.section import Section
from mozi.presentation.components.statement import Row


@dataclass(frozen=True)
class Plaque:
    """Card of a project for other sites; `href` is the absolute address of the project's page.

    `differing` says that sources disagree, if they do; `notice` says that the translation is a
    draft.
    """

    kicker: str
    title: Words
    href: str
    rows: tuple[Row, ...]
    differing: str
    checked: str
    notice: str


@dataclass(frozen=True)
class EmbedFrame(Section):
    """Section with HTML to copy: an iframe of the card at `address`.

    `preview` is a link to the same card.
    """

    template = "frame"
    items: tuple[Plaque, ...]
    address: str
    preview: str
    width: int
    height: int
    intro: str


@dataclass(frozen=True)
class Quotation(Section):
    """Section with HTML to copy that quotes the text of the card."""

    template = "quotation"
    items: tuple[Plaque, ...]
    intro: str
