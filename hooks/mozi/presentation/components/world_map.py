"""The world map, and the table beside it."""

from dataclasses import dataclass

from mozi.presentation.components.cards import Card
from mozi.presentation.components.section import Section
from mozi.presentation.components.statement import Stated


@dataclass(frozen=True)
class MapPoint:
    """A country on the world map. `name` is its label, `title` the text of its link.

    `target` are the corners of the area that is linked; `label` is x, y and the text's anchor, None
    where there is no room for it.
    On a phone, where labels would be too small to read, a marker with the `number` of the country
    in the map's key stands at or near the point.
    """

    number: str
    name: str
    title: str
    href: str
    x: int
    y: int
    target: str
    label: tuple[int, int, str] | None
    marker: tuple[int, int]


@dataclass(frozen=True)
class WorldRow:
    """A row of the table beside the world map: a country and its projects."""

    country: Stated
    projects: tuple[Card, ...]


@dataclass(frozen=True)
class WorldMap(Section):
    """Section of countries with a project: a table, and the same countries as points on a map.

    `land` is SVG path data, `box` the part of it that is shown; `radius` is that of the markers.
    """

    template = "world_map"
    items: tuple[WorldRow, ...]
    points: tuple[MapPoint, ...]
    land: str
    box: str
    radius: int
    note: str
    sources: tuple[Stated, ...]
    head: tuple[str, ...]
