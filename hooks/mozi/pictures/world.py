"""The world map: land outlines without borders, and where points of it lie on the picture.

`land.json` beside this file is made by `outline.py`.
"""

import json
from collections.abc import Sequence
from functools import cache
from math import cos, dist, pi, radians, sin
from pathlib import Path

WIDTH = 1000
LEFT, RIGHT = 75, 945
"""Width of the whole globe, and what is shown of it: at both sides is nothing but sea."""

NORTH, SOUTH = 78, -60
"""Degrees of latitude shown. Antarctica is left out: nobody lives there, and it costs height."""

MIDDLE = 10
"""The meridian in the middle, in degrees east, so that the picture's edges lie in the sea."""

XY = tuple[float, float]
"""A place on the picture; x grows to the right, y downwards."""

TARGET = 36
"""Radius of a point's target where it has room: more than 12 CSS px on a phone 360 px wide."""


def _natural_earth(lat: float, lon: float) -> XY:
    """The Natural Earth projection (Patterson; polynomials by Jenny and Šavrič), y upwards."""
    p, p2 = radians(lat), radians(lat) ** 2
    x = 0.8707 - 0.131979 * p2 + p2**2 * (-0.013791 + p2**3 * (0.003971 - 0.001529 * p2))
    y = 1.007226 + p2 * (0.015085 + p2**2 * (-0.044475 + 0.028874 * p2 - 0.005916 * p2**2))
    return radians(lon) * x, p * y


_SCALE = WIDTH / 2 / _natural_earth(0, 180)[0]
_TOP = _natural_earth(NORTH, 0)[1]
HEIGHT = round((_TOP - _natural_earth(SOUTH, 0)[1]) * _SCALE)


def project(lat: float, lon: float) -> XY:
    """Where a place lies on the picture. In: degrees north and east."""
    x, y = _natural_earth(lat, lon - MIDDLE + (360 if lon < MIDDLE - 180 else 0))
    return WIDTH / 2 + x * _SCALE, (_TOP - y) * _SCALE


@cache
def land() -> str:
    """The outlines of all land as the data of one SVG path; fill it by the even-odd rule."""
    file = Path(__file__).with_name("land.json")
    return str(json.loads(file.read_text(encoding="utf-8"))["path"])


def targets(points: Sequence[XY]) -> list[tuple[XY, ...]]:
    """For every point the area that leads to it: a circle, cut halfway to its neighbours."""
    return [_cut(point, [other for other in points if other != point]) for point in points]


def _cut(point: XY, others: Sequence[XY]) -> tuple[XY, ...]:
    x, y = point
    area = [
        (x + TARGET * cos(2 * pi * turn / 24), y + TARGET * sin(2 * pi * turn / 24))
        for turn in range(24)
    ]
    for other in others:
        kept: list[XY] = []
        for before, here in zip([area[-1], *area], area, strict=False):
            side = [
                dist(corner, other) ** 2 - dist(corner, point) ** 2 for corner in (before, here)
            ]
            if (side[0] < 0) != (side[1] < 0):
                share = side[0] / (side[0] - side[1])
                kept.append(
                    (
                        before[0] + share * (here[0] - before[0]),
                        before[1] + share * (here[1] - before[1]),
                    )
                )
            if side[1] >= 0:
                kept.append(here)
        area = kept
    return tuple(area)


LABEL_HEIGHT = 14
_BESIDE, _BELOW = 9, 6
"""Between a point and its label."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def labels(points: Sequence[XY], widths: Sequence[float]) -> list[tuple[float, float, str] | None]:
    """For every point where its label goes: x, baseline y, and `start`, `middle` or `end`.

    In: the points and how wide their labels are. A label that would cover a point, another label
    or the edge of the picture is None: the table beside the picture has it.
    """
    taken: list[Box] = [(x - 6, y - 6, x + 6, y + 6) for x, y in points]
    placed: list[tuple[float, float, str] | None] = []
    for (x, y), width in zip(points, widths, strict=True):
        half = LABEL_HEIGHT / 2
        choices: list[tuple[str, float, Box]] = [
            ("start", x + _BESIDE, (x + _BESIDE, y - half, x + _BESIDE + width, y + half)),
            ("end", x - _BESIDE, (x - _BESIDE - width, y - half, x - _BESIDE, y + half)),
            ("middle", x, (x - width / 2, y - _BELOW - LABEL_HEIGHT, x + width / 2, y - _BELOW)),
            ("middle", x, (x - width / 2, y + _BELOW, x + width / 2, y + _BELOW + LABEL_HEIGHT)),
        ]
        free = [choice for choice in choices if _free(choice[2], taken)]
        if free:
            anchor, at, box = free[0]
            taken.append(box)
            placed.append((at, box[3] - LABEL_HEIGHT * 0.28, anchor))
        else:
            placed.append(None)
    return placed


def _free(box: Box, taken: Sequence[Box]) -> bool:
    left, top, right, bottom = box
    inside = left >= LEFT and top >= 0 and right <= RIGHT and bottom <= HEIGHT
    return inside and all(
        right <= other[0] or left >= other[2] or bottom <= other[1] or top >= other[3]
        for other in taken
    )
