"""A country's page: what is known of the programme there."""

from mozi.records import Country, Curriculum, Topic
from mozi.views.parts import Row, Rows, View
from mozi.views.writer import Writer


def view(w: Writer, country: Country) -> View:
    """The page of `country`."""
    name = w.language.territory(country.id)
    projects = w.catalogue.projects_in(country)
    return w.record_view(
        "country.html",
        country,
        kicker=w._("Country"),
        description=w._(
            "Mozi Workshop projects, programmes and partners in %(country)s, each with its sources.",
            country=name,
        ),
        glance=[w.row("official_languages", w.spoken(country.official_languages, country))],
        sections=[
            w.cards("projects", w._("Projects"), projects),
            w.cards(
                "programmes",
                w._("Programmes"),
                [p for project in projects for p in w.catalogue.programmes_of(project)],
            ),
            w.cards("partners", w._("Partners"), w.catalogue.partners_in(country)),
            w.facts(country.facts, country, "known", w._("What is known")),
            Rows("details", w._("Details"), tuple(row for row in [_point(w, country)] if row)),
            w.cards(
                "curricula", w._("Reference curricula"), w.catalogue.touching(country, Curriculum)
            ),
            w.cards("topics", w._("Named in"), w.catalogue.touching(country, Topic)),
        ],
    )


def _point(w: Writer, country: Country) -> Row | None:
    point = country.point
    if not point:
        return None
    text = w._(
        "latitude %(lat)s°, longitude %(lon)s°",
        lat=w.language.number(point.lat),
        lon=w.language.number(point.lon),
    )
    return w.row("point", w.stated(text, point, country))
