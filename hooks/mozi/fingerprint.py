"""What tells whether the generator itself has changed: its code, its templates, its libraries."""

import hashlib
import sys
import sysconfig
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_FOLDERS = ("hooks", "overrides")


def fingerprint(root: Path) -> str:
    """A digest of all that turns the records of the project in `root` into pages."""
    found = hashlib.blake2b(digest_size=16)
    for file in _files(root):
        found.update(f"{file.relative_to(root).as_posix()}\0".encode())
        found.update(hashlib.blake2b(file.read_bytes()).digest())
    found.update(_libraries().encode())
    return found.hexdigest()


def _files(root: Path) -> Iterator[Path]:
    for folder in _FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                yield file
    yield root / "mkdocs.yml"


@cache
def _libraries() -> str:
    """Python and everything installed; nothing of it changes while a process runs.

    The folder that describes a library is called by its name and version (PEP 376).
    """
    described = Path(sysconfig.get_path("purelib")).glob("*.dist-info")
    return "\n".join([sys.version, *sorted(folder.name for folder in described)])
