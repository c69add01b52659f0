"""Record summary: ids, dates and texts of a record, found in one walk through it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from mozi.records.field_types import field_type, models_within
from mozi.records.models import RECORD_TYPES
from mozi.records.values import Place, Ref, Text, TextKey
from mozi.yaml_text.parse import KeyPath

_PAST = ("as_of", "checked", "date")
_PAST_VALUES: tuple[KeyPath, ...] = (("founded", "value"), ("closed", "value"), ("year", "value"))
_PAST_IN = {("milestones", "until"), ("students_by_year", "year")}
"""Field of a record, and a date inside it that is past."""

_DATES = {
    name
    for model in {type_ for record_type in RECORD_TYPES for type_ in models_within(record_type)}
    for name in model.model_fields
    if name != "value" and field_type(model, name).date
}
"""Names of all fields that hold a date."""


@dataclass(frozen=True)
class RecordSummary:
    """Ids that a record names, its dates, and the languages of its texts.

    `refs` are the ids, `dates` all dates, and `past` those of past things; each with the path that
    leads to it. `earliest` and `latest` are those of `past`, empty where there is none. `texts` are
    languages by context and English text.
    """

    refs: list[tuple[KeyPath, Ref]]
    dates: list[tuple[KeyPath, str]]
    past: list[tuple[KeyPath, str]]
    texts: list[tuple[TextKey, tuple[str, ...]]]
    earliest: str = ""
    latest: str = ""

    @classmethod
    def from_places(cls, places: Iterable[Place]) -> Self:
        """Return the summary of a record from all values in it, each with its path."""
        refs, dates, texts = [], [], []
        for path, value in places:
            if isinstance(value, Ref):
                refs.append((path, value))
            elif isinstance(value, str):
                if (path[-2] if path[-1] == "value" else path[-1]) in _DATES:
                    dates.append((path, value))
            elif not isinstance(value, list) and isinstance(value, Text):
                texts.append(((value.context, value.en), tuple(value.languages)))
        past = [(path, day) for path, day in dates if _is_past_thing(path)]
        days = [day for _, day in past]
        return cls(refs, dates, past, texts, min(days, key=_end, default=""), max(days, default=""))


def _is_past_thing(path: KeyPath) -> bool:
    """Whether the date at a path is that of something that has happened or was true."""
    if path[-1] in _PAST:
        return path[-1] != "date" or "deadlines" not in path
    return path in _PAST_VALUES or (path[0], path[-1]) in _PAST_IN


def _end(day: str) -> str:
    """Return a sort key that puts a year or month behind all dates within it."""
    return f"{day}~"
