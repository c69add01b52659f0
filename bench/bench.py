"""Measure whole builds: cold, and after one edit; prints a table and the ratios that count.

Every build is a process of its own, one after the other, on the same machine and file system; only
the ratios mean something elsewhere. `--folder /dev/shm` measures on a memory file system.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import measuring
import synthetic
from measuring import Cost, Output

ELEVEN = (*synthetic.LANGUAGES, *synthetic.MORE_LANGUAGES)
BUILD = (sys.executable, "-m", "mkdocs", "build", "--quiet")
EDITED = "data/projects/ghana.yml"
EDITS = {"a new name": ("en: ", "en: New "), "a statement": ("en: Ghana is", "en: Now Ghana is")}
"""Edits of that file: a text, and another one in its place. A name is in lists, tables, packs and the
search index; a statement on few pages."""

HEAD = f"{'':<34}{'pages':>8}{'seconds':>10}{'pages/s':>10}{'peak MB':>10}{'helper MB':>12}{'files':>9}{'MB':>8}"


@dataclass(frozen=True)
class Result:
    """Cost and output of one build."""

    name: str
    cost: Cost
    output: Output

    def __str__(self) -> str:
        cost, output = self.cost, self.output
        return (
            f"{self.name:<34}{output.pages:>8,}{cost.seconds:>10.1f}"
            f"{output.pages / cost.seconds:>10.0f}{cost.megabytes:>10.0f}"
            f"{cost.helper_megabytes:>12.0f}{output.files:>9,}{output.megabytes:>8.0f}"
        )


def build(name: str, root: Path, command: Sequence[str] = BUILD) -> Result:
    """Build the project in `root` and say so."""
    cost = measuring.run(command, root, NO_MKDOCS_2_WARNING="1", SITE_DIR=str(root / "site"))
    result = Result(name, cost, measuring.output(root / "site"))
    print(result, flush=True)
    return result


def measure(
    folder: Path, records: int, languages: tuple[str, ...] = synthetic.LANGUAGES
) -> tuple[Result, dict[str, Result]]:
    """A project of that size, cold and after each of `EDITS`; it is gone afterwards."""
    name = f"{records:,} records × {len(languages)} languages"
    root = synthetic.make(folder / "project", records, languages)
    cold = build(name, root)
    warm = {}
    for what, change in EDITS.items():
        edit(root / EDITED, *change)
        warm[what] = build(f"  {what}", root)
    shutil.rmtree(root)
    return cold, warm


def edit(file: Path, old: str, new: str) -> None:
    """Change one text of a record, as an editor does."""
    text = file.read_text(encoding="utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def main() -> None:
    """Run all builds and print a table with the ratios below it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="where to build (default: a temporary folder)")
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[400, 4_000, 12_000], help="numbers of records"
    )
    options = parser.parse_args()
    print(HEAD, flush=True)
    with tempfile.TemporaryDirectory(dir=options.folder) as temporary:
        folder = Path(temporary)
        results = {size: measure(folder, size) for size in sorted(options.sizes)}
        smallest = min(results)
        eleven, _ = measure(folder, smallest, ELEVEN)
    print()
    few = results[smallest][0]
    for size, (cold, warm) in results.items():
        if size != smallest:
            ratio = cold.cost.seconds / few.cost.seconds
            print(
                f"{size:,} records cost {ratio:.1f} × {smallest:,} ({size / smallest:.0f} × as many)"
            )
        for what, result in warm.items():
            share = result.cost.seconds / cold.cost.seconds
            print(f"{what} at {size:,} costs {share:.2f} × a cold build")
    ratio = eleven.cost.seconds / few.cost.seconds
    print(f"eleven languages cost {ratio:.1f} × three (at most {11 / 3 * 1.15:.1f})")


if __name__ == "__main__":
    main()
