"""Addresses of pages and files, relative to the site's root.

English pages are at the root, those of other languages in a folder each.
"""

import re

from mozi.graph.subscriptions import Subscription
from mozi.records.models import Country, Record, Topic

DEFAULT_LANGUAGE = "en"

COMPARE = "programmes/compare/"
"""Page of all programmes side by side; no programme may have the id `compare`."""

GLOSSARY = "glossary/"
"""Page of all terms in the glossary; each has its id as anchor."""

RULES = "rules/"
"""Page of all rules; each has its code as anchor."""

DATA = "data/"
"""Page that explains the data files."""

SUBSCRIBE = "subscribe/"
"""Page of calendars and feeds; the files themselves are below it."""

TRANSLATIONS = "translations/"
"""Page that shows the translation progress of each language."""

API = "api/v1/"
"""Folder of data files for programs, one folder for all languages."""


def prefix(language: str) -> str:
    """Return the folder of a language: empty for English, `zh/` for Chinese."""
    return "" if language == DEFAULT_LANGUAGE else f"{language}/"


def address_of(record: Record) -> str:
    """Return the address of a record's page without its language, such as `projects/ghana/`.

    Topics have no page of their own; they are parts of the about page.
    """
    if isinstance(record, Topic):
        return f"about/#{record.id}"
    return f"{record.kind}/{record.id}/"


def learning_opportunity_of(record: Record) -> str:
    """Return the address of a programme's description for registers of the European Union.

    One file has all languages.
    """
    return f"{address_of(record)}elm.jsonld"


def sheet_of(record: Record) -> str:
    """Return the address of a record's sheet, a short form of its page for printing."""
    return f"{address_of(record)}sheet.html"


def card_of(record: Record) -> str:
    """Return the address of a record's card, which other sites show in an `iframe`."""
    return f"{address_of(record)}card.html"


def embed_of(record: Record) -> str:
    """Return the address of the page that shows how to put a record's card on another site."""
    return f"{address_of(record)}embed/"


def pack_of(country: Country, language: str, brand: str) -> str:
    """Return the address of the ZIP file of all pages of a country in a language.

    The file name is different for each country and language, and begins with the English name of
    the brand.
    """
    words = re.findall(r"[a-z0-9]+", brand.lower())
    return f"packs/{'-'.join([*words, country.id, language.lower()])}.zip"


def share_of(section: str, language: str) -> str:
    """Return the address of the picture that messengers show with links to a section's pages.

    It is relative to the root.
    """
    return f"share/{section}-{language.lower()}.png"


def translation_of(language: str) -> str:
    """Return the address of the page of open texts in a language, such as `translations/ru/`."""
    return f"{TRANSLATIONS}{language.lower()}/"


def index_of(kind: str) -> str:
    """Return the address of a kind's index page without its language, such as `projects/`."""
    return f"{kind}/"


def calendar_of(subscription: Subscription) -> str:
    """Return the address of a subscription's calendar without its language.

    An example is `subscribe/country/tj.ics`.
    """
    return f"{SUBSCRIBE}{subscription.path}.ics"


def feed_of(subscription: Subscription, feed: str) -> str:
    """Return the address of a subscription's feed (`dates` or `changes`) without its language.

    An example is `subscribe/all-dates.xml`.
    """
    return f"{SUBSCRIBE}{subscription.path}-{feed}.xml"


def list_of(kind: str) -> str:
    """Return the address of all records of a kind as JSON, such as `api/v1/projects.json`."""
    return f"{API}{kind}.json"


def json_of(record: Record) -> str:
    """Return the address of a record as JSON, such as `api/v1/projects/ghana.json`.

    Topics have one, too.
    """
    return f"{API}{record.kind}/{record.id}.json"


def vocabulary_of(name: str) -> str:
    """Return the address of a vocabulary as JSON, such as `api/v1/vocabularies/fields.json`."""
    return f"{API}vocabularies/{name}.json"


def table_of(kind: str, language: str, format: str) -> str:
    """Return the address of a table of all records of a kind in one language.

    An example is `api/v1/tables/projects.zh.csv`; `format` is the ending of its name.
    """
    return f"{API}tables/{kind}.{language}.{format}"
