"""Dependencies of a task: keys of everything that is asked for while it runs."""

from collections.abc import Iterator
from contextlib import contextmanager


class ReadLog:
    """Records what is read while a task runs; whoever is asked for data reports its key here."""

    def __init__(self) -> None:
        self._keys: set[str] | None = None

    @contextmanager
    def recording(self, keys: set[str]) -> Iterator[None]:
        """Add every key that is read meanwhile to `keys`, and to no other set."""
        outer, self._keys = self._keys, keys
        try:
            yield
        finally:
            self._keys = outer

    def add(self, key: str) -> None:
        """Record a key as read by the task that runs, if one does."""
        if self._keys is not None:
            self._keys.add(key)

    def update(self, keys: set[str]) -> None:
        """Record these keys as read by the task that runs, if one does."""
        if self._keys is not None:
            self._keys |= keys
