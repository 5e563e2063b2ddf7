"""The department's folder: YAML and CSV read with positions and checked into domain objects.

Importing this package costs next to nothing, so that a start may ask its ``fingerprint``: what a
workspace holds, PyYAML and pydantic are imported when they are asked for.
"""

from __future__ import annotations

TYPE_CHECKING = False  # "typing" alone costs more than the rest of the way to the fingerprint
if TYPE_CHECKING:
    from pathlib import Path

    from briefing.problems import Problem, WorkspaceError
    from briefing.workspace.contents import Position, RowKey, Workspace, WorkspaceFile

__all__ = [
    "Position",
    "Problem",
    "RowKey",
    "Workspace",
    "WorkspaceError",
    "WorkspaceFile",
    "load_workspace",
]

_CONTENTS = frozenset({"Position", "RowKey", "Workspace", "WorkspaceFile"})
_PROBLEMS = frozenset({"Problem", "WorkspaceError"})


def load_workspace(root: Path) -> Workspace:
    """Read the folder ``root`` (its ``data/`` beside ``config.yaml``).

    Raises :class:`WorkspaceError` with every mistake found, each with file, line and remedy.
    """
    from briefing.workspace.loading import load

    return load(root)


def __getattr__(name: str) -> object:
    if name in _CONTENTS:
        from briefing.workspace import contents

        return getattr(contents, name)
    if name in _PROBLEMS:
        from briefing import problems

        return getattr(problems, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
