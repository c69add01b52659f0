"""The time axis: positions of dates on it, only as precise as they are known."""

from calendar import monthrange
from collections.abc import Sequence

MOST_LABELS = 6
"""Greatest number of years with a label; there is no room for more on a phone."""

_EDGE = 2.0
"""Space at both ends, in per cent, for the round ends of the marks."""


def span(date: str) -> tuple[float, float]:
    """Start and end of a year, a month or a day, in years: 2024-07 is (2024.5, 2024.58)."""
    year, month, day = (int(part) for part in (date + "-00-00")[:10].split("-"))
    if not month:
        return year, year + 1
    if not day:
        return year + (month - 1) / 12, year + month / 12
    length = monthrange(year, month)[1]
    start = year + (month - 1 + (day - 1) / length) / 12
    return start, start + 1 / length / 12


class Scale:
    """Scale of whole years that contain all the dates, from 0 to 100 per cent."""

    def __init__(self, dates: Sequence[str], mirrored: bool = False) -> None:
        """`mirrored`: time runs from right to left. Raises `ValueError` without dates."""
        self.first = min(int(date[:4]) for date in dates)
        self.end = max(int(date[:4]) for date in dates) + 1
        self._mirrored = mirrored

    def at(self, year: float) -> float:
        """Position of a moment, in per cent from the left. In: a year with its fraction."""
        share = (year - self.first) / (self.end - self.first)
        if self._mirrored:
            share = 1 - share
        return round(_EDGE + share * (100 - 2 * _EDGE), 2)

    def labelled(self) -> list[int]:
        """Years that get a label."""
        step = -(-(self.end - self.first) // MOST_LABELS)
        return list(range(self.first, self.end, step))
