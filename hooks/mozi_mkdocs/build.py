"""The build as MkDocs runs it: one object, one short method for each event.

mkdocs-static-i18n builds the site once for each language, each later one inside the `on_post_build`
of the first: every event below but the first and the last happens once per language. Events with a
low priority run after those of the plugin.
"""

import os
import posixpath
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_build_datetime, get_relative_url
from mozi.addresses.urls import DEFAULT_LANGUAGE, prefix
from mozi.engine.cache import FOLDER
from mozi.engine.code_version import code_version, folder_version
from mozi.engine.hashing import digest_of
from mozi.engine.site_files import move_files
from mozi.engine.staging import Preview, Staging
from mozi.languages.language import Language
from mozi.outputs import not_found
from mozi.outputs.security_headers import POLICY
from mozi.outputs.site_build import SiteBuild, build_key
from mozi.settings import Settings, home_of, own_or_shared
from mozi.site.load import InvalidData, load_site
from mozi.site.page_shell_cache import PageShells, Prose, load_shells, save_shells
from mozi.site.renderer import bytecode_cache
from mozi.site.site import Site
from mozi.views.page_shell import SHELL_PLACEHOLDERS, page_shell
from mozi.views.shell_content import Entry, OtherLanguage, ShellContent, Step

from mozi_mkdocs.record_pages import RecordFile, RecordPage
from mozi_mkdocs.theme import ThemeStrings

BEFORE_I18N, AFTER_I18N = 100, -200
"""Higher and lower than every priority that mkdocs-static-i18n uses."""

MARKDOWN_FILE = re.compile(r"[\w./-]+\.md")
"""A possible link from prose to a page."""

UNUSED_THEME_FILES = (".map", "/assets/javascripts/", "/assets/images/")
"""Files of the theme that this site does not use: source maps, its scripts, its favicon."""

SHELL_FILES = {"index.html"}
"""Files that MkDocs writes for page shells, in whose places the generator writes pages."""

THEME_STYLES = ("assets/stylesheets/main.*.css", "assets/stylesheets/palette.*.css")
"""Style sheets of the theme, which pages of offline packs have as well."""

THEME_TEMPLATES = "theme"
"""Folder of the theme's compiled templates, in the folder of caches."""

_log = get_plugin_logger("mozi")


class Build:
    """All builds of one run of MkDocs: one for `mkdocs build`, one after every change for `serve`."""

    staging: Staging | Preview | None
    site: Site
    language: Language
    site_build: SiteBuild | None

    def __init__(self) -> None:
        self.is_serving = False
        self.staging = None
        self.site_build = None
        self.shells = PageShells()
        self.pending: set[str] = set()
        self.pages: dict[str, RecordPage] = {}

    def on_startup(self, command: str, dirty: bool) -> None:
        """Find out whether the site is built to stay, or for a preview.

        `mkdocs serve` calls `--clean` a build of its own.
        """
        context = click.get_current_context(silent=True)
        self.is_serving = command == "serve" or (
            context is not None and context.info_name == "serve"
        )

    def on_shutdown(self) -> None:
        """Put the finished site in the place of the last one; MkDocs comes here after errors, too."""
        failed = sys.exception()
        self._stop(failed)
        if self.staging is None:
            return
        if isinstance(self.staging, Preview) or failed or self.site_build is None:
            self.staging.discard()
            return
        try:
            self.site_build.publish()
        except OSError as error:
            raise PluginError(f"The new site cannot replace the last one: {error}") from None
        if self.site.settings.cache:
            save_shells(self.site.settings.cache, self.shells)
        _log.info(f"The site is in {self.staging.target}")

    def on_build_error(self, error: Exception) -> None:
        """Make ready for the next build of `mkdocs serve`: this one may not have made all shells."""
        self.shells = PageShells()
        self._stop(error)
        if isinstance(self.staging, Preview):
            self.staging.discard()

    def _stop(self, error: BaseException | None) -> None:
        if self.site_build:
            traceback = error.__traceback__ if error else None
            self.site_build.stop(type(error) if error else None, error, traceback)

    # The start of a build and of each language ---------------------------------------------------

    @event_priority(AFTER_I18N)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the site before anything is written; then set the language's strings."""
        i18n: Any = config.plugins["i18n"]
        if i18n.is_default_language_build:
            self._start(config, i18n)
        self.language = self.site.languages[i18n.current_language]
        self.pages = {}
        # the sitemap is our own
        config.theme.static_templates = set() if self.shells.is_complete else {not_found.NAME}
        config.site_name = self.site.title(self.language.code)
        return config

    def _start(self, config: MkDocsConfig, i18n: Any) -> None:
        root = Path(config.config_file_path).parent
        project = Path(config.extra["project"] or root).resolve()
        if project != root and not self.is_serving and "SITE_URL" not in os.environ:
            config.site_url = ""  # the address in `mkdocs.yml` is that of another site
        self._watch(config, project)
        self.site_build = None
        with _as_plugin_errors():
            self.staging = self._staged(Path(config.site_dir))
        config.site_dir = str(self.staging.scratch)
        self.site = _load(config, project, i18n.all_languages)
        for language in i18n.config.languages:  # a project may offer fewer than this one
            language.build = language.locale in self.site.languages
        version = digest_of(generator_version(root, _templates(config)), not self.is_serving)
        self.shells = self._known_shells(config, project, version)
        if self.shells.is_complete:  # nothing would come of a build in another language
            for language in i18n.config.languages:
                language.build = bool(language.default)
        self.pending = set(i18n.build_languages)
        self.site_build = SiteBuild(self.site, self.staging, version)
        self.site_build.start()

    def _watch(self, config: MkDocsConfig, project: Path) -> None:
        """Have `mkdocs serve` build again when records, templates or the generator change."""
        hooks = own_or_shared(project, "hooks", home_of(project))
        for folder in (project / "data", _templates(config), hooks):
            if str(folder) not in config.watch:
                config.watch.append(str(folder))

    def _staged(self, target: Path) -> Staging | Preview:
        """Where the site is written: beside the last good one, or into the folder that is shown."""
        if not self.is_serving:
            return Staging(target)
        return self.staging if isinstance(self.staging, Preview) else Preview(target)

    def _known_shells(self, config: MkDocsConfig, project: Path, version: str) -> PageShells:
        """Page shells of the last build, if nothing in them can have changed.

        MkDocs warns while it makes them, and that ends a strict build: those of another do not do.
        """
        key = digest_of(
            build_key(self.site, version), folder_version(Path(config.docs_dir)), config.strict
        )
        shells = self.shells
        if shells.key != key:
            shells = load_shells(project / FOLDER, key)
        names = {plan.shell for plan in self.site.plans(DEFAULT_LANGUAGE)}
        return shells if shells.has(names) else PageShells(key)

    # The end of each language and of a build -----------------------------------------------------

    @event_priority(BEFORE_I18N)
    def _finish_language(self, config: MkDocsConfig) -> None:
        self.pending.discard(self.language.code)

    @event_priority(AFTER_I18N)
    def _finish(self, config: MkDocsConfig) -> None:
        """After the last language, write the whole site."""
        if self.pending:
            return
        assert self.staging
        assert self.site_build
        self.shells.is_complete = True
        self.shells.styles = _theme_styles(self.staging.scratch)
        move_files(self.staging.scratch, self.staging.folder, SHELL_FILES)
        self.site_build.finish(self.shells)
        config.site_dir = str(self.staging.target)  # where `mkdocs gh-deploy` looks for it
        if isinstance(self.staging, Preview):
            self.site_build.publish()
        self.pending = {""}  # the languages before the last one end after it

    on_post_build = CombinedEvent(_finish_language, _finish)

    # Page shells ---------------------------------------------------------------------------------

    @event_priority(AFTER_I18N)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Drop the theme's files that nothing uses; add a page for every page shell."""
        for file in list(files):
            if any(part in f"/{file.src_uri}" for part in UNUSED_THEME_FILES):
                files.remove(file)
        mentioned = _mentioned_files(files)
        in_nav = {item for item in config.nav or () if isinstance(item, str)}
        shells: set[str] = set()
        for plan in self.site.plans(self.language.code):
            if plan.shell in shells and plan.source not in mentioned:
                continue
            shells.add(plan.shell)
            level = InclusionLevel.INCLUDED if plan.source in in_nav else InclusionLevel.NOT_IN_NAV
            file = RecordFile(plan, config, level)
            self.pages[plan.path] = RecordPage(plan, file, config)
            files.append(file)
        return files

    @event_priority(AFTER_I18N)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Place every page below its entry of the menu.

        Where all page shells are there already, no page need be made.
        """
        for path, page in self.pages.items():
            section = f"{path.partition('/')[0]}/"
            if path not in ("", section):
                page.parent = self.pages[section]  # type: ignore[assignment]
        if self.shells.is_complete:
            for file in files.documentation_pages():
                file.inclusion = InclusionLevel.EXCLUDED
        return nav

    def on_env(
        self, env: jinja2.Environment, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Escape everything the theme shows, and give it strings in every language."""
        env.autoescape = True
        env.auto_reload = False  # templates do not change while one build runs
        if self.site.settings.cache:
            env.bytecode_cache = bytecode_cache(self.site.settings.cache / THEME_TEMPLATES)
        env.globals["theme_text"] = ThemeStrings(env, self.language).text
        env.globals["_"] = self.language.gettext
        env.globals["language"] = self.language
        env.globals["brand"] = self.language.words(self.site.names.brand).text
        env.globals["policy"] = "" if self.is_serving else POLICY  # a preview has a script in pages
        return env

    @event_priority(AFTER_I18N)
    def on_page_context(
        self, context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
    ) -> dict[str, Any]:
        """Leave placeholders in the theme's part of a page for what is the page's own."""
        context["places"] = SHELL_PLACEHOLDERS
        context["languages"] = self._home_pages()
        context["text_language"] = getattr(page.file, "locale", self.language.code)
        return context

    @event_priority(AFTER_I18N)
    def on_template_context(
        self, context: dict[str, Any], template_name: str, config: MkDocsConfig
    ) -> dict[str, Any]:
        """Give the 404 page links to every language's home page."""
        context["languages"] = self._home_pages()
        root = f"{context['base_url'].rstrip('/')}/"
        links = [
            OtherLanguage(
                each.code, each.name, each.dir, root + prefix(each.code), each is self.language
            )
            for each in self.site.languages.values()
        ]
        renderer = self.site.renderer(self.language.code)
        context["places"] = renderer.blocks(ShellContent(tuple(links)))
        return context

    def _home_pages(self) -> list[dict[str, str]]:
        """The home page in every language, and what it is called there."""
        return [
            {
                "code": each.code,
                "dir": each.dir,
                "home": self.site.title(each.code),
                "address": prefix(each.code),
            }
            for each in self.site.languages.values()
        ]

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Keep the shell of a page; its file will be written over."""
        shell = page_shell(output, _step(page, page.previous_page), _step(page, page.next_page))
        code = self.language.code
        if isinstance(page, RecordPage):
            self.shells.pages.setdefault(code, {})[page.plan.shell] = shell
        else:
            self.shells.prose.setdefault(code, {})[_prose(page)] = shell
        return output

    def on_post_template(
        self, output_content: str, template_name: str, config: MkDocsConfig
    ) -> str:
        """Keep the page for addresses where nothing is; `outputs/not_found.py` writes it."""
        if template_name == not_found.NAME:
            self.shells.not_found[self.language.code] = output_content
            return ""
        return output_content


def _load(config: MkDocsConfig, project: Path, offered: Iterable[str]) -> Site:
    """The site of the folder `project`. Raises `PluginError` for errors in the records.

    Templates and prose are those that the configuration names: a project may hold `data/` alone.
    """
    settings = Settings(
        config.site_url or "", config.extra["repository"], config.extra["branch"], project / FOLDER
    )
    try:
        site = load_site(
            project,
            settings,
            get_build_datetime().date(),
            templates=_templates(config) / "pages",
            prose=Path(config.docs_dir),
            home=home_of(project),
        )
    except InvalidData as error:
        count = len(error.problems)
        raise PluginError(f"{count} problem(s) in the records:\n{error}") from None
    if site.warnings:
        _log.info(f"{site.warnings} warning(s) about the records: `mozi check` tells them")
    missing = set(site.languages) - set(offered)
    if not home_of(project):
        missing |= set(offered) - set(site.languages)
    if missing:
        raise PluginError(
            f"mkdocs.yml and data/locales.yml do not offer the same languages: {sorted(missing)}"
        )
    return site


def _templates(config: MkDocsConfig) -> Path:
    """Folder with the templates, absolute."""
    assert config.theme.custom_dir, "mkdocs.yml names it"
    return Path(config.theme.custom_dir)


def generator_version(root: Path, templates: Path | None = None) -> str:
    """Version of everything that turns records into pages.

    In: the folder of the configuration, and that of the templates, `overrides` without it.
    """
    home = home_of(root)
    configurations = [folder / "mkdocs.yml" for folder in (root, home) if folder]
    return digest_of(
        code_version(own_or_shared(root, "hooks", home)),
        folder_version(templates or root / "overrides"),
        *(file.read_bytes() for file in configurations),
    )


@contextmanager
def _as_plugin_errors() -> Iterator[None]:
    """Raise errors of the system as MkDocs raises its own."""
    try:
        yield
    except OSError as error:
        raise PluginError(f"The site cannot be built beside the last one: {error}") from None


def _theme_styles(folder: Path) -> tuple[str, ...]:
    """Addresses of the theme's style sheets that MkDocs copied into a folder, in their order."""
    paths = [path for pattern in THEME_STYLES for path in sorted(folder.glob(pattern))]
    return tuple(path.relative_to(folder).as_posix() for path in paths)


def _mentioned_files(files: Files) -> set[str]:
    """Files that pages of prose may link to."""
    return {
        posixpath.normpath(posixpath.join(posixpath.dirname(file.src_uri), name))
        for file in files.documentation_pages()
        for name in MARKDOWN_FILE.findall(file.content_string)
    }


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
