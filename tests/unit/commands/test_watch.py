"""`mozi check --watch`, as an editor runs it: in a terminal, until Ctrl-C."""

import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from tests.support.helpers import Folder

PATIENCE = 60
"""Seconds; a machine may be busy."""


class Watch:
    """A running check, and the lines it printed that nobody has looked at yet."""

    def __init__(self, folder: Folder) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mozi", "check", "--watch", "--root", str(folder.root)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            # tests that run in the background ignore Ctrl-C, and so would their children
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line)

    def round(self) -> list[str]:
        """The lines of one check, from the separator to the count."""
        lines = [self._lines.get(timeout=PATIENCE)]
        while "records" not in lines[-1]:
            lines.append(self._lines.get(timeout=PATIENCE))
        return lines

    def is_quiet(self, seconds: float) -> bool:
        try:
            self._lines.get(timeout=seconds)
        except queue.Empty:
            return True
        return False


@pytest.fixture
def watch(folder: Folder) -> Iterator[Watch]:
    running = Watch(folder)
    yield running
    running.process.kill()
    running.process.wait()


def test_it_checks_again_after_every_change_and_ends_with_ctrl_c(
    folder: Folder, watch: Watch
) -> None:
    separator, count = watch.round()
    assert separator.startswith("────")
    assert count == "11 records, 0 errors, 0 warnings\n"

    folder.replace("projects/workshop.yml", "roles:", "rolls:")
    _, problem, count = watch.round()
    assert "MZ201" in problem
    assert count == "10 records, 1 error, 0 warnings\n"

    folder.replace("projects/workshop.yml", "rolls:", "roles:")
    for name in ("a", "b", "c"):
        folder.write(f"projects/{name}.yml", "")
    while sum("MZ109" in line for line in watch.round()) < 3:
        pass  # a busy machine may take one save for several
    rounds = 0
    while not watch.is_quiet(1.5):
        rounds += 1
        assert rounds < 20, "looking at the files is taken for a change"

    watch.process.send_signal(signal.SIGINT)
    assert watch.process.wait(PATIENCE) == 0
