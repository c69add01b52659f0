"""The only file that knows MkDocs: its events, one short function each.

mkdocs-static-i18n builds the site once for each language: every event below happens once per
language, so each is repeatable. The events with a low priority run after the plugin's own.
"""

import ctypes
import gc
import posixpath
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import click
import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.theme import Theme
from mkdocs.utils import get_build_datetime, get_relative_url
from mozi import outputs
from mozi.addresses.urls import DEFAULT_LANGUAGE, prefix
from mozi.engine.cache import FOLDER
from mozi.engine.code_version import generator_version, prose_version
from mozi.engine.hashing import digest_of
from mozi.engine.manifest import Manifest
from mozi.engine.staging import Preview, Staging
from mozi.engine.tasks import TaskRunner
from mozi.graph.dependencies import dependency_states
from mozi.languages.language import Language
from mozi.outputs import not_found
from mozi.outputs.security_headers import POLICY
from mozi.settings import Settings
from mozi.site import renderer
from mozi.site.load import InvalidData, load_site
from mozi.site.page_shell_cache import PageShells, load_shells, save_shells
from mozi.site.site import PagePlan, Prose, Site
from mozi.site.template_compiler import CompiledTemplates
from mozi.views.page_shell import SHELL_PLACEHOLDERS, page_shell
from mozi.views.shell_content import Entry, OtherLanguage, ShellContent, Step

from mozi_mkdocs.theme import ThemeStrings, ThemeTemplates

BEFORE_I18N, AFTER_I18N = 100, -200
"""Higher and lower than every priority that mkdocs-static-i18n uses."""

MARKDOWN_FILE = re.compile(r"[\w./-]+\.md")
"""What may be a link from prose to a page."""

UNUSED_THEME_FILES = (".map", "/assets/javascripts/", "/assets/images/")
"""What the theme ships and this site does not use: source maps, its scripts, its favicon."""


class RecordFile(File):
    """The place of a generated page in the site; there is no file to read."""

    def __init__(self, plan: PagePlan, config: MkDocsConfig, inclusion: InclusionLevel) -> None:
        super().__init__(
            plan.source,
            None,
            config.site_dir,
            use_directory_urls=True,
            dest_uri=f"{plan.address}index.html",
            inclusion=inclusion,
        )
        self.generated_by = "mozi"


class RecordPage(Page):
    """A page backed by a record: MkDocs makes its frame; `outputs.pages` writes the page itself."""

    def __init__(self, plan: PagePlan, file: RecordFile, config: MkDocsConfig) -> None:
        super().__init__(plan.title, file, config)
        self.plan = plan

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing to read: the page is made of records."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing to convert either; the theme skips to the main heading."""
        self.content = ""
        self.toc = TableOfContents([AnchorLink("", "content", 1)])


class Build:
    """What the events of one build of one language share."""

    def __init__(self, site: Site, code: str, framed: PageShells) -> None:
        self.site = site
        self.code = code
        self.frames = framed.pages.setdefault(code, {})
        self.prose = framed.prose.setdefault(code, {})
        self.language: Language = site.languages[code]
        self.pages: dict[str, RecordPage] = {}


_build: Build
_site: Site
_common = ""
_framed = PageShells()
_maker: TaskRunner
_beside = ExitStack()
_finish: Callable[[], None]
_compiled = CompiledTemplates()
_plugins: dict[str, Any] = {}
_staged = False
_staging: Staging | Preview | None = None
_log = get_plugin_logger("mozi")


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _cache(config: MkDocsConfig) -> Path:
    return _root(config) / FOLDER


def _i18n(config: MkDocsConfig) -> Any:
    return config.plugins["i18n"]


def on_startup(command: str, dirty: bool) -> None:
    """See whether a folder is to be kept safe: `mkdocs serve` has a temporary one of its own.

    MkDocs keeps the plugins between the builds of `mkdocs serve` for a hook with this event.
    """
    global _staged, _staging
    _staging = None
    context = click.get_current_context(silent=True)
    serving = context is not None and context.info_name == "serve"  # calls `--clean` a build
    _staged = command != "serve" and not serving
    if _staged:  # nearly all that is read is needed to the end: to search it takes a tenth longer
        gc.disable()


def on_shutdown() -> None:
    """Put the finished site in the place of the last one; MkDocs comes here after errors, too."""
    _beside.__exit__(*sys.exc_info())  # nothing is left of it but after an interruption
    if _staging is None:
        return
    if isinstance(_staging, Preview) or sys.exception():
        _staging.discard()
        return
    try:
        _staging.publish()
    except OSError as error:
        raise PluginError(f"The new site cannot replace the last one: {error}") from None
    if _site.settings.cache:
        save_shells(_site.settings.cache, _framed)
    _log.info(f"The site is in {_staging.target}")
    _never_let_go(_site, _staging)


def _never_let_go(*things: object) -> None:
    """Leave what is there to the system, as the process ends.

    Python would take all records apart, one value after the other: a tenth of the time of a build
    after an edit.
    """
    gc.freeze()
    for thing in things:
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(thing))


def on_build_error(error: Exception) -> None:
    """Let `mkdocs serve` recover: the plugin takes every later build for a part of the failed one.

    That one may not have made all frames.
    """
    global _framed
    _framed = PageShells()
    _beside.__exit__(type(error), error, error.__traceback__)
    plugin = _plugins.get("i18n")
    if plugin:
        plugin.building = False
        plugin.current_language = None
    if isinstance(_staging, Preview):
        _staging.discard()


@event_priority(AFTER_I18N)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check all records before anything is written; then set the language's strings."""
    global _site, _build
    _plugins["i18n"] = _i18n(config)
    if not _i18n(config).building:  # the first language of a build
        _stage(config)
        _site = _load(config)
        _keep_frames(config)
        _look_up(config.theme)
        _begin()
    code = _i18n(config).current_language
    _build = Build(_site, code, _framed)
    needed = set() if _framed.complete else {not_found.NAME}
    config.theme.static_templates = needed  # the sitemap is our own
    config.site_name = _build.language.gettext("International Mozi Workshop Programme")
    return config


def _keep_frames(config: MkDocsConfig) -> None:
    """Keep the frames of the last build, if nothing in them can have changed.

    MkDocs warns while it makes them, and that ends a strict build: those of another do not do for it.
    """
    global _common, _framed
    root = _root(config)
    generator = generator_version(root)
    _common = digest_of(generator, _site.settings, _site.common_digest, _staged)
    made_of = digest_of(_common, prose_version(root), config.strict)
    if made_of != _framed.made_of:
        _framed = load_shells(_cache(config), made_of)
    if not _framed.has({plan.frame for plan in _site.plans(DEFAULT_LANGUAGE)}):
        _framed = PageShells(made_of)


def _begin() -> None:
    """Begin with what is made beside the frames."""
    global _maker, _finish
    assert _staging is not None
    ledger = Manifest(_common, dependency_states(_site.catalogue, _site.digests, _site.history))
    with _telling_what_forbids_it():
        last, there = _staging.last, _staging.there
    _maker = TaskRunner(_site.catalogue, _staging.folder, ledger, last, there, _staging.preview)
    _finish = _beside.enter_context(outputs.beginning(_site, _maker, _framed))


def _look_up(theme: Theme) -> None:
    """Have the theme's files found faster."""
    make = theme.get_env

    def get_env() -> jinja2.Environment:
        env = make()
        env.loader = ThemeTemplates(theme.dirs)
        return env

    theme.get_env = get_env  # type: ignore[method-assign]


def _load(config: MkDocsConfig) -> Site:
    settings = Settings(
        config.site_url or "",
        config.extra["repository"],
        config.extra["branch"],
        _cache(config),
    )
    try:
        site = load_site(_root(config), settings, get_build_datetime().date())
    except InvalidData as error:
        count = len(error.problems)
        raise PluginError(f"{count} problem(s) in the records:\n{error}") from None
    if site.warnings:
        _log.info(f"{site.warnings} warning(s) about the records: `mozi check` tells them")
    missing = set(_i18n(config).all_languages) ^ set(site.languages)
    if missing:
        raise PluginError(
            f"mkdocs.yml and data/locales.yml do not offer the same languages: {sorted(missing)}"
        )
    return site


def _stage(config: MkDocsConfig) -> None:
    """Have everything written beside the last good site; `on_shutdown` exchanges the two.

    `mkdocs serve` shows one and the same folder, into which only changes are written.
    """
    global _staging
    with _telling_what_forbids_it():
        if _staged:
            _staging = Staging(Path(config.site_dir))
        else:
            _staging = _staging or Preview(Path(config.site_dir))
    config.site_dir = str(_staging.scratch)


@contextmanager
def _telling_what_forbids_it() -> Iterator[None]:
    """Say what the system forbids, as MkDocs says what is wrong."""
    try:
        yield
    except OSError as error:
        raise PluginError(f"The site cannot be built beside the last one: {error}") from None


@event_priority(AFTER_I18N)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Drop the theme's files that nothing uses; add a page for every frame that pages need."""
    mentioned = {
        posixpath.normpath(posixpath.join(posixpath.dirname(file.src_uri), name))
        for file in files.documentation_pages()
        for name in MARKDOWN_FILE.findall(file.content_string)
    }
    for file in list(files):
        if any(part in f"/{file.src_uri}" for part in UNUSED_THEME_FILES):
            files.remove(file)
    in_nav = {item for item in config.nav or () if isinstance(item, str)}
    framed: set[str] = set()
    for plan in _build.site.plans(_build.code):
        if plan.frame in framed and plan.source not in mentioned:
            continue
        framed.add(plan.frame)
        level = InclusionLevel.INCLUDED if plan.source in in_nav else InclusionLevel.NOT_IN_NAV
        file = RecordFile(plan, config, level)
        _build.pages[plan.path] = RecordPage(plan, file, config)
        files.append(file)
    return files


@event_priority(AFTER_I18N)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Place every page below the entry of the menu that it belongs to.

    Where all frames are there already, no page need be made.
    """
    for path, page in _build.pages.items():
        section = f"{path.partition('/')[0]}/"
        if path not in ("", section):
            page.parent = _build.pages[section]  # type: ignore[assignment]
    if _framed.complete:
        for file in files.documentation_pages():
            file.inclusion = InclusionLevel.EXCLUDED
    return nav


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Escape everything the theme shows, and give it strings in every language."""
    env.autoescape = True
    env.auto_reload = False  # templates do not change while one build runs
    env.bytecode_cache = _compiled
    env.globals["theme_text"] = ThemeStrings(env, _build.language).text
    env.globals["_"] = _build.language.gettext
    env.globals["language"] = _build.language
    env.globals["policy"] = POLICY if _staged else ""  # `mkdocs serve` puts a script into pages
    return env


@event_priority(AFTER_I18N)
def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Leave room in the theme's part of a page for what is the page's own."""
    context["places"] = SHELL_PLACEHOLDERS
    context["languages"] = _languages()
    context["text_language"] = getattr(page.file, "locale", _build.code)
    return context


@event_priority(AFTER_I18N)
def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Give the 404 page a way to every language's home page."""
    context["languages"] = _languages()
    root = f"{context['base_url'].rstrip('/')}/"
    homes = [
        OtherLanguage(
            each.code,
            each.name,
            each.dir,
            root + prefix(each.code),
            each.code == _build.code,
        )
        for each in _site.languages.values()
    ]
    context["places"] = _site.renderer(_build.code).blocks(ShellContent(tuple(homes)))
    return context


def _languages() -> list[dict[str, str]]:
    """Every language with its home page, and how that is called there."""
    return [
        {
            "code": language.code,
            "dir": language.dir,
            "home": language.gettext("International Mozi Workshop Programme"),
            # Translators: name your own language here, not English.
            "invitation": language.gettext("This site is available in English."),
            "address": prefix(language.code),
        }
        for language in _site.languages.values()
    ]


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep the frame of a page; its file will be written over."""
    made = page_shell(output, _step(page, page.previous_page), _step(page, page.next_page))
    if isinstance(page, RecordPage):
        _build.frames[page.plan.frame] = made
    else:
        _build.prose[_prose(page)] = made
    return output


def _prose(page: Page) -> Prose:
    return Prose(
        page.url,
        str(page.title),
        page.meta.get("description", ""),
        _headings(page.toc),
        page.content or "",
        page.meta.get("after", ""),
    )


def _headings(anchors: Iterable[AnchorLink]) -> tuple[Entry, ...]:
    return tuple(Entry(each.title, each.url, _headings(each.children)) for each in anchors)


def _step(page: Page, other: Page | None) -> Step | None:
    """The link from a page to another."""
    return Step(str(other.title), get_relative_url(other.url, page.url)) if other else None


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Keep the page for addresses where nothing is; `outputs.not_found` writes it."""
    if template_name == not_found.NAME:
        _framed.not_found[_build.code] = output_content
        return ""
    return output_content


@event_priority(BEFORE_I18N)
def _leave_out_other_languages(config: MkDocsConfig) -> None:
    """Where all frames were there before, nothing would come of a build in another language."""
    if _framed.complete:
        _i18n(config).building = True


@event_priority(AFTER_I18N)
def _write(config: MkDocsConfig) -> None:
    """After the last language, write the whole site."""
    if _framed.complete or not _i18n(config).building:
        assert _staging is not None
        _i18n(config).building = False
        _framed.complete = True
        _staging.take_in()
        outputs.make(_site, _maker, _framed, _finish)
        renderer.compiled(_site.settings.cache).keep()
        _beside.close()
        _staging.ledger = _maker.ledger
        config.site_dir = str(_staging.target)  # where `mkdocs gh-deploy` looks for it
        if isinstance(_staging, Preview):
            _staging.publish()


on_post_build = CombinedEvent(_leave_out_other_languages, _write)
