"""Listing of a page in search engines and messengers: its title, alternates and a preview."""

from mozi.addresses.urls import prefix
from mozi.languages.language import Language
from mozi.languages.text_width import shorten, text_width
from mozi.presentation.components.page import Alternate, Listing
from mozi.presentation.writer import Writer
from mozi.records.models import Curriculum, Record, Source
from mozi.views.cards import card_of
from mozi.views.page_languages import PageLanguages
from mozi.views.share import picture

LONGEST_NAME = 80
"""Columns of a page's name in its title; what is longer is cut, since nobody shows more."""

LONGEST_LINE = 50
"""Columns of what tells a page from another of the same name."""

LONGEST, SHORTEST = 240, 60
"""Columns of a description, of which a Chinese character takes two. Baidu asks for about 50 Chinese
characters and shows some 78, Google some 160 letters. Longer ones lose their end, shorter ones are
told with what the site is."""

X_DEFAULT = "x-default"
"""The alternate for readers of all other languages."""


def listing(
    w: Writer,
    versions: PageLanguages,
    path: str,
    name: str = "",
    *,
    description: str = "",
    record: Record | None = None,
) -> Listing:
    """Listing of the page at `path`; `name` is the page's own, empty for the home page.

    `record` is the one that the page shows. Addresses are absolute, as all who read this ask for:
    without a `site_url` there are none.
    """
    site_name = w.site_title
    code = w.language.code
    nearest = versions.nearest(path, code)
    codes = versions.languages_of(path) if nearest == code else ()
    base = w.settings.site_url
    return Listing(
        " – ".join([*_names(w, name, record), site_name]),
        name or site_name,
        site_name,
        described(w, description),
        base + prefix(nearest) + path if base else "",
        _alternates(base, path, codes) if base else (),
        "article" if record else "website",
        _locale(w.language),
        tuple(_locale(versions.languages[each]) for each in codes if each != code),
        picture(w, versions.languages, path) if base else None,
    )


def _names(w: Writer, name: str, record: Record | None) -> list[str]:
    """The page's name, none for the home page; and whose it is where several are called so."""
    names = [shorten(name, LONGEST_NAME)] if name else []
    if isinstance(record, Curriculum | Source):
        names.append(shorten(" · ".join(card_of(w, record).lines), LONGEST_LINE))
    return names


def _alternates(base: str, path: str, codes: tuple[str, ...]) -> tuple[Alternate, ...]:
    """The page in every language it is in; the default language is for everybody else, too."""
    own = [Alternate(code, base + prefix(code) + path) for code in codes]
    return (*own, *(Alternate(X_DEFAULT, each.url) for each in own[:1]))


def described(w: Writer, text: str) -> str:
    """A description as long as search engines can use."""
    text = " ".join(text.split())
    if text_width(text) < SHORTEST:
        text = f"{text} {w.language.words(w.names.description).text}".strip()
    return shorten(text, LONGEST)


def _locale(language: Language) -> str:
    """The language as Open Graph writes it, with the territory it is most used in: `ru_RU`."""
    return language.once("Open Graph", lambda: _with_territory(language))


def _with_territory(language: Language) -> str:
    return f"{language.cldr.language}_{language.most_used_in}"
