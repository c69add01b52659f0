"""Staging: a site is built beside the last good one, and takes its place in one step when finished.

Whatever ends a build early (an error, a full disk, a kill), the folder that readers see holds the
last good site, whole. Linux exchanges the two folders in one call. Where there is no such call,
two renames follow each other; a build killed between them leaves the last good site in its
workspace, and the next build puts it back.

Every build has a workspace of its own (`.site.build-…`), so that several at once never mix: the
site that is finished last stays. A workspace is locked as long as its process lives; leftovers of
killed builds are thus known, and removed by the next build.

The site that was replaced is kept as a spare (`.site.spare`): the next build makes the new site in
its folder, where most files are the right ones already.
"""

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from mozi.engine.manifest import FileStat, Manifest, read_manifest, write_manifest
from mozi.engine.site_files import keep_files, link_files, remove_files, unchanged_files

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h

_NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}
"""Errors of a kernel or file system that cannot exchange two folders."""

_OCCUPIED = {errno.ENOTEMPTY, errno.EEXIST}
"""Errors of a rename onto a folder with something in it."""

_ATTEMPTS = 100
"""Other builds may come in between while two folders change places."""


class Staging:
    """Workspace of one build beside the site in `target`; tasks write into its `folder`.

    `scratch` is a second folder, for files on their way into the site. Raises `OSError` when nothing
    can be written beside `target`, or `target` cannot be replaced.
    """

    preview = False

    def __init__(self, target: Path) -> None:
        self.target = target.resolve()
        if os.path.ismount(self.target):
            reason = "a mount point cannot be replaced, choose a folder inside it"
            raise OSError(errno.EBUSY, reason, str(target))
        if self.target.exists() and not self.target.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(target))
        self.target.parent.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(self.target)
        self._workspace, self._lock = _new_workspace(self.target)
        self.folder = self._workspace / "new"
        self.scratch = self._workspace / "scratch"
        self.last = read_manifest(manifest_file(self.target))
        self.existing = self._reuse_files()

    @property
    def _spare(self) -> Path:
        return self.target.with_name(f".{self.target.name}.spare")

    def _reuse_files(self) -> Mapping[str, FileStat]:
        """Put unchanged files of the last build into the folder of this one, and no others.

        Most are in the spare site already; to make all folders anew, and remove the old ones, takes
        a quarter of the time of a build after an edit.
        """
        try:
            self._spare.rename(self.folder)
        except OSError:  # there is none, or another build has it
            self.folder.mkdir()
        kept_files = keep_files(self.folder, self.last.files)
        missing = {a: stat for a, stat in self.last.files.items() if a not in kept_files}
        linked = unchanged_files(self.target, missing)
        link_files(self.target, self.folder, linked)
        return {**kept_files, **linked}

    def publish(self, manifest: Manifest) -> None:
        """Put the finished site in the place of the last one.

        Raises `OSError`; the last site is then untouched.
        """
        remove_files(self.folder, self.existing.keys() - manifest.files.keys())
        self._keep_hidden_files()
        if hasattr(os, "sync"):  # else a power cut could leave the new names with empty files
            os.sync()
        _replace(self.target, self.folder, self._workspace / "old")
        write_manifest(manifest, manifest_file(self.target), self._workspace / "manifest")
        with suppress(OSError):  # the first site has replaced none, or another build was faster
            self.folder.rename(self._spare)
        self.discard()

    def discard(self) -> None:
        """Remove the workspace with everything in it."""
        _remove(self._workspace, self._lock)

    def _keep_hidden_files(self) -> None:
        """Keep hidden files in the site's folder, such as `.git`, which belong to no build."""
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


class Preview:
    """Folder of a site that is shown while records are edited: a build writes only what changes.

    A build that fails may leave some pages newer than others, until the next one mends that.
    """

    preview = True

    def __init__(self, folder: Path) -> None:
        self.target = self.folder = folder
        self.scratch = folder.with_name(f"{folder.name}.scratch")
        self.last = Manifest()

    @property
    def existing(self) -> Mapping[str, FileStat]:
        """Files of the last build that nobody has changed."""
        return unchanged_files(self.folder, self.last.files)

    def publish(self, manifest: Manifest) -> None:
        """Remove files that are no longer part of the site: the build is finished."""
        remove_files(self.folder, self.last.files.keys() - manifest.files.keys())
        self.last = manifest
        self.discard()

    def discard(self) -> None:
        """Remove the scratch folder."""
        shutil.rmtree(self.scratch, ignore_errors=True)


def manifest_file(target: Path) -> Path:
    """The file of the manifest of the site in `target`, beside it."""
    return target.with_name(f".{target.name}.manifest")


def _prefix(target: Path) -> str:
    return f".{target.name}.build-"


def _new_workspace(target: Path) -> tuple[Path, FileLock]:
    """A new folder, and the lock on it."""
    while True:
        workspace = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
        lock = _lock_of(workspace)
        try:
            lock.acquire(blocking=False)
        except (Timeout, FileNotFoundError, FileExistsError):
            # another build took it for a leftover and removes it: once more
            continue
        return workspace, lock


def _lock_of(workspace: Path) -> FileLock:
    return FileLock(workspace / "lock")


def _remove_leftovers(target: Path) -> None:
    """Remove the workspaces of killed builds; put back a site that one of them had moved away."""
    for workspace in sorted(target.parent.iterdir()):
        if not workspace.name.startswith(_prefix(target)):
            continue
        lock = _lock_of(workspace)
        try:
            lock.acquire(blocking=False)
        except OSError:  # a running build's, or another person's
            continue
        old = workspace / "old"
        if old.exists() and not target.exists():
            old.rename(target)
        _remove(workspace, lock)


def _remove(workspace: Path, lock: FileLock) -> None:
    """Remove a workspace whose lock this process holds."""
    shutil.rmtree(workspace, ignore_errors=True)
    lock.release()
    with suppress(OSError):  # Windows keeps a locked file, and the folder around it, until now
        workspace.rmdir()


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
    shutil.rmtree(aside, ignore_errors=True)  # an earlier attempt's: another site stands there now
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
    if sys.platform != "linux":
        return False
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
