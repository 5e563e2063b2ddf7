"""The department's folder: YAML and CSV read with positions and checked into domain objects.

Importing this package is cheap: PyYAML and pydantic are imported when a folder is read.
"""

from __future__ import annotations

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


def load_workspace(root: Path) -> Workspace:
    """Read the folder ``root`` (its ``data/`` beside ``config.yaml``).

    Raises :class:`WorkspaceError` with every mistake found, each with file, line and remedy.
    """
    from briefing.workspace.loading import load

    return load(root)
