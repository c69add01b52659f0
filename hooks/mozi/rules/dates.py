"""Impossible dates, and statements that are old.

Dates are compared only as precisely as they are known: see `records.values.is_before`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from mozi.problems.problem import Finding
from mozi.records.models import Accreditation, Intake, Milestone, Name, Partner, Record, Scholarship
from mozi.records.summary import RecordSummary
from mozi.records.values import Claim, Model, Place, is_before
from mozi.store.record_store import LOCALES, Store
from mozi.yaml_text.parse import KeyPath

MONTHS = 18
"""Months after which somebody should check whether a statement is still true."""


YEARS = 50
"""Years ahead that nobody plans: a later date is a mistake, or stands for “open end”."""


@dataclass(frozen=True)
class Order:
    """Two dates of a model, of which `then` never comes before `first`.

    `then` may be a date in a list, such as `deadlines.date`. In a span they are beginning and end.
    Some orders are usual only: a note next to them may tell why it is otherwise.
    """

    first: str
    then: str
    is_span: bool = False
    is_usual: bool = False


ORDERS: dict[type[Model], tuple[Order, ...]] = {
    Milestone: (Order("date", "until", is_span=True),),
    Name: (Order("since", "until", is_span=True),),
    Accreditation: (Order("since", "until", is_span=True),),
    Partner: (Order("founded", "closed", is_span=True),),
    Scholarship: (Order("apply_until", "year", is_usual=True),),
    Intake: (
        Order("start", "end", is_span=True),
        Order("apply_from", "apply_until", is_span=True),
        Order("apply_from", "deadlines.date"),
        Order("apply_from", "end"),
        Order("apply_until", "end"),
        Order("deadlines.date", "end"),
    ),
}
"""Dates that depend on each other, in all models."""


def ending_first(places: Iterable[Place]) -> Iterator[Finding]:
    """MZ501: of two dates that depend on each other, none comes first that must not (`ORDERS`)."""
    for path, value in places:
        for order in ORDERS.get(type(value), ()):
            if order.is_usual and value.note:
                continue
            for first_path, first in _dates_at(value, order.first):
                for then_path, then in _dates_at(value, order.then):
                    if is_before(then, first):
                        yield _out_of_order(order, path, (first_path, first), (then_path, then))


def _out_of_order(
    order: Order, path: KeyPath, first: tuple[KeyPath, str], then: tuple[KeyPath, str]
) -> Finding:
    whole = (*path, *then[0])
    if order.is_span:
        return Finding.at_key("", whole, "MZ501", start=first[1], end=then[1])
    values = {"key": _key(then[0]), "date": then[1], "other": _key(first[0]), "limit": first[1]}
    return Finding.at_key("", whole, "MZ501", "order", **values)


def _dates_at(value: Any, name: str) -> Iterator[tuple[KeyPath, str]]:
    """Path and date of a field, or of a field of each model in a list; none where there is none."""
    field, _, inner = name.partition(".")
    given = getattr(value, field)
    if inner:
        for index, each in enumerate(given):
            yield (field, index, inner), getattr(each, inner)
    elif isinstance(given, Claim):
        yield (field, "value"), given.value
    elif given:
        yield (field,), given


def late_deadlines(record: Record) -> Iterator[Finding]:
    """MZ502: no last day to apply for an intake is after its start, or a note says why."""
    for index, intake in enumerate(getattr(record, "intakes", [])):
        path: KeyPath = ("intakes", index)
        deadlines = [((*path, "apply_until"), intake.apply_until, intake.note)]
        deadlines += [
            ((*path, "deadlines", number, "date"), each.date, each.note or intake.note)
            for number, each in enumerate(intake.deadlines)
            if not each.what  # other last days, such as that of a payment, may be later
        ]
        for place, deadline, note in deadlines:
            if deadline and is_before(intake.start, deadline) and not note:
                values = {"start": intake.start, "deadline": deadline}
                yield Finding.at_key("", place, "MZ502", **values)


def never(store: Store, today: date) -> Iterator[Finding]:
    """MZ512: no date lies further ahead than `YEARS` years; MZ509 tells those of something past."""
    limit = str(today.year + YEARS)
    for record, summary in store.summaries:
        for path, day in summary.dates:
            if is_before(limit, day) and (path, day) not in summary.past:
                yield Finding.at_key(
                    record.file, path, "MZ512", key=_key(path), date=day, years=YEARS
                )


def future(store: Store, today: date) -> Iterator[Finding]:
    """MZ509: no date of something past lies in the future."""
    tomorrow = _after(today)
    for file, path, day in _past_dates(store, lambda each: is_before(tomorrow, each.latest)):
        if is_before(tomorrow, day):
            yield Finding.at_key(file, path, "MZ509", key=_key(path), date=day)


def old(store: Store, today: date) -> Iterator[Finding]:
    """MZ510: statements older than `MONTHS` are checked again; one warning counts all of a file."""
    limit = _months_before(today, MONTHS)
    statements: dict[str, list[tuple[str, KeyPath]]] = defaultdict(list)
    for file, path, day in _past_dates(store, lambda each: is_before(each.earliest, limit)):
        if is_before(day, limit):
            if path in (("status", "as_of"), ("checked",)):
                yield Finding.at_key(file, path, "MZ510", str(path[0]), date=day, months=MONTHS)
            elif path[-1] == "as_of" and path[0] != "disagreements":
                statements[file].append((day, path))
    for file, old_statements in statements.items():
        oldest, path = min(old_statements)
        counts = {"count": len(old_statements), "months": MONTHS}
        yield Finding.at_key(file, path, "MZ510", date=oldest, **counts)


def later_than_the_last_look(store: Store, today: date) -> Iterator[Finding]:
    """MZ511: no date of something past is later than the day of the last check."""
    tomorrow = _after(today)
    for record, summary in store.summaries:
        checked = getattr(record, "checked", "")
        if is_before(checked, summary.latest):
            for path, day in summary.past:
                if is_before(checked, day) and not is_before(tomorrow, day):
                    values = {"key": _key(path), "date": day, "checked": checked}
                    yield Finding.at_key(record.file, path, "MZ511", **values)


def _after(today: date) -> str:
    """The day after `today`: places further east have that date already."""
    return (today + timedelta(days=1)).isoformat()


def _past_dates(
    store: Store, is_relevant: Callable[[RecordSummary], bool]
) -> Iterator[tuple[str, KeyPath, str]]:
    """File, key path and date of everything past, in relevant records and in the locales."""
    for record, summary in store.summaries:
        if is_relevant(summary):
            yield from ((record.file, *past) for past in summary.past)
    for code, locale in store.locales.items():
        if locale.reviewed_on:
            yield LOCALES, (code, "reviewed_on"), locale.reviewed_on


def _key(path: KeyPath) -> str:
    """The word that an editor typed before the date."""
    return str(path[-1] if path[-1] != "value" else path[-2])


def _months_before(day: date, months: int) -> str:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return f"{year:04}-{month + 1:02}"
