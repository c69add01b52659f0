"""Programmes for registers of the European Union: ELM 1.1, in JSON-LD 1.1.

The European Learning Model's profile for Learning Opportunities and Qualifications (LOQ) makes some
properties mandatory. A programme that lacks one of them is not described at all: half a description
would not be valid, and no value is invented.

Remarks on a value are notes of the same description. Of inferred values only the ISCED-F code is
given, with the reason: sources do not write such codes, somebody assigns them.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from mozi.addresses.urls import address_of
from mozi.graph.record_graph import RecordGraph
from mozi.linked_data import codes
from mozi.linked_data.certainty import account, disputed, plain, settled
from mozi.linked_data.nodes import Node, id_of, node, tagged, url_of
from mozi.linked_data.offers import fee_remarks
from mozi.presentation.writer import Writer
from mozi.records.models import Fee, Partner, Programme, Project, Role
from mozi.records.values import Evidence, Text

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
    languages = _settled_field(p, "languages")
    settled_fields = {
        "name": _settled_field(p, "name"),
        "official_page": page and page.value.startswith("http"),
        "authoritative_language": base and codes.language(base.value),
        "isced_f": p.isced_f and not disputed(p, "isced_f"),
        "languages": languages and _language_concepts(languages.value),
        "outcomes": _outcomes(p),
        "host": _providing_roles(graph, p),
    }
    return [name for name, value in settled_fields.items() if not value]


def _settled_field(programme: Programme, field: str) -> Any:
    """The evidence of a field that the record states outright; None where it does not."""
    evidence = getattr(programme, field)
    return evidence if evidence and settled(programme, evidence, field) else None


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
        and _can_be_described(graph.get(role.partner))
    }
    return list(roles.values())


def _can_be_described(partner: Partner) -> bool:
    country = plain(partner, "country", partner.country)
    return bool(country and codes.country(country.value)) and settled(partner, partner.name, "name")


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
        self._writers = writers
        self._w = writers[0]
        self._programme = programme

    def opportunity(self) -> Node:
        """The learning opportunity: place, time and price of the programme."""
        p = self._programme
        base, page = _settled_field(p, "authoritative_language"), _settled_field(p, "official_page")
        length = plain(p, "length", p.length)
        return _node(
            "elm:LearningOpportunity",
            id=id_of(self._w, p),
            properties={
                "dc:title": self._texts(p.name),
                "foaf:homepage": _web_resource(page.value),
                "elm:supplementaryDocument": [
                    _web_resource(url_of(w, address_of(p)), w.language.code) for w in self._writers
                ],
                "elm:defaultLanguage": codes.language(base.value),
                "elm:duration": _typed(
                    "xsd:duration", codes.duration(length.value) if length else None
                ),
                "elm:scheduleInformation": self._note_in_words(self._schedule),
                "elm:admissionProcedure": self._field_note("application"),
                "elm:priceDetail": [self._price(f) for f in p.fees if plain(p, "fees", f)],
                "elm:location": self._place(),
                "elm:providedBy": [
                    self._organisation(each) for each in _providing_roles(self._w.graph, p)
                ],
                "elm:learningAchievementSpecification": self._specification(),
                "elm:additionalNote": [
                    self._note_in_words(lambda w: account(w, p)),
                    self._note_in_words(_draft_notice),
                    *self._remarks("name", "official_page", "authoritative_language"),
                ],
            },
        )

    def _specification(self) -> Node:
        """The learning achievement.

        A qualification is only a note here: its own class needs levels of EQF and NQF.
        """
        p = self._programme
        return _node(
            "elm:LearningAchievementSpecification",
            {
                "dc:title": self._texts(p.name),
                "elm:ISCEDFCode": codes.field(p.isced_f.value) if p.isced_f else None,
                "dc:language": _language_concepts(_settled_field(p, "languages").value),
                "elm:entryRequirement": self._field_note("admission"),
                "elm:learningOutcome": [
                    _node("elm:LearningOutcome", {"dc:title": self._texts(each)})
                    for each in _outcomes(p)
                ],
                "elm:additionalNote": [
                    self._labelled_note("qualification"),
                    *self._remarks("isced_f", "languages"),
                ],
            },
        )

    def _organisation(self, role: Role) -> Node:
        partner: Partner = self._w.graph.get(role.partner)
        website = plain(partner, "website", partner.website)
        address = plain(partner, "address", partner.address)
        land = plain(partner, "country", partner.country)
        return _node(
            "elm:Organisation",
            id=id_of(self._w, partner),
            properties={
                "rov:legalName": self._texts(partner.name),
                "foaf:homepage": _web_resource(website.value)
                if website and website.value.startswith("http")
                else None,
                "elm:location": self._location(land.value if land else "", address),
                "elm:additionalNote": [self._note(partner.name.note), self._note(role.note)],
            },
        )

    def _place(self) -> Node | None:
        """The place of teaching; None without a country, as the model asks for one."""
        project: Project = self._w.graph.get(self._programme.project)
        where = plain(self._programme, "location", self._programme.location)
        land = plain(project, "country", project.country)
        if not where or not land or not codes.country(land.value):
            return None
        return self._location(land.value, where)

    def _location(self, country: str, address: Text | None) -> Node:
        return _node(
            "dc:Location",
            {
                "elm:address": _node(
                    "elm:Address",
                    {
                        "elm:fullAddress": self._note(address),
                        "elm:countryCode": codes.country(country),
                    },
                )
            },
        )

    def _price(self, fee: Fee) -> Node:
        return _node(
            "elm:PriceDetail",
            {
                "skos:prefLabel": self._texts(fee.what),
                "elm:amount": self._amount(fee),
                "elm:additionalNote": self._note_in_words(lambda w: "; ".join(fee_remarks(w, fee))),
            },
        )

    def _amount(self, fee: Fee) -> Node | None:
        """The amount of a fee; none where it is not published or a range."""
        if fee.amount is None or fee.currency is None or fee.amount_to is not None:
            return None
        return _node(
            "elm:Amount",
            {
                "rdf:value": _typed("xsd:decimal", str(fee.amount)),
                "elm:unit": codes.currency(fee.currency),
            },
        )

    # Texts and notes ---------------------------------------------------------------------------

    def _schedule(self, w: Writer) -> str:
        """Intakes in words: the model takes only exact times, and records have days at best."""
        return "\n".join(
            "; ".join(
                f"{w.field_label(field)}: {w.language.date(date)}"
                for field, date in (("intakes", i.start), ("deadline", i.apply_until))
                if date
            )
            for i in self._programme.intakes
            if plain(self._programme, "intakes", i)
        )

    def _texts(self, text: Text) -> list[Node]:
        """A text in all languages it has, without translations that are out of date."""
        texts = {**text.languages}
        for w in self._writers:
            words = w.language.words(text)
            if words.lang == w.language.code and not words.stale:
                texts.setdefault(words.lang, words.text)
        return [tagged(each, code) for code, each in texts.items()]

    def _note(self, text: Text | None) -> Node | None:
        return _node("elm:Note", {"elm:noteLiteral": self._texts(text)}) if text else None

    def _field_note(self, field: str) -> Node | None:
        p = self._programme
        return self._note(plain(p, field, getattr(p, field)))

    def _note_in_words(self, write: Callable[[Writer], str]) -> Node | None:
        """A note in the site's own words, in each language that has all of them up to date."""
        texts = []
        for each in self._writers:
            w = replace(each, texts={})
            text = write(w)
            if text and not w.foreign and not w.stale:
                texts.append(tagged(text, w.language.code))
        return _node("elm:Note", {"elm:noteLiteral": texts}) if texts else None

    def _labelled_note(self, field: str) -> Node | None:
        """A note with a statement for which the model has no property."""
        statement = plain(self._programme, field, getattr(self._programme, field))
        if not statement:
            return None
        return self._note_in_words(lambda w: f"{w.field_label(field)}: {w.words(statement)}")

    def _remarks(self, *fields: str) -> list[Node | None]:
        """Notes on values that are given although they are inferred, dated or have a note."""
        return [self._note_in_words(partial(self._remark, name=name)) for name in fields]

    def _remark(self, w: Writer, name: str) -> str:
        evidence: Evidence = getattr(self._programme, name)
        parts = [
            w._("inferred") if evidence.basis == "inferred" else "",
            w._("(as of %(date)s)", date=w.language.date(evidence.as_of)) if evidence.as_of else "",
            w.words(evidence.note).text if evidence.note else "",
        ]
        remark = "; ".join(part for part in parts if part)
        return remark and f"{w.field_label(name)}: {remark}"


def _draft_notice(w: Writer) -> str:
    """A notice if the translation is a draft; else empty."""
    return w._("Draft translation, not reviewed yet.") if w.language.draft else ""


def _node(type: str, properties: Node, id: str = "") -> Node:
    """A node whose property names have prefixes."""
    return node(type, id=id, **properties)


def _web_resource(url: str, language: str = "") -> Node:
    return _node(
        "elm:WebResource",
        {
            "elm:contentUrl": _typed("xsd:anyURI", url),
            "dc:language": codes.language(language) if language else None,
        },
    )


def _typed(type: str, value: str | None) -> Node | None:
    return {"@type": type, "@value": value} if value else None
