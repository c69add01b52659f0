"""The search index: one per language, made by Pagefind and fetched by the browser in pieces.

Pagefind is given stand-in pages made from the records (title, names in all languages, country,
field), not the finished pages: they hold what readers type, and nothing of the frame.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from html import escape
from typing import Any

from mozi.addresses.urls import DEFAULT_LANGUAGE, address_of, prefix
from mozi.engine.hashing import digest
from mozi.engine.tasks import Results, Task, WriteFile
from mozi.graph.dependencies import record_key
from mozi.outputs.pagefind import search_index
from mozi.presentation.writer import Writer
from mozi.records.models import Country, Curriculum, Partner, Programme, Project, Record, Source
from mozi.records.values import Statement
from mozi.site.site import Site
from mozi.views.cards import card_of
from mozi.views.index import KINDS, Kind

_INDEXED = 10
"""Records of an index that take as long as a page of the site in all languages."""

FOLDER = "pagefind"
"""Where the indexes are, relative to the site's root."""

LIST = "pagefind-entry.json"
"""The file that lists the indexes of all languages."""

_SHARED = re.compile(r"pagefind[\w-]*\.js|wasm\.unknown\.pagefind")
"""Files that are the same in all languages."""

FOLDED_LETTERS = str.maketrans("ҷғқңүөһҳӣӯё", "чгкнуоххиуе")
"""Letters of Kyrgyz, Tajik and Russian with what stands in for them on a Russian keyboard."""


LONGEST = 60
"""How much of a word in a script without spaces somebody may type, from any place in it."""

TIERS: dict[type[Record], int] = {Curriculum: 2, Source: 3}
"""Record types that are listed after all others, however well they fit."""

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3400-\u9fff]{2,}")
"""Words in scripts without spaces: Thai, Lao, Burmese, Khmer, Chinese."""


@dataclass(frozen=True)
class Entry:
    """Search entry of one record in one language.

    `names` weigh more than `words`; `line` is shown below the title in the results. `tier`
    comes before all else: what the programme is (1), references (2), sources (3).
    """

    address: str
    tier: int
    title: str
    kind: str
    line: str
    names: tuple[str, ...]
    words: tuple[str, ...]


StandIn = tuple[str, str, str]
"""A page that stands for a record: address, HTML and the hash of that, which is large."""


def entry_tasks(site: Site) -> Iterator[Task]:
    """Stand-in pages of every record that has a page, by language; they write no file."""
    for kind in KINDS:
        for record in site.graph.all_of(kind.type):
            run = partial(_stand_ins, site, kind, record)
            yield Task(name=_name(record), run=run, dependencies=[record_key(record)])


def index_tasks(site: Site, results: Results) -> Iterator[Task]:
    """The search index of every language. In: results of the entry tasks."""
    pages: dict[str, list[StandIn]] = {code: [] for code in site.languages}
    for kind in KINDS:
        for record in site.graph.all_of(kind.type):
            for code, page in results[_name(record)].items():
                pages[code].append(page)
    for code, stand_ins in pages.items():
        run = partial(_write, code, sorted(stand_ins))
        inputs = sorted((address, content_hash) for address, _, content_hash in stand_ins)
        size = 1 + len(stand_ins) // _INDEXED
        yield Task(name=_index_name(code), run=run, inputs=inputs, slow=True, size=size)


def list_task(site: Site, results: Results) -> Task:
    """The list of all indexes, by which browsers find their language's. In: results of the indexes."""
    lists = [results[_index_name(code)] for code in site.languages]
    languages = {code: index for each in lists for code, index in each["languages"].items()}
    content = json.dumps(lists[0] | {"languages": languages}, sort_keys=True, separators=(",", ":"))
    return Task(name="search/list", run=partial(_write_list, content), inputs=content)


def _name(record: Record) -> str:
    return f"search/entries/{record.kind}/{record.id}"


def _index_name(code: str) -> str:
    return f"search/index/{code}"


def _stand_ins(site: Site, kind: Kind, record: Record, write: WriteFile) -> dict[str, StandIn]:
    """The stand-in pages of a record by language."""
    pages = {}
    for code in site.languages:
        search_entry = entry(site.writer(code, ""), kind, record)
        html = stand_in(search_entry, code)
        pages[code] = f"{search_entry.address}index.html", html, digest(html.encode())
    return pages


def _write(code: str, pages: Iterable[StandIn], write: WriteFile) -> dict[str, Any]:
    """Write the index of a language; out: its entry in the list of indexes."""
    files = search_index((address, html) for address, html, _ in pages)
    entries: dict[str, Any] = json.loads(files.pop(LIST))
    for name, content in files.items():
        if code == DEFAULT_LANGUAGE or not _SHARED.fullmatch(name):
            write(f"{FOLDER}/{name}", content)
    return entries


def _write_list(content: str, write: WriteFile) -> None:
    write(f"{FOLDER}/{LIST}", content)


def entry(writer: Writer, kind: Kind, record: Record) -> Entry:
    """Search entry of a record in the language of `writer`."""
    card = card_of(writer, record)
    badge = [f"{card.badge.text} ({card.badge.detail})"] if card.badge else []
    return Entry(
        prefix(writer.language.code) + address_of(record),
        TIERS.get(kind.type, 1),
        card.title.text,
        writer._(kind.title),
        " · ".join([*badge, *card.lines]),
        _distinct(findable(_names(writer, record))),
        _distinct(findable(_words(writer, record))),
    )


def _names(w: Writer, record: Record) -> Iterator[str]:
    """The record's own names, in every language they are given in."""
    yield w.title_of(record).text
    name = getattr(record, "name", None)
    if name:
        yield from name.languages.values()
    if isinstance(record, Partner):
        yield record.abbreviation or ""
        yield from (other.text for other in record.other_names)
    if isinstance(record, Country):
        yield from (other.text for other in record.also_known_as)


def _words(w: Writer, record: Record) -> Iterator[str]:
    """Words around the record: its places, fields and partners."""
    fields = getattr(record, "fields", None)
    if fields:
        yield from map(w.term, fields.value)
    city = getattr(record, "city", None)
    if isinstance(city, Statement):
        yield from city.languages.values()
        yield w.words(city).text
    yield from _names_of_countries(w, record)
    if isinstance(record, Project):
        for partner in w.graph.touching(record, Partner):
            yield from _names(w, partner)
    if isinstance(record, Programme):
        for project in w.graph.touching(record, Project):
            yield from _names_of_countries(w, project)


def _names_of_countries(w: Writer, record: Record) -> Iterator[str]:
    """All names of the countries that a record is linked with."""
    for country in w.graph.touching(record, Country):
        yield from _names(w, country)


@lru_cache(maxsize=50_000)  # a partner's names are found with each of its projects
def folded(text: str) -> str:
    """The text as somebody types it without accents, or on a Russian keyboard.

    Kyrgyz and Tajik letters become the Russian ones that stand in for them; accents go.
    """
    plain = text.lower().translate(FOLDED_LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


def findable(texts: Iterable[str]) -> Iterator[str]:
    """Each text, its folded form where that is another, and the ends of words written together.

    A word is found by its beginning. Chinese, Thai or Khmer has no spaces: a whole name counts as
    one word. With every end of it in the index, any part of it is a beginning, however the
    browser cuts what was typed.
    """
    for text in texts:
        yield text
        if folded(text) != text.lower():
            yield folded(text)
        for word in _UNSPACED.findall(text):
            yield from (word[start : start + LONGEST] for start in range(1, len(word)))


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def stand_in(entry: Entry, code: str) -> str:
    """A page for Pagefind to read instead of the finished one."""
    # One filter with one value: Pagefind writes several in an order that no two runs share.
    later = '<p data-pagefind-filter="later" data-pagefind-ignore>yes</p>' if entry.tier > 1 else ""
    names = escape(" · ".join(entry.names))
    words = escape(" · ".join(entry.words))
    return (
        f'<!doctype html><html lang="{code}"><body data-pagefind-body>'
        f'<p data-pagefind-meta="tier" data-pagefind-ignore>{entry.tier}</p>{later}'
        f'<h1 data-pagefind-meta="title" data-pagefind-ignore>{escape(entry.title)}</h1>'
        f'<p data-pagefind-meta="kind" data-pagefind-ignore>{escape(entry.kind)}</p>'
        f'<p data-pagefind-meta="line" data-pagefind-ignore>{escape(entry.line)}</p>'
        f'<p data-pagefind-weight="5">{names}</p><p>{words}</p></body></html>'
    )
