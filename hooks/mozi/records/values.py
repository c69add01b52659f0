"""Values of fields: texts, statements with evidence, dates, codes, links.

Every model refuses unknown keys. Texts are plain text, never HTML.
"""

import re
from collections.abc import Callable, Iterable
from typing import Annotated, Any, ClassVar, Generic, Literal, Self, TypeVar
from urllib.parse import urlsplit

import pydantic
from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError, core_schema

from mozi.records import cldr
from mozi.yaml_text.parse import KeyPath, KeyPathStep

SLUG = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
LINK_SCHEMES = ("https", "http", "mailto", "tel")
TEXT_LANGUAGES_REQUIRED = ("en", "zh")


def invalid(variant: str, /, **values: str) -> PydanticCustomError:
    """Return an error for an editor.

    `variant` is a wording of MZ203 in the rulebook, and `values` fill its placeholders.
    """
    return PydanticCustomError("mozi", "{variant}", {"variant": variant, **values})


class Model(pydantic.BaseModel):
    """A mapping in a record: unknown keys are errors, values are never converted silently.

    Private attributes that a build reads millions of times are read from pydantic's own dictionary
    of them: `model._name` returns the same value but takes fifty times as long.
    """

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


# Scalars -----------------------------------------------------------------------------------------


_CONTROL = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ufffd\U00010000-\U0010ffff]")
"""Characters that no text may hold, and XML cannot: control characters, hidden line ends,
code points that are no characters."""


def _plain_text(value: str) -> str:
    if not value.strip():
        raise invalid("empty-text")
    control = _CONTROL.search(value)
    if control:
        raise invalid("control-character", value=f"U+{ord(control[0]):04X}")
    return value


PlainText = Annotated[str, AfterValidator(_plain_text)]
"""Text without markup; never empty."""


class Ref(str):
    """Id of another record or of a vocabulary entry; `kind` is its folder or vocabulary."""

    kind: ClassVar[str]
    pattern: ClassVar[re.Pattern[str]] = SLUG

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls._checked, core_schema.str_schema(strict=True)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _core: Any, _handler: Any) -> dict[str, Any]:
        return {"type": "string", "pattern": cls.pattern.pattern, "x-refers-to": cls.kind}

    @classmethod
    def _checked(cls, value: str) -> Self:
        if not cls.pattern.fullmatch(value):
            raise invalid("id", value=value)
        return cls(value)


class SourceId(Ref):
    """Id of a record in `data/sources/`."""

    kind = "sources"


class CountryId(Ref):
    """Id of a record in `data/countries/`."""

    kind = "countries"


class PartnerId(Ref):
    """Id of a record in `data/partners/`."""

    kind = "partners"


class ProjectId(Ref):
    """Id of a record in `data/projects/`."""

    kind = "projects"


class ProgrammeId(Ref):
    """Id of a record in `data/programmes/`."""

    kind = "programmes"


class CurriculumId(Ref):
    """Id of a record in `data/curricula/`."""

    kind = "curricula"


class InitiativeId(Ref):
    """Id of a record in `data/initiatives/`."""

    kind = "initiatives"


class FieldId(Ref):
    """Id of an entry of `data/vocabularies/fields.yml`."""

    kind = "vocabularies/fields"


class RoleId(Ref):
    """Id of an entry of `data/vocabularies/roles.yml`."""

    kind = "vocabularies/roles"


class StatusId(Ref):
    """Id of an entry of `data/vocabularies/statuses.yml`."""

    kind = "vocabularies/statuses"


class MilestoneKindId(Ref):
    """Id of an entry of `data/vocabularies/milestone-kinds.yml`."""

    kind = "vocabularies/milestone-kinds"


class PartnerKindId(Ref):
    """Id of an entry of `data/vocabularies/partner-kinds.yml`."""

    kind = "vocabularies/partner-kinds"


class SourceKindId(Ref):
    """Id of an entry of `data/vocabularies/source-kinds.yml`."""

    kind = "vocabularies/source-kinds"


class InitiativeKindId(Ref):
    """Id of an entry of `data/vocabularies/initiative-kinds.yml`."""

    kind = "vocabularies/initiative-kinds"


class LevelId(Ref):
    """Id of an entry of `data/vocabularies/levels.yml`."""

    kind = "vocabularies/levels"


class ModeId(Ref):
    """Id of an entry of `data/vocabularies/modes.yml`."""

    kind = "vocabularies/modes"


class CourseKindId(Ref):
    """Id of an entry of `data/vocabularies/course-kinds.yml`."""

    kind = "vocabularies/course-kinds"


class ScheduleId(Ref):
    """Id of an entry of `data/vocabularies/schedules.yml`."""

    kind = "vocabularies/schedules"


class CreditSystemId(Ref):
    """Id of an entry of `data/vocabularies/credit-systems.yml`."""

    kind = "vocabularies/credit-systems"


class FeePeriodId(Ref):
    """Id of an entry of `data/vocabularies/fee-periods.yml`."""

    kind = "vocabularies/fee-periods"


class ApplicantGroupId(Ref):
    """Id of an entry of `data/vocabularies/applicant-groups.yml`."""

    kind = "vocabularies/applicant-groups"


class IntakeStateId(Ref):
    """Id of an entry of `data/vocabularies/intake-states.yml`."""

    kind = "vocabularies/intake-states"


class ParticularId(Ref):
    """Id of an entry of `data/vocabularies/particulars.yml`: a field that it names."""

    kind = "vocabularies/particulars"
    pattern = re.compile(r"^[a-z]+(_[a-z]+)*$")


_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_MONTH_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_partial_date(value: str) -> bool:
    """Whether `value` is a year, a month or a day of the calendar (ISO 8601, reduced precision)."""
    match = _DATE.fullmatch(value)
    if not match or int(match[1]) < 1000:
        return False
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    if not 1 <= month <= 12 or not 1 <= day <= _MONTH_LENGTHS[month - 1]:
        return False
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return not (month == 2 and day == 29 and not is_leap)


def _partial_date(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str) and not is_partial_date(value):
        raise invalid("date", value=value)
    return value


PartialDate = Annotated[
    str,
    BeforeValidator(_partial_date),
    Field(json_schema_extra={"type": ["string", "integer"]}),
]
"""ISO 8601 date as precise as it is known: `2024`, `2024-09` or `2024-09-24`. Sorts as text."""


def is_before(one: str, other: str) -> bool:
    """Whether the date `one` is certainly earlier than `other`, each as precise as it is known.

    `2024` is before `2025-03` but not before `2024-09`: only the part that both dates have is
    compared.
    """
    length = min(len(one), len(other))  # dates of one length sort as text
    return one[:length] < other[:length]


def _day(value: str) -> str:
    if len(value) != len("2024-09-24"):
        raise invalid("day", value=value)
    return value


Day = Annotated[PartialDate, AfterValidator(_day)]
"""ISO 8601 calendar day."""


_DURATION = re.compile(
    r"P(?=[0-9])([0-9]{1,2}(\.[0-9]{1,2})?Y)?([0-9]{1,3}M)?([0-9]{1,3}W)?([0-9]{1,4}D)?"
)


def _duration(value: str) -> str:
    if not _DURATION.fullmatch(value):
        raise invalid("duration", value=value)
    return value


Duration = Annotated[str, AfterValidator(_duration)]
"""ISO 8601 duration in years, months, weeks and days."""


def _link(value: str) -> str:
    try:
        parts = urlsplit(value)
        _ = parts.port  # raises `ValueError` where the port is no number
    except ValueError:
        raise invalid("link", value=value) from None
    if parts.scheme not in LINK_SCHEMES:
        raise invalid("link-scheme", value=value, scheme=parts.scheme or value[:12])
    if parts.scheme in ("http", "https") and not parts.hostname:
        raise invalid("link-host", value=value)
    if re.search(r"[\s<>\"]", value):
        raise invalid("link-characters", value=value)
    if not value.isprintable():
        raise invalid("link-invisible", value=value)
    return value


Link = Annotated[str, AfterValidator(_link)]
"""Absolute link: http, https, mailto or tel, with a target."""


def _matched(pattern: str, variant: str) -> Callable[[str], str]:
    compiled = re.compile(pattern, re.ASCII)
    return _coded(lambda value: bool(compiled.fullmatch(value)), variant)


def _coded(is_known: Callable[[str], bool], variant: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        if not is_known(value):
            raise invalid(variant, value=value)
        return value

    return check


def _digits(least: int, most: int) -> Callable[[str], bool]:
    return lambda code: bool(re.fullmatch(rf"[0-9]{{{least},{most}}}", code))


LanguageCode = Annotated[str, AfterValidator(_coded(cldr.is_language, "language"))]
"""BCP 47 language tag that CLDR knows."""

CountryCode = Annotated[str, AfterValidator(_coded(cldr.is_territory, "country"))]
"""ISO 3166-1 alpha-2 code of a country in lower case, such as `cn`."""

CurrencyCode = Annotated[str, AfterValidator(_coded(cldr.is_currency, "currency"))]
"""ISO 4217 currency code."""

IscedFCode = Annotated[str, AfterValidator(_coded(_digits(2, 4), "isced-f"))]
"""ISCED-F 2013 field of education: two to four digits, quoted."""

IscoCode = Annotated[str, AfterValidator(_coded(_digits(1, 4), "isco"))]
"""ISCO-08 occupation: up to four digits, quoted."""

CatalogueCode = Annotated[str, AfterValidator(_coded(_digits(6, 6), "catalogue"))]
"""Six digits of the Chinese catalogue of vocational programmes, quoted."""


TimeOfDay = Annotated[str, AfterValidator(_matched("([01][0-9]|2[0-3]):[0-5][0-9]", "time"))]
"""Time of a day in hours and minutes, `00:00` to `23:59`."""

TimeZone = Annotated[str, AfterValidator(_coded(cldr.is_time_zone, "time-zone"))]
"""Time zone of the IANA database, such as `Asia/Dushanbe`."""

Email = Annotated[
    str,
    AfterValidator(_matched(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+", "email")),
]
"""E-mail address of an office, without `mailto:` (HTML, 4.10.5.1.5, with a dot in the domain)."""

Phone = Annotated[str, AfterValidator(_matched(r"\+[1-9]([ ()-]{0,2}[0-9]){5,14}", "phone"))]
"""Telephone number of an office with its country code (ITU-T E.164): `+992 372 34 88 01`."""

_OWNER = re.compile(r"@[A-Za-z0-9](-?[A-Za-z0-9]){0,38}(/\w[\w.-]*)?", re.ASCII)

Owner = Annotated[str, AfterValidator(_coded(lambda name: bool(_OWNER.fullmatch(name)), "owner"))]
"""Person or team on GitHub: `@name` or `@organisation/team`."""


# Texts and evidence ------------------------------------------------------------------------------


class Text(Model):
    """One text in several languages; English and Chinese are required.

    Other keys are BCP 47 codes, for names that have an official form in another language. All
    other translations live in `data/translations/`.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, PlainText] = Field(init=False)

    en: PlainText
    zh: PlainText

    _context: str = pydantic.PrivateAttr(default="")

    @pydantic.model_validator(mode="before")
    @classmethod
    def _known_keys(cls, data: Any) -> Any:
        if isinstance(data, str):
            raise invalid("text-without-language", value=data)
        if isinstance(data, dict):
            for key in data:
                if key not in cls.model_fields and not cldr.is_language(str(key)):
                    raise PydanticCustomError(
                        "unknown_key", "{key}", {"key": str(key), "known": list(cls.model_fields)}
                    )
        return data

    @property
    def key(self) -> tuple[str, str]:
        """Context and English text, the key by which translations are found."""
        return self.__pydantic_private__["_context"], self.en  # type: ignore[index]

    @property
    def context(self) -> str:
        """Record and field that the text belongs to, as translators see it; see `set_contexts`."""
        return self.__pydantic_private__["_context"]  # type: ignore[index, no-any-return]

    @property
    def languages(self) -> dict[str, str]:
        """The text by language code, English and Chinese first, in the record's own order."""
        return {"en": self.en, "zh": self.zh, **(self.__pydantic_extra__ or {})}

    def written(self, code: str) -> str | None:
        """Return the text in a language, as in `languages`; None where the record has none.

        It is called often and therefore makes no dictionary.
        """
        if code == "en":
            return self.en
        return self.zh if code == "zh" else (self.__pydantic_extra__ or {}).get(code)


Basis = Literal["confirmed", "inferred"]


class Evidence(Model):
    """Evidence for a value or text. A mapping without `cite` rests on its record's own sources."""

    as_of: PartialDate | None = None
    basis: Basis = "confirmed"
    note: Text | None = None
    cite: list[SourceId] = []


def nested(inner: Evidence, outer: Evidence) -> Evidence:
    """Return the evidence of a value inside another: `inner`, filled up from `outer`.

    It is inferred if either is: a fee of an inferred intake is no surer than the intake.
    """
    return Evidence(
        as_of=inner.as_of or outer.as_of,
        basis="inferred" if "inferred" in (inner.basis, outer.basis) else "confirmed",
        note=inner.note or outer.note,
        cite=inner.cite or outer.cite,
    )


class Statement(Evidence, Text):
    """Localised text with its evidence."""


class Fact(Statement):
    """Statement with an optional heading."""

    label: Text | None = None


Value = TypeVar("Value")


class Claim(Evidence, Generic[Value]):
    """Value with its evidence; editors may write the value alone where there is none to give."""

    value: Value

    @pydantic.model_validator(mode="before")
    @classmethod
    def _bare(cls, data: Any) -> Any:
        return data if isinstance(data, dict) else {"value": data}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: Any) -> dict[str, Any]:
        whole = handler.resolve_ref_schema(handler(core))
        if whole["required"] != ["value"]:
            return dict(whole)
        return {"anyOf": [whole["properties"]["value"], whole]}


class Figure(Evidence):
    """Published number."""

    label: Text
    value: int | float
    bound: Literal["exactly", "about", "more-than", "at-least"] = "exactly"
    unit: Literal["count", "percent", "hours", "credits"] = "count"


class Disagreement(Model):
    """Point on which sources differ; every version is shown.

    `about` are the fields in dispute, which descriptions for machines leave out; without `about`,
    any field of the record may be in dispute.
    """

    point: Text
    about: Annotated[list[ParticularId], Field(min_length=1)] | None = None
    versions: Annotated[list[Statement], Field(min_length=2)]
    note: Text | None = None


Place = tuple[KeyPath, Any]
"""Path of a value inside a record, and the value."""


def walk(value: Any, path: KeyPath = ()) -> list[Place]:
    """Return every value inside `value`, each with its path: `path` and the steps behind it.

    `value` is a model, list or scalar. It comes first, then all values inside it, depth first.
    """
    places: list[Place] = []
    _collect(value, path, places)
    return places


def _collect(value: Any, path: KeyPath, places: list[Place]) -> None:
    places.append((path, value))
    if isinstance(value, list):
        inside: Iterable[tuple[KeyPathStep, Any]] = enumerate(value)
    else:  # `isinstance` with pydantic's classes takes longer
        inside = getattr(value, "__dict__", {}).items()
    for step, inner in inside:
        if isinstance(inner, str):  # most are
            places.append(((*path, step), inner))
        elif inner is not None:
            _collect(inner, (*path, step), places)


def set_contexts(value: Any, owner: str, keys: str = "") -> None:
    """Set the context of every text inside `value`: `owner`, a space, the keys that lead there.

    `keys` are the keys that lead to `value`, joined by dots. List positions are left out, so that a
    change of order keeps the translations.
    """
    if isinstance(value, list):
        for inner in value:
            set_contexts(inner, owner, keys)
        return
    for name, inner in getattr(value, "__dict__", {}).items():
        if inner is not None and not isinstance(inner, str):  # most are
            set_contexts(inner, owner, keys if name == "value" else f"{keys}.{name}".lstrip("."))
    if isinstance(value, Text):
        value._context = f"{owner} {keys}".strip()


TextKey = tuple[str, str]
"""Context and English text of a localised text; the context is empty for interface strings."""
