"""View after the prose of the data page: all files to take away, and how to use them."""

from collections.abc import Mapping

from mozi.addresses.urls import API, DEFAULT_LANGUAGE, list_of, table_of
from mozi.open_data import api_changelog, table_rows
from mozi.open_data.dataset import Dataset
from mozi.open_data.json_documents import LICENCE
from mozi.presentation.components.data import Example, Examples
from mozi.presentation.components.page import View
from mozi.presentation.components.section import Rows, Table
from mozi.presentation.components.statement import Row, Stated
from mozi.presentation.writer import Writer
from mozi.records.models import RECORD_TYPES, Project, Record
from mozi.views.sections import filled

CURL = """\
curl -s {api}projects.json
curl -s {api}projects/{id}.json
curl -s -o projects.xlsx {api}tables/projects.{language}.xlsx
"""
"""For a terminal."""

PYTHON = """\
import json
from urllib.request import urlopen

API = "{api}"

with urlopen(API + "projects.json") as answer:
    projects = json.load(answer)["records"]

for project in projects:
    status = project["status"]
    mark = " (inferred)" if status["basis"] == "inferred" else ""
    print(project["name"]["text"]["en"], "|", status["value"] + mark, "|", status["as_of"])

with urlopen(API + f"projects/{{projects[0]['id']}}.json") as answer:
    project = json.load(answer)
print("Not published:", ", ".join(project["unpublished"]))
for source in project["sources"].values():
    print("Source:", source.get("url", source["json"]))
"""
"""Needs nothing but Python."""

SHEET = """\
{api}tables/projects.{language}.xlsx
{api}tables/projects.{language}.csv
"""
"""Addresses that spreadsheet programs open like a file of one's own."""


def view(w: Writer, dataset: Dataset, sizes: Mapping[str, int]) -> View:
    """The files of `dataset` with their sizes in bytes, below the prose of `docs/data.md`."""
    return View(
        "prose.html",
        w.language.own(w._("Data")),
        w._("All records as JSON, CSV and Excel workbooks, with sources; how to use them."),
        sections=filled([_about(w, dataset), _files(w, sizes), _examples(w)]),
    )


def _about(w: Writer, dataset: Dataset) -> Rows:
    def file(text: str, name: str) -> Stated:
        return Stated(w.language.own(text), w.href_in(DEFAULT_LANGUAGE, API + name))

    rows = (
        # Translators: the file from which programs find all others.
        Row(w._("Start of the API"), (file("index.json", "index.json"),)),
        Row(w._("Description of the API"), (file("OpenAPI 3.1", "openapi.json"),)),
        Row(
            w._("Version of the API (change log)"),
            (file(api_changelog.api_version(), "changes.json"),),
        ),
        Row(w._("Date of the data"), (_stated_text(w, w.language.date(dataset.date)),)),
        Row(w._("Licence"), (_stated_text(w, LICENCE),)),
    )
    return Rows("about-data", w._("In short"), rows)


def _files(w: Writer, sizes: Mapping[str, int]) -> Table:
    return Table(
        "files",
        w._("Files"),
        tuple(_line(w, sizes, record_type) for record_type in RECORD_TYPES),
        (w._("Table"), w._("Records"), "Excel", "CSV", "JSON"),
    )


def _line(w: Writer, sizes: Mapping[str, int], record_type: type[Record]) -> tuple[Stated, ...]:
    kind, code = record_type.kind, w.language.code

    def file(address: str) -> Stated:
        size = w.language.own(w.language.size(sizes.get(address, 0)))
        return Stated(size, w.href_in(DEFAULT_LANGUAGE, address))

    return (
        _stated_text(w, table_rows.title(w, record_type)),
        _stated_text(w, w.language.number(len(w.graph.all_of(record_type)))),
        *(file(table_of(kind, code, format)) for format in ("xlsx", "csv")),
        file(list_of(kind)),
    )


def _examples(w: Writer) -> Examples:
    api = f"{w.settings.site_url}{API}"
    projects = w.graph.all_of(Project)[:1]  # without any, there is nothing to show
    table_note = (
        (w._("In a terminal, with curl"), CURL),
        (w._("In Python, with nothing but its standard library"), PYTHON),
        (w._("In Excel or LibreOffice: File → Open, with one of these as the name"), SHEET),
    )
    return Examples(
        "examples",
        w._("Examples"),
        tuple(
            Example(label, code.format(api=api, id=project.id, language=w.language.code))
            for project in projects
            for label, code in table_note
        ),
    )


def _stated_text(w: Writer, text: str) -> Stated:
    return Stated(w.language.own(text))
