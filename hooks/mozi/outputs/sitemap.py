"""`sitemap.xml`: every page that is in its language, with the others it is in (sitemaps.org 0.9).

**When a page was last changed** is when the files were that its facts stand in: a record's own file
and those of the records it is linked with, which it lists with their names and statuses; for a list
the files of what it lists. Where there is no history it is the latest day a record was checked.
Changes of templates, of the interface and of translations do not count: most leave the page as it
was, and search engines stop trusting dates that move without reason. What is dated by none of this
has no date.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.sax.saxutils import escape

from mozi.addresses.urls import GLOSSARY, RULES, TRANSLATIONS, prefix, translation_of
from mozi.engine.site_files import put_file
from mozi.graph.record_graph import Key
from mozi.records.models import Record, Source, SourcedRecord, Topic
from mozi.site.page_plan import PagePlan
from mozi.site.site import Site

NAME = "sitemap.xml"

MOST_PAGES, MOST_BYTES = 50_000, 52_428_800
"""Limits of one sitemap; beyond them, `sitemap.xml` lists `sitemap-1.xml` and so on."""

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_HEAD = f'{_DECLARATION}<urlset xmlns="{NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
_FOOT = "</urlset>\n"


def write(site: Site, folder: Path, languages: Mapping[str, Sequence[str]]) -> None:
    """Write the sitemap into `folder`; without a `site_url` there are no addresses to write.

    `languages` are those that each generated page is in, by path.
    """
    if site.settings.site_url:
        for name, text in sitemaps(site, languages).items():
            put_file(folder, name, text)


def sitemaps(
    site: Site,
    languages: Mapping[str, Sequence[str]],
    most_pages: int = MOST_PAGES,
    most_bytes: int = MOST_BYTES,
) -> dict[str, str]:
    """The sitemap by file name; an index and its parts where one file would be too large."""
    parts = list(_parts(_entries(site, languages), most_pages, most_bytes))
    if len(parts) == 1:
        return {NAME: parts[0]}
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    listed = "".join(
        f"<sitemap><loc>{escape(site.settings.site_url + name)}</loc></sitemap>\n" for name in names
    )
    index = f'{_DECLARATION}<sitemapindex xmlns="{NAMESPACE}">\n{listed}</sitemapindex>\n'
    return {NAME: index, **dict(zip(names, parts, strict=True))}


def _parts(entries: Iterable[str], most_pages: int, most_bytes: int) -> Iterator[str]:
    part: list[str] = []
    size = frame = len(_HEAD) + len(_FOOT)
    for entry in entries:
        length = len(entry.encode())
        if part and (len(part) == most_pages or size + length > most_bytes):
            yield "".join([_HEAD, *part, _FOOT])
            part, size = [], frame
        part.append(entry)
        size += length
    yield "".join([_HEAD, *part, _FOOT])


def _entries(site: Site, languages: Mapping[str, Sequence[str]]) -> Iterator[str]:
    default, dates = next(iter(site.languages)), _Dates(site)
    roots = {code: escape(site.settings.site_url + prefix(code)) for code in site.languages}
    for plan in site.plans(default):
        urls = {code: roots[code] + escape(plan.path) for code in languages[plan.path]}
        yield from _entry(urls, dates.of_page(plan), urls)
    for name in site.prose:
        urls = {
            code: f"{roots[code]}{escape(name)}/"
            for code in site.page_languages.languages_of(f"{name}/")
        }
        for code in urls:
            yield from _entry(urls, dates.of_prose(name, code), [code])


def _entry(urls: Mapping[str, str], day: str, codes: Iterable[str]) -> Iterator[str]:
    """A page in the languages `codes`; `urls` are those of all languages that it is in."""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{url}"/>'
        for code, url in (*urls.items(), ("x-default", next(iter(urls.values()))))
    )
    dated = f"<lastmod>{day}</lastmod>" if day else ""
    for code in codes:
        yield f"<url><loc>{urls[code]}</loc>{dated}{links}</url>\n"


# Dates ---------------------------------------------------------------------------------------------


_Date = tuple[bool, str]
"""Whether it is known when something was changed, and that (in UTC), else when it was checked."""

_NEVER: _Date = False, ""


@dataclass(frozen=True)
class _Dates:
    """When what pages show was last changed, as W3C dates; empty where nobody can tell."""

    site: Site

    @cached_property
    def _records(self) -> Mapping[Key, _Date]:
        """When each record was changed, else checked: pages list one many times."""
        return {
            (record.kind, record.id): self._changed(record.file) or (False, _checked(record))
            for record in self.site.graph
        }

    @cached_property
    def _files(self) -> Mapping[str, tuple[str, ...]]:
        """Files that pages without a record are made of, by path."""
        catalogues = {code: f"data/translations/{code}.po" for code in self.site.progress}
        return {
            GLOSSARY: ("data/vocabularies/glossary.yml",),
            RULES: ("hooks/mozi/problems/rulebook.yml",),
            TRANSLATIONS: tuple(catalogues.values()),
            **{translation_of(code): (file,) for code, file in catalogues.items()},
        }

    def of_page(self, plan: PagePlan) -> str:
        """The date of a generated page."""
        if plan.record:
            return self._last([(plan.record.kind, plan.record.id), *self._shown_with(plan.record)])
        if plan.lists:
            return self._last((each.kind, each.id) for each in plan.lists)
        return self._last((), self._files.get(plan.path, ()))

    def _shown_with(self, record: Record) -> Iterable[Key]:
        """Records that a record's page lists: those linked with it; for a source, those that cite it."""
        graph = self.site.graph
        if isinstance(record, Source):
            return [(citing.kind, citing.id) for citing, _ in graph.citing(record)]
        return graph.linked_keys(record)

    def of_prose(self, name: str, code: str) -> str:
        """The date of a page in `docs/`."""
        suffix = f".{code}" if prefix(code) else ""
        topics = self.site.graph.all_of(Topic) if name == "about" else []
        return self._last(((each.kind, each.id) for each in topics), [f"docs/{name}{suffix}.md"])

    def _last(self, shown: Iterable[Key], files: Iterable[str] = ()) -> str:
        """When any of this was last changed, or a record checked where that is not known."""
        dates = [self._records[key] for key in shown]
        changed = self._changed(*files)
        return max([*dates, changed] if changed else dates, default=_NEVER)[1]

    def _changed(self, *files: str) -> _Date | None:
        moment = self.site.history.last(*files)
        return (True, moment.isoformat()) if moment else None


def _checked(record: Record) -> str:
    return record.checked if isinstance(record, SourcedRecord | Source) else ""
