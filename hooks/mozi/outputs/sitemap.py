"""`sitemap.xml`: every page that is in its language, with the others it is in (sitemaps.org 0.9).

**When a page was last changed** is when the files were that its facts stand in: a record's own file
and those of the records it is linked with, which it lists with their names and statuses; for a list
the files of what it lists. Where there is no history it is the latest day a record was checked.
Changes of templates, of the interface and of translations do not count: most leave the page as it
was, and search engines stop trusting dates that move without reason. What is dated by none of this
has no date.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from mozi.addresses import GLOSSARY, RULES, TRANSLATIONS, prefix, translation_of
from mozi.catalogue import Catalogue
from mozi.files import put
from mozi.history import History
from mozi.pages import PagePlan, Site
from mozi.records import Record, Source, SourcedRecord, Topic

NAME = "sitemap.xml"

MOST_PAGES, MOST_BYTES = 50_000, 52_428_800
"""What one sitemap may hold; beyond it, `sitemap.xml` lists `sitemap-1.xml` and so on."""

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_HEAD = f'{_DECLARATION}<urlset xmlns="{NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
_FOOT = "</urlset>\n"


def write(site: Site, folder: Path) -> None:
    """Write the sitemap into `folder`; without a `site_url` there are no addresses to write."""
    if site.settings.site_url:
        for name, text in sitemaps(site).items():
            put(folder, name, text)


def sitemaps(
    site: Site, most_pages: int = MOST_PAGES, most_bytes: int = MOST_BYTES
) -> dict[str, str]:
    """The sitemap by file name; an index and its parts where one file would be too large."""
    parts = list(_parts(_entries(site), most_pages, most_bytes))
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


def _entries(site: Site) -> Iterator[str]:
    default = next(iter(site.languages))
    for plan in site.plans(default):
        yield from _entry(site, plan.path, changed(site, plan))
    for name in site.prose:
        path = f"{name}/"
        for code in site.versions.of(path):
            yield from _entry(site, path, _prose_changed(site, name, code), [code])


def _entry(site: Site, path: str, day: str, codes: Iterable[str] = ()) -> Iterator[str]:
    """The page at `path` in the languages `codes`, or all it is in."""
    found = site.versions.of(path)
    urls = {code: escape(site.settings.site_url + prefix(code) + path) for code in found}
    others = {**urls, "x-default": urls[found[0]]}
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{url}"/>'
        for code, url in others.items()
    )
    dated = f"<lastmod>{day}</lastmod>" if day else ""
    for code in codes or found:
        yield f"<url><loc>{urls[code]}</loc>{dated}{links}</url>\n"


# Dates ---------------------------------------------------------------------------------------------


def changed(site: Site, plan: PagePlan) -> str:
    """When what a page shows was last changed, as a W3C date; empty where nobody can tell."""
    if plan.record:
        return last(site.history, [plan.record, *shown_with(site.catalogue, plan.record)])
    if plan.lists:
        return last(site.history, plan.lists)
    return last(site.history, (), _files(site).get(plan.path, ()))


def shown_with(catalogue: Catalogue, record: Record) -> list[Record]:
    """The records that a record's page lists: those linked with it; for a source, what cites it."""
    if isinstance(record, Source):
        return [citing for citing, _ in catalogue.citing(record)]
    return catalogue.linked(record)


def last(history: History, records: Iterable[Record], files: Iterable[str] = ()) -> str:
    """When any of this was last changed, or a record checked where that is not known."""
    shown = list(records)
    moment = history.last(*files, *(record.file for record in shown))
    if moment:
        return moment.isoformat()
    checked = (each.checked for each in shown if isinstance(each, SourcedRecord | Source))
    return max(checked, default="")


def _files(site: Site) -> dict[str, tuple[str, ...]]:
    catalogues = {code: f"data/translations/{code}.po" for code in site.progress}
    return {
        GLOSSARY: ("data/vocabularies/glossary.yml",),
        RULES: ("hooks/mozi/rulebook.yml",),
        TRANSLATIONS: tuple(catalogues.values()),
        **{translation_of(code): (file,) for code, file in catalogues.items()},
    }


def _prose_changed(site: Site, name: str, code: str) -> str:
    suffix = f".{code}" if prefix(code) else ""
    topics = site.catalogue.of(Topic) if name == "about" else []
    return last(site.history, topics, [f"docs/{name}{suffix}.md"])
