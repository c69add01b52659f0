"""Impossible dates, and statements that are old.

Dates are compared only as precisely as they are known: see `records.values.is_before`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from mozi.problems.problem import Finding
from mozi.records.models import Record
from mozi.records.summary import RecordSummary
from mozi.records.values import is_before
from mozi.store.record_store import LOCALES, Store
from mozi.yaml_text.parse import KeyPath

MONTHS = 18
"""Months after which somebody should check whether a statement is still true."""


def ending_first(record: Record) -> Iterator[Finding]:
    """MZ501: no milestone and no intake ends before it begins."""
    milestones = [(m.date, m.until) for m in getattr(record, "milestones", [])]
    intakes = [(intake.start, intake.end) for intake in getattr(record, "intakes", [])]
    for key, end_key, spans in (("milestones", "until", milestones), ("intakes", "end", intakes)):
        for index, (start, end) in enumerate(spans):
            if end and is_before(end, start):
                yield Finding.at_key("", (key, index, end_key), "MZ501", start=start, end=end)


def late_deadlines(record: Record) -> Iterator[Finding]:
    """MZ502: the deadline of an intake is not after its start, or a note says why."""
    for index, intake in enumerate(getattr(record, "intakes", [])):
        deadline = intake.apply_until
        if deadline and is_before(intake.start, deadline) and not intake.note:
            values = {"start": intake.start, "deadline": deadline}
            yield Finding.at_key("", ("intakes", index, "apply_until"), "MZ502", **values)


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
