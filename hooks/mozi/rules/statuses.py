"""Statuses compared with milestones, projects and intakes."""

from collections.abc import Iterator
from datetime import date

from mozi.problems.problem import Finding
from mozi.records.models import Milestone, Project, Record
from mozi.records.values import is_before
from mozi.store.record_store import Store

GROUNDS = {
    "signed": {"signed"},
    "launched": {"launched", "unveiled", "opened"},
    "operating": {"opened", "activity"},
}
"""Status → kinds of milestones that prove it, as `vocabularies/statuses.yml` explains."""

_LAUNCHED = {"launched", "unveiled", "opened"}
OVERTAKEN = {
    "unknown": {"signed", *_LAUNCHED},
    "announced": {"signed", *_LAUNCHED},
    "signed": _LAUNCHED,
}
"""Status → kinds of milestones that prove a later status."""

ENDED = ("suspended", "closed")


def opened_before_signed(record: Record) -> Iterator[Finding]:
    """MZ503: the signing comes before the opening, or a note at the opening says why not."""
    if not isinstance(record, Project):
        return
    signed = min((signing.date for signing in _milestones_of_kinds(record, {"signed"})), default="")
    for index, opening in enumerate(record.milestones):
        end = opening.until or opening.date
        if opening.kind == "opened" and is_before(end, signed) and not opening.note:
            path = ("milestones", index, "date")
            yield Finding.at_key("", path, "MZ503", opened=end, signed=signed)


def groundless(record: Record) -> Iterator[Finding]:
    """MZ504: a status has a milestone that proves it."""
    status, kinds = _missing_milestones(record)
    if kinds and status != "signed":
        yield Finding.at_key("", ("status",), "MZ504", status=status, kinds=tuple(sorted(kinds)))


def unsigned(record: Record) -> Iterator[Finding]:
    """MZ505: the status `signed` has a milestone with the date of signing, if that is known."""
    status, kinds = _missing_milestones(record)
    if kinds and status == "signed":
        yield Finding.at_key("", ("status",), "MZ505")


def _missing_milestones(record: Record) -> tuple[str, set[str]]:
    """The status of a project, and the kinds of milestones that could prove it; none if it has one.

    Both are empty for a record that is no project.
    """
    if not isinstance(record, Project):
        return "", set()
    status = str(record.status.value)
    kinds = GROUNDS.get(status, set())
    return status, set() if _milestones_of_kinds(record, kinds) else kinds


def overtaken(record: Record) -> Iterator[Finding]:
    """MZ506: a status is not behind the milestones, nor dated before those that prove it."""
    if not isinstance(record, Project):
        return
    value, as_of = str(record.status.value), record.status.as_of
    later = _milestones_of_kinds(record, OVERTAKEN.get(value, set()))
    if later:
        yield Finding.at_key("", ("status",), "MZ506", "", status=value, kind=str(later[0].kind))
    first = min(
        (ground.date for ground in _milestones_of_kinds(record, GROUNDS.get(value, set()))),
        default="",
    )
    if is_before(as_of, first):
        values = {"status": value, "as_of": as_of, "date": first}
        yield Finding.at_key("", ("status",), "MZ506", "early", **values)


def ahead_of_the_project(store: Store) -> Iterator[Finding]:
    """MZ507: the status of a programme is not ahead of its project's status."""
    stages = {id: term.stage for id, term in store.vocabularies["statuses"].items()}
    for programme in store.each("programmes"):
        project = store.find(programme.project)
        if project:
            own, above = programme.status.value, project.status.value
            has_outlived = above in ENDED and own not in ("unknown", *ENDED)
            if has_outlived or (own not in ENDED and stages.get(own, 0) > stages.get(above, 9)):
                values = {"status": str(own), "project": str(above)}
                yield Finding.at_key(programme.file, ("status",), "MZ507", **values)


def closed_with_intakes(store: Store, today: date) -> Iterator[Finding]:
    """MZ508: a closed programme, or one of a closed project, has no intake in the future."""
    now = today.isoformat()
    for programme in store.each("programmes"):
        project = store.find(programme.project)
        if "closed" not in (programme.status.value, project and project.status.value):
            continue
        for index, intake in enumerate(programme.intakes):
            if is_before(now, intake.start):
                path = ("intakes", index, "start")
                yield Finding.at_key(programme.file, path, "MZ508", start=intake.start)


def _milestones_of_kinds(project: Project, kinds: set[str]) -> list[Milestone]:
    return [milestone for milestone in project.milestones if milestone.kind in kinds]
