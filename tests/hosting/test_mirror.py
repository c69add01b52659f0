"""deploy/mirror: a second host like the first, and nothing lost by a slip."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.helpers import ROOT

pytestmark = pytest.mark.skipif(
    not shutil.which("rsync") and os.environ.get("MOZI_NGINX") != "required",
    reason="no rsync on this machine: apt install rsync",
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "a site"
    for name in ("index.html", "404.html", "404.json", "assets/site.css", "projects/x/index.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    return folder


def mirror(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ROOT / "deploy" / "mirror", *words], capture_output=True, text=True, check=False
    )


def files(folder: Path) -> dict[str, str]:
    return {
        p.relative_to(folder).as_posix(): p.read_text() for p in folder.rglob("*") if p.is_file()
    }


def test_a_new_folder_becomes_like_the_site(site: Path, tmp_path: Path) -> None:
    dest = tmp_path / "second host"
    assert mirror(site, dest).returncode == 0
    assert files(dest) == files(site)


def test_only_what_changed_is_sent_and_what_is_gone_removed(site: Path, tmp_path: Path) -> None:
    dest = tmp_path / "dest"
    mirror(site, dest)
    old = 1_000_000_000
    os.utime(dest / "index.html", (old, old))
    (site / "projects/x/index.html").unlink()
    (site / "404.html").write_text("new")
    done = mirror(site, f"{dest}/")
    assert files(dest) == files(site)
    assert (dest / "index.html").stat().st_mtime == old
    assert [line.split()[-1] for line in done.stdout.splitlines() if "f" in line.split()[0]] == [
        "404.html"
    ]


def test_a_dry_run_tells_and_changes_nothing(site: Path, tmp_path: Path) -> None:
    dest = tmp_path / "dest"
    mirror(site, dest)
    (site / "projects/x/index.html").unlink()
    done = mirror(site, dest, "--dry-run")
    assert "deleting   projects/x/index.html" in done.stdout
    assert (dest / "projects/x/index.html").exists()


def test_a_folder_with_something_else_in_it_is_left_alone(site: Path, tmp_path: Path) -> None:
    dest = tmp_path / "home"
    dest.mkdir()
    (dest / "letter.txt").write_text("dear")
    done = mirror(site, dest)
    assert (done.returncode, files(dest)) == (1, {"letter.txt": "dear"})
    assert "holds something else" in done.stderr


@pytest.mark.parametrize("lost", ["index.html", "404.json"])
def test_a_site_that_is_not_whole_is_not_sent(site: Path, tmp_path: Path, lost: str) -> None:
    dest = tmp_path / "dest"
    mirror(site, dest)
    before = files(dest)
    (site / lost).write_text("")
    done = mirror(site, dest)
    assert (done.returncode, files(dest)) == (1, before)
    assert "build it first" in done.stderr


def test_without_a_destination_it_asks_for_one(site: Path) -> None:
    done = mirror(site, "")
    assert done.returncode == 1
    assert "Where to?" in done.stderr


def test_a_host_that_cannot_be_reached_ends_it(site: Path) -> None:
    done = mirror(site, "rsync://127.0.0.1:1/site")
    assert done.returncode == 1
    assert "cannot be reached" in done.stderr
