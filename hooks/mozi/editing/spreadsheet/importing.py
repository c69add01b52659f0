"""Import of a workbook: the new files, or everything that is wrong."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mozi import rules
from mozi.editing.spreadsheet import find_sheets, read_rows
from mozi.editing.spreadsheet.findings import Finding
from mozi.editing.spreadsheet.read_rows import RowDraft
from mozi.excel.workbook import Row
from mozi.problems.problem import Problem
from mozi.records.file_format import record_text
from mozi.store.loading import add_record
from mozi.store.record_store import Store
from mozi.yaml_text.parse import Unreadable, decode, parse_yaml


@dataclass(frozen=True)
class Outcome:
    """`files`: the text of each new record by its file; `findings`: what is wrong in the workbook,
    in the order of its cells; `problems`: errors of the records that are there already.
    """

    files: dict[str, str]
    findings: list[Finding]
    problems: list[Problem]

    @property
    def is_fine(self) -> bool:
        """Whether the files may be written: warnings do not stand against it."""
        errors = (finding.problem.severity == "error" for finding in self.findings)
        return not self.problems and not any(errors)


def import_workbook(
    sheets: Mapping[str, Sequence[Row]], merged: Mapping[str, Sequence[str]], store: Store
) -> Outcome:
    """Outcome of a workbook (`read_workbook`, `merged_cells`) beside the records of
    `store`, which takes in the new ones.

    Where sheets or headings are wrong nothing else is looked at: most rows would lack something.
    """
    tables, findings = find_sheets.find_sheets(sheets, merged)
    if findings:
        return Outcome({}, sorted(findings), [])
    drafts, findings = read_rows.read_rows(tables, store)
    files: dict[str, str] = {}
    for draft in drafts:
        try:
            files[draft.file] = _added(draft, store)
        except Unreadable as error:
            findings.append(Finding.at(draft.place, error.code, error.variant, **error.values))
            store.unread.add((draft.record_type.kind, draft.id))
    elsewhere = _sort_out(rules.check(store), drafts, findings)
    return Outcome(files, sorted(findings), elsewhere)


def _added(draft: RowDraft, store: Store) -> str:
    """The text of a draft's file, whose data `store` takes in. Raises `reading.Unreadable`."""
    text = record_text(draft.record_type, draft.data)
    data = parse_yaml(decode(text.encode("utf-8", "surrogatepass")))
    add_record(store, draft.record_type, draft.id, data, positions=draft.positions())
    return text


def _sort_out(
    problems: Iterable[Problem], drafts: Iterable[RowDraft], findings: list[Finding]
) -> list[Problem]:
    """Add what concerns a draft to `findings`, unless its cell is there; the errors of the others."""
    by_file = {draft.file: draft for draft in drafts}
    odd = {finding.place for finding in findings}
    elsewhere = []
    for problem in problems:
        if draft := by_file.get(problem.file):
            place = draft.place_of(problem.line)
            findings += [Finding(place, problem)] if place not in odd else []
        elif problem.severity == "error":
            elsewhere.append(problem)
    return elsewhere
