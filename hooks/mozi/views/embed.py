"""A project's card for other sites, and the page that shows how to put it there."""

from dataclasses import dataclass, replace
from typing import ClassVar

from mozi.addresses.urls import address_of, card_of, prefix
from mozi.languages.language import Words
from mozi.presentation.components.embed import EmbedFrame, Plaque, Quotation
from mozi.presentation.components.page import View
from mozi.presentation.components.statement import Row
from mozi.presentation.writer import Writer
from mozi.records.models import Project
from mozi.views import project as project_page

CARD_WIDTH, CARD_HEIGHT = 340, 480
"""Pixels of the frame for a card, in which the longest names have room."""


@dataclass(frozen=True)
class CardFile:
    """A card as a page of its own, to be shown in a frame; `styles` is a link to its style sheet."""

    template: ClassVar[str] = "card.html"
    plaque: Plaque
    styles: str


def card(w: Writer, project: Project) -> CardFile:
    """The card of `project` for a frame; `w` writes at the address of its page."""
    return CardFile(plaque(w, project), w.asset("card.css"))


def plaque(w: Writer, project: Project) -> Plaque:
    """Facts on the card of `project`: with date and mark, but without reasons and references."""
    rows = [w.labelled("status", w.status(project)), *project_page.institutions(w, project)]
    differing = len(project.disagreements)
    return Plaque(
        w.site_title,
        w.title_of(project),
        _absolute(w, address_of(project)),
        tuple(_bare(row) for row in rows),
        w.language.ngettext(
            "Sources differ on %(num)s point.", "Sources differ on %(num)s points.", differing
        )
        if differing
        else "",
        w.language.date(project.checked),
        w._("Draft translation, not reviewed yet.") if w.language.draft else "",
    )


def title(w: Writer, project: Project) -> str:
    """The name of the page that shows the snippets."""
    return w._("Show on your site: %(project)s", project=w.title_of(project).text)


def view(w: Writer, project: Project) -> View:
    """The page with the snippets of `project`, each as code and as it will look."""
    shown = plaque(w, project)
    name: Words = w.language.own(title(w, project))
    return View(
        "embed.html",
        name,
        w._(
            "Two pieces of HTML with which a school or partner shows this project on its own site: "
            "%(project)s.",
            project=shown.title.text,
        ),
        kicker=w._("For schools and partners"),
        sections=(
            EmbedFrame(
                "frame",
                w._("A card that stays up to date"),
                (shown,),
                _absolute(w, card_of(project)),
                w.href(card_of(project)),
                CARD_WIDTH,
                CARD_HEIGHT,
                w._(
                    "Copy this into your page. The card comes from this site each time it is shown, "
                    "without scripts or cookies, and changes when the project's page does. For a "
                    "card in another language, open this page in that language."
                ),
            ),
            Quotation(
                "text",
                w._("The same as plain text"),
                (shown,),
                w._(
                    "Copy this where no frames are allowed. It looks like the rest of your page, "
                    "and does not change when the project does: look at its date now and then."
                ),
            ),
        ),
    )


def _absolute(w: Writer, address: str) -> str:
    return w.settings.site_url + prefix(w.language.code) + address


def _bare(row: Row) -> Row:
    """The row without links, references and reasons, which are on the project's page."""
    items = tuple(replace(item, href="", refs=(), note=None) for item in row.items)
    return replace(row, items=items, meaning=None)
