"""What a workbook comes to: records, or every problem with its cell."""

import re
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from mozi.editing.spreadsheet import importing
from mozi.editing.spreadsheet.importing import Outcome
from mozi.excel.workbook import merged_cells, read_workbook
from mozi.problems.rulebook import read_rulebook
from mozi.rules import check
from mozi.store.loading import load_store

from tests.support.helpers import Folder, errors
from tests.support.workbooks import Rows, cell, in_memory, sample, write

Change = Callable[[Rows], Any]


def outcome_of(folder: Folder, rows: Rows) -> Outcome:
    return importing.import_workbook(in_memory(rows), {}, load_store(folder.root))


def told(found: Outcome) -> list[str]:
    return [finding.text("en") for finding in found.findings]


def test_the_example_makes_sound_records(bare: Folder) -> None:
    found = outcome_of(bare, sample())
    assert told(found) == []
    assert found.is_fine
    assert sorted(found.files) == [
        "data/countries/zm.yml",
        "data/curricula/sample-welding-list.yml",
        "data/initiatives/sample-seminar.yml",
        "data/partners/sample-college.yml",
        "data/partners/sample-host.yml",
        "data/programmes/sample-welding.yml",
        "data/projects/sample-workshop.yml",
        "data/sources/sample-college-2024-09-24.yml",
    ]
    for file, text in found.files.items():
        bare.write(file.removeprefix("data/"), text)
    assert errors(check(load_store(bare.root))) == []


def test_a_record_is_written_as_records_are(bare: Folder) -> None:
    text = outcome_of(bare, sample()).files["data/projects/sample-workshop.yml"]
    assert text.startswith(
        "# yaml-language-server: $schema=../schema/project.schema.json\n"
        "name: {en: Sample Welding Mozi Workshop, zh: 示例焊接墨子工坊}\n"
        "cite: [sample-college-2024-09-24]\n"
        "checked: 2026-11-23\n"
        "country: zm\n"
    )
    assert "\nbatch:\n  value: 2\n  basis: inferred\n" in text
    assert "roles:\n  - {role: lead, partner: sample-college}\n" in text
    assert text.endswith(
        "unpublished: [courses, student_numbers, equipment, funding, enterprise, opening]\n"
    )


def test_fees_of_an_intake_and_versions_of_a_disagreement_find_each_other(bare: Folder) -> None:
    files = outcome_of(bare, sample()).files
    welding = files["data/programmes/sample-welding.yml"]
    assert "\n    fees:\n      - what: {en: Tuition" in welding
    assert "\n    deadlines:\n      - {date: 2025-06-30, for_whom: [foreign]}" in welding
    assert files["data/projects/sample-workshop.yml"].count("versions:") == 1


# Each case changes the example in one way.
CASES: dict[str, tuple[Change, str]] = {
    # What the models refuse
    "a cell that must be filled": (
        lambda rows: rows["projects"][0].pop("name.zh"),
        f"{cell('projects', 'name.zh')}: MZ202 “zh” is missing in “name” — fill in this cell",
    ),
    "a date that no calendar has": (
        lambda rows: rows["milestones"][0].update(date="2024-13"),
        f"{cell('milestones', 'date')}: MZ203 “milestones.1.date”: “2024-13” is not a date of the "
        "calendar — write a year, a month or a day: 2024, 2024-09 or 2024-09-24",
    ),
    "a number for a code": (
        lambda rows: rows["programmes"][0].update(isced_f=715),
        f"{cell('programmes', 'isced_f')}: MZ206 “isced_f” must be a text, not a number — format "
        "the cell as text, or as a number where one is asked for, and write the value again",
    ),
    "a choice that is not offered": (
        lambda rows: rows["sources"][0].update(date_from="guess"),
        f"{cell('sources', 'date_from')}: MZ204 “date_from” cannot be “guess” — write one of: address, copy, "
        "derived, not-shown, page"
    ),
    "a row of which only the record is given": (
        lambda rows: rows["roles"].append({"record": "sample-workshop"}),
        f"{cell('roles', 'role', 5)}: MZ202 “role” is missing in “roles.3” — fill in this cell",
    ),
    "one version of a disagreement": (
        lambda rows: rows["disagreements"].pop(),
        f"{cell('disagreements', 'en')}: MZ205 “disagreements.1.versions” needs at least 2, and has"
        " 1 — add what is missing",
    ),
    "a heading where there can be none": (
        lambda rows: rows["statements"][1].update({"label.en": "Skill"}),
        f"{cell('statements', 'label.en', 3)}: MZ201 the key “label” is not known here — "
        "write one of: as_of, basis, cite, en, note, zh",
    ),
    "an id that is none": (
        lambda rows: rows["sources"].append({**rows["sources"][0], "id": "My Source"}),
        f"{cell('sources', 'id', 3)}: MZ003 “My Source” cannot be an id — write an id of small "
        "letters a–z, digits and single hyphens, such as lusaka-welding",
    ),
    "an id that leads out of the folder": (
        lambda rows: rows["sources"].append({**rows["sources"][0], "id": "..//../x"}),
        f"{cell('sources', 'id', 3)}: MZ003 “..//../x” cannot be an id — write an id of small "
        "letters a–z, digits and single hyphens, such as lusaka-welding",
    ),
    "a country that is none": (
        lambda rows: rows["countries"].append({**rows["countries"][0], "id": "xx"}),
        f"{cell('countries', 'id', 3)}: MZ004 “xx” is no country code — "
        "write the ISO 3166-1 code in small letters, such as tj",
    ),
    # What the rules say of all records together
    "a partner that is nowhere": (
        lambda rows: rows["roles"][0].update(partner="sample-colege"),
        f"{cell('roles', 'partner')}: MZ301 there is no “sample-colege” in data/partners — "
        "did you mean “sample-college”?",
    ),
    "a hole": (
        lambda rows: rows["projects"][0].pop("funding.en"),
        f"{cell('projects', 'unpublished')}: MZ302 “funding” is neither given nor said to be "
        "unpublished — fill it in; where nobody has published it, add its name to this cell",
    ),
    "given and not published": (
        lambda rows: rows["projects"][0].update({"website": "https://a.example/", "unpublished": "enterprise; opening; website"}),
        f"{cell('projects', 'unpublished')}: MZ303 “website” is given, and also said to be "
        "unpublished — remove “website” from the list “unpublished”",
    ),
    "not published, where nobody would expect it": (
        lambda rows: rows["initiatives"][0].update({"place.en": "not published", "place.zh": ""}),
        f"{cell('initiatives', 'place.en')}: MZ304 “place” is no particular of a record in "
        "data/initiatives — remove the list “unpublished”, records in this folder have no need of it",
    ),
    "inferred without a reason": (
        lambda rows: rows["evidence"][0].update({"note.en": "", "note.zh": ""}),
        f"{cell('projects', 'batch')}: MZ305 this is inferred, and nothing says from what — "
        "add a “note” in English and Chinese that gives the reason",
    ),
    # Cells
    "a formula": (
        lambda rows: rows["projects"][0].update({"city.en": "=B2"}),
        f"{cell('projects', 'city.en')}: MZ605 the cell holds a formula — "
        "write the value itself, or copy the cell and paste it as a value",
    ),
    "an error": (
        lambda rows: rows["projects"][0].update({"city.en": "#N/A"}),
        f"{cell('projects', 'city.en')}: MZ605 the cell holds an error such as #N/A — write the value",
    ),
    "a truth": (
        lambda rows: rows["projects"][0].update({"city.en": True}),
        f"{cell('projects', 'city.en')}: MZ605 the cell holds true or false — "
        "format it as text and write the value again",
    ),
    "the number of a day": (
        lambda rows: rows["projects"][0].update(checked=46349),
        f"{cell('projects', 'checked')}: MZ605 the cell holds 46349, the number of a day — "
        "format it as text and write the date: 2026-11-23, if that is meant",
    ),
    # Ids
    "an id that is taken": (
        lambda rows: rows["countries"].append({**rows["countries"][0], "id": "cn"}),
        f"{cell('countries', 'id', 3)}: MZ606 there is data/countries/cn.yml already — change that "
        "file itself and remove this row, or give another id if it is another one",
    ),
    "an id twice": (
        lambda rows: rows["partners"].append(rows["partners"][0]),
        f"{cell('partners', 'id', 4)}: MZ606 the id “sample-college” stands in "
        f"{cell('partners', 'id')} too — keep one of the two rows, or give another id",
    ),
    "a country without its code": (
        lambda rows: rows["countries"].append({**rows["countries"][0], "id": ""}),
        f"{cell('countries', 'id', 3)}: MZ606 no id can be made from the name — "
        "write one — small letters a–z, digits and single hyphens; for a country its code",
    ),
    # Rows and their records
    "a row of no record": (
        lambda rows: rows["figures"][0].update(record="sample-seminr"),
        f"{cell('figures', 'record')}: MZ607 no row of this workbook has the id “sample-seminr” — "
        "did you mean “sample-seminar”?",
    ),
    "a row that does not say of which record": (
        lambda rows: rows["figures"][0].update(record=""),
        f"{cell('figures', 'record')}: MZ607 the row does not say to which record it belongs — "
        "write the record's id",
    ),
    "a row of a record that is there already": (
        lambda rows: rows["statements"][0].update(record="countries/cn"),
        f"{cell('statements', 'record')}: MZ607 “countries/cn” is a record that exists already; a "
        "workbook only adds new ones — change its file in data itself, and remove this row",
    ),
    "a row of one of two records": (
        lambda rows: rows["partners"].append({**rows["partners"][0], "id": "sample-workshop"}),
        f"{cell('evidence', 'record')}: MZ607 several records have the id “sample-workshop” — "
        "write which is meant: partners/sample-workshop, projects/sample-workshop",
    ),
    "a row in a list that the record does not have": (
        lambda rows: rows["roles"][0].update(record="sample-host"),
        f"{cell('roles', 'record')}: MZ607 partners/sample-host has no list for this row — "
        "correct the record; on the sheet “Roles 角色”, also what kind of row it is",
    ),
    "a statement of no kind": (
        lambda rows: rows["statements"][0].update(list="outcomes"),
        f"{cell('statements', 'list')}: MZ607 projects/sample-workshop has no list for this row — "
        "correct the record; on the sheet “Statements 陈述”, also what kind of row it is",
    ),
    "a fee of no intake": (
        lambda rows: rows["fees"][0].update(intake="2025-09-10"),
        f"{cell('fees', 'intake')}: MZ607 no intake of the programme starts on 2025-09-10 — "
        "did you mean “2025-09-01”?",
    ),
    "a fee of one of two intakes": (
        lambda rows: rows["intakes"].append(rows["intakes"][0]),
        f"{cell('fees', 'intake')}: MZ607 several intakes of the programme start on 2025-09-01, "
        "which a sheet cannot tell apart — leave these fees out here, and add them to the record's "
        "file",
    ),
    # Evidence
    "evidence of no value": (
        lambda rows: rows["evidence"][0].update(field="bach"),
        f"{cell('evidence', 'field')}: MZ608 no value “bach” of this record may have evidence of its"
        " own — did you mean “batch”?",
    ),
    "evidence of a value that is not given": (
        lambda rows: rows["evidence"][0].update(field="funding"),
        f"{cell('evidence', 'field')}: MZ608 projects/sample-workshop gives no “funding” — "
        "fill in the value, or remove this row",
    ),
    "evidence that says something else": (
        lambda rows: rows["evidence"].append(
            {"record": "sample-workshop", "field": "status", "as_of": "2025"}
        ),
        f"{cell('evidence', 'as_of', 3)}: MZ609 {cell('projects', 'status.as_of')} says something "
        "else — correct one of the two cells",
    ),
    "another Chinese name for the same point": (
        lambda rows: rows["disagreements"][1].update({"point.zh": "签约地点"}),
        f"{cell('disagreements', 'point.zh', 3)}: MZ609 {cell('disagreements', 'point.zh')} says "
        "something else — correct one of the two cells",
    ),
    # Headings
    "an unknown heading": (
        lambda rows: rows["projects"][0].update({"citty.en": "Lusaka"}),
        "Projects 项目!X1: MZ603 the heading “citty.en” is not known on this sheet — did you mean "
        "“city.en”? · a column of your own needs a heading that begins with #",
    ),
    "a name in what is no language": (
        lambda rows: rows["projects"][0].update({"name.xyzzy": "Lusaka"}),
        "Projects 项目!X1: MZ603 the heading “name.xyzzy” is not known on this sheet — did you mean "
        "“name.zh”? · a column of your own needs a heading that begins with #",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_one_mistake_is_one_problem_with_its_cell(bare: Folder, case: str) -> None:
    change, expected = CASES[case]
    rows = sample()
    change(rows)
    found = outcome_of(bare, rows)
    assert expected in told(found)
    assert not found.is_fine
    for finding in found.findings:
        assert not re.search(r"\{[a-z_]+\}", finding.text("zh"))


def test_a_source_that_must_not_be_linked(bare: Folder) -> None:
    rows = sample()
    rows["sources"][0]["url"] = "https://lobakashop.com/1"
    assert told(outcome_of(bare, rows)) == [
        f"{cell('sources', 'url')}: MZ306 readers are not to be sent to lobakashop.com — "
        "write “false” into the column “linked”"
    ]
    rows["sources"][0]["linked"] = "false"
    assert told(outcome_of(bare, rows)) == []


def test_problems_come_in_the_order_of_the_cells_and_in_chinese(bare: Folder) -> None:
    rows = sample()
    rows["roles"][1]["partner"] = "sample-hots"
    rows["sources"][0].pop("language")
    found = [finding.text("zh") for finding in outcome_of(bare, rows).findings]
    assert found == [
        f"{cell('sources', 'language')}: MZ202 缺少“language” — 请填写此单元格",
        f"{cell('roles', 'partner', 3)}: MZ301 data/partners 中没有“sample-hots” — "
        "您是不是要写“sample-host”？",
    ]


def test_a_cell_that_cannot_be_read_is_not_called_missing_as_well(bare: Folder) -> None:
    rows = sample()
    rows["projects"][0]["country"] = "=B2"
    assert [finding.problem.code for finding in outcome_of(bare, rows).findings] == ["MZ605"]


def test_rows_of_a_record_that_is_refused_are_not_refused_as_well(bare: Folder) -> None:
    rows = sample()
    bare.write("initiatives/sample-seminar.yml", "x")
    found = outcome_of(bare, rows)
    assert [finding.problem.code for finding in found.findings] == ["MZ606"]
    assert [problem.code for problem in found.problems] == ["MZ109"]


def test_errors_of_records_that_are_there_already_are_told_as_they_are(bare: Folder) -> None:
    bare.replace("countries/tj.yml", "checked:", "chekced:")
    found = outcome_of(bare, sample())
    assert told(found) == []
    assert "data/countries/tj.yml:2:1: MZ201" in str(found.problems[1])
    assert not found.is_fine


@pytest.mark.usefixtures("mz307_warns")
def test_warnings_are_told_and_do_not_stand_in_the_way(bare: Folder) -> None:
    rows = sample()
    rows["sources"][0].pop("url")
    found = outcome_of(bare, rows)
    assert [finding.problem.code for finding in found.findings] == ["MZ307"]
    assert found.is_fine


# Ids, names and other languages ---------------------------------------------------------------------


def test_an_id_is_made_from_the_english_name(bare: Folder) -> None:
    rows = {"partners": [{**sample()["partners"][0], "id": "", "cite": "college-page"}]}
    rows["partners"][0]["name.en"] = "Liaoning College of Welding"
    assert list(outcome_of(bare, rows).files) == ["data/partners/liaoning-college-welding.yml"]


def test_records_may_share_an_id_when_rows_say_which_is_meant(bare: Folder) -> None:
    rows = sample()
    rows["partners"].append({**rows["partners"][0], "id": "sample-seminar"})
    for name in ("roles", "figures"):
        rows[name] = [
            row | {"record": row["record"].replace("sample-seminar", "initiatives/sample-seminar")}
            for row in rows[name]
        ]
    assert outcome_of(bare, rows).is_fine


def test_entries_of_lists_may_be_written_by_name(bare: Folder) -> None:
    rows = sample()
    rows["roles"][0]["role"] = "牵头院校"
    rows["projects"][0] |= {
        "unpublished": "企业；opening",
        "status.value": "signed · Signed · 已签约",
    }
    assert outcome_of(bare, rows).files == outcome_of(bare, sample()).files


def test_a_name_in_a_further_language(bare: Folder) -> None:
    rows = sample()
    rows["partners"][1]["name.ru"] = "Пример"
    text = outcome_of(bare, rows).files["data/partners/sample-host.yml"]
    assert "name: {en: Sample Technical Institute, zh: 示例技术学院, ru: Пример}\n" in text


# Sheets and headings ------------------------------------------------------------------------------


def changed(bare: Folder, change: Callable[[openpyxl.Workbook], Any]) -> list[str]:
    """What is told of the example's workbook after a change of the workbook itself."""
    path = write(bare.root / "book.xlsx", sample())
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    found = read_workbook(path), merged_cells(path)
    return told(importing.import_workbook(*found, load_store(bare.root)))


def rename_sheet(book: openpyxl.Workbook) -> None:
    book["Projects 项目"].title = "Project 项目"


BOOKS: dict[str, tuple[Callable[[openpyxl.Workbook], Any], str]] = {
    "an unknown sheet": (
        rename_sheet,
        "Project 项目!A1: MZ602 nothing reads the sheet “Project 项目” — did you mean “Projects "
        "项目”? · a sheet of your own needs a name that begins with #",
    ),
    "merged cells": (
        lambda book: book["Roles 角色"].merge_cells("H2:H3"),
        "Roles 角色!A1: MZ604 the cells H2:H3 are merged — "
        "unmerge them, and write the value into each",
    ),
    "a heading twice": (
        lambda book: book["Roles 角色"].__setitem__("I1", "role"),
        "Roles 角色!I1: MZ603 the heading “role” stands twice — keep one of the two columns",
    ),
    "values without a heading": (
        lambda book: book["Roles 角色"].__setitem__("K3", "x"),
        "Roles 角色!K3: MZ603 this column has values and no heading — give it the heading of the "
        "column it belongs to, or one that begins with #",
    ),
    "a column that must be there": (
        lambda book: book["Roles 角色"].delete_cols(1),
        "Roles 角色!A1: MZ603 the column “record” is missing — "
        "copy its heading from a fresh workbook of “mozi import --template”",
    ),
    "no headings at all": (
        lambda book: book["Roles 角色"].delete_rows(1),
        "Roles 角色!A1: MZ603 the heading “sample-workshop” is not known on this sheet — write one "
        "of: as_of, basis, cite, note.en, note.zh, partner, record, role"
        " · a column of your own needs a heading that begins with #",
    ),
}


@pytest.mark.parametrize("case", BOOKS)
def test_a_workbook_that_was_rebuilt(bare: Folder, case: str) -> None:
    change, expected = BOOKS[case]
    assert expected in changed(bare, change)


def rebuild(book: openpyxl.Workbook) -> None:
    """All that an editor may do to a workbook."""
    book["Projects 项目"].title = "projects"
    book["Roles 角色"].title = " 角色 "
    book["Roles 角色" if "Roles 角色" in book else " 角色 "].move_range("B1:C4", cols=10)
    book["Partners 合作单位"].delete_cols(6)  # the abbreviation
    notes = book["Partners 合作单位"]
    notes.cell(1, notes.max_column + 1, "# my notes")
    notes.cell(2, notes.max_column, "=A1")
    notes.cell(900, 1, " ")
    notes.insert_rows(3)
    notes.cell(8, 1, "# not yet")
    notes.cell(8, 2, "=B2")
    book.create_sheet("# to do")["A1"] = "call them"
    book.create_sheet("Sheet1")
    book.move_sheet("projects", 5)


def test_columns_rows_and_sheets_may_be_moved_and_notes_be_taken(bare: Folder) -> None:
    assert changed(bare, rebuild) == []


def test_a_workbook_with_notes_only_comes_to_nothing(bare: Folder) -> None:
    found = outcome_of(bare, {"projects": [{"id": "# just a note"}]})
    assert found.files == {}
    assert found.is_fine


def test_a_record_that_is_too_long_for_a_file(bare: Folder) -> None:
    rows = sample()
    rows["statements"] += [
        {"record": "sample-workshop", "list": "facts", "en": "a" * 30_000, "zh": "字"}
    ] * 10
    (found,) = told(outcome_of(bare, rows))
    assert found.startswith(f"{cell('projects', 'id')}: MZ101 ")


def test_every_wording_for_workbooks_has_a_case() -> None:
    """Those of MZ601 have one in test_workbooks."""
    expected = [text for _, text in (*CASES.values(), *BOOKS.values())]
    for code, rule in read_rulebook().rules.items():
        for name, wording in rule.variants.items() if "MZ601" < code < "MZ700" else ():
            words = re.sub(r"\\{[a-z_]+\\}", ".*", re.escape(wording.message.en))
            found = any(re.search(f"{code} {words}", text) for text in expected)
            assert found != ((code, name) in {("MZ605", "time"), ("MZ605", "date")}), (code, name)
