"""Models of records: one class per record type, one YAML file per record.

The file name without `.yml` is the record's id; the folder says its type. Editors write fields as a
person would say them; the evidence for a field is `values.Evidence`. The file
`records/field_guide.yml` explains each field to editors.
"""

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, PrivateAttr
from pydantic_core import PydanticKnownError

from mozi.records.values import (
    CatalogueCode,
    Claim,
    CountryId,
    CourseKindId,
    CurrencyCode,
    CurriculumId,
    Day,
    Disagreement,
    Duration,
    Evidence,
    Fact,
    FieldId,
    Figure,
    InitiativeId,
    InitiativeKindId,
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
    PlainText,
    ProgrammeId,
    ProjectId,
    RoleId,
    SourceId,
    SourceKindId,
    Statement,
    StatusId,
    Text,
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


class Country(SourcedRecord):
    """Country of a project or partner; its id is its ISO 3166-1 code, its name comes from CLDR."""

    kind = "countries"

    official_languages: Claim[list[LanguageCode]]
    point: Point | None = None


class Name(Evidence):
    """Further name of an institution, word for word."""

    text: PlainText
    language: LanguageCode


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
    website: Claim[Link] | None = None


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


def _no_other_number(value: Any) -> Any:
    if isinstance(value, (bool, float)):  # `True` and `1.0` equal 1 for Python, and for `Literal`
        raise PydanticKnownError("int_type")
    return value


Batch = Annotated[Literal[1, 2], BeforeValidator(_no_other_number)]
"""The signing that a project belongs to: 1 in September 2023, 2 in September 2024."""


class Status(Claim[StatusId]):
    """The state of a project or programme on a date."""

    as_of: PartialDate


class Project(SourcedRecord):
    """One Mozi Workshop: a Liaoning institution, an enterprise and a host institution together."""

    kind = "projects"

    name: Statement
    country: Claim[CountryId]
    city: Statement | None = None
    fields: Claim[list[FieldId]] | None = None
    batch: Claim[Batch] | None = None
    roles: list[Role] = []
    status: Status
    milestones: list[Milestone] = []
    courses: Statement | None = None
    student_numbers: Statement | None = None
    equipment: Statement | None = None
    funding: Statement | None = None
    website: Claim[Link] | None = None
    reference_curricula: list[CurriculumId] = []


class Workload(Evidence):
    """Amount of work: class hours, credits, or both."""

    hours: Annotated[int | None, Field(gt=0, le=20000)] = None
    credits: Annotated[int | float | None, Field(gt=0, le=1000)] = None


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
    semester: Annotated[int | None, Field(gt=0, le=12)] = None


class Fee(Evidence):
    """Fee, and who pays it."""

    what: Text
    amount: Annotated[int | float, Field(ge=0)]
    currency: CurrencyCode
    paid_by: Text | None = None


class Intake(Evidence):
    """One dated run of a programme: when, where, in which language, at what price."""

    start: PartialDate
    end: PartialDate | None = None
    apply_until: PartialDate | None = None
    places: Annotated[int | None, Field(gt=0)] = None
    language: LanguageCode | None = None
    mode: ModeId | None = None
    location: Text | None = None
    fees: list[Fee] = []


class Programme(SourcedRecord):
    """Programme of a workshop. Its intakes say when, where and for how much.

    The fields follow the EU Learning Opportunities profile, XCRI-CAP and schema.org.
    """

    kind = "programmes"

    name: Statement
    project: ProjectId
    fields: Claim[list[FieldId]]
    isced_f: Claim[IscedFCode] | None = None
    status: Status
    authoritative_language: Claim[LanguageCode] | None = None
    official_page: Claim[Link] | None = None
    languages: Claim[list[LanguageCode]] | None = None
    outcomes: list[Statement] = []
    qualification: Statement | None = None
    level: Claim[LevelId] | None = None
    length: Claim[Duration] | None = None
    workload: Workload | None = None
    admission: Statement | None = None
    application: Statement | None = None
    fees: list[Fee] = []
    intakes: list[Intake] = []
    mode: Claim[ModeId] | None = None
    location: Statement | None = None
    courses: list[Course] = []
    equipment: Statement | None = None
    placements: Statement | None = None
    occupations: list[Occupation] = []
    certificates: list[Statement] = []
    further_study: Statement | None = None
    contact: Statement | None = None
    prior_learning: Statement | None = None
    support: Statement | None = None
    catalogue: CatalogueEntry | None = None
    student_numbers: Statement | None = None
    reference_curricula: list[CurriculumId] = []


class Curriculum(SourcedRecord):
    """A course list that some institution published: a reference, never a Mozi Workshop's own."""

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
    "course-kinds": Term,
    "particulars": Term,
    "unlinked-hosts": HostTerm,
    "glossary": GlossaryTerm,
}
"""The controlled lists in `data/vocabularies/`, one file each: id → entry."""
