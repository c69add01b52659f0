"""Whole builds that fail or are killed: readers keep the last good site, byte for byte.

`MOZI_KILLS` says how many builds are killed (a handful unless told); `MOZI_SEED` when.
"""

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.helpers import ROOT, Folder, leave_out, run_mkdocs, tree

pytestmark = pytest.mark.site

KILLS = int(os.environ.get("MOZI_KILLS", "4"))
SEED = int(os.environ.get("MOZI_SEED", "1"))

LAST_GOOD = {"index.html": "the last good site", "projects/index.html": "all of it"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project as a whole site in two languages, with a last good site."""
    root = tmp_path_factory.mktemp("interrupted")
    Folder(root)
    for name in ("hooks", "overrides", "docs"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    leave_out(root, "ru", "fr", "ar")
    return root


@pytest.fixture
def site(project: Path) -> Path:
    """The last good site of the project."""
    return restored(project / "site")


def restored(site: Path) -> Path:
    """The last good site, put where `site` was."""
    shutil.rmtree(site, ignore_errors=True)
    for name, text in LAST_GOOD.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text)
    return site


def left_beside(site: Path) -> list[str]:
    """What builds left but for what the next one needs."""
    names = {path.name for path in site.parent.iterdir() if ".site" in path.name}
    return sorted(names - {".site.manifest", ".site.spare"})


@contextlib.contextmanager
def changed(file: Path, text: str) -> Iterator[None]:
    """A file that says something else for a while."""
    before = file.read_text()
    file.write_text(text)
    yield
    file.write_text(before)


def test_a_template_that_breaks_in_the_second_language(project: Path, site: Path) -> None:
    before = tree(site)
    template = project / "overrides" / "pages" / "page.html"
    broken = "{% if language.code == 'zh' %}{{ nothing.at.all }}{% endif %}"
    with changed(template, template.read_text() + broken):
        done = run_mkdocs(project, site)
    assert "Building 'zh' documentation" in done.stderr
    assert done.returncode == 1
    assert tree(site) == before
    assert left_beside(site) == []


def test_a_warning_when_all_is_written(project: Path, site: Path) -> None:
    before = tree(site)
    prose = project / "docs" / "contribute.zh.md"
    with changed(prose, prose.read_text() + "\n[nowhere](nowhere.md)\n"):
        done = run_mkdocs(project, site)
        assert "Aborted with 1 warnings in strict mode" in done.stdout
        assert done.returncode == 1
        assert tree(site) == before
        assert left_beside(site) == []
        elsewhere = project / "elsewhere" / "site"
        assert run_mkdocs(project, elsewhere, False).returncode == 0
        assert run_mkdocs(project, elsewhere).returncode == 1  # it is warned of each time


def test_a_disk_that_takes_no_more(project: Path, site: Path) -> None:
    before = tree(site)
    # Python takes half of a compiled file for all of it, and later builds would stumble over that.
    keep_none = {"PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        ["sh", "-c", 'ulimit -f 64 && exec "$0" -m mkdocs build --quiet', sys.executable],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **keep_none},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "File too large" in done.stderr
    assert done.returncode == 1
    assert tree(site) == before
    assert left_beside(site) == []


def test_a_folder_that_cannot_be_written(project: Path, site: Path) -> None:
    done = run_mkdocs(project, site / "index.html" / "site")
    assert "The site cannot be built beside the last one: " in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == 1


def test_builds_killed_at_random_points(project: Path, site: Path) -> None:
    chance = random.Random(SEED)
    last_good = tree(site)
    assert run_mkdocs(project, project / "reference" / "site").returncode == 0
    new = tree(project / "reference" / "site")
    count = _files_in(project / "reference" / "site")
    groups, outcomes = [], Counter[str]()
    for _ in range(KILLS):
        groups.append(_killed(project, chance.choice([chance.randrange(count), count]), chance))
        found = tree(site)
        different = {path for path in found | new if found.get(path) != new.get(path)}
        assert found in (last_good, new), sorted(different)
        outcomes["the last good site" if found == last_good else "the new site"] += 1
        if found == new:
            restored(site)
    print(dict(outcomes))
    for group in groups:  # what the killed ones had started
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)
    assert run_mkdocs(project, site).returncode == 0
    assert tree(site) == new
    assert left_beside(site) == []


def _killed(project: Path, enough: int, chance: random.Random) -> int:
    """Start a build, and kill it when it has written `enough` files; its process group."""
    earlier = set(project.glob(".site.build-*"))
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        start_new_session=True,
    )
    while process.poll() is None:
        workspaces = set(project.glob(".site.build-*")) - earlier
        if sum(map(_files_in, workspaces)) >= enough:
            break
        time.sleep(0.02)
    time.sleep(chance.uniform(0, 0.3))
    with contextlib.suppress(ProcessLookupError):
        chance.choice([os.kill, os.killpg])(process.pid, signal.SIGKILL)
    process.wait()
    return process.pid


def _files_in(folder: Path) -> int:
    return sum(len(files) for _, _, files in os.walk(folder))
