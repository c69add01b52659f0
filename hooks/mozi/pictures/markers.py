"""Markers of points on the world map: large enough for a finger, and never overlapping."""

from collections.abc import Sequence
from itertools import combinations
from math import cos, dist, pi, sin

from mozi.pictures.world import HEIGHT, LEFT, RIGHT, XY

RADIUS = 35
"""Radius of a target, in units of the picture. On a phone 360 px wide the map has 328 px, so that a
target is 26 CSS px wide there; WCAG 2.2 (2.5.8) asks for 24."""

ROUNDS = 300
"""Greatest number of rounds of pushing markers apart. Thirty countries take about ten."""


def spread(points: Sequence[XY]) -> list[XY]:
    """Middles of round markers, one for each point, near it and without touching other markers.

    Two markers that overlap are pushed apart along the line between them, until none overlap. The
    order of the points makes no difference.
    """
    order = sorted(range(len(points)), key=lambda number: points[number])
    middles = [points[number] for number in order]
    for _ in range(ROUNDS):
        before = list(middles)
        for a, b in combinations(range(len(middles)), 2):
            middles[a], middles[b] = _push_apart(middles[a], middles[b])
        middles = [_inside_picture(middle) for middle in middles]
        if middles == before:
            break
    placed = dict(zip(order, middles, strict=True))
    return [placed[number] for number in range(len(points))]


def _push_apart(a: XY, b: XY) -> tuple[XY, XY]:
    distance = dist(a, b)
    overlap = 2 * RADIUS - distance
    if overlap < 0.01:
        return a, b
    x, y = ((b[0] - a[0]) / distance, (b[1] - a[1]) / distance) if distance else (1, 0)
    x, y = x * overlap / 2, y * overlap / 2
    return (a[0] - x, a[1] - y), (b[0] + x, b[1] + y)


def _inside_picture(middle: XY) -> XY:
    x, y = middle
    return (
        min(max(x, LEFT + RADIUS), RIGHT - RADIUS),
        min(max(y, RADIUS), HEIGHT - RADIUS),
    )


def targets(points: Sequence[XY]) -> list[tuple[XY, ...]]:
    """Target areas as corners, one for each point: a circle, cut halfway to its neighbours."""
    return [_cut(point, [other for other in points if other != point]) for point in points]


def _cut(point: XY, others: Sequence[XY]) -> tuple[XY, ...]:
    x, y = point
    area = [
        (x + RADIUS * cos(2 * pi * turn / 24), y + RADIUS * sin(2 * pi * turn / 24))
        for turn in range(24)
    ]
    for other in others:
        points: list[XY] = []
        for before, here in zip([area[-1], *area], area, strict=False):
            side = [
                dist(corner, other) ** 2 - dist(corner, point) ** 2 for corner in (before, here)
            ]
            if (side[0] < 0) != (side[1] < 0):
                share = side[0] / (side[0] - side[1])
                points.append(
                    (
                        before[0] + share * (here[0] - before[0]),
                        before[1] + share * (here[1] - before[1]),
                    )
                )
            if side[1] >= 0:
                points.append(here)
        area = points
    return tuple(area)


LABEL_HEIGHT = 14
_BESIDE, _BELOW = 9, 6
"""Distances between a point and its label: to one side, and above or below."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def labels(points: Sequence[XY], widths: Sequence[float]) -> list[tuple[float, float, str] | None]:
    """Positions of labels, one for each point: x, baseline y, and `start`, `middle` or `end`.

    In: the points, and the widths of their labels. The position is None if the label would cover a
    point, another label or the edge of the picture: the table beside the picture has its text.
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
        free = [choice for choice in choices if _is_free(choice[2], taken)]
        if free:
            anchor, at, box = free[0]
            taken.append(box)
            placed.append((at, box[3] - LABEL_HEIGHT * 0.28, anchor))
        else:
            placed.append(None)
    return placed


def _is_free(box: Box, taken: Sequence[Box]) -> bool:
    left, top, right, bottom = box
    is_inside = left >= LEFT and top >= 0 and right <= RIGHT and bottom <= HEIGHT
    return is_inside and all(
        right <= other[0] or left >= other[2] or bottom <= other[1] or top >= other[3]
        for other in taken
    )
