"""What a status says, and what the milestones, the project and the intakes say."""

from collections.abc import Iterator
from datetime import date

from mozi.problems import Problem
from mozi.records import Milestone, Project
from mozi.store import Store
from mozi.values import is_before

GROUNDS = {
    "signed": {"signed"},
    "launched": {"launched", "unveiled", "opened"},
    "operating": {"opened", "activity"},
}
"""Status → kinds of milestones that it rests on, as `vocabularies/statuses.yml` explains it."""

_LAUNCHED = {"launched", "unveiled", "opened"}
OVERTAKEN = {
    "unknown": {"signed", *_LAUNCHED},
    "announced": {"signed", *_LAUNCHED},
    "signed": _LAUNCHED,
}
"""Status → kinds of milestones that make it more than that."""

ENDED = ("suspended", "closed")


def opened_before_signed(store: Store) -> Iterator[Problem]:
    """MZ503: what is opened was signed before, or a note at the opening says why not."""
    for project in store.each("projects"):
        signed = min((signing.date for signing in _of(project, {"signed"})), default="")
        for index, opening in enumerate(project.milestones):
            end = opening.until or opening.date
            if opening.kind == "opened" and is_before(end, signed) and not opening.note:
                path = ("milestones", index, "date")
                values = {"opened": end, "signed": signed}
                yield store.problem(project.file, path, "MZ503", **values)


def groundless(store: Store) -> Iterator[Problem]:
    """MZ504: a status rests on a milestone."""
    for project, kinds in _groundless(store):
        if project.status.value != "signed":
            status, words = str(project.status.value), tuple(sorted(kinds))
            yield store.problem(project.file, ("status",), "MZ504", status=status, kinds=words)


def unsigned(store: Store) -> Iterator[Problem]:
    """MZ505: who says that something is signed says when, if anybody knows."""
    for project, _ in _groundless(store):
        if project.status.value == "signed":
            yield store.problem(project.file, ("status",), "MZ505")


def _groundless(store: Store) -> Iterator[tuple[Project, set[str]]]:
    """Projects whose status rests on no milestone, and the kinds that would do."""
    for project in store.each("projects"):
        kinds = GROUNDS.get(project.status.value)
        if kinds and not _of(project, kinds):
            yield project, kinds


def overtaken(store: Store) -> Iterator[Problem]:
    """MZ506: a status is not behind the milestones, nor older than what it rests on."""
    for project in store.each("projects"):
        status = project.status
        later = _of(project, OVERTAKEN.get(status.value, set()))
        if later:
            values = {"status": str(status.value), "kind": str(later[0].kind)}
            yield store.problem(project.file, ("status",), "MZ506", **values)
        grounds = _of(project, GROUNDS.get(status.value, set()))
        first = min((ground.date for ground in grounds), default="")
        if is_before(status.as_of, first):
            values = {"status": str(status.value), "as_of": status.as_of, "date": first}
            yield store.problem(project.file, ("status",), "MZ506", "early", **values)


def ahead_of_the_project(store: Store) -> Iterator[Problem]:
    """MZ507: a programme is no further than its project."""
    stages = {id: term.stage for id, term in store.vocabularies["statuses"].items()}
    for programme in store.each("programmes"):
        project = store.find(programme.project)
        if project:
            own, whole = programme.status.value, project.status.value
            ended = whole in ENDED and own not in ("unknown", *ENDED)
            if ended or (own not in ENDED and stages.get(own, 0) > stages.get(whole, 9)):
                values = {"status": str(own), "project": str(whole)}
                yield store.problem(programme.file, ("status",), "MZ507", **values)


def closed_with_intakes(store: Store, today: date) -> Iterator[Problem]:
    """MZ508: what is closed takes in nobody."""
    now = today.isoformat()
    for programme in store.each("programmes"):
        project = store.find(programme.project)
        if "closed" not in (programme.status.value, project and project.status.value):
            continue
        for index, intake in enumerate(programme.intakes):
            if is_before(now, intake.start):
                path = ("intakes", index, "start")
                yield store.problem(programme.file, path, "MZ508", start=intake.start)


def _of(project: Project, kinds: set[str]) -> list[Milestone]:
    return [milestone for milestone in project.milestones if milestone.kind in kinds]
