"""Layout: line ends, blanks, and the order of a record's keys."""

import re
from collections.abc import Iterator

import yaml

from mozi.editing.fix.repair import Fix, FixDraft, Repair, saying
from mozi.problems.problem import Problem
from mozi.records.file_format import sorted_keys
from mozi.records.models import Record
from mozi.yaml_text.tidy import STEPS, layout_flaws

SCHEMA_LINE = "# yaml-language-server:"
"""How the comment begins that is a file's first line, whatever key follows."""


def repairs(draft: FixDraft) -> Iterator[Repair]:
    """Tidy lines, one flaw at a time; then keys in the usual order."""
    for flaw, position in layout_flaws(draft.text):
        problem = Problem.at(draft.sheet.file, position, "MZ901", flaw)
        text = STEPS[flaw](draft.text)
        yield Repair(text, (Fix(problem),), saying(draft.data))
    if draft.misplaced:
        yield from _ordered(draft, *draft.misplaced)


def _ordered(draft: FixDraft, key: str, other: str) -> Iterator[Repair]:
    model = draft.sheet.model
    pieces = _pieces(draft)
    if not pieces or not issubclass(model, Record):
        return
    order = sorted_keys(model, pieces)
    text, copied = "", 0
    for (start, end), name in zip(pieces.values(), order, strict=True):
        text += draft.text[copied:start] + draft.text[slice(*pieces[name])]
        copied = end
    position = draft.positions.of_key((key,))
    problem = Problem.at(draft.sheet.file, position, "MZ902", key=key, other=other)
    proof = saying({name: draft.data[name] for name in order})
    yield Repair(text + draft.text[copied:], (Fix(problem),), proof)


def _pieces(draft: FixDraft) -> dict[str, tuple[int, int]]:
    """By key, from where to where a record's entries reach, each with its comments.

    A comment belongs to the key right below it, or to the one whose line or lines it stands in;
    what stands apart belongs to none. Nothing, where keys do not begin lines of their own.
    """
    root, text = draft.root, draft.text
    if not isinstance(root, yaml.MappingNode) or any(
        key.start_mark.column for key, _ in root.value
    ):
        return {}
    pieces = {}
    before = 0
    for (key, value), following in zip(root.value, [*root.value[1:], None], strict=True):
        start = _with_comments_above(text, before, key.start_mark.index)
        limit = following[0].start_mark.index if following else len(text)
        end = _with_comments_inside(text, _content_end(key, value), limit)
        pieces[key.value] = start, end
        before = end
    return pieces


def _with_comments_above(text: str, before: int, start: int) -> int:
    """Where the comment lines begin that stand right above the line that begins at `start`."""
    while True:
        above = text.rfind("\n", 0, max(start - 1, 0)) + 1
        line = text[above:start]
        if above < before or not line.startswith("#") or line.startswith(SCHEMA_LINE):
            return start
        start = above


def _content_end(key: yaml.Node, value: yaml.Node) -> int:
    """Where the last thing that a key says ends; YAML counts what follows a block as a part of it."""
    while isinstance(value, yaml.CollectionNode) and not value.flow_style and value.value:
        last = value.value[-1]
        key, value = last if isinstance(last, tuple) else (key, last)
    is_empty = value.start_mark.index == value.end_mark.index
    return int(key.end_mark.index if is_empty else value.end_mark.index)


def _with_comments_inside(text: str, end: int, limit: int) -> int:
    """The end of the line that `end` is in, or of the last indented comment below it."""
    end = len(text[:end].rstrip("\n"))
    line_end = text.find("\n", end)
    reach = end = line_end if line_end >= 0 else len(text)
    for line in re.finditer(r"\n[ \t]+#[^\n]*", text[end:limit]):
        reach = end + line.end()
    return reach
