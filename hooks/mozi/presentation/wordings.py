"""Wordings of values: hours and credits, fees, courses, occupations, figures, dates, intakes."""

from dataclasses import replace

from mozi.presentation.components.cards import Card
from mozi.presentation.components.section import Table
from mozi.presentation.components.statement import Number, Stated
from mozi.presentation.components.timeline import Moment
from mozi.presentation.writer import Writer
from mozi.records.models import (
    CatalogueEntry,
    Course,
    Fee,
    Intake,
    Milestone,
    Occupation,
    Programme,
    Source,
    SourcedRecord,
    Workload,
)
from mozi.records.values import Figure


def workload(w: Writer, value: Workload, owner: SourcedRecord) -> Stated:
    """Hours and credits in words."""
    parts = []
    if value.hours:
        parts.append(w.language.ngettext("%(num)s class hour", "%(num)s class hours", value.hours))
    if value.credits:
        amount = value.credits
        parts.append(
            w.language.ngettext("%(num)s credit", "%(num)s credits", int(amount))
            if amount == int(amount)
            else w._("%(number)s credits", number=w.language.number(amount))
        )
    return w.stated(w.language.enumerate(parts), value, owner)


def fee(w: Writer, value: Fee, owner: SourcedRecord) -> Stated:
    """A fee, with who pays it, in words."""
    money = w.language.money(value.amount, value.currency)
    what = w.words(value.what)
    stale = what.stale
    text = w._("%(what)s: %(money)s", what=what, money=money)
    if value.paid_by:
        who = w.words(value.paid_by)
        stale = stale or who.stale
        text = w._("%(fee)s (paid by: %(who)s)", fee=text, who=who)
    return w.stated(replace(what, text=text, stale=stale), value, owner)


def occupation(w: Writer, value: Occupation, owner: SourcedRecord) -> Stated:
    """An occupation with its ISCO-08 code, if it has one."""
    words = w.words(value.name)
    if value.isco:
        text = w._("%(name)s (ISCO-08 %(code)s)", name=words.text, code=value.isco)
        words = replace(words, text=text)
    return w.stated(words, value, owner)


def course(w: Writer, value: Course, owner: SourcedRecord) -> Stated:
    """A course with its hours, if they are given."""
    words = w.words(value.name)
    if value.hours:
        hours = w.language.ngettext("%(num)s hour", "%(num)s hours", value.hours)
        text = w._("%(course)s (%(hours)s)", course=words.text, hours=hours)
        words = replace(words, text=text)
    return w.stated(words, value, owner)


def batch(w: Writer, number: int) -> str:
    """The batch of signings that a project belongs to. In: 1 or 2."""
    return {1: w._("First batch"), 2: w._("Second batch")}[number]


def catalogue_entry(w: Writer, value: CatalogueEntry, owner: SourcedRecord) -> Stated:
    """An entry of the Chinese catalogue of vocational programmes: code, name and year."""
    text = w._(
        "%(code)s %(name)s (catalogue of %(year)s)",
        code=value.code,
        name=value.name,
        year=w.language.date(str(value.edition)),
    )
    return w.stated(text, value, owner)


def number(w: Writer, figure: Figure, owner: SourcedRecord) -> Number:
    """A published figure with “about” or “more than”, as its source gives it."""
    shown = (
        w.language.percent(figure.value)
        if figure.unit == "percent"
        else w.language.number(figure.value)
    )
    bounds = {
        "exactly": shown,
        "about": w._("about %(number)s", number=shown),
        "more-than": w._("more than %(number)s", number=shown),
        "at-least": w._("at least %(number)s", number=shown),
    }
    return Number(bounds[figure.bound], w.stated(w.words(figure.label), figure, owner))


def dated(w: Writer, source: Source) -> str:
    """The date of a source, and where the date was found."""
    date = w.language.date(source.date) if source.date else w._("no date shown")
    basis = {
        "page": w._("printed on the page"),
        "address": w._("from the page's address"),
        "derived": w._("derived"),
        "copy": w._("printed on the copy read"),
        "not-shown": "",
    }[source.date_from]
    return w._("%(date)s (%(basis)s)", date=date, basis=basis) if source.date and basis else date


def moment(
    w: Writer, milestone: Milestone, owner: SourcedRecord, subject: Card | None = None
) -> Moment:
    """A milestone in words; `subject` is the record's card, for lists of several records."""
    what = w.words(milestone.what) if milestone.what else w.language.own("")
    return Moment(
        milestone.date,
        w.language.date(milestone.date, milestone.until),
        w.term(milestone.kind),
        w.stated(what, milestone, owner),
        w.words(milestone.place) if milestone.place else None,
        subject,
    )


def intakes(w: Writer, programme: Programme) -> Table:
    """Table of a programme's intakes; a value that an intake lacks is “not published”."""
    rows = tuple(intake_row(w, intake, programme) for intake in programme.intakes)
    return Table("intakes", w._("Intakes"), rows, intake_head(w))


def intake_head(w: Writer) -> tuple[str, ...]:
    """Headings of the table of intakes."""
    return (w._("Start"), w._("Apply until"), w._("Language"), w._("Place"), w._("Fees"))


def intake_row(w: Writer, intake: Intake, programme: Programme) -> tuple[Stated, ...]:
    """Row of one intake of `programme`, in the order of `intake_head`."""
    unknown = Stated(w.language.own(w._("not published")))
    fees = [fee(w, each, programme).text.text for each in intake.fees]
    return (
        w.stated(w.language.date(intake.start, intake.end), intake, programme),
        Stated(w.language.own(w.language.date(intake.apply_until)))
        if intake.apply_until
        else unknown,
        Stated(w.language.own(w.language.language_name(intake.language)))
        if intake.language
        else unknown,
        Stated(w.words(intake.location)) if intake.location else unknown,
        Stated(w.language.own(w.language.enumerate(fees))) if fees else unknown,
    )
