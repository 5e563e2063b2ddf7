"""An edit of the folder and what follows from it: the database, the edit log, the lights.

The edit is the folder's; once it is written it stands, whatever becomes of the database afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from briefing.domain.value import value
from briefing.opening import open_workspace, sync
from briefing.problems import ProblemsError
from briefing.store.errors import StoreError

if TYPE_CHECKING:
    from briefing.domain.revisions import FolderChanges
    from briefing.opening import Days
    from briefing.settings import Settings
    from briefing.workspace.editing import Edited, Undone

KINDS = ("plan", "target", "task")
Did = TypeVar("Did", "Edited", "Undone")


@value
class Amended(Generic[Did]):
    """What was written, and what it changed for whoever reads the database.

    ``effects`` tell the lights that change; ``None`` where nothing was written or the database does
    not hold it yet: then ``fault`` says why, and the next sync catches up.
    """

    did: Did
    effects: FolderChanges | None = None
    fault: ProblemsError | StoreError | None = None


def amend(
    settings: Settings,
    change: Callable[[Path], Did],
    reason: Callable[[Did], str],
    days: Days | None = None,
) -> Amended[Did]:
    """Carries ``change`` out in the workspace's folder and brings the database up to date with it.

    ``change`` is a call of ``briefing.workspace.editing``; ``reason`` says why, for the edit log,
    from what was done. What others changed in the folder before goes into the database first: the
    reason is not theirs. Lights are told as of the ``days`` asked for. Raises an
    ``EditRefused`` when nothing was written.
    """
    _catch_up(settings)
    did = change(settings.root)
    if not did.changes:
        return Amended(did)
    try:
        summary = sync(settings, told=True, days=days, edits=_reasons(did, reason(did)))
    except (ProblemsError, StoreError) as error:
        return Amended(did, fault=error)
    return Amended(did, summary.changes)


def _reasons(did: Edited | Undone, reason: str) -> dict[tuple[str, str], str]:
    """The reason for what was done, by kind and id; what else is in the folder has its own."""
    if not reason:
        return {}
    return {(kind, did.ref): reason for kind in ([did.kind] if did.kind else KINDS)}


def _catch_up(settings: Settings) -> None:
    """Brings the database up to date with the folder, where that can be done."""
    try:
        if not open_workspace(settings.root).fresh:
            sync(settings)
    except (ProblemsError, StoreError):
        return  # the edit may be what mends it; after it the same is told
