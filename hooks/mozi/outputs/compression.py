"""Files of a built site compressed beforehand, for hosts that send them so: gzip and Brotli.

The same file always gives the same bytes: no time and no name is put into them.
"""

import gzip
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import brotli

ENDINGS = frozenset(
    [
        ".atom",
        ".css",
        ".csv",
        ".html",
        ".ics",
        ".js",
        ".json",
        ".jsonld",
        ".map",
        ".svg",
        ".ttl",
        ".txt",
        ".xml",
    ]
)
"""Files that become smaller; pictures, archives and the search index are compressed already."""

LEAST = 256
"""Bytes below which a file is sent faster than it is unpacked."""

_QUALITY = 7
"""Of Brotli, up to 11: a tenth smaller than gzip in the same time. 11 saves a twentieth more, and
takes thirty times as long."""

FORMS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": lambda content: gzip.compress(content, 9, mtime=0),
    ".br": lambda content: bytes(brotli.compress(content, quality=_QUALITY)),
}
"""Ending of a compressed file → the function that compresses."""


def compress_files(folder: Path) -> tuple[int, int, int]:
    """Write the compressed forms beside the files in `folder`, in which a site was built.

    Out: number of files, their bytes, and their bytes with gzip. Forms that stand there already
    are written anew, and those whose file is gone are removed.
    """
    for form in FORMS:
        for packed in folder.rglob(f"*{form}"):
            if packed.with_suffix("").suffix in ENDINGS:
                packed.unlink()
    files = [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix in ENDINGS and path.is_file() and path.stat().st_size >= LEAST
    ]
    with ProcessPoolExecutor() as pool:
        sizes = list(pool.map(_compress, files, chunksize=64))
    return len(files), sum(size for size, _ in sizes), sum(packed for _, packed in sizes)


def _compress(path: Path) -> tuple[int, int]:
    content = path.read_bytes()
    for form, packed in FORMS.items():
        path.with_name(path.name + form).write_bytes(packed(content))
    return len(content), path.with_name(f"{path.name}.gz").stat().st_size
