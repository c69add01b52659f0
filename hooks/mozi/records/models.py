"""Models of records: one class per record type, one YAML file per record.

The file name without `.yml` is the record's id; the folder says its type. Editors write fields as a
person would say them; the evidence for a field is `values.Evidence`. The file
`records/field_guide.yml` explains each field to editors.
"""

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, PrivateAttr, model_validator
from pydantic_core import PydanticKnownError

from mozi.records.values import (
    ApplicantGroupId,
    CatalogueCode,
    Claim,
    CountryCode,
    CountryId,
    CourseKindId,
    CreditSystemId,
    CurrencyCode,
    CurriculumId,
    Day,
    Disagreement,
    Duration,
    Email,
    Evidence,
    Fact,
    FeePeriodId,
    FieldId,
    Figure,
    InitiativeId,
    InitiativeKindId,
    IntakeStateId,
    IscedFCode,
    IscoCode,
    LanguageCode,
    LevelId,
    Link,
    MilestoneKindId,
    ModeId,
    Model,
    PartialDate,
    ParticularId,
    PartnerId,
    PartnerKindId,
    Phone,
    PlainText,
    ProgrammeId,
    ProjectId,
    RoleId,
    ScheduleId,
    SourceId,
    SourceKindId,
    Statement,
    StatusId,
    Text,
    TimeOfDay,
    TimeZone,
    invalid,
    set_contexts,
)


class Record(Model):
    """Base of all records."""

    kind: ClassVar[str]
    """Folder in `data/` with the files of the type."""

    _id: str = PrivateAttr(default="")

    @classmethod
    def load(cls, id: str, data: Any) -> Self:
        """Return the record `id` made from plain data. Raises `pydantic.ValidationError`."""
        record = cls.model_validate(data)
        record._id = id
        set_contexts(record, f"{cls.kind}/{id}")
        return record

    @property
    def id(self) -> str:
        """File name without `.yml`; never changed once published."""
        return self.__pydantic_private__["_id"]  # type: ignore[index, no-any-return]

    @property
    def file(self) -> str:
        """The record's file, relative to the project folder."""
        return f"data/{self.kind}/{self.id}.yml"


class SourcedRecord(Record):
    """Record that makes statements: with sources, day of the last check, unpublished fields."""

    cite: Annotated[list[SourceId], Field(min_length=1)]
    checked: Day
    facts: list[Fact] = []
    cautions: list[Fact] = []
    disagreements: list[Disagreement] = []
    unpublished: list[str] = []


class Point(Evidence):
    """Point on the globe in degrees, north and east positive; for world maps only."""

    lat: Annotated[int | float, Field(ge=-90, le=90)]
    lon: Annotated[int | float, Field(ge=-180, le=180)]


class Name(Evidence):
    """Further name, word for word; `since` and `until` bound the time in which it was in use."""

    text: PlainText
    language: LanguageCode
    since: PartialDate | None = None
    until: PartialDate | None = None


class Country(SourcedRecord):
    """Country of a project or partner; its id is its ISO 3166-1 code, its name comes from CLDR."""

    kind = "countries"

    official_languages: Claim[list[LanguageCode]]
    also_known_as: list[Name] = []
    point: Point | None = None


class Contact(Evidence):
    """Office that answers questions, and the ways to reach it; never a person.

    At least one way is given, else `pydantic.ValidationError`.
    """

    office: Text
    email: Email | None = None
    phone: Phone | None = None
    messenger: PlainText | None = None
    address: Text | None = None
    page: Link | None = None

    @model_validator(mode="after")
    def _is_reachable(self) -> Self:
        if not (self.email or self.phone or self.messenger or self.address or self.page):
            raise invalid("contact-without-way")
        return self


class Price(Evidence):
    """Amount of money, or a range from `amount` to `amount_to`, for the time `per`.

    Without an amount, only its existence is published. Raises `pydantic.ValidationError` where an
    amount has no currency, or a range ends below its beginning.
    """

    amount: Annotated[int | float | None, Field(ge=0)] = None
    amount_to: Annotated[int | float | None, Field(gt=0)] = None
    currency: CurrencyCode | None = None
    per: FeePeriodId | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.amount is not None and not self.currency:
            raise invalid("amount-without-currency")
        if self.amount_to is not None and (self.amount is None or self.amount_to <= self.amount):
            raise invalid("range-of-amounts")
        return self


class Fee(Price):
    """Fee, and who pays it: `for_whom` are the applicants it is asked of, none for all.

    Raises `pydantic.ValidationError` where a fee is `free` and has an amount.
    """

    what: Text
    free: bool = False
    for_whom: list[ApplicantGroupId] = []
    paid_by: Text | None = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if self.free and self.amount is not None:
            raise invalid("free-with-amount")
        return self


class Scholarship(Price):
    """Scholarship of a year: what it covers, who may apply until when, and the page that says so."""

    name: Text
    year: PartialDate | None = None
    covers: Text | None = None
    who: Text | None = None
    for_whom: list[ApplicantGroupId] = []
    apply_until: PartialDate | None = None
    page: Link | None = None


class StudentsOfYear(Evidence):
    """Numbers of students of one year.

    Raises `pydantic.ValidationError` when there is none of the three numbers.
    """

    year: PartialDate
    enrolled: Annotated[int | None, Field(ge=0)] = None
    new: Annotated[int | None, Field(ge=0)] = None
    graduates: Annotated[int | None, Field(ge=0)] = None

    @model_validator(mode="after")
    def _has_a_number(self) -> Self:
        if self.enrolled is None and self.new is None and self.graduates is None:
            raise invalid("year-without-number")
        return self


class Site(Evidence):
    """One of several places of a project: a campus, a training centre, an office."""

    name: Text | None = None
    city: Text
    country: CountryId | None = None
    address: Text | None = None


class Partner(SourcedRecord):
    """A college, university, institute, enterprise, agency or association."""

    kind = "partners"

    name: Statement
    abbreviation: PlainText | None = None
    other_names: list[Name] = []
    type: PartnerKindId
    country: Claim[CountryId] | None = None
    city: Statement | None = None
    address: Statement | None = None
    part_of: Claim[PartnerId] | None = None
    founded: Claim[PartialDate] | None = None
    closed: Claim[PartialDate] | None = None
    successor: Claim[PartnerId] | None = None
    website: Claim[Link] | None = None
    admission_page: Claim[Link] | None = None
    contacts: list[Contact] = []
    scholarships: list[Scholarship] = []


class Role(Evidence):
    """Role of a partner in a project or initiative."""

    role: RoleId
    partner: PartnerId


class Milestone(Evidence):
    """Milestone: an event on a date, or over several days."""

    date: PartialDate
    until: PartialDate | None = None
    kind: MilestoneKindId
    place: Text | None = None
    what: Text | None = None
    partners: list[PartnerId] = []


def _no_other_number(value: Any) -> Any:
    if isinstance(value, (bool, float)):  # `True` and `1.0` equal 1 for Python, and for `Literal`
        raise PydanticKnownError("int_type")
    return value


Batch = Annotated[int, BeforeValidator(_no_other_number), Field(ge=1, le=99)]
"""Number of the signing that a project belongs to: 1 is the first."""


class Status(Claim[StatusId]):
    """The state of a project or programme on a date."""

    as_of: PartialDate


class Project(SourcedRecord):
    """One workshop: a lead institution, an enterprise and a host institution together."""

    kind = "projects"

    name: Statement
    other_names: list[Name] = []
    country: Claim[CountryId]
    city: Statement | None = None
    sites: list[Site] = []
    fields: Claim[list[FieldId]] | None = None
    batch: Claim[Batch] | None = None
    roles: list[Role] = []
    status: Status
    milestones: list[Milestone] = []
    courses: Statement | None = None
    student_numbers: Statement | None = None
    students_by_year: list[StudentsOfYear] = []
    equipment: Statement | None = None
    funding: Statement | None = None
    figures: list[Figure] = []
    website: Claim[Link] | None = None
    contacts: list[Contact] = []
    scholarships: list[Scholarship] = []
    reference_curricula: list[CurriculumId] = []


class Workload(Evidence):
    """Amount of work: class hours, hours a week, credits of a system."""

    hours: Annotated[int | None, Field(gt=0, le=20000)] = None
    hours_per_week: Annotated[int | float | None, Field(gt=0, le=168)] = None
    credits: Annotated[int | float | None, Field(gt=0, le=1000)] = None
    credit_system: CreditSystemId | None = None


class Occupation(Evidence):
    """Occupation of graduates; `isco` is a code of ISCO-08."""

    name: Text
    isco: IscoCode | None = None


class CatalogueEntry(Evidence):
    """Entry in the Chinese catalogue of vocational programmes."""

    code: CatalogueCode
    edition: Literal[2004, 2015, 2021]
    name: PlainText


class Course(Evidence):
    """One course of a curriculum or programme."""

    name: Text
    kind: CourseKindId | None = None
    hours: Annotated[int | None, Field(gt=0, le=5000)] = None
    credits: Annotated[int | float | None, Field(gt=0, le=100)] = None
    semester: Annotated[int | None, Field(gt=0, le=12)] = None
    language: LanguageCode | None = None
    taught_by: PartnerId | None = None


class Award(Evidence):
    """Qualification with its level and awarding body; dual programmes have several.

    `body` names an awarding body that is no partner.
    """

    qualification: Text
    level: LevelId | None = None
    awarded_by: PartnerId | None = None
    body: Text | None = None


class LanguageRequirement(Evidence):
    """Language that applicants must know, and how well: a level or test such as `HSK 3` or `B1`."""

    language: LanguageCode
    level: PlainText | None = None


class Age(Evidence):
    """Age in years that applicants must have.

    Raises `pydantic.ValidationError` where there is no bound, or the upper is below the lower.
    """

    at_least: Annotated[int | None, Field(ge=0, le=120)] = None
    at_most: Annotated[int | None, Field(ge=0, le=120)] = None

    @model_validator(mode="after")
    def _is_a_range(self) -> Self:
        if self.at_least is None and self.at_most is None:
            raise invalid("age-without-bound")
        if self.at_least is not None and self.at_most is not None and self.at_most < self.at_least:
            raise invalid("range-of-ages")
        return self


class Accreditation(Evidence):
    """Accreditation or recognition by a body, and the time for which it holds."""

    body: Text
    what: Text | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None


class Deadline(Evidence):
    """Last day of an intake to do something: `what` names it, applying where it is not given.

    `time` is the last minute of that day, in the time zone `zone`; `for_whom` are the applicants for
    whom it holds, none for all. Raises `pydantic.ValidationError` where a time has no zone or no
    day.
    """

    date: PartialDate
    time: TimeOfDay | None = None
    zone: TimeZone | None = None
    what: Text | None = None
    for_whom: list[ApplicantGroupId] = []

    @model_validator(mode="after")
    def _is_a_moment(self) -> Self:
        if self.time and (not self.zone or len(self.date) != len("2024-09-24")):
            raise invalid("time-without-zone")
        return self


class Intake(Evidence):
    """One dated run of a programme: when, where, in which language, at what price.

    An intake inherits from its programme what it does not say itself (`records.offerings`).
    """

    start: PartialDate
    end: PartialDate | None = None
    name: Text | None = None
    state: IntakeStateId | None = None
    apply_from: PartialDate | None = None
    apply_until: PartialDate | None = None
    deadlines: list[Deadline] = []
    rolling: bool = False
    places: Annotated[int | None, Field(gt=0)] = None
    language: LanguageCode | None = None
    mode: ModeId | None = None
    schedule: list[ScheduleId] = []
    location: Text | None = None
    fees: list[Fee] = []


class Programme(SourcedRecord):
    """Programme of a workshop. Its intakes say when, where and for how much.

    The fields follow the EU Learning Opportunities profile, XCRI-CAP and schema.org.
    """

    kind = "programmes"

    name: Statement
    project: ProjectId
    further_projects: list[ProjectId] = []
    roles: list[Role] = []
    fields: Claim[list[FieldId]]
    isced_f: Claim[IscedFCode] | None = None
    status: Status
    authoritative_language: Claim[LanguageCode] | None = None
    official_page: Claim[Link] | None = None
    languages: Claim[list[LanguageCode]] | None = None
    outcomes: list[Statement] = []
    qualification: Statement | None = None
    level: Claim[LevelId] | None = None
    awards: list[Award] = []
    accreditations: list[Accreditation] = []
    length: Claim[Duration] | None = None
    workload: Workload | None = None
    admission: Statement | None = None
    entrance_examination: Statement | None = None
    language_requirements: list[LanguageRequirement] = []
    age: Age | None = None
    application: Statement | None = None
    fees: list[Fee] = []
    scholarships: list[Scholarship] = []
    intakes: list[Intake] = []
    mode: Claim[ModeId] | None = None
    schedule: Claim[list[ScheduleId]] | None = None
    location: Statement | None = None
    courses: list[Course] = []
    equipment: Statement | None = None
    placements: Statement | None = None
    occupations: list[Occupation] = []
    certificates: list[Statement] = []
    further_study: Statement | None = None
    contact: Statement | None = None
    contacts: list[Contact] = []
    prior_learning: Statement | None = None
    support: Statement | None = None
    catalogue: CatalogueEntry | None = None
    student_numbers: Statement | None = None
    students_by_year: list[StudentsOfYear] = []
    reference_curricula: list[CurriculumId] = []


class Curriculum(SourcedRecord):
    """A course list that some institution published: a reference, never a workshop's own."""

    kind = "curricula"

    name: Statement
    fields: Claim[list[FieldId]]
    institution: Statement | None = None
    country: Claim[CountryId] | None = None
    year: Claim[PartialDate] | None = None
    isced_f: Claim[IscedFCode] | None = None
    level: Claim[LevelId] | None = None
    catalogue: CatalogueEntry | None = None
    length: Claim[Duration] | None = None
    workload: Workload | None = None
    admission: Statement | None = None
    courses: list[Course] = []
    outcomes: list[Statement] = []
    occupations: list[Occupation] = []
    certificates: list[Statement] = []
    equipment: Statement | None = None


class Initiative(SourcedRecord):
    """Initiative of the province besides projects: conferences, order classes, training at home."""

    kind = "initiatives"

    name: Statement
    type: InitiativeKindId
    summary: Statement
    place: Statement | None = None
    roles: list[Role] = []
    milestones: list[Milestone] = []
    figures: list[Figure] = []
    projects: list[ProjectId] = []


class Topic(SourcedRecord):
    """Sourced statements on one subject of the home or about page."""

    kind = "topics"

    name: Statement
    summary: Statement
    about: Literal["programme", "sister-brand"]
    website: Claim[Link] | None = None
    figures: list[Figure] = []
    countries: list[CountryId] = []
    initiatives: list[InitiativeId] = []
    programmes: list[ProgrammeId] = []


class Source(Record):
    """A page or document that a statement rests on."""

    kind = "sources"

    title: PlainText | None = None
    title_from: Literal["page", "address", "summary"] = "page"
    title_language: LanguageCode | None = None
    gloss: Text
    publisher: Text
    language: LanguageCode
    type: SourceKindId
    date: PartialDate | None = None
    date_from: Literal["page", "address", "derived", "copy", "not-shown"] = "not-shown"
    url: Link | None = None
    linked: bool = True
    read: Text | None = None
    caution: Text | None = None
    checked: Day


RECORD_TYPES: tuple[type[Record], ...] = (
    Country,
    Partner,
    Project,
    Programme,
    Curriculum,
    Initiative,
    Topic,
    Source,
)
"""Every record type, in the order of the site's sections."""


class Term(Model):
    """An entry of a vocabulary."""

    name: Text
    note: Text | None = None


class FieldTerm(Term):
    """A field of study; its ISCED-F code is this site's own mapping."""

    isced_f: IscedFCode


class LevelTerm(Term):
    """A level of education; `isced` is the level of ISCED 2011."""

    isced: Annotated[int, Field(ge=0, le=8)]


class StatusTerm(Term):
    """A status; `stage` puts it in order, 1 for the earliest."""

    stage: Annotated[int, Field(ge=0, le=9)]


class HostTerm(Model):
    """Host of web pages to which the site sets no links, and the reason."""

    host: PlainText
    why: Text


class GlossaryTerm(Model):
    """Technical term, explained in plain words."""

    name: Text
    definition: Text
    explains: list[ParticularId] = []


class SiteNames(Model):
    """Names of the brand whose register this is, from `data/site.yml`.

    `title` is the site's own; `brand` what one of its workshops is called; `region` and
    `home_country` (ISO 3166-1 alpha-2) whose brand it is. `summary` describes the register to
    search engines on its home page, `description` in one sentence on all others, `about` on the page
    that explains it.
    """

    title: Text
    brand: Text
    region: Text
    home_country: CountryCode
    summary: Text
    description: Text
    about: Text


VOCABULARIES: dict[str, type[Model]] = {
    "fields": FieldTerm,
    "roles": Term,
    "statuses": StatusTerm,
    "milestone-kinds": Term,
    "partner-kinds": Term,
    "source-kinds": Term,
    "initiative-kinds": Term,
    "levels": LevelTerm,
    "modes": Term,
    "schedules": Term,
    "credit-systems": Term,
    "fee-periods": Term,
    "applicant-groups": Term,
    "intake-states": Term,
    "course-kinds": Term,
    "particulars": Term,
    "unlinked-hosts": HostTerm,
    "glossary": GlossaryTerm,
}
"""The controlled lists in `data/vocabularies/`, one file each: id → entry."""
