"""A real browser (Debian's Chromium through Playwright) on the built site, served on localhost.

Where no browser is installed these tests are skipped; with MOZI_BROWSER=required they fail.
"""

import gzip
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
"""The first is the same browser without windows: it opens a page in half the time."""

expect.set_options(timeout=20_000)  # ms: a busy machine is slow, but what never comes fails anyway
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PHONE: ViewportSize = {"width": 360, "height": 740}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if CHROMIUM or os.environ.get("MOZI_BROWSER") == "required":
        return
    skip = pytest.mark.skip(reason="no Chromium on this machine: apt install chromium")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(skip)


@cache
def compressed(path: Path) -> bytes:
    """The content of a file of the built site, which does not change, with gzip."""
    return gzip.compress(path.read_bytes(), 6)


class Compressing(SimpleHTTPRequestHandler):
    """Serves a folder with gzip, as a real host does; 404 with the site's own page."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path = path / "index.html"
        status = 200 if path.is_file() else 404
        if status == 404:
            path = Path(self.directory) / "404.html"
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in (".html", ".css", ".js", ".json", ".svg", ".xml"):
            body = compressed(path)
            self.send_header("Content-Encoding", "gzip")
        else:
            body = path.read_bytes()
        if path.suffix != ".html":
            self.send_header("Cache-Control", "max-age=3600")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Says nothing of browsers that leave a page before they have all of it."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """Where the built site is served."""
    server = Server(("127.0.0.1", 0), partial(Compressing, directory=str(built)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A reader's phone; relative addresses are those of the site."""
    context = browser.new_context(viewport=PHONE, base_url=address)
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext) -> Page:
    """A page on the phone."""
    return phone.new_page()


@pytest.fixture
def plain(phone: BrowserContext, page: Page) -> Page:
    """A page without JavaScript."""
    phone.new_cdp_session(page).send("Emulation.setScriptExecutionDisabled", {"value": True})
    return page
