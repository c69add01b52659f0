"""The files of `data/` as they were read: content, hashes, and the line of every value."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from mozi.engine.cache import Cache
from mozi.engine.hashing import digest
from mozi.yaml_text.parse import KeyPath, Position, Positions, Unreadable, decode, parse_yaml

T = TypeVar("T")


class SourceFiles:
    """The files of the project in `root`, by their names relative to it.

    `hashes` has the hash of every file that was read. `cache` keeps what was found out about a file
    for as long as its content stays the same.
    """

    def __init__(self, root: Path, cache: Cache | None = None) -> None:
        self.root = root
        self.cache = cache or Cache()
        self.hashes: dict[str, str] = {}
        self._contents: dict[str, bytes] = {}
        self._positions: dict[str, Positions] = {}

    def read(self, file: str) -> bytes:
        """The content of a file. Raises `OSError`."""
        with open(
            f"{self.root}/{file}", "rb"
        ) as opened:  # thousands are: `Path` takes twice as long
            content = opened.read()
        self.hashes[file] = digest(content)
        self._contents[file] = content
        return content

    def content(self, file: str) -> bytes:
        """The content of a file as it was read, or as it is now. Raises `OSError`."""
        return self._contents.get(file) or (self.root / file).read_bytes()

    def cached(self, what: str, file: str, make: Callable[[], T], path: KeyPath = ()) -> T:
        """The result of `make`, kept with a file's content, or with a value at `path` of it."""
        return self.cache.get((what, file, *path), self.hashes.get(file), make)

    def position(self, file: str, path: KeyPath, at_value: bool = False) -> Position:
        """Line and column of the key at `path`, or of its value; the first line where there is none."""
        what = "value position" if at_value else "position"
        return self.cached(what, file, lambda: self._position(file, path, at_value), path)

    def _position(self, file: str, path: KeyPath, at_value: bool) -> Position:
        try:
            positions = self.positions(file)
        except (OSError, Unreadable):
            return 1, 1
        return positions.of_value(path) if at_value else positions.of_key(path)

    def positions(self, file: str) -> Positions:
        """Positions of everything in a file. Raises `OSError` and `Unreadable`.

        The file is parsed again: thousands of records have no problem to locate.
        """
        if file not in self._positions:
            positions = Positions()
            parse_yaml(decode(self.content(file)), positions)
            self._positions[file] = positions
        return self._positions[file]

    def add(self, file: str, positions: Positions) -> None:
        """Take in a file that is not written yet; its values stand at `positions`."""
        self._positions[file] = positions
        self.hashes.pop(file, None)  # what is cached is not of this content
