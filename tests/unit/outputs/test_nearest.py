"""The pages that may be suggested where somebody comes to an address that does not exist."""

import json
from pathlib import Path

import pytest
from mozi.outputs import nearest
from mozi.site.site import Site


@pytest.mark.parametrize(("code", "title"), [("en", "Example Workshop"), ("zh", "示例工坊")])
def test_every_page_is_listed_with_its_title(
    small: Site, tmp_path: Path, code: str, title: str
) -> None:
    nearest.write(small, tmp_path)
    pages = json.loads((tmp_path / ("" if code == "en" else code) / "404.json").read_text())
    assert pages["projects/workshop/"] == title
    assert set(pages) == {plan.path for plan in small.plans(code)} - {
        "",  # the 404 page itself leads there
        "projects/workshop/embed/",  # the project does
    }
