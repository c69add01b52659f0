"""Pagefind, which makes the search index: a process of its own, asked through a pipe.

Its own library asks it the same way, but waits a tenth of a second after each page; its command
wants a folder for each page, which takes longer to make and remove than the index. It hands over
the files: those it writes itself may lack their ends when it has said that they are written
(https://github.com/Pagefind/pagefind/issues/1271).
"""

import json
import subprocess
import sys
import time
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

_INDEX = 0
"""What Pagefind calls the first index of a process."""

_PIECE = 1 << 20
"""How much of an answer is read at once, in bytes."""

_PAUSE = 0.02
"""Seconds until the next look whether there is an answer."""

_USER_INTERFACES = "-ui."
"""What stands in the names of files that this site has its own for."""


class Indexing:
    """An index on its way, made beside whatever else there is to do.

    After the last page comes `close`, then `hand_over`; whatever happens, `end`.
    """

    def __init__(self) -> None:
        # Pagefind waits when nobody reads what it answers, and a thread that did would forbid other
        # processes that share this one's memory: answers go into a file. It has no name any more
        # when it is used, so that a build that is killed leaves none (on Windows it stays).
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            answers = Path(folder, "answers")
            with answers.open("wb") as said:
                self._process = subprocess.Popen(
                    [sys.executable, "-m", "pagefind", "--service"],
                    stdin=subprocess.PIPE,
                    stdout=said,
                )
            self._answered = answers.open("rb")
        self._ask(type="NewIndex")

    def add(self, file: str, html: str) -> None:
        """A page that can be found, in its language. Raises `OSError` when Pagefind has ended."""
        self._ask(type="AddFile", index_id=_INDEX, file_path=file, file_contents=html)

    def close(self) -> None:
        """Have the index made: there are no more pages. Raises `OSError` as `add` does."""
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
                put(found["path"], _in_order(found["path"], b64decode(found["content"])))
            return None

        for text in self._answers():
            answer = json.loads(text, object_hook=put_at_once)["payload"]
            if answer["type"] == "Error":
                raise ChildProcessError(answer["message"])
            if answer["type"] == "GetFiles":
                return
        raise ChildProcessError("Pagefind ended before it had made the search index.")

    def end(self) -> None:
        """End Pagefind, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self._answered.close()
        assert self._process.stdin
        with suppress(BrokenPipeError):  # it has not read everything
            self._process.stdin.close()

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


def _in_order(name: str, content: bytes) -> bytes:
    """Pagefind writes its list of languages in an order that no two runs share."""
    if name != "pagefind-entry.json":
        return content
    return json.dumps(json.loads(content), sort_keys=True, separators=(",", ":")).encode()
