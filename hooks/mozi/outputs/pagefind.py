"""Pagefind, the program that makes a search index of HTML pages (https://pagefind.app).

It is asked through a pipe, as its own library does it, and hands the files back the same way. Its
command reads and writes thousands of small files instead: with it a first build of this site takes
1.2 times as long. Nor does the command always write all of them before it ends
(https://github.com/Pagefind/pagefind/issues/1271).
"""

import json
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from contextlib import suppress
from threading import Thread
from typing import IO, Any

from pagefind_bin import get_executable

_INDEX = 0
"""Number that Pagefind gives the first index of a process."""

_CHUNK = 1 << 20
"""Bytes of an answer that are read at once."""

_USER_INTERFACES = "-ui."
"""In the names of files that this site has its own for."""


def search_index(pages: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """The files of a search index by name.

    In: pages in one language, each with its address. Raises `ChildProcessError` when Pagefind fails.
    """
    requests = [
        {"type": "NewIndex"},
        *(
            {"type": "AddFile", "index_id": _INDEX, "file_path": address, "file_contents": html}
            for address, html in pages
        ),
        {"type": "GetFiles", "index_id": _INDEX},
    ]
    command = [get_executable(), "--service"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        # Pagefind stops reading when nobody reads its answers, so both are done at once.
        sender = Thread(target=_send, args=(process.stdin, requests))
        sender.start()
        try:
            return _files(_answers(process.stdout))
        finally:
            process.kill()
            sender.join()
            with suppress(BrokenPipeError):  # it has not read everything
                process.stdin.close()


def _send(stdin: IO[bytes], requests: Iterable[dict[str, Any]]) -> None:
    with suppress(BrokenPipeError):  # it has ended before it had read everything
        for request in requests:
            message = json.dumps({"message_id": 0, "payload": request}, ensure_ascii=False)
            stdin.write(b64encode(message.encode()) + b",")
        stdin.flush()


def _answers(stdout: IO[bytes]) -> Iterator[dict[str, Any]]:
    """Answers as they come, until Pagefind ends."""
    parts: list[bytes] = []
    while chunk := stdout.read1(_CHUNK):  # type: ignore[attr-defined]
        *ends, rest = chunk.split(b",")
        for end in ends:
            answer: dict[str, Any] = json.loads(b64decode(b"".join([*parts, end])))
            parts.clear()
            yield answer["payload"]
        parts.append(rest)


def _files(answers: Iterable[dict[str, Any]]) -> dict[str, bytes]:
    """The files in the last answer. Raises `ChildProcessError` when it does not come."""
    for answer in answers:
        if answer["type"] == "Error":
            raise ChildProcessError(answer["message"])
        if answer["type"] == "GetFiles":
            return {
                file["path"]: b64decode(file["content"])
                for file in answer["files"]
                if _USER_INTERFACES not in file["path"]
            }
    raise ChildProcessError("Pagefind ended before it had made the search index.")
