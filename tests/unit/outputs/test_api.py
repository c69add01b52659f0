"""The examples of the data page, run against the built site as it is served; and its files."""

import csv
import io
import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import openpyxl
import pytest
from mozi.presentation.components.data import Examples
from mozi.site.site import Site

from tests.support.helpers import SETTINGS, after_prose, data_of

pytestmark = pytest.mark.site


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def served(built: Path) -> Iterator[str]:
    """The address of the built site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(built)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="module")
def examples(real: Site, served: str) -> list[str]:
    """What the Chinese data page gives to copy, with the address of the served site."""
    sections = after_prose(real, "data", "zh").sections
    found = next(section for section in sections if isinstance(section, Examples))
    return [item.code.replace(SETTINGS.site_url, served) for item in found.items]


def test_the_example_for_a_terminal(examples: list[str], tmp_path: Path, real: Site) -> None:
    if not shutil.which("curl"):
        pytest.skip("no curl on this machine")
    done = subprocess.run(
        ["sh", "-e"], input=examples[0], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    listed, record = (json.loads(line) for line in done.stdout.splitlines())
    assert listed["count"] == len(real.graph.records["projects"])
    assert record["id"] == listed["records"][0]["id"]
    assert openpyxl.load_workbook(tmp_path / "projects.xlsx").worksheets[0].max_row > 1


def test_the_example_in_python(examples: list[str], real: Site) -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-c", examples[1]], capture_output=True, text=True, check=True
    )
    lines = done.stdout.splitlines()
    statuses = [line for line in lines if " | " in line]
    assert len(statuses) == len(real.graph.records["projects"])
    assert any("(inferred)" in line for line in statuses)
    assert any(line.startswith("Not published: ") for line in lines)
    assert any(line.startswith("Source: https://") for line in lines)


def test_the_addresses_for_a_spreadsheet(examples: list[str], real: Site) -> None:
    workbook, table = examples[2].split()
    with urlopen(table) as answer:
        text = answer.read().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    with urlopen(workbook) as answer:
        book = openpyxl.load_workbook(io.BytesIO(answer.read()))
    cells = [[cell.value or "" for cell in row] for row in book.worksheets[0].iter_rows()]
    assert rows == cells
    assert len(rows) == 1 + len(real.graph.records["projects"])


def test_every_file_is_written_as_it_was_made(built: Path, real: Site) -> None:
    made = data_of(real)
    found = {
        path.relative_to(built).as_posix(): path.read_bytes()
        for path in (built / "api").rglob("*.*")
        if path.is_file()
    }
    assert set(found) == set(made)
    assert [address for address in made if found[address] != made[address]] == []


def test_sizes_on_the_page_are_those_of_the_files(built: Path) -> None:
    page = (built / "data" / "index.html").read_text(encoding="utf-8")
    size = (built / "api/v1/tables/partners.en.xlsx").stat().st_size
    assert f'<a href="../api/v1/tables/partners.en.xlsx">{round(size / 1000)} kB</a>' in page
