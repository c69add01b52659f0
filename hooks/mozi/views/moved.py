"""Page at an address that has no page any more: a link to another page, or the reason."""

from dataclasses import dataclass
from typing import ClassVar

from mozi.addresses.urls import DEFAULT_LANGUAGE
from mozi.languages.language import Words
from mozi.presentation.writer import Writer
from mozi.records.values import Text


@dataclass(frozen=True)
class Moved:
    """A page of `site` that leads to another; `styles` is a link to its style sheet.

    `reason` says why there is nothing to be led to: then the reader is asked, not sent. `canonical`
    is the new address, absolute, empty where there is none or the site's own is not known.
    """

    template: ClassVar[str] = "moved.html"
    site: str
    title: str
    link: str
    href: str
    styles: str
    canonical: str = ""
    reason: Words | None = None


def view(w: Writer, to: str, reason: Text | None) -> Moved:
    """View at the old address; `to` is relative to the site's root, language included."""
    href, styles = w.href_in(DEFAULT_LANGUAGE, to), w.asset("moved.css")
    if reason:
        title, link = w._("This page was removed"), w._("Home")
        return Moved(w.site_title, title, link, href, styles, reason=w.words(reason))
    url = w.settings.site_url
    # Translators: the link below “This page has moved”.
    link = w._("Go to the page")
    return Moved(
        w.site_title, w._("This page has moved"), link, href, styles, f"{url}{to}" if url else ""
    )
