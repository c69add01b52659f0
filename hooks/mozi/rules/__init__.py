"""Rules that the data must keep: one module for each subject, one function for each rule.

A rule takes the store, or one record, one gettext catalogue or the texts of one file, and yields
findings. Findings in one file are cached until that file changes. The messages of a rule are in
`problems/rulebook.yml`, under its code.
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
    typography,
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
"""Rules that look at several files together, in the order of their codes."""

RECORD_RULES: tuple[RecordRule, ...] = (
    unpublished.holes,
    unpublished.contradictions,
    unpublished.unknown,
    sources.not_to_be_found,
    dates.late_deadlines,
    statuses.opened_before_signed,
    statuses.groundless,
    statuses.unsigned,
    statuses.overtaken,
)
"""Rules that look at one record alone, in the order of their codes."""

PLACE_RULES: tuple[PlaceRule, ...] = (evidence.inferred_without_reason, dates.ending_first)
"""Rules that look at each value inside a record, in the order of their codes."""

CATALOGUE_RULES: tuple[CatalogueRule, ...] = (catalogues.lost_placeholders,)
"""Rules that look at one gettext catalogue alone, in the order of their codes."""

TEXT_RULES: tuple[TextRule, ...] = (
    texts.misleading,
    texts.look_alikes,
    texts.foreign_scripts,
    texts.markup,
    texts.long,
    texts.spaces,
    texts.unfinished,
    typography.french,
    typography.russian,
    typography.arabic,
    typography.chinese,
)
"""Rules that look at the texts of one file alone, in the order of their codes."""

DATED_RULES: tuple[DatedRule, ...] = (
    statuses.closed_with_intakes,
    dates.future,
    dates.old,
    dates.later_than_the_last_look,
    dates.never,
)
"""Rules whose result depends on today's date."""


def check(store: Store, today: date | None = None) -> list[Problem]:
    """Return all problems of the data, sorted: those found while loading and those of the rules.

    `today` is the date that `DATED_RULES` compare with; these rules are skipped without it.
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


# Rules for single files ---------------------------------------------------------------------------

FileFindings = dict[str, list[Finding]]
"""Findings in one file, by the name of the rule. Rules that find nothing have no entry."""


def _findings_by_rule(store: Store) -> dict[str, list[Finding]]:
    """Findings of all rules for single files, by name of the rule, in the order of the files."""
    findings_by_rule: dict[str, list[Finding]] = defaultdict(list)
    for file, by_rule in _findings_by_file(store):
        for name, findings in by_rule.items():
            findings_by_rule[name] += [finding._replace(file=file) for finding in findings]
    return findings_by_rule


def _findings_by_file(store: Store) -> Iterator[tuple[str, FileFindings]]:
    for record in store.each():
        yield record.file, _findings_in_record(store, record)
    for file, localised_texts in texts_in_lists(store):
        yield file, _apply(TEXT_RULES, localised_texts)
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
    store.summary(record)  # made here, as the store still keeps its places: other rules use it
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


def _apply(rules: Iterable[Callable[[T], Iterator[Finding]]], subject: T) -> FileFindings:
    """Findings of rules in one subject, such as a record: at most `MOST` + 1 of each rule."""
    findings_by_rule = {}
    for rule in rules:
        findings = list(islice(rule(subject), MOST + 1))
        if findings:
            findings_by_rule[f"{rule.__module__}.{rule.__name__}"] = findings
    return findings_by_rule
