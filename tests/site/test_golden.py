"""Golden pages: records of the small project in, views and pieces of HTML out.

One file in `golden/` for each page kind. `view` gives fields of the view (titles of rows, ids of
sections), `html` pieces that the page contains, `lacks` what it must not contain.
"""

from typing import Any

import pytest
from mozi.site.site import Site

from tests.support.helpers import ROOT, html_of, load_yaml, view_of

GOLDEN = ROOT / "tests" / "golden"
CASES = [
    pytest.param(golden["page"], case, id=f"{path.stem}-{case['language']}")
    for path in sorted(GOLDEN.glob("*.yml"))
    for golden in [load_yaml(path)]
    for case in golden["cases"]
]


def shown(value: Any) -> Any:
    """A field of a view in the short form of the golden files."""
    if isinstance(value, tuple):
        return [getattr(item, "id", None) or item.label for item in value]
    return str(value)


@pytest.mark.parametrize(("page", "case"), CASES)
def test_the_view(small: Site, page: str, case: dict[str, Any]) -> None:
    view = view_of(small, page, case["language"])
    expected = case.get("view", {})
    assert {name: shown(getattr(view, name)) for name in expected} == expected


@pytest.mark.parametrize(("page", "case"), CASES)
def test_the_html(small: Site, page: str, case: dict[str, Any]) -> None:
    html = html_of(small, page, case["language"]).replace("\xa0", " ").replace("\u202f", " ")
    for piece in case.get("html", []):
        assert piece in html
    for piece in case.get("lacks", []):
        assert piece not in html


def test_every_page_kind_has_a_golden_file() -> None:
    kinds = {"home", "index", "project", "programme", "curriculum", "country", "partner",
             "initiative", "source", "facets", "choice", "compare", "glossary", "translations",
             "translation", "rules", "embed"}  # fmt: skip
    assert {path.stem for path in GOLDEN.glob("*.yml")} == kinds
