"""Fixtures: the real project, a small made-up one, and sites built from them."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings
from mozi.commands import check
from mozi.problems.rulebook import read_rulebook
from mozi.site.load import load_site
from mozi.site.site import Site

from tests.support.helpers import INVENTED, ROOT, SETTINGS, TODAY, Folder, run_mkdocs


class FixedDay(date):
    """A calendar that stands still."""

    @classmethod
    def today(cls) -> date:  # type: ignore[override]
        return TODAY


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every check in a test judges by the same day, however old the small project grows."""
    monkeypatch.setattr(check, "date", FixedDay)


# Properties are tried on a few examples, always the same; `make fuzz` tries many, always others.
_slow = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture)
settings.register_profile(
    "few",
    max_examples=30,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=_slow,
)
settings.register_profile(
    "many", max_examples=1000, database=None, deadline=None, suppress_health_check=_slow
)
settings.load_profile(os.environ.get("MOZI_EXAMPLES", "few"))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "project")


@pytest.fixture
def mz307_warns(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rule on sources that cannot be found again only warns."""
    rules = read_rulebook().rules
    warning = rules["MZ307"].model_copy(update={"severity": "warning"})
    monkeypatch.setitem(rules, "MZ307", warning)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small project's site, not to be changed."""
    return Folder(tmp_path_factory.mktemp("small") / "project").site()


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small project's site with records in which every field is filled, not to be changed."""
    folder = Folder(tmp_path_factory.mktemp("full") / "project")
    folder.fill()
    return folder.site()


@pytest.fixture(scope="session")
def invented() -> Site:
    """The site of the invented catalogue, in which programmes are full, not to be changed."""
    return load_site(INVENTED, SETTINGS, home=ROOT)


@pytest.fixture(scope="session")
def invented_built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The invented catalogue, built once for all tests that read it."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    site = shared / "invented-site"
    with FileLock(shared / "invented-site.lock"):
        if not site.exists():
            project = shared / "invented-project"
            shutil.copytree(INVENTED, project)
            done = run_mkdocs(ROOT, site, SITE_URL=SETTINGS.site_url, PROJECT=str(project))
            assert done.returncode == 0, done.stderr
    return site


@pytest.fixture(scope="session")
def real() -> Site:
    """The real project's site, not to be changed."""
    return load_site(ROOT, SETTINGS)


_NOT_COPIED = shutil.ignore_patterns(
    *(".venv", ".bench", ".git", ".hypothesis", ".site.*", ".*_cache", "__pycache__", "*.egg-info")
)


def _left_out(folder: str, names: list[str]) -> set[str]:
    """Files that a copy of the project does without; `site` is the built site at the top only."""
    return _NOT_COPIED(folder, names) | ({"site"} if Path(folder) == ROOT else set())


@pytest.fixture
def copy_of_project(tmp_path: Path) -> Path:
    """A whole copy of this project, for tests that change it and build it."""
    root = tmp_path / "copy"
    shutil.copytree(ROOT, root, ignore=_left_out)
    return root


@pytest.fixture(scope="session")
def share_pictures(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A cache of share pictures, which need not be drawn for every test."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "share-pictures"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def small_project(folder: Folder, share_pictures: Path) -> Path:
    """The small project with all that a build needs; much faster than a copy of this one."""
    for name in ("docs", "hooks", "overrides"):
        (folder.root / name).symlink_to(ROOT / name)
    (folder.root / ".cache").mkdir()
    (folder.root / ".cache" / "share").symlink_to(share_pictures)
    shutil.copy(ROOT / "mkdocs.yml", folder.root)
    return folder.root


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The real site, built once for all tests that read it, whichever process they run in."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    site = shared / "site"
    with FileLock(shared / "site.lock"):
        if not site.exists():
            new = shared / "new"
            done = run_mkdocs(ROOT, new, SITE_URL=SETTINGS.site_url, REPOSITORY=SETTINGS.repository)
            assert done.returncode == 0, done.stderr
            new.rename(site)
    return site
