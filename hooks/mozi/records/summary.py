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
    """Ids that a record names, dates that it tells as past, and the languages of its texts.

    `refs` are ids, and `past` the dates of all that is told as past, which is every date but those
    of intakes, with the keys that lead there; `earliest` and `latest` are of these. `texts` are
    languages by context and English text.
    """

    refs: list[tuple[KeyPath, Ref]]
    past: list[tuple[KeyPath, str]]
    texts: list[tuple[TextKey, tuple[str, ...]]]
    earliest: str = ""
    latest: str = ""

    @classmethod
    def from_places(cls, places: Iterable[Place]) -> Self:
        """The survey of a record, given every place in it."""
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
    """Sort key that puts a date that is known roughly behind those that it may mean."""
    return f"{day}~"
