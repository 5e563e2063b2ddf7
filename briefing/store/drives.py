"""Is a folder on a network drive? SQLite's WAL needs shared memory, which those do not have."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_MOUNTS = Path("/proc/self/mounts")
_NETWORK = frozenset(
    ("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ncpfs", "9p", "davfs")
)
_NETWORK_IN_USERSPACE = frozenset(("fuse.sshfs", "fuse.rclone", "fuse.davfs2"))
_DRIVE_REMOTE = 4


def on_network_drive(path: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether ``path`` lies on a network file system, as far as the system tells; else ``False``.

    ``mounts`` is Linux's table of mounted file systems.
    """
    if sys.platform == "win32":
        return _remote_on_windows(path)
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    resolved = os.path.realpath(path)
    found, kind = "", ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        # Spaces in a mount point are written as octal escapes.
        point = fields[1].replace("\\040", " ")
        inside = resolved == point or resolved.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(found):
            found, kind = point, fields[2]
    return kind in _NETWORK or kind in _NETWORK_IN_USERSPACE


def _remote_on_windows(path: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    anchor = path.absolute().anchor
    return anchor.startswith("\\\\") or bool(
        ctypes.windll.kernel32.GetDriveTypeW(anchor) == _DRIVE_REMOTE
    )
