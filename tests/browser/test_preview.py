"""A page in the preview, while its record is edited."""

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.conftest import PHONE
from tests.support.preview import preview


def test_a_page_is_shown_anew_at_the_place_where_its_reader_was(
    browser: Browser, small_project: Path, tmp_path: Path
) -> None:
    record = small_project / "data" / "projects" / "workshop.yml"
    with preview(small_project, tmp_path / "log") as server:
        server.wait_for("Example Workshop", "projects/workshop/")
        page = browser.new_page(viewport=PHONE)
        page.goto(f"{server.address}projects/workshop/")
        page.mouse.wheel(0, 700)
        page.wait_for_function("scrollY > 600")
        before = page.evaluate("scrollY")
        record.write_text(re.sub("Example Workshop", "Exemplary Workshop", record.read_text()))
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "Exemplary Workshop", timeout=60_000
        )
        page.wait_for_load_state("load")
        assert abs(page.evaluate("scrollY") - before) < 5
        page.close()
