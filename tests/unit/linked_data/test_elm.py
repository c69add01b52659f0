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
from tests.support.model_fields import doubtful, variants
from tests.support.shacl_shapes import faults
from tests.support.vocabularies import vocabulary

FILE = "programmes/growing.yml"
INFERRED = "basis: inferred, note: {en: We think so., zh: 推测。}"


def programme(site: Site) -> Programme:
    """The programme of the site; of the full one, that with everything."""
    programmes = site.graph.records["programmes"]
    found = programmes.get("full-growing") or programmes["growing"]
    assert isinstance(found, Programme)
    return found


def missing(site: Site) -> list[str]:
    return elm.missing(site.graph, programme(site))


def described(site: Site) -> dict[str, Any]:
    writers = [site.writer(code, "") for code in site.languages]
    return elm.opportunity(writers, programme(site))


def graph(description: dict[str, Any]) -> Graph:
    return Graph().parse(data=json.dumps(description), format="json-ld")


# Before the profile's own rules --------------------------------------------------------------------


def test_a_description_keeps_the_rules_of_the_profile(small: Site) -> None:
    assert faults(graph(described(small))) == []


def test_a_programme_with_everything_keeps_the_rules_of_the_profile(full: Site) -> None:
    assert missing(full) == []
    assert faults(graph(described(full))) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("elm:grant", 0, "dc:title"), "title: MinCountConstraintComponent"),
        (
            ("elm:learningActivitySpecification", "dc:title"),
            "title: MinCountConstraintComponent",
        ),
        (
            ("elm:learningAchievementSpecification", "elm:creditPoint", "elm:framework"),
            "framework: MinCountConstraintComponent",
        ),
        (
            ("elm:learningAchievementSpecification", "elm:awardingOpportunity", "elm:awardingBody"),
            "awardingBody: MinCountConstraintComponent",
        ),
        (("elm:priceDetail", 0, "skos:prefLabel"), None),
    ],
)
def test_the_rules_know_the_parts_of_a_programme_with_everything(
    full: Site, change: tuple[str | int, ...], fault: str | None
) -> None:
    """Each of these nodes is one that the profile has rules for, not one that it passes over."""
    description = described(full)
    *way, last = change
    inner: Any = description
    for step in way:
        inner = inner[step] if isinstance(inner, dict) or isinstance(step, int) else inner[0][step]
    del inner[last]
    assert faults(graph(description)) == ([fault] if fault else [])


def test_no_property_is_unknown_to_the_profile(full: Site) -> None:
    description = described(full)
    description["elm:learningAchievementSpecification"]["elm:colour"] = "green"
    assert faults(graph(description)) == ["colour: ClosedConstraintComponent"]


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


def test_intakes_may_answer_for_the_programme_if_each_does(folder: Folder) -> None:
    folder.replace(FILE, "languages: [tg, en]\n", "")
    folder.replace(FILE, "location: {en: Khujand, zh: 胡占德}\ncourses", "courses")
    description = described(folder.site())
    assert missing(folder.site()) == []
    assert achievement(folder.site())["dc:language"] == [codes.language("tg")]
    assert len(description["elm:location"]) == 1
    assert faults(graph(description)) == []
    folder.replace(FILE, "mode: on-site", "  - {start: 2026-09}\nmode: on-site")
    assert missing(folder.site()) == ["languages"]


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
        ["Credits and hours: 76 credits"],
        ["Occupations: Grower (ISCO-08 6113)"],
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
    [text] = literals(description["elm:scheduleInformation"], "en")
    assert text.startswith("Start dates: 1 September 2025; Application deadline: 31 July 2025; ")
    assert "dateTime" not in json.dumps(description)


def test_no_note_has_english_words_for_those_that_a_catalogue_lacks(folder: Folder) -> None:
    folder.replace(
        FILE, "amount: 1200.5, currency: TJS, paid_by: {en: the student, zh: 学生}", "free: true"
    )
    note = described(folder.site())["elm:priceDetail"][0]["elm:additionalNote"]
    assert [each["@language"] for each in note["elm:noteLiteral"]] == ["en"]
    catalogue = folder.root / "data" / "translations" / "ru.po"
    words = '\nmsgid "free of charge"\nmsgstr "бесплатно"\n'
    folder.write("translations/ru.po", catalogue.read_text() + words)
    note = described(folder.site())["elm:priceDetail"][0]["elm:additionalNote"]
    assert literals(note, "ru") == ["бесплатно"]


def test_no_note_mixes_languages(small: Site) -> None:
    """The small project's Russian catalogue lacks the words, so nothing is said in Russian."""
    assert literals(described(small)["elm:scheduleInformation"], "ru") == []


# Everything ----------------------------------------------------------------------------------------


def achievement(site: Site) -> dict[str, Any]:
    found = described(site)["elm:learningAchievementSpecification"]
    assert isinstance(found, dict)
    return found


def test_intakes_are_said_in_words_with_what_they_inherit(full: Site) -> None:
    [text] = literals(described(full)["elm:scheduleInformation"], "en")
    own, evening, later, cancelled = text.replace("\xa0", " ").split("\n")
    assert own == "Time of study: Full-time"
    assert "Evening group; Applications open: 1 March 2026; " in evening
    assert evening.endswith(
        "Language of instruction: Tajik; Place of study: Evening school; "
        "Mode of study: On site and online; Time of study: Evenings, Part-time; "
        "Fees and who pays: Tuition: TJS 800; Places: 20"
    )
    assert later.startswith(
        "Start dates: September 2027; Application deadline: until all places are taken; "
        "Language of instruction: Tajik, English; Place of study: Khujand; "
    )
    assert cancelled == "Start dates: October 2026; State: Cancelled"


def test_a_last_moment_is_exact_only_where_the_record_has_it_for_everybody(folder: Folder) -> None:
    moment = "deadlines: [{date: 2025-07-31, time: '17:00', zone: Asia/Dushanbe%s}]"
    folder.replace(FILE, "apply_until: 2025-07-31", moment % "")
    assert described(folder.site())["elm:applicationDeadline"] == [
        {"@type": "xsd:dateTime", "@value": "2025-07-31T17:00:00+05:00"}
    ]
    assert faults(graph(described(folder.site()))) == []
    for limit in (", for_whom: [foreign]", ", what: {en: A form, zh: 表格}", ", as_of: 2024"):
        folder.replace(FILE, moment % "", moment % limit)
        assert "elm:applicationDeadline" not in described(folder.site())
        folder.replace(FILE, moment % limit, moment % "")
    folder.replace(FILE, "start: 2025-09-01,", "start: 2025-09-01, state: cancelled,")
    assert "elm:applicationDeadline" not in described(folder.site())


@pytest.mark.parametrize(
    ("fee", "amount", "remark"),
    [
        ("amount: 5, currency: TJS", "5", None),
        ("amount: 5, currency: TJS, per: programme", "5", "TJS 5, for the whole programme"),
        ("amount: 5, currency: TJS, per: year", None, "TJS 5, per year"),
        ("amount: 5, amount_to: 7, currency: TJS", None, "TJS 5 to TJS 7"),
        ("amount: 0, currency: TJS", None, None),
        ("free: true", None, "free of charge"),
        ("currency: TJS, for_whom: [eu]", None, "for: Applicants from EU countries"),
    ],
)
def test_only_the_price_of_the_whole_is_an_amount(
    folder: Folder, fee: str, amount: str | None, remark: str | None
) -> None:
    folder.replace(FILE, "amount: 1200.5, currency: TJS, paid_by: {en: the student, zh: 学生}", fee)
    [price] = described(folder.site())["elm:priceDetail"]
    given = price.get("elm:amount")
    assert (given and given["rdf:value"]["@value"]) == amount
    note = price.get("elm:additionalNote")
    assert (
        [text.replace("\xa0", " ") for text in literals(note, "en")] == [remark]
        if note
        else (remark is None)
    )


def test_a_scholarship_is_a_grant_with_its_page(full: Site) -> None:
    [grant] = described(full)["elm:grant"]
    assert grant["elm:contentUrl"]["@value"] == "https://full.example/scholarship"
    assert literals({"elm:noteLiteral": grant["dc:title"]}, "en") == ["Provincial scholarship"]


def test_credits_have_a_system_of_the_union_or_of_this_site(folder: Folder) -> None:
    folder.replace(FILE, "credits: 76", "credits: 76, credit_system: ects")
    point = achievement(folder.site())["elm:creditPoint"]
    assert point["elm:point"] == "76"
    assert point["elm:framework"]["@id"].startswith("http://data.europa.eu/snb/education-credit/")
    folder.replace(FILE, "credit_system: ects", "credit_system: chinese")
    framework = achievement(folder.site())["elm:creditPoint"]["elm:framework"]
    assert framework["@id"].endswith("/vocabularies/credit-systems.json#chinese")
    assert framework["skos:prefLabel"][0]["@value"] == "Chinese credits"
    assert faults(graph(described(folder.site()))) == []


def test_class_hours_are_contact_hours_not_the_volume_of_learning(full: Site) -> None:
    assert described(full)["elm:learningActivitySpecification"]["elm:contactHour"] == "1368"
    assert "volumeOfLearning" not in json.dumps(described(full))


def test_what_applicants_must_have_know_and_be_is_one_note(full: Site) -> None:
    [text] = literals(achievement(full)["elm:entryRequirement"], "en")
    assert text.split("\n") == [
        "Admission requirements: Nine years of school.",
        "Entrance examination: A test in biology.",
        "Language skills required: Chinese (HSK 3)",
        "Age: from 16 to 25 years",
    ]


def test_awarding_bodies_are_partners_that_can_be_described(folder: Folder) -> None:
    assert "elm:awardingOpportunity" not in achievement(folder.site())
    awards = (
        "awards: [{qualification: {en: Diploma, zh: 文凭}, awarded_by: example-college}]\n"
        "mode: on-site"
    )
    folder.replace(FILE, "mode: on-site", awards)
    opportunity = achievement(folder.site())["elm:awardingOpportunity"]
    assert opportunity["elm:awardingBody"] == [
        {"@id": "https://site.example/partners/example-college/#this"}
    ]
    folder.replace(
        "partners/example-college.yml", "country: cn", f"country: {{value: cn, {INFERRED}}}"
    )
    assert "elm:awardingOpportunity" not in achievement(folder.site())


def test_offices_of_a_provider_are_its_contact_points(full: Site) -> None:
    host = described(full)["elm:providedBy"][1]
    first, second = host["elm:contactPoint"]
    assert first["elm:emailAddress"]["@id"] == "mailto:admission@full.example"
    assert second["elm:phone"]["elm:phoneNumber"] == "+992 372 34 88 02"
    assert literals(first["elm:additionalNote"], "en") == [
        "WeChat full-college; https://full.example/office"
    ]


def test_modes_are_those_of_the_union(full: Site) -> None:
    description = described(full)
    assert description["elm:mode"] == [codes.mode("on-site")]
    assert description["elm:learningSchedule"] == codes.schedule(["full-time"])
    assert codes.schedule(["evening", "full-time"]) is None
    assert codes.mode("by-post") is None


_LEFT_OUT = {
    "of the page, not of what it is about": {
        *("Programme.checked", "Programme.reference_curricula"),
    },
    "the model has neither a property for it nor for a part of it": {
        *("Programme.further_projects", "Programme.roles"),
        *("Programme.equipment", "Programme.student_numbers", "Programme.students_by_year"),
        *("StudentsOfYear.year", "StudentsOfYear.graduates"),
        "Programme.catalogue",
    },
    "the learning outcomes say what is learnt": {
        *("Programme.courses", "Course.name", "Course.kind", "Course.hours", "Course.credits"),
        *("Course.semester", "Course.language", "Course.taught_by"),
    },
    "the volume of learning would be more than class hours": {"Workload.hours_per_week"},
}
"""Reason → fields of programmes that descriptions leave out."""


def test_nothing_of_a_programme_is_lost_without_a_reason(full: Site) -> None:
    lost: set[str] = set()
    shown: set[str] = set()
    as_it_is = described(full)
    writers = [full.writer(code, "") for code in full.languages]
    for field, changed in variants(programme(full)):
        assert isinstance(changed, Programme)
        if not elm.missing(full.graph, changed):
            is_lost = elm.opportunity(writers, changed) == as_it_is
            (lost if is_lost else shown).add(".".join(field))
    assert lost - shown == set().union(*_LEFT_OUT.values())


_ANSWERED = ("mode", "schedule", "location")
"""Fields that intakes answer where the programme says nothing, but not where it is in doubt."""

_WITH_REMARK = ("isced_f", "official_page", "authoritative_language", "languages")
"""Fields that are given with a remark, or whose doubt leaves no description."""


def test_what_is_in_doubt_is_left_out_wherever_it_stands(full: Site) -> None:
    writers = [full.writer(code, "") for code in full.languages]
    tried = set()
    for path, in_doubt, without in doubtful(programme(full)):
        assert isinstance(in_doubt, Programme)
        assert isinstance(without, Programme)
        if path[0] not in ("intakes", "outcomes", *_ANSWERED, *_WITH_REMARK):
            tried.add(path[0])
            assert elm.opportunity(writers, in_doubt) == elm.opportunity(writers, without), path
    assert {"fees", "awards", "contacts", "scholarships", "workload", "age"} <= tried


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
