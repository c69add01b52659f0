"""Addresses that were published: each has a page for ever, or a redirect says what became of it."""

from collections.abc import Iterator

from mozi.addresses.permalinks import ADDRESS, page_addresses, site_address
from mozi.problems.problem import Finding, closest, did_you_mean
from mozi.store.record_store import ADDRESSES, REDIRECTS, Store


def without_page(store: Store) -> Iterator[Finding]:
    """MZ801: an address that was published has a page, or a redirect."""
    if not store.locales or any(finding.file == REDIRECTS for finding in store.findings):
        return  # what there is cannot be known
    existing = page_addresses(store)
    for address, line in store.published.items():
        known = address in existing or address in store.redirects or site_address(address)
        if known or not ADDRESS.fullmatch(address):
            continue
        successor = _successor(store, address, existing)
        at = Finding.at_line(ADDRESSES, (line, 1), "MZ801", "alone", address=address)
        if successor:
            values = {"address": address, "successor": successor}
            at = Finding.at_line(ADDRESSES, (line, 1), "MZ801", **values)
        yield at


def _successor(store: Store, address: str, existing: set[str]) -> str | None:
    """The page that most likely took an address's place: of its kind, rather one that is new."""
    kind = address.split("/")[1]
    alike = sorted(
        page for page in existing if page.startswith(f"/{kind}/") and page != f"/{kind}/"
    )
    return closest(address, (page for page in alike if page not in store.published)) or closest(
        address, alike
    )


def led_astray(store: Store) -> Iterator[Finding]:
    """MZ802: a redirect leads to a page that exists, without a detour."""
    existing = page_addresses(store)
    for address, target in store.redirects.items():
        if not isinstance(target, str) or target in existing:
            continue
        at = REDIRECTS, (address,), "MZ802"
        if not ADDRESS.fullmatch(target):
            yield Finding.at_key(*at, "outside", address=address, target=target)
        elif target not in store.redirects:
            advice = did_you_mean(target, existing)
            yield Finding.at_key(*at, address=address, target=target, advice=advice)
        else:
            end = _end(store, target)
            variant = "detour" if end else "circle"
            yield Finding.at_key(*at, variant, address=address, target=target, end=end)


def _end(store: Store, address: str) -> str:
    """Where redirects lead in the end; empty when they go round in a circle, or to nothing."""
    seen = set()
    while address in store.redirects and address not in seen:
        seen.add(address)
        target = store.redirects[address]
        if not isinstance(target, str):
            return ""
        address = target
    return "" if address in seen else address


def still_there(store: Store) -> Iterator[Finding]:
    """MZ803: an address that is redirected has no page any more."""
    existing = page_addresses(store)
    for address in store.redirects:
        if address in existing:
            yield Finding.at_key(REDIRECTS, (address,), "MZ803", address=address)


def malformed(store: Store) -> Iterator[Finding]:
    """MZ804: addresses begin and end with a slash, and name no language of the site."""
    for address, line in store.published.items():
        if not ADDRESS.fullmatch(address):
            yield Finding.at_line(ADDRESSES, (line, 1), "MZ804", "listed", address=address)
    for address in store.redirects:
        if not ADDRESS.fullmatch(address):
            yield Finding.at_key(REDIRECTS, (address,), "MZ804", address=address)
        elif _language(address) in store.locales and address.count("/") > 2:
            plain = address.removeprefix(f"/{_language(address)}")
            yield Finding.at_key(REDIRECTS, (address,), "MZ804", "language", address=plain)


def _language(address: str) -> str:
    return address.split("/")[1]
