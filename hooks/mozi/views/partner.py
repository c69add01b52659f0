"""A partner's page: what it is called, where it is, and what it does in which project."""

from dataclasses import replace

from mozi.presentation.answers import answer_rows
from mozi.presentation.components.page import View
from mozi.presentation.components.section import Rows, Table
from mozi.presentation.components.statement import Row, Stated
from mozi.presentation.wordings import other_name
from mozi.presentation.writer import Writer
from mozi.records.models import Initiative, Partner, Project
from mozi.views.cards import cards
from mozi.views.page import record_view
from mozi.views.sections import facts

_GLANCE = (
    "country",
    "city",
    "address",
    "part_of",
    "founded",
    "closed",
    "successor",
    "website",
    "admission_page",
)
"""Fields at the top of the page, in the order of its rows."""


def view(w: Writer, partner: Partner) -> View:
    """The page of `partner`."""
    p = partner
    kind = w.term(p.type)
    where = w.language.territory(p.country.value) if p.country else w._("country not published")
    return record_view(
        w,
        "partner.html",
        p,
        kicker=kind,
        description=w._(
            "%(name)s (%(kind)s, %(country)s): its part in workshops abroad, with sources.",
            name=w.title_of(p),
            kind=kind,
            country=where,
        ),
        glance=list(answer_rows(w, p, *_GLANCE)),
        sections=[
            _parts_played(w, p),
            Rows(
                "next-steps",
                w._("Offices and scholarships"),
                answer_rows(w, p, "contacts", "scholarships"),
            ),
            Rows("names", w._("Names"), _names(w, p)),
            facts(w, p, "known", w._("What is known")),
            cards(
                w,
                "members",
                w._("Parts of this institution"),
                [other for other in w.graph.touching(p, Partner) if _belongs(other, p)],
            ),
        ],
    )


def _belongs(other: Partner, partner: Partner) -> bool:
    return other.part_of is not None and other.part_of.value == partner.id


def _parts_played(w: Writer, partner: Partner) -> Table:
    """One line for each role in a project or initiative."""
    records: list[Project | Initiative] = [
        *w.graph.touching(partner, Project),
        *w.graph.touching(partner, Initiative),
    ]
    return Table(
        "roles",
        w._("Part in projects and initiatives"),
        tuple(
            (
                Stated(w.title_of(record), w.link(record)),
                w.stated(w.term(entry.role), entry, record),
            )
            for record in records
            for entry in record.roles
            if entry.partner == partner.id
        ),
        (w._("Project or initiative"), w._("Role")),
    )


def _names(w: Writer, partner: Partner) -> tuple[Row, ...]:
    name, own = partner.name, w.language
    stated = [
        w.stated(own.quote(text, code), name, partner) for code, text in name.languages.items()
    ]
    once = [stated[0], *(replace(item, note=None) for item in stated[1:])]  # one note for all forms
    official = [
        Row(own.language_name(code), (item,))
        for code, item in zip(name.languages, once, strict=True)
    ]
    others = [other_name(w, other, partner) for other in partner.other_names]
    if partner.abbreviation:
        others.append(w.stated(own.quote(partner.abbreviation, "en"), None, partner))
    return (*official, Row(w._("Also"), tuple(others))) if others else tuple(official)
