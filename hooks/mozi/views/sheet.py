"""The sheet of a project or programme for noticeboards: one page of A4 with a code to scan."""

from dataclasses import dataclass, replace
from typing import ClassVar

from mozi.languages.language import Words
from mozi.languages.text_width import text_width
from mozi.pictures import qr
from mozi.presentation.components.statement import Row, Stated
from mozi.presentation.writer import Writer
from mozi.records.completeness import unpublished_fields
from mozi.records.models import Programme, Project
from mozi.views import programme, project
from mozi.views.page import address_on_paper, notice

MUCH, VERY_MUCH = 800, 1000
"""Texts wider than this, in Latin letters, stand closer together, and closer still."""


@dataclass(frozen=True)
class Sheet:
    """Sheet of a record. It lies beside the record's page; `styles` is a link to its style sheet.

    `address` is the page's own, absolute, and `qr` its code; both are empty where the site knows no
    address. `notice` is there while the translation is a draft or incomplete. `density` is
    `dense` or `dense crowded`, for smaller letters, where much text needs room, else empty.
    """

    template: ClassVar[str] = "sheet.html"
    title: Words
    kicker: str
    rows: tuple[Row, ...]
    unpublished: tuple[str, ...]
    sources: str
    checked: str
    notice: str
    address: str
    qr: str
    styles: str
    density: str


def view(w: Writer, record: Project | Programme) -> Sheet:
    """The sheet of `record`; `w` writes at the address of its page, beside which the sheet is."""
    rows = _each_note_once([*_rows(w, record), *_differing(w, record)])
    address = address_on_paper(w, record)
    title = w.title_of(record)
    warned = notice(w)
    return Sheet(
        title,
        _kicker(w, record),
        tuple(_with_day_of_check(w, row, record) for row in rows),
        _unpublished(w, record, rows),
        w.language.ngettext(
            "This sheet rests on %(num)s source, which the page names.",
            "This sheet rests on %(num)s sources, which the page names.",
            len(w.cited),
        ),
        w.language.date(record.checked),
        warned.text if warned else "",
        address,
        qr.svg(address) if address else "",
        w.asset("sheet.css"),
        _density(sum(_width(item) for row in rows for item in row.items)),
    )


def _density(width: int) -> str:
    if width > VERY_MUCH:
        return "dense crowded"
    return "dense" if width > MUCH else ""


def _each_note_once(rows: list[Row]) -> list[Row]:
    """Rows in which a note stands behind the first statement that it is about, not behind all."""
    notes = [item.note for row in rows for item in row.items]
    first = iter([note not in notes[:position] for position, note in enumerate(notes)])
    return [
        replace(
            row,
            items=tuple(item if next(first) else replace(item, note=None) for item in row.items),
        )
        for row in rows
    ]


def _with_day_of_check(w: Writer, row: Row, record: Project | Programme) -> Row:
    """A row in which what was past when last checked says when that was."""
    checked = w.language.date(record.checked)
    items = tuple(
        replace(item, past=w._("%(what)s (%(detail)s)", what=item.past, detail=checked))
        if item.past
        else item
        for item in row.items
    )
    return replace(row, items=items)


def _width(item: Stated) -> int:
    return text_width(item.text.text) + (text_width(item.note.text) if item.note else 0)


def _kicker(w: Writer, record: Project | Programme) -> str:
    kinds = {
        Project: w._("%(brand)s · project", brand=w.brand),
        Programme: w._("%(brand)s · programme", brand=w.brand),
    }
    return f"{kinds[type(record)]} · {w.site_title}"


def _rows(w: Writer, record: Project | Programme) -> list[Row]:
    if isinstance(record, Project):
        return project.glance(w, record)
    carrier = w.graph.get(record.project)
    return [*programme.glance(w, record), *project.institutions(w, carrier)]


def _differing(w: Writer, record: Project | Programme) -> list[Row]:
    points = tuple(Stated(w.words(item.point)) for item in record.disagreements)
    return [Row(w._("Where sources differ"), points)] if points else []


def _unpublished(w: Writer, record: Project | Programme, rows: list[Row]) -> tuple[str, ...]:
    """Fields that nobody has published, but for those that the rows name already."""
    labels = {row.label for row in rows}
    return tuple(
        name for each in unpublished_fields(record) if (name := w.field_label(each)) not in labels
    )
