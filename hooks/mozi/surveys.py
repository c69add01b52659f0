"""What stands inside a record, as far as others ask: found in one walk through it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from mozi.translations import Key
from mozi.values import Path, Place, Ref, Text

_PAST = ("as_of", "checked", "date")
_PAST_VALUES: tuple[Path, ...] = (("founded", "value"), ("year", "value"))


@dataclass(frozen=True)
class Survey:
    """What a record names, when it says that something was, and what it says in which languages.

    `refs` are ids, and `past` the dates of all that is told as past, which is every date but those
    of intakes, with the keys that lead there. `texts` are languages by context and English text.
    """

    refs: list[tuple[Path, Ref]]
    past: list[tuple[Path, str]]
    texts: list[tuple[Key, tuple[str, ...]]]

    @classmethod
    def of(cls, places: Iterable[Place]) -> Self:
        """The survey of a record, given every place in it."""
        survey = cls([], [], [])
        for path, value in places:
            if isinstance(value, Ref):
                survey.refs.append((path, value))
            elif isinstance(value, str):
                if path[-1] in _PAST or path in _PAST_VALUES:
                    survey.past.append((path, value))
            elif not isinstance(value, list) and isinstance(value, Text):
                survey.texts.append(((value.context, value.en), tuple(value.languages)))
        return survey
