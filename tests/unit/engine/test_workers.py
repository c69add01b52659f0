"""Work that another process does."""

import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest
from mozi.engine.workers import Worker, WorkerEnded, worker_count


def test_work_is_done_elsewhere_with_what_is_there_already() -> None:
    here = ["known"]
    helper = Worker(lambda: (here, os.getpid()))
    found, process = helper.answer()
    helper.end()
    assert found == here
    assert process != os.getpid()


def test_what_goes_wrong_elsewhere_is_raised_here() -> None:
    helper = Worker(lambda: Path("/nowhere").read_text())
    with pytest.raises(FileNotFoundError, match="nowhere"):
        helper.answer()
    helper.end()


def test_a_process_that_is_killed_has_no_answer() -> None:
    helper = Worker(lambda: os._exit(9))
    with pytest.raises(WorkerEnded):
        helper.answer()
    helper.end()


def test_nothing_goes_on_after_the_end() -> None:
    helper = Worker(lambda: time.sleep(600))
    helper.end()
    helper.end()
    assert multiprocessing.active_children() == []


def test_when_a_process_is_killed_so_are_those_that_help_it() -> None:
    reading, writing = os.pipe()

    def work() -> None:
        os.write(writing, str(os.getpid()).encode())
        time.sleep(600)

    child = os.fork()
    if child == 0:
        Worker(work)
        time.sleep(600)
    helper = int(os.read(reading, 20))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    end = time.monotonic() + 30
    while _is_alive(helper):
        assert time.monotonic() < end
        time.sleep(0.01)


def _is_alive(process: int) -> bool:
    """Whether a process does anything: what ended may stay on the list until somebody looks."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2]
    except FileNotFoundError:
        return False
    return not state.startswith(("Z", "X"))


def test_beside_other_threads_there_is_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 1)
    assert worker_count() == len(os.sched_getaffinity(0))
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert worker_count() == 1
