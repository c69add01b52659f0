"""No field is collected for nothing: whoever changes a value changes what readers get."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from mozi.addresses.urls import address_of
from mozi.graph.git_history import History
from mozi.open_data.json_documents import Documents
from mozi.open_data.table_rows import table_row
from mozi.records.models import RECORD_TYPES, Record, Topic
from mozi.site.renderer import Renderer
from mozi.site.site import Site

from tests.support.full_records import IDS, Full, changed, site_with
from tests.support.helpers import ROOT, after_prose, html_of

Output = Callable[[Site, Record, str], Any]


def page(site: Site, record: Record, code: str) -> str:
    if isinstance(record, Topic):  # statements on a page of prose
        renderer = Renderer(ROOT / "overrides" / "pages", site.languages[code])
        return str(renderer.render(after_prose(site, "about", code), notice=None, downloads=""))
    return html_of(site, address_of(record), code)


def document(site: Site, record: Record, code: str) -> Any:
    return Documents(site.graph, site.languages, site.settings, History()).of_record(record)


def row(site: Site, record: Record, code: str) -> Any:
    return table_row(site.writer(code, ""), record, History())


OUTPUTS: dict[str, Output] = {"page": page, "document": document, "row": row}

LEFT_OUT = {
    ("*", "*", r"disagreements\.\d+\.about"): "it keeps values out of descriptions for machines",
    (
        "*",
        "*",
        r"intakes\.\d+\.(fees|deadlines)\.\d+\.basis",
    ): "all of an inferred intake is inferred",
    ("page", "*", r"cite"): "it holds where a statement names no source, and here each names one",
    ("page", "topics", r"(name\..*|checked|about)"): "a topic is a part of a page, under a heading",
    ("row", "topics", r"about"): "it only puts a topic on one of the site's pages",
    ("row", "countries", r"point"): "it is for the world map only",
    ("row", "sources", r"title_from"): "only titles of pages are told from others, in linked data",
}
"""Output, kind of record and pattern of paths whose values it does not show → the reason."""


def is_left_out(output: str, kind: str, path: str) -> bool:
    return any(
        of in (output, "*") and each in (kind, "*") and re.match(pattern, path)
        for of, each, pattern in LEFT_OUT
    )


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda each: each.kind)
@pytest.mark.parametrize("output", OUTPUTS)
def test_a_changed_value_changes_what_readers_get(
    small: Site, record_type: type[Record], output: str
) -> None:
    full = Full(small)
    data = full.data(record_type)
    id = IDS[record_type]
    record = record_type.load(id, data)
    show = OUTPUTS[output]
    before = {code: show(site_with(small, record), record, code) for code in ("en", "zh")}
    lost = []
    for path, other in changed(full, record, data):
        code = "zh" if path[-1] == "zh" else "en"
        changed_record = record_type.load(id, other)
        if show(site_with(small, changed_record), changed_record, code) == before[code]:
            lost.append(".".join(str(step) for step in path))
    lost = [path for path in lost if not is_left_out(output, record_type.kind, path)]
    assert lost == []
