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


def take(body: str, store: Store, checked: str) -> Outcome:
    """Outcome of the text of an issue; `checked` is the day it was sent, in ISO 8601."""
    if len(body) > LONGEST:
        return _refused([Complaint("too-long", limit=LONGEST)])
    filled = answers.read_answers(body, store)
    if filled is None:
        return _refused([Complaint("no-form")])
    if filled.complaints:
        return _refused(filled.complaints)
    if filled.name == "correction":
        return _correction(filled, store)
    return _new(filled, store, checked)


def _refused(complaints: list[Complaint]) -> Outcome:
    return Outcome(comments.complaints(complaints), accepted=False)


# New records -------------------------------------------------------------------------------------


def _project(answered: Data) -> Data:
    """Data of a new project. An answer that was left out means: not published."""
    texts = ("city", "courses", "student_numbers", "equipment", "funding")
    data = {key: answered[key] for key in (*texts, "fields", "website") if key in answered}
    data |= {"name": answered["name"], "cite": answered["sources"], "country": answered["country"]}
    data["status"] = {"value": answered["status"], "as_of": answered["as_of"]}
    if "batch" in answered:
        is_number = answered["batch"].isascii() and answered["batch"].isdigit()
        data["batch"] = int(answered["batch"]) if is_number else answered["batch"]
    data["roles"] = [
        {"role": role, "partner": partner}
        for role in ("lead", "host", "enterprise")
        for partner in answered.get(role, [])
    ]
    data["milestones"] = [
        {"date": answered[kind], "kind": kind} for kind in ("signed", "opened") if kind in answered
    ]
    if "website" not in answered:
        data["unpublished"] = ["website"]
    return {key: value for key, value in data.items() if value or value == 0}


def _source(answered: Data) -> Data:
    """Data of a new source. Only a date that the page shows is asked for."""
    keys = ("url", "title", "gloss", "publisher", "language", "type", "date", "read", "caution")
    data = {key: answered[key] for key in keys if key in answered}
    return data | ({"date_from": "page"} if "date" in data else {})


_NEW: dict[str, tuple[type[Record], Callable[[Data], Data]]] = {
    "project": (Project, _project),
    "source": (Source, _source),
}


def _new(filled: Answers, store: Store, checked: str) -> Outcome:
    record_type, data_from_answers = _NEW[filled.name]
    data = complete(store, record_type, data_from_answers(filled.by_question), checked)
    if "unpublished" in data:
        data["unpublished"].sort(key=list(expected_fields(record_type.kind)).index)
    taken = store.records[record_type.kind].keys() | _unread(store, record_type)
    id = filled.by_question.get("id") or proposed_id(record_type, data, taken)
    question = filled.form.questions["id"]
    if not id:
        return _refused([Complaint("no-id", question)])
    if id in taken:
        return _refused([Complaint("taken", question, id)])
    text = record_text(record_type, data)
    problems = new_record_problems(store, record_type, id, data)
    file = f"data/{record_type.kind}/{id}.yml"
    if _errors(problems):
        return Outcome(comments.problems(file, text, problems), accepted=False)
    remarks = filled.by_question.get("remarks", "")
    return Outcome(comments.written(file, text, problems, remarks), {file: text})


def _unread(store: Store, record_type: type[Record]) -> set[str]:
    return {id for kind, id in store.unread if kind == record_type.kind}


def _errors(problems: list[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


# Corrections -------------------------------------------------------------------------------------


def _correction(filled: Answers, store: Store) -> Outcome:
    kind, id = filled.by_question["page"]
    record = store.records[kind][id]
    file = record.file
    try:
        change = Change.from_answers(record, filled.by_question, store)
    except ByHand as why:
        return Outcome(comments.by_hand(file, filled, why.phrase))
    before = new_record_problems(store, type(record), id, change.before.data)
    problems = new_record_problems(store, type(record), id, change.after.data)
    new = [problem for problem in problems if problem not in before]
    if _errors(new):
        return Outcome(comments.problems(file, change.after.text, new), accepted=False)
    comment = comments.changed(file, change.before.text, change.after.text, new, filled=filled)
    return Outcome(comment, {file: change.after.text})
