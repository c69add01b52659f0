"""ZIP files that depend on nothing but the files in them and the day that these bear.

A file is compressed once, and can be taken over from one archive into another as it is there.
"""

import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_UNIX, _READABLE = 3, 0o100644 << 16
"""System and permissions of a file in a ZIP, whichever system makes it."""


class ZipMember(NamedTuple):
    """A file as it is in a ZIP: compressed; `size` (in bytes) and `checksum` are of what it was."""

    compressed: bytes
    size: int
    checksum: int


def zip_member(content: bytes) -> ZipMember:
    """A file compressed as a ZIP holds it."""
    compressed = zlib.compress(content, wbits=-zlib.MAX_WBITS)  # without a head of its own
    return ZipMember(compressed, len(content), zlib.crc32(content))


def zip_archive(name: str, members: Mapping[str, ZipMember], day: str) -> bytes:
    """A ZIP of a folder called `name`: its files by path, all of one day (ISO 8601)."""
    year, month, number = (int(part) for part in day.split("-"))
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for path, each in members.items():
            info = ZipInfo(f"{name}/{path}", (year, month, number, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            info.create_system, info.external_attr = _UNIX, _READABLE
            info.compress_size, info.file_size = len(each.compressed), each.size
            info.CRC = each.checksum
            # `ZipFile` adds only what it compresses itself; this is what it does with it then.
            info.header_offset = content.tell()
            content.write(info.FileHeader() + each.compressed)
            archive.filelist.append(info)
        archive.start_dir = content.tell()
    return content.getvalue()


def zip_members(file: Path) -> dict[str, ZipMember]:
    """Members of a ZIP file that `zip_archive` made, by path in its folder. Raises `OSError`."""
    content = file.read_bytes()
    contents = {}
    with ZipFile(BytesIO(content)) as archive:
        for info in archive.infolist():
            start = info.header_offset + len(info.FileHeader())
            compressed = content[start : start + info.compress_size]
            _, _, path = info.filename.partition("/")
            contents[path] = ZipMember(compressed, info.file_size, info.CRC)
    return contents
