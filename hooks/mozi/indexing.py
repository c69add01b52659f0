"""Pagefind, which makes the search index: a process of its own, asked through a pipe.

Its own library asks it the same way, but waits a tenth of a second after each page; its command
wants a folder for each page, which takes longer to make and remove than the index. It hands over
the files: those it writes itself may lack their ends when it has said that they are written
(https://github.com/Pagefind/pagefind/issues/1271).
"""

import json
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from typing import Any

_INDEX = 0
"""What Pagefind calls the first index of a process."""

_PIECE = 1 << 20
"""How much of an answer is read at once, in bytes."""

_USER_INTERFACES = "-ui."
"""What stands in the names of files that this site has its own for."""


class Indexing:
    """An index on its way, made beside whatever else there is to do.

    After the last page comes `close`, then `files`; whatever happens, `end`.
    """

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "pagefind", "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        reading = ThreadPoolExecutor(1)  # Pagefind waits when nobody reads what it answers
        self._made = reading.submit(self._read)
        reading.shutdown(wait=False)
        self._ask(type="NewIndex")

    def add(self, file: str, html: str) -> None:
        """A page that can be found, in its language. Raises `OSError` when Pagefind has ended."""
        self._ask(type="AddFile", index_id=_INDEX, file_path=file, file_contents=html)

    def close(self) -> None:
        """Have the index made: there are no more pages. Raises `OSError` as `add` does."""
        self._ask(type="GetFiles", index_id=_INDEX)
        assert self._process.stdin
        self._process.stdin.flush()

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The name and content of every file, once. Raises `ChildProcessError` when it fails."""
        files = self._made.result()
        while files:
            file = files.pop()
            if _USER_INTERFACES not in file["path"]:
                yield file["path"], _in_order(file["path"], b64decode(file["content"]))

    def end(self) -> None:
        """End Pagefind, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        wait([self._made])
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe
            with suppress(BrokenPipeError):  # it has not read everything
                pipe.close()

    def _ask(self, **payload: Any) -> None:
        message = json.dumps({"message_id": 0, "payload": payload}, ensure_ascii=False)
        assert self._process.stdin
        self._process.stdin.write(b64encode(message.encode()) + b",")

    def _read(self) -> list[dict[str, str]]:
        for answer in self._answers():
            if answer["type"] == "Error":
                raise ChildProcessError(answer["message"])
            if answer["type"] == "GetFiles":
                files: list[dict[str, str]] = answer["files"]
                return files
        raise ChildProcessError("Pagefind ended before it had made the search index.")

    def _answers(self) -> Iterator[dict[str, Any]]:
        answer, rest = bytearray(), b""
        while read := self._process.stdout.read1(_PIECE):  # type: ignore[union-attr]
            *ends, rest = (rest + read).split(b",")
            for end in ends:
                answer += b64decode(end)
                yield json.loads(answer)["payload"]
                answer.clear()
            whole = len(rest) // 4 * 4  # four letters are three bytes: an answer may be large
            answer += b64decode(rest[:whole])
            rest = rest[whole:]


def _in_order(name: str, content: bytes) -> bytes:
    """Pagefind writes its list of languages in an order that no two runs share."""
    if name != "pagefind-entry.json":
        return content
    return json.dumps(json.loads(content), sort_keys=True, separators=(",", ":")).encode()
