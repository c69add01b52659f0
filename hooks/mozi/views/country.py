"""A country's page: what is known of the programme there."""

from mozi.presentation.components.page import View
from mozi.presentation.components.section import Rows
from mozi.presentation.components.statement import Row, Stated
from mozi.presentation.wordings import other_name
from mozi.presentation.writer import Writer
from mozi.records.models import Country, Curriculum, Topic
from mozi.views import next_steps
from mozi.views.cards import cards
from mozi.views.page import record_view
from mozi.views.sections import facts


def view(w: Writer, country: Country) -> View:
    """The page of `country`."""
    name = w.language.territory(country.id)
    projects = w.graph.projects_in(country)
    return record_view(
        w,
        "country.html",
        country,
        kicker=w._("Country"),
        description=w._(
            "%(brand)s, %(country)s: projects, programmes and partners, each with its sources.",
            brand=w.brand,
            country=name,
        ),
        glance=[
            w.row("also_known_as", *_further_names(w, country)),
            w.row("official_languages", w.spoken(country.official_languages, country)),
        ],
        sections=[
            cards(w, "projects", w._("Projects"), projects),
            cards(
                w,
                "programmes",
                w._("Programmes"),
                [p for project in projects for p in w.graph.programmes_of(project)],
            ),
            next_steps.of_country(w, country),
            cards(w, "partners", w._("Partners"), w.graph.partners_in(country)),
            facts(w, country, "known", w._("What is known")),
            Rows("details", w._("Details"), tuple(row for row in [_point(w, country)] if row)),
            cards(
                w,
                "curricula",
                w._("Reference curricula"),
                w.graph.touching(country, Curriculum),
            ),
            cards(w, "topics", w._("Named in"), w.graph.touching(country, Topic)),
        ],
    )


def _further_names(w: Writer, country: Country) -> list[Stated]:
    """Names of the country in addition to the page's title."""
    title = w.title_of(country).text
    return [other_name(w, name, country) for name in country.also_known_as if name.text != title]


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
