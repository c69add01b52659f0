"""Files of the site.

Paths are texts here: `pathlib` takes as long to join two as the system takes to make a file.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from mozi.engine.manifest import FileStat


def put_file(folder: Path, address: str, content: str | bytes) -> FileStat:
    """Write the file at `address`, relative to `folder`, where the site is; texts are UTF-8.

    What stood there is replaced, not written over: the last site may share it.
    """
    target = os.path.join(folder, address)
    _make(target, partial(_write, _bytes(content)))
    return file_stat(target)


def has_content(file: Path, content: str | bytes) -> bool:
    """Whether that is what stands in a file."""
    with suppress(OSError):
        return file.read_bytes() == _bytes(content)
    return False


def take_over_files(last: Path, folder: Path, files: Mapping[str, FileStat]) -> dict[str, FileStat]:
    """Have those of `files` in a folder that are there or in the last site as they were left.

    Everything else in it goes. Out: what is there then. Where links are it costs little.
    """
    there = _pruned(folder, files)
    missing = {address: was for address, was in files.items() if address not in there}
    found = unchanged_files(last, missing)
    for address in found:
        source = os.path.join(last, address)
        _make(os.path.join(folder, address), partial(_link, source))
    return {address: files[address] for address in there} | found


def unchanged_files(folder: Path, files: Mapping[str, FileStat]) -> dict[str, FileStat]:
    """Those of `files` that are in a folder as they were left."""
    found = {}
    for address, was in files.items():
        with suppress(OSError):
            if file_stat(os.path.join(folder, address)) == was:
                found[address] = was
    return found


def _pruned(folder: Path, files: Mapping[str, FileStat]) -> set[str]:
    """Remove everything in a folder but those of `files` that are as they were left; what is there.

    Folders for the others stay, too.
    """
    known = {address.rpartition("/")[0] for address in files}
    within = {"", *(part for each in known for part in _folders(each))}
    there = set()
    around = [""]
    while around:
        place = around.pop()
        with os.scandir(os.path.join(folder, place)) as entries:
            for entry in entries:
                address = place + entry.name
                if not entry.is_dir(follow_symlinks=False):
                    if entry.is_file(follow_symlinks=False) and _left(entry) == files.get(address):
                        there.add(address)
                    else:
                        os.unlink(entry.path)
                elif address in within:
                    around.append(f"{address}/")
                else:
                    shutil.rmtree(entry.path)
    return there


def _folders(address: str) -> Iterator[str]:
    """The folder at `address`, and all around it."""
    while address:
        yield address
        address = address.rpartition("/")[0]


def _left(entry: "os.DirEntry[str]") -> FileStat:
    found = entry.stat(follow_symlinks=False)
    return found.st_size, found.st_mtime_ns


def remove_files(folder: Path, addresses: Iterable[str]) -> None:
    """Remove files, and the folders that are empty without them."""
    for address in addresses:
        with suppress(FileNotFoundError):
            os.unlink(os.path.join(folder, address))
        for around in _folders(address.rpartition("/")[0]):
            try:
                os.rmdir(os.path.join(folder, around))
            except OSError:  # there is more in it
                break


def move_files(scratch: Path, folder: Path) -> None:
    """Move what MkDocs wrote: all but frames, in whose places the pages will be written."""
    for file in scratch.rglob("*"):
        if file.is_file() and file.name != "index.html":
            target = folder / file.relative_to(scratch)
            target.parent.mkdir(parents=True, exist_ok=True)
            file.replace(target)


def file_stat(file: str | Path) -> FileStat:
    """What tells whether a file has changed. Raises `OSError` where there is none."""
    found = os.stat(file)
    return found.st_size, found.st_mtime_ns


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _make(target: str, how: Callable[[str], None]) -> None:
    """Have a new file made; to look before whether one can be takes longer than to try again."""
    try:
        how(target)
    except (FileExistsError, FileNotFoundError):
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with suppress(FileNotFoundError):
            os.unlink(target)
        how(target)


def _write(content: bytes, target: str) -> None:
    with open(target, "xb") as file:
        file.write(content)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except (FileExistsError, FileNotFoundError):
        raise
    except OSError:  # a file system without links
        shutil.copy2(source, target)
