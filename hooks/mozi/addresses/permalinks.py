"""Permalinks: all addresses ever published, in `data/addresses.txt`, so that no bookmark breaks.

One address a line, such as `/projects/ghana/`, from the site's root on and without a language: each
page exists in every language, so one line stands for all. A language has a line for its home page,
such as `/zh/`. Lines are only added, never removed; their order does not matter, so that two
branches merge (see `.gitattributes`).
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from mozi.addresses.urls import (
    COMPARE,
    DEFAULT_LANGUAGE,
    GLOSSARY,
    RULES,
    TRANSLATIONS,
    address_of,
    index_of,
    prefix,
    translation_of,
)
from mozi.records.models import RECORD_TYPES, Topic
from mozi.store.record_store import ADDRESSES, Store

ADDRESS = re.compile(r"/(?:[a-z0-9]+(?:-[a-z0-9]+)*/)*")
"""Pattern of a page's address: small letters, digits, hyphens, a slash at the end."""


def page_addresses(read: Store) -> set[str]:
    """Return the addresses of all pages: of records, also those with mistakes, and of all others.

    Pages of choices, such as `/projects/country/tj/`, are not among them: they come and go with
    the data of records. See `site_address`.
    """
    return {f"/{path}" for path in _paths(read)}


def _paths(read: Store) -> Iterator[str]:
    yield ""
    yield from (GLOSSARY, RULES, TRANSLATIONS, COMPARE)
    for code in read.locales:
        if code != DEFAULT_LANGUAGE:
            yield prefix(code)
            yield translation_of(code)
    for path in read.docs.glob("*.md"):
        yield f"{path.name.partition('.')[0]}/"
    for record_type in RECORD_TYPES:
        if record_type is not Topic:
            yield index_of(record_type.kind)
            yield from (address_of(record) for record in read.each(record_type.kind))
    yield from (f"{kind}/{id}/" for kind, id in read.unread)


def site_address(address: str) -> str:
    """Return the page that lists a page of choices or of one language's translation; else "".

    When such a page disappears, readers are redirected to the result; `data/redirects.yml` need not
    say so.
    """
    parts = address.strip("/").split("/")
    if parts[0] == TRANSLATIONS.strip("/") and len(parts) == 2:
        return f"/{TRANSLATIONS}"
    return f"/{index_of(parts[0])}" if len(parts) == 3 else ""


def add_addresses(root: Path, addresses: Iterable[str]) -> None:
    """Add `addresses` to the list of the project in `root`."""
    path = root / ADDRESSES
    listed = path.read_text(encoding="utf-8").split() if path.exists() else []
    lines = (f"{address}\n" for address in sorted({*listed, *addresses}))
    path.write_text("".join(lines), encoding="utf-8")


def add_page_addresses(read: Store) -> None:
    """Add the addresses of new pages to the list, where the project keeps one."""
    if lacks_pages(read):
        add_addresses(read.root, page_addresses(read))


def lacks_pages(read: Store) -> bool:
    """Whether the project keeps a list that lacks a page."""
    return (read.root / ADDRESSES).is_file() and not page_addresses(read) <= read.published.keys()
