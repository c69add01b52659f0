"""Links in texts: e-mail addresses, telephone numbers and web addresses, found as people write them."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit


class TextLink(NamedTuple):
    """Piece of a text, as it is written there, and where it leads."""

    text: str
    href: str


_WAY = re.compile(
    r"""
    (?P<web>\b(?:https?://|www\.)[!\#-;=?-~]+)
    | (?P<email>(?<![\w.])[\w.%+'-]+@[\w-]+(?:\.[\w-]+)+)
    | (?P<phone>(?<![\w+])\+[1-9](?:[ \xa0()-]{0,2}[0-9]){7,14}(?![ \xa0()-]{0,2}[0-9]))
    """,
    re.VERBOSE | re.ASCII,
)
"""A web address, an e-mail address, a telephone number with its country code (ITU-T E.164)."""

_PUNCTUATION = ".,;:!?'*_~|"
_BRACKETS = {")": "(", "]": "[", "}": "{"}


def text_links(text: str, unlinked_hosts: Collection[str]) -> Iterator[TextLink]:
    """Yield the links in a text, in order; none to `unlinked_hosts`, nor to what is below them."""
    for match in _WAY.finditer(text):
        if match["web"]:
            written = _without_end(match["web"])
            href = written if written.startswith("http") else f"https://{written}"
            host = _host(href)
        elif match["email"]:
            written = match["email"]
            href, host = f"mailto:{written}", written.rpartition("@")[2].lower()
        else:
            written = match["phone"]
            yield TextLink(written, phone_link(written))
            continue
        if "." in host and not is_below(host, unlinked_hosts):
            yield TextLink(written, href)


def phone_link(number: str) -> str:
    """Return the link that calls a telephone number (RFC 3966), from its written form."""
    return "tel:" + "".join(each for each in number if each in "+0123456789")


def is_below(host: str, hosts: Collection[str]) -> bool:
    """Whether a host is one of `hosts`, or belongs to one of them."""
    return any(host == each or host.endswith(f".{each}") for each in hosts)


def _host(href: str) -> str:
    """Host of a web address in lower case; empty where there is none."""
    try:
        return (urlsplit(href).hostname or "").rstrip(".")
    except ValueError:
        return ""


def _without_end(address: str) -> str:
    """A web address without the punctuation of the sentence around it."""
    while address:
        last = address[-1]
        opening = _BRACKETS.get(last)
        is_open = opening is not None and address.count(opening) >= address.count(last)
        if last not in _PUNCTUATION and (opening is None or is_open):
            break
        address = address[:-1]
    return address
