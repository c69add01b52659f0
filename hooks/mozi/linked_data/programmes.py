"""Programmes (schema.org EducationalOccupationalProgram; with intakes, a Course as well)."""

from mozi.linked_data.certainty import account, all_plain, disputed, naming, plain, settled
from mozi.linked_data.contacts import contact_points
from mozi.linked_data.intakes import (
    application_deadlines,
    course_instance,
    is_cancelled,
    programme_values,
)
from mozi.linked_data.nodes import Node, id_of, node, one_or_all, text_of
from mozi.linked_data.offers import fee_offers, scholarships
from mozi.linked_data.organisations import reference
from mozi.linked_data.projects import short
from mozi.linked_data.students import students_by_year
from mozi.presentation.wordings import age, language_requirement
from mozi.presentation.writer import Writer
from mozi.records.models import Award, Course, Intake, Occupation, Programme, Role
from mozi.records.offerings import programme_offers
from mozi.records.values import CreditSystemId, Statement

_ISCO_08 = node("CategoryCodeSet", name="ISCO-08")

_TEACHING = ("lead", "host", "co-organiser")
"""Roles of partners that provide a programme; others support it in some other way."""


def programme(w: Writer, record: Programme) -> Node:
    """A programme. With intakes it is also a course; each intake is an instance of the course."""
    p = record
    intakes = all_plain(p, "intakes", p.intakes)
    types = ["EducationalOccupationalProgram", *(["Course"] if intakes else [])]
    length = plain(p, "length", p.length)
    workload = plain(p, "workload", p.workload)
    page = plain(p, "official_page", p.official_page)
    return node(
        *types,
        id=id_of(w, p),
        **naming(w, p, p.name),
        description=account(w, p),
        url=page.value if page else None,
        provider=one_or_all(_providers(w, p)),
        educationalProgramMode=one_or_all(_modes(w, p)),
        timeToComplete=length.value if length else None,
        numberOfCredits=_credits(w, workload.credits, workload.credit_system) if workload else None,
        programPrerequisites=one_or_all(_prerequisites(w, p)),
        educationalCredentialAwarded=one_or_all(_credentials(w, p)),
        occupationalCredentialAwarded=[
            text_of(w, each) for each in all_plain(p, "certificates", p.certificates)
        ],
        occupationalCategory=[
            _occupation(w, each) for each in all_plain(p, "occupations", p.occupations)
        ],
        offers=fee_offers(w, p, [o for o in programme_offers(p, "fees") if not o.intake]),
        financialAidEligible=scholarships(w, p),
        hasCourse=[_course(w, each) for each in all_plain(p, "courses", p.courses)],
        subjectOf=students_by_year(w, p),
        **_application(w, p),
        **(_of_course(w, p, intakes) if intakes else {}),
    )


def _of_course(w: Writer, record: Programme, intakes: list[Intake]) -> Node:
    """Properties that only a course has."""
    level = plain(record, "level", record.level)
    return {
        "availableLanguage": programme_values(record, "languages"),
        "educationalLevel": text_of(w, w.graph.get(level.value).name) if level else None,
        "teaches": [text_of(w, each) for each in all_plain(record, "outcomes", record.outcomes)],
        "hasCourseInstance": [course_instance(w, record, intake) for intake in intakes],
    }


def _application(w: Writer, record: Programme) -> Node:
    """The time of application for the next intake.

    Nothing for several intakes, as it would not be clear for which of them; those that are
    cancelled do not count, those that are not certain do.
    """
    intakes = [each for each in record.intakes if not is_cancelled(record, each)]
    if len(intakes) != 1 or not plain(record, "intakes", intakes[0]):
        return {}
    return {
        "applicationStartDate": None if disputed(record, "apply_from") else intakes[0].apply_from,
        "applicationDeadline": one_or_all(application_deadlines(w, record, intakes[0])),
    }


def _providers(w: Writer, record: Programme) -> list[Node]:
    """The project that teaches a programme, further projects, and partners with a part of it.

    Offices of the programme are the project's, for this programme.
    """
    project = short(w, w.graph.get(record.project))
    offices = contact_points(w, record, record.name)
    if offices:
        project["contactPoint"] = offices
    partners = [_partner(w, role) for role in record.roles if _teaches(record, role)]
    return [project, *(short(w, w.graph.get(id)) for id in record.further_projects), *partners]


def _teaches(record: Programme, role: Role) -> bool:
    return role.role in _TEACHING and not role.as_of and settled(record, role, "roles")


def _partner(w: Writer, role: Role) -> Node:
    return node(
        "OrganizationRole",
        roleName=text_of(w, w.graph.get(role.role).name),
        description=text_of(w, role.note) if role.note else None,
        provider=reference(w, w.graph.get(role.partner)),
    )


def _modes(w: Writer, record: Programme) -> list[str | Node]:
    terms = [*programme_values(record, "mode"), *programme_values(record, "schedule")]
    return [text_of(w, w.graph.get(term).name) for term in terms]


def _credits(w: Writer, credits: float | None, system: CreditSystemId | None) -> Node | int | None:
    """Credits: a whole number, or a value with the system that they belong to."""
    if credits is None:
        return None
    if credits == int(credits) and not system:
        return int(credits)
    unit = text_of(w, w.graph.get(system).name) if system else None
    return node("QuantitativeValue", value=credits, unitText=unit)


def _prerequisites(w: Writer, record: Programme) -> list[str | Node]:
    """Requirements: what applicants must have, know and be."""
    languages = all_plain(
        record, "language_requirements", record.language_requirements, "admission"
    )
    years = all_plain(record, "age", [record.age] if record.age else [], "admission")
    return [
        *_texts(w, record, "admission", record.admission),
        *_texts(w, record, "entrance_examination", record.entrance_examination),
        *(
            _labelled(w, "language_requirements", language_requirement(w, each, record).text.text)
            for each in languages
        ),
        *(_labelled(w, "age", age(w, each, record).text.text) for each in years),
    ]


def _labelled(w: Writer, field: str, text: str) -> str:
    return w._("%(label)s: %(value)s", label=w.field_label(field), value=text)


def _texts(
    w: Writer, record: Programme, name: str, statement: Statement | None
) -> list[str | Node]:
    plain_statement = plain(record, name, statement)
    return [text_of(w, plain_statement)] if plain_statement else []


def _credentials(w: Writer, record: Programme) -> list[str | Node]:
    """The qualification as the record words it, and each award with its level and body."""
    awards = all_plain(record, "awards", record.awards, "qualification")
    return [
        *_texts(w, record, "qualification", record.qualification),
        *(_award(w, each) for each in awards),
    ]


def _award(w: Writer, award: Award) -> Node:
    """An award; of the body that awards it, schema.org can say that it recognises it."""
    bodies = [reference(w, w.graph.get(award.awarded_by))] if award.awarded_by else []
    bodies += [node("Organization", name=text_of(w, award.body))] if award.body else []
    return node(
        "EducationalOccupationalCredential",
        name=text_of(w, award.qualification),
        educationalLevel=text_of(w, w.graph.get(award.level).name) if award.level else None,
        recognizedBy=one_or_all(bodies),
    )


def _occupation(w: Writer, occupation: Occupation) -> str | Node:
    name = text_of(w, occupation.name)
    if not occupation.isco:
        return name
    return node("CategoryCode", name=name, codeValue=occupation.isco, inCodeSet=_ISCO_08)


def _course(w: Writer, course: Course) -> Node:
    return node(
        "Course",
        name=text_of(w, course.name),
        numberOfCredits=_credits(w, course.credits, None),
        timeRequired=f"PT{course.hours}H" if course.hours else None,
        inLanguage=course.language,
        provider=reference(w, w.graph.get(course.taught_by)) if course.taught_by else None,
    )
