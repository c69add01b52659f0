"""A site that takes the place of the last good one, or leaves it alone."""

import itertools
import os
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from mozi.engine import staging
from mozi.engine.manifest import Manifest, ManifestEntry
from mozi.engine.site_files import file_stat, has_content, put_file
from mozi.engine.staging import Staging

OLD = {"index.html": "old", "projects/a.html": "old", "projects/gone.html": "old"}
NEW = {"index.html": "new", "projects/a.html": "new", "search/b.html": "new"}


@pytest.fixture(autouse=True)
def _no_waiting_for_disks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sync", lambda: None)


@pytest.fixture(params=["exchange", "two renames"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A system that can exchange two folders in one step, and one that cannot."""
    way: str = request.param
    if way == "two renames":
        monkeypatch.setattr(staging, "_exchanged_at_once", lambda one, other: False)
    return way


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A last good site, the only thing in its folder."""
    target = tmp_path / "site"
    write(target, OLD)
    return target


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def read(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }


def build(target: Path, files: Mapping[str, str] = NEW) -> set[str]:
    """What a whole build does; the names of the files that it had not to make."""
    stage = Staging(target)
    there = {*stage.existing}
    left = {}
    for name, text in files.items():
        if name not in there or not has_content(stage.folder / name, text):
            put_file(stage.folder, name, text)
        left[name] = file_stat(stage.folder / name)
    stage.publish(Manifest(entries={"all": ManifestEntry("", (), left)}))
    return there


def beside(target: Path) -> list[str]:
    """What is there beside a site, but for what builds keep for the next one."""
    return sorted({*os.listdir(target.parent)} - {target.name, ".site.manifest", ".site.spare"})


def test_a_finished_site_replaces_the_last_one(target: Path, system: str) -> None:
    build(target)
    assert read(target) == NEW
    assert beside(target) == []


def test_the_next_site_is_made_where_the_one_before_the_last_stood(
    target: Path, system: str
) -> None:
    inode = target.stat().st_ino
    assert build(target) == set()
    assert build(target) == NEW.keys()  # where `OLD` stood
    assert target.stat().st_ino == inode
    assert build(target) == NEW.keys()
    assert target.stat().st_ino != inode
    newer = {**NEW, "index.html": "newer", "more/c.html": "newer"}
    del newer["search/b.html"]
    assert build(target, newer) == NEW.keys()
    assert read(target) == newer
    assert not (target / "search").exists()
    assert build(target, newer) == newer.keys()
    assert read(target) == newer


def test_what_somebody_changed_in_a_site_does_not_come_back(target: Path) -> None:
    build(target)
    build(target)
    write(target, {"index.html": "by hand", "note.txt": "by hand", "more/note.txt": "by hand"})
    (target / "link").symlink_to("elsewhere")
    for _ in range(3):
        build(target)
        assert read(target) == NEW
        assert not (target / "link").is_symlink()


def test_a_build_that_fails_costs_the_next_one_time_only(target: Path) -> None:
    for _ in range(3):
        build(target)
    Staging(target).discard()
    assert build(target) == NEW.keys()
    assert read(target) == NEW


def test_the_first_site_needs_no_other(tmp_path: Path, system: str) -> None:
    build(tmp_path / "new folder" / "site")
    assert read(tmp_path / "new folder" / "site") == NEW


def test_a_failed_build_leaves_the_last_site_alone(target: Path) -> None:
    stage = Staging(target)
    write(stage.folder, NEW)
    stage.discard()
    assert read(target) == OLD
    assert beside(target) == []


def test_builds_at_the_same_time_never_mix(target: Path, system: str) -> None:
    first, second = Staging(target), Staging(target)
    write(first.folder, {"first.html": "1"})
    write(second.folder, {"second.html": "2"})
    second.publish(Manifest())
    assert read(target) == {"second.html": "2"}
    first.publish(Manifest())
    assert read(target) == {"first.html": "1"}
    assert beside(target) == []


def test_hidden_files_of_the_last_site_stay(target: Path) -> None:
    write(target, {".nojekyll": "", ".well-known/security.txt": "mailto:office"})
    target.chmod(0o750)
    build(target)
    assert read(target) == {**NEW, ".nojekyll": "", ".well-known/security.txt": "mailto:office"}
    assert target.stat().st_mode & 0o777 == 0o750


def test_a_link_to_the_site_stays_a_link(target: Path) -> None:
    link = target.parent / "current"
    link.symlink_to(target)
    build(link)
    assert link.is_symlink()
    assert read(target) == NEW


def test_what_cannot_be_replaced_is_said_before_anything_is_built(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="a mount point cannot be replaced"):
        Staging(Path("/"))
    (tmp_path / "file").write_text("kept")
    for target in (tmp_path / "file", tmp_path / "file" / "site"):
        with pytest.raises(OSError, match=r"Not a directory|File exists"):
            Staging(target)
    assert read(tmp_path) == {"file": "kept"}


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Do `work` in a process that is killed at its nth call to the file system; whether it was."""
    child = os.fork()
    if child == 0:
        calls = itertools.count(1)

        def watch(event: str, _: Any) -> None:
            if event.startswith(("os.", "open", "shutil.")) and next(calls) == step:
                os.kill(os.getpid(), signal.SIGKILL)

        try:
            sys.addaudithook(watch)
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def test_a_kill_at_any_step_leaves_one_whole_site(tmp_path: Path, system: str) -> None:
    away = 0
    for step in itertools.count(1):
        target = tmp_path / str(step) / "site"
        write(target, OLD)
        if not killed_at(step, lambda target=target: build(target)):  # type: ignore[misc]
            break
        if target.exists():
            assert read(target) in (OLD, NEW), step
        else:
            away += 1
        Staging(target).discard()  # the next build, which fails
        assert read(target) in (OLD, NEW), step
        assert beside(target) == []
    assert read(target) == NEW
    assert step > 20
    assert away == (1 if system == "two renames" else 0)  # between the two, until the next build
