"""How statements are known."""

from collections.abc import Iterator

from mozi.problems import Problem
from mozi.store import Store
from mozi.values import Evidence


def inferred_without_reason(store: Store) -> Iterator[Problem]:
    """MZ305: what is inferred says why."""
    for record, path, value in store.values:
        if isinstance(value, Evidence) and value.basis == "inferred" and not value.note:
            yield store.problem(record.file, path, "MZ305")
