"""What pages say to programs holds before schema.org's own definitions, and says no more than they."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from mozi import linked_data
from mozi.settings import Settings
from mozi.site.site import Site

from tests.support.helpers import LANGUAGES, Folder, head_of, prose_content
from tests.support.schema_org import SchemaOrg
from tests.support.vocabularies import vocabulary

E = "https://site.example/"


@pytest.fixture(scope="session")
def schema_org() -> SchemaOrg:
    return SchemaOrg(vocabulary("schemaorg-current-https.jsonld"))


def tree_of(site: Site, path: str, code: str = "en") -> dict[str, Any]:
    tree = json.loads(head_of(site, path, code).linked_data)
    assert isinstance(tree, dict)
    return tree


def after_prose(site: Site, name: str, code: str = "en") -> dict[str, Any]:
    tree = json.loads(prose_content(site, name, code).head.linked_data)
    assert isinstance(tree, dict)
    return tree


def thing(site: Site, path: str, code: str = "en") -> dict[str, Any]:
    """What the page at `path` is about."""
    found = tree_of(site, path, code)["mainEntity"]
    assert isinstance(found, dict)
    return found


def trees(site: Site, code: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for plan in site.plans(code):
        yield plan.address, json.loads(head_of(site, plan.path, code).linked_data)
    for name in ("about", "contribute", "data", "subscribe"):
        yield name, after_prose(site, name, code)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", ["small", "real"])
def test_no_page_says_what_schema_org_does_not_know(
    schema_org: SchemaOrg, name: str, code: str, request: pytest.FixtureRequest
) -> None:
    site: Site = request.getfixturevalue(name)
    faults = [
        (address, fault) for address, tree in trees(site, code) for fault in schema_org.faults(tree)
    ]
    assert faults == []


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"@type": "MoziWorkshop"}, "$: no type MoziWorkshop"),
        ({"name": "A"}, "$: no type"),
        ({"@type": "Event", "begins": "2024"}, "$.begins: no property begins"),
        ({"@type": "Event", "numberOfCredits": 3}, "$.numberOfCredits: numberOfCredits is no prop"),
        ({"@type": "Event", "startDate": "autumn"}, "$.startDate[0]: 'autumn' is none of"),
        ({"@type": "Event", "startDate": "2024-13"}, "$.startDate[0]: '2024-13' is none of"),
        ({"@type": "Event", "name": ""}, "$.name[0]: '' is none of"),
        ({"@type": "Event", "name": []}, "$.name: empty"),
        ({"@type": "Event", "url": "a/"}, "$.url[0]: 'a/' is none of"),
        ({"@type": "Event", "isAccessibleForFree": 1}, "$.isAccessibleForFree[0]: 1 is none of"),
        ({"@type": "Event", "maximumAttendeeCapacity": True}, "$.maximumAttendeeCapacity[0]: True"),
        ({"@type": "Event", "location": {"@type": "Event"}}, "$.location[0]: ['Event'] is none of"),
        (
            {"@type": "Event", "location": {"@type": "Place", "a": 1}},
            "$.location[0].a: no property",
        ),
        ({"@type": "Event", "about": {"@id": "#this"}}, "$.about[0]: no absolute address: #this"),
        (
            {"@type": "Event", "startDate": {"@value": "2024"}},
            "$.startDate[0]: no text with a lang",
        ),
        ({"@type": "Event", "subEvents": {"@type": "Event"}}, "$.subEvents: subEvents is supersed"),
        ({"@type": "Project", "member": {"@type": "Role"}}, "$.member[0]: a role without member"),
    ],
)
def test_the_checker_finds_what_is_wrong(
    schema_org: SchemaOrg, wrong: dict[str, Any], fault: str
) -> None:
    assert [found[: len(fault)] for found in schema_org.faults(wrong)] == [fault]


def test_the_checker_knows_what_types_inherit(schema_org: SchemaOrg) -> None:
    known = {
        "@type": ["EducationalOccupationalProgram", "Course"],
        "name": {"@value": "Сварка", "@language": "ru"},
        "timeToComplete": "P2.5Y",
        "inLanguage": "ru",
        "hasCourseInstance": {"@type": "CourseInstance", "startDate": "2025-09"},
    }
    assert list(schema_org.faults(known)) == []


# One example of each kind --------------------------------------------------------------------------


def test_a_page_says_where_it_stands_and_what_it_rests_on(small: Site) -> None:
    page = tree_of(small, "programmes/growing/", "zh")
    del page["mainEntity"]
    assert page == {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": f"{E}zh/programmes/growing/",
        "name": "设施园艺",
        "inLanguage": "zh",
        "citation": [{"@id": f"{E}sources/college-page/#this"}],
        "isPartOf": {
            "@type": "WebSite",
            "@id": f"{E}#site",
            "name": small.languages["zh"].gettext("International Mozi Workshop Programme"),
            "url": E,
        },
        "breadcrumb": {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "name": "Home", "item": {"@id": f"{E}zh/"}},
                {
                    "@type": "ListItem",
                    "position": 2,
                    "name": "Programmes",
                    "item": {"@id": f"{E}zh/programmes/"},
                },
                {"@type": "ListItem", "position": 3, "name": "设施园艺"},
            ],
        },
        "lastReviewed": "2026-01-31",
    }


def test_a_programme_with_intakes_is_also_a_course(small: Site) -> None:
    assert thing(small, "programmes/growing/") == {
        "@type": ["EducationalOccupationalProgram", "Course"],
        "@id": f"{E}programmes/growing/#this",
        "name": "Growing under glass",
        "description": "Status: Operating (as of September 2025).",
        "url": "https://college.example/growing",
        "provider": {
            "@type": "Project",
            "@id": f"{E}projects/workshop/#this",
            "name": "Example Workshop",
        },
        "educationalProgramMode": "On site",
        "timeToComplete": "P2.5Y",
        "numberOfCredits": 76,
        "programPrerequisites": "Nine years of school.",
        "educationalCredentialAwarded": "Certificate of the college",
        "occupationalCategory": [
            {
                "@type": "CategoryCode",
                "name": "Grower",
                "codeValue": "6113",
                "inCodeSet": {"@type": "CategoryCodeSet", "name": "ISCO-08"},
            }
        ],
        "offers": [
            {
                "@type": "Offer",
                "name": "Tuition",
                "price": 1200.5,
                "priceCurrency": "TJS",
                "description": "Paid by: the student",
            }
        ],
        "hasCourse": [
            {"@type": "Course", "name": "Soil"},
            {"@type": "Course", "name": "Greenhouses"},
        ],
        "applicationDeadline": "2025-07-31",
        "availableLanguage": ["tg", "en"],
        "teaches": ["Run a greenhouse."],
        "hasCourseInstance": [
            {
                "@type": "CourseInstance",
                "startDate": "2025-09-01",
                "maximumAttendeeCapacity": 20,
                "inLanguage": "tg",
                "location": {"@type": "Place", "name": "Khujand"},
            }
        ],
    }


def test_of_several_intakes_none_has_its_deadline_given_to_the_programme(folder: Folder) -> None:
    file = "programmes/growing.yml"
    folder.replace(
        file, "mode: on-site", "  - {start: 2026-09, apply_until: 2026-07}\nmode: on-site"
    )
    told = thing(folder.site(), "programmes/growing/")
    assert "applicationDeadline" not in told
    assert [run["startDate"] for run in told["hasCourseInstance"]] == ["2025-09-01", "2026-09"]


def test_a_programme_without_intakes_is_no_course(real: Site) -> None:
    kinds = {
        str(thing(real, plan.path)["@type"])
        for plan in real.plans("en")
        if plan.record and plan.record.kind == "programmes"
    }
    assert kinds == {"EducationalOccupationalProgram"}


def test_what_sources_differ_on_is_left_out_and_named(small: Site) -> None:
    told = thing(small, "projects/workshop/")
    assert told["event"] == [{"@type": "Event", "name": "Signed", "startDate": "2023-09"}]
    assert told["description"].startswith(
        "Status: Operating (as of 1 September 2025). Sources differ on: The day of the opening. "
        "Not published: Enterprise, Courses"
    )


def test_a_dispute_on_nothing_in_particular_may_be_on_everything(folder: Folder) -> None:
    folder.replace("projects/workshop.yml", "    about: [opening]\n", "")
    told = thing(folder.site(), "projects/workshop/")
    assert set(told) == {"@type", "@id", "alternateName", "description"}
    assert told["description"].startswith("Sources differ on: The day of the opening.")


@pytest.mark.parametrize(
    ("file", "old", "new", "path", "lost"),
    [
        ("programmes/growing.yml", "length: P2.5Y", "length: {value: P2.5Y, %s}",
         "programmes/growing/", "timeToComplete"),
        ("programmes/growing.yml", "level: short-cycle\nlength: P2.5Y\nworkload: {hours: 1368,",
         "level: short-cycle\nlength: P2.5Y\nworkload: {hours: 1368, %s,",
         "programmes/growing/", "numberOfCredits"),
        ("programmes/growing.yml", "amount: 1200.5,", "amount: 1200.5, %s,",
         "programmes/growing/", "offers"),
        ("partners/example-host.yml", "胡占德市主街1号", "胡占德市主街1号, %s",
         "partners/example-host/", "address.streetAddress"),
        ("partners/example-college.yml", "website: https://college.example/",
         "website: {value: https://college.example/, %s}", "partners/example-college/", "url"),
        ("projects/workshop.yml", "country: tj", "country: {value: tj, %s}", "projects/workshop/",
         "location.addressCountry"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "evidence",
    [
        "basis: inferred, note: {en: We think so., zh: 推测。}",
        "as_of: 2024",
        "note: {en: B, zh: 乙}",
    ],
)
def test_what_cannot_be_said_without_its_evidence_is_left_to_the_page(
    folder: Folder, file: str, old: str, new: str, path: str, lost: str, evidence: str
) -> None:
    def told() -> Any:
        found: Any = thing(folder.site(), path)
        for step in lost.split("."):
            found = found.get(step)
        return found

    assert told()
    folder.replace(file, old, new % evidence)
    assert told() is None


def test_a_name_that_no_source_gives_is_only_what_it_is_called_here(folder: Folder) -> None:
    folder.replace(
        "programmes/growing.yml",
        "zh: 设施园艺}",
        "zh: 设施园艺, basis: inferred, note: {en: Our label., zh: 本站所用称呼。}}",
    )
    told = thing(folder.site(), "programmes/growing/")
    assert "name" not in told
    assert told["alternateName"] == "Growing under glass"
    assert told["disambiguatingDescription"] == "Our label."


def test_nothing_inferred_dates_an_event_or_makes_a_member(real: Site) -> None:
    told = thing(real, "projects/bishkek-railway/")
    assert [event["startDate"] for event in told["event"]] == ["2024-09"]
    assert [role["member"]["@id"] for role in told["member"]] == [
        f"{E}partners/liaoning-railway-college/#this",
        f"{E}partners/china-railway/#this",
    ]
    assert "addressLocality" not in told["location"]


def test_a_member_comes_with_what_must_be_known_about_its_part(real: Site) -> None:
    lead, *_ = thing(real, "projects/khujand-modern-agriculture/")["member"]
    assert lead["description"] == "Through its College of International Education."


def test_an_institution_has_its_names_in_every_language(small: Site) -> None:
    assert thing(small, "partners/example-host/", "ru") == {
        "@type": "EducationalOrganization",
        "@id": f"{E}partners/example-host/#this",
        "name": "Принимающий институт",
        "alternateName": [
            "HIC",
            {"@language": "tg", "@value": "Донишкадаи Хуҷанд"},
            {"@language": "en", "@value": "Host Academy"},
        ],
        "address": {
            "@type": "PostalAddress",
            "streetAddress": {"@language": "en", "@value": "1 Main Street, Khujand"},
            "addressLocality": "Худжанд",
            "addressCountry": "TJ",
        },
    }


def test_every_kind_of_record_has_a_type_of_its_own(real: Site) -> None:
    plans = [plan for plan in real.plans("en") if plan.record]
    trees = [json.loads(head_of(real, plan.path).linked_data) for plan in plans]
    kinds = {
        (plan.record.kind, tree["mainEntity"]["@type"])
        for plan, tree in zip(plans, trees, strict=True)
        if plan.record
    }
    assert kinds == {
        ("countries", "Country"),
        ("curricula", "LearningResource"),
        ("initiatives", "Event"),
        ("initiatives", "Project"),
        ("partners", "CollegeOrUniversity"),
        ("partners", "EducationalOrganization"),
        ("partners", "GovernmentOrganization"),
        ("partners", "Organization"),
        ("programmes", "EducationalOccupationalProgram"),
        ("projects", "Project"),
        ("sources", "CreativeWork"),
    }


def test_the_date_of_a_source_is_given_where_the_source_gives_it(folder: Folder) -> None:
    assert thing(folder.site(), "sources/college-page/")["datePublished"] == "2024-05-02"
    folder.replace("sources/college-page.yml", "date_from: page", "date_from: derived")
    assert "datePublished" not in thing(folder.site(), "sources/college-page/")


def test_nobody_is_sent_to_a_host_that_pages_do_not_link(small: Site) -> None:
    assert "lobakashop" not in json.dumps(tree_of(small, "sources/mirror/"))


def test_the_home_page_describes_the_site_and_its_records(small: Site) -> None:
    page = tree_of(small, "", "zh")
    assert (page["mainEntity"]["@type"], page["about"]["@type"]) == ("WebSite", "Dataset")
    assert page["about"]["inLanguage"] == ["en", "zh"]
    assert "breadcrumb" not in page
    assert "dateModified" not in page["about"]  # nothing is known of the small project's changes


def test_the_page_of_the_files_says_where_they_are_and_under_which_licence(small: Site) -> None:
    data = after_prose(small, "data", "zh")["mainEntity"]
    assert data["@id"] == tree_of(small, "", "zh")["about"]["@id"]
    assert data["license"] == "https://spdx.org/licenses/MIT"
    assert data["distribution"]["contentUrl"] == "https://site.example/api/v1/index.json"


def test_a_draft_translation_says_so(small: Site) -> None:
    drafts = {c: tree_of(small, "", c).get("creativeWorkStatus") for c in small.languages}
    assert drafts == {"en": None, "zh": None, "ru": "Draft", "fr": "Draft", "ar": "Draft"}


def test_a_translation_that_may_be_out_of_date_is_not_what_the_record_says(folder: Folder) -> None:
    assert thing(folder.site(), "projects/workshop/", "ru")["name"] == "Пример мастерской"
    entry = 'msgctxt "projects/workshop name"'
    folder.replace("translations/ru.po", entry, f"#, fuzzy\n{entry}")
    assert thing(folder.site(), "projects/workshop/", "ru")["name"] == {
        "@language": "en",
        "@value": "Example Workshop",
    }


# Within the page -----------------------------------------------------------------------------------


def test_nothing_can_end_the_script() -> None:
    nasty = "</script><!--\u2028\u2029&amp;"
    text = linked_data.script({"@type": "Project", "name": nasty})
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text)["name"] == nasty


def test_without_the_sites_address_nothing_is_said(folder: Folder) -> None:
    site = replace(folder.site(), settings=Settings())
    assert head_of(site, "projects/workshop/").linked_data == ""


@pytest.mark.site
def test_every_page_of_the_built_site_has_it_once(built: Path) -> None:
    found = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
    for file in sorted(built.rglob("index.html")):
        (text,) = found.findall(file.read_text(encoding="utf-8"))
        assert json.loads(text)["@id"].endswith(file.parent.relative_to(built).name + "/"), file
