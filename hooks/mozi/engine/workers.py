"""Worker processes: each starts with a copy of this one's memory, does one job and answers once."""

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
    """Ended by something else before it had answered."""


class Worker(Generic[T]):
    """Worker process that does `work` with everything that is in memory now.

    Always `end` it, or it would go on while the folder that it writes to is removed. It is killed
    together with the process that started it.
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
        """Result of the work, once it is done. Raises what the work raised, or `WorkerEnded`."""
        try:
            answer = self._receiver.recv()
        except EOFError:
            raise WorkerEnded("a worker process was ended by something else") from None
        if isinstance(answer, BaseException):
            raise answer
        result: T = answer
        return result

    def end(self) -> None:
        """Kill the process, whatever it is doing."""
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
    """Number of processes to use: one for each processor, where forking is safe.

    That is on Linux only, and only while there is a single thread.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))
