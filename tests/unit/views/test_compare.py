"""Programmes side by side: every particular, and an honest hole where nothing is published."""

from mozi.addresses.urls import COMPARE
from mozi.presentation.components.comparison import Comparison
from mozi.records.models import Programme
from mozi.site.site import Site
from mozi.views import compare

from tests.support.helpers import html_of, view_of


def table(site: Site, code: str = "en") -> Comparison:
    section = view_of(site, COMPARE, code).sections[0]
    assert isinstance(section, Comparison)
    return section


def test_every_programme_has_a_column_and_every_row_a_cell_for_it(real: Site) -> None:
    for code in real.languages:
        shown = table(real, code)
        programmes = {programme.id for programme in real.graph.all_of(Programme)}
        assert {column.id for column in shown.columns} == programmes
        assert all(len(row.cells) == len(shown.columns) for row in shown.items)


def test_every_row_stands_for_a_particular_that_programme_pages_show(small: Site) -> None:
    rows = {row.label: row.cells[0] for row in table(small).items}
    assert len(rows) == len(compare.FIELDS)
    assert [str(item.text) for item in rows["Length"]] == ["2.5 years"]
    assert rows["Length"][0].refs == (1,)
    assert rows["Support services and accessibility"] == ()


def test_what_is_not_published_says_so(real: Site) -> None:
    rows = {row.label: row.cells for row in table(real).items}
    cells = rows["Language of instruction"]
    assert {item.text.text for cell in cells for item in cell} == {"not published"}
    assert "<div>not published</div>" in html_of(real, COMPARE)
    assert "<div>غير منشور</div>" in html_of(real, COMPARE, "ar")
