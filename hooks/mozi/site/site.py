"""The site: its records, languages and settings, and what every page and output asks of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from mozi.addresses.urls import TRANSLATIONS, prefix, translation_of
from mozi.engine.hashing import digest_of
from mozi.graph.git_history import History
from mozi.graph.record_graph import RecordGraph
from mozi.languages.language import Language
from mozi.languages.progress import Progress
from mozi.open_data.dataset import Dataset
from mozi.presentation.components.page import View
from mozi.presentation.writer import Writer
from mozi.records.models import SiteNames
from mozi.settings import Settings
from mozi.site.page_plan import PagePlan, page_plans
from mozi.site.renderer import Renderer
from mozi.store.record_store import Redirect
from mozi.views import about, contribute, data, subscribe, translation
from mozi.views.page_languages import PageLanguages
from mozi.views.translation import Standing

T = TypeVar("T")

AFTER_PROSE = {
    "about": about.view,
    "contribute": contribute.view,
    "subscribe": subscribe.view,
}
"""Views that follow pages of prose which ask for them in their first lines: `after: about`."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """Everything that pages are made from.

    `progress` says how far each translation is, `warnings` how many things about the data should be
    looked at, `history` when files were changed. `published` are all addresses that there ever were,
    `redirects` what became of those without a page. `templates` is a folder; `prose` has the pages in
    `docs/` with the languages they are written in. `hashes` are those of what pages say of each
    record, by kind and id; `common_hash` is that of all other data.
    """

    graph: RecordGraph
    languages: dict[str, Language]
    settings: Settings
    progress: Mapping[str, Progress] = field(default_factory=dict)
    warnings: int = 0
    history: History = field(default_factory=History)
    published: Set[str] = frozenset()
    redirects: Mapping[str, Redirect] = field(default_factory=dict)
    templates: Path = Path("overrides/pages")
    prose: Mapping[str, frozenset[str]] = field(default_factory=dict)
    hashes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    common_hash: str = ""
    _plans: dict[str, dict[str, PagePlan]] = field(default_factory=dict, init=False, repr=False)
    _renderers: dict[str, Renderer] = field(default_factory=dict, init=False, repr=False)
    _memo: dict[object, tuple[Any, set[str]]] = field(default_factory=dict, init=False, repr=False)

    def once(self, name: object, make: Callable[[], T]) -> T:
        """The result of `make`, made once; every task that asks has the same dependencies."""
        if name not in self._memo:
            dependencies: set[str] = set()
            with self.graph.read_log.recording(dependencies):
                self._memo[name] = make(), dependencies
        value, dependencies = self._memo[name]
        self.graph.read_log.update(dependencies)
        result: T = value
        return result

    @property
    def names(self) -> SiteNames:
        """Names of the brand."""
        assert self.graph.names, "a site that was checked has names"
        return self.graph.names

    def title(self, code: str) -> str:
        """The site's name in one language."""
        return self.languages[code].words(self.names.title).text

    def writer(self, code: str, address: str) -> Writer:
        """A writer for the page at an address in one language."""
        return Writer(self.graph, self.languages[code], self.settings, address)

    def renderer(self, code: str) -> Renderer:
        """The renderer of views in one language."""
        if code not in self._renderers:
            self._renderers[code] = Renderer(
                self.templates, self.languages[code], self.settings.cache
            )
        return self._renderers[code]

    @cached_property
    def dataset(self) -> Dataset:
        """The data as files to take away."""
        return Dataset(self.graph, self.languages, self.settings, self.history)

    @cached_property
    def standings(self) -> Sequence[Standing]:
        """Languages that are translated into, and how far each is."""
        return translation.standings(self.languages, self.progress)

    @cached_property
    def standing_hashes(self) -> Mapping[str, str]:
        """Hash of how far the translations are that a page tells of, by the page's path."""
        own = {translation_of(each.language.code): each.digest for each in self.standings}
        return {**own, TRANSLATIONS: digest_of([each.counts for each in self.standings])}

    def plans(self, code: str) -> Iterable[PagePlan]:
        """All generated pages in one language."""
        return self.planned(code).values()

    def planned(self, code: str) -> Mapping[str, PagePlan]:
        """All generated pages in one language by path."""
        if code not in self._plans:
            plans = page_plans(self.writer(code, ""), self.languages, self.standings)
            self._plans[code] = {plan.path: plan for plan in plans}
        return self._plans[code]

    def trail(self, plan: PagePlan, code: str) -> list[str]:
        """Paths from the home page to the page above; none for the home page itself."""
        trail: list[str] = []
        while plan.parent is not None:
            trail.insert(0, plan.parent)
            plan = self.planned(code)[plan.parent]
        return ["", *trail] if plan.path else []

    def last_change(self) -> datetime | None:
        """When any record was last changed."""
        return self.once(
            "last change", lambda: self.history.last(*(each.file for each in self.graph))
        )

    def view_after_prose(
        self, name: str, writer: Writer, sizes: Mapping[str, int] | None = None
    ) -> View:
        """The view that follows the prose of `docs/<name>.md`. Raises `KeyError` where none does.

        `sizes` are the bytes of the files that it names, by address.
        """
        if name == "data":
            return data.view(writer, self.dataset, sizes or {})
        return AFTER_PROSE[name](writer)

    @cached_property
    def page_languages(self) -> PageLanguages:
        """The languages in which each page really is."""
        return PageLanguages(self.languages, self.progress, self.prose, self._written)

    def _written(self, path: str, code: str) -> Writer:
        """A writer that has written the page at `path`, whatever it shows."""
        writer = self.writer(code, prefix(code) + path)
        name = path.rstrip("/")
        if name in (*AFTER_PROSE, "data"):
            self.view_after_prose(name, writer)
        elif name not in self.prose:
            self.planned(code)[path].write(writer)
        return writer
