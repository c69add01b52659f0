"""A file that is being mended: what its text says, what is wrong with it, and a better text."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

import pydantic
import yaml

from mozi.problems.model_errors import model_findings
from mozi.problems.problem import Finding, Problem
from mozi.records.file_format import first_misplaced_key
from mozi.records.models import Record, SiteNames
from mozi.records.values import Model, walk
from mozi.rules import ids, typography, unpublished
from mozi.rules.localised_texts import LocalisedText, texts_in_file
from mozi.store.record_store import Store
from mozi.yaml_text.edit import compose
from mozi.yaml_text.parse import KeyPath, Position, Positions, Unreadable, parse_yaml
from mozi.yaml_text.tidy import layout_flaws

MOST = 50
"""Repairs of one file that are tried; a file with more slips was not typed by a person."""

WHOLE_FILES = (Record, SiteNames)
"""Models of whole files; others are those of the entries in one."""


@dataclass(frozen=True)
class Sheet:
    """A file that may be mended: a record, the names, or a list of ids and entries of `model`.

    `store` knows the ids that exist.
    """

    file: str
    model: type[Model]
    store: Store

    @property
    def id(self) -> str:
        """The file's name without its ending."""
        return PurePosixPath(self.file).stem

    def findings(self, data: dict[str, Any]) -> Iterator[Finding]:
        """Findings that the model refuses; where it takes all, words that name nothing and texts
        that are not typeset.
        """
        for path, part in self._parts(data):
            try:
                value = self._load(part)
            except pydantic.ValidationError as error:
                yield from model_findings(error, self.model, self.file, path)
                continue
            if isinstance(value, Record):
                yield from ids.unknown_in(self.store, value)
                yield from unpublished.unknown(value)
            yield from typography.every_language(texts_in_file(self.file, walk(value, path)))

    def texts(self, data: dict[str, Any]) -> Iterator[LocalisedText]:
        """Localised texts of what the model takes."""
        for path, part in self._parts(data):
            try:
                yield from texts_in_file(self.file, walk(self._load(part), path))
            except pydantic.ValidationError:
                continue

    def _parts(self, data: dict[str, Any]) -> Iterator[tuple[KeyPath, Any]]:
        """Parts that the model is to take, with the keys that lead to them: all, or each entry."""
        if issubclass(self.model, WHOLE_FILES):
            yield (), data
        else:
            yield from (((key,), value) for key, value in data.items())

    def _load(self, data: Any) -> Model:
        """A record or an entry. Raises `pydantic.ValidationError`."""
        if issubclass(self.model, Record):
            return self.model.load(self.id, data)
        return self.model.model_validate(data)

    def inside(self, path: KeyPath) -> KeyPath:
        """`path` as the model sees it: the entries of a list stand one key deeper than a record."""
        return path if issubclass(self.model, WHOLE_FILES) else path[1:]


class FixDraft:
    """The text of a sheet at one time.

    `error` says why it cannot be read; else `data` is what it says.
    """

    def __init__(self, sheet: Sheet, text: str) -> None:
        self.sheet = sheet
        self.text = text
        self.data: Any = None
        self.error: Unreadable | None = None
        self.positions = Positions()
        try:
            self.data = parse_yaml(text, self.positions)
        except Unreadable as error:
            self.error = error

    @cached_property
    def findings(self) -> list[Finding]:
        """Findings in the data."""
        return list(self.sheet.findings(self.data)) if isinstance(self.data, dict) else []

    @cached_property
    def misplaced(self) -> tuple[str, str] | None:
        """A key of a record, and the one it belongs before."""
        model = self.sheet.model
        if not issubclass(model, Record) or not isinstance(self.data, dict):
            return None
        if set(self.data) - set(model.model_fields):
            return None
        return first_misplaced_key(model, self.data)

    @cached_property
    def problems(self) -> Counter[tuple[str, str]]:
        """How often each wording of each rule is true of the text."""
        if self.error:
            return Counter([(self.error.code, self.error.variant)])
        finding_counts = Counter((finding.code, finding.variant) for finding in self.findings)
        finding_counts.update(("MZ901", flaw) for flaw, _ in layout_flaws(self.text))
        finding_counts.update([("MZ902", "")] if self.misplaced else [])
        return finding_counts

    @cached_property
    def lines(self) -> dict[int, str]:
        """The lines of the text, counted from 1."""
        return dict(enumerate(self.text.split("\n"), 1))

    @cached_property
    def root(self) -> yaml.Node:
        """The text's outermost node; to be asked for only where the text can be read."""
        return compose(self.text)

    def problem(self, finding: Finding, position: Position) -> Problem:
        """A finding as a problem of the file."""
        file, code, variant = self.sheet.file, finding.code, finding.variant
        return Problem.at(file, position, code, variant, **dict(finding.values))


@dataclass(frozen=True)
class Fix:
    """A problem that is no more; where one word took another's place, both."""

    problem: Problem
    old: str = ""
    new: str = ""


@dataclass(frozen=True)
class Repair:
    """A better text, what it mends, and the proof that it says nothing else than before."""

    text: str
    mended: tuple[Fix, ...]
    proof: Callable[[FixDraft], bool]

    def made(self, before: FixDraft) -> FixDraft | None:
        """The draft after this repair; None where the repair is not safe.

        It must be readable, have fewer problems and no new one, and stand its proof.
        """
        after = FixDraft(before.sheet, self.text)
        if after.error or (not before.error and not after.problems < before.problems):
            return None
        return after if self.proof(after) else None


def saying(data: Any) -> Callable[[FixDraft], bool]:
    """The proof that a text says exactly `data`, in the same order."""
    expected = json.dumps(data)
    return lambda draft: json.dumps(draft.data) == expected
