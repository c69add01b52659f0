"""What must hold across records. One module for each subject, one function for each rule.

A rule takes the store and yields problems, or takes one record, one catalogue of translations or the
texts of one file, and yields findings, which are known as long as that file does not change. Its
words are in `rulebook.yml`, under its code.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import islice
from typing import TypeVar

import polib

from mozi.languages.catalogue import catalogue_file
from mozi.problems.model_errors import Finding
from mozi.problems.problem import MOST, Problem, first_problems
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

Rule = Callable[[Store], Iterator[Problem]]
DatedRule = Callable[[Store, date], Iterator[Problem]]
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
    found = set(store.problems)
    for findings in _in_files(store).values():
        found.update(first_problems(_located(store, *each) for each in findings))
    for rule in RULES:
        found.update(first_problems(rule(store)))
    if today:
        for dated_rule in DATED_RULES:
            found.update(first_problems(dated_rule(store, today)))
    return sorted(found)


# Files that are looked at alone -------------------------------------------------------------------

Found = dict[str, list[Finding]]
"""What is found in a file, by the name of the rule; rules that find nothing are not named."""


def _located(store: Store, file: str, found: Finding) -> Problem:
    return store.problem(file, found.path, found.code, found.variant, **found.values)


def _in_files(store: Store) -> dict[str, list[tuple[str, Finding]]]:
    """What every rule for files says, with the files, in their order."""
    found: dict[str, list[tuple[str, Finding]]] = defaultdict(list)
    for file, look in _looks(store):
        for name, findings in look.items():
            found[name] += [(file, finding) for finding in findings]
    return found


def _looks(store: Store) -> Iterator[tuple[str, Found]]:
    for record in store.each():
        yield record.file, look_at_record(store, record)
    for file, texts_there in texts_in_lists(store):
        yield file, _told(TEXT_RULES, texts_there)
    for code in store.translations:
        yield catalogue_file(code), look_at_catalogue(store, code)


def look_at_record(store: Store, record: Record) -> Found:
    """What rules for one file find in a record's."""
    found = store.known("found", record.file, partial(_in_record, store, record))
    store.survey(record)  # now that its places are at hand: other rules ask for it
    return found


def look_at_catalogue(store: Store, code: str) -> Found:
    """The same in the catalogue of a language."""
    file = catalogue_file(code)
    return store.known("found", file, lambda: _in_catalogue(file, code, store.catalogue(code)))


def _in_record(store: Store, record: Record) -> Found:
    places = store.places(record)
    return {
        **_told(RECORD_RULES, record),
        **_told(PLACE_RULES, places),
        **_told(TEXT_RULES, texts_in_file(record.file, places)),
    }


def _in_catalogue(file: str, code: str, catalogue: polib.POFile) -> Found:
    return {
        **_told(CATALOGUE_RULES, catalogue),
        **_told(TEXT_RULES, [*texts_in_catalogue(file, code, catalogue)]),
    }


def _told(rules: Iterable[Callable[[T], Iterator[Finding]]], thing: T) -> Found:
    """What rules say of a thing, as far as it may be listed."""
    found = {}
    for rule in rules:
        told = list(islice(rule(thing), MOST + 1))
        if told:
            found[f"{rule.__module__}.{rule.__name__}"] = told
    return found
