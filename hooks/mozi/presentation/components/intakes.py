"""Intakes of a programme, each as a block of rows."""

from dataclasses import dataclass

from mozi.presentation.components.section import Section
from mozi.presentation.components.statement import Row, Stated


@dataclass(frozen=True, kw_only=True)
class IntakeBlock:
    """An intake: its dates as heading, and its rows.

    `state` is a short word such as “full”, or empty. `rank` is 0 where one could apply when last
    checked, 1 where it was too late, 2 where it had begun. `start` and `deadline` are ISO 8601 dates
    as precise as known, `deadline` the last one to apply or empty: a script compares them with today.
    """

    heading: Stated
    state: str
    rank: int
    rows: tuple[Row, ...]
    start: str
    deadline: str


@dataclass(frozen=True)
class Intakes(Section):
    """Section of a programme's intakes, lowest rank first."""

    template = "intakes"
    items: tuple[IntakeBlock, ...]
