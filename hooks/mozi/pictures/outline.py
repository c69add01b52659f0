"""Authoring tool: makes `land.json` from Natural Earth, and calculates the points of countries.

Needed only when the map changes. Natural Earth is in the public domain; get it as TopoJSON with
`npm pack world-atlas@2.0.2`, unpack it, then:

    python -m mozi.pictures.outline package/           # writes land.json
    python -m mozi.pictures.outline package/ 762 417   # prints points; ISO 3166-1 numeric codes

The outlines come from `land-110m.json`, which has no borders. `countries-110m.json` is used for
points only: nothing of it is drawn.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from mozi.pictures.world import MIDDLE, NORTH, SOUTH, XY, project

Ring = list[XY]
"""A closed line; the first point is not repeated at the end."""

SMALLEST_AREA = 14
"""Area in square units of the picture: smaller islands are left out."""

DETAIL = 1.4
"""Area in square units of the picture: a corner that changes the outline by less is left out."""


def rings(topology: Any, geometry: Any) -> list[list[Ring]]:
    """Polygons of a TopoJSON geometry, each as rings of (lon, lat), the outer ring first."""
    if geometry["type"] == "GeometryCollection":
        return [p for part in geometry["geometries"] for p in rings(topology, part)]
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [[_ring(topology, arcs) for arcs in polygon] for polygon in polygons]


def _ring(topology: Any, arcs: Sequence[int]) -> Ring:
    ring: Ring = []
    for index in arcs:
        points = list(_arc(topology, index if index >= 0 else ~index))
        ring += (points if index >= 0 else points[::-1])[:-1]  # the next arc begins where this ends
    return _unwrapped(ring)


def _unwrapped(ring: Ring) -> Ring:
    """The ring without jumps from 180° to -180°, on the side of the globe that the map shows."""
    turn, points = 0, ring[:1]
    for before, here in pairwise(ring):
        turn -= 360 * round((here[0] - before[0]) / 360)
        points.append((here[0] + turn, here[1]))
    middle = sum(lon for lon, _ in points) / len(points)
    shift = 360 if middle < MIDDLE - 180 else 0
    return [(lon + shift, lat) for lon, lat in points]


def _arc(topology: Any, index: int) -> Iterator[XY]:
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = 0
    for step_x, step_y in topology["arcs"][index]:
        x, y = x + step_x, y + step_y
        yield x * kx + dx, y * ky + dy


def area(ring: Sequence[XY]) -> float:
    """Area of a ring; its sign gives the direction of the ring."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]])) / 2


def centroid(ring: Sequence[XY]) -> XY:
    """Centre of gravity of a ring."""
    x = y = 0.0
    for a, b in pairwise([*ring, ring[0]]):
        cross = a[0] * b[1] - b[0] * a[1]
        x, y = x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross
    return x / (6 * area(ring)), y / (6 * area(ring))


def simplified(ring: Sequence[XY]) -> list[tuple[int, int]]:
    """The ring without its least important corners (Visvalingam and Whyatt), in whole numbers."""
    corners = list(ring)
    while len(corners) > 3:
        sizes = [
            abs(area([corners[i - 1], corners[i], corners[(i + 1) % len(corners)]]))
            for i in range(len(corners))
        ]
        least = min(sizes)
        if least >= DETAIL:
            break
        del corners[sizes.index(least)]
    rounded = [(round(x), round(y)) for x, y in corners]
    return [
        here
        for before, here in zip([rounded[-1], *rounded], rounded, strict=False)
        if here != before
    ]


def path(outlines: Sequence[Sequence[tuple[int, int]]]) -> str:
    """SVG path data of outlines: for each an absolute start, then relative steps."""
    parts = []
    for ring in outlines:
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(ring)]
        numbers = " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-")
        parts.append(f"M{ring[0][0]} {ring[0][1]}l{numbers}z")
    return "".join(parts)


def land_path(topology: Any) -> str:
    """SVG path data of the land in `land-110m.json`, projected, cropped and simplified."""
    outlines = []
    for polygon in rings(topology, topology["objects"]["land"]):
        for ring in polygon:
            if max(lat for _, lat in ring) < SOUTH:
                continue  # Antarctica
            projected = [project(min(max(lat, SOUTH), NORTH), lon) for lon, lat in ring]
            if abs(area(projected)) >= SMALLEST_AREA:
                outlines.append(simplified(projected))
    return path([ring for ring in outlines if len(ring) > 2])


def point(topology: Any, number: str) -> XY:
    """Latitude and longitude of the centre of a country's largest polygon, in whole degrees.

    `number` is the country's ISO 3166-1 numeric code.
    """
    countries = topology["objects"]["countries"]["geometries"]
    country = next(each for each in countries if each.get("id") == number)
    outer = [polygon[0] for polygon in rings(topology, country)]
    lon, lat = centroid(max(outer, key=lambda ring: abs(area(ring))))
    return round(lat), round(lon)


def main(folder: Path, *countries: str) -> None:
    """Write `land.json`, or print the points of `countries` if there are any."""
    if countries:
        topology = json.loads((folder / "countries-110m.json").read_text())
        for number in countries:
            print(number, *point(topology, number))
        return
    topology = json.loads((folder / "land-110m.json").read_text())
    document = {
        "about": "Land outlines of Natural Earth 1:110m (public domain), projected; see outline.py",
        "path": land_path(topology),
    }
    file = Path(__file__).with_name("land.json")
    file.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")
    print(f"{file}: {len(document['path'])} characters")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
