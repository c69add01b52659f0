"""The data page: all files with their sizes, in every language."""

from pathlib import Path

from mozi.presentation.components.data import Examples
from mozi.presentation.components.page import View
from mozi.presentation.components.section import Rows, Table
from mozi.records.models import RECORD_TYPES
from mozi.site.site import Site

from tests.support.helpers import Folder, after_prose, head_of, page_at


def page(site: Site, code: str = "en") -> View:
    return after_prose(site, "data", code)


def files(site: Site, code: str = "en") -> Table:
    found = next(section for section in page(site, code).sections if section.id == "files")
    assert isinstance(found, Table)
    return found


def test_every_kind_has_a_line_with_its_count_and_its_files(small: Site) -> None:
    lines = {str(line[0].text): line for line in files(small).items}
    assert len(lines) == len(RECORD_TYPES)
    _, count, xlsx, csv, json = lines["Projects"]
    assert str(count.text) == "1"
    assert [file.href for file in (xlsx, csv, json)] == [
        "../api/v1/tables/projects.en.xlsx",
        "../api/v1/tables/projects.en.csv",
        "../api/v1/projects.json",
    ]


def test_a_size_is_that_of_the_file(built: Path, real: Site) -> None:
    html = (built / "zh/data/index.html").read_text(encoding="utf-8")
    for name in ("tables/programmes.zh.csv", "tables/sources.zh.xlsx", "projects.json"):
        size = (built / "api/v1" / name).stat().st_size
        assert f'api/v1/{name}">{real.languages["zh"].size(size)}</a>' in html


def test_each_language_leads_to_its_own_tables(small: Site) -> None:
    hrefs = [line[2].href for line in files(small, "ar").items]
    assert "../../api/v1/tables/sources.ar.xlsx" in hrefs


def test_date_and_licence_are_there(small: Site) -> None:
    rows = page(small).sections[0]
    assert isinstance(rows, Rows)
    told = {row.label: str(row.items[0].text) for row in rows.items}
    assert told["Date of the data"] == "31 January 2026"
    assert told["Licence"] == "MIT"


def test_without_a_project_there_is_nothing_to_show_an_example_of(folder: Folder) -> None:
    assert any(isinstance(section, Examples) for section in page(folder.site()).sections)
    for file in ("projects/workshop", "programmes/growing", "initiatives/conference"):
        (folder.root / "data" / f"{file}.yml").unlink()
    for topic in (folder.root / "data" / "topics").glob("*.yml"):
        topic.unlink()
    for source in (folder.root / "data" / "translations").glob("*.po"):
        source.unlink()
    assert not any(isinstance(section, Examples) for section in page(folder.site()).sections)


def test_a_page_of_a_record_leads_to_its_json(small: Site) -> None:
    head = head_of(small, "projects/workshop/", "zh")
    [link] = [each for each in head.links if each.type == "application/json"]
    assert (link.rel, link.href) == ("alternate", "../../../api/v1/projects/workshop.json")
    [download] = [
        each
        for each in page_at(small, "projects/workshop/", "zh").downloads
        if each.type == "application/json"
    ]
    assert download.href == link.href
    assert not [each for each in head_of(small, "projects/").links if "json" in each.type]
