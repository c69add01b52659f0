"""Other processes that do a part of the work: they share this one's memory so far, and answer once."""

import ctypes
import os
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

T = TypeVar("T")

_PR_SET_PDEATHSIG = 1  # linux/prctl.h


class WorkerEnded(ChildProcessError):
    """A process was ended before it had answered."""


class Worker(Generic[T]):
    """A process that does `work` beside this one, with all that is in memory now.

    Whatever happens, `end` it: or it would go on while what it works on is removed. When this one
    is killed, so is it.
    """

    def __init__(self, work: Callable[[], T]) -> None:
        context = get_context("fork")
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(
            target=_answer, args=(work, sender, os.getpid()), daemon=True
        )
        self._process.start()
        sender.close()

    def answer(self) -> T:
        """What the work came to; waits for it. Raises what it raised, or `Ended`."""
        try:
            answer = self._receiver.recv()
        except EOFError:
            raise WorkerEnded("a process that made a part of the site was ended") from None
        if isinstance(answer, BaseException):
            raise answer
        found: T = answer
        return found

    def end(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        self._process.join()
        self._receiver.close()


def _answer(work: Callable[[], object], sender: Connection, parent: int) -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it was killed before that
        return
    try:
        sender.send(work())
    except BaseException as error:
        sender.send(error)


def worker_count() -> int:
    """How many processes this one may use: one for each processor that it has, where it can share
    its memory with them. Only Linux does so safely, and only while there is a single thread.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))
