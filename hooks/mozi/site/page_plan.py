"""Page plans: which pages there are in a language, at which address, and by which view."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from mozi.addresses.urls import (
    COMPARE,
    GLOSSARY,
    RULES,
    TRANSLATIONS,
    address_of,
    embed_of,
    index_of,
    prefix,
    translation_of,
)
from mozi.languages.language import Language
from mozi.presentation.components.page import View
from mozi.presentation.writer import Writer
from mozi.records.models import (
    Country,
    Curriculum,
    Initiative,
    Partner,
    Programme,
    Project,
    Record,
    Source,
)
from mozi.views import (
    choice,
    compare,
    country,
    curriculum,
    embed,
    facets,
    glossary,
    home,
    index,
    initiative,
    partner,
    programme,
    project,
    rules,
    source,
    translation,
)
from mozi.views.translation import Standing

_RECORD_VIEWS: dict[type[Record], Callable[[Writer, Any], View]] = {
    Country: country.view,
    Partner: partner.view,
    Project: project.view,
    Programme: programme.view,
    Curriculum: curriculum.view,
    Initiative: initiative.view,
    Source: source.view,
}


def _record_view(writer: Writer, record: Record) -> View:
    return _RECORD_VIEWS[type(record)](writer, record)


@dataclass(frozen=True, kw_only=True)
class PagePlan:
    """A page before it is rendered.

    `path` is its address without the language's folder, the same in all languages; `address` has
    that folder, and is relative to the site's root. `source` is the name by which Markdown pages
    link to it. `parent`, `previous` and `next` are paths of pages in the same language. `record` is
    the one whose page it is, if any; `lists` are those that it lists otherwise. `size` is the time
    it takes, in pages.
    """

    path: str
    address: str
    source: str
    title: str
    write: Callable[[Writer], View]
    parent: str | None = None
    previous: str | None = None
    next: str | None = None
    record: Record | None = None
    lists: Sequence[Record] = ()
    size: int = 1

    @property
    def shell(self) -> str:
        """Name of the page shell, shared by all pages of the same depth in the same section.

        Links in the shell of such pages are the same. A page of the menu has a shell of its own.
        """
        section, _, below = self.path.partition("/")
        return self.path if self.parent is None else f"{section}/{'*/' * below.count('/')}"


def page_plans(
    writer: Writer, languages: Mapping[str, Language], standings: Sequence[Standing]
) -> Iterator[PagePlan]:
    """All generated pages in the language of `writer`: home, then each kind's index and records.

    `standings` say how far each language is translated.
    """
    everything = [*writer.graph]
    # Translators: the entry of the menu that leads to the home page.
    title = writer._("Home")
    yield _plan(writer, "", title, home.view, source="index.md", lists=everything)
    for kind in index.KINDS:
        yield from _section(writer, kind)
    write = partial(glossary.view, languages=languages)
    yield _top(writer, GLOSSARY, glossary.title(writer), write)
    yield from _translations(writer, standings)
    yield _top(writer, RULES, rules.title(writer), rules.view)


def _section(writer: Writer, kind: index.Kind) -> Iterator[PagePlan]:
    """The pages of a kind: its index, its records, its choices, and programmes compared."""
    top = index_of(kind.type.kind)
    titled = index.titled(writer, kind)
    records = [record for record, _ in titled]
    write = partial(index.view, kind=kind)
    yield _top(writer, top, writer._(kind.title), write, lists=records)
    paths = [top, *(address_of(record) for record in records), None]
    for number, (record, title) in enumerate(titled):
        path = address_of(record)
        yield _plan(
            writer,
            path,
            title,
            partial(_record_view, record=record),
            parent=top,
            previous=paths[number],
            next=paths[number + 2],
            record=record,
        )
        if isinstance(record, Project) and writer.settings.site_url:
            write = partial(embed.view, project=record)
            yield _below(writer, path, embed_of(record), embed.title(writer, record), write=write)
    if kind.type in facets.TYPES:
        yield from _choices(writer, kind, records)
    if kind.type is Programme:
        write = partial(compare.view, programmes=records)
        yield _below(writer, top, COMPARE, compare.title(writer), write=write, lists=records)


def _choices(writer: Writer, kind: index.Kind, records: list[Any]) -> Iterator[PagePlan]:
    """The pages by country, field, status …, each with its records."""
    for bucket in facets.choices(writer, records):
        yield _below(
            writer,
            index_of(kind.type.kind),
            facets.path_of(kind.type, bucket),
            choice.title(writer, kind, bucket),
            write=partial(choice.view, kind=kind, bucket=bucket),
            lists=bucket.records,
        )


def _translations(writer: Writer, standings: Sequence[Standing]) -> Iterator[PagePlan]:
    """How far the translations are, and what is missing in each language."""
    overview = partial(translation.overview, standings=standings)
    yield _top(writer, TRANSLATIONS, translation.title(writer), overview)
    for standing in standings:
        yield _below(
            writer,
            TRANSLATIONS,
            translation_of(standing.language.code),
            translation.title_of(writer, standing.language),
            write=partial(translation.one, standing=standing),
            size=standing.size,
        )


def _top(
    writer: Writer, path: str, title: str, write: Callable[[Writer], View], **details: Any
) -> PagePlan:
    """A page with no page above it."""
    return _plan(writer, path, title, write, source=f"{path}index.md", **details)


def _below(
    writer: Writer,
    parent: str,
    path: str,
    title: str,
    *,
    write: Callable[[Writer], View],
    **details: Any,
) -> PagePlan:
    """A page below another one, which readers come from."""
    return _plan(writer, path, title, write, parent=parent, previous=parent, **details)


def _plan(
    writer: Writer, path: str, title: str, write: Callable[[Writer], View], **details: Any
) -> PagePlan:
    source = details.pop("source", f"{path.rstrip('/')}.md")
    address = prefix(writer.language.code) + path
    return PagePlan(path=path, address=address, source=source, title=title, write=write, **details)
