"""Programmes for registers of the European Union: ELM 1.1, in JSON-LD 1.1.

The European Learning Model's profile for Learning Opportunities and Qualifications (LOQ) makes some
properties mandatory. A programme that lacks one of them is not described at all: half a description
would not be valid, and no value is invented.

Remarks on a value are notes of the same description. Of inferred values only the ISCED-F code is
given, with the reason: sources do not write such codes, somebody assigns them.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from mozi.addresses.urls import address_of, vocabulary_of
from mozi.graph.record_graph import RecordGraph
from mozi.linked_data import codes
from mozi.linked_data.certainty import account, all_plain, disputed, plain, settled
from mozi.linked_data.elm_organisations import can_be_described, organisation
from mozi.linked_data.elm_texts import Texts, elm_node, location, typed, web_resource
from mozi.linked_data.intakes import exact_deadlines, intake_in_words, programme_values
from mozi.linked_data.nodes import Node, id_of, url_of
from mozi.linked_data.offers import fee_remarks
from mozi.presentation.money import price, scholarship_details
from mozi.presentation.wordings import (
    accreditation,
    age,
    award,
    contact,
    language_requirement,
    occupation,
)
from mozi.presentation.wordings import workload as workload_in_words
from mozi.presentation.writer import Writer
from mozi.records.models import (
    Accreditation,
    Award,
    Contact,
    Fee,
    Occupation,
    Partner,
    Programme,
    Project,
    Role,
    Scholarship,
    Workload,
)
from mozi.records.values import Evidence, LevelId, Ref, Statement

ItemInWords = Callable[[Writer, Any, Programme], str]
"""Function that puts an item of a programme into words."""

_CONTEXT = {
    "dc": "http://purl.org/dc/terms/",
    "elm": "http://data.europa.eu/snb/model/elm/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rov": "http://www.w3.org/ns/regorg#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_PROVIDING = ("lead", "host")
"""Roles of partners that direct or provide the teaching of a workshop."""

MEDIA_TYPE = "application/ld+json"


def title(w: Writer) -> str:
    """The title of the description on pages."""
    # Translators: a file at the end of a programme's page; the name of a standard of the EU.
    return w._("European Learning Model (JSON-LD)")


# Mandatory properties -----------------------------------------------------------------------------


def missing(graph: RecordGraph, programme: Programme) -> list[str]:
    """Fields that a description of `programme` needs and its records do not state outright.

    `host` stands for an institution that leads or hosts the project, with its name and country.
    The list is empty for a programme that can be described.
    """
    p = programme
    page, base = _settled_field(p, "official_page"), _settled_field(p, "authoritative_language")
    settled_fields = {
        "name": _settled_field(p, "name"),
        "official_page": page and page.value.startswith("http"),
        "authoritative_language": base and codes.language(base.value),
        "isced_f": p.isced_f and not disputed(p, "isced_f"),
        "languages": _language_concepts(_languages(p)),
        "outcomes": _outcomes(p),
        "host": _providing_roles(graph, p),
    }
    return [name for name, value in settled_fields.items() if not value]


def _settled_field(programme: Programme, field: str) -> Any:
    """The evidence of a field that the record states outright; None where it does not."""
    evidence = getattr(programme, field)
    return evidence if evidence and settled(programme, evidence, field) else None


def _languages(programme: Programme) -> list[str]:
    """Languages of teaching, with a remark where they need one; those of all intakes otherwise."""
    if programme.languages:
        own = _settled_field(programme, "languages")
        return list(own.value) if own else []
    return programme_values(programme, "languages")


def _language_concepts(tags: Sequence[str]) -> list[Node]:
    return [concept for tag in tags if (concept := codes.language(tag))]


def _outcomes(programme: Programme) -> list[Any]:
    return [each for each in programme.outcomes if plain(programme, "outcomes", each)]


def _providing_roles(graph: RecordGraph, programme: Programme) -> list[Role]:
    """Roles of the institutions that provide the programme, one for each institution."""
    project: Project = graph.get(programme.project)
    roles = {
        role.partner: role
        for role in project.roles
        if role.role in _PROVIDING
        and not role.as_of
        and settled(project, role, role.role, "roles")
        and can_be_described(graph.get(role.partner))
    }
    return list(roles.values())


# The description ----------------------------------------------------------------------------------


def opportunity(writers: Sequence[Writer], programme: Programme) -> Node:
    """Description of `programme`, every text in all languages it has.

    `writers` belong to the site's languages, the default language first. Call it only for a
    programme of which nothing is `missing`.
    """
    return {"@context": _CONTEXT, **_Description(writers, programme).opportunity()}


class _Description:
    """Description of one programme, written by one writer for each language."""

    def __init__(self, writers: Sequence[Writer], programme: Programme) -> None:
        self._texts = Texts(writers)
        self._w = writers[0]
        self._programme = programme
        self._roles = _providing_roles(self._w.graph, programme)

    def opportunity(self) -> Node:
        """The learning opportunity: place, time and price of the programme."""
        p = self._programme
        base, page = _settled_field(p, "authoritative_language"), _settled_field(p, "official_page")
        length = plain(p, "length", p.length)
        intakes = all_plain(p, "intakes", p.intakes)
        return elm_node(
            "elm:LearningOpportunity",
            id=id_of(self._w, p),
            properties={
                "dc:title": self._texts.of_record(p.name),
                "foaf:homepage": web_resource(page.value),
                "elm:supplementaryDocument": [
                    web_resource(url_of(w, address_of(p)), w.language.code)
                    for w in self._texts.writers
                ],
                "elm:defaultLanguage": codes.language(base.value),
                "elm:duration": typed(
                    "xsd:duration", codes.duration(length.value) if length else None
                ),
                "elm:mode": [codes.mode(mode) for mode in programme_values(p, "mode")],
                "elm:learningSchedule": codes.schedule(programme_values(p, "schedule")),
                "elm:scheduleInformation": self._texts.note_in_words(self._schedule),
                "elm:admissionProcedure": self._field_note("application"),
                "elm:applicationDeadline": [
                    typed("xsd:dateTime", moment.isoformat())
                    for intake in intakes
                    for moment in exact_deadlines(p, intake)
                ],
                "elm:priceDetail": [self._price(f) for f in all_plain(p, "fees", p.fees)],
                "elm:grant": [
                    self._grant(each) for each in all_plain(p, "scholarships", p.scholarships)
                ],
                "elm:location": self._places(),
                "elm:providedBy": [
                    organisation(self._texts, self._w.graph.get(role.partner), role.note)
                    for role in self._roles
                ],
                "elm:learningAchievementSpecification": self._specification(),
                "elm:learningActivitySpecification": self._activity(),
                "elm:additionalNote": [
                    self._texts.note_in_words(lambda w: account(w, p)),
                    self._texts.note_in_words(_draft_notice),
                    *self._remarks("name", "official_page", "authoritative_language"),
                    self._labelled_note("placements"),
                    self._labelled_note("support"),
                    self._labelled_note("contact"),
                    self._items_note("contacts", _contact_in_words),
                ],
            },
        )

    def _specification(self) -> Node:
        """The learning achievement.

        Qualifications are only notes here: their own class needs levels of EQF and NQF.
        """
        p = self._programme
        return elm_node(
            "elm:LearningAchievementSpecification",
            id=self._achievement_id,
            properties={
                "dc:title": self._texts.of_record(p.name),
                "elm:ISCEDFCode": codes.field(p.isced_f.value) if p.isced_f else None,
                "dc:language": _language_concepts(_languages(p)),
                "elm:creditPoint": self._credit_point(),
                "elm:educationLevel": [self._concept("levels", level) for level in self._levels()],
                "elm:entryRequirement": self._entry_requirement(),
                "elm:learningOutcome": [
                    elm_node("elm:LearningOutcome", {"dc:title": self._texts.of_record(each)})
                    for each in _outcomes(p)
                ],
                "elm:awardingOpportunity": self._awarding_opportunity(),
                "elm:additionalNote": [
                    self._labelled_note("qualification"),
                    *self._remarks("isced_f", "languages"),
                    self._items_note("awards", _award_in_words, "qualification"),
                    self._credits_note(),
                    self._items_note("certificates", _statement_in_words),
                    self._items_note("accreditations", _accreditation_in_words),
                    self._items_note("occupations", _occupation_in_words),
                    self._labelled_note("prior_learning"),
                    self._labelled_note("further_study"),
                ],
            },
        )

    @property
    def _achievement_id(self) -> str:
        return f"{self._w.settings.site_url}{address_of(self._programme)}#achievement"

    def _activity(self) -> Node | None:
        """The teaching, with its class hours; None where they are not given outright."""
        p = self._programme
        workload = plain(p, "workload", p.workload)
        if not workload or not workload.hours:
            return None
        return elm_node(
            "elm:LearningActivitySpecification",
            {
                "dc:title": self._texts.of_record(p.name),
                "elm:contactHour": str(workload.hours),
                "dc:language": _language_concepts(_languages(p)),
            },
        )

    def _credit_point(self) -> Node | None:
        """Credits with the system that they belong to; None without one, which the model asks for."""
        workload = plain(self._programme, "workload", self._programme.workload)
        if not workload or workload.credits is None or not workload.credit_system:
            return None
        system = workload.credit_system
        return elm_node(
            "elm:CreditPoint",
            {
                "elm:framework": codes.credit_system(system)
                or self._concept("credit-systems", system),
                "elm:point": str(workload.credits),
            },
        )

    def _credits_note(self) -> Node | None:
        """Credits of which nobody says to which system they belong, in words."""
        workload = plain(self._programme, "workload", self._programme.workload)
        if not workload or workload.credits is None or workload.credit_system:
            return None
        bare = Workload(credits=workload.credits)
        return self._texts.labelled_note(
            "workload", lambda w: [workload_in_words(w, bare, self._programme).text.text]
        )

    def _levels(self) -> list[LevelId]:
        """Levels of the programme and of its awards, each once."""
        p = self._programme
        level = plain(p, "level", p.level)
        awards = all_plain(p, "awards", p.awards, "qualification", "level")
        levels = [*([level.value] if level else []), *(each.level for each in awards)]
        return [each for each in dict.fromkeys(levels) if each]

    def _concept(self, vocabulary: str, id: Ref) -> Node:
        """A concept of one of this site's own lists, where no European list has it."""
        scheme = f"{self._w.settings.site_url}{vocabulary_of(vocabulary)}"
        return {
            **codes.concept(f"{scheme}#{id}", scheme),
            "skos:prefLabel": self._texts.of_record(self._w.graph.get(id).name),
        }

    def _entry_requirement(self) -> Node | None:
        """Requirements: what applicants must have, know and be, in one note, as the model allows no more."""
        p = self._programme
        examination = plain(p, "entrance_examination", p.entrance_examination)
        languages = all_plain(p, "language_requirements", p.language_requirements, "admission")
        years = all_plain(p, "age", [p.age] if p.age else [], "admission")
        if not examination and not languages and not years:
            return self._field_note("admission")
        admission = plain(p, "admission", p.admission)

        def requirements(w: Writer) -> str:
            texts = [
                ("admission", w.words(admission).text if admission else ""),
                ("entrance_examination", w.words(examination).text if examination else ""),
                *(
                    ("language_requirements", language_requirement(w, each, p).text.text)
                    for each in languages
                ),
                *(("age", age(w, each, p).text.text) for each in years),
            ]
            return "\n".join(
                w._("%(label)s: %(value)s", label=w.field_label(name), value=text)
                for name, text in texts
                if text
            )

        return self._texts.note_in_words(requirements)

    def _awarding_opportunity(self) -> Node | None:
        """The partners that award the programme's qualifications; None where none can be named."""
        p = self._programme
        awards = all_plain(p, "awards", p.awards, "qualification")
        bodies: dict[str, Partner] = {
            each.awarded_by: self._w.graph.get(each.awarded_by)
            for each in awards
            if each.awarded_by
        }
        described = [body for body in bodies.values() if can_be_described(body)]
        if not described:
            return None
        providing = {role.partner for role in self._roles}
        return elm_node(
            "elm:AwardingOpportunity",
            {
                "elm:awardingBody": [
                    {"@id": id_of(self._w, body)}
                    if body.id in providing
                    else organisation(self._texts, body)
                    for body in described
                ],
                "elm:learningAchievementSpecification": {"@id": self._achievement_id},
            },
        )

    def _places(self) -> list[Node]:
        """The places of teaching; none without a country, as the model asks for one."""
        project: Project = self._w.graph.get(self._programme.project)
        land = plain(project, "country", project.country)
        if not land or not codes.country(land.value):
            return []
        places = programme_values(self._programme, "location")
        return [location(self._texts, land.value, place) for place in places]

    def _price(self, fee: Fee) -> Node:
        return elm_node(
            "elm:PriceDetail",
            {
                "skos:prefLabel": self._texts.of_record(fee.what),
                "elm:amount": self._amount(fee),
                "elm:additionalNote": self._texts.note_in_words(
                    lambda w: w.language.join_clauses(
                        [*_price_in_words(w, fee), *fee_remarks(w, fee)]
                    )
                ),
            },
        )

    def _amount(self, fee: Fee) -> Node | None:
        """The amount of a fee; none where it is not one amount for the whole programme."""
        if not fee.amount or fee.currency is None or not _is_whole_price(fee):
            return None
        return elm_node(
            "elm:Amount",
            {
                "rdf:value": typed("xsd:decimal", str(fee.amount)),
                "elm:unit": codes.currency(fee.currency),
            },
        )

    def _grant(self, scholarship: Scholarship) -> Node:
        return elm_node(
            "elm:Grant",
            {
                "dc:title": self._texts.of_record(scholarship.name),
                "dc:description": self._texts.in_words(
                    lambda w: w.language.join_clauses(scholarship_details(w, scholarship))
                ),
                "elm:contentUrl": typed("xsd:anyURI", scholarship.page),
            },
        )

    # Texts and notes ---------------------------------------------------------------------------

    def _schedule(self, w: Writer) -> str:
        """Time of study and intakes in words: the model takes only exact times, records have days."""
        p = self._programme
        schedule = plain(p, "schedule", p.schedule)
        lines = [intake_in_words(w, p, each) for each in all_plain(p, "intakes", p.intakes)]
        if schedule:
            text = w.listed(schedule.value)
            lines.insert(
                0, w._("%(label)s: %(value)s", label=w.field_label("schedule"), value=text)
            )
        return "\n".join(lines)

    def _field_note(self, field: str) -> Node | None:
        p = self._programme
        return self._texts.note(plain(p, field, getattr(p, field)))

    def _labelled_note(self, field: str) -> Node | None:
        """A note with a statement for which the model has no property."""
        statement = plain(self._programme, field, getattr(self._programme, field))
        if not statement:
            return None
        return self._texts.labelled_note(field, lambda w: [w.words(statement).text])

    def _items_note(self, field: str, write: ItemInWords, *also: str) -> Node | None:
        """A note with the items of a field for which the model has no property."""
        p = self._programme
        items = all_plain(p, field, getattr(p, field), *also)
        return self._texts.labelled_note(field, lambda w: [write(w, each, p) for each in items])

    def _remarks(self, *fields: str) -> list[Node | None]:
        """Notes on values that are given although they are inferred, dated or have a note."""
        return [self._texts.note_in_words(partial(self._remark, name=name)) for name in fields]

    def _remark(self, w: Writer, name: str) -> str:
        evidence: Evidence | None = getattr(self._programme, name)
        if not evidence:
            return ""
        parts = [
            w._("inferred") if evidence.basis == "inferred" else "",
            w._("(as of %(date)s)", date=w.language.date(evidence.as_of)) if evidence.as_of else "",
            w.words(evidence.note).text if evidence.note else "",
        ]
        remark = w.language.join_clauses(part for part in parts if part)
        return remark and f"{w.field_label(name)}: {remark}"


def _draft_notice(w: Writer) -> str:
    """A notice if the translation is a draft; else empty."""
    return w._("Draft translation, not reviewed yet.") if w.language.draft else ""


def _is_whole_price(fee: Fee) -> bool:
    return fee.amount_to is None and fee.per in (None, "once", "programme")


def _price_in_words(w: Writer, fee: Fee) -> list[str]:
    """Remark on a fee that its amount does not make: that it is none, a range, or for a time."""
    if fee.free:
        return [w._("free of charge")]
    return [price(w, fee)] if fee.amount and (fee.per or fee.amount_to is not None) else []


def _statement_in_words(w: Writer, value: Statement, _owner: Programme) -> str:
    return w.words(value).text


def _award_in_words(w: Writer, value: Award, owner: Programme) -> str:
    return award(w, value, owner).text.text


def _accreditation_in_words(w: Writer, value: Accreditation, owner: Programme) -> str:
    return accreditation(w, value, owner).text.text


def _occupation_in_words(w: Writer, value: Occupation, owner: Programme) -> str:
    return occupation(w, value, owner).text.text


def _contact_in_words(w: Writer, value: Contact, owner: Programme) -> str:
    return w.language.join_clauses(way.text.text for way in contact(w, value, owner))
