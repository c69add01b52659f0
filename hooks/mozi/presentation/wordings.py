"""What takes more than a name to say: hours and credits, fees, courses, occupations, figures."""

from dataclasses import replace

from mozi.presentation.components import Number, Stated
from mozi.presentation.writer import Writer
from mozi.records.models import CatalogueEntry, Course, Fee, Occupation, SourcedRecord, Workload
from mozi.records.values import Figure


def workload(w: Writer, given: Workload, owner: SourcedRecord) -> Stated:
    """Hours and credits in words."""
    parts = []
    if given.hours:
        parts.append(w.language.ngettext("%(num)s class hour", "%(num)s class hours", given.hours))
    if given.credits:
        amount = given.credits
        parts.append(
            w.language.ngettext("%(num)s credit", "%(num)s credits", int(amount))
            if amount == int(amount)
            else w._("%(number)s credits", number=w.language.number(amount))
        )
    return w.stated(w.language.enumerate(parts), given, owner)


def fee(w: Writer, given: Fee, owner: SourcedRecord) -> Stated:
    """What has to be paid, and by whom."""
    money = w.language.money(given.amount, given.currency)
    what = w.words(given.what)
    stale = what.stale
    text = w._("%(what)s: %(money)s", what=what, money=money)
    if given.paid_by:
        who = w.words(given.paid_by)
        stale = stale or who.stale
        text = w._("%(fee)s (paid by: %(who)s)", fee=text, who=who)
    return w.stated(replace(what, text=text, stale=stale), given, owner)


def occupation(w: Writer, given: Occupation, owner: SourcedRecord) -> Stated:
    """An occupation with its ISCO-08 code."""
    words = w.words(given.name)
    if given.isco:
        text = w._("%(name)s (ISCO-08 %(code)s)", name=words.text, code=given.isco)
        words = replace(words, text=text)
    return w.stated(words, given, owner)


def course(w: Writer, given: Course, owner: SourcedRecord) -> Stated:
    """A course with its hours."""
    words = w.words(given.name)
    if given.hours:
        hours = w.language.ngettext("%(num)s hour", "%(num)s hours", given.hours)
        text = w._("%(course)s (%(hours)s)", course=words.text, hours=hours)
        words = replace(words, text=text)
    return w.stated(words, given, owner)


def batch(w: Writer, number: int) -> str:
    """The signing that a project belongs to."""
    return {1: w._("First batch"), 2: w._("Second batch")}[number]


def catalogue_entry(w: Writer, given: CatalogueEntry, owner: SourcedRecord) -> Stated:
    """A place in the Chinese catalogue of vocational programmes."""
    text = w._(
        "%(code)s %(name)s (catalogue of %(year)s)",
        code=given.code,
        name=given.name,
        year=w.language.date(str(given.edition)),
    )
    return w.stated(text, given, owner)


def number(w: Writer, figure: Figure, owner: SourcedRecord) -> Number:
    """A published figure."""
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
