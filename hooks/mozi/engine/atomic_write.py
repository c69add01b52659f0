"""Whole files in the place of old ones: an interruption leaves the old file or the new one."""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def atomic_write(path: Path, *parts: bytes, draft: Path | None = None) -> None:
    """Write a file in one step; its folder is made. Raises `OSError`, and then nothing has changed.

    A file that was there keeps its permissions. The content is first written to `draft`, by default
    beside the file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = draft or path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with draft.open("wb") as file:
            file.writelines(parts)
        if path.exists():
            shutil.copymode(path, draft)
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise


def unfinished_files(path: Path) -> Iterable[Path]:
    """Files that interrupted writes of `path` left behind."""
    return path.parent.glob(f".{path.name}.*.new")
