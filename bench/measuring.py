"""Measure the cost of a command: time, memory of its processes, files that it leaves.

Memory is read from /proc twenty times a second: Linux only. `VmHWM` is the most that a process ever
held, so a short peak between two looks is not lost, unless the process ends right after it.
"""

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PAUSE = 0.05
"""Seconds between two looks at the processes."""


COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}
"""Also where Python is told to keep no compiled files, it does here, as it does for everybody else."""


@dataclass(frozen=True)
class Cost:
    """Wall-clock seconds; highest resident memory in megabytes, of the command and of its largest helper."""

    seconds: float
    megabytes: float
    helper_megabytes: float


@dataclass(frozen=True)
class Output:
    """Content of a folder: files, pages among them (`.html`), megabytes."""

    files: int
    pages: int
    megabytes: float


def run(command: Sequence[str], folder: Path, **environment: str) -> Cost:
    """Run `command` in `folder` to its end. Raises `SystemExit` with what it said when it fails."""
    log = folder / "bench.log"
    with log.open("wb") as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **COMPILED, **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        peaks: dict[int, float] = {}
        watcher = threading.Thread(target=_watch, args=(process, peaks))
        watcher.start()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - started
        watcher.join()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: failed\n{log.read_text(errors='replace')[-3000:]}")
    helpers = [peak for pid, peak in peaks.items() if pid != process.pid]
    # a process too short to be looked at has its own account of itself
    own = peaks.get(process.pid) or usage.ru_maxrss / 1024
    return Cost(seconds, own, max(helpers, default=0))


def output(folder: Path) -> Output:
    """Output of a build in `folder`."""
    sizes = {
        Path(parent, name): Path(parent, name).stat().st_size
        for parent, _, names in os.walk(folder)
        for name in names
    }
    pages = sum(path.suffix == ".html" for path in sizes)
    return Output(len(sizes), pages, sum(sizes.values()) / 1e6)


def _watch(process: "subprocess.Popen[bytes]", peaks: dict[int, float]) -> None:
    while process.returncode is None:
        for pid in _family(process.pid):
            peaks[pid] = max(_peak(pid), peaks.get(pid, 0))
        time.sleep(PAUSE)


def _family(pid: int) -> list[int]:
    """A process and all that it started, directly or not."""
    process_ids = [pid]
    for one in process_ids:
        for children in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                process_ids += [int(child) for child in children.read_text().split()]
            except OSError:  # it has just ended
                continue
    return process_ids


def _peak(pid: int) -> float:
    """The most memory that a process has held so far, in megabytes; 0 when it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    for line in status.splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0
