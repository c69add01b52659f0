"""Institutions and their offices in ELM descriptions."""

from mozi.linked_data import codes
from mozi.linked_data.certainty import all_plain, plain, settled
from mozi.linked_data.elm_texts import Texts, address_node, elm_node, location, web_resource
from mozi.linked_data.nodes import Node, id_of, tagged
from mozi.records.models import Contact, Partner
from mozi.records.values import Text


def can_be_described(partner: Partner) -> bool:
    """Whether a partner has what the model asks of an organisation: a name and a country."""
    country = plain(partner, "country", partner.country)
    return bool(country and codes.country(country.value)) and settled(partner, partner.name, "name")


def organisation(texts: Texts, partner: Partner, note: Text | None = None) -> Node:
    """A partner that `can_be_described`; `note` is what one must know of its part."""
    website = plain(partner, "website", partner.website)
    address = plain(partner, "address", partner.address)
    country = plain(partner, "country", partner.country)
    land = country.value if country else ""
    admission = plain(partner, "admission_page", partner.admission_page)
    return elm_node(
        "elm:Organisation",
        id=id_of(texts.writers[0], partner),
        properties={
            "rov:legalName": texts.of_record(partner.name),
            "skos:altLabel": [
                tagged(other.text, other.language)
                for other in all_plain(partner, "other_names", partner.other_names)
            ],
            "foaf:homepage": web_resource(website.value)
            if website and website.value.startswith("http")
            else None,
            "elm:location": location(texts, land, address),
            "elm:contactPoint": [
                _contact_point(texts, each, land)
                for each in all_plain(partner, "contacts", partner.contacts)
            ],
            "elm:additionalNote": [
                texts.note(partner.name.note),
                texts.note(note),
                texts.labelled_note("admission_page", lambda w: [admission.value])
                if admission
                else None,
            ],
        },
    )


def _contact_point(texts: Texts, contact: Contact, country: str) -> Node:
    """An office and the ways to reach it; those without a property of their own are a note."""
    others = [way for way in (contact.messenger, contact.page) if way]
    return elm_node(
        "elm:ContactPoint",
        {
            "dc:description": texts.of_record(contact.office),
            "elm:phone": elm_node("elm:Phone", {"elm:phoneNumber": contact.phone})
            if contact.phone
            else None,
            "elm:emailAddress": {"@id": f"mailto:{contact.email}", "@type": "elm:Mailbox"}
            if contact.email
            else None,
            "elm:address": address_node(texts, country, contact.address)
            if contact.address
            else None,
            "elm:additionalNote": texts.note_in_words(lambda w: w.language.join_clauses(others)),
        },
    )
