"""Pages of programmes that give every field, on paper and on a phone."""

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from mozi.addresses.urls import prefix, sheet_of
from mozi.records.models import Programme, Project
from mozi.site.site import Site
from playwright.sync_api import Browser, Page

from tests.browser.conftest import PHONE, Compressing, Server
from tests.browser.test_sheet import CUT
from tests.support.helpers import LANGUAGES

pytestmark = pytest.mark.site


@pytest.fixture
def reader(browser: Browser, invented_built: Path) -> Iterator[Page]:
    """A page on a phone; relative addresses are those of the invented catalogue's site."""
    server = Server(("127.0.0.1", 0), partial(Compressing, directory=str(invented_built)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(
        viewport=PHONE, base_url=f"http://127.0.0.1:{server.server_port}/"
    )
    yield context.new_page()
    context.close()
    server.shutdown()


def test_nothing_is_cut_off_a_sheet(reader: Page, invented: Site) -> None:
    reader.set_viewport_size({"width": 794, "height": 1123})  # paper, in pixels
    reader.emulate_media(media="print")
    for code in LANGUAGES:
        for record in (*invented.graph.all_of(Project), *invented.graph.all_of(Programme)):
            reader.goto(f"/{prefix(code)}{sheet_of(record)}")
            assert reader.evaluate(CUT) == [], (code, record.id)


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_wider_than_a_phone(reader: Page, code: str) -> None:
    for path in (
        "programmes/irrigation-pumps/",
        "programmes/water-quality/",
        "projects/zarkentobod/",
    ):
        reader.goto(f"/{prefix(code)}{path}")
        width = reader.evaluate("document.documentElement.scrollWidth")
        assert width == PHONE["width"], path
