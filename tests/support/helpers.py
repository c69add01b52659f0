"""What tests work with: a project folder to change, views and pages of a site, MkDocs builds."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup
from mozi.addresses.urls import prefix
from mozi.engine.cache import Cache
from mozi.engine.hashing import digest
from mozi.engine.manifest import Manifest
from mozi.engine.site_files import put_file, unchanged_files
from mozi.engine.tasks import Task, TaskRunner
from mozi.graph.states import dependency_states
from mozi.outputs import api, calendars, search, tables
from mozi.presentation.components.page import Head, Listing, View
from mozi.problems.problem import Problem
from mozi.rules import check
from mozi.settings import Settings
from mozi.site.load import load_site
from mozi.site.page import Page, page_of
from mozi.site.page_head import page_head, page_listing, prose_shell_content
from mozi.site.page_shell_cache import Prose
from mozi.site.renderer import Renderer
from mozi.site.site import Site
from mozi.store.loading import load_store
from mozi.views.index import KINDS
from mozi.views.page_shell import PageShell
from mozi.views.shell_content import ShellContent

LANGUAGES = ("en", "zh", "ru", "fr", "ar")

EVERY = os.environ.get("MOZI_LANGUAGES") == "all"
"""Whether slow tests try everything in every language, as they do in CI."""

SAMPLE = LANGUAGES if EVERY else ("en", "ar")
"""The languages of slow tests that hardly depend on words: one in each direction will do."""

TODAY = date(2026, 2, 1)
"""The day on which the small project is checked: nothing in it is of the future, nothing too old."""

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "fixtures" / "small"
FULL = ROOT / "tests" / "fixtures" / "full"
INVENTED = ROOT / "tests" / "fixtures" / "catalogue"
SETTINGS = Settings("https://site.example/", "https://code.example/site", "main")


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those that stop a build; warnings only ask somebody to look."""
    return [problem for problem in problems if problem.severity == "error"]


class Folder:
    """A project folder that a test may change: the small project with the real vocabularies."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(SMALL, root, dirs_exist_ok=True)
        shutil.copytree(ROOT / "data" / "vocabularies", root / "data" / "vocabularies")
        for file in ("locales.yml", "site.yml"):
            shutil.copy(ROOT / "data" / file, root / "data" / file)

    def fill(self) -> None:
        """Add records in which every field is filled."""
        shutil.copytree(FULL / "data", self.root / "data", dirs_exist_ok=True)

    def write(self, file: str, text: str | bytes) -> None:
        """Put `text` into `data/<file>`."""
        path = self.root / "data" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)

    def replace(self, file: str, old: str, new: str) -> None:
        """Change a piece of `data/<file>`, which must contain it."""
        path = self.root / "data" / file
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))

    def problems(self, cache: Cache | None = None) -> list[Problem]:
        """All problems of the data."""
        cache = cache or Cache()
        found = check(load_store(self.root, cache), TODAY)
        cache.save()
        return found

    def site(self) -> Site:
        """The site of the data."""
        return load_site(self.root, SETTINGS)


def page_at(site: Site, path: str, code: str = "en") -> Page:
    """The page at `path`, such as `projects/ghana/`, before it is rendered."""
    return page_of(site, site.planned(code)[path], code)


def view_of(site: Site, path: str, code: str = "en") -> View:
    """The view of the page at `path`."""
    return page_at(site, path, code).view


def head_of(site: Site, path: str, code: str = "en") -> Head:
    """The head of the page at `path`, for machines."""
    page = page_at(site, path, code)
    return page_head(site, site.planned(code)[path], page.writer, page.view)


def after_prose(site: Site, name: str, code: str = "en") -> View:
    """The view that follows the prose of `docs/<name>.md`; files have the size 0."""
    return site.view_after_prose(name, site.writer(code, f"{prefix(code)}{name}/"))


def prose_content(site: Site, name: str, code: str = "en") -> ShellContent:
    """Everything in the shell of a page of prose that is its own."""
    prose = Prose(f"{prefix(code)}{name}/", name, "", (), "", name)
    writer = site.writer(code, prose.address)
    view = site.view_after_prose(name, writer)
    return prose_shell_content(site, prose, writer, view, shell=PageShell(()))


def listing_at(
    site: Site, path: str, code: str, name: str = "x", description: str = "x"
) -> Listing:
    """What search engines are told of the page at `path`, were it called so."""
    return page_listing(
        site, site.writer(code, prefix(code) + path), path, name, description=description
    )


def page_languages(site: Site) -> dict[str, tuple[str, ...]]:
    """The languages in which each generated page really is, by path."""
    return {plan.path: site.page_languages.languages_of(plan.path) for plan in site.plans("en")}


def task_runner(site: Site, folder: Path, last: Manifest | None = None) -> TaskRunner:
    """A runner of tasks in a folder in which the last build left its files."""
    last = last or Manifest()
    states = dependency_states(site.graph, site.hashes, site.history)
    existing = unchanged_files(folder, last.files)
    manifest = Manifest("", states)
    return TaskRunner(site.graph.read_log, folder, manifest, last=last, existing=existing)


def html_of(site: Site, path: str, code: str = "en") -> str:
    """The body of the page at `path`, on one line."""
    renderer = Renderer(ROOT / "overrides" / "pages", site.languages[code])
    page = page_at(site, path, code)
    downloads = renderer.render_list(page.downloads) if page.downloads else ""
    html = renderer.render(page.view, notice=page.notice, downloads=Markup(downloads))
    return " ".join(html.split())


def do(tasks: Iterable[Task], folder: Path) -> None:
    """Do all tasks in a folder."""
    for task in tasks:
        task.run(partial(put_file, folder))


def write_calendars(site: Site, folder: Path) -> None:
    """Have all calendars of a site made."""
    runner = task_runner(site, folder)
    runner.run(calendars.tasks(site, runner.run(calendars.event_tasks(site))))


def files_of(tasks: Iterable[Task]) -> dict[str, bytes]:
    """What tasks put, by address."""
    found: dict[str, bytes] = {}

    def put(address: str, content: str | bytes) -> None:
        found[address] = content.encode() if isinstance(content, str) else content

    for task in tasks:
        task.run(put)
    return found


def data_of(site: Site) -> dict[str, bytes]:
    """All files in which the data can be taken away, by address."""
    return files_of((*api.tasks(site), *tables.tasks(site)))


def search_entries(site: Site, code: str) -> list[search.Entry]:
    """What can be found in a language."""
    writer = site.writer(code, "")
    kinds = [(kind, record) for kind in KINDS for record in site.graph.all_of(kind.type)]
    return [search.entry(writer, kind, record) for kind, record in kinds]


def load_yaml(path: Path) -> dict[str, Any]:
    data = yaml.safe_load(path.read_text())
    assert isinstance(data, dict)
    return data


def leave_out(root: Path, *languages: str) -> None:
    """Have a project without some languages: its builds take less long."""
    for file, entry in (("mkdocs.yml", r" +- \{locale: (\w+)"), ("data/locales.yml", r"(\w+):")):
        lines = (root / file).read_text().splitlines(keepends=True)
        kept = [x for x in lines if not (m := re.match(entry, x)) or m[1] not in languages]
        (root / file).write_text("".join(kept))


def tree(folder: Path) -> dict[str, str]:
    """Everything in a folder: checksum by path."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): digest(path.read_bytes()) for path in files}


def run_mkdocs(
    root: Path, site_dir: Path, strict: bool = True, /, **environment: str
) -> subprocess.CompletedProcess[str]:
    """`mkdocs build --strict` in `root`, as `make build` runs it."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *(["--strict"] if strict else [])],
        cwd=root,
        env={
            **os.environ,
            "NO_MKDOCS_2_WARNING": "1",
            "SITE_DIR": str(site_dir),
            **environment,
        },
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
