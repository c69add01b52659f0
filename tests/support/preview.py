"""`mkdocs serve` on a project, for tests."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 120
"""Seconds to wait for a page before the test fails."""


class Preview:
    """A running server; `log` is what it says."""

    def __init__(self, address: str, log: Path) -> None:
        self.address = address
        self.log = log

    def page(self, path: str) -> str:
        """What stands at an address; empty while there is no answer."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""

    def wait_for(self, text: str, path: str) -> str:
        """The page at `path`, once it holds `text`."""
        self._wait(lambda: text in self.page(path), f"“{text}” at /{path}")
        return self.page(path)

    def wait_until_it_says(self, text: str) -> None:
        """Wait until the log holds `text`."""
        self._wait(lambda: text in self.log.read_text(), f"“{text}”")

    def _wait(self, happened: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not happened():
            assert time.monotonic() < end, f"{what} was not shown:\n{self.log.read_text()[-2000:]}"
            time.sleep(0.1)


@contextmanager
def preview(root: Path, log: Path) -> Iterator[Preview]:
    """The project in `root`, served as `make serve` does."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--strict", "-a", host]
    with log.open("w") as output:
        process = subprocess.Popen(
            command,
            cwd=root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=output,
            stderr=output,
        )
    try:
        yield Preview(f"http://{host}/", log)
    finally:
        process.terminate()
        process.wait()
