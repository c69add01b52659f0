"""Programmes (schema.org EducationalOccupationalProgram; with intakes, a Course as well)."""

from mozi.linked_data.certainty import account, naming, plain
from mozi.linked_data.nodes import Node, id_of, node, text_of
from mozi.linked_data.places import place
from mozi.linked_data.projects import short
from mozi.presentation.writer import Writer
from mozi.records.models import Course, Fee, Intake, Occupation, Programme
from mozi.records.values import Statement

_ISCO_08 = node("CategoryCodeSet", name="ISCO-08")


def programme(w: Writer, record: Programme) -> Node:
    """A programme. With intakes it is also a course; each intake is an instance of the course."""
    intakes = [intake for intake in record.intakes if plain(record, "intakes", intake)]
    types = ["EducationalOccupationalProgram", *(["Course"] if intakes else [])]
    p = record
    length = plain(p, "length", p.length)
    workload = plain(p, "workload", p.workload)
    credits = workload.credits if workload else None
    mode = plain(p, "mode", p.mode)
    page = plain(p, "official_page", p.official_page)
    languages = plain(p, "languages", p.languages)
    return node(
        *types,
        id=id_of(w, p),
        **naming(w, p, p.name),
        description=account(w, p),
        url=page.value if page else None,
        provider=short(w, w.graph.get(p.project)),
        educationalProgramMode=text_of(w, w.graph.get(mode.value).name) if mode else None,
        timeToComplete=length.value if length else None,
        numberOfCredits=int(credits) if credits and credits == int(credits) else None,
        programPrerequisites=_text(w, p, "admission", p.admission),
        educationalCredentialAwarded=_text(w, p, "qualification", p.qualification),
        occupationalCredentialAwarded=[
            text_of(w, each) for each in p.certificates if plain(p, "certificates", each)
        ],
        occupationalCategory=[
            _occupation(w, each) for each in p.occupations if plain(p, "occupations", each)
        ],
        offers=_offers(w, p, p.fees),
        hasCourse=[_course(w, each) for each in p.courses if plain(p, "courses", each)],
        applicationDeadline=_deadline(intakes),
        # of a course only
        availableLanguage=languages.value if languages and intakes else None,
        teaches=[text_of(w, each) for each in p.outcomes if plain(p, "outcomes", each)]
        if intakes
        else None,
        hasCourseInstance=[_course_instance(w, p, intake) for intake in intakes],
    )


def _text(
    w: Writer, record: Programme, name: str, statement: Statement | None
) -> str | Node | None:
    plain_statement = plain(record, name, statement)
    return text_of(w, plain_statement) if plain_statement else None


def _deadline(intakes: list[Intake]) -> str | None:
    """The last day to apply; None for several intakes, as it would not be clear for which one."""
    return intakes[0].apply_until if len(intakes) == 1 else None


def _occupation(w: Writer, occupation: Occupation) -> str | Node:
    name = text_of(w, occupation.name)
    if not occupation.isco:
        return name
    return node("CategoryCode", name=name, codeValue=occupation.isco, inCodeSet=_ISCO_08)


def _course(w: Writer, course: Course) -> Node:
    return node("Course", name=text_of(w, course.name))


def _course_instance(w: Writer, record: Programme, intake: Intake) -> Node:
    mode = w.graph.get(intake.mode) if intake.mode else None
    return node(
        "CourseInstance",
        startDate=intake.start,
        endDate=intake.end,
        maximumAttendeeCapacity=intake.places,
        inLanguage=intake.language,
        courseMode=text_of(w, mode.name) if mode else None,
        location=place(w, intake.location) if intake.location else None,
        offers=_offers(w, record, intake.fees),
    )


def _offers(w: Writer, record: Programme, fees: list[Fee]) -> list[Node]:
    """Fees, with who pays them, as one offer for each: they must not be added up."""
    return [
        node(
            "Offer",
            name=text_of(w, fee.what),
            price=fee.amount,
            priceCurrency=fee.currency,
            description=paid_by(w, fee),
        )
        for fee in fees
        if plain(record, "fees", fee)
    ]


def paid_by(w: Writer, fee: Fee) -> str:
    """The payer of a fee, in words; empty where the record does not give it."""
    if not fee.paid_by:
        return ""
    # Translators: of a fee; not seen on the page, search engines may show it.
    return w._("Paid by: %(who)s", who=w.words(fee.paid_by))
