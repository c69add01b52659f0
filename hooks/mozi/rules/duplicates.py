"""Records that seem to be one and the same thing, written twice.

What is compared is a key for each name or address, never each record with each other.
"""

import re
import unicodedata
from collections.abc import Hashable, Iterable, Iterator
from urllib.parse import parse_qsl, urlsplit

from mozi.problems.problem import Finding
from mozi.records.models import Partner, Project, Source
from mozi.rules.unicode_scripts import is_written_in
from mozi.store.record_store import Store

_SMALL_WORDS = {"a", "an", "and", "at", "de", "des", "du", "et", "for", "in", "of", "the"}
_SMALL_WORDS |= {"d", "l", "la", "le", "les"}

_TRACKING = ("utm_", "fbclid", "gclid", "spm")
"""How parameters begin that tell where a visitor came from, not which page is meant."""


def same_names(store: Store) -> Iterator[Finding]:
    """MZ316: partners, and projects, have names that more than spelling tells apart."""
    for kind in ("partners", "projects"):
        seen: dict[Hashable, str] = {}
        for record in store.each(kind):
            for other in _met_before(record.id, _marks(store, record), seen):
                yield Finding.at_key(record.file, ("name",), "MZ316", other=other)


def same_sources(store: Store) -> Iterator[Finding]:
    """MZ317: a page is one source, whoever cites it."""
    seen: dict[Hashable, str] = {}
    for source in store.each("sources"):
        for other in _met_before(source.id, _marks(store, source), seen):
            yield Finding.at_key(source.file, (), "MZ317", other=other)


def _met_before(id: str, keys: Iterable[Hashable], seen: dict[Hashable, str]) -> list[str]:
    """The ids that any of `keys` was seen with before, each once; new keys are noted."""
    others = {seen.setdefault(key, id) for key in keys}
    return sorted(others - {id})


def _marks(store: Store, record: Partner | Project | Source) -> list[Hashable]:
    """The keys of a record: nothing else says the same, unless it is the same."""

    def found() -> list[Hashable]:
        if isinstance(record, Source):
            return [*_of_source(record)]
        return [_folded(name) for name in _names(record)]

    return store.files.cached("marks", record.file, found)


def _names(record: Partner | Project) -> Iterator[str]:
    yield from record.name.languages.values()
    for name in getattr(record, "other_names", []):
        if " " in name.text or is_written_in("CJK", name.text):
            yield name.text  # other words are abbreviations, which many share


def _folded(name: str) -> Hashable:
    """What is left of a name without case, accents, punctuation, small words and their order.

    “Université d’Abomey-Calavi” and “Abomey Calavi, Universite” are the same.
    """
    letters = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = re.findall(r"\w+", plain)
    if is_written_in("CJK", plain):
        return "".join(words)
    return frozenset(words) - _SMALL_WORDS or name


def _of_source(source: Source) -> Iterator[Hashable]:
    """What tells a source: its address, its title and date."""
    if source.url:
        yield _address(source.url)
    if source.title and source.date:
        yield _folded(source.title), source.date


def _address(url: str) -> Hashable:
    """A web address without what does not change the page: scheme, www., tracking, fragment."""
    parts = urlsplit(url)
    query = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not pair[0].startswith(_TRACKING)
    ]
    host = parts.netloc.lower().removeprefix("www.")
    return host, parts.path.rstrip("/"), tuple(sorted(query))
