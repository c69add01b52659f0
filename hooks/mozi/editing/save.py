"""New files, all of them or none."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def create_files(files: Mapping[Path, str]) -> None:
    """Write files that are not there yet; their folders are made. Raises `OSError`.

    Every text is on the disk, under another name, before the first file gets its own. Whatever goes
    wrong on the way, an interruption too, leaves no file behind.
    """
    drafts = {path: path.with_name(f".{path.name}.new") for path in files}
    named: list[Path] = []
    try:
        for path, draft in drafts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(files[path], encoding="utf-8", newline="\n")
        for path, draft in drafts.items():
            if path.exists():
                raise FileExistsError(17, "there is such a file already", str(path))
            named.append(path)
            draft.rename(path)
    except BaseException:
        for path in named:
            if not drafts[path].exists():  # else the file there is somebody else's
                path.unlink()
        raise
    finally:
        for draft in drafts.values():
            with suppress(OSError):
                draft.unlink()
