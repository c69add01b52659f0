"""Offline packs: for each country and language a ZIP file that opens without a server.

A pack is made of the pages that are already in the site: their articles, in a frame that needs no
script and asks for nothing outside. All pages lie side by side, as `pages/projects-ghana.html`:
such names are short, and none is one that Windows keeps for itself, such as `con`.

Some packs hold a large part of the site: pages made of the same as in the last build are taken over
from the last pack as they are there, compressed.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import PurePosixPath
from posixpath import join, normpath

from markupsafe import escape

from mozi.addresses.urls import address_of, pack_of, prefix
from mozi.engine.hashing import digest_of
from mozi.engine.manifest import FileStat, ManifestEntry
from mozi.engine.tasks import Task, TaskRunner, WriteFile
from mozi.outputs.pages import Frames, page
from mozi.outputs.zip_archive import ZipMember, zip_archive, zip_member, zip_members
from mozi.records.models import Country
from mozi.site.site import Site
from mozi.views.pack import Pack, frame, home, pack
from mozi.views.page_shell import PageShell, split_at_placeholders

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

_PAGES, _TAKEN_OVER = 6, 60
"""So many pages of a pack take as long as a page of the site in all languages; most of them are taken
over where there is a last pack.
"""

# Templates escape quotes and angle brackets, so that none stands in a text or an attribute.
_ARTICLE = '<article class="md-content__inner md-typeset">'
_TITLE = re.compile("</?title>")
_LEFT_OUT = re.compile(r'<script\b.*?</script>|<ul class="mz-downloads">.*?</ul>', re.DOTALL)
# A path, and what follows it in the address; not to another site, nor on the same page.
_LINK = re.compile(r'(<a [^>]*?href=")(?![a-z]+:|[#"])([^"#?]*)([^"]*"[^>]*>)(.*?)</a>', re.DOTALL)


def tasks(site: Site, maker: TaskRunner, frames: Frames) -> Iterator[Task]:
    """Every pack; all pages but those of countries are there already.

    A country's page says how large its packs are, so it is made after them.
    """
    found = [path for pattern in _STYLES for path in sorted(maker.folder.glob(pattern))]
    styles = {f"styles/{path.name}": zip_member(path.read_bytes()) for path in found}
    looks = digest_of(*styles.items())
    for country in site.catalogue.of(Country):
        names = _names(_content(site, country))
        pages = {
            path: made.files
            for path in names
            if path and (made := maker.ledger.made.get(f"pages/{path}"))
        }
        for code in site.languages:
            start = prefix(code)
            stamps = {
                names[path]: files[f"{start}{path}index.html"] for path, files in pages.items()
            }
            given = [*stamps.items()], looks, frames[code][FRAME].digest
            write = partial(_write, site, maker, frames, styles, stamps, country, code)
            name = _name(country, code)
            size = 1 + len(names) // (_TAKEN_OVER if maker.last(name) else _PAGES)
            yield Task(name, write, given, [country], slow=True, size=size)


def sizes(site: Site, made: Mapping[str, ManifestEntry]) -> dict[str, dict[str, int]]:
    """The bytes of every pack that was made, by the country's id and language."""
    return {
        country.id: {code: _size(made[_name(country, code)]) for code in site.languages}
        for country in site.catalogue.of(Country)
    }


def _size(made: ManifestEntry) -> int:
    [(size, _)] = made.files.values()
    return size


def _name(country: Country, code: str) -> str:
    return f"packs/{country.id}/{code}"


def _content(site: Site, country: Country) -> Pack:
    """The same in all languages."""
    return site.remembered(f"pack/{country.id}", partial(pack, site.catalogue, country))


def _write(
    site: Site,
    maker: TaskRunner,
    frames: Frames,
    styles: Mapping[str, ZipMember],
    stamps: Mapping[str, FileStat],
    country: Country,
    code: str,
    put: WriteFile,
) -> dict[str, str]:
    """Put a pack; returns digests of what its pages were made of, by name.

    `stamps` are those of the pages that the site has already, by name in the pack. Raises `OSError`
    when one of them is missing.
    """
    plan = site.planned(code)[address_of(country)]

    def read(address: str) -> str:
        if address == plan.address:
            return page(site, plan, code, frames[code][plan.frame])
        return (maker.folder / address / "index.html").read_bytes().decode()

    linked = tuple(name for name in styles if not name.endswith("/print.css"))  # pack.css does
    edition = _Edition(site, code, _content(site, country), linked, read)
    digests = {name: digest_of(edition.digest, stamp) for name, stamp in stamps.items()}
    done = _unchanged(maker, _name(country, code), digests)
    pages = {
        name: done[name] if name in done else zip_member(edition.page(address).encode())
        for address, name in edition.names.items()
    }
    target = pack_of(country, code)
    day = edition.content.checked[1]
    put(prefix(code) + target, zip_archive(PurePosixPath(target).stem, {**pages, **styles}, day))
    return digests


def _unchanged(maker: TaskRunner, task: str, digests: Mapping[str, str]) -> dict[str, ZipMember]:
    """The pages in the pack that `task` made last, if they were made of the same."""
    last = maker.last(task)
    if not last:
        return {}
    [address] = last.files
    found = zip_members(maker.folder / address)
    return {name: found[name] for name, was in last.told.items() if digests.get(name) == was}


@dataclass(frozen=True)
class _Edition:
    """A pack in one language; `read` gives the HTML of a page of the site by its address.

    `styles` are the names of the style sheets to which pages link.
    """

    site: Site
    code: str
    content: Pack
    styles: tuple[str, ...]
    read: Callable[[str], str]

    @cached_property
    def names(self) -> dict[str, str]:
        """Address on the site → name in the pack, of each page, the first one first."""
        return {prefix(self.code) + path: name for path, name in _names(self.content).items()}

    @cached_property
    def frames(self) -> dict[str, PageShell]:
        """What is around pages, by the way from them to the pack's folder."""
        w, renderer = self.site.writer(self.code, ""), self.site.renderer(self.code)
        return {
            root: PageShell(
                split_at_placeholders(renderer.render(frame(w, self.content, root, self.styles)))
            )
            for root in dict.fromkeys(map(_root, self.names.values()))
        }

    @cached_property
    def digest(self) -> str:
        """Another one whenever the same page of the site would become another one of the pack."""
        return digest_of(*self.names.items(), *(each.digest for each in self.frames.values()))

    def page(self, address: str) -> str:
        """The page of the pack that is made of the one at `address`."""
        name, site_url = self.names[address], self.site.settings.site_url
        title, article, current = self._home() if name == HOME else self._parts(address)
        places = {
            "title": title,
            "article": relinked(article, address, self.names, site_url),
            "current": escape(site_url + current),
        }
        return self.frames[_root(name)].filled(places)

    def _home(self) -> tuple[str, str, str]:
        """Title and article of the first page, as HTML, and the address of what says the same."""
        start = prefix(self.code)
        view = home(self.site.writer(self.code, start), self.content)
        article = self.site.renderer(self.code).render(view)
        return escape(view.title), article, start + address_of(self.content.country)

    def _parts(self, address: str) -> tuple[str, str, str]:
        """The same of a page of the site, without what only the site can offer."""
        head, rest = self.read(address).split(_ARTICLE)
        _, title, _ = _TITLE.split(head, maxsplit=2)
        article, _ = rest.rsplit("</article>", 1)
        return title, _LEFT_OUT.sub("", article), address


def _root(name: str) -> str:
    """The way from a page to the pack's folder."""
    return "" if name == HOME else "../"


def _names(content: Pack) -> dict[str, str]:
    """Path on the site → name in the pack, of each of its pages."""
    return {"": HOME} | {
        address_of(record): f"pages/{record.kind}-{record.id}.html"
        for group in content.groups
        for record in group
    }


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
