"""Damage real files, and see what comes of it: `python -m tests.support.fuzz --count 10000`.

Every damaged file must end in pages or in problems with a file and a line (`tests/trial.py`),
within two seconds of processor time and 200 MB. The same seed gives the same files. Exits with 1
when one did not end so, and prints its number: `--first NUMBER --count 1` tries it again.
"""

import argparse
import faulthandler
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from mozi.records.models import VOCABULARIES
from mozi.records.values import Ref, walk
from mozi.store.loading import load_store
from mozi.yaml_text import parse
from mozi.yaml_text.parse import Positions

from tests.support import mutations, trial
from tests.support.helpers import ROOT, Folder

SECONDS, MEGABYTES = 2, 200
"""What one file may cost: processor time, and memory of the whole process."""

PATIENCE = 10
"""Seconds of processor time after which a file that does not end is given up."""

BATCH = 100
"""Files that one process tries, one after the other."""


class Projects:
    """Small projects around one real file each: with all that it names, or the small one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._records = load_store(ROOT).records
        self.records = sorted(
            f"{kind}/{id}.yml" for kind, ids in self._records.items() for id in ids
        )
        self.vocabularies = sorted(f"vocabularies/{name}.yml" for name in VOCABULARIES)
        self.catalogues = sorted(
            f"translations/{p.name}" for p in ROOT.glob("data/translations/*.po")
        )

    def around(self, file: str) -> Path:
        """The folder of a project that holds `data/<file>`."""
        root = self._folder / re.sub(r"\W", "-", file)
        if not root.exists():
            Folder(root)
            for needed in {file, *self._named_by(file)}:
                (root / "data" / needed).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / "data" / needed, root / "data" / needed)
        return root

    def _named_by(self, file: str) -> set[str]:
        """The files of all records that a record names, and of those that they name."""
        found: set[str] = set()
        waiting = [file]
        while waiting:
            file = waiting.pop()
            record = self._records.get(file.split("/")[0], {}).get(Path(file).stem)
            if record is not None and file not in found:
                found.add(file)
                waiting += [f"{r.kind}/{r}.yml" for _, r in walk(record) if isinstance(r, Ref)]
        return found


@dataclass(frozen=True)
class Damaged:
    """A damaged file: its project, its path in `data/`, what was done to it, and its content."""

    project: Path
    file: str
    damage: str
    content: bytes


def damaged(projects: Projects, number: int, seed: int) -> Damaged:
    """The nth damaged file of a run."""
    chance = Random(f"{seed} {number}")
    kinds = ("record", "vocabulary", "locales", "catalogue", "name")
    kind = chance.choices(kinds, weights=(72, 8, 4, 12, 4))[0]
    file = chance.choice(projects.records)
    if kind == "name":
        folder = chance.choice(
            ("projects", "partners", "countries", "vocabularies", "translations")
        )
        name = f"{folder}/{os.fsdecode(mutations.file_name(chance))}"
        return Damaged(projects.around(file), name, "name", (ROOT / "data" / file).read_bytes())
    if kind == "vocabulary":
        file = chance.choice(projects.vocabularies)
    elif kind == "locales":
        file = "locales.yml"
    elif kind == "catalogue":
        file = chance.choice(projects.catalogues)
    more = mutations.PO if kind == "catalogue" else mutations.YAML
    others = projects.catalogues if kind == "catalogue" else projects.records
    whole, other = ((ROOT / "data" / name).read_bytes() for name in (file, chance.choice(others)))
    damage, content = mutations.mutated(whole, other, chance, *more)
    return Damaged(projects.around(file), file, damage, content)


# One process ---------------------------------------------------------------------------------------


def work(numbers: range, seed: int) -> None:
    """Try files, and print a line of JSON for each; the process is killed when one does not end."""
    with tempfile.TemporaryDirectory() as temporary:
        projects = Projects(Path(temporary))
        parse.parse_yaml = _remembering(parse.parse_yaml)
        faulthandler.register(signal.SIGPROF, chain=True)
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
        for number in numbers:
            signal.setitimer(signal.ITIMER_PROF, PATIENCE)
            what = damaged(projects, number, seed)
            result: dict[str, Any] = {"number": number, "file": what.file, "damage": what.damage}
            started = time.process_time()
            try:
                result["codes"] = trial.outcome(what.project, what.file, what.content)
            except Exception:
                result["failure"] = traceback.format_exc()[-1500:]
            signal.setitimer(signal.ITIMER_PROF, 0)
            result["seconds"] = time.process_time() - started
            result["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(json.dumps(result), flush=True)
            if result["megabytes"] > MEGABYTES:
                return  # the next file starts with little again


def _remembering(parse: Callable[..., Any]) -> Callable[..., Any]:
    """`parse` that knows the undamaged files: what a damaged one costs is measured, not all others."""
    known = {}
    for folder in (ROOT / "data", ROOT / "tests" / "fixtures" / "small" / "data"):
        for path in folder.rglob("*.yml"):
            text = path.read_text(encoding="utf-8")
            known[text] = parse(text)

    def parse_or_know(text: str, positions: Positions | None = None) -> Any:
        return known[text] if positions is None and text in known else parse(text, positions)

    return parse_or_know


# All processes -------------------------------------------------------------------------------------


def results(numbers: range, seed: int) -> Iterator[dict[str, Any]]:
    """What came of these numbers, from as many processes as it takes."""
    while numbers:
        command = [
            sys.executable,
            "-m",
            "tests.support.fuzz",
            "--seed",
            seed,
            "--work",
            numbers.start,
            numbers.stop,
        ]
        with tempfile.TemporaryFile("w+") as said:
            process = subprocess.Popen(
                [str(word) for word in command],
                stdout=subprocess.PIPE,
                stderr=said,
                text=True,
                cwd=ROOT,
            )
            assert process.stdout
            for line in process.stdout:
                result = json.loads(line)
                numbers = range(result["number"] + 1, numbers.stop)
                yield result
            if process.wait() and numbers:
                said.seek(0)
                failure = f"ended by signal {-process.returncode}\n{said.read()[-1500:]}"
                yield {"number": numbers.start, "failure": failure}
                numbers = numbers[1:]


@dataclass
class Summary:
    """What came of a run."""

    files: int = 0
    failures: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    seconds: list[tuple[float, int]] = field(default_factory=list)
    megabytes: float = 0

    def take(self, result: dict[str, Any]) -> None:
        """Count a result, and print it when the file did not end as it should."""
        self.files += 1
        if "seconds" in result:
            self.seconds.append((result["seconds"], result["number"]))
            self.megabytes = max(self.megabytes, result["megabytes"])
            if result["seconds"] > SECONDS:
                result.setdefault("failure", "too slow")
            if result["megabytes"] > MEGABYTES:
                result.setdefault("failure", "too much memory")
        if "failure" in result:
            self.failures += 1
            print(json.dumps(result), flush=True)
        else:
            self.outcomes.update(result["codes"] or ["no problem, pages made"])

    def __str__(self) -> str:
        slowest = sorted(self.seconds)[-3:]
        return "\n".join(
            [
                f"{self.files:,} damaged files: {self.failures} did not end as they should",
                *(f"{count:>8,}  {what}" for what, count in sorted(self.outcomes.items())),
                "slowest: "
                + ", ".join(f"{time:.2f} s (number {number})" for time, number in slowest),
                f"largest process: {self.megabytes:.0f} MB",
            ]
        )


def main() -> int:
    """Try many files, and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="how many files")
    parser.add_argument("--first", type=int, default=0, help="number of the first one")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--work", type=int, nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        work(range(*options.work), options.seed)
        return 0
    last = options.first + options.count
    batches = [range(n, min(n + BATCH, last)) for n in range(options.first, last, BATCH)]
    summary = Summary()
    with ThreadPoolExecutor(options.processes) as pool:
        for batch in pool.map(lambda numbers: list(results(numbers, options.seed)), batches):
            for result in batch:
                summary.take(result)
            print(f"{summary.files:,} …", file=sys.stderr, flush=True)
    print(summary)
    return 1 if summary.failures else 0


if __name__ == "__main__":
    sys.exit(main())
