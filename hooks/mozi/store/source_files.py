"""Source files in `data/`: their content, their hashes, and the position of every value."""

from collections.abc import Callable, Set
from pathlib import Path
from typing import TypeVar

from mozi.engine.cache import Cache
from mozi.engine.hashing import digest
from mozi.yaml_text.parse import KeyPath, Position, Positions, Unreadable, decode, parse_yaml

T = TypeVar("T")


class SourceFiles:
    """Files of the project in `root`, by their names relative to it.

    `hashes` has the hash of every file that was read. `cache` keeps results computed from a file as
    long as its content stays the same. Files in `shared` that the project lacks are those of `home`.
    """

    def __init__(
        self,
        root: Path,
        cache: Cache | None = None,
        home: Path | None = None,
        shared: Set[str] = frozenset(),
    ) -> None:
        self.root = root
        self.home = home
        self._shared = shared
        self.cache = cache or Cache()
        self.hashes: dict[str, str] = {}
        self._contents: dict[str, bytes] = {}
        self._positions: dict[str, Positions] = {}

    def read(self, file: str) -> bytes:
        """Read a file, remember its hash, and return its content. Raises `OSError`."""
        # not `Path`, which takes twice as long: there are thousands of files
        with open(f"{self._folder(file)}/{file}", "rb") as opened:
            content = opened.read()
        self.hashes[file] = digest(content)
        self._contents[file] = content
        return content

    def content(self, file: str) -> bytes:
        """Return the content of a file as it was read, or else as it is now. Raises `OSError`."""
        return self._contents.get(file) or (self._folder(file) / file).read_bytes()

    def is_shared(self, file: str) -> bool:
        """Whether `file` is that of `home`, as the project has none."""
        return bool(self.home) and file in self._shared and not (self.root / file).exists()

    def _folder(self, file: str) -> Path:
        return self.home if self.home and self.is_shared(file) else self.root

    def cached(self, what: str, file: str, make: Callable[[], T], path: KeyPath = ()) -> T:
        """Return the result of `make`, cached while the content of `file` stays the same.

        `what` names the kind of result, `path` the value in the file that it belongs to.
        """
        return self.cache.get((what, file, *path), self.hashes.get(file), make)

    def position(self, file: str, path: KeyPath, at_value: bool = False) -> Position:
        """Return line and column of the key at `path`, or of its value where `at_value` is true.

        They are 1 and 1 where the file cannot be read.
        """
        what = "value position" if at_value else "position"
        return self.cached(what, file, lambda: self._position(file, path, at_value), path)

    def _position(self, file: str, path: KeyPath, at_value: bool) -> Position:
        try:
            positions = self.positions(file)
        except (OSError, Unreadable):
            return 1, 1
        return positions.of_value(path) if at_value else positions.of_key(path)

    def positions(self, file: str) -> Positions:
        """Return the positions of all keys and values in a file. Raises `OSError` and `Unreadable`.

        This parses the file again. The first reading computes no positions: thousands of records
        have no problem to locate.
        """
        if file not in self._positions:
            positions = Positions()
            parse_yaml(decode(self.content(file)), positions)
            self._positions[file] = positions
        return self._positions[file]

    def add(self, file: str, positions: Positions) -> None:
        """Add a file that is not written yet; its values are at `positions`."""
        self._positions[file] = positions
        self.hashes.pop(file, None)  # cached results belong to another content
