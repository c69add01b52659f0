"""A folder that holds only `data/`: another brand's site, with this repository's prose and templates."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
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

OTHER_BRAND = re.compile(
    r"Mozi|mozi-workshop(?=\.example|-\w\w-)|墨子|Liaoning|辽宁|Мо-цзы|موزي|لياونينغ|Ляонин"
)

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
    assert named_elsewhere(site) == []
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "International Sample Workshop Programme" in home
    assert "Sampleland, Germany" in home
    assert "Что документирует этот сайт" in (site / "ru" / "index.html").read_text(encoding="utf-8")
    assert not (ROOT / "site" / "projects" / "workshop").exists()


def named_elsewhere(site: Path) -> list[str]:
    """Names and contents of a site's files, those in archives too, that name the other brand."""
    contents: dict[str, bytes] = {}
    for file in site.rglob("*"):
        address = file.relative_to(site).as_posix()
        if not file.is_file() or address.startswith(GENERATOR):
            continue
        contents[address] = file.read_bytes()
        if file.suffix in (".zip", ".xlsx"):
            with zipfile.ZipFile(file) as archive:
                contents |= {
                    f"{address}: {each}": archive.read(each) for each in archive.namelist()
                }
    return [
        address
        for address, content in contents.items()
        if OTHER_BRAND.search(f"{address} {content.decode('utf-8', 'ignore')}")
    ]


def make(*words: str, project: Path) -> subprocess.CompletedProcess[str]:
    """`make … PROJECT=project`, with the Python that runs the tests."""
    binaries = Path(sys.executable).parent
    options = ("--old-file", ".venv/build", f"BIN={binaries}", f"PROJECT={project}")
    return subprocess.run(
        ["make", "--no-print-directory", *options, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={
            **{name: each for name, each in os.environ.items() if name != "MAKEFLAGS"},
            "PYTHONPATH": str(ROOT / "hooks"),
        },
        check=False,
        timeout=300,
    )


WEIRS = {
    "site.yml": """title: {en: Weir Workshops, zh: 堰工坊}
brand: {en: Weir Workshop, zh: 堰工坊}
region: {en: Zeeland, zh: 泽兰省}
home_country: nl
summary: {en: Weir Workshops abroad., zh: 海外堰工坊。}
description: {en: A register of the Weir Workshops., zh: 堰工坊名录。}
about: {en: What a Weir Workshop is., zh: 什么是堰工坊。}
""",
    "countries/sn.yml": """cite: [page]
checked: 2026-01-31
official_languages: [fr]
""",
    "sources/page.yml": """gloss: {en: A page of the college., zh: 学院的网页。}
publisher: {en: College of Dykes, zh: 堤坝学院}
language: en
type: primary
url: https://college.example/page
checked: 2026-01-31
""",
    "projects/dakar.yml": """name: {en: Weir Workshop in Dakar, zh: 达喀尔堰工坊}
cite: [page]
checked: 2026-01-31
country: sn
status: {value: unknown, as_of: 2026-01-31}
unpublished: [batch, city, courses, enterprise, equipment, fields, funding, host, lead, opening,
  signing, student_numbers]
""",
}
"""The whole content of a project: its names and three records."""


@pytest.fixture
def weirs(tmp_path: Path) -> Path:
    """A folder with the names of a brand and three records; its path has a blank and Chinese."""
    project = tmp_path / "堰 weirs"
    for name, text in WEIRS.items():
        file = project / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return project


@pytest.mark.site
def test_names_and_three_records_are_a_site_in_every_language(weirs: Path) -> None:
    before = {path.name for path in ROOT.iterdir()}
    outcome = make("build", project=weirs)
    assert outcome.returncode == 0, outcome.stderr
    site = weirs / "site"
    assert named_elsewhere(site) == []
    for code, label in {"": "Not published", "zh": "未公布", "ru": "Не опубликовано"}.items():
        page = (site / code / "projects" / "dakar" / "index.html").read_text(encoding="utf-8")
        assert label in page
    assert (site / "packs" / "weir-workshop-sn-en.zip").is_file()
    assert "泽兰省" in (site / "zh" / "index.html").read_text(encoding="utf-8")
    assert {path.name for path in weirs.iterdir()} == {"data", "site", ".cache", ".site.manifest"}
    assert {path.name for path in ROOT.iterdir()} - before <= {"__pycache__"}
    assert make("check", project=weirs).stderr.startswith("3 records, 0 errors")


@pytest.mark.site
def test_a_site_has_the_address_and_languages_that_its_own_configuration_gives(
    weirs: Path,
) -> None:
    (weirs / "mkdocs.yml").write_text(
        f"INHERIT: {ROOT}/mkdocs.yml\nsite_url: https://weirs.example/\n", encoding="utf-8"
    )
    (weirs / "data" / "locales.yml").write_text(
        "en: {name: English, state: source}\nzh: {name: 中文, fallback: [en], state: source}\n",
        encoding="utf-8",
    )
    outcome = make("build", project=weirs)
    assert outcome.returncode == 0, outcome.stderr
    home = (weirs / "site" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://weirs.example/">' in home
    assert (weirs / "site" / "zh").is_dir()
    assert not (weirs / "site" / "ru").exists()
    assert 'hreflang="ru"' not in home


@pytest.mark.site
def test_templates_of_the_folder_are_used_and_their_changes_seen(weirs: Path) -> None:
    shutil.copytree(ROOT / "overrides", weirs / "overrides")
    template = weirs / "overrides" / "pages" / "page.html"
    text = template.read_text(encoding="utf-8")
    page = weirs / "site" / "projects" / "dakar" / "index.html"
    for words in ("first words", "other words"):
        template.write_text(text.replace("</h1>", f"</h1>{words}"), encoding="utf-8")
        outcome = make("build", project=weirs)
        assert outcome.returncode == 0, outcome.stderr
        assert f"</h1>{words}" in page.read_text(encoding="utf-8")


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
        outcome = make("--dry-run", "--eval", f"show: ; @echo {target}", "show", project=sample)
        return outcome.stdout.strip()

    assert told("$(DOCS_DIR)").endswith(f"{ROOT}/docs")
    (sample / "docs").mkdir()
    assert told("$(DOCS_DIR)").endswith(f"{sample}/docs")
    assert told("$(SITE_DIR)").endswith(f"{sample}/site")
