"""Pages: the thing each is about, its place in the site, and the last check of its record."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from mozi.addresses.urls import API, DATA
from mozi.languages.language import Words
from mozi.linked_data import events, organisations, places, programmes, projects, works
from mozi.linked_data.nodes import Node, id_of, node, url_of, words_of
from mozi.open_data.json_documents import LICENCE
from mozi.presentation.writer import Writer
from mozi.records.models import (
    Country,
    Curriculum,
    Initiative,
    Partner,
    Programme,
    Project,
    Record,
    Source,
    SourcedRecord,
)
from mozi.records.values import TEXT_LANGUAGES_REQUIRED

_CONTEXT = "https://schema.org"

BUILDERS: dict[type[Record], Callable[[Writer, Any], Node]] = {
    Country: places.country,
    Partner: organisations.partner,
    Project: projects.project,
    Programme: programmes.programme,
    Curriculum: works.curriculum,
    Initiative: events.initiative,
    Source: works.source,
}
"""Builders of a record's thing, for each type of record with pages of its own."""

Step = tuple[str, str]
"""A page above another one: its title and its path."""


def page(w: Writer, title: Words, trail: Sequence[Step] = (), record: Record | None = None) -> Node:
    """Linked data of the page that `w` has written.

    `trail` are the pages above it, the home page first; `record` is the record that it shows, if
    any.
    """
    return _page(
        w,
        title,
        isPartOf=_website(w),
        breadcrumb=_breadcrumb(w, trail, title),
        lastReviewed=record.checked if isinstance(record, (SourcedRecord, Source)) else None,
        mainEntity=BUILDERS[type(record)](w, record) if record else None,
    )


def home(w: Writer, title: Words, description: str, changed: datetime | None) -> Node:
    """Linked data of the home page: the site, and its records as a dataset.

    `changed` is the time of the last change of the records, where that is known.
    """
    return _page(
        w,
        title,
        mainEntity={**_website(w), "inLanguage": w.language.code, "description": description},
        about=dataset(w, title, description, changed),
    )


def data(
    w: Writer, title: Words, description: str, trail: Sequence[Step], *, changed: datetime | None
) -> Node:
    """Linked data of the page that explains the data files; `changed` as for `home`."""
    return {
        **page(w, title, trail),
        "mainEntity": {
            **dataset(w, title, description, changed),
            "license": f"https://spdx.org/licenses/{LICENCE}",
            "distribution": node(
                "DataDownload",
                contentUrl=f"{w.settings.site_url}{API}index.json",
                encodingFormat="application/json",
            ),
        },
    }


def dataset(w: Writer, title: Words, description: str, changed: datetime | None) -> Node:
    """The dataset of all records; their texts are written in English and Chinese."""
    return node(
        "Dataset",
        id=f"{w.settings.site_url}#data",
        name=words_of(title),
        description=description,
        url=url_of(w, DATA),
        inLanguage=list(TEXT_LANGUAGES_REQUIRED),
        dateModified=changed.date().isoformat() if changed else None,
    )


def _page(w: Writer, title: Words, **properties: Any) -> Node:
    cited = (w.graph.find(Source.kind, id) for id in w.cited)
    return {
        "@context": _CONTEXT,
        **node(
            "WebPage",
            id=w.settings.site_url + w.address,
            name=words_of(title),
            inLanguage=w.language.code,
            # the page itself says so at its top
            creativeWorkStatus="Draft" if w.language.draft else None,
            citation=[{"@id": id_of(w, source)} for source in cited],
            **properties,
        ),
    }


def _website(w: Writer) -> Node:
    return node(
        "WebSite",
        id=f"{w.settings.site_url}#site",
        name=w.site_title,
        url=w.settings.site_url,
    )


def _breadcrumb(w: Writer, trail: Sequence[Step], title: Words) -> Node:
    """Breadcrumb from the home page to the page itself, which comes last, without a link."""
    steps: list[Node] = [{"name": name, "item": {"@id": url_of(w, path)}} for name, path in trail]
    return node(
        "BreadcrumbList",
        itemListElement=[
            node("ListItem", position=position, **step)
            for position, step in enumerate([*steps, {"name": words_of(title)}], 1)
        ],
    )
