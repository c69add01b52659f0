"""A site is built beside the last good one, and takes its place in one step when it is finished.

Whatever ends a build early (an error, a full disk, a kill), the folder that readers see holds the
last good site, whole. Linux exchanges the two folders in one call. Where there is no such call,
two renames follow each other; a build killed between them leaves the last good site in its
workspace, and the next build puts it back.

Every build has a workspace of its own (`.site.build-…`), so that several at once never mix: the
site that is finished last stays. A workspace is locked as long as its process lives; what killed
builds left behind is thus known, and removed by the next build.
"""

import ctypes
import errno
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h

_NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}
"""What a kernel or file system answers that cannot exchange two folders."""

_OCCUPIED = {errno.ENOTEMPTY, errno.EEXIST}
"""What a rename onto a folder with something in it answers."""

_ATTEMPTS = 10
"""Other builds may come in between while two folders change places."""


class Staging:
    """A workspace beside the site in `target`; a build writes into its `folder`.

    Raises `OSError` when nothing can be written beside `target`, or `target` cannot be replaced.
    """

    def __init__(self, target: Path) -> None:
        self.target = target.resolve()
        if self.target.is_mount():
            reason = "a mount point cannot be replaced, choose a folder inside it"
            raise OSError(errno.EBUSY, reason, str(target))
        if self.target.exists() and not self.target.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(target))
        self.target.parent.mkdir(parents=True, exist_ok=True)
        _clear_up(self.target)
        self._workspace, self._lock = _new_workspace(self.target)
        self.folder = self._workspace / "new"
        self.folder.mkdir()

    def publish(self) -> None:
        """Put the finished site in the place of the last one, and remove that one.

        Raises `OSError`; the last site is then untouched.
        """
        self._keep_hidden_files()
        os.sync()  # else a power cut could leave the new names with empty files
        _replace(self.target, self.folder, self._workspace / "old")
        self.discard()

    def discard(self) -> None:
        """Remove the workspace with all that is in it."""
        shutil.rmtree(self._workspace, ignore_errors=True)
        os.close(self._lock)

    def _keep_hidden_files(self) -> None:
        """MkDocs leaves hidden files in the site's folder alone, such as `.git`: so do we."""
        if not self.target.is_dir():
            return
        shutil.copymode(self.target, self.folder)
        for entry in self.target.glob(".*"):
            copy = self.folder / entry.name
            if copy.exists():
                continue
            if entry.is_dir() and not entry.is_symlink():
                shutil.copytree(entry, copy, symlinks=True)
            else:
                shutil.copy2(entry, copy, follow_symlinks=False)


def _prefix(target: Path) -> str:
    return f".{target.name}.build-"


def _workspaces(target: Path) -> Iterator[Path]:
    for path in sorted(target.parent.iterdir()):
        if path.name.startswith(_prefix(target)):
            yield path


def _new_workspace(target: Path) -> tuple[Path, int]:
    """A new folder, and the open file that holds its lock."""
    while True:
        workspace = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
        lock = _locked(workspace)
        if lock is not None:  # else another build took it for a leftover: once more
            return workspace, lock


def _locked(workspace: Path) -> int | None:
    """The open file that holds a workspace's lock; None when another process has or had it."""
    path = workspace / "lock"
    try:
        lock = os.open(path, os.O_RDWR | os.O_CREAT)
    except FileNotFoundError:
        return None
    with suppress(BlockingIOError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if path.exists():
            return lock
    os.close(lock)
    return None


def _clear_up(target: Path) -> None:
    """Remove the workspaces of killed builds; put back a site that one of them had moved away."""
    for workspace in _workspaces(target):
        lock = _locked(workspace)
        if lock is None:
            continue
        old = workspace / "old"
        if old.exists() and not target.exists():
            old.rename(target)
        shutil.rmtree(workspace, ignore_errors=True)
        os.close(lock)


def _replace(target: Path, new: Path, aside: Path) -> None:
    """Put `new` in the place of `target`; what stood there is then where `new` was."""
    for attempt in range(_ATTEMPTS):
        try:
            if target.exists():
                _exchange(target, new, aside)
            else:
                new.rename(target)
        except OSError as error:
            gone_or_come = error.errno in {errno.ENOENT, *_OCCUPIED}
            if not gone_or_come or attempt == _ATTEMPTS - 1:
                raise
        else:
            return


def _exchange(target: Path, new: Path, aside: Path) -> None:
    if _exchanged_at_once(target, new):
        return
    target.rename(aside)
    try:
        new.rename(target)
    except OSError:
        with suppress(OSError):  # unless another build's site stands there by now
            aside.rename(target)
        raise
    aside.rename(new)


def _exchanged_at_once(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    paths = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other))
    if renameat2(*paths, _RENAME_EXCHANGE) == 0:
        return True
    error = ctypes.get_errno()
    if error in _NO_EXCHANGE:
        return False
    raise OSError(error, os.strerror(error), str(one))
