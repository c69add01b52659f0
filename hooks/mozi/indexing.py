"""Pagefind, which makes the search index: a process of its own, asked through a pipe.

Its own library asks it the same way, but waits a tenth of a second after each page; its command
wants a folder for each page, which takes longer to make and remove than the index.
"""

import json
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from pathlib import Path
from typing import Any

_INDEX = 0
"""What Pagefind calls the first index of a process."""


class Indexing:
    """An index on its way into `folder`, made beside whatever else there is to do.

    After the last page comes `finish`; whatever happens, `end`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process = subprocess.Popen(
            [sys.executable, "-m", "pagefind", "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        reading = ThreadPoolExecutor(1)  # Pagefind waits when nobody reads what it answers
        self._written = reading.submit(self._read)
        reading.shutdown(wait=False)
        self._ask(type="NewIndex")

    def add(self, file: str, html: str) -> None:
        """A page that can be found, in its language. Raises `OSError` when Pagefind has ended."""
        self._ask(type="AddFile", index_id=_INDEX, file_path=file, file_contents=html)

    def write(self) -> None:
        """Have the index written: there are no more pages. Raises `OSError` as `add` does."""
        self._ask(type="WriteFiles", index_id=_INDEX, output_path=str(self._folder))
        assert self._process.stdin
        self._process.stdin.flush()

    def finish(self) -> None:
        """Wait until the index is written. Raises `ChildProcessError` when it cannot be.

        Pagefind answers before all that it writes is on the disk; when it has ended, all is.
        """
        self._written.result()
        assert self._process.stdin
        self._process.stdin.close()
        if self._process.wait() != 0:
            raise ChildProcessError("Pagefind failed while it wrote the search index.")
        for unused in self._folder.glob("*-ui.*"):  # ready-made user interfaces
            unused.unlink()
        _in_order(self._folder / "pagefind-entry.json")

    def end(self) -> None:
        """End Pagefind, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        wait([self._written])
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe
            with suppress(BrokenPipeError):  # it has not read everything
                pipe.close()

    def _ask(self, **payload: Any) -> None:
        message = json.dumps({"message_id": 0, "payload": payload}, ensure_ascii=False)
        assert self._process.stdin
        self._process.stdin.write(b64encode(message.encode()) + b",")

    def _read(self) -> None:
        for answer in self._answers():
            if answer["type"] == "Error":
                raise ChildProcessError(answer["message"])
            if answer["type"] == "WriteFiles":
                return
        raise ChildProcessError("Pagefind ended before it had written the search index.")

    def _answers(self) -> Iterator[dict[str, Any]]:
        rest = b""
        while read := self._process.stdout.read1():  # type: ignore[union-attr]
            *answers, rest = (rest + read).split(b",")
            yield from (json.loads(b64decode(answer))["payload"] for answer in answers)


def _in_order(file: Path) -> None:
    """Pagefind writes its list of languages in an order that no two runs share."""
    try:
        entry = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:  # it does not tell when the disk is full
        raise ChildProcessError("Pagefind has not written the search index.") from None
    file.write_text(json.dumps(entry, sort_keys=True, separators=(",", ":")), encoding="utf-8")
