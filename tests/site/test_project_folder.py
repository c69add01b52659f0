"""A folder that holds only `data/`: another brand's site, with this repository's prose and templates."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.helpers import ROOT, SMALL, run_mkdocs

NAMES = """title: {en: International Sample Workshop Programme, zh: 国际示例工坊项目}
brand: {en: Sample Workshop, zh: 示例工坊}
region: {en: Sampleland, zh: 示例省}
home_country: de
summary: {en: Sample Workshops of Sampleland abroad., zh: 示例省的海外工坊。}
description: {en: A register of the Sample Workshops abroad., zh: 海外示例工坊名录。}
about: {en: What a Sample Workshop is., zh: 什么是示例工坊。}
"""

OTHER_BRAND = re.compile("Mozi(?! Workshop site)|墨子|Liaoning|辽宁|Мо-цзы|موزي|لياونينغ|Ляонин")

GENERATOR = ("assets/", "pagefind/")
"""Files of the generator, the same for every brand; search indexes are compressed."""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A folder with records of another brand, and nothing else; its path has a blank and Chinese."""
    project = tmp_path / "示例 sample"
    shutil.copytree(SMALL / "data", project / "data")
    shutil.copytree(ROOT / "data" / "vocabularies", project / "data" / "vocabularies")
    shutil.copy(ROOT / "data" / "locales.yml", project / "data")
    (project / "data" / "site.yml").write_text(NAMES, encoding="utf-8")
    shutil.rmtree(project / "data" / "translations")
    for file in (project / "data").rglob("*.yml"):
        text = file.read_text(encoding="utf-8")
        other = text.replace("Mozi", "Sample").replace("墨子", "示例").replace("班·墨", "班·示")
        other = other.replace("Liaoning", "Sampleland").replace("辽宁", "示例省")
        file.write_text(other, encoding="utf-8")
    return project


def build(project: Path, site: Path) -> None:
    outcome = run_mkdocs(ROOT, site, PROJECT=str(project))
    assert outcome.returncode == 0, outcome.stderr


@pytest.mark.site
def test_no_page_or_file_names_this_brand(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(sample, site)
    named = [
        file.relative_to(site).as_posix()
        for file in site.rglob("*")
        if file.is_file()
        and not file.relative_to(site).as_posix().startswith(GENERATOR)
        and OTHER_BRAND.search(file.read_bytes().decode("utf-8", "ignore"))
    ]
    assert named == []
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "International Sample Workshop Programme" in home
    assert "Sampleland, Germany" in home
    assert "Что документирует этот сайт" in (site / "ru" / "index.html").read_text(encoding="utf-8")
    assert not (ROOT / "site" / "projects" / "workshop").exists()


@pytest.mark.site
def test_changed_names_are_seen(sample: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(sample, site)
    names = sample / "data" / "site.yml"
    names.write_text(NAMES.replace("Sampleland,", "Otherland,"), encoding="utf-8")
    build(sample, site)
    assert "Otherland, Germany" in (site / "index.html").read_text(encoding="utf-8")


@pytest.mark.site
def test_broken_names_stop_the_build_before_the_last_site_is_touched(
    sample: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    build(sample, site)
    before = (site / "index.html").read_bytes()
    (sample / "data" / "site.yml").write_text(NAMES.replace("brand:", "brnd:"), encoding="utf-8")
    outcome = run_mkdocs(ROOT, site, PROJECT=str(sample))
    assert outcome.returncode != 0
    assert "data/site.yml:2:1: MZ201 the key “brnd” is not known here" in outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert (site / "index.html").read_bytes() == before


def test_make_takes_prose_and_templates_of_the_folder_where_it_has_them(sample: Path) -> None:
    def told(target: str) -> str:
        command = ["make", "--dry-run", "--eval", f"show: ; @echo {target}", "show"]
        outcome = subprocess.run(
            [*command, f"PROJECT={sample}"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            env={**os.environ},
            check=True,
        )
        return outcome.stdout.strip()

    assert told("$(DOCS_DIR)").endswith("echo docs")
    (sample / "docs").mkdir()
    assert told("$(DOCS_DIR)").endswith(f"{sample}/docs")
    assert told("$(SITE_DIR)").endswith(f"{sample}/site")
