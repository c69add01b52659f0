"""Submissions: a filled-in form becomes a new record, a changed one, or a list of what is wrong.

Nothing is written here: the outcome says what to write, and what to answer.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from mozi.editing.github import answers, comments
from mozi.editing.github.answers import Answers, Complaint
from mozi.editing.github.corrections import ByHand, Change
from mozi.editing.new_record import Data, complete, new_record_problems, proposed_id
from mozi.problems.problem import Problem
from mozi.records.completeness import expected_fields
from mozi.records.file_format import record_text
from mozi.records.models import Project, Record, Source
from mozi.store.record_store import Store

LONGEST = 65_536
"""Characters of an issue; GitHub takes no more."""


@dataclass(frozen=True)
class Outcome:
    """`comment`: the answer, in Markdown; `files`: path → text; `accepted`: nothing to put right."""

    comment: str
    files: dict[str, str] = field(default_factory=dict)
    accepted: bool = True


def take(body: str, found: Store, checked: str) -> Outcome:
    """Outcome of the text of an issue; `checked` is the day it was sent, in ISO 8601."""
    if len(body) > LONGEST:
        return _refused([Complaint("too-long", limit=LONGEST)])
    filled = answers.read_answers(body, found)
    if filled is None:
        return _refused([Complaint("no-form")])
    if filled.complaints:
        return _refused(filled.complaints)
    if filled.name == "correction":
        return _correction(filled, found)
    return _new(filled, found, checked)


def _refused(complaints: list[Complaint]) -> Outcome:
    return Outcome(comments.complaints(complaints), accepted=False)


# New records -------------------------------------------------------------------------------------


def _project(given: Data) -> Data:
    """Data of a new project. An answer that was left out means: not published."""
    texts = ("city", "courses", "student_numbers", "equipment", "funding")
    data = {key: given[key] for key in (*texts, "fields", "website") if key in given}
    data |= {"name": given["name"], "cite": given["sources"], "country": given["country"]}
    data["status"] = {"value": given["status"], "as_of": given["as_of"]}
    if "batch" in given:
        is_number = given["batch"].isascii() and given["batch"].isdigit()
        data["batch"] = int(given["batch"]) if is_number else given["batch"]
    data["roles"] = [
        {"role": role, "partner": partner}
        for role in ("lead", "host", "enterprise")
        for partner in given.get(role, [])
    ]
    data["milestones"] = [
        {"date": given[kind], "kind": kind} for kind in ("signed", "opened") if kind in given
    ]
    if "website" not in given:
        data["unpublished"] = ["website"]
    return {key: value for key, value in data.items() if value or value == 0}


def _source(given: Data) -> Data:
    """Data of a new source. Only a date that the page shows is asked for."""
    keys = ("url", "title", "gloss", "publisher", "language", "type", "date", "read", "caution")
    data = {key: given[key] for key in keys if key in given}
    return data | ({"date_from": "page"} if "date" in data else {})


_NEW: dict[str, tuple[type[Record], Callable[[Data], Data]]] = {
    "project": (Project, _project),
    "source": (Source, _source),
}


def _new(filled: Answers, found: Store, checked: str) -> Outcome:
    record_type, said = _NEW[filled.name]
    data = complete(found, record_type, said(filled.given), checked)
    if "unpublished" in data:
        data["unpublished"].sort(key=list(expected_fields(record_type.kind)).index)
    taken = found.records[record_type.kind].keys() | _unread(found, record_type)
    id = filled.given.get("id") or proposed_id(record_type, data, taken)
    question = filled.form.questions["id"]
    if not id:
        return _refused([Complaint("no-id", question)])
    if id in taken:
        return _refused([Complaint("taken", question, id)])
    text = record_text(record_type, data)
    problems = new_record_problems(found, record_type, id, data)
    file = f"data/{record_type.kind}/{id}.yml"
    if _errors(problems):
        return Outcome(comments.problems(file, text, problems), accepted=False)
    remarks = filled.given.get("remarks", "")
    return Outcome(comments.written(file, text, problems, remarks), {file: text})


def _unread(found: Store, record_type: type[Record]) -> set[str]:
    return {id for kind, id in found.unread if kind == record_type.kind}


def _errors(problems: list[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


# Corrections -------------------------------------------------------------------------------------


def _correction(filled: Answers, found: Store) -> Outcome:
    kind, id = filled.given["page"]
    record = found.records[kind][id]
    file = record.file
    try:
        change = Change.from_answers(record, filled.given, found)
    except ByHand as why:
        return Outcome(comments.by_hand(file, filled, why.phrase))
    before = new_record_problems(found, type(record), id, change.before.data)
    problems = new_record_problems(found, type(record), id, change.after.data)
    new = [problem for problem in problems if problem not in before]
    if _errors(new):
        return Outcome(comments.problems(file, change.after.text, new), accepted=False)
    comment = comments.changed(file, change.before.text, change.after.text, new, filled)
    return Outcome(comment, {file: change.after.text})
