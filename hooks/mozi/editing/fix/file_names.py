"""File names that are ids but for their ending or their capitals."""

from collections.abc import Iterator
from pathlib import Path

from mozi.editing.fix.repair import Fix
from mozi.problems.report import locate
from mozi.records.models import RECORD_TYPES
from mozi.store.loading import name_problem, record_files

CODES = ("MZ002", "MZ003")
"""The rules on names."""

ENDINGS = (".yml", ".yaml")


def rename(root: Path) -> Iterator[Fix]:
    """Rename the records in `root/data` whose right name is plain; never onto another file."""
    for record_type in RECORD_TYPES:
        for path in record_files(root, record_type.kind):
            finding = name_problem(path.relative_to(root), record_type)
            new = path.with_name(f"{path.stem.lower()}.yml")
            if not finding or path.suffix.lower() not in ENDINGS or _is_taken(new, path):
                continue
            if name_problem(new.relative_to(root), record_type) is None:
                path.rename(new)
                (problem,) = locate([finding])
                yield Fix(problem, path.name, new.name)


def _is_taken(new: Path, old: Path) -> bool:
    """Whether another file has the name; where capitals do not count, the old one may itself."""
    return new.exists() and not new.samefile(old)
