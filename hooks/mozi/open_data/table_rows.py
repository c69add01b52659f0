"""All records of a kind as a table: its columns, headings and rows.

Columns follow from the models: every field has one, unless `LEFT_OUT` says why not, and so has every
required or optional field.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from mozi.addresses.urls import address_of, json_of, prefix
from mozi.graph.git_history import History
from mozi.graph.record_changes import last_changed
from mozi.languages.catalogue import N_
from mozi.open_data.table_cells import Cell, table_cell
from mozi.presentation.writer import Writer
from mozi.records.completeness import expected_fields
from mozi.records.file_format import key_order
from mozi.records.models import Country, Record

LABELS = {
    "abbreviation": N_("Abbreviation"),
    "type": N_("Kind"),
    "project": N_("Project"),
    "projects": N_("Projects"),
    "programmes": N_("Programmes"),
    "countries": N_("Countries"),
    "initiatives": N_("Initiatives"),
    "title": N_("Title"),
    # Translators: a column: what a source is about, in one's own words.
    "gloss": N_("What it is"),
    "publisher": N_("Publisher"),
    "language": N_("Language"),
    "date": N_("Date"),
    "url": N_("Address"),
    "read": N_("What was read"),
    "caution": N_("Caution"),
    # Translators: a column: the day on which the status in the column before it was true.
    "as_of": N_("Status as of"),
}
"""Headings of columns that are no required or optional fields."""

TITLES = {
    "countries": N_("Countries"),
    "partners": N_("Partners"),
    "projects": N_("Projects"),
    "programmes": N_("Programmes"),
    "curricula": N_("Reference curricula"),
    "initiatives": N_("Initiatives"),
    # Translators: what the programme is and what its sister brands are, as statements with sources.
    "topics": N_("Topics"),
    "sources": N_("Sources"),
}
"""Titles of tables by kind of record."""

LEFT_OUT = {
    "cite": "the column “Sources” names them",
    "checked": "the column “Last checked” has it",
    "unpublished": "the cell of each field that it names says so",
    "title_from": "only titles of pages are told from others, in linked data",
    "title_language": "the cell of the title names its language",
    "date_from": "the cell of the date says it in words",
    "linked": "the address of a source that is not linked is left out",
    "point": "it is for the world map only",
    "about": "it only puts a topic on one of the site's pages",
}
"""Field that has no column of its own → the reason."""

_BEFORE = {
    "roles": ("lead", "host", "enterprise"),
    "milestones": ("signing", "opening"),
    "fees": ("deadline",),
}
"""Field → required fields that are a part of it: their columns stand before its own."""


Row = tuple[str, ...]
"""The texts of a row, one for each column, the record's id first."""


@dataclass(frozen=True)
class Table:
    """A table with a heading for each column and a row for each record.

    `title` names the records, `legend` is the title of the sheet that explains the table; `rtl`
    is true if the table is read from right to left.
    """

    title: str
    legend: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    rtl: bool


@cache
def columns(record_type: type[Record]) -> tuple[str, ...]:
    """Names of a kind's columns, in the order of the fields in its records."""
    expected = expected_fields(record_type.kind)
    names = ["name"] if record_type is Country else []  # whose names are CLDR's
    for name in key_order(record_type):
        if name not in LEFT_OUT:
            names += [part for part in _BEFORE.get(name, ()) if part in expected]
            names.append(name)
        if name == "status":
            names.append("as_of")
    return tuple(names)


def table(w: Writer, record_type: type[Record], rows: Iterable[Row]) -> Table:
    """The table of a kind in the language of `w`; `rows` are those of `table_row`."""
    names = columns(record_type)
    last = (
        w._("Notes"),
        w._("Sources"),
        w._("Last checked"),
        w._("Last changed"),
        w._("Translation"),
        w._("Page"),
        w._("As JSON"),
    )
    return Table(
        title(w, record_type),
        # Translators: the sheet of a workbook that says whence the table is, and how to read it.
        w._("About this table"),
        (w._("Id"), *(label(w, name) for name in names), *last),
        tuple(rows),
        w.language.dir == "rtl",
    )


def title(w: Writer, record_type: type[Record]) -> str:
    """The title of a kind's table."""
    return w._(TITLES[record_type.kind])


def label(w: Writer, name: str) -> str:
    """The heading of a column."""
    if name in LABELS:
        return w._(LABELS[name])
    return w.field_label(name)


def table_row(w: Writer, record: Any, history: History) -> Row:
    """The row of a record in the language of `w`; `history` gives the date of its last change."""
    cells = {name: _cell(w, record, name) for name in columns(record.__class__)}
    notes = [f"{label(w, name)}: {note}" for name, each in cells.items() for note in each.notes]
    return (
        record.id,
        *(each.text for each in cells.values()),
        "\n".join(notes),
        "\n".join(_sources(w, record)),
        record.checked,
        last_changed(record, history).date().isoformat(),
        w._("Draft translation, not reviewed yet.") if w.language.draft else "",
        w.settings.site_url + prefix(w.language.code) + address_of(record),
        w.settings.site_url + json_of(record),
    )


def _cell(w: Writer, record: Record, name: str) -> Cell:
    if name == "as_of":
        return Cell(record.status.as_of)  # type: ignore[attr-defined]
    return table_cell(w, record, name)


def _sources(w: Writer, record: Record) -> list[str]:
    """Sources of a record, one a line: title, publisher, date, address, and the citing fields."""
    lines = []
    for source, fields in w.graph.cited_by(record):
        date = w.language.date(source.date) if source.date else w._("no date shown")
        own = w.settings.site_url + prefix(w.language.code) + address_of(source)
        address = source.url if source.url and source.linked else own
        whole = w._("the record as a whole")
        uses = w.language.enumerate(whole if f == "cite" else w.field_label(f) for f in fields)
        origin = f"{w.title_of(source)} · {w.words(source.publisher)} · {date} · {address}"
        lines.append(f"{origin} ({uses})")
    return lines


def about(w: Writer, record_type: type[Record], date: str, licence: str) -> dict[str, str]:
    """Texts that explain a workbook, by label: its origin, its date, and how to read it."""
    return {
        w._("Site"): f"{w.site_title} {w.settings.site_url}".strip(),
        w._("Table"): title(w, record_type),
        w._("Date of the data"): w.language.date(date) if date else "",
        w._("Licence"): licence,
        w._("Translation"): w._("Draft translation, not reviewed yet.") if w.language.draft else "",
        w._("not published"): w._("Nothing was found in the sources read, as of “Last checked”."),
        w._("(%(remark)s)", remark=w._("past when last checked")): w._(
            "It was over on the day of “Last checked”."
        ),
        w._("(inferred)"): w._("No source says it outright; “Notes” gives the reason."),
    }
