"""`sitemap.xml`: every generated page with its other languages (sitemaps.org 0.9)."""

from pathlib import Path
from xml.sax.saxutils import escape

from mozi.addresses import prefix
from mozi.pages import Site

PROSE = ("about/", "contribute/", "data/", "subscribe/")
"""Pages that are written in `docs/`."""

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def write(site: Site, folder: Path) -> None:
    """Write the sitemap into `folder`; without a `site_url` there are no addresses to write."""
    if site.settings.site_url:
        (folder / "sitemap.xml").write_text(render(site), encoding="utf-8")


def render(site: Site) -> str:
    """The sitemap as XML."""
    paths = [plan.path for plan in site.plans(next(iter(site.languages)))]
    entries = [_entry(site, path, code) for path in [*paths, *PROSE] for code in site.languages]
    return _HEAD + "".join(entries) + "</urlset>\n"


def _entry(site: Site, path: str, code: str) -> str:
    def url(language: str) -> str:
        return escape(site.settings.site_url + prefix(language) + path)

    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{other}" href="{url(other)}"/>'
        for other in site.languages
    )
    return f"<url><loc>{url(code)}</loc>{links}</url>\n"
