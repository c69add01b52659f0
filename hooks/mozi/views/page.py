"""Whole pages: that of a record, and what a reader must know of a page's translation."""

from collections.abc import Iterable
from typing import Any

from mozi.addresses.urls import translation_of
from mozi.pictures import qr
from mozi.presentation.components.page import Notice, View
from mozi.presentation.components.section import Section
from mozi.presentation.components.statement import Badge, Row, Stated
from mozi.presentation.writer import Writer
from mozi.records.models import Programme, Project, Record, SourcedRecord
from mozi.views.sections import cautions, disputes, filled, references, unpublished


def record_view(
    w: Writer,
    template: str,
    record: Any,
    *,
    kicker: str,
    description: str,
    sections: Iterable[Section],
    glance: Iterable[Row | None] = (),
    lead: Stated | None = None,
    badges: Iterable[Badge] = (),
) -> View:
    """A record's page: its own sections, then what is unpublished, disputed and cited."""
    body = [*sections]
    if isinstance(record, SourcedRecord):
        body += [
            disputes(w, record),
            cautions(w, record),
            unpublished(w, record),
            references(w),
        ]
    address = address_on_paper(w, record)
    return View(
        template,
        w.title_of(record),
        description,
        kicker,
        lead,
        tuple(badges),
        tuple(row for row in glance if row),
        (),
        filled(body),
        w.language.date(record.checked),
        w.settings.edit_url(record.file),
        record=f"{record.kind}/{record.id}",
        correct_url=w.settings.form_url("correction", page=w.settings.site_url + w.address),
        address=address,
        qr=qr.svg(address) if address else "",
    )


def address_on_paper(w: Writer, record: Record) -> str:
    """The address of a record's page, where people print it and hand it on; else empty."""
    if not w.settings.site_url or not isinstance(record, (Project, Programme)):
        return ""
    return w.settings.site_url + w.address


def notice(w: Writer) -> Notice | None:
    """Notice on the translation of a page. Call it when the page is written."""
    foreign, stale = w.foreign, w.stale
    texts = []
    if w.language.draft:
        texts.append(w._("Draft translation, not reviewed yet."))
    if foreign:
        texts.append(
            w.language.ngettext(
                "%(num)s text on this page is in another language.",
                "%(num)s texts on this page are in another language.",
                foreign,
            )
        )
    if stale:
        texts.append(
            w.language.ngettext(
                "%(num)s text on this page may be out of date.",
                "%(num)s texts on this page may be out of date.",
                stale,
            )
        )
    if not texts:
        return None
    where = w.href(translation_of(w.language.code))
    return Notice(" ".join(texts), w._("Help to translate"), where)
