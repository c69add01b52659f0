"""The world map: outlines of land without borders, and positions of places on the picture.

`outline.py` makes `land.json` beside this file.
"""

import json
from functools import cache
from math import radians
from pathlib import Path

WIDTH = 1000
LEFT, RIGHT = 75, 945
"""Width of the whole globe, and the part of it that is shown: there is only sea at both sides."""

NORTH, SOUTH = 78, -60
"""Degrees of latitude shown. Antarctica is left out: nobody lives there, and it costs height."""

MIDDLE = 10
"""The meridian in the middle, in degrees east, so that the picture's edges lie in the sea."""

XY = tuple[float, float]
"""A position on the picture; x grows to the right, y downwards."""


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
    """Position of a place on the picture. In: degrees north and east."""
    x, y = _natural_earth(lat, lon - MIDDLE + (360 if lon < MIDDLE - 180 else 0))
    return WIDTH / 2 + x * _SCALE, (_TOP - y) * _SCALE


@cache
def land() -> str:
    """Outlines of all land as data of one SVG path; fill it by the even-odd rule."""
    file = Path(__file__).with_name("land.json")
    return str(json.loads(file.read_text(encoding="utf-8"))["path"])
