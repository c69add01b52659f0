"""The search index: one per language, made by Pagefind and fetched by the browser in pieces.

Pagefind is given stand-in pages made from the records (title, names in all languages, country,
field), not the finished pages: they hold what readers type, and nothing of the frame.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from html import escape
from typing import Any

from mozi.addresses.urls import DEFAULT_LANGUAGE, address_of, prefix
from mozi.engine.hashing import digest
from mozi.engine.manifest import ManifestEntry
from mozi.engine.tasks import Task, TaskRunner, WriteFile
from mozi.outputs.pagefind import PagefindIndex
from mozi.presentation.writer import Writer
from mozi.records.models import Country, Curriculum, Partner, Project, Record, Source
from mozi.records.values import Statement
from mozi.site.site import Site
from mozi.views.cards import card_of
from mozi.views.index import KINDS, Kind

FOLDER = "pagefind"
"""Where the indexes are, relative to the site's root."""

INDEX = "index"
"""What the tasks are called that make them."""

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
    """What can be found of one record in one language.

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
"""A page that stands for a record: file, HTML and the digest of that, which is large."""


def tasks(site: Site) -> Iterator[Task]:
    """What can be found of every record that has a page; indexes are made of what they tell."""
    for kind in KINDS:
        for record in site.catalogue.of(kind.type):
            write = partial(_told, site, kind, record)
            yield Task(f"{FOLDER}/{kind.type.kind}/{record.id}", write, records=[record])


def _told(site: Site, kind: Kind, record: Record, put: WriteFile) -> list[tuple[str, StandIn]]:
    """The stand-ins of a record, each with its language; there is nothing to put."""
    told = []
    for code in site.languages:
        found = entry(site.writer(code, ""), kind, record)
        html = stand_in(found, code)
        told.append((code, (f"{found.address}index.html", html, digest(html.encode()))))
    return told


@contextmanager
def indexed(maker: TaskRunner, languages: Iterable[str]) -> Iterator[None]:
    """Have an index made for every language beside what is done meanwhile, or take over the last.

    Raises `OSError` when Pagefind does not run, `ChildProcessError` when it fails.
    """
    stand_ins = _stand_ins(maker.ledger.made)
    tasks = []
    with ExitStack() as running:
        for code in languages:
            indexing, pages = PagefindIndex(), sorted(stand_ins[code])
            given = [(file, said) for file, _, said in pages]
            task = Task(f"{INDEX}/{code}", partial(_write, indexing, code), given, slow=True)
            if not maker.takes_over(task):
                running.enter_context(indexing)
                indexing.add((file, html) for file, html, _ in pages)
                tasks.append(task)
        yield
        maker.make(tasks)
    maker.make([_together(maker.ledger.made)])


def _stand_ins(made: Mapping[str, ManifestEntry]) -> Mapping[str, list[StandIn]]:
    """The stand-ins of all records by language; none for other languages."""
    found: dict[str, list[StandIn]] = defaultdict(list)
    for name, each in made.items():
        if name.startswith(f"{FOLDER}/"):
            for code, one in each.told:
                found[code].append(one)
    return found


def _write(indexing: PagefindIndex, code: str, put: WriteFile) -> dict[str, Any]:
    """Put the index of a language; returns what stands in the list of indexes then."""
    told: dict[str, Any] = {}

    def put_own(name: str, content: bytes) -> None:
        if name == LIST:
            told.update(json.loads(content))
        elif code == DEFAULT_LANGUAGE or not _SHARED.fullmatch(name):
            put(f"{FOLDER}/{name}", content)

    indexing.hand_over(put_own)
    return told


def _together(made: Mapping[str, ManifestEntry]) -> Task:
    """The list of all indexes, by which browsers find that of their language."""
    lists = [each.told for name, each in made.items() if name.startswith(f"{INDEX}/")]
    languages = {code: index for each in lists for code, index in each["languages"].items()}
    content = json.dumps(lists[0] | {"languages": languages}, sort_keys=True, separators=(",", ":"))
    return Task(INDEX, lambda put: put(f"{FOLDER}/{LIST}", content), content)


def entry(writer: Writer, kind: Kind, record: Record) -> Entry:
    """What can be found of a record in the language of `writer`."""
    card = card_of(writer, record)
    badge = [card.badge.text.text] if card.badge else []
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


def _words(w: Writer, record: Record) -> Iterator[str]:
    """What stands around the record: its places, fields and partners."""
    fields = getattr(record, "fields", None)
    if fields:
        yield from map(w.term, fields.value)
    city = getattr(record, "city", None)
    if isinstance(city, Statement):
        yield from city.languages.values()
        yield w.words(city).text
    for country in w.catalogue.touching(record, Country):
        yield w.title_of(country).text
    if isinstance(record, Project):
        for partner in w.catalogue.touching(record, Partner):
            yield from _names(w, partner)


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
