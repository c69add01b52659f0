"""Words that name nothing and can only mean one thing, and codes without their quotes."""

import copy
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from mozi.editing.fix.repair import Fix, FixDraft, Repair, saying
from mozi.problems.model_errors import choices_at, keys_at, referred_at
from mozi.problems.problem import Finding
from mozi.records.completeness import expected_fields
from mozi.records.models import Record
from mozi.rules import ids
from mozi.yaml_text.edit import Edit, apply_edits, key_at, value_at
from mozi.yaml_text.parse import KeyPath

SHORTEST = 4
"""Letters that a misspelt word needs for its meaning to be plain."""


def repairs(draft: FixDraft) -> Iterator[Repair]:
    """All words that can be mended together; then, as one may stand in the way, each alone."""
    changes = [change for finding in draft.findings if (change := _change(draft, finding))]
    if len(changes) > 1:
        yield _repair(draft, changes)
    for change in changes:
        yield _repair(draft, [change])


def meant(wrong: str, allowed_words: Iterable[str]) -> str | None:
    """The only known word that `wrong` can mean, or None.

    It differs in nothing but capitals, spaces, hyphens and underscores, or in one letter of one of
    its parts: left out, too many, another one, or in the wrong place.
    """
    words = list(allowed_words)
    same = [word for word in words if _folded(word) == _folded(wrong)]
    near = same or [word for word in words if _one_letter_apart(word, wrong)]
    return near[0] if len(near) == 1 and near[0] != wrong else None


def _folded(word: str) -> str:
    return re.sub(r"[-_ ]", "", word).lower()


def _one_letter_apart(word: str, wrong: str) -> bool:
    pairs = list(zip(re.split("[-_]", word), re.split("[-_]", wrong), strict=False))
    different = [pair for pair in pairs if pair[0] != pair[1]]
    if len(different) != 1 or re.sub("[^-_]", "", word) != re.sub("[^-_]", "", wrong):
        return False
    one, other = different[0]
    if not (one.isalpha() and other.isalpha()) or min(len(one), len(other)) < SHORTEST:
        return False  # a digit or a short part may well be meant: another year, another series
    return not _with_one_letter_less(one).isdisjoint(_with_one_letter_less(other))


def _with_one_letter_less(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


# Changes of the text and of what it says ------------------------------------------------------------


@dataclass(frozen=True)
class _Change:
    """An edit of the text, and the same done to the data."""

    edit: Edit
    mended: Fix
    in_data: Callable[[Any], None]


def _repair(draft: FixDraft, changes: list[_Change]) -> Repair:
    data = copy.deepcopy(draft.data)
    # from the end, so that no change moves what another one is about
    for change in sorted(changes, key=lambda change: change.edit.start, reverse=True):
        change.in_data(data)
    text = apply_edits(draft.text, (change.edit for change in changes))
    return Repair(text, tuple(change.mended for change in changes), saying(data))


def _change(draft: FixDraft, finding: Finding) -> _Change | None:
    if finding.code == "MZ201":
        return _renamed_key(draft, finding)
    if finding.code == "MZ206" and finding.variant == "number-for-text":
        return _quoted(draft, finding)
    allowed_words = _known(draft, finding)
    return _replaced_word(draft, finding, allowed_words) if allowed_words else None


def _known(draft: FixDraft, finding: Finding) -> Iterable[str]:
    """The words that may stand where a finding is; nothing where that is not known."""
    model, path = draft.sheet.model, draft.sheet.inside(finding.path)
    store = draft.sheet.store
    if finding.code == "MZ301" or (finding.code, finding.variant) == ("MZ203", "id"):
        kind = referred_at(model, path)
        unread = (id for unread, id in store.unread if unread == kind)
        return {*ids.known(store, kind), *unread} if kind else ()
    if finding.code == "MZ204":
        return choices_at(model, path)
    if finding.code == "MZ304" and issubclass(model, Record):
        return expected_fields(model.kind)
    return ()


def _renamed_key(draft: FixDraft, finding: Finding) -> _Change | None:
    path, wrong = finding.path[:-1], str(finding.path[-1])
    node = key_at(draft.root, finding.path)
    allowed_words = keys_at(draft.sheet.model, draft.sheet.inside(path))
    right = meant(wrong, allowed_words)
    if not node or not right:
        return None

    def in_data(data: Any) -> None:
        for step in path:
            data = data[step]
        items = [(right if key == wrong else key, value) for key, value in data.items()]
        data.clear()
        data.update(items)

    return _change_at(draft, finding, node, right, in_data=in_data)


def _quoted(draft: FixDraft, finding: Finding) -> _Change | None:
    node = value_at(draft.root, finding.path)
    if not isinstance(node, yaml.ScalarNode):
        return None
    digits = draft.text[node.start_mark.index : node.end_mark.index]
    return _change_at(draft, finding, node, f'"{digits}"', in_data=_putting(finding.path, [digits]))


def _replaced_word(
    draft: FixDraft, finding: Finding, allowed_words: Iterable[str]
) -> _Change | None:
    node = value_at(draft.root, finding.path)
    if not isinstance(node, yaml.ScalarNode):
        return None
    right = [meant(word, allowed_words) or word for word in re.split("\\s*[，、]\\s*", node.value)]
    if not set(right) <= set(allowed_words) or (
        len(right) > 1 and not _in_brackets(draft, finding.path)
    ):
        return None
    return _change_at(draft, finding, node, ", ".join(right), in_data=_putting(finding.path, right))


def _in_brackets(draft: FixDraft, path: KeyPath) -> bool:
    """Whether what stands at `path` is an item of a list in brackets."""
    around = value_at(draft.root, path[:-1])
    return isinstance(around, yaml.SequenceNode) and bool(around.flow_style)


def _change_at(
    draft: FixDraft,
    finding: Finding,
    node: yaml.ScalarNode,
    new: str,
    *,
    in_data: Callable[[Any], None],
) -> _Change:
    start, end = node.start_mark, node.end_mark
    problem = draft.problem(finding, (start.line + 1, start.column + 1))
    mended = Fix(problem, draft.text[start.index : end.index], new)
    return _Change(Edit(start.index, end.index, new), mended, in_data)


def _putting(path: KeyPath, words: list[str]) -> Callable[[Any], None]:
    """Puts a word in the place of the value at `path`; several words only into a list."""

    def put(data: Any) -> None:
        around, last = data, path[0]
        for step in path:
            if step == "value" and not isinstance(data, dict):
                continue  # a claim that is written as its value alone
            around, last, data = data, step, data[step]
        if isinstance(around, list):
            assert isinstance(last, int)
            around[last : last + 1] = words
        else:
            (around[last],) = words

    return put
