"""Replacing a file whole or not at all, and only while it is still what was read."""

from __future__ import annotations

import contextlib
import glob
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from briefing.domain.value import value
from briefing.workspace.editing.refusals import CannotEdit, FileChanged, problem
from briefing.workspace.faults import editing, reading
from briefing.workspace.fingerprint import LARGEST, sha256

STATE = ".briefing"
"""The folder in a workspace where the program keeps what is needed to undo edits."""
PATIENCE = 30.0
"""Seconds that an edit waits for another one to end: a folder of 20,000 targets takes five."""
_SHORT = 8
_UNFINISHED = ".tmp"
_PAUSE = 0.02


@value
class Version:
    """A file as it was at one moment: its bytes' SHA-256, and when they were written."""

    sha256: str
    mtime_ns: int

    @property
    def name(self) -> str:
        """The version as a message names it: when it was saved, and the start of its hash."""
        saved = datetime.fromtimestamp(self.mtime_ns / 1e9)
        return f"{saved:%d/%m/%Y %H:%M:%S} ({self.sha256[:_SHORT]})"


def read(root: Path, path: str) -> tuple[bytes, Version]:
    """A file's bytes and their version. Raises :class:`CannotEdit`."""
    try:
        with open(root / path, "rb") as file:
            content = file.read(LARGEST + 1)
            stat = os.fstat(file.fileno())
    except OSError as error:
        raise CannotEdit(problem(path, reading.UNREADABLE, number=error.errno or 0)) from None
    if len(content) > LARGEST:
        raise CannotEdit(problem(path, reading.TOO_LARGE, size=stat.st_size, limit=LARGEST))
    return content, Version(sha256(content), stat.st_mtime_ns)


def must_be(root: Path, path: str, version: Version) -> None:
    """Raises :class:`FileChanged`, both versions named, when a file is not ``version`` any more."""
    try:
        content = (root / path).read_bytes()
        stat = os.stat(root / path)
    except OSError:
        raise FileChanged(problem(path, editing.GONE_MEANWHILE, read=version.name)) from None
    now = Version(sha256(content), stat.st_mtime_ns)
    if now.sha256 != version.sha256:
        fault = editing.CHANGED_MEANWHILE
        raise FileChanged(problem(path, fault, read=version.name, now=now.name))


def replace(root: Path, path: str, content: bytes, version: Version) -> Version:
    """Puts ``content`` in the place of a file that is still ``version``; the new version.

    A temporary file in the same folder is written, brought to disk, read again and renamed over the
    old one: whoever looks sees the old file or the new one. Mode, group and access lists are kept,
    and a symbolic link stays a link. Raises :class:`FileChanged` or :class:`CannotEdit`; then the
    old file is whole.
    """
    must_be(root, path, version)
    place = os.path.realpath(root / path)
    unfinished = ""
    try:
        if not os.stat(place).st_mode & 0o222:
            raise PermissionError(13, "read-only")
        unfinished = _beside(place, content)
        with open(unfinished, "rb") as file:
            if file.read() != content:
                raise OSError(5, "not what was written")
        must_be(root, path, version)
        os.replace(unfinished, place)
        unfinished = ""
        _settle(os.path.dirname(place))
        return Version(sha256(content), os.stat(place).st_mtime_ns)
    except OSError as error:
        raise CannotEdit(problem(path, editing.READ_ONLY, number=error.errno or 0)) from None
    finally:
        if unfinished:
            with contextlib.suppress(OSError):
                os.unlink(unfinished)


def _beside(place: str, content: bytes) -> str:
    """A finished copy of ``content`` beside ``place``, hidden from whoever lists the folder."""
    old = os.stat(place)
    folder, name = os.path.split(place)
    for left in Path(folder).glob(f".{glob.escape(name)}.*{_UNFINISHED}"):
        left.unlink(missing_ok=True)  # by an edit that was killed: this one is alone
    number, unfinished = tempfile.mkstemp(prefix=f".{name}.", suffix=_UNFINISHED, dir=folder)
    try:
        with open(number, "wb") as file:
            file.write(content)
            _keep_rights(place, old, unfinished)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        os.unlink(unfinished)
        raise
    return unfinished


def _keep_rights(place: str, old: os.stat_result, unfinished: str) -> None:
    """Owner, group, mode and access lists of the file that is replaced, as far as we may."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # only an administrator may give a file away
            os.chown(unfinished, old.st_uid, old.st_gid)
        if sys.platform == "linux":
            with contextlib.suppress(OSError):  # a drive without them
                for attribute in os.listxattr(place):
                    os.setxattr(unfinished, attribute, os.getxattr(place, attribute))
    os.chmod(unfinished, old.st_mode & 0o7777)


def _settle(folder: str) -> None:
    """Brings a rename to disk, where folders can be opened for that."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def state_folder(root: Path) -> Path:
    """The workspace's own folder for undoing, made where it is not there; git leaves it alone.

    Raises :class:`CannotEdit` where it cannot be made.
    """
    folder = root / STATE
    try:
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
    except OSError as error:
        raise CannotEdit(problem(STATE, editing.READ_ONLY, number=error.errno or 0)) from None
    return folder


@contextlib.contextmanager
def alone(root: Path) -> Iterator[None]:
    """Lets one edit at a time change the workspace; the lock goes with the process that holds it.

    Raises :class:`CannotEdit` when another one does not end in time.
    """
    try:
        file = open(state_folder(root) / "lock", "a+b")  # noqa: SIM115 - closed below
    except OSError as error:
        raise CannotEdit(problem(STATE, editing.READ_ONLY, number=error.errno or 0)) from None
    with file:
        until = time.monotonic() + PATIENCE
        while not _locked(file.fileno()):
            if time.monotonic() > until:
                raise CannotEdit(problem(STATE, editing.BUSY))
            time.sleep(_PAUSE)
        yield


if sys.platform == "win32":
    import msvcrt

    def _locked(number: int) -> bool:
        try:
            os.lseek(number, 0, os.SEEK_SET)
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _locked(number: int) -> bool:
        """Whether the lock is ours now; a drive that knows no locks gives it to everybody."""
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True
