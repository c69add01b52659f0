"""The adapter to MkDocs: builds that fail or are interrupted half-way, and what the generator knows of it."""

import ast
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from mozi_mkdocs.build import Build, generator_version

from tests.support.helpers import ROOT, Folder, leave_out, run_mkdocs, tree
from tests.support.preview import preview

pytestmark = pytest.mark.site

BREAKS_IN_CHINESE = "{% if language.code == 'zh' %}{{ nothing.at.all }}{% endif %}"
HERE = "zh/projects/workshop/"


@pytest.fixture
def project(folder: Folder, share_pictures: Path) -> Path:
    """The small project in three languages, with templates and prose of its own."""
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, folder.root / name)
    (folder.root / "hooks").symlink_to(ROOT / "hooks")
    shutil.copy(ROOT / "mkdocs.yml", folder.root)
    (folder.root / ".cache").mkdir()
    (folder.root / ".cache" / "share").symlink_to(share_pictures)
    leave_out(folder.root, "fr", "ar")
    return folder.root


def break_theme(project: Path) -> str:
    """Break the page shells of a later language; out: the template as it was."""
    template = project / "overrides" / "main.html"
    sound = template.read_text()
    template.write_text(
        sound.replace("{% block content %}", "{% block content %}" + BREAKS_IN_CHINESE)
    )
    return sound


def left_beside(project: Path) -> list[str]:
    return sorted(path.name for path in project.iterdir() if path.name.startswith(".site.build"))


def test_a_page_shell_that_breaks_in_a_later_language_leaves_the_last_site(project: Path) -> None:
    assert run_mkdocs(project, project / "site").returncode == 0
    before = tree(project / "site")
    sound = break_theme(project)
    done = run_mkdocs(project, project / "site")
    assert "Building 'zh' documentation" in done.stderr
    assert "nothing" in done.stderr
    assert done.returncode == 1
    assert tree(project / "site") == before
    assert left_beside(project) == []
    (project / "overrides" / "main.html").write_text(sound)
    assert run_mkdocs(project, project / "site").returncode == 0
    assert tree(project / "site") == before


def test_an_interruption_in_a_later_language_leaves_the_last_site(project: Path) -> None:
    assert run_mkdocs(project, project / "site").returncode == 0
    before = tree(project / "site")
    with (project / "docs" / "about.md").open("a") as prose:
        prose.write("\nMore.\n")  # so that page shells are made again, in every language
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # Tests run in the background of a shell inherit that SIGINT is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stderr
    said = ""
    while "Building 'zh' documentation" not in said:
        line = process.stderr.readline()
        assert line, said
        said += line
    os.killpg(process.pid, signal.SIGINT)  # as Ctrl-C in a terminal does
    process.communicate(timeout=60)
    assert process.returncode != 0
    assert tree(project / "site") == before
    assert left_beside(project) == []
    assert _ends(process.pid)  # no worker goes on


def _ends(group: int) -> bool:
    """Whether a group of processes ends within five seconds."""
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_a_preview_recovers_from_a_failure_in_a_later_language(
    project: Path, tmp_path: Path
) -> None:
    record = project / "data" / "projects" / "workshop.yml"
    with preview(project, tmp_path / "log") as server:
        server.wait_for("示例工坊", HERE)
        sound = break_theme(project)
        server.wait_until_it_says("'nothing' is undefined")
        (project / "overrides" / "main.html").write_text(sound)
        record.write_text(record.read_text().replace("示例工坊", "示例工坊1"))
        server.wait_for("示例工坊1", HERE)
        assert server.page("ru/projects/workshop/")


@pytest.mark.parametrize("name", ["mkdocs", "material", "i18n", r"md-\w"])
def test_the_generator_knows_no_name_tag_or_path_of_the_renderer(name: str) -> None:
    """But for the file in which languages are configured, which messages to editors name."""
    for file in sorted((ROOT / "hooks" / "mozi").rglob("*.py")):
        text = file.read_text(encoding="utf-8").replace("mkdocs.yml", "")
        text = text.replace("`mozi_mkdocs`", "")
        assert not re.search(rf"\b{name}", text, re.IGNORECASE), file


def test_the_hook_file_only_binds_the_methods_of_one_object() -> None:
    code = ast.parse((ROOT / "hooks" / "mkdocs_hooks.py").read_text(encoding="utf-8"))
    _, imported, *bound = code.body
    assert ast.unparse(imported) == "from mozi_mkdocs.build import Build"
    assert all(isinstance(each, ast.Assign) for each in bound)
    events = {name for name in dir(Build) if name.startswith("on_")}
    assert {ast.unparse(each) for each in bound} == {
        "_build = Build()", *(f"{name} = _build.{name}" for name in events)
    }  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("hooks", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "file",
    [
        "hooks/mozi/problems/rulebook.yml",
        "hooks/mozi_mkdocs/theme.py",
        "overrides/main.html",
        "mkdocs.yml",
    ],
)
def test_code_templates_and_configuration_are_the_version_of_the_generator(
    root: Path, file: str
) -> None:
    before = generator_version(root)
    with (root / file).open("a") as text:
        text.write("\n")
    assert generator_version(root) != before


def test_styles_are_no_part_of_the_version(root: Path) -> None:
    before = generator_version(root)
    with (root / "overrides/assets/site.css").open("a") as text:
        text.write("\n")
    assert generator_version(root) == before
