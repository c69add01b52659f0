"""Works of others: reference curricula and sources (schema.org CreativeWork)."""

from mozi.linked_data.certainty import account, naming, plain
from mozi.linked_data.nodes import Node, id_of, node, tagged, text_of
from mozi.presentation.writer import Writer
from mozi.records.models import Curriculum, Source

_PRINTED = ("page", "copy")
"""Origins of a date that count as printed on the source itself."""


def curriculum(w: Writer, record: Curriculum) -> Node:
    """A reference curriculum: the course list of another institution.

    It is a document, not a `Course`: nobody can enrol for it here.
    """
    institution = plain(record, "institution", record.institution)
    outcomes = [each for each in record.outcomes if plain(record, "outcomes", each)]
    return node(
        "LearningResource",
        id=id_of(w, record),
        **naming(w, record, record.name),
        description=account(w, record),
        learningResourceType=w._("Reference curriculum"),
        sourceOrganization=node("Organization", name=text_of(w, institution))
        if institution
        else None,
        teaches=[text_of(w, outcome) for outcome in outcomes],
    )


def source(w: Writer, record: Source) -> Node:
    """A source: a page or document. Its date is left out unless it is printed there."""
    title = record.title if record.title_from == "page" else None
    return node(
        "CreativeWork",
        id=id_of(w, record),
        name=_tagged_if_foreign(w, title, record.title_language or record.language)
        if title
        else None,
        description=text_of(w, record.gloss),
        publisher=node("Organization", name=text_of(w, record.publisher)),
        inLanguage=record.language,
        datePublished=record.date if record.date_from in _PRINTED else None,
        url=record.url if record.linked else None,
    )


def _tagged_if_foreign(w: Writer, text: str, language: str) -> str | Node:
    return text if language == w.language.code else tagged(text, language)
