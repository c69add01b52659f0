"""What must hold across records. One module for each subject, one function for each rule.

A rule takes the store and yields problems; its words are in `rulebook.yml`, under its code.
"""

from collections.abc import Callable, Iterator

from mozi.problems import Problem, first
from mozi.rules import catalogues, evidence, ids, locales, sources, unpublished
from mozi.store import Store

Rule = Callable[[Store], Iterator[Problem]]

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
    catalogues.lost_placeholders,
)
"""Every rule, in the order of their codes."""


def check(store: Store) -> list[Problem]:
    """Every problem of the data: those met while reading, then those of the rules, sorted."""
    found = set(store.problems)
    for rule in RULES:
        found.update(first(rule(store)))
    return sorted(found)
