"""Published addresses and redirects: an address keeps its page for ever, or is redirected."""

from collections.abc import Iterator

from mozi.addresses.permalinks import ADDRESS, page_addresses, site_address
from mozi.problems.problem import Finding, closest, did_you_mean
from mozi.store.record_store import ADDRESSES, REDIRECTS, Store


def without_page(store: Store) -> Iterator[Finding]:
    """MZ801: an address that was published has a page, or a redirect."""
    if not store.locales or any(finding.file == REDIRECTS for finding in store.findings):
        return  # without locales and sound redirects nobody knows which addresses are served
    existing = page_addresses(store)
    for address, line in store.published.items():
        is_served = address in existing or address in store.redirects or site_address(address)
        if is_served or not ADDRESS.fullmatch(address):
            continue
        successor = _successor(store, address, existing)
        finding = Finding.at_line(ADDRESSES, (line, 1), "MZ801", "alone", address=address)
        if successor:
            values = {"address": address, "successor": successor}
            finding = Finding.at_line(ADDRESSES, (line, 1), "MZ801", **values)
        yield finding


def _successor(store: Store, address: str, existing: set[str]) -> str | None:
    """The page that most likely replaces an address: one of the same kind, preferably a new one."""
    kind = address.split("/")[1]
    same_kind = sorted(
        page for page in existing if page.startswith(f"/{kind}/") and page != f"/{kind}/"
    )
    return closest(address, (page for page in same_kind if page not in store.published)) or closest(
        address, same_kind
    )


def led_astray(store: Store) -> Iterator[Finding]:
    """MZ802: a redirect leads directly to a page that exists."""
    existing = page_addresses(store)
    for address, target in store.redirects.items():
        if not isinstance(target, str) or target in existing:
            continue
        place = REDIRECTS, (address,), "MZ802"
        if not ADDRESS.fullmatch(target):
            yield Finding.at_key(*place, "outside", address=address, target=target)
        elif target not in store.redirects:
            advice = did_you_mean(target, existing)
            yield Finding.at_key(*place, address=address, target=target, advice=advice)
        else:
            end = _end(store, target)
            variant = "detour" if end else "circle"
            yield Finding.at_key(*place, variant, address=address, target=target, end=end)


def _end(store: Store, address: str) -> str:
    """The last address of a chain of redirects; empty for a circle or a `gone` address."""
    visited = set()
    while address in store.redirects and address not in visited:
        visited.add(address)
        target = store.redirects[address]
        if not isinstance(target, str):
            return ""
        address = target
    return "" if address in visited else address


def still_there(store: Store) -> Iterator[Finding]:
    """MZ803: a redirected address has no page of its own any more."""
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
            without_language = address.removeprefix(f"/{_language(address)}")
            values = {"address": without_language}
            yield Finding.at_key(REDIRECTS, (address,), "MZ804", "language", **values)


def _language(address: str) -> str:
    return address.split("/")[1]
