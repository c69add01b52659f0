"""Version of the generator: hash of its code, its templates and the libraries it uses."""

import sys
import sysconfig
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from mozi.engine.hashing import digest, digest_of

_IGNORED = {"__pycache__", "assets"}
"""Folders that pages do not depend on: styles and scripts are copied as they are."""


def code_version(folder: Path) -> str:
    """Hash of the code in a folder, and of Python and all installed libraries."""
    return digest_of(_libraries(), *_contents(folder))


def folder_version(folder: Path) -> str:
    """Hash of all files in a folder."""
    return digest_of(*_contents(folder))


@cache
def engine_version() -> str:
    """Version of this package: no other can read what it writes for itself."""
    return code_version(Path(__file__).parents[1])


def _contents(folder: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder)
        if file.is_file() and not _IGNORED & set(name.parts):
            yield name.as_posix(), digest(file.read_bytes())


@cache
def _libraries() -> str:
    """Versions of Python and of every installed library; they do not change while a process runs.

    The folder that describes a library bears its name and version (PEP 376).
    """
    folders = Path(sysconfig.get_path("purelib")).glob("*.dist-info")
    return "\n".join([sys.version, *sorted(folder.name for folder in folders)])
