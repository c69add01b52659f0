"""Offline packs: for each country and language a ZIP file that opens without a server.

A pack is made of the pages that are already in the site: their articles, in a frame that needs no
script and asks for nothing outside. All pages lie side by side, as `pages/projects-ghana.html`:
such names are short, and none is one that Windows keeps for itself, such as `con`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path, PurePosixPath
from posixpath import join, normpath
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from markupsafe import escape

from mozi.addresses import address_of, pack_of, prefix
from mozi.digests import digest_of
from mozi.frames import Frame, split
from mozi.ledger import Made
from mozi.making import Maker, Put, Task
from mozi.outputs.pages import Frames, page
from mozi.pages import Site
from mozi.records import Country
from mozi.views.pack import Pack, frame, home, pack

FRAME = "countries/*/"
"""The frame of the countries' pages."""

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


def tasks(site: Site, maker: Maker, frames: Frames) -> Iterator[Task]:
    """Every pack; all pages but those of countries are there already.

    A country's page says how large its packs are, so it is made after them: each tells its size.
    """
    found = [path for pattern in _STYLES for path in sorted(maker.folder.glob(pattern))]
    styles = {f"styles/{path.name}": path.read_bytes() for path in found}
    looks = digest_of(*styles.items())
    stamps = {a: stamp for made in maker.ledger.made.values() for a, stamp in made.files.items()}
    for country in site.catalogue.of(Country):
        content = pack(site.catalogue, country)
        for code in site.languages:
            names = _names(content, code)
            pages = [stamps.get(f"{each}index.html") for each in names if names[each] != HOME]
            given = pages, looks, frames[code][FRAME].digest
            write = partial(_write, site, maker.folder, frames, styles, country, code)
            yield Task(_name(country, code), write, given, [country], slow=True)


def sizes(site: Site, made: Mapping[str, Made]) -> dict[str, dict[str, int]]:
    """The bytes of every pack that was made, by the country's id and language."""
    return {
        country.id: {code: made[_name(country, code)].told for code in site.languages}
        for country in site.catalogue.of(Country)
    }


def _name(country: Country, code: str) -> str:
    return f"packs/{country.id}/{code}"


def _write(
    site: Site,
    folder: Path,
    frames: Frames,
    styles: Mapping[str, bytes],
    country: Country,
    code: str,
    put: Put,
) -> int:
    """Put a pack; returns its size in bytes. Raises `OSError` when a page is missing."""
    content = pack(site.catalogue, country)
    plan = site.planned(code)[address_of(country)]

    def read(address: str) -> str:
        if address == plan.address:
            return page(site, plan, code, frames[code][plan.frame])
        return (folder / address / "index.html").read_bytes().decode()

    linked = tuple(name for name in styles if not name.endswith("/print.css"))  # pack.css does
    pages = _pages(site, read, code, content, linked)
    target = pack_of(country, code)
    made = archive(PurePosixPath(target).stem, {**pages, **styles}, content.checked[1])
    put(prefix(code) + target, made)
    return len(made)


def _pages(
    site: Site,
    read: Callable[[str], str],
    code: str,
    content: Pack,
    styles: tuple[str, ...],
) -> dict[str, bytes]:
    """The pages of a pack by name, the first one first; `read` gives what the site has."""
    names, around = _names(content, code), _around(site, code, content, styles)
    made = {}
    for address, name in names.items():
        if name == HOME:
            view = home(site.writer(code, address), content)
            title, article = str(escape(view.title)), site.renderer(code).render(view)
            current = address + address_of(content.country)
        else:
            title, article = _parts(read(address))
            current = address
        places = {
            "title": title,
            "article": relinked(article, address, names, site.settings.site_url),
            "current": escape(site.settings.site_url + current),
        }
        made[name] = around[_root(name)].filled(places).encode()
    return made


def _around(site: Site, code: str, content: Pack, styles: tuple[str, ...]) -> dict[str, Frame]:
    """The frames of a pack's pages, by the way from them to the pack's folder."""
    w, renderer = site.writer(code, ""), site.renderer(code)
    return {
        root: Frame(split(renderer.render(frame(w, content, root, styles))))
        for root in {_root(name) for name in _names(content, code).values()}
    }


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
    """Title and article of a page of the site as HTML, without what only the site can offer."""
    head, rest = html.split(_ARTICLE)
    _, title, _ = _TITLE.split(head, maxsplit=2)
    article, _ = rest.rsplit("</article>", 1)
    return title, _LEFT_OUT.sub("", article)


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


def archive(name: str, files: Mapping[str, bytes], day: str) -> bytes:
    """A ZIP of a folder that depends on nothing but its files and the day that they bear."""
    year, month, number = (int(part) for part in day.split("-"))
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as made:
        for path, data in files.items():
            info = ZipInfo(f"{name}/{path}", (year, month, number, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            info.create_system, info.external_attr = _UNIX, _READABLE
            made.writestr(info, data)
    return content.getvalue()
