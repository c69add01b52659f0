"""Pictures: where places and dates lie, what a reader can reach, and that no border is drawn."""

import re
from collections import Counter
from itertools import combinations, pairwise
from math import dist
from typing import Any

import pytest
from mozi.pictures import markers, outline, world
from mozi.pictures.time import Scale, span
from mozi.presentation.components.courses import CourseChart
from mozi.presentation.components.timeline import Timeline
from mozi.presentation.components.world_map import WorldMap
from mozi.records.models import Country, Course, Point
from mozi.site.site import Site
from mozi.views.chart import course_chart
from pydantic import ValidationError

from tests.support.helpers import Folder, html_of, view_of

PAGES_WITH_A_MAP = {"", "projects/", "countries/"}


def rings(path: str) -> list[list[tuple[int, int]]]:
    """The closed lines of path data made by `outline.path`."""
    found = []
    for start, steps in re.findall(r"M([^l]+)l([^z]+)z", path):
        x, y = (int(number) for number in start.split())
        ring = [(x, y)]
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        found.append(ring)
    return found


def inside(x: float, y: float) -> bool:
    """Whether a place of the picture is on land."""
    crossings = 0
    for ring in rings(world.land()):
        for (ax, ay), (bx, by) in pairwise([*ring, ring[0]]):
            if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
                crossings += 1
    return crossings % 2 == 1


def picture(site: Site, path: str = "", code: str = "en") -> WorldMap:
    found = next(s for s in view_of(site, path, code).sections if s.id == "world-map")
    assert isinstance(found, WorldMap)
    return found


# World -------------------------------------------------------------------------------------------


def test_the_projection() -> None:
    x, y = world.project(0, world.MIDDLE)
    assert x == world.WIDTH / 2
    assert 0 < y < world.HEIGHT
    assert world.project(world.NORTH, 0)[1] == pytest.approx(0)
    assert world.project(world.SOUTH, 0)[1] == pytest.approx(world.HEIGHT, abs=0.5)
    assert world.project(0, -169)[0] == pytest.approx(2.8, abs=0.1)
    assert world.project(0, -175)[0] > 950, "beyond the western edge is the eastern one"
    assert world.project(60, 100)[0] < world.project(0, 100)[0], "meridians meet at the poles"


@pytest.mark.parametrize(
    ("lat", "lon", "land"),
    [
        (60, 100, True),  # Siberia
        (0, 20, True),  # Congo
        (-25, 135, True),  # Australia
        (42, 51, False),  # the Caspian Sea: a hole in the land
        (0, -30, False),  # the Atlantic
        (-30, 80, False),  # the Indian Ocean
    ],
)
def test_land_is_land_and_sea_is_sea(lat: float, lon: float, land: bool) -> None:
    assert inside(*world.project(lat, lon)) is land


def test_the_outlines_are_light_and_lie_within_the_picture() -> None:
    assert len(world.land()) <= 12_000
    for ring in rings(world.land()):
        assert len(ring) >= 3
        for x, y in ring:
            assert world.LEFT <= x <= world.RIGHT
            assert 0 <= y <= world.HEIGHT


def test_no_border_is_drawn() -> None:
    """Where two countries touch, outlines of countries run side by side; those of land never do."""
    sides = Counter(
        frozenset(side) for ring in rings(world.land()) for side in pairwise([*ring, ring[0]])
    )
    assert [side for side, times in sides.items() if times > 1] == []
    corners = {corner for ring in rings(world.land()) for corner in ring}
    for lat, lon in [(50, 80), (28, 85), (49, -105), (22, 5), (-18, 25), (47, 105)]:
        x, y = world.project(lat, lon)  # on or near borders far from any coast
        assert not [c for c in corners if abs(c[0] - x) < 20 and abs(c[1] - y) < 12], (lat, lon)


def test_outlines_are_read_only_from_the_file_without_borders() -> None:
    square: list[Any] = [[[0, 0], [10, 0], [0, 10], [-10, 0], [0, -10]]]
    topology: dict[str, Any] = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": square,
        "objects": {"land": {"type": "MultiPolygon", "arcs": [[[0]]]}},
    }
    path = outline.land_path(topology)
    assert len(rings(path)) == 1
    with pytest.raises(KeyError):  # a topology of countries is not taken for land
        outline.land_path({**topology, "objects": {"countries": topology["objects"]["land"]}})


def test_a_ring_that_crosses_the_date_line_stays_in_one_piece() -> None:
    ring = outline._unwrapped([(178.0, 60.0), (-178.0, 60.0), (-178.0, 65.0), (178.0, 65.0)])
    assert ring == [(178, 60), (182, 60), (182, 65), (178, 65)]
    assert outline._unwrapped([(-178.0, 0.0), (-177.0, 0.0), (-177.0, 1.0)])[0] == (182, 0)


def test_simplifying_keeps_what_matters() -> None:
    ring = [(0.0, 0.0), (50.0, 0.01), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)]
    assert outline.simplified(ring) == [(0, 0), (100, 0), (100, 100), (0, 100)]
    assert outline.path([[(0, 0), (100, 0), (100, 100), (0, 90)]]) == "M0 0l100 0 0 100-100-10z"
    assert outline.area(ring) == pytest.approx(10_000, abs=1)
    assert outline.centroid([(0, 0), (10, 0), (10, 10), (0, 10)]) == (5, 5)


def test_a_target_is_a_circle_cut_halfway_to_the_next_point() -> None:
    alone, left, right = markers.targets([(100, 100), (500, 200), (510, 200)])
    assert max(x for x, _ in alone) - min(x for x, _ in alone) == pytest.approx(2 * markers.RADIUS)
    assert max(x for x, _ in left) == pytest.approx(505)
    assert min(x for x, _ in right) == pytest.approx(505)


def apart(places: list[world.XY]) -> float:
    """How far the nearest two are from each other."""
    return min(dist(a, b) for a, b in combinations(places, 2))


def test_markers_stand_on_their_points_where_there_is_room() -> None:
    assert markers.spread([(200, 100), (500, 200)]) == [(200, 100), (500, 200)]


def test_markers_touch_neither_each_other_nor_the_edge() -> None:
    crowd = [(500.0 + x, 200.0 + y) for x in range(0, 50, 10) for y in range(0, 50, 10)]
    corner = [(world.RIGHT, 0.0), (world.RIGHT, 0.0), (world.RIGHT - 1.0, 5.0)]
    for points in (crowd, corner):
        placed = markers.spread(points)
        assert apart(placed) > 2 * markers.RADIUS - 0.1
        for x, y in placed:
            assert world.LEFT + markers.RADIUS <= x <= world.RIGHT - markers.RADIUS
            assert markers.RADIUS <= y <= world.HEIGHT - markers.RADIUS


def test_markers_are_the_same_in_every_order() -> None:
    points = [(500.0, 200.0), (510.0, 200.0), (505.0, 210.0)]
    assert markers.spread(points[::-1]) == markers.spread(points)[::-1]


def test_a_marker_is_large_enough_for_a_finger() -> None:
    phone = 360 - 2 * 16  # the map's width; the page has margins
    pixel = (world.RIGHT - world.LEFT) / phone
    assert 2 * markers.RADIUS / pixel >= 24


def test_labels_cover_neither_each_other_nor_a_point() -> None:
    placed = markers.labels([(500, 200), (520, 200), (510, 190)], [80, 80, 300])
    assert [label and label[2] for label in placed] == ["end", "start", "middle"]
    assert [label and label[0] for label in placed] == [491, 529, 510]
    at_the_edge = markers.labels([(world.RIGHT - 5, 200)], [60])[0]
    assert at_the_edge
    assert at_the_edge[2] == "end"
    crowd = [(500.0 + x, 200.0 + y) for x in range(0, 60, 15) for y in range(0, 60, 15)]
    assert None in markers.labels(crowd, [80] * len(crowd))


@pytest.mark.parametrize(("lat", "lon"), [(91, 0), (-91, 0), (0, 181), (0, -181)])
def test_a_point_lies_on_the_globe(lat: int, lon: int) -> None:
    assert Point(lat=90, lon=-180)
    with pytest.raises(ValidationError):
        Point(lat=lat, lon=lon)


# Pages -------------------------------------------------------------------------------------------


def test_every_country_with_a_project_has_a_point_on_land_and_a_reason(real: Site) -> None:
    for country in real.graph.all_of(Country):
        if real.graph.projects_in(country):
            point = country.point
            assert point, country.id
            assert inside(*world.project(point.lat, point.lon)), country.id
            assert (point.basis, point.cite) == ("inferred", ["natural-earth"])


@pytest.mark.parametrize("code", ["en", "zh", "ar"])
def test_the_table_says_all_that_the_map_says(real: Site, code: str) -> None:
    section = picture(real, "", code)
    assert {p.href for p in section.points} == {row.country.href for row in section.items}
    for point in section.points:
        row = next(row for row in section.items if row.country.href == point.href)
        assert row.country.text.text in point.title
        one_or_more = real.languages[code].ngettext(
            "%(num)s project", "%(num)s projects", len(row.projects)
        )
        assert one_or_more in point.title
    assert all(card.badge for row in section.items for card in row.projects)


def test_the_map_does_not_mirror(real: Site) -> None:
    places = [
        {(point.href, point.x, point.y) for point in picture(real, "", code).points}
        for code in ("en", "ar")
    ]
    assert places[0] == places[1]


def test_only_three_pages_have_the_map(real: Site) -> None:
    having = {
        plan.path
        for plan in real.plans("en")
        if any(isinstance(s, WorldMap) for s in view_of(real, plan.path).sections)
    }
    assert having == PAGES_WITH_A_MAP


def test_without_points_there_is_no_map(folder: Folder) -> None:
    folder.replace("countries/tj.yml", "point: {lat: 39, lon: 71}\n", "")
    assert "mz-map" not in html_of(folder.site(), "")


# Time --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2024", 2024, 2025),
        ("2024-07", 2024.5, 2024 + 7 / 12),
        ("2024-01-01", 2024, 2024 + 1 / 31 / 12),
        ("2024-12-31", 2025 - 1 / 31 / 12, 2025),
    ],
)
def test_a_date_is_as_long_as_it_is_uncertain(date: str, start: float, end: float) -> None:
    assert span(date)[0] == pytest.approx(start)
    assert span(date)[1] == pytest.approx(end)


def test_time_runs_with_the_writing() -> None:
    scale, mirrored = Scale(["2023", "2024-05"]), Scale(["2023", "2024-05"], mirrored=True)
    assert (scale.first, scale.end, scale.labelled()) == (2023, 2025, [2023, 2024])
    assert (scale.at(2023), scale.at(2025)) == (2, 98)
    assert (mirrored.at(2023), mirrored.at(2025)) == (98, 2)
    assert len(Scale(["1950", "2024"]).labelled()) <= 6


def timeline(site: Site, code: str = "en") -> Timeline:
    sections = view_of(site, "projects/workshop/", code).sections
    found = next(section for section in sections if section.id == "milestones")
    assert isinstance(found, Timeline)
    return found


def test_marks_lead_to_the_milestones(small: Site) -> None:
    section = timeline(small)
    assert section.axis
    assert [mark.rough for mark in section.axis.marks] == [True, False]  # the longest first
    assert {mark.href for mark in section.axis.marks} == {f"#{item.id}" for item in section.items}
    arabic = timeline(small, "ar").axis
    assert arabic
    assert [round(100 - mark.right, 2) for mark in arabic.marks] == [
        mark.left for mark in section.axis.marks
    ]


def test_one_date_needs_no_axis(folder: Folder) -> None:
    folder.replace("projects/workshop.yml", "date: 2023-09,", "date: 2024-05-01,")
    assert timeline(folder.site()).axis is None


# Courses -----------------------------------------------------------------------------------------


def courses(*given: tuple[str, int | None, int | None]) -> list[Course]:
    return [
        Course.model_validate(
            {"name": {"en": "X", "zh": "某"}, "kind": kind or None, "hours": h, "semester": s}
        )
        for kind, h, s in given
    ]


def chart(site: Site, given: list[Course], code: str = "en") -> CourseChart:
    return course_chart(site.writer(code, ""), given)


def test_courses_are_counted_by_kind(small: Site) -> None:
    made = chart(small, courses(("core", None, None), ("practice", None, None), ("core", 40, None)))
    assert [(row.letter, row.kind, row.amounts) for row in made.table] == [
        ("A", "Core courses", ("2",)),
        ("B", "Practical training", ("1",)),
    ]
    assert made.head == ("Kind", "Courses")
    assert [part.text for part in made.items[0].parts] == ["A 2", "B 1"]
    assert made.items[0].title == "Courses by kind: Core courses 2 and Practical training 1"


def test_hours_and_semesters_are_shown_where_every_course_has_them(small: Site) -> None:
    made = chart(small, courses(("core", 60, 2), ("practice", 40, 1), ("core", 20, 1)))
    assert [bar.label for bar in made.items] == ["Semester 1", "Semester 2"]
    assert made.head == ("Kind", "Semester 1", "Semester 2")
    assert {row.kind: row.amounts for row in made.table} == {
        "Core courses": ("20", "60"),
        "Practical training": ("40", "–"),
    }
    assert sum(part.width for part in made.items[0].parts) == pytest.approx(100, abs=0.1)


def test_bars_begin_where_the_writing_begins(small: Site) -> None:
    given = courses(("core", None, None), ("practice", None, None), ("core", None, None))
    assert chart(small, given).items[0].parts[0].left == 0
    first = chart(small, given, "ar").items[0].parts[0]
    assert first.left + first.width == pytest.approx(100, abs=0.1)


def test_one_kind_needs_no_chart(small: Site) -> None:
    assert chart(small, courses(("core", None, None), ("core", None, None))).items == ()
    assert course_chart(small.writer("en", ""), []).items == ()
