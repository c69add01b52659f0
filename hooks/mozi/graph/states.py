"""States: the hash of everything in the record graph that a task can depend on."""

from collections.abc import Iterator, Mapping

from mozi.engine.hashing import digest_of
from mozi.graph.dependencies import (
    SUBSCRIPTIONS_KEY,
    formats_key,
    kind_key,
    record_key,
    references_key,
    subscription_key,
)
from mozi.graph.git_history import History
from mozi.graph.record_graph import RecordGraph
from mozi.records.models import RECORD_TYPES


def dependency_states(
    graph: RecordGraph, hashes: Mapping[tuple[str, str], str], history: History
) -> dict[str, str]:
    """The state of each dependency by its key.

    In: the hash of each record by kind and id; when files were changed.
    """
    states = {
        record_key(each): digest_of(hashes[each.kind, each.id], history.changes.get(each.file, ()))
        for each in graph
    }
    return {**states, **dict(_references(graph)), **dict(_groups(graph, states))}


def _references(graph: RecordGraph) -> Iterator[tuple[str, str]]:
    for record, keys in graph.named_in():
        yield references_key(record), digest_of(keys)


def _groups(graph: RecordGraph, states: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """States of what several records say together: those of a kind, those of a subscription."""
    for record_type in RECORD_TYPES:
        members = [(record.id, states[record_key(record)]) for record in graph.all_of(record_type)]
        yield kind_key(record_type), digest_of(members)
    for subscription, content in graph.contents.items():
        record_states = [states[record_key(record)] for record in content.records]
        yield subscription_key(subscription), digest_of(record_states)
        yield formats_key(subscription), digest_of(*graph.formats(subscription))
    yield SUBSCRIPTIONS_KEY, digest_of([subscription.path for subscription in graph.contents])
