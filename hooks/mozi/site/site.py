"""Which pages exist, at which address, and with which view."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from mozi import linked_data
from mozi.addresses.urls import (
    COMPARE,
    DATA,
    GLOSSARY,
    RULES,
    TRANSLATIONS,
    address_of,
    embed_of,
    index_of,
    prefix,
    translation_of,
)
from mozi.engine.hashing import digest_of
from mozi.graph.dependencies import Dependencies
from mozi.graph.git_history import History
from mozi.graph.record_graph import RecordGraph
from mozi.languages.language import Language
from mozi.languages.progress import Progress
from mozi.open_data.dataset import Dataset
from mozi.presentation.components import Head, Listing, View
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
from mozi.settings import Settings
from mozi.site.renderer import Renderer
from mozi.store.record_store import Redirect
from mozi.views import (
    about,
    choice,
    compare,
    contribute,
    country,
    curriculum,
    data,
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
    subscribe,
    translation,
)
from mozi.views.downloads import downloads
from mozi.views.head import head
from mozi.views.listing import listing
from mozi.views.page import notice
from mozi.views.page_languages import PageLanguages
from mozi.views.page_shell import PageShell
from mozi.views.shell_content import Entry, OtherLanguage, ShellContent, Step, contents
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

AFTER_PROSE = {
    "about": about.view,
    "contribute": contribute.view,
    "subscribe": subscribe.view,
}
"""What follows the pages of prose that ask for it in their first lines, `after: about`."""


T = TypeVar("T")


def _record_view(writer: Writer, record: Record) -> View:
    return _RECORD_VIEWS[type(record)](writer, record)


class PagePlan(NamedTuple):
    """A page that is to be: everything but its view, which is made when it is rendered.

    `address` is relative to the site's root and holds the language's folder; `path` is the same
    without it, one for all languages. `source` is the name under which Markdown pages link to it.
    `parent`, `previous` and `next` are paths of pages of the same language. `record` is the one
    whose page it is, if it is a record's; `lists` are those that it lists otherwise. `size` says how
    many pages take as long.
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
    def frame(self) -> str:
        """Pages with the same share what the theme shows around them.

        They are as deep below the same entry of the menu, so that links from them are the same.
        """
        section, _, below = self.path.partition("/")
        return self.path if self.parent is None else f"{section}/{'*/' * below.count('/')}"


@dataclass(frozen=True)
class Prose:
    """A page in `docs/`: its address, relative to the site's root, and what its file says.

    `html` is its text as safe HTML; `after` names what records add to it, if they do.
    """

    address: str
    title: str
    description: str
    headings: tuple[Entry, ...]
    html: str
    after: str = ""


@dataclass(frozen=True)
class Site:
    """All that pages are made from; `progress` says how far each translation is.

    `warnings` is how many things about the data should be looked at; `history` says when files
    were changed. `published` are all addresses that there ever were, `redirects` what became of
    those without a page. `templates` is the folder of what is rendered; `prose` are the pages in
    `docs/` with the languages they are written in. `digests` tell by kind and id whether what pages
    say of a record has changed since another build, `common_digest` whether anything else has.
    """

    catalogue: RecordGraph
    languages: dict[str, Language]
    settings: Settings
    progress: Mapping[str, Progress] = field(default_factory=dict)
    warnings: int = 0
    history: History = field(default_factory=History)
    published: Set[str] = frozenset()
    redirects: Mapping[str, Redirect] = field(default_factory=dict)
    templates: Path = Path("overrides/pages")
    prose: Mapping[str, frozenset[str]] = field(default_factory=dict)
    digests: Mapping[tuple[str, str], str] = field(default_factory=dict)
    common_digest: str = ""
    _plans: dict[str, dict[str, PagePlan]] = field(default_factory=dict, init=False, repr=False)
    _renderers: dict[str, Renderer] = field(default_factory=dict, init=False, repr=False)
    _memory: dict[object, tuple[Any, Dependencies]] = field(
        default_factory=dict, init=False, repr=False
    )

    def remembered(self, name: object, make: Callable[[], T]) -> T:
        """What `make` returns, made once; whoever asks again is noted to have read the same."""
        if name not in self._memory:
            noted: Dependencies = set()
            with self.catalogue.noting(noted):
                self._memory[name] = make(), noted
        made, noted = self._memory[name]
        self.catalogue.note(noted)
        found: T = made
        return found

    @cached_property
    def standings(self) -> Sequence[Standing]:
        """The languages that are translated into, and how far each is."""
        return translation.standings(self.languages, self.progress)

    @cached_property
    def how_far(self) -> Mapping[str, str]:
        """By path of a page about translations: another digest whenever it says something else."""
        own = {translation_of(each.language.code): each.digest for each in self.standings}
        return {**own, TRANSLATIONS: digest_of([each.counts for each in self.standings])}

    @cached_property
    def dataset(self) -> Dataset:
        """The same as files to take away."""
        return Dataset(self.catalogue, self.languages, self.settings, self.history)

    def plans(self, code: str) -> Iterable[PagePlan]:
        """The generated pages in one language: home, then each kind's index, records and choices."""
        return self.planned(code).values()

    def planned(self, code: str) -> Mapping[str, PagePlan]:
        """The same by path."""
        if code not in self._plans:
            self._plans[code] = {plan.path: plan for plan in self._planned(code)}
        return self._plans[code]

    def _planned(self, code: str) -> Iterator[PagePlan]:
        writer = self.writer(code, "")
        everything = [*self.catalogue]
        # Translators: the entry of the menu that leads to the home page.
        yield self._plan(writer, "", "index.md", writer._("Home"), home.view, lists=everything)
        for kind in index.KINDS:
            yield from self._section(writer, kind)
        write = partial(glossary.view, languages=self.languages)
        yield self._plan(writer, GLOSSARY, "glossary/index.md", glossary.title(writer), write)
        yield from self._translations(writer)
        yield self._plan(writer, RULES, f"{RULES}index.md", rules.title(writer), rules.view)

    def _section(self, writer: Writer, kind: index.Kind) -> Iterator[PagePlan]:
        top = index_of(kind.type.kind)
        titled = index.titled(writer, kind)
        records = [record for record, _ in titled]
        write = partial(index.view, kind=kind)
        yield self._plan(writer, top, f"{top}index.md", writer._(kind.title), write, lists=records)
        paths = [None, *(address_of(record) for record in records), None]
        for (record, title), before, path, after in zip(
            titled, paths[:-2], paths[1:-1], paths[2:], strict=True
        ):
            assert path is not None
            yield self._plan(
                writer,
                path,
                f"{path.rstrip('/')}.md",
                title,
                partial(_record_view, record=record),
                top,
                before or top,
                after,
                record,
            )
            if isinstance(record, Project) and self.settings.site_url:
                yield self._embed(writer, record)
        if kind.type in facets.TYPES:
            yield from self._choices(writer, kind, records)
        if kind.type is Programme:
            beside = partial(compare.view, programmes=records)
            yield self._below(writer, top, COMPARE, compare.title(writer), beside, records)

    def _embed(self, writer: Writer, project: Project) -> PagePlan:
        """The page that shows how to put a project on another site, which needs an address."""
        write = partial(embed.view, project=project)
        title = embed.title(writer, project)
        return self._below(writer, address_of(project), embed_of(project), title, write)

    def _choices(self, writer: Writer, kind: index.Kind, records: list[Any]) -> Iterator[PagePlan]:
        """The pages by country, field, status …, each with its records at hand."""
        for bucket in facets.choices(writer, records):
            yield self._below(
                writer,
                index_of(kind.type.kind),
                facets.path_of(kind.type, bucket),
                choice.title(writer, kind, bucket),
                partial(choice.view, kind=kind, bucket=bucket),
                bucket.records,
            )

    def _translations(self, writer: Writer) -> Iterator[PagePlan]:
        """How far the translations are, and what is missing in each language."""
        yield self._plan(
            writer,
            TRANSLATIONS,
            f"{TRANSLATIONS}index.md",
            translation.title(writer),
            partial(translation.overview, standings=self.standings),
        )
        for standing in self.standings:
            yield self._below(
                writer,
                TRANSLATIONS,
                translation_of(standing.language.code),
                translation.title_of(writer, standing.language),
                partial(translation.one, standing=standing),
                size=standing.size,
            )

    def _below(
        self,
        writer: Writer,
        top: str,
        path: str,
        title: str,
        write: Callable[[Writer], View],
        lists: Sequence[Record] = (),
        size: int = 1,
    ) -> PagePlan:
        source = f"{path.rstrip('/')}.md"
        return self._plan(writer, path, source, title, write, top, top, lists=lists, size=size)

    def _plan(
        self,
        writer: Writer,
        path: str,
        source: str,
        title: str,
        write: Callable[[Writer], View],
        parent: str | None = None,
        previous: str | None = None,
        next: str | None = None,
        record: Record | None = None,
        lists: Sequence[Record] = (),
        size: int = 1,
    ) -> PagePlan:
        address = prefix(writer.language.code) + path
        return PagePlan(
            path, address, source, title, write, parent, previous, next, record, lists, size
        )

    def view(self, plan: PagePlan, code: str) -> View:
        """What a planned page shows."""
        writer = self.writer(code, plan.address)
        view = plan.write(writer)
        return replace(
            view,
            notice=notice(writer),
            head=self._head(writer, view, plan.path, self.way(plan, code), plan.record),
            downloads=downloads(writer, plan.record),
        )

    def framing(self, plan: PagePlan, code: str, view: View, frame: PageShell) -> ShellContent:
        """What of a planned page with this view stands in the theme's part of it."""
        writer, planned = self.writer(code, plan.address), self.planned(code)

        def step(path: str) -> Step:
            return Step(planned[path].title, writer.href(path))

        way = self.way(plan, code)
        name = plan.title if plan.path else ""
        return ShellContent(
            self.in_languages(writer, plan.path),
            self.listing(plan.path, code, name, view.description, plan.record),
            view.head,
            tuple(map(step, way)) if len(way) > 1 else (),  # the menu leads home, too
            frame.previous if plan.previous is None else step(plan.previous),
            frame.next if plan.next is None else step(plan.next),
            contents(view.sections),
        )

    def framing_of_prose(
        self, prose: Prose, code: str, view: View | None, frame: PageShell
    ) -> ShellContent:
        """What of a page of prose stands in the theme's part of it; `view` is what follows it."""
        path = prose.address.removeprefix(prefix(code))
        description = view.description if view else prose.description
        headings = prose.headings
        if view and headings:  # sections stand below the main heading
            added = (*headings[0].children, *contents(view.sections))
            headings = (replace(headings[0], children=added), *headings[1:])
        return ShellContent(
            self.in_languages(self.writer(code, prose.address), path),
            self.listing(path, code, prose.title, description),
            view.head if view else Head(),
            (),
            frame.previous,
            frame.next,
            headings[0].children if len(headings) == 1 else headings,
        )

    def way(self, plan: PagePlan, code: str) -> list[str]:
        """Paths from the home page to the page above; none for the home page itself."""
        way: list[str] = []
        while plan.parent is not None:
            way.insert(0, plan.parent)
            plan = self.planned(code)[plan.parent]
        return ["", *way] if plan.path else []

    def in_languages(self, writer: Writer, path: str) -> tuple[OtherLanguage, ...]:
        """Links from the page that is written to the one at `path` in every language."""
        return tuple(
            OtherLanguage(
                each.code,
                each.name,
                each.dir,
                writer.href_in(each.code, path),
                each is writer.language,
            )
            for each in self.languages.values()
        )

    def after_prose(self, name: str, code: str, address: str) -> View:
        """What follows the prose of `docs/<name>.md`. Raises `KeyError` when nothing does."""
        writer = self.writer(code, address)
        view = self._after_prose[name](writer)
        head = self._head(writer, view, address.removeprefix(prefix(code)), [""])
        return replace(view, notice=notice(writer), head=head)

    @cached_property
    def _after_prose(self) -> dict[str, Callable[[Writer], View]]:
        """What follows the pages of prose that ask for it in their first lines, `after: about`."""
        return {**AFTER_PROSE, "data": partial(data.view, dataset=self.dataset)}

    def _head(
        self,
        writer: Writer,
        view: View,
        path: str,
        way: Iterable[str],
        record: Record | None = None,
    ) -> Head:
        """The head of a page that is written: `record` is the one it shows, `way` leads there."""
        if not self.settings.site_url:  # linked data has no addresses to speak of
            return head(writer, record)
        planned = self.planned(writer.language.code)
        trail = [(planned[each].title, each) for each in way]
        if not path:
            tree = linked_data.home(writer, view.title, view.description, self._changed())
        elif path == DATA:
            tree = linked_data.data(writer, view.title, view.description, trail, self._changed())
        else:
            tree = linked_data.page(writer, view.title, trail, record)
        return replace(head(writer, record), linked_data=linked_data.script(tree))

    def _changed(self) -> datetime | None:
        """When any record was last changed."""
        return self.remembered(
            "changed", lambda: self.history.last(*(each.file for each in self.catalogue))
        )

    @cached_property
    def versions(self) -> PageLanguages:
        """The languages in which each page really is."""
        return PageLanguages(self.languages, self.progress, self.prose, self._written)

    def _written(self, path: str, code: str) -> Writer:
        """A writer that has written the page at `path`, whatever it shows."""
        writer = self.writer(code, prefix(code) + path)
        name = path.rstrip("/")
        if name in self._after_prose:
            self._after_prose[name](writer)
        elif name not in self.prose:
            self.planned(code)[path].write(writer)
        return writer

    def listing(
        self, path: str, code: str, name: str, description: str, record: Record | None = None
    ) -> Listing:
        """What search engines and messengers are told of the page at `path` in a language."""
        writer = self.writer(code, prefix(code) + path)
        return listing(writer, self.versions, path, name, description, record)

    def renderer(self, code: str) -> Renderer:
        """What renders views in one language."""
        if code not in self._renderers:
            self._renderers[code] = Renderer(
                self.templates, self.languages[code], self.settings.cache
            )
        return self._renderers[code]

    def writer(self, code: str, address: str) -> Writer:
        """A writer for one page in one language."""
        return Writer(self.catalogue, self.languages[code], self.settings, address)
