"""Whole builds after changes of all kinds: byte for byte what a first build would have written.

`MOZI_EDITS` says how many series of changes are tried (one unless told); `MOZI_SEED` which.
"""

import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.helpers import ROOT, Folder, leave_out, run_mkdocs, tree

pytestmark = pytest.mark.site

SERIES = int(os.environ.get("MOZI_EDITS", "1"))
SEED = int(os.environ.get("MOZI_SEED", "1"))


class Project:
    """A project that is changed and built again and again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.data = root / "data"
        self.number = 0
        self.phrases = ""
        """What the last build told."""

    def replace(self, file: str, old: str, new: str) -> None:
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text, (file, old)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    # Changes -------------------------------------------------------------------------------------

    def edit_a_project(self) -> None:
        """Its name is on pages of all kinds, and its place in lists follows from it."""
        self.number += 1
        self.replace("data/projects/workshop.yml", "name: {en: ", f"name: {{en: {self.number} ")

    def edit_a_source(self) -> None:
        self.number += 1
        self.replace("data/sources/college-page.yml", "en: ", f"en: New {self.number} ")

    def edit_a_partner(self) -> None:
        self.number += 1
        self.replace("data/partners/example-host.yml", "en: ", f"en: New {self.number} ")

    def add_a_programme(self) -> None:
        """Or remove it again."""
        programme = self.data / "programmes" / "more.yml"
        if programme.exists():
            programme.unlink()
        else:
            text = (self.data / "programmes" / "growing.yml").read_text(encoding="utf-8")
            programme.write_text(text.replace("name: {en: ", "name: {en: More "), encoding="utf-8")

    def rename_a_source(self) -> None:
        """Wherever it is cited, too."""
        old, new = "mirror", "looking-glass"
        if not (self.data / "sources" / f"{old}.yml").exists():
            old, new = new, old
        for file in self.data.glob("*/*.yml"):
            text = file.read_text(encoding="utf-8")
            file.write_text(re.sub(rf"\[{old}\]", f"[{new}]", text), encoding="utf-8")
        (self.data / "sources" / f"{old}.yml").rename(self.data / "sources" / f"{new}.yml")

    def translate(self) -> None:
        self.number += 1
        entry = 'msgid "Example Workshop"\nmsgstr "'
        text = (self.data / "translations" / "ru.po").read_text(encoding="utf-8")
        if entry in text:  # it is out of date once the name has changed
            self.replace("data/translations/ru.po", entry, f"{entry}{self.number} ")

    def translate_the_interface(self) -> None:
        self.number += 1
        self.replace("data/translations/ru.po", 'msgstr "Не оп', f'msgstr "{self.number} Не оп')

    def edit_a_template(self) -> None:
        self.replace("overrides/pages/page.html", "<header", "<header data-new")

    def edit_a_style(self) -> None:
        with (self.root / "overrides/assets/site.css").open("a") as css:
            css.write(f"\n.new-{self.number} {{}}\n")

    def edit_prose(self) -> None:
        with (self.root / "docs/contribute.ru.md").open("a", encoding="utf-8") as prose:
            prose.write(f"\n\nЕще {self.number}.\n")

    def damage_the_site(self) -> None:
        """As somebody does who changes or removes files by hand."""
        (self.root / "site/zh/projects/workshop/index.html").write_text("by hand")
        (self.root / "site/api/v1/projects.json").unlink()

    def damage_the_manifest(self) -> None:
        (self.root / ".site.manifest").write_text("{")


CHANGES: list[Callable[[Project], None]] = [
    Project.edit_a_project,
    Project.edit_a_source,
    Project.edit_a_partner,
    Project.add_a_programme,
    Project.add_a_programme,
    Project.rename_a_source,
    Project.translate,
    Project.translate_the_interface,
    Project.edit_a_template,
    Project.edit_a_style,
    Project.edit_prose,
    Project.damage_the_site,
    Project.damage_the_manifest,
]


@pytest.fixture
def project(tmp_path: Path, share_pictures: Path) -> Project:
    root = tmp_path / "project"
    Folder(root)
    for name in ("overrides", "docs"):
        shutil.copytree(ROOT / name, root / name)
    (root / "hooks").symlink_to(ROOT / "hooks")
    shutil.copy(ROOT / "mkdocs.yml", root)
    leave_out(root, "fr", "ar")
    (root / ".cache").mkdir()
    (root / ".cache" / "share").symlink_to(share_pictures)
    return Project(root)


def built(project: Project, folder: str = "site") -> dict[str, str]:
    done = run_mkdocs(project.root, project.root / folder)
    assert done.returncode == 0, done.stderr
    project.phrases = done.stderr
    return tree(project.root / folder)


def built_first(project: Project) -> dict[str, str]:
    """What a build writes that knows of none before; the next one knows what it would without it."""
    kept = (project.root / ".cache").rename(project.root / "kept")
    (project.root / ".cache").mkdir()
    (project.root / ".cache" / "share").symlink_to((kept / "share").resolve())
    try:
        return built(project, "first")
    finally:
        for left in (".cache", "first"):
            shutil.rmtree(project.root / left)
        (project.root / ".first.manifest").unlink()
        kept.rename(project.root / ".cache")


@pytest.mark.parametrize("seed", range(SEED, SEED + SERIES))
def test_a_build_after_changes_writes_what_a_first_one_would(project: Project, seed: int) -> None:
    chance = random.Random(seed)
    changes = chance.sample(CHANGES, len(CHANGES))
    built(project)
    while changes:
        done = [changes.pop() for _ in range(min(chance.choice([2, 3, 4, 5]), len(changes)))]
        for change in done:
            change(project)
        after, first = built(project), built_first(project)
        different = {path for path in after | first if after.get(path) != first.get(path)}
        assert different == set(), [change.__name__ for change in done]


def test_after_an_edit_only_what_shows_it_is_written(project: Project) -> None:
    built(project)
    assert "Building 'ru' documentation" in project.phrases
    before = {path: path.stat().st_mtime_ns for path in (project.root / "site").rglob("*.html")}
    assert len(before) > 50
    project.edit_a_partner()
    built(project)
    assert "Building 'ru' documentation" not in project.phrases  # its frames are there
    written = {
        path.parent.relative_to(project.root / "site").as_posix()
        for path, moment in before.items()
        if path.stat().st_mtime_ns != moment and path.name == "index.html"
    }
    assert {"partners/example-host", "projects/workshop", "partners"} <= written
    assert not {"rules", "ru/glossary", "curricula", "curricula/growing-list"} & written
    assert "zh/projects/workshop" not in written  # it has a name of its own in Chinese
