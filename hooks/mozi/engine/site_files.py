"""Files of the site by address, which is their path relative to the site's folder.

Paths are texts here: `pathlib` takes as long to join two as the system takes to create a file.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from contextlib import suppress
from functools import partial
from pathlib import Path

from mozi.engine.manifest import FileStat


def put_file(folder: Path, address: str, content: str | bytes) -> FileStat:
    """Write the file at `address` in a folder; texts are UTF-8. Raises `OSError`.

    A file that is there is replaced, not written over: the last site may share it.
    """
    target = os.path.join(folder, address)
    _create(target, partial(_write, _bytes(content)))
    return file_stat(target)


def has_content(file: Path, content: str | bytes) -> bool:
    """Whether a file exists and has this content."""
    with suppress(OSError):
        return file.read_bytes() == _bytes(content)
    return False


def unchanged_files(folder: Path, files: Mapping[str, FileStat]) -> dict[str, FileStat]:
    """Files that are in a folder with the size and mtime of `files`."""
    unchanged = {}
    for address, stat in files.items():
        with suppress(OSError):
            if file_stat(os.path.join(folder, address)) == stat:
                unchanged[address] = stat
    return unchanged


def keep_files(folder: Path, files: Mapping[str, FileStat]) -> dict[str, FileStat]:
    """Remove everything in a folder but those of `files` with the same size and mtime; those.

    Folders that any of `files` stands in stay as well.
    """
    folders = {"", *(parent for address in files for parent in _parents(address))}
    stats_by_file: dict[str, FileStat] = {}
    open_folders = [""]
    while open_folders:
        parent = open_folders.pop()
        with os.scandir(os.path.join(folder, parent)) as entries:
            for entry in entries:
                address = f"{parent}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    if address in folders:
                        open_folders.append(f"{address}/")
                    else:
                        shutil.rmtree(entry.path)
                elif _is_unchanged(entry, files.get(address)):
                    stats_by_file[address] = files[address]
                else:
                    os.unlink(entry.path)
    return stats_by_file


def _is_unchanged(entry: "os.DirEntry[str]", stat: FileStat | None) -> bool:
    if not entry.is_file(follow_symlinks=False):
        return False
    file_stat = entry.stat(follow_symlinks=False)
    return (file_stat.st_size, file_stat.st_mtime_ns) == stat


def link_files(source: Path, folder: Path, addresses: Iterable[str]) -> None:
    """Put files of one folder into another: as links where the system can, else as copies."""
    for address in addresses:
        link = partial(_link, os.path.join(source, address))
        _create(os.path.join(folder, address), link)


def remove_files(folder: Path, addresses: Iterable[str]) -> None:
    """Remove files, and the folders that are empty without them."""
    for address in addresses:
        with suppress(FileNotFoundError):
            os.unlink(os.path.join(folder, address))
        for parent in _parents(address):
            try:
                os.rmdir(os.path.join(folder, parent))
            except OSError:  # there is more in it
                break


def move_files(source: Path, folder: Path, left_out: Set[str] = frozenset()) -> None:
    """Move all files of a folder into another one, but those with names that are left out."""
    for file in source.rglob("*"):
        if file.is_file() and file.name not in left_out:
            target = folder / file.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            file.replace(target)


def file_stat(file: str | Path) -> FileStat:
    """Size and mtime of a file. Raises `OSError` where there is none."""
    stat = os.stat(file)
    return stat.st_size, stat.st_mtime_ns


def _parents(address: str) -> Iterator[str]:
    """The folder of a file, then those around it."""
    while parent := address.rpartition("/")[0]:
        yield parent
        address = parent


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _create(target: str, create: Callable[[str], None]) -> None:
    """Create a file. To look first whether that is possible takes longer than to try again."""
    try:
        create(target)
    except (FileExistsError, FileNotFoundError):
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with suppress(FileNotFoundError):
            os.unlink(target)
        create(target)


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
