"""Programmes in the European Learning Model hold before its own rules, and say no more than they."""

import json
from typing import Any

import pytest
from mozi.commands import main
from mozi.linked_data import codes, elm
from mozi.outputs import elm as output
from mozi.records.models import Programme
from mozi.site.site import Site
from rdflib import Graph

from tests.support.helpers import Folder, files_of, head_of, page_at
from tests.support.shacl_shapes import faults
from tests.support.vocabularies import vocabulary

FILE = "programmes/growing.yml"
INFERRED = "basis: inferred, note: {en: We think so., zh: 推测。}"


def missing(site: Site) -> list[str]:
    return elm.missing(site.graph, site.graph.all_of(Programme)[0])


def described(site: Site) -> dict[str, Any]:
    writers = [site.writer(code, "") for code in site.languages]
    return elm.opportunity(writers, site.graph.all_of(Programme)[0])


def graph(description: dict[str, Any]) -> Graph:
    return Graph().parse(data=json.dumps(description), format="json-ld")


# Before the profile's own rules --------------------------------------------------------------------


def test_a_description_keeps_the_rules_of_the_profile(small: Site) -> None:
    assert faults(graph(described(small))) == []


@pytest.mark.parametrize(
    ("lost", "fault"),
    [
        ("dc:title", "title: MinCountConstraintComponent"),
        ("foaf:homepage", "homepage: MinCountConstraintComponent"),
        ("elm:defaultLanguage", "defaultLanguage: MinCountConstraintComponent"),
        ("elm:providedBy", "providedBy: MinCountConstraintComponent"),
        (
            "elm:learningAchievementSpecification",
            "learningAchievementSpecification: MinCountConstraintComponent",
        ),
        (
            "elm:learningAchievementSpecification dc:language",
            "language: MinCountConstraintComponent",
        ),
        (
            "elm:learningAchievementSpecification elm:ISCEDFCode",
            "ISCEDFCode: MinCountConstraintComponent",
        ),
        (
            "elm:learningAchievementSpecification elm:learningOutcome",
            "learningOutcome: MinCountConstraintComponent",
        ),
    ],
)
def test_the_rules_find_what_is_missing(small: Site, lost: str, fault: str) -> None:
    """What `missing` takes for mandatory is so in the profile."""
    description = described(small)
    *way, last = lost.split()
    inner = description
    for step in way:
        inner = inner[step]
    del inner[last]
    assert faults(graph(description)) == [fault]


def test_the_rules_find_a_code_of_another_list(small: Site) -> None:
    description = described(small)
    description["elm:defaultLanguage"] = codes.currency("TJS")
    assert faults(graph(description)) == [
        "defaultLanguage: NodeConstraintComponent",
        "inScheme: HasValueConstraintComponent",
    ]


def test_the_profile_knows_every_code_of_our_fields(real: Site) -> None:
    known = vocabulary("isced-f-2013.xsd").read_text(encoding="utf-8")
    fields = {term.isced_f for term in real.graph.vocabularies["fields"].values()}
    used = {p.isced_f.value for p in real.graph.all_of(Programme) if p.isced_f}
    for code in fields | used:
        assert f'"{codes.field(code)["@id"]}"' in known


# What is mandatory ---------------------------------------------------------------------------------


def test_no_real_programme_has_what_is_mandatory(real: Site) -> None:
    """Nothing is made up for the sake of a complete record; drop this test when one has it all."""
    lacking = [elm.missing(real.graph, p) for p in real.graph.all_of(Programme)]
    assert all({"name", "official_page", "languages", "outcomes"} <= set(each) for each in lacking)


@pytest.mark.parametrize(
    ("file", "old", "new", "lost"),
    [
        (FILE, "zh: 设施园艺}", f"zh: 设施园艺, {INFERRED}}}", "name"),
        (FILE, "official_page: https://college.example/growing",
         f"official_page: {{value: https://college.example/growing, {INFERRED}}}", "official_page"),
        (FILE, "https://college.example/growing", "mailto:office@college.example", "official_page"),
        (FILE, "authoritative_language: en",
         f"authoritative_language: {{value: en, {INFERRED}}}", "authoritative_language"),
        (FILE, "languages: [tg, en]", f"languages: {{value: [tg, en], {INFERRED}}}", "languages"),
        (FILE, "zh: 管理温室。}", f"zh: 管理温室。, {INFERRED}}}", "outcomes"),
        (FILE, "mode: on-site", "disagreements: [{point: {en: Which field?, zh: 何领域？}, "
         "about: [isced_f], versions: [{en: A, zh: 甲}, {en: B, zh: 乙}]}]\nmode: on-site", "isced_f"),
    ],
)  # fmt: skip
def test_what_is_not_settled_is_missing(
    folder: Folder, file: str, old: str, new: str, lost: str
) -> None:
    folder.replace(file, old, new)
    site = folder.site()
    assert missing(site) == [lost]
    assert "elm.jsonld" not in str(page_at(site, "programmes/growing/").downloads)


def test_an_institution_needs_its_part_its_name_and_its_country(folder: Folder) -> None:
    role, college = "partner: example-college}", "partners/example-college.yml"
    folder.replace("projects/workshop.yml", role, f"partner: example-college, {INFERRED}}}")
    host = "partners/example-host.yml"
    assert missing(folder.site()) == []
    folder.replace(host, "country: tj", f"country: {{value: tj, {INFERRED}}}")
    assert missing(folder.site()) == ["host"]
    folder.replace("projects/workshop.yml", f", {INFERRED}", "")
    assert [each["@id"] for each in described(folder.site())["elm:providedBy"]] == [
        "https://site.example/partners/example-college/#this"
    ]
    folder.replace(college, "zh: 示例学院}", f"zh: 示例学院, {INFERRED}}}")
    assert missing(folder.site()) == ["host"]


# What is said --------------------------------------------------------------------------------------


def literals(note: dict[str, Any], language: str) -> list[str]:
    return [each["@value"] for each in note["elm:noteLiteral"] if each["@language"] == language]


def test_texts_are_in_every_language_they_have(small: Site) -> None:
    host = described(small)["elm:providedBy"][1]
    assert {each["@language"]: each["@value"] for each in host["rov:legalName"]} == {
        "en": "Host <Institute> & Co",
        "zh": "承办学院",
        "ru": "Принимающий институт",
        "tg": "Донишкадаи Хуҷанд",
    }


def test_what_must_be_known_of_a_provider_stands_beside_it(folder: Folder) -> None:
    note = "note: {en: Through its own college., zh: 通过其学院。}"
    folder.replace("projects/workshop.yml", "example-college}", f"example-college, {note}}}")
    lead, host = described(folder.site())["elm:providedBy"]
    assert [literals(each, "en") for each in lead["elm:additionalNote"]] == [
        ["Through its own college."]
    ]
    assert "elm:additionalNote" not in host


def test_what_is_inferred_says_so_with_its_reason(small: Site) -> None:
    notes = described(small)["elm:learningAchievementSpecification"]["elm:additionalNote"]
    assert [literals(note, "en") for note in notes] == [
        ["Qualification awarded: Certificate of the college"],
        ["ISCED-F code: inferred; This site's own mapping."],
    ]


def test_how_far_it_is_and_what_is_not_published_is_said(folder: Folder) -> None:
    folder.replace(FILE, "admission: {en: Nine years of school., zh: 九年级毕业。}\n", "")
    folder.write(FILE, (folder.root / "data" / FILE).read_text() + "unpublished: [admission]\n")
    description = described(folder.site())
    assert literals(description["elm:additionalNote"][0], "en") == [
        "Status: Operating (as of September 2025). Not published: Admission requirements."
    ]
    assert "elm:entryRequirement" not in description["elm:learningAchievementSpecification"]


def test_days_stay_days(small: Site) -> None:
    """The model has room for moments only, so that dates are said in words."""
    description = described(small)
    assert literals(description["elm:scheduleInformation"], "en") == [
        "Start dates: 1 September 2025; Application deadline: 31 July 2025"
    ]
    assert "dateTime" not in json.dumps(description)


def test_no_note_mixes_languages(small: Site) -> None:
    """The small project's Russian catalogue lacks the words, so nothing is said in Russian."""
    assert literals(described(small)["elm:scheduleInformation"], "ru") == []


@pytest.mark.parametrize(
    ("iso", "written"),
    [
        ("P2.5Y", "P2Y6M"), ("P0.5Y", "P6M"), ("P18M", "P18M"), ("P6W", "P42D"),
        ("P1Y2M3W4D", "P1Y2M25D"), ("P2.3Y", None),
    ],
)  # fmt: skip
def test_a_length_is_written_as_xml_schema_does(iso: str, written: str | None) -> None:
    assert codes.duration(iso) == written


def test_codes_are_those_of_the_european_union() -> None:
    found = [codes.language("tg"), codes.language("zh-Hant"), codes.country("tj")]
    assert [each["@id"].rsplit("/", 2)[1:] for each in found if each] == [
        ["language", "TGK"],
        ["language", "ZHO"],
        ["country", "TJK"],
    ]
    assert codes.country("xk") is None
    assert codes.language("ber") is None


# Where it is ---------------------------------------------------------------------------------------


def test_the_file_is_written_and_its_page_leads_there(small: Site) -> None:
    [(address, content)] = files_of(output.tasks(small)).items()
    assert address == "programmes/growing/elm.jsonld"
    assert json.loads(content) == described(small)
    page = page_at(small, "programmes/growing/", "zh")
    links = head_of(small, "programmes/growing/", "zh").links
    address = "../../../programmes/growing/elm.jsonld"
    assert ("alternate", address) in [(link.rel, link.href) for link in links]
    assert address in [each.href for each in page.downloads]


def test_the_command_says_what_is_missing(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["elm", "--root", str(folder.root)]) == 0
    assert capsys.readouterr().out == "data/programmes/growing.yml: complete\n"
    folder.replace(FILE, "zh: 设施园艺}", f"zh: 设施园艺, {INFERRED}}}")
    assert main(["elm", "--root", str(folder.root)]) == 0
    assert capsys.readouterr().out == "data/programmes/growing.yml: lacks name\n"


def test_data_that_cannot_be_read_is_told(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.write(FILE, "name: [")
    assert main(["elm", "--root", str(folder.root)]) == 1
    assert "growing.yml" in capsys.readouterr().err
