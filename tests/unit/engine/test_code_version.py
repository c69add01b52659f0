"""What tells whether the generator has changed."""

import shutil
from pathlib import Path

import pytest
from mozi.engine.code_version import generator_version, prose_version

from tests.support.helpers import ROOT


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("hooks", "overrides", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "file",
    ["hooks/mozi/rulebook.yml", "overrides/pages/page.html", "overrides/main.html", "mkdocs.yml"],
)
def test_another_generator_is_told(root: Path, file: str) -> None:
    before = generator_version(root)
    with (root / file).open("a") as text:
        text.write("\n")
    assert generator_version(root) != before


@pytest.mark.parametrize(
    "file", ["overrides/assets/site.css", "docs/about.md", "hooks/__pycache__/x"]
)
def test_what_no_page_of_records_depends_on_is_not(root: Path, file: str) -> None:
    before = generator_version(root)
    (root / file).parent.mkdir(exist_ok=True)
    with (root / file).open("a") as text:
        text.write("\n")
    assert generator_version(root) == before


def test_a_renamed_file_is_told(root: Path) -> None:
    before = prose_version(root)
    (root / "docs/about.fr.md").rename(root / "docs/about.ky.md")
    assert prose_version(root) != before
