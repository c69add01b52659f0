"""Sources that readers cannot or should not open."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from mozi.problems.problem import Finding
from mozi.records.models import Record, Source
from mozi.records.text_links import is_below
from mozi.store.record_store import Store


def forbidden_hosts(store: Store) -> Iterator[Finding]:
    """MZ306: no source links to a host that carries spam or copies of other sites' pages."""
    hosts = {entry.host for entry in store.vocabularies["unlinked-hosts"].values()}
    for source in store.each("sources"):
        host = (urlsplit(source.url).hostname or "") if source.url else ""
        if source.linked and is_below(host, hosts):
            yield Finding.at_key(source.file, ("url",), "MZ306", host=host)


def not_to_be_found(record: Record) -> Iterator[Finding]:
    """MZ307: a source can be found again: it has a link, or says what was read."""
    if isinstance(record, Source) and not record.url and not record.read:
        yield Finding.at_key("", (), "MZ307")
