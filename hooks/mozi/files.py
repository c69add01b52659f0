"""Files of the site."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from mozi.ledger import Stamp


def put(folder: Path, address: str, content: str | bytes) -> Stamp:
    """Write the file at `address`, relative to `folder`, where the site is; texts are UTF-8.

    What stood there is replaced, not written over: the last site may share it.
    """
    target = folder / address
    try:
        file = target.open("xb")
    except (FileExistsError, FileNotFoundError):  # to look before takes longer than to try again
        file = _cleared(target).open("xb")
    with file:
        file.write(_bytes(content))
    return stamp(target)


def is_same(file: Path, content: str | bytes) -> bool:
    """Whether that is what stands in a file."""
    with suppress(OSError):
        return file.read_bytes() == _bytes(content)
    return False


def keep(last: Path, folder: Path, address: str) -> None:
    """Have the file at `address` of the last site in this one, too, at no cost where links are."""
    target = _cleared(folder / address)
    try:
        os.link(last / address, target)
    except OSError:  # a file system without links
        shutil.copy2(last / address, target)


def stamp(file: Path) -> Stamp:
    """What tells whether a file has changed. Raises `OSError` where there is none."""
    found = file.stat()
    return found.st_size, found.st_mtime_ns


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _cleared(target: Path) -> Path:
    """The same, with a folder to be in and nothing in its place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileNotFoundError):
        target.unlink()
    return target
