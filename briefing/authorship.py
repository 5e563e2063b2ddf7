"""Who makes a change: the name that Git knows them by in their folder, else their login."""

from __future__ import annotations

from pathlib import Path

GIT_SECONDS = 2.0
"""How long Git may take to tell a name; on a slow network drive the login has to do."""

LONGEST_NAME = 200


def author(root: Path) -> str:
    """The author of changes in the folder ``root``: ``git config user.name``, else the login.

    Empty where neither can be told. Git is asked without a shell and is never waited for long.
    """
    return _in_git(root) or _login()


def _in_git(root: Path) -> str:
    import shutil
    import subprocess

    git = shutil.which("git")
    if git is None:
        return ""
    try:
        found = subprocess.run(
            [git, "-C", str(root), "config", "--get", "user.name"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=GIT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    if found.returncode != 0:
        return ""
    return " ".join(found.stdout.decode("utf-8", "replace").split())[:LONGEST_NAME]


def _login() -> str:
    import getpass

    try:
        return getpass.getuser().encode("utf-8", "replace").decode("utf-8")
    except (OSError, KeyError, ImportError):  # no such user; Windows without USERNAME
        return ""
