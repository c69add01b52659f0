"""Offline packs: for each country and language a ZIP file that opens without a server.

A pack is made of the pages that are already in the site: their articles, in a frame that needs no
script and asks for nothing outside. All pages lie side by side, as `pages/projects-ghana.html`:
such names are short, and none is one that Windows keeps for itself, such as `con`.
"""

import re
from collections.abc import Mapping
from html import escape, unescape
from pathlib import Path
from posixpath import join, normpath
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from mozi.addresses import address_of, pack_of, prefix
from mozi.pages import Site
from mozi.records import Country
from mozi.rendering import Renderer
from mozi.views.pack import SIZE, Pack, frame, home, pack

HOME = "index.html"
"""The first page of a pack."""

_STYLES = (
    "assets/stylesheets/main.*.css",
    "assets/stylesheets/palette.*.css",
    "assets/site.css",
    "assets/print.css",
    "assets/pack.css",
)

_UNIX, _READABLE = 3, 0o100644 << 16
"""What a file in a ZIP is like, whichever system makes it."""

# Templates escape quotes and angle brackets, so that none stands in a text or an attribute.
_ARTICLE = '<article class="md-content__inner md-typeset">'
_TITLE = re.compile("</?title>")
_LEFT_OUT = re.compile(r'<script\b.*?</script>|<ul class="mz-downloads">.*?</ul>', re.DOTALL)
# A path, and what follows it in the address; not to another site, nor on the same page.
_LINK = re.compile(r'(<a [^>]*?href=")(?![a-z]+:|[#"])([^"#?]*)([^"]*"[^>]*>)(.*?)</a>', re.DOTALL)


def write(site: Site, folder: Path) -> None:
    """Write every pack, and its size into the page that offers it; all pages are there already.

    Raises `OSError` when a page is missing.
    """
    found = [path for pattern in _STYLES for path in sorted(folder.glob(pattern))]
    styles = {f"styles/{path.name}": path.read_bytes() for path in found}
    linked = tuple(name for name in styles if not name.endswith("/print.css"))  # pack.css does
    contents = [pack(site.catalogue, country) for country in site.catalogue.of(Country)]
    for code, language in site.languages.items():
        renderer = Renderer(site.templates, language)
        for content in contents:
            country = content.country
            pages = _pages(site, folder, renderer, code, content, linked)
            target = folder / prefix(code) / pack_of(country, code)
            archive(target, {**pages, **styles}, content.checked[1])
            offer = folder / prefix(code) / address_of(country) / "index.html"
            _fill_in(offer, language.size(target.stat().st_size))


def _pages(
    site: Site, folder: Path, renderer: Renderer, code: str, content: Pack, styles: tuple[str, ...]
) -> dict[str, bytes]:
    """The pages of a pack by name, the first one first."""
    names = _names(content, code)
    made = {}
    for address, name in names.items():
        w = site.writer(code, address)
        if name == HOME:
            view = home(w, content)
            title, article = str(view.title), renderer.render(view)
        else:
            title, article = _parts((folder / address / "index.html").read_bytes().decode())
        article = relinked(article, address, names, site.settings.site_url)
        page = frame(w, content, title, article, _root(name), styles)
        made[name] = renderer.render(page).encode()
    return made


def _root(name: str) -> str:
    """The way from a page to the pack's folder."""
    return "" if name == HOME else "../"


def _names(content: Pack, code: str) -> dict[str, str]:
    """Address on the site → name in the pack, of each of its pages."""
    start = prefix(code)
    return {start: HOME} | {
        start + address_of(record): f"pages/{record.kind}-{record.id}.html"
        for group in content.groups
        for record in group
    }


def _parts(html: str) -> tuple[str, str]:
    """Title and article of a page of the site, without what only the site can offer."""
    head, rest = html.split(_ARTICLE)
    _, title, _ = _TITLE.split(head, maxsplit=2)
    article, _ = rest.rsplit("</article>", 1)
    return unescape(title), _LEFT_OUT.sub("", article)


def relinked(article: str, address: str, names: Mapping[str, str], site_url: str) -> str:
    """The article of the page at `address`, with links that work in a pack.

    What is in the pack (`names`: address → name) is linked there, all else on the site; without a
    `site_url` such links become plain text. Links to other sites stay.
    """
    root = _root(names[address])

    def link(match: re.Match[str]) -> str:
        before, path, after, text = match.groups()
        target = _resolved(address, path)
        if target in names:
            return f"{before}{root}{names[target]}{after}{text}</a>"
        if site_url:
            return f"{before}{site}{target}{after}{text}</a>"
        return str(text)

    site = escape(site_url)
    return _LINK.sub(link, article)


def _resolved(address: str, path: str) -> str:
    """The address to which a path leads from the page at `address`; neither holds more than a path.

    It is that of `urljoin`, which takes all parts of an address into account, and ten times as long.
    """
    way = join("/", address, path)
    folder = "/" if way.endswith(("/", ".")) else ""
    return f"{normpath(way)}{folder}".lstrip("/")


def archive(target: Path, files: Mapping[str, bytes], day: str) -> None:
    """Write a ZIP that depends on nothing but its files and the day that they bear."""
    year, month, number = (int(part) for part in day.split("-"))
    target.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(target, "w", ZIP_DEFLATED) as made:
        for name, data in files.items():
            info = ZipInfo(f"{target.stem}/{name}", (year, month, number, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            info.create_system, info.external_attr = _UNIX, _READABLE
            made.writestr(info, data)


def _fill_in(page: Path, size: str) -> None:
    html = page.read_text(encoding="utf-8")
    page.write_text(html.replace(SIZE, size), encoding="utf-8")
