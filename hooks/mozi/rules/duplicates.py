"""Records that seem to describe the same thing twice.

Each name or address gives a key. Keys are compared, not each record with every other one.
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
"""Beginnings of URL parameters that say where a visitor came from, not which page is meant."""


def same_names(store: Store) -> Iterator[Finding]:
    """MZ316: the names of two partners, or of two projects, differ in more than spelling."""
    for kind in ("partners", "projects"):
        earlier_ids: dict[Hashable, str] = {}
        for record in store.each(kind):
            for other in _ids_seen_before(record.id, _keys(store, record), earlier_ids):
                yield Finding.at_key(record.file, ("name",), "MZ316", other=other)


def same_sources(store: Store) -> Iterator[Finding]:
    """MZ317: a page has one source record, however many records cite it."""
    earlier_ids: dict[Hashable, str] = {}
    for source in store.each("sources"):
        for other in _ids_seen_before(source.id, _keys(store, source), earlier_ids):
            yield Finding.at_key(source.file, (), "MZ317", other=other)


def _ids_seen_before(
    id: str, keys: Iterable[Hashable], earlier_ids: dict[Hashable, str]
) -> list[str]:
    """Ids of other records that had one of `keys` before, sorted; adds new keys to `earlier_ids`."""
    others = {earlier_ids.setdefault(key, id) for key in keys}
    return sorted(others - {id})


def _keys(store: Store, record: Partner | Project | Source) -> list[Hashable]:
    """Keys of a record. Two records with a key in common probably describe the same thing."""

    def make_keys() -> list[Hashable]:
        if isinstance(record, Source):
            return [*_source_keys(record)]
        return [_name_key(name) for name in _names(record)]

    return store.files.cached("marks", record.file, make_keys)


def _names(record: Partner | Project) -> Iterator[str]:
    yield from record.name.languages.values()
    for name in getattr(record, "other_names", []):
        if " " in name.text or is_written_in("CJK", name.text):
            yield name.text  # other words are abbreviations, which many share


def _name_key(name: str) -> Hashable:
    """Key of a name, without case, accents, punctuation, small words and the order of words.

    “Université d’Abomey-Calavi” and “Abomey Calavi, Universite” have the same key.
    """
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare_name = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = re.findall(r"\w+", bare_name)
    if is_written_in("CJK", bare_name):
        return "".join(words)
    return frozenset(words) - _SMALL_WORDS or name


def _source_keys(source: Source) -> Iterator[Hashable]:
    """Keys of a source: its address, and its title with its date."""
    if source.url:
        yield _address_key(source.url)
    if source.title and source.date:
        yield _name_key(source.title), source.date


def _address_key(url: str) -> Hashable:
    """Key of a web address, without scheme, www., tracking and fragment: they keep the page."""
    parts = urlsplit(url)
    query = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not pair[0].startswith(_TRACKING)
    ]
    host = parts.netloc.lower().removeprefix("www.")
    return host, parts.path.rstrip("/"), tuple(sorted(query))
