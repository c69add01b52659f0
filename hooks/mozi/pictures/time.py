"""The time axis: where dates lie on it, no finer than they are known."""

from calendar import monthrange
from collections.abc import Sequence

MOST_LABELS = 6
"""Years that get a label; there is no room for more on a phone."""

_EDGE = 2.0
"""Per cent left free at both ends, for the round ends of the marks."""


def span(date: str) -> tuple[float, float]:
    """First and last moment of a year, a month or a day, in years: 2024-07 is (2024.5, 2024.58)."""
    year, month, day = (int(part) for part in (date + "-00-00")[:10].split("-"))
    if not month:
        return year, year + 1
    if not day:
        return year + (month - 1) / 12, year + month / 12
    length = monthrange(year, month)[1]
    start = year + (month - 1 + (day - 1) / length) / 12
    return start, start + 1 / length / 12


class Scale:
    """Whole years that hold all the dates, spread over a hundred per cent."""

    def __init__(self, dates: Sequence[str], mirrored: bool = False) -> None:
        """`mirrored`: time runs from right to left. Raises `ValueError` without dates."""
        self.first = min(int(date[:4]) for date in dates)
        self.end = max(int(date[:4]) for date in dates) + 1
        self._mirrored = mirrored

    def at(self, year: float) -> float:
        """Where a moment lies, in per cent from the left."""
        share = (year - self.first) / (self.end - self.first)
        if self._mirrored:
            share = 1 - share
        return round(_EDGE + share * (100 - 2 * _EDGE), 2)

    def labelled(self) -> list[int]:
        """The years to name."""
        step = -(-(self.end - self.first) // MOST_LABELS)
        return list(range(self.first, self.end, step))
