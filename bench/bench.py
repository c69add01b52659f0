"""Measure whole builds: 400 and 4,000 records in three languages, and the naive way beside them.

Every build is a process of its own, one after the other on the same machine and file system;
only the ratios mean something elsewhere.
"""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import naive
import synthetic

SMALL, LARGE = 400, 4000


@dataclass
class Result:
    """What one build cost: wall-clock seconds, and the highest resident memory in megabytes."""

    name: str
    pages: int
    seconds: float
    megabytes: float

    def __str__(self) -> str:
        rate = self.pages / self.seconds
        return (
            f"{self.name:<28}{self.pages:>8,}{self.seconds:>10.1f}{rate:>12.0f}"
            f"{self.megabytes:>12.0f}"
        )


def build(name: str, root: Path) -> Result:
    """Build the project in `root`. Raises `SystemExit` with what MkDocs said when it fails."""
    log = root / "build.log"
    started = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--quiet"],
            cwd=root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=output,
            stderr=output,
        )
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    if status:
        raise SystemExit(f"{name}: the build failed\n{log.read_text()[-2000:]}")
    pages = sum(1 for _ in (root / "site").rglob("index.html"))
    return Result(name, pages, seconds, usage.ru_maxrss / 1024)


def main() -> None:
    """Run all builds and print a table with the ratios below it."""
    print(f"{'':<28}{'pages':>8}{'seconds':>10}{'pages/s':>12}{'peak MB':>12}", flush=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        few = synthetic.make(folder / "few", SMALL)
        small = build(f"{SMALL} records", few)
        print(small, flush=True)
        large = build(f"{LARGE} records", synthetic.make(folder / "many", LARGE))
        print(large, flush=True)
        plain = build(f"{SMALL} records, naive way", naive.make(folder / "naive", few))
        print(plain, flush=True)
    print()
    print(f"{LARGE} records cost {large.seconds / small.seconds:.1f} × {SMALL} (at most 11)")
    print(f"the naive way costs {plain.seconds / small.seconds:.1f} × ours (at least 3)")
    print(f"peak memory {large.megabytes:.0f} MB at {large.pages:,} pages (below 400)")


if __name__ == "__main__":
    main()
