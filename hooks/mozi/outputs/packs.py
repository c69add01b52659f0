"""Offline packs: for each country and language a ZIP file that opens without a server.

A pack is made of the texts of pages that are already in the site, in a shell that needs no script
and asks for nothing outside. All pages lie side by side, as `pages/projects-ghana.html`: such names
are short, and none is one that Windows keeps for itself, such as `con`.

Some packs hold a large part of the site: pages that have not changed are taken from the last pack as
they are there, compressed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import PurePosixPath
from posixpath import join, normpath

from markupsafe import escape

from mozi.addresses.urls import address_of, pack_of, prefix
from mozi.engine.hashing import digest_of
from mozi.engine.site_files import file_stat
from mozi.engine.tasks import Results, Task, TaskRunner, WriteFile
from mozi.graph.dependencies import record_key
from mozi.outputs.pages import Article
from mozi.outputs.zip_archive import ZipMember, zip_archive, zip_member, zip_members
from mozi.records.models import Country
from mozi.site.page import article_parts, page_of
from mozi.site.page_head import page_listing
from mozi.site.site import Site
from mozi.views.pack import Pack, home, pack, pack_shell
from mozi.views.page import notice
from mozi.views.page_shell import PageShell, split_at_placeholders

HOME = "index.html"
"""The first page of a pack."""

_STYLES = ("assets/site.css", "assets/print.css", "assets/pack.css")
"""Style sheets of this site, which follow those of the theme."""

_PAGES, _UNCHANGED = 6, 60
"""Pages of a pack that take as long as a page of the site in all languages; the second, where there
is a last pack to take most of them from.
"""

# Templates escape quotes and angle brackets, so that none stands in a text or an attribute.
# A path, and what follows it in the address; not to another site, nor on the same page.
_LINK = re.compile(r'(<a [^>]*?href=")(?![a-z]+:|[#"])([^"#?]*)([^"]*"[^>]*>)(.*?)</a>', re.DOTALL)

Articles = Mapping[str, Mapping[str, Article]]
"""Path → language → where the text of the page stands in its file."""


def tasks(
    site: Site, runner: TaskRunner, articles: Articles, theme_styles: Iterable[str]
) -> Iterator[Task]:
    """Every pack; `articles` are those of all pages but the countries', which name their packs.

    `theme_styles` are addresses of style sheets.
    """
    paths = [runner.folder / address for address in (*theme_styles, *_STYLES)]
    styles = {f"styles/{path.name}": zip_member(path.read_bytes()) for path in paths}
    styles_key = digest_of(*styles.items())
    for country in site.graph.all_of(Country):
        names = _names(_content(site, country))
        for code in site.languages:
            pages = {
                prefix(code) + path: articles[path][code] for path in names if path in articles
            }
            stats = {
                address: file_stat(runner.folder / address / "index.html") for address in pages
            }
            name = _name(country, code)
            size = 1 + len(names) // (_UNCHANGED if runner.last_entry(name) else _PAGES)
            yield Task(
                name=name,
                run=partial(_write, _Sources(site, runner, styles, pages, stats), country, code),
                inputs=([*stats.items()], styles_key),
                dependencies=[record_key(country)],
                slow=True,
                size=size,
            )


def sizes(site: Site, results: Results) -> dict[str, dict[str, int]]:
    """The bytes of every pack by country and language, from the results of the tasks."""
    return {
        country.id: {code: results[_name(country, code)]["size"] for code in site.languages}
        for country in site.graph.all_of(Country)
    }


def _name(country: Country, code: str) -> str:
    return f"packs/{country.id}/{code}"


def _content(site: Site, country: Country) -> Pack:
    """The records of a pack, the same in all languages."""
    return site.once(f"pack/{country.id}", partial(pack, site.graph, country))


@dataclass(frozen=True)
class _Sources:
    """Everything that a pack is made from: style sheets, and by address the pages of the site.

    `stats` are the sizes and mtimes of their files.
    """

    site: Site
    runner: TaskRunner
    styles: Mapping[str, ZipMember]
    pages: Mapping[str, Article]
    stats: Mapping[str, tuple[int, int]]

    def article(self, address: str) -> str:
        """The text of a page of the site as HTML. Raises `OSError` when its file is missing."""
        file = self.runner.folder / address / "index.html"
        html = file.read_bytes().decode()
        return "".join(html[start:end] for start, end in self.pages[address].spans)


def _write(sources: _Sources, country: Country, code: str, write: WriteFile) -> dict[str, object]:
    """Write a pack; out: its bytes, and by name the cache key of each of its pages."""
    site = sources.site
    linked = tuple(name for name in sources.styles if not name.endswith("/print.css"))
    edition = _Edition(sources, country, code, _content(site, country), linked)
    keys = {
        name: digest_of(edition.key, sources.stats[address])
        for address, name in edition.names.items()
        if address in sources.stats
    }
    unchanged = _unchanged(sources.runner, _name(country, code), keys)
    pages = {
        name: unchanged[name] if name in unchanged else zip_member(edition.page(address).encode())
        for address, name in edition.names.items()
    }
    target = pack_of(country, code, site.names.brand.en)
    day = edition.content.checked[1]
    archive = zip_archive(PurePosixPath(target).stem, {**pages, **sources.styles}, day)
    write(prefix(code) + target, archive)
    return {"size": len(archive), "keys": keys}


def _unchanged(runner: TaskRunner, task: str, keys: Mapping[str, str]) -> dict[str, ZipMember]:
    """Pages of the pack that a task made last whose cache key is the same."""
    last = runner.last_entry(task)
    if not last:
        return {}
    [address] = last.files
    members = zip_members(runner.folder / address)
    return {
        name: members[name] for name, key in last.result["keys"].items() if keys.get(name) == key
    }


@dataclass(frozen=True)
class _Edition:
    """A pack in one language; `styles` are the names of the style sheets that pages link to."""

    sources: _Sources
    country: Country
    code: str
    content: Pack
    styles: tuple[str, ...]

    @cached_property
    def names(self) -> dict[str, str]:
        """Address on the site → name in the pack, of each page, the first one first."""
        return {prefix(self.code) + path: name for path, name in _names(self.content).items()}

    @cached_property
    def shells(self) -> dict[str, PageShell]:
        """Shells of pages by the path from them to the pack's folder."""
        site = self.sources.site
        w, renderer = site.writer(self.code, ""), site.renderer(self.code)
        return {
            root: PageShell(
                split_at_placeholders(
                    renderer.render(pack_shell(w, self.content, root, self.styles))
                )
            )
            for root in dict.fromkeys(map(_root, self.names.values()))
        }

    @cached_property
    def key(self) -> str:
        """Cache key of everything that pages of the pack depend on beside those of the site."""
        return digest_of(*self.names.items(), *(each.digest for each in self.shells.values()))

    def page(self, address: str) -> str:
        """The page of the pack that shows the text of the page at `address`."""
        name, site_url = self.names[address], self.sources.site.settings.site_url
        title, article, current = self._text(address, name)
        fills = {
            "title": escape(title),
            "article": relinked(article, address, self.names, site_url),
            "current": escape(site_url + current),
        }
        return self.shells[_root(name)].filled(fills)

    def _text(self, address: str, name: str) -> tuple[str, str, str]:
        """Title and text of a page, and the address on the site of what says the same."""
        country_address = prefix(self.code) + address_of(self.country)
        if name == HOME:
            return *self._home(), country_address
        if address == country_address:
            return *self._country(), address
        return self.sources.pages[address].title, self.sources.article(address), address

    def _home(self) -> tuple[str, str]:
        """Title and text of the first page."""
        site = self.sources.site
        writer = site.writer(self.code, prefix(self.code))
        view = home(writer, self.content)
        html = site.renderer(self.code).render(view, notice=notice(writer))
        return view.title.text, html

    def _country(self) -> tuple[str, str]:
        """Title and text of the country's page, whose file is written when packs have their size."""
        site = self.sources.site
        plan = site.planned(self.code)[address_of(self.country)]
        page = page_of(site, plan, self.code)
        description = page.view.description
        listing = page_listing(
            site, page.writer, plan.path, plan.title, description=description, record=plan.record
        )
        return listing.title, "".join(article_parts(site, page))


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
