"""What is read of the catalogue while something is made; and what it says now, in short.

A read is named by a short text. Nothing has to be made again as long as everything that was read
for it says the same.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from mozi.engine.hashing import digest_of
from mozi.graph.git_history import History
from mozi.graph.subscriptions import Subscription
from mozi.records.models import RECORD_TYPES, Record

if TYPE_CHECKING:  # the catalogue notes reads
    from mozi.graph.record_graph import RecordGraph

Dependencies = set[str]

SUBSCRIPTIONS_KEY = "subscribe/"
"""Which scopes there are."""


def record_key(record: Record) -> str:
    """All that a record says."""
    return f"{record.kind}/{record.id}"


def references_key(record: Record) -> str:
    """Which records name or cite a record; not what they say."""
    return f"{record.kind}/{record.id}<"


def kind_key(record_type: type[Record]) -> str:
    """All that records of a kind say."""
    return f"{record_type.kind}/"


def subscription_key(scope: Subscription) -> str:
    """All that records in a scope say."""
    return f"subscribe/{scope.path}"


def formats_key(scope: Subscription) -> str:
    """In which forms a scope can be followed."""
    return f"subscribe/{scope.path}?"


def dependency_states(
    catalogue: "RecordGraph", digests: Mapping[tuple[str, str], str], history: History
) -> dict[str, str]:
    """A digest for everything that can be read.

    In: for each kind and id the digest of what the record says; when files were changed.
    """
    said = {
        record_key(each): digest_of(digests[each.kind, each.id], history.changes.get(each.file, ()))
        for each in catalogue
    }
    return {**said, **dict(_between(catalogue)), **dict(_together(catalogue, said))}


def _between(catalogue: "RecordGraph") -> Iterator[tuple[str, str]]:
    for each, keys in catalogue.named_in():
        yield references_key(each), digest_of(keys)


def _together(catalogue: "RecordGraph", said: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for record_type in RECORD_TYPES:
        of_kind = [(each.id, said[record_key(each)]) for each in catalogue.of(record_type)]
        yield kind_key(record_type), digest_of(of_kind)
    for each, followed in catalogue.followed.items():
        yield subscription_key(each), digest_of([said[record_key(one)] for one in followed.records])
        yield formats_key(each), digest_of(*catalogue.offered(each))
    yield SUBSCRIPTIONS_KEY, digest_of([each.path for each in catalogue.followed])
