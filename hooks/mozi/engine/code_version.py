"""What tells whether the generator itself has changed: its code, its templates, its libraries."""

import sys
import sysconfig
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from mozi.engine.hashing import digest, digest_of

_LEFT_OUT = {"__pycache__", "assets"}
"""Pages do not depend on how they look."""


def generator_version(root: Path) -> str:
    """A digest of all that turns the records of the project in `root` into pages."""
    configuration = (root / "mkdocs.yml").read_bytes()
    return digest_of(code_version(root / "hooks"), *_contents(root / "overrides"), configuration)


def code_version(folder: Path) -> str:
    """A digest of the code in a folder and of all that it stands on."""
    return digest_of(_libraries(), *_contents(folder))


@cache
def engine_version() -> str:
    """That of this code: what it keeps for itself can be read by no other."""
    return code_version(Path(__file__).parents[1])


def prose_version(root: Path) -> str:
    """A digest of the pages in `docs/`."""
    return digest_of(*_contents(root / "docs"))


def _contents(folder: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder)
        if file.is_file() and not _LEFT_OUT & set(name.parts):
            yield name.as_posix(), digest(file.read_bytes())


@cache
def _libraries() -> str:
    """Python and everything installed; nothing of it changes while a process runs.

    The folder that describes a library is called by its name and version (PEP 376).
    """
    described = Path(sysconfig.get_path("purelib")).glob("*.dist-info")
    return "\n".join([sys.version, *sorted(folder.name for folder in described)])
