"""Places (schema.org Place, PostalAddress, Country)."""

from mozi.linked_data.certainty import all_plain, plain
from mozi.linked_data.nodes import Node, id_of, node, tagged, text_of
from mozi.presentation.writer import Writer
from mozi.records.models import Country, Partner, Project, Site
from mozi.records.values import Text


def country(w: Writer, record: Country) -> Node:
    """A country, by its name in the CLDR and its ISO 3166-1 code."""
    return node(
        "Country",
        id=id_of(w, record),
        name=w.language.territory(record.id),
        alternateName=[
            tagged(name.text, name.language)
            for name in record.also_known_as
            if plain(record, "also_known_as", name)
        ],
        identifier=record.id.upper(),
    )


def place(w: Writer, text: Text) -> Node:
    """A place that has only a name."""
    return node("Place", name=text_of(w, text))


def postal_address(w: Writer, record: Partner | Project) -> Node | None:
    """City and country if stated outright, and a partner's full address; None without any."""
    city = plain(record, "city", record.city)
    land = plain(record, "country", record.country)
    address = plain(record, "address", record.address) if isinstance(record, Partner) else None
    postal = node(
        "PostalAddress",
        streetAddress=text_of(w, address) if address else None,
        addressLocality=text_of(w, city) if city else None,
        addressCountry=land.value.upper() if land else None,
    )
    return postal if len(postal) > 1 else None


def sites(w: Writer, record: Project) -> list[Node]:
    """The places of a project that it states outright; without a country they are in its own."""
    land = plain(record, "country", record.country)
    return [
        _site(w, each, each.country or (land.value if land else ""))
        for each in all_plain(record, "sites", record.sites, "city")
    ]


def _site(w: Writer, site: Site, country: str) -> Node:
    return node(
        "Place",
        name=text_of(w, site.name) if site.name else None,
        address=node(
            "PostalAddress",
            streetAddress=text_of(w, site.address) if site.address else None,
            addressLocality=text_of(w, site.city),
            addressCountry=country.upper(),
        ),
    )
