"""Pagefind, which makes the search index: a process of its own, asked through a pipe.

Its own library asks it the same way, but waits a tenth of a second after each page; its command
wants a folder for each page, which takes longer to make and remove than the index. It hands over
the files: those it writes itself may lack their ends when it has said that they are written
(https://github.com/Pagefind/pagefind/issues/1271).
"""

import json
import os
import subprocess
import time
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

from pagefind_bin import get_executable

_INDEX = 0
"""What Pagefind calls the first index of a process."""

_PRIORITY = 5
"""How far Pagefind stands back behind other processes, from 0 to 19."""

_PIECE = 1 << 20
"""How much of an answer is read at once, in bytes."""

_PAUSE = 0.02
"""Seconds until the next look whether there is an answer."""

_USER_INTERFACES = "-ui."
"""What stands in the names of files that this site has its own for."""


class PagefindIndex:
    """An index on its way while this context lasts, made beside whatever else there is to do.

    After `add` comes `hand_over`.
    """

    def __enter__(self) -> Self:
        """Begin; Pagefind says what goes wrong when its answers are read."""
        # Pagefind waits when nobody reads what it answers, and a thread that did would forbid other
        # processes that share this one's memory: answers go into a file. It has no name any more
        # when it is used, so that a build that is killed leaves none (on Windows it stays).
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            answers = Path(folder, "answers")
            with answers.open("wb") as said:
                command = [get_executable(), "--service"]
                self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=said)
            self._answered = answers.open("rb")
        if hasattr(os, "setpriority"):  # there is time until all the rest is made
            os.setpriority(os.PRIO_PROCESS, self._process.pid, _PRIORITY)
        self._ask(type="NewIndex")
        return self

    def __exit__(self, *_: object) -> None:
        """End Pagefind, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self._answered.close()
        assert self._process.stdin
        with suppress(BrokenPipeError):  # it has not read everything
            self._process.stdin.close()

    def add(self, pages: Iterable[tuple[str, str]]) -> None:
        """Have the index made of all these pages: files with their HTML, in one language.

        Raises `OSError` when Pagefind has ended.
        """
        for file, html in pages:
            self._ask(type="AddFile", index_id=_INDEX, file_path=file, file_contents=html)
        self._ask(type="GetFiles", index_id=_INDEX)
        assert self._process.stdin
        self._process.stdin.flush()

    def hand_over(self, put: Callable[[str, bytes], object]) -> None:
        """Have every file put, by its name. Raises `ChildProcessError` when there are none."""

        def put_at_once(found: dict[str, Any]) -> dict[str, Any] | None:
            """A file is gone from the answer when it is put: all together would take much memory."""
            if found.keys() != {"path", "content"}:
                return found
            if _USER_INTERFACES not in found["path"]:
                put(found["path"], b64decode(found["content"]))
            return None

        for text in self._answers():
            answer = json.loads(text, object_hook=put_at_once)["payload"]
            if answer["type"] == "Error":
                raise ChildProcessError(answer["message"])
            if answer["type"] == "GetFiles":
                return
        raise ChildProcessError("Pagefind ended before it had made the search index.")

    def _ask(self, **payload: Any) -> None:
        message = json.dumps({"message_id": 0, "payload": payload}, ensure_ascii=False)
        assert self._process.stdin
        self._process.stdin.write(b64encode(message.encode()) + b",")

    def _answers(self) -> Iterator[str]:
        answer, rest = bytearray(), b""
        for piece in self._pieces():
            *ends, rest = (rest + piece).split(b",")
            for end in ends:
                answer += b64decode(end)
                text = answer.decode()
                answer.clear()
                yield text
            whole = len(rest) // 4 * 4  # four letters are three bytes: an answer may be large
            answer += b64decode(rest[:whole])
            rest = rest[whole:]

    def _pieces(self) -> Iterator[bytes]:
        """What Pagefind says, as far as it has come, until it ends."""
        running = True
        while running:
            running = self._process.poll() is None
            while piece := self._answered.read(_PIECE):
                yield piece
            time.sleep(_PAUSE)
