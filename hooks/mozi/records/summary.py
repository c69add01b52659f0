"""Record summary: ids, past dates and texts of a record, found in one walk through it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from mozi.records.values import Place, Ref, Text, TextKey
from mozi.yaml_text.parse import KeyPath

_PAST = ("as_of", "checked", "date")
_PAST_VALUES: tuple[KeyPath, ...] = (("founded", "value"), ("year", "value"))


@dataclass(frozen=True)
class RecordSummary:
    """Ids that a record names, its dates in the past, and the languages of its texts.

    `refs` are the ids, and `past` the dates of past things, which are all dates but those of
    intakes; both with the paths that lead to them. `earliest` and `latest` are those of `past`,
    empty where there is none. `texts` are languages by context and English text.
    """

    refs: list[tuple[KeyPath, Ref]]
    past: list[tuple[KeyPath, str]]
    texts: list[tuple[TextKey, tuple[str, ...]]]
    earliest: str = ""
    latest: str = ""

    @classmethod
    def from_places(cls, places: Iterable[Place]) -> Self:
        """Return the summary of a record from all values in it, each with its path."""
        refs, past, texts = [], [], []
        for path, value in places:
            if isinstance(value, Ref):
                refs.append((path, value))
            elif isinstance(value, str):
                if path[-1] in _PAST or path in _PAST_VALUES:
                    past.append((path, value))
            elif not isinstance(value, list) and isinstance(value, Text):
                texts.append(((value.context, value.en), tuple(value.languages)))
        days = [day for _, day in past]
        return cls(refs, past, texts, min(days, key=_end, default=""), max(days, default=""))


def _end(day: str) -> str:
    """Return a sort key that puts a year or month behind all dates within it."""
    return f"{day}~"
