"""Where pages are, relative to the site's root. English is at the root, others in their folder."""

from mozi.graph.subscriptions import Subscription
from mozi.records.models import Country, Record, Topic

DEFAULT_LANGUAGE = "en"

COMPARE = "programmes/compare/"
"""All programmes side by side; no programme may be called so."""

GLOSSARY = "glossary/"
"""The page of all terms of trade; each has its id as anchor."""

RULES = "rules/"
"""The page of all rules; each has its code as anchor."""

DATA = "data/"
"""The page that explains them."""

SUBSCRIBE = "subscribe/"
"""The page of calendars and feeds; the files themselves are below it."""

TRANSLATIONS = "translations/"
"""The page that says how far each language is."""

API = "api/v1/"
"""The folder of the data as files for programs, one for all languages."""


def prefix(language: str) -> str:
    """The folder of a language: empty for English, `zh/` for Chinese."""
    return "" if language == DEFAULT_LANGUAGE else f"{language}/"


def address_of(record: Record) -> str:
    """A record's page without its language, such as `projects/ghana/`.

    Topics have no page of their own; they are parts of the about page.
    """
    if isinstance(record, Topic):
        return f"about/#{record.id}"
    return f"{record.kind}/{record.id}/"


def learning_opportunity_of(record: Record) -> str:
    """A programme's description for registers of the European Union, in all languages at once."""
    return f"{address_of(record)}elm.jsonld"


def sheet_of(record: Record) -> str:
    """The sheet of paper that says the same as a record's page, in short."""
    return f"{address_of(record)}sheet.html"


def card_of(record: Record) -> str:
    """The card of a record that other sites show in a frame."""
    return f"{address_of(record)}card.html"


def embed_of(record: Record) -> str:
    """The page that shows how to put a record's card on another site."""
    return f"{address_of(record)}embed/"


def pack_of(country: Country, language: str) -> str:
    """The ZIP file of all pages of a country in a language; its name is unlike any other's."""
    return f"packs/mozi-workshop-{country.id}-{language.lower()}.zip"


def share_of(section: str, language: str) -> str:
    """The picture that messengers show beside links to a section's pages; relative to the root."""
    return f"share/{section}-{language.lower()}.png"


def translation_of(language: str) -> str:
    """The page that says what is missing in a language, such as `translations/ru/`."""
    return f"{TRANSLATIONS}{language.lower()}/"


def index_of(kind: str) -> str:
    """The index page of a record kind without its language, such as `projects/`."""
    return f"{kind}/"


def calendar_of(subscription: Subscription) -> str:
    """The calendar of a subscription without its language, such as `subscribe/country/tj.ics`."""
    return f"{SUBSCRIBE}{subscription.path}.ics"


def feed_of(subscription: Subscription, feed: str) -> str:
    """A feed (`dates` or `changes`) without its language, such as `subscribe/all-dates.xml`."""
    return f"{SUBSCRIBE}{subscription.path}-{feed}.xml"


def list_of(kind: str) -> str:
    """The list of all records of a kind as JSON, such as `api/v1/projects.json`."""
    return f"{API}{kind}.json"


def json_of(record: Record) -> str:
    """A record as JSON, such as `api/v1/projects/ghana.json`; topics have one, too."""
    return f"{API}{record.kind}/{record.id}.json"


def vocabulary_of(name: str) -> str:
    """A vocabulary as JSON, such as `api/v1/vocabularies/fields.json`."""
    return f"{API}vocabularies/{name}.json"


def table_of(kind: str, language: str, format: str) -> str:
    """A table of all records of a kind in one language, such as `api/v1/tables/projects.zh.csv`."""
    return f"{API}tables/{kind}.{language}.{format}"
