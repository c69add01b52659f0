"""What must hold across records. One module for each subject, one function for each rule.

A rule takes the store and yields problems; its words are in `rulebook.yml`, under its code.
"""

from collections.abc import Callable, Iterator
from datetime import date

from mozi.problems import Problem, first
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
from mozi.store import Store

Rule = Callable[[Store], Iterator[Problem]]
DatedRule = Callable[[Store, date], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    ids.unknown,
    unpublished.holes,
    unpublished.contradictions,
    unpublished.unknown,
    evidence.inferred_without_reason,
    sources.forbidden_hosts,
    sources.not_to_be_found,
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
    catalogues.lost_placeholders,
    dates.ending_first,
    dates.late_deadlines,
    statuses.opened_before_signed,
    statuses.groundless,
    statuses.unsigned,
    statuses.overtaken,
    statuses.ahead_of_the_project,
    texts.misleading,
    texts.look_alikes,
    texts.foreign_scripts,
    texts.markup,
    texts.long,
    texts.spaces,
    texts.unfinished,
    addresses.without_page,
    addresses.led_astray,
    addresses.still_there,
    addresses.malformed,
)
"""Every rule that holds on any day, in the order of their codes."""

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
    for rule in RULES:
        found.update(first(rule(store)))
    if today:
        for dated_rule in DATED_RULES:
            found.update(first(dated_rule(store, today)))
    return sorted(found)
