"""Which sheets the workbook has, and which columns: derived from the models."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mozi.editing.spreadsheet import messages
from mozi.records.completeness import expected_fields
from mozi.records.field_guide import FieldGuide, guide_of, guide_of_field
from mozi.records.field_types import FieldType, field_type
from mozi.records.file_format import key_order
from mozi.records.models import (
    Accreditation,
    Award,
    Contact,
    Country,
    Course,
    Curriculum,
    Deadline,
    Fee,
    Initiative,
    Intake,
    LanguageRequirement,
    Milestone,
    Name,
    Occupation,
    Partner,
    Programme,
    Project,
    Record,
    Role,
    Scholarship,
    Site,
    Source,
    StudentsOfYear,
)
from mozi.records.values import Disagreement, Evidence, Fact, Figure, Model, Statement, Text
from mozi.yaml_text.parse import KeyPath

RECORDS: tuple[type[Record], ...] = (
    Source,
    Partner,
    Project,
    Programme,
    Curriculum,
    Initiative,
    Country,
)
"""The kinds of records that a workbook may bring, in the order in which one fills them in. Topics
are not among them: they are the site's own words about itself."""


_TEXT = FieldType(str)


@dataclass(frozen=True)
class Column:
    """A column. `key` stands in its heading; `path` is where its values go in a record or item.

    `list` names the ids to choose from, as `choices` has them; `steps` are the models and fields on
    the way to the value: what the guide says of them explains the column.
    """

    key: str
    path: KeyPath
    shape: FieldType = _TEXT
    list: str = ""
    required: bool = False
    steps: tuple[tuple[type[Model], str], ...] = ()

    @property
    def titles(self) -> dict[str, str]:
        """Heading of the column, in English and Chinese."""
        entries = [guide_of_field(*step) for step in self.steps] or [self._own]
        return {
            lang: " · ".join(dict.fromkeys(entry.title.languages[lang] for entry in entries))
            for lang in ("en", "zh")
        }

    @property
    def about(self) -> Text:
        """Explanation of the column; that of the whole text for a text in one language."""
        if not self.steps:
            return self._own.text
        of_text = issubclass(self.steps[-1][0], Text) and self.path[-1] in Text.model_fields
        return guide_of_field(*self.steps[-2 if of_text and len(self.steps) > 1 else -1]).text

    @property
    def is_prose(self) -> bool:
        """Whether it holds words of a person, not ids, codes, dates or numbers."""
        return bool(self.steps) and issubclass(self.steps[-1][0], Text) and self.shape.kind is str

    @property
    def _own(self) -> FieldGuide:
        return messages.read_messages().columns[self.key]


@dataclass(frozen=True)
class Sheet:
    """A sheet: of a kind of record, of items that records have several of, or of evidence.

    `lists` are the fields of records that take its rows as items; none for records and evidence.
    """

    name: str
    model: type[Model]
    columns: tuple[Column, ...]
    lists: tuple[str, ...] = ()

    @property
    def titles(self) -> tuple[str, str]:
        """Names of the sheet in English and in Chinese."""
        own = messages.read_messages().sheets.get(self.name) or guide_of(self.model)
        return self.name.replace("_", " ").capitalize(), own.title.zh

    @property
    def title(self) -> str:
        """Text on the tab of the sheet."""
        return " ".join(self.titles)

    @property
    def about(self) -> Text:
        """Purpose of the sheet."""
        return (messages.read_messages().sheets.get(self.name) or guide_of(self.model)).text


def takes(record_type: type[Record], sheet: Sheet, name: str) -> bool:
    """Whether the rows of `sheet` can be items of the record's field `name`."""
    model: type[Model] = record_type
    if name in IN_INTAKES and name not in record_type.model_fields:
        model = Intake if record_type is Programme else record_type
    if name not in sheet.lists or name not in model.model_fields:
        return False
    shape = field_type(model, name)
    return shape.many and shape.model is not None and issubclass(sheet.model, shape.model)


def bearing(record_type: type[Record]) -> list[str]:
    """The single values of a record that may say how they are known."""
    fields = []
    for name in key_order(record_type):
        shape = field_type(record_type, name)
        model = shape.claim or (None if shape.many else shape.model)
        if model and issubclass(model, Evidence):
            fields.append(name)
    return fields


def _columns(
    model: type[Model],
    path: KeyPath = (),
    steps: tuple[tuple[type[Model], str], ...] = (),
    required: bool = True,
    *,
    evidence: bool = False,
) -> Iterator[Column]:
    """The columns of all single values inside `model`; `evidence`: those of its own evidence too."""
    for name in key_order(model):
        needed = model.model_fields[name].is_required()
        is_evidence = issubclass(model, Evidence) and name in Evidence.model_fields
        if is_evidence and not (evidence or needed):
            continue
        shape = field_type(model, name)
        to, way, needed = (*path, name), (*steps, (model, name)), required and needed
        if shape.model is None:
            key = ".".join(str(step) for step in to)
            yield Column(key, to, shape, shape.ref.kind if shape.ref else "", needed, way)
        elif not shape.many:
            yield from _columns(shape.model, to, way, needed)


def _of_records(record_type: type[Record]) -> Sheet:
    columns = [column for column in _columns(record_type) if column.key != "unpublished"]
    return Sheet(record_type.kind, record_type, (_ID, *columns, *_unpublished(record_type)))


def _unpublished(record_type: type[Record]) -> Iterator[Column]:
    """The column for what has none of its own, where anything is expected of the record."""
    if expected_fields(record_type.kind):
        names = f"particulars/{record_type.kind}"
        yield Column(
            "unpublished",
            ("unpublished",),
            field_type(record_type, "unpublished"),
            names,
            steps=((record_type, "unpublished"),),
        )


def _of_items(
    name: str, model: type[Model], *lists: str, columns: tuple[Column, ...] = ()
) -> Sheet:
    """The sheet of items; with several lists, a column says which one a row goes into."""
    which = Column("list", (), list="lists", required=True)
    own = columns or tuple(_columns(model, evidence=True))
    return Sheet(name, model, (_RECORD, *([which] if len(lists) > 1 else []), *own), lists)


def _of_disagreements() -> tuple[Column, ...]:
    """A row is one version; what belongs to the disagreement as a whole has keys with `point`."""
    whole = {column.key: column for column in _columns(Disagreement)}
    versions = (
        replace(column, path=("versions", 0, *column.path))
        for column in _columns(Statement, evidence=True)
    )
    notes = (replace(whole[f"note.{lang}"], key=f"point.note.{lang}") for lang in ("en", "zh"))
    return (whole["point.en"], whole["point.zh"], whole["about"], *versions, *notes)


_ID = Column("id", ())
_RECORD = Column("record", (), required=True)
_FIELD = Column("field", (), list="fields", required=True)
_INTAKE = Column("intake", (), FieldType(str, date=True))
_OWN_INTAKE = replace(_INTAKE, required=True)

EVIDENCE = Sheet("evidence", Evidence, (_RECORD, _FIELD, *_columns(Evidence, evidence=True)))

_FEES = (_INTAKE, *_columns(Fee, evidence=True))
_DEADLINES = (_OWN_INTAKE, *_columns(Deadline, evidence=True))

IN_INTAKES = ("fees", "deadlines")
"""Sheets whose rows name an intake, by its start, that they belong to; fees need not."""

SHEETS: tuple[Sheet, ...] = (
    *(_of_records(record_type) for record_type in RECORDS),
    EVIDENCE,
    _of_items("roles", Role, "roles"),
    _of_items("milestones", Milestone, "milestones"),
    _of_items("statements", Fact, "facts", "cautions", "outcomes", "certificates"),
    _of_items("courses", Course, "courses"),
    _of_items("intakes", Intake, "intakes"),
    _of_items("fees", Fee, "fees", columns=_FEES),
    _of_items("deadlines", Deadline, "deadlines", columns=_DEADLINES),
    _of_items("scholarships", Scholarship, "scholarships"),
    _of_items("contacts", Contact, "contacts"),
    _of_items("awards", Award, "awards"),
    _of_items("accreditations", Accreditation, "accreditations"),
    _of_items("language_requirements", LanguageRequirement, "language_requirements"),
    _of_items("students_by_year", StudentsOfYear, "students_by_year"),
    _of_items("sites", Site, "sites"),
    _of_items("occupations", Occupation, "occupations"),
    _of_items("figures", Figure, "figures"),
    _of_items("other_names", Name, "other_names"),
    _of_items("also_known_as", Name, "also_known_as"),
    _of_items("disagreements", Disagreement, "disagreements", columns=_of_disagreements()),
)
"""Every sheet that is read, in the order of the workbook."""
