"""What pages say to programs holds before schema.org's own definitions, and says no more than they."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from mozi import linked_data
from mozi.linked_data.pages import BUILDERS
from mozi.records.models import Partner, Programme, Project
from mozi.settings import Settings
from mozi.site.site import Site

from tests.support.helpers import LANGUAGES, Folder, head_of, prose_content
from tests.support.model_fields import doubtful, variants
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
@pytest.mark.parametrize("name", ["small", "full", "real"])
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
            {"@type": "Event", "eventStatus": {"@id": "https://schema.org/InStock"}},
            "$.eventStatus[0]: https://schema.org/InStock is no term of ['schema:EventStatusType']",
        ),
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
            "name": small.title("zh"),
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
            {"@type": "Course", "name": "Soil", "timeRequired": "PT54H"},
            {"@type": "Course", "name": "Greenhouses"},
        ],
        "applicationDeadline": "2025-07-31",
        "availableLanguage": ["tg", "en"],
        "educationalLevel": "Short-cycle tertiary (Chinese junior college)",
        "teaches": ["Run a greenhouse."],
        "hasCourseInstance": [
            {
                "@type": "CourseInstance",
                "description": "Application deadline: 31 July 2025",
                "startDate": "2025-09-01",
                "maximumAttendeeCapacity": 20,
                "inLanguage": "tg",
                "courseMode": "On site",
                "courseWorkload": "1,368 class hours",
                "location": {"@type": "Place", "name": "Khujand"},
                "offers": [
                    {
                        "@type": "Offer",
                        "name": "Tuition",
                        "price": 1200.5,
                        "priceCurrency": "TJS",
                        "description": "Paid by: the student",
                    }
                ],
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


def test_a_cancelled_intake_does_not_count_for_the_time_of_application(folder: Folder) -> None:
    file = "programmes/growing.yml"
    cancelled = "  - {start: 2026-09, state: cancelled, apply_until: 2026-07}\nmode: on-site"
    folder.replace(file, "mode: on-site", cancelled)
    assert thing(folder.site(), "programmes/growing/")["applicationDeadline"] == "2025-07-31"


def test_an_intake_that_is_not_certain_counts_for_the_time_of_application(folder: Folder) -> None:
    file = "programmes/growing.yml"
    folder.replace(file, "mode: on-site", "  - {start: 2026-09, as_of: 2026-01}\nmode: on-site")
    told = thing(folder.site(), "programmes/growing/")
    assert "applicationDeadline" not in told
    assert len(told["hasCourseInstance"]) == 1


def test_an_intake_that_may_be_cancelled_counts_for_the_time_of_application(folder: Folder) -> None:
    inferred = "basis: inferred, note: {en: B, zh: 乙}"
    cancelled = f"  - {{start: 2026-09, state: cancelled, {inferred}}}\nmode: on-site"
    folder.replace("programmes/growing.yml", "mode: on-site", cancelled)
    assert "applicationDeadline" not in thing(folder.site(), "programmes/growing/")


def test_what_some_intakes_give_is_said_to_be_given_for_some(folder: Folder) -> None:
    folder.replace("programmes/growing.yml", "mode: on-site", "  - {start: 2026-09}\nmode: on-site")
    assert thing(folder.site(), "programmes/growing/")["description"] == (
        "Status: Operating (as of September 2025). "
        "Given for some intakes only: Application deadline."
    )


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("apply_until: 2025-07", "2025-07"),
        ("rolling: true", "until all places are taken"),
        ("deadlines: [{date: 2025-07-01, what: {en: A form, zh: 表格}}]", None),
        (
            "deadlines: [{date: 2025-07-01, time: '17:00', zone: Asia/Dushanbe}]",
            "1 July 2025, 17:00 (Asia/Dushanbe)",
        ),
        (
            "apply_until: 2025-07-31, deadlines: [{date: 2025-07-01, for_whom: [foreign]}]",
            ["1 July 2025 (for: Foreign applicants)", "2025-07-31"],
        ),
        ("deadlines: [{date: 2025-07-01, as_of: 2024}]", None),
    ],
)
def test_a_last_day_to_apply_is_a_date_only_where_a_date_says_all(
    folder: Folder, said: str, given: Any
) -> None:
    folder.replace("programmes/growing.yml", "apply_until: 2025-07-31", said)
    assert thing(folder.site(), "programmes/growing/").get("applicationDeadline") == given


def test_a_programme_without_intakes_is_no_course(real: Site) -> None:
    kinds = {
        str(thing(real, plan.path)["@type"])
        for plan in real.plans("en")
        if plan.record and plan.record.kind == "programmes"
    }
    assert kinds == {"EducationalOccupationalProgram"}


# Every field ---------------------------------------------------------------------------------------


def test_an_intake_has_its_own_values_and_inherits_the_others(full: Site) -> None:
    evening, later, _ = thing(full, "programmes/full-growing/")["hasCourseInstance"]
    assert (evening["name"], evening["inLanguage"]) == ("Evening group", "tg")
    assert evening["courseMode"] == ["On site and online", "Evenings", "Part-time"]
    assert [offer["price"] for offer in evening["offers"]] == [800]
    assert evening["description"] == (
        "Applications open: 1 March 2026; "
        "Application deadline: 30 June 2026, 17:00 (Asia/Dushanbe) (for: Foreign applicants); "
        "Application deadline: 31 July 2026; "
        "Application deadline: Health certificate: 15 August 2026"
    )
    assert later["inLanguage"] == ["tg", "en"]
    assert later["courseMode"] == ["On site", "Full-time"]
    assert later["location"] == {"@type": "Place", "name": "Khujand"}
    assert later["offers"] == thing(full, "programmes/full-growing/")["offers"]


def test_what_is_cancelled_says_so_and_is_not_offered(full: Site) -> None:
    cancelled = thing(full, "programmes/full-growing/")["hasCourseInstance"][2]
    assert cancelled["eventStatus"] == {"@id": "https://schema.org/EventCancelled"}
    assert cancelled["startDate"] == "2026-10"
    assert not {"offers", "description"} & set(cancelled)


@pytest.mark.parametrize("evidence", ["basis: inferred, note: {en: B, zh: 乙}", "as_of: 2025"])
def test_what_an_intake_inherits_is_left_out_like_its_programmes(
    folder: Folder, evidence: str
) -> None:
    folder.replace(
        "programmes/growing.yml", "mode: on-site", f"mode: {{value: on-site, {evidence}}}"
    )
    [intake] = thing(folder.site(), "programmes/growing/")["hasCourseInstance"]
    assert "courseMode" not in intake
    assert intake["inLanguage"] == "tg"


def test_intakes_answer_for_a_programme_that_says_nothing(folder: Folder) -> None:
    folder.replace("programmes/growing.yml", "languages: [tg, en]\n", "")
    assert thing(folder.site(), "programmes/growing/")["availableLanguage"] == ["tg"]
    folder.replace(
        "programmes/growing.yml", "level:", "languages: {value: [tg, en], as_of: 2024}\nlevel:"
    )
    assert "availableLanguage" not in thing(folder.site(), "programmes/growing/")


def test_an_intake_does_not_inherit_in_place_of_what_it_cannot_say_plainly(folder: Folder) -> None:
    fee = "fees: [{what: {en: Tuition, zh: 学费}, amount: 9, currency: TJS, as_of: 2024}],"
    folder.replace("programmes/growing.yml", "language: tg,", f"language: tg, {fee}")
    [intake] = thing(folder.site(), "programmes/growing/")["hasCourseInstance"]
    assert "offers" not in intake


@pytest.mark.parametrize(
    ("amount", "offer"),
    [
        ("amount: 5, currency: TJS", {"price": 5, "priceCurrency": "TJS"}),
        ("free: true", {"price": 0}),
        ("amount: 0, currency: EUR", {}),
        ("currency: TJS", {}),
        (
            "amount: 5, currency: TJS, per: year",
            {
                "priceSpecification": {
                    "@type": "UnitPriceSpecification",
                    "price": 5,
                    "priceCurrency": "TJS",
                    "unitText": "per year",
                }
            },
        ),
        (
            "amount: 5, amount_to: 7, currency: TJS",
            {
                "priceSpecification": {
                    "@type": "PriceSpecification",
                    "minPrice": 5,
                    "maxPrice": 7,
                    "priceCurrency": "TJS",
                }
            },
        ),
    ],
)
def test_a_price_is_as_exact_as_it_is_published(
    folder: Folder, amount: str, offer: dict[str, Any]
) -> None:
    file = "programmes/growing.yml"
    folder.replace(
        file, "amount: 1200.5, currency: TJS, paid_by: {en: the student, zh: 学生}", amount
    )
    assert thing(folder.site(), "programmes/growing/")["offers"] == [
        {"@type": "Offer", "name": "Tuition", **offer}
    ]


@pytest.mark.parametrize(
    ("credits", "given"),
    [
        ("credits: 76", 76),
        ("credits: 76.5", {"@type": "QuantitativeValue", "value": 76.5}),
        (
            "credits: 76, credit_system: ects",
            {"@type": "QuantitativeValue", "value": 76, "unitText": "ECTS"},
        ),
    ],
)
def test_credits_say_whose_they_are(folder: Folder, credits: str, given: Any) -> None:
    folder.replace("programmes/growing.yml", "credits: 76", credits)
    assert thing(folder.site(), "programmes/growing/")["numberOfCredits"] == given


def test_awards_name_their_level_and_the_bodies_that_stand_for_them(full: Site) -> None:
    words, *awards = thing(full, "programmes/full-growing/")["educationalCredentialAwarded"]
    assert words == "Certificate and diploma"
    assert [(each["name"], each["recognizedBy"]["name"]) for each in awards] == [
        ("Diploma", "Full College"),
        ("Certificate of the ministry", "Ministry of Labour"),
    ]
    assert awards[0]["educationalLevel"] == "Short-cycle tertiary (Chinese junior college)"


def test_what_applicants_must_have_know_and_be_is_listed(full: Site) -> None:
    assert thing(full, "programmes/full-growing/")["programPrerequisites"] == [
        "Nine years of school.",
        "A test in biology.",
        "Language skills required: Chinese (HSK 3)",
        "Age: from 16 to 25 years",
    ]


def test_providers_are_the_projects_and_partners_with_a_part_of_their_own(full: Site) -> None:
    own, further, partner = thing(full, "programmes/full-growing/")["provider"]
    [office] = own["contactPoint"]
    assert (own["name"], further["name"]) == ("Full Workshop", "Example Workshop")
    assert office == {
        "@type": "ContactPoint",
        "name": "Programme office",
        "productSupported": "Growing in full",
        "email": "growing@full.example",
        "telephone": "+992 372 34 88 03",
    }
    assert (partner["roleName"], partner["provider"]["@id"]) == (
        "Co-organiser",
        f"{E}partners/example-host/#this",
    )


def test_a_scholarship_is_a_kind_of_aid_with_its_terms(full: Site) -> None:
    [aid] = thing(full, "programmes/full-growing/")["financialAidEligible"]
    assert aid["url"] == "https://full.example/scholarship"
    assert "apply until 31 May 2026" in aid["description"]


def test_a_project_has_its_places_former_names_and_numbers_of_students(full: Site) -> None:
    project = thing(full, "projects/full-workshop/")
    assert project["alternateName"] == [{"@language": "en", "@value": "Glasshouse Workshop"}]
    assert [each["@type"] for each in project["location"]] == ["PostalAddress", "Place", "Place"]
    assert [each["address"]["addressCountry"] for each in project["location"][1:]] == ["TJ", "CN"]
    first = project["subjectOf"][0]
    assert (first["@type"], first["temporalCoverage"]) == ("Dataset", "2024")
    assert [(each["name"], each["value"]) for each in first["variableMeasured"]] == [
        ("Students enrolled", 30),
        ("Students newly admitted", 30),
        ("Graduates", 0),
    ]


def test_an_institution_has_its_offices_and_what_came_after_it(full: Site) -> None:
    office, second, page = thing(full, "partners/full-college/")["contactPoint"]
    assert (office["@type"], office["streetAddress"]) == ("PostalAddress", "2 Main Street, room 5")
    assert second["@type"] == "ContactPoint"
    assert page["url"] == "https://full.example/admission"
    closed = thing(full, "partners/closed-college/")
    assert (closed["dissolutionDate"], closed["description"]) == (
        "2024-07",
        "Successor: Full College",
    )


_LEFT_TO_THE_PAGE = {
    "of the page, not of what it is about": {
        *("Partner.checked", "Project.checked", "Programme.checked"),
        *("Project.reference_curricula", "Programme.reference_curricula"),
    },
    "schema.org has a property neither for it nor for anything it is a kind of": {
        *("Partner.facts", "Project.facts", "Project.cautions", "Project.batch", "Project.courses"),
        *("Project.equipment", "Project.student_numbers", "Project.figures"),
        *("Figure.label", "Figure.bound"),
        *("Programme.application", "Programme.contact", "Programme.equipment"),
        *("Programme.placements", "Programme.further_study", "Programme.prior_learning"),
        *("Programme.support", "Programme.student_numbers", "Programme.catalogue"),
        *("Programme.authoritative_language", "Programme.isced_f"),
        *("Course.kind", "Course.semester"),
    },
    "a further name has no dates": {"Name.since", "Name.until"},
    "whoever gives or gets the money would have to be named": {
        *("Project.funding", "Project.scholarships", "Partner.scholarships"),
    },
    "only of a credential could it be said, not of a programme": {
        *("Programme.accreditations", "Accreditation.body", "Accreditation.what"),
        *("Accreditation.since", "Accreditation.until"),
    },
}
"""Reason → fields of partners, projects and programmes that linked data leave out."""


def test_nothing_is_lost_in_linked_data_without_a_reason(full: Site) -> None:
    """Linked data change with everything that is changed in a record, unless there is a reason."""
    lost: set[str] = set()
    shown: set[str] = set()
    for record_type in (Partner, Project, Programme):
        for record in full.graph.all_of(record_type):
            as_it_is = BUILDERS[record_type](full.writer("en", ""), record)
            for field, changed in variants(record):
                is_lost = BUILDERS[record_type](full.writer("en", ""), changed) == as_it_is
                (lost if is_lost else shown).add(".".join(field))
    assert lost - shown == set().union(*_LEFT_TO_THE_PAGE.values())


def test_what_is_in_doubt_is_left_out_wherever_it_stands(full: Site) -> None:
    """To programs, a value in doubt is no value, be it a claim, an item of a list or inside one.

    Intakes are left to examples, since one in doubt still counts as one of several; so are fields
    that intakes answer where the programme says nothing, but not where it is in doubt.
    """
    examples = ("intakes", "status", "languages", "mode", "schedule", "location")
    tried = set()
    for record_type in (Partner, Project, Programme):
        for record in full.graph.all_of(record_type):
            for path, in_doubt, without in doubtful(record):
                if path[0] not in examples:
                    tried.add(path[0])
                    build = BUILDERS[record_type]
                    assert build(full.writer("en", ""), in_doubt) == build(
                        full.writer("en", ""), without
                    ), path
    assert {"fees", "awards", "contacts", "students_by_year", "sites", "other_names"} <= tried


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
