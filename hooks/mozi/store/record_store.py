"""Store: the content of the folder `data/`, and the findings about it."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import polib

from mozi.languages.catalogue import (
    Translations,
    catalogue_file,
    parse_catalogue,
)
from mozi.languages.locales import LocaleEntry
from mozi.problems.problem import Finding, Problem
from mozi.problems.report import locate
from mozi.records.models import RECORD_TYPES, VOCABULARIES, Record, SiteNames
from mozi.records.summary import RecordSummary
from mozi.records.values import Model, Place, Ref, Text, walk
from mozi.settings import own_or_shared
from mozi.store.source_files import SourceFiles

ADDRESSES = "data/addresses.txt"
"""File with all addresses that were ever published; see `addresses/permalinks.py`."""

REDIRECTS = "data/redirects.yml"
"""File of redirects for addresses without a page: `/old/: /new/`, or `/old/: {gone: why}`."""

SITE = "data/site.yml"
"""File with the names of the brand."""

LOCALES = "data/locales.yml"
"""File with the languages of the site."""


GLOSSARY = "data/vocabularies/glossary.yml"
"""File with the glossary, which tells of a brand and its sources: a project without one has none."""

SHARED = {LOCALES, *(f"data/vocabularies/{name}.yml" for name in VOCABULARIES)} - {GLOSSARY}
"""Files that a project may leave out: then those of its home stand in for them."""


class Gone(Model):
    """Reason why an old address has no page and no new address."""

    gone: Text


Redirect = str | Gone
"""Redirect of an old address: the new address, or the reason why there is none."""


@dataclass
class Store:
    """Everything in `data/`: records by kind and id, vocabularies, names, locales, translations.

    `published` are the addresses that were ever published, with their lines; `redirects` are those
    of addresses without a page. `findings` are the mistakes met while reading. `unread` are kinds
    and ids of files that exist but could not be read: ids that name them are not reported as
    unknown. `shared_translations` are those of its home, from which a project takes what its own
    catalogues lack; `shared_hashes` are hashes of the home's files that were read for the project.
    """

    files: SourceFiles
    records: dict[str, dict[str, Record]] = field(
        default_factory=lambda: {record_type.kind: {} for record_type in RECORD_TYPES}
    )
    vocabularies: dict[str, dict[str, Any]] = field(
        default_factory=lambda: {name: {} for name in VOCABULARIES}
    )
    locales: dict[str, LocaleEntry] = field(default_factory=dict)
    translations: dict[str, Translations] = field(default_factory=dict)
    published: dict[str, int] = field(default_factory=dict)
    redirects: dict[str, Redirect] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    unread: set[tuple[str, str]] = field(default_factory=set)
    names: SiteNames | None = None
    shared_translations: dict[str, Translations] = field(default_factory=dict)
    shared_hashes: dict[str, str] = field(default_factory=dict)
    _catalogues: dict[str, polib.POFile] = field(default_factory=dict, init=False, repr=False)
    _summaries: dict[str, RecordSummary] = field(default_factory=dict, init=False, repr=False)
    _walked: tuple[Record | None, list[Place]] = field(default=(None, []), init=False, repr=False)

    @property
    def root(self) -> Path:
        """Project folder."""
        return self.files.root

    @property
    def docs(self) -> Path:
        """Folder with the pages of prose."""
        return own_or_shared(self.root, "docs", self.files.home)

    @property
    def problems(self) -> list[Problem]:
        """Problems met while reading: the findings with their lines."""
        return locate(self.findings, self.files.position)

    def each(self, *kinds: str) -> Iterator[Any]:
        """Yield all records, or those of some kinds."""
        for kind in kinds or self.records:
            yield from self.records[kind].values()

    def find(self, ref: Ref) -> Any:
        """Return the record that an id names; None where there is none."""
        return self.records[ref.kind].get(ref)

    @property
    def summaries(self) -> Sequence[tuple[Record, RecordSummary]]:
        """All records, each with its summary."""
        return [(record, self.summary(record)) for record in self.each()]

    def named_keys(self) -> Set[tuple[str, str]]:
        """Return kind and id of all records and vocabulary entries that any record names."""
        return {(ref.kind, ref) for _, summary in self.summaries for _, ref in summary.refs}

    def summary(self, record: Record) -> RecordSummary:
        """Return the summary of a record: ids, past dates and texts in it."""
        file = record.file
        if file not in self._summaries:
            summarise = partial(self._summarise, record)
            self._summaries[file] = self.files.cached("summary", file, summarise)
        return self._summaries[file]

    def _summarise(self, record: Record) -> RecordSummary:
        return RecordSummary.from_places(self.places(record))

    def places(self, record: Record) -> list[Place]:
        """Return all values in a record, each with its path.

        The result for the last record is kept for the next call; those of all records would take
        much memory.
        """
        walked, places = self._walked
        if walked is not record:
            places = walk(record)
            self._walked = record, places
        return places

    def catalogue(self, code: str) -> polib.POFile:
        """Return the gettext catalogue of a language, an empty one where there is none.

        It is parsed only for callers that need more than translations. Raises `BrokenCatalogue`.
        """
        if code not in self._catalogues:
            file = catalogue_file(code)
            has_file = (self.root / file).exists()
            content = self.files.content(file) if has_file else b""
            self._catalogues[code] = parse_catalogue(content) if has_file else polib.POFile()
        return self._catalogues[code]

    @property
    def catalogues(self) -> dict[str, polib.POFile]:
        """Gettext catalogues by language, of every language whose translations were read."""
        return {code: self.catalogue(code) for code in self.translations}
