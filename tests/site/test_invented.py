"""The invented catalogue, in which programmes give every field there is: what is given is shown."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from icalendar import Calendar
from mozi.addresses.urls import json_of
from mozi.presentation.components.page import View
from mozi.presentation.components.section import Rows, Unpublished
from mozi.presentation.components.statement import Row
from mozi.presentation.writer import Writer
from mozi.records.completeness import State, expected_fields, known
from mozi.records.models import Programme
from mozi.records.values import Ref, Text, walk
from mozi.rules import check
from mozi.site.site import Site
from mozi.store.loading import load_store
from mozi.views import compare, programme, sheet

from tests.support.helpers import INVENTED, LANGUAGES, ROOT, TODAY, errors, html_of

FULL = ("irrigation-pumps", "rice-machinery", "water-quality")


def programmes(site: Site) -> list[Programme]:
    return site.graph.all_of(Programme)


def given_labels(w: Writer, record: Programme) -> set[str]:
    return {
        w.field_label(name)
        for name in expected_fields("programmes")
        if known(record, name).state in (State.GIVEN, State.PARTLY)
    }


def unpublished_labels(rows: list[Row]) -> set[str]:
    return {row.label for row in rows for item in row.items if item.text.text == "not published"}


def rows_of(view: View) -> Iterator[Row]:
    yield from view.glance
    for section in view.sections:
        if isinstance(section, (Rows, Unpublished)):
            yield from section.items


def test_it_has_no_errors_and_says_that_it_is_invented() -> None:
    store = load_store(INVENTED, home=ROOT)
    assert errors(check(store, TODAY)) == []
    for source in store.records["sources"].values():
        assert "Invented for trying the site out" in source.gloss.en  # type: ignore[attr-defined]
    links = [value for _, value in walk_all(store) if str(value).startswith("http")]
    assert links
    assert {urlsplit(link).hostname.rpartition(".")[2] for link in links} == {"example"}


def walk_all(store: Any) -> Iterator[tuple[Any, Any]]:
    for records in store.records.values():
        for record in records.values():
            yield from walk(record)


@pytest.mark.parametrize("id", FULL)
def test_a_full_programme_gives_every_field(invented: Site, id: str) -> None:
    record = invented.graph.records["programmes"][id]
    empty = [name for name in Programme.model_fields if not getattr(record, name)]
    assert set(empty) <= {"unpublished", "facts", "cautions", "disagreements"}
    assert {known(record, name).state for name in expected_fields("programmes")} <= {
        State.GIVEN,
        State.PARTLY,  # the deadline of an intake that is only planned
    }


def test_what_is_given_is_nowhere_called_unpublished(invented: Site) -> None:
    for record in programmes(invented):
        w = invented.writer("en", f"programmes/{record.id}/")
        given = given_labels(w, record)
        view = programme.view(w, record)
        rows = list(rows_of(view))
        listed = {
            row.label
            for each in view.sections
            if isinstance(each, Unpublished)
            for row in each.items
        }
        assert not (unpublished_labels(rows) | listed) & given
        paper = sheet.view(invented.writer("en", f"programmes/{record.id}/"), record)
        assert not (unpublished_labels(list(paper.rows)) | set(paper.unpublished)) & given
    every = compare.view(invented.writer("en", "programmes/compare/"), programmes(invented))
    records = sorted(programmes(invented), key=lambda each: str(each.name.en))
    for section in every.sections:
        for line in getattr(section, "rows", ()):
            for record, cell in zip(records, line.cells, strict=True):
                given = given_labels(invented.writer("en", ""), record)
                texts = [item.text.text for item in cell]
                assert "not published" not in texts or line.label not in given


@pytest.mark.parametrize("code", ["en", "zh"])
def test_every_text_number_and_name_of_a_programme_is_on_its_page(
    invented: Site, code: str
) -> None:
    for record in programmes(invented):
        page = text_of(html_of(invented, f"programmes/{record.id}/", code))
        lost = [
            ".".join(map(str, path))
            for path, value in walk(record)
            if (words := in_words(invented, value, path, code)) and words not in page
        ]
        assert lost == []


def in_words(site: Site, value: Any, path: tuple[Any, ...], code: str) -> str:
    """What a page must say for a value; empty for what it says in other words, such as codes."""
    w = site.writer(code, "")
    if isinstance(value, Text):
        return re.sub(r"[.。]$", "", w.language.words(value).text)
    if isinstance(value, Ref):
        if value.kind == "sources":
            return ""
        target = w.graph.get(value)
        return w.title_of(target).text if hasattr(target, "kind") else w.term(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and path[-1] != "edition":
        return w.language.number(value) if value else ""
    return ""


class TextReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def text_of(html: str) -> str:
    reader = TextReader()
    reader.feed(html)
    return "".join(reader.parts)


# The built site -----------------------------------------------------------------------------------


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        attrs = dict(attributes)
        if attrs.get("id"):
            self.ids.add(str(attrs["id"]))
        if tag == "a" and attrs.get("href"):
            self.hrefs.append(str(attrs["href"]))


@pytest.mark.site
def test_links_inside_the_site_lead_to_a_page_and_place(invented_built: Path) -> None:
    pages: dict[Path, Links] = {}
    for file in invented_built.rglob("*.html"):
        pages[file] = Links()
        pages[file].feed(file.read_text(encoding="utf-8"))
    broken = []
    for file, page in pages.items():
        if file.name == "404.html":  # its links are those of the site's root
            continue
        for href in page.hrefs:
            parts = urlsplit(href)
            if parts.scheme or parts.netloc or href.startswith("/"):
                continue
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            target = target / "index.html" if target.is_dir() else target
            if not target.exists() or (
                parts.fragment and target in pages and parts.fragment not in pages[target].ids
            ):
                broken.append((file, href))
    assert broken == []


@pytest.mark.site
def test_calendars_and_data_can_be_read(invented_built: Path, invented: Site) -> None:
    calendars = list(invented_built.rglob("*.ics"))
    assert len(calendars) > len(LANGUAGES)
    for file in calendars:
        events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
        assert len({str(event["UID"]) for event in events}) == len(events)
    for file in (*invented_built.rglob("*.json"), *invented_built.rglob("*.jsonld")):
        json.loads(file.read_bytes())
    for record in programmes(invented):
        assert (invented_built / json_of(record)).is_file()
    for id in FULL:
        assert (invented_built / "programmes" / id / "elm.jsonld").is_file()
