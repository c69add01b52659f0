"""Wordings of values: hours and credits, courses, awards, occupations, figures, dates."""

from dataclasses import replace

from mozi.presentation.components.cards import Card
from mozi.presentation.components.statement import Number, Stated
from mozi.presentation.components.timeline import Moment
from mozi.presentation.writer import Writer
from mozi.records.models import (
    Accreditation,
    Age,
    Award,
    CatalogueEntry,
    Contact,
    Course,
    LanguageRequirement,
    Milestone,
    Name,
    Occupation,
    Site,
    Source,
    SourcedRecord,
    StudentsOfYear,
    Workload,
)
from mozi.records.text_links import TextLink, phone_link
from mozi.records.values import CreditSystemId, Figure


def workload(w: Writer, value: Workload, owner: SourcedRecord) -> Stated:
    """Hours and credits in words."""
    parts = []
    if value.hours:
        parts.append(w.language.ngettext("%(num)s class hour", "%(num)s class hours", value.hours))
    if value.hours_per_week:
        parts.append(w._("%(number)s hours a week", number=w.language.number(value.hours_per_week)))
    if value.credits:
        parts.append(_credits(w, value.credits, value.credit_system))
    return w.stated(w.language.enumerate(parts), value, owner)


def _credits(w: Writer, amount: float, system: CreditSystemId | None = None) -> str:
    text = (
        w.language.ngettext("%(num)s credit", "%(num)s credits", int(amount))
        if amount == int(amount)
        else w._("%(number)s credits", number=w.language.number(amount))
    )
    # Translators: credits and whose they are, such as “60 credits (ECTS)”.
    return w._("%(credits)s (%(system)s)", credits=text, system=w.term(system)) if system else text


def occupation(w: Writer, value: Occupation, owner: SourcedRecord) -> Stated:
    """An occupation with its ISCO-08 code, if it has one."""
    words = w.words(value.name)
    if value.isco:
        text = w._("%(name)s (ISCO-08 %(code)s)", name=w.language.inside(words), code=value.isco)
        words = w.language.around(words, text)
    return w.stated(words, value, owner)


def course(w: Writer, value: Course, owner: SourcedRecord) -> Stated:
    """A course with its hours, credits, semester, language and teachers, as far as given."""
    words = w.words(value.name)
    details = [
        w.language.ngettext("%(num)s hour", "%(num)s hours", value.hours) if value.hours else "",
        _credits(w, value.credits) if value.credits else "",
        w._("semester %(number)s", number=w.language.number(value.semester))
        if value.semester
        else "",
        w.language.language_name(value.language) if value.language else "",
        w._("taught by: %(who)s", who=w.language.inside(w.title_of(w.graph.get(value.taught_by))))
        if value.taught_by
        else "",
    ]
    details_given = [detail for detail in details if detail]
    if details_given:
        text = w._(
            "%(course)s (%(hours)s)",
            course=w.language.inside(words),
            hours=w.language.join_clauses(details_given),
        )
        words = w.language.around(words, text)
    return w.stated(words, value, owner)


def award(w: Writer, value: Award, owner: SourcedRecord) -> Stated:
    """A qualification with its level and who awards it."""
    words = w.words(value.qualification)
    bodies = [w.title_of(w.graph.get(value.awarded_by))] if value.awarded_by else []
    bodies += [w.words(value.body)] if value.body else []
    who = [w.language.inside(body) for body in bodies]
    details = [
        w.term(value.level) if value.level else "",
        w._("awarded by: %(who)s", who=w.language.enumerate(who)) if who else "",
    ]
    text = " · ".join(part for part in (w.language.inside(words), *details) if part)
    return w.stated(w.language.around(words, text), value, owner)


def accreditation(w: Writer, value: Accreditation, owner: SourcedRecord) -> Stated:
    """An accreditation: by whom, what, and for which time."""
    body = w.words(value.body)
    what = w.language.inside(w.words(value.what)) if value.what else ""
    parts = (w.language.inside(body), what, _time(w, value.since, value.until))
    words = w.language.around(body, " · ".join(part for part in parts if part))
    return w.until(w.stated(words, value, owner), value.until, owner)


def _time(w: Writer, since: str | None, until: str | None) -> str:
    """A span of time that may be open at either end; empty where both are."""
    if since and until:
        return w.language.date(since, until)
    if since:
        return w._("since %(date)s", date=w.language.date(since))
    return w._("until %(date)s", date=w.language.date(until)) if until else ""


def other_name(w: Writer, value: Name, owner: SourcedRecord) -> Stated:
    """A further name in its own language, and when it was in use."""
    words = w.language.quote(value.text, value.language)
    time = _time(w, value.since, value.until)
    if time:
        text = w._("%(name)s (%(time)s)", name=w.language.inside(words), time=time)
        words = w.language.around(words, text)
    return w.stated(words, value, owner)


def language_requirement(w: Writer, value: LanguageRequirement, owner: SourcedRecord) -> Stated:
    """A language that applicants must know, and how well."""
    text = w.language.language_name(value.language)
    if value.level:
        level = w.language.ltr(value.level)
        text = w._("%(language)s (%(level)s)", language=text, level=level)
    return w.stated(text, value, owner)


def age(w: Writer, value: Age, owner: SourcedRecord) -> Stated:
    """The age of applicants in words."""
    if value.at_least is not None and value.at_most is not None:
        text = w._(
            "from %(least)s to %(most)s years",
            least=w.language.number(value.at_least),
            most=w.language.number(value.at_most),
        )
    elif value.at_least is not None:
        text = w._("at least %(number)s years", number=w.language.number(value.at_least))
    else:
        text = w._("at most %(number)s years", number=w.language.number(value.at_most or 0))
    return w.stated(text, value, owner)


def students_of_year(w: Writer, value: StudentsOfYear, owner: SourcedRecord) -> Stated:
    """Numbers of students of one year."""
    numbers = [
        (value.enrolled, w._("enrolled: %(number)s", number=_number(w, value.enrolled))),
        (value.new, w._("newly admitted: %(number)s", number=_number(w, value.new))),
        (value.graduates, w._("graduates: %(number)s", number=_number(w, value.graduates))),
    ]
    details_given = w.language.join_clauses(text for number, text in numbers if number is not None)
    text = w._("%(year)s – %(numbers)s", year=w.language.date(value.year), numbers=details_given)
    return w.stated(text, value, owner)


def _number(w: Writer, value: int | None) -> str:
    return w.language.number(value or 0)


def site(w: Writer, value: Site, owner: SourcedRecord) -> Stated:
    """One of several places of a project."""
    city = w.words(value.city)
    parts = [
        w.language.inside(w.words(value.name)) if value.name else "",
        w.language.inside(w.words(value.address)) if value.address else "",
        w.language.inside(city),
        w.language.territory(value.country) if value.country else "",
    ]
    text = " · ".join(part for part in parts if part)
    return w.stated(w.language.around(city, text), value, owner)


def contact(w: Writer, value: Contact, owner: SourcedRecord) -> list[Stated]:
    """An office, one item for each way to reach it; e-mail, telephone and page are links."""
    office = w.words(value.office)
    name = w.language.inside(office)
    ways = [
        (value.email, f"mailto:{value.email}"),
        (value.phone, phone_link(value.phone or "")),
        (value.messenger, ""),
        (value.page and value.page.split("://")[-1].rstrip("/"), value.page or ""),
    ]
    ltr = [
        (w.language.ltr(way), (TextLink(way, href),) if href else ()) for way, href in ways if way
    ]
    address = [(w.language.inside(w.words(value.address)), ())] if value.address else []
    return [
        w.stated(
            replace(
                w.language.around(office, w._("%(office)s: %(way)s", office=name, way=way)),
                links=links,
            ),
            value,
            owner,
        )
        for way, links in (*ltr, *address)
    ]


def batch(w: Writer, number: int) -> str:
    """The batch of signings that a project belongs to; 1 is the first."""
    first = {1: w._("First batch"), 2: w._("Second batch")}
    return first.get(number) or w._("Batch %(number)s", number=w.language.number(number))


def catalogue_entry(w: Writer, value: CatalogueEntry, owner: SourcedRecord) -> Stated:
    """An entry of the Chinese catalogue of vocational programmes: code, name and year."""
    text = w._(
        "%(code)s %(name)s (catalogue of %(year)s)",
        code=value.code,
        name=w.language.ltr(value.name),
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
