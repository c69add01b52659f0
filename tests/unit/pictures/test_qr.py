"""The QR code of a page holds its address, in the format that readers of paper expect."""

import re

import pytest
import segno
from mozi.pictures import qr
from mozi.settings import Settings
from mozi.site.site import Site

from tests.support.helpers import html_of, view_of

PROJECT = "projects/workshop/"


def modules(svg: str) -> set[tuple[int, int]]:
    """The dark modules that an SVG draws, without the border of four."""
    (path,) = re.findall(r' d="([^"]+)"', svg)
    x, y, dark = 0.0, 0.0, set()
    for command, numbers in re.findall(r"([Mmh])([^Mmh]*)", path):
        values = [float(value) for value in re.findall(r"-?[\d.]+", numbers)]
        if command == "h":
            dark |= {(int(y), int(x) + step) for step in range(int(values[0]))}
            x += values[0]
        else:
            x, y = (values[0], values[1]) if command == "M" else (x + values[0], y + values[1])
    return {(row - 4, column - 4) for row, column in dark}


@pytest.mark.parametrize("code", ["en", "zh", "ar"])
def test_the_code_holds_the_address_of_the_page(small: Site, code: str) -> None:
    view = view_of(small, PROJECT, code)
    folder = "" if code == "en" else f"{code}/"
    assert view.address == f"https://site.example/{folder}{PROJECT}"
    matrix = segno.make_qr(view.address, error="m", mask=qr.MASK).matrix
    expected = {(y, x) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}
    assert modules(view.qr) == expected
    assert view.qr in html_of(small, PROJECT, code)


@pytest.mark.parametrize("path", ["", "projects/", "partners/example-host/", "countries/tj/"])
def test_only_pages_that_are_printed_have_one(small: Site, path: str) -> None:
    assert not view_of(small, path).qr
    assert "mz-paper" not in html_of(small, path)


def test_a_site_that_knows_no_address_has_none(small: Site) -> None:
    nowhere = Site(graph=small.graph, languages=small.languages, settings=Settings())
    assert view_of(nowhere, PROJECT).address == ""
    assert "mz-paper" not in html_of(nowhere, PROJECT)
