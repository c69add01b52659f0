"""The pictures that messengers show beside a link: one for each section and language."""

from collections.abc import Iterator, Mapping

from mozi.addresses.urls import share_of
from mozi.languages.language import Language
from mozi.pictures import share
from mozi.presentation.components.page import Picture
from mozi.presentation.writer import Writer
from mozi.records.models import Country, SiteNames
from mozi.views.index import KINDS

HOME = "home"
"""The picture of the home page, and of all pages that are in no section."""

SECTIONS: tuple[str, ...] = (HOME, *(kind.type.kind for kind in KINDS))
"""The sections with a picture of their own."""


def picture(w: Writer, languages: Mapping[str, Language], path: str) -> Picture:
    """The picture of the page at `path`, in the page's language if its letters can be drawn."""
    top = path.partition("/")[0]
    section = top if top in SECTIONS else HOME
    name = "picture", section, w.settings.site_url
    return w.language.once(name, lambda: _picture(w, languages, section))


def _picture(w: Writer, languages: Mapping[str, Language], section: str) -> Picture:
    language = drawable(languages, w.language, section, w.names)
    shown = texts(language, section, w.names)
    return Picture(
        w.settings.site_url + share_of(section, language.code),
        f"{shown.title} – {shown.lead}",
        share.WIDTH,
        share.HEIGHT,
    )


def texts(language: Language, section: str, names: SiteNames) -> share.Texts:
    """Texts on the picture of a section."""
    _ = language.gettext
    programme = language.words(names.title).text
    if section == HOME:
        brand, lead = language.words(names.brand).text, language.words(names.description).text
        return share.Texts(programme, brand, lead, language.dir)
    kind = next(kind for kind in KINDS if kind.type.kind == section)
    return share.Texts(programme, _(kind.title), _(kind.lead), language.dir)


def drawable(
    languages: Mapping[str, Language], language: Language, section: str, names: SiteNames
) -> Language:
    """The language, or the nearest it falls back on whose letters are in the fonts."""
    chain = (languages[code] for code in language.chain if code in languages)
    return next(
        (each for each in chain if not share.missing(texts(each, section, names))), language
    )


def places(w: Writer) -> Iterator[tuple[float, float]]:
    """Latitude and longitude of the countries with a project."""
    for country in w.graph.all_of(Country):
        if country.point and w.graph.projects_in(country):
            yield country.point.lat, country.point.lon
