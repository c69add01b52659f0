"""When files changed is read from Git, and only where Git remembers all of it."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from mozi.graph.git_history import read_history


def git(folder: Path, *arguments: str, at: str = "2026-01-01T00:00:00Z") -> None:
    identity = {
        f"GIT_{who}_{what}": "somebody@site.example"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    environment = {
        "GIT_COMMITTER_DATE": at,
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "PATH": "/usr/bin:/bin",
        **identity,
    }
    subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True
    )


def repository(folder: Path) -> Path:
    """A repository with a project in the folder `site`, changed on two days."""
    project = folder / "site"
    project.mkdir(parents=True)
    git(folder, "init")
    for day, files in (("01", ("a.yml", "名 b.yml")), ("02", ("a.yml",))):
        for name in files:
            (project / name).write_text(f"day: {day}\n")
        git(folder, "add", ".")
        git(folder, "commit", "-m", day, at=f"2026-01-{day}T10:00:00+08:00")
    return project


def test_every_change_of_a_file_counts_latest_first(tmp_path: Path) -> None:
    read = read_history(repository(tmp_path))
    first, second = datetime(2026, 1, 1, 2, tzinfo=UTC), datetime(2026, 1, 2, 2, tzinfo=UTC)
    assert read.changes == {"a.yml": (second, first), "名 b.yml": (first,)}
    assert read.last("名 b.yml", "a.yml") == read.latest == second
    assert read.last("c.yml") is None


def test_a_renamed_file_keeps_its_past(tmp_path: Path) -> None:
    project = repository(tmp_path)
    before = read_history(project).changes["a.yml"]
    git(project, "mv", "a.yml", "c.yml")
    git(project, "commit", "-m", "03", at="2026-01-03T10:00:00+08:00")
    assert read_history(project).changes["c.yml"] == before
    (project / "c.yml").write_text("day: 04\n")
    git(project, "commit", "-a", "-m", "04", at="2026-01-04T10:00:00+08:00")
    changed = datetime(2026, 1, 4, 2, tzinfo=UTC)
    assert read_history(project).changes["c.yml"] == (changed, *before)


def test_a_file_that_is_like_one_removed_has_a_past_of_its_own(tmp_path: Path) -> None:
    project = repository(tmp_path)
    (project / "a.yml").unlink()
    (project / "c.yml").write_text("day: 02\nname: another\n")
    git(project, "add", ".")
    git(project, "commit", "-m", "03", at="2026-01-03T10:00:00+08:00")
    assert read_history(project).changes["c.yml"] == (datetime(2026, 1, 3, 2, tzinfo=UTC),)


def test_a_folder_without_git_has_no_history(tmp_path: Path) -> None:
    assert read_history(tmp_path).latest is None


def test_the_last_commits_alone_are_no_history(tmp_path: Path) -> None:
    """In a shallow clone every file seems to have been changed by the last commit."""
    repository(tmp_path / "whole")
    git(tmp_path, "clone", "--depth=1", f"file://{tmp_path}/whole", "part")
    assert read_history(tmp_path / "part" / "site").latest is None


def test_a_machine_without_git_has_no_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = repository(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_history(project).latest is None
