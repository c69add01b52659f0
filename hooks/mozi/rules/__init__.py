"""What must hold across records. One module for each subject, one function for each rule.

A rule takes the store, or one record, one catalogue of translations or the texts of one file, and
yields findings; those in one file are cached for as long as that file does not change. The words of a
rule are in `problems/rulebook.yml`, under its code.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TypeVar

import polib

from mozi.languages.catalogue import catalogue_file
from mozi.problems.problem import MOST, Finding, Problem, first_findings
from mozi.problems.report import locate
from mozi.records.models import Record
from mozi.records.values import Place
from mozi.rules import (
    addresses,
    catalogues,
    dates,
    duplicates,
    evidence,
    ids,
    links,
    locales,
    sources,
    statuses,
    texts,
    unpublished,
)
from mozi.rules.localised_texts import (
    LocalisedText,
    texts_in_catalogue,
    texts_in_file,
    texts_in_lists,
)
from mozi.store.record_store import Store

T = TypeVar("T")

Rule = Callable[[Store], Iterator[Finding]]
DatedRule = Callable[[Store, date], Iterator[Finding]]
RecordRule = Callable[[Record], Iterator[Finding]]
PlaceRule = Callable[[Iterable[Place]], Iterator[Finding]]
CatalogueRule = Callable[[polib.POFile], Iterator[Finding]]
TextRule = Callable[[Sequence[LocalisedText]], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    ids.unknown,
    sources.forbidden_hosts,
    locales.incomplete,
    locales.broken_fallbacks,
    unpublished.nameless,
    links.uncited,
    links.circles,
    links.unnamed,
    links.unlike_curricula,
    links.unlike_programmes,
    links.foreign_hosts,
    duplicates.same_names,
    duplicates.same_sources,
    locales.unsigned_reviews,
    locales.unfinished,
    statuses.ahead_of_the_project,
    addresses.without_page,
    addresses.led_astray,
    addresses.still_there,
    addresses.malformed,
)
"""Every rule that looks at several files together, in the order of their codes."""

RECORD_RULES: tuple[RecordRule, ...] = (
    unpublished.holes,
    unpublished.contradictions,
    unpublished.unknown,
    sources.not_to_be_found,
    dates.ending_first,
    dates.late_deadlines,
    statuses.opened_before_signed,
    statuses.groundless,
    statuses.unsigned,
    statuses.overtaken,
)
"""Every rule that looks at one record alone, in the order of their codes."""

PLACE_RULES: tuple[PlaceRule, ...] = (evidence.inferred_without_reason,)
"""Every rule that looks at each place in a record, in the order of their codes."""

CATALOGUE_RULES: tuple[CatalogueRule, ...] = (catalogues.lost_placeholders,)
"""Every rule that looks at a catalogue of translations alone, in the order of their codes."""

TEXT_RULES: tuple[TextRule, ...] = (
    texts.misleading,
    texts.look_alikes,
    texts.foreign_scripts,
    texts.markup,
    texts.long,
    texts.spaces,
    texts.unfinished,
)
"""Every rule that looks at the texts of one file alone, in the order of their codes."""

DATED_RULES: tuple[DatedRule, ...] = (
    statuses.closed_with_intakes,
    dates.future,
    dates.old,
    dates.later_than_the_last_look,
)
"""Every rule that depends on the day."""


def check(store: Store, today: date | None = None) -> list[Problem]:
    """Every problem of the data: those met while reading, then those of the rules, sorted.

    `today` is the day to judge by; without it no date is in the future, and none too old.
    """
    findings = list(store.findings)
    for by_rule in _findings_by_rule(store).values():
        findings += first_findings(by_rule)
    for rule in RULES:
        findings += first_findings(rule(store))
    if today:
        for dated_rule in DATED_RULES:
            findings += first_findings(dated_rule(store, today))
    return locate(findings, store.files.position)


# Files that are looked at alone -------------------------------------------------------------------

FileFindings = dict[str, list[Finding]]
"""Findings in one file by the name of the rule; rules that find nothing are not named."""


def _findings_by_rule(store: Store) -> dict[str, list[Finding]]:
    """Findings of every rule for single files, in the order of the files."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for file, by_rule in _findings_by_file(store):
        for name, findings in by_rule.items():
            found[name] += [finding._replace(file=file) for finding in findings]
    return found


def _findings_by_file(store: Store) -> Iterator[tuple[str, FileFindings]]:
    for record in store.each():
        yield record.file, _findings_in_record(store, record)
    for file, texts_there in texts_in_lists(store):
        yield file, _apply(TEXT_RULES, texts_there)
    for code in store.translations:
        yield catalogue_file(code), _findings_in_catalogue(store, code)


def _findings_in_record(store: Store, record: Record) -> FileFindings:
    def find() -> FileFindings:
        places = store.places(record)
        return {
            **_apply(RECORD_RULES, record),
            **_apply(PLACE_RULES, places),
            **_apply(TEXT_RULES, texts_in_file(record.file, places)),
        }

    findings = store.files.cached("findings", record.file, find)
    store.summary(record)  # now that its places are at hand: other rules ask for it
    return findings


def _findings_in_catalogue(store: Store, code: str) -> FileFindings:
    file = catalogue_file(code)

    def find() -> FileFindings:
        catalogue = store.catalogue(code)
        return {
            **_apply(CATALOGUE_RULES, catalogue),
            **_apply(TEXT_RULES, [*texts_in_catalogue(file, code, catalogue)]),
        }

    return store.files.cached("findings", file, find)


def _apply(rules: Iterable[Callable[[T], Iterator[Finding]]], thing: T) -> FileFindings:
    """Findings of rules in a thing, of each rule as many as may be listed."""
    found = {}
    for rule in rules:
        findings = list(islice(rule(thing), MOST + 1))
        if findings:
            found[f"{rule.__module__}.{rule.__name__}"] = findings
    return found
