"""A source's page: what it is, how much of it was read, and what it is cited for."""

from mozi.presentation.components.page import View
from mozi.presentation.components.section import Rows, Section, Table
from mozi.presentation.components.statement import Row, Stated
from mozi.presentation.wordings import dated
from mozi.presentation.writer import Writer
from mozi.records.models import Source
from mozi.views.page import record_view


def view(w: Writer, source: Source) -> View:
    """The page of `source`."""
    publisher = w.words(source.publisher).text
    return record_view(
        w,
        "source.html",
        source,
        kicker=w._("Source"),
        description=w._(
            "Source cited on this site: %(gloss)s (%(publisher)s)",
            gloss=w.words(source.gloss),
            publisher=publisher,
        ),
        lead=Stated(w.words(source.gloss)),
        glance=_glance(w, source),
        sections=[_limits(w, source), _cited_for(w, source)],
    )


def _glance(w: Writer, source: Source) -> list[Row]:
    rows = [
        (w._("Publisher"), Stated(w.words(source.publisher))),
        (w._("Date"), Stated(w.language.own(dated(w, source)))),
        (w._("Language"), Stated(w.language.own(w.language.language_name(source.language)))),
        (w._("Kind"), Stated(w.language.own(w.term(source.type)))),
        (w._("Address"), _address(w, source)),
    ]
    return [Row(label, (item,)) for label, item in rows]


def _address(w: Writer, source: Source) -> Stated:
    if source.url and source.linked:
        shown = source.url if len(source.url) <= 80 else source.url[:79] + "…"
        return Stated(w.language.quote(shown, "en"), source.url)
    if source.url:
        return Stated(
            w.language.own(w._("the copy read stands on a site that we do not send readers to"))
        )
    return Stated(w.language.own(w._("no page that can be linked")))


def _limits(w: Writer, source: Source) -> Section:
    rows = []
    if source.read:
        rows.append(Row(w._("What was read"), (Stated(w.words(source.read)),)))
    if source.caution:
        rows.append(Row(w._("Caution"), (Stated(w.words(source.caution)),)))
    if source.title_from == "address" and source.title:
        remark = w._("The title is made from the page's address.")
        rows.append(Row(w._("Title"), (Stated(w.language.own(remark)),)))
    return Rows("limits", w._("How far it can be relied on"), tuple(rows))


def _cited_for(w: Writer, source: Source) -> Table:
    """One line for each record that cites it, with the statements that name it."""
    return Table(
        "cited",
        w._("Cited for"),
        tuple(
            (
                Stated(w.title_of(record), w.link(record)),
                Stated(w.language.own(_statements(w, fields))),
            )
            for record, fields in w.graph.citing(source)
        ),
        (w._("Record"), w._("Statements")),
    )


def _statements(w: Writer, fields: list[str]) -> str:
    """Fields for which a record names the source."""
    whole = w._("the record as a whole")
    return w.language.enumerate(whole if f == "cite" else w.field_label(f) for f in fields)
