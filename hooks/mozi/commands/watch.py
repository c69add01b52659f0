"""Doing something again whenever a file changes."""

import threading
from collections.abc import Callable
from pathlib import Path

from watchdog import events
from watchdog.observers import Observer

QUIET = 0.2
"""Seconds without a change before it is done again: programs save a file in several steps."""

CHANGES: list[type[events.FileSystemEvent]] = [
    events.FileCreatedEvent,
    events.FileModifiedEvent,
    events.FileMovedEvent,
    events.FileDeletedEvent,
    events.DirCreatedEvent,
    events.DirMovedEvent,
    events.DirDeletedEvent,
]
"""Not that a file was opened or closed: looking at the files does that."""


class _Noting(events.FileSystemEventHandler):
    def __init__(self) -> None:
        self.changed = threading.Event()

    def on_any_event(self, event: events.FileSystemEvent) -> None:
        self.changed.set()


def repeat_on_change(folder: Path, action: Callable[[], None]) -> None:
    """Do `action` now and after every change below `folder`, until Ctrl-C."""
    noting = _Noting()
    observer = Observer()
    observer.schedule(noting, folder, recursive=True, event_filter=CHANGES)
    observer.start()
    try:
        while True:
            noting.changed.clear()
            action()
            _wait(noting.changed)
    except KeyboardInterrupt:
        pass
    finally:
        observer.stop()
        observer.join()


def _wait(changed: threading.Event) -> None:
    while not changed.wait(timeout=1):  # without a timeout, Windows would not notice Ctrl-C
        pass
    while changed.is_set():
        changed.clear()
        changed.wait(QUIET)
