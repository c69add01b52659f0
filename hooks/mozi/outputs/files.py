"""Files of the site that are not pages."""

from pathlib import Path


def put(folder: Path, address: str, content: str | bytes) -> None:
    """Write the file at `address`, relative to `folder`, where the site is; texts are UTF-8."""
    target = folder / address
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content.encode() if isinstance(content, str) else content)
