"""A project on another site: its card, and the HTML that shows it."""

from dataclasses import dataclass

from mozi.languages.language import Words
from mozi.presentation.components.section import Section
from mozi.presentation.components.statement import Row


@dataclass(frozen=True)
class Plaque:
    """A project in a few lines, for other sites; `href` is the absolute address of its page.

    `differing` says that sources disagree, if they do; `notice` that the translation is a draft.
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
    """HTML to copy that shows the card at `address`; `preview` is a link to the same card."""

    template = "frame"
    items: tuple[Plaque, ...]
    address: str
    preview: str
    width: int
    height: int
    intro: str


@dataclass(frozen=True)
class Quotation(Section):
    """HTML to copy that says what the card says."""

    template = "quotation"
    items: tuple[Plaque, ...]
    intro: str
