"""File names that are ids but for their ending or their capitals."""

from collections.abc import Iterator
from pathlib import Path

from mozi import store
from mozi.records import RECORD_TYPES
from mozi.repairs.drafts import Mended

CODES = ("MZ002", "MZ003")
"""The rules on names."""

ENDINGS = (".yml", ".yaml")


def rename(root: Path) -> Iterator[Mended]:
    """Rename the records in `root/data` whose right name is plain; never onto another file."""
    for record_type in RECORD_TYPES:
        for path in store.files_of(root, record_type.kind):
            problem = store.name_problem(path.relative_to(root), record_type)
            new = path.with_name(f"{path.stem.lower()}.yml")
            if not problem or path.suffix.lower() not in ENDINGS or _is_taken(new, path):
                continue
            if store.name_problem(new.relative_to(root), record_type) is None:
                path.rename(new)
                yield Mended(problem, path.name, new.name)


def _is_taken(new: Path, old: Path) -> bool:
    """Whether another file has the name; where capitals do not count, the old one may itself."""
    return new.exists() and not new.samefile(old)
