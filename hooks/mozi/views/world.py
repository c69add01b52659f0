"""The world map of projects: one point for each country that has one, and a table beside it."""

from unicodedata import east_asian_width

from mozi.pictures import markers, world
from mozi.presentation.components.statement import Stated
from mozi.presentation.components.world_map import MapPoint, WorldMap, WorldRow
from mozi.presentation.writer import Writer
from mozi.records.models import Country
from mozi.views.cards import project_count

_LETTER = 12
"""Size of the map's labels in units of the picture; site.css has the same."""


def world_map(w: Writer) -> WorldMap:
    """The section with the map and its table; without items when no country has a point."""
    countries = [c for c in w.graph.all_of(Country) if w.graph.projects_in(c)]
    countries.sort(key=lambda country: w.language.sort_key(w.title_of(country).text))
    marked = [country for country in countries if country.point]
    sources = {id: w.graph.get(id) for c in marked if c.point for id in c.point.cite or c.cite}
    return WorldMap(
        "world-map",
        w._("World map of the projects"),
        tuple(_row(w, country) for country in countries) if marked else (),
        _points(w, marked),
        world.land(),
        f"{world.LEFT} 0 {world.RIGHT - world.LEFT} {world.HEIGHT}",
        markers.RADIUS,
        w._(
            "Each point stands for a country, not for the place of a workshop. Only land is drawn, "
            "no borders."
        ),
        tuple(Stated(w.title_of(source), w.link(source)) for source in sources.values()),
        (w._("Country"), w._("Projects and their status")),
    )


def _row(w: Writer, country: Country) -> WorldRow:
    projects = w.graph.projects_in(country)
    return WorldRow(
        Stated(w.title_of(country), w.link(country)),
        tuple(w.card(project, badge=w.status_badge(project)) for project in projects),
    )


def _points(w: Writer, countries: list[Country]) -> tuple[MapPoint, ...]:
    places = [world.project(c.point.lat, c.point.lon) for c in countries if c.point]
    names = [w.title_of(country).text for country in countries]
    labels = markers.labels(places, [_width(name) for name in names])
    shapes = zip(places, markers.targets(places), labels, markers.spread(places), strict=True)
    return tuple(
        MapPoint(
            w.language.number(number),
            name,
            w._("%(country)s: %(projects)s", country=name, projects=project_count(w, country)),
            w.link(country),
            round(x),
            round(y),
            " ".join(f"{x:.0f},{y:.0f}" for x, y in target),
            label and (round(label[0]), round(label[1]), label[2]),
            (round(marker[0]), round(marker[1])),
        )
        for number, (country, name, ((x, y), target, label, marker)) in enumerate(
            zip(countries, names, shapes, strict=True), 1
        )
    )


def _width(text: str) -> float:
    """About how wide a label is: a Chinese character is as wide as high, other letters half."""
    return sum(_LETTER * (1 if east_asian_width(c) in "WF" else 0.58) for c in text)
