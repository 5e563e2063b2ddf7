"""What a sync would change now: the folder as it stands against the database, nothing written."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from pathlib import Path

from briefing.desk import AsOf
from briefing.domain.revisions import FolderChanges, Judging
from briefing.domain.value import replaced
from briefing.opening import READINGS, judging, problems_of, settings_now
from briefing.problems import Problem, ProblemsError
from briefing.settings import Settings
from briefing.store.previewing import preview
from briefing.store.writing import FolderChangedError
from briefing.workspace import load_workspace
from briefing.workspace.faults.moving import KEEPS_CHANGING
from briefing.workspace.fingerprint import DATA, scan


def planned(
    root: Path,
    *,
    reason: str | None = None,
    as_of: AsOf | None = None,
    known_on: date | None = None,
) -> FolderChanges:
    """What bringing the database of the workspace in ``root`` up to date would change.

    Nothing is written, so that a folder nobody may write to will do. Lights are judged by the day
    and thresholds of ``config.yaml`` as it was and as it is, or on the day asked for. Raises
    ``ProblemsError`` with every mistake in ``config.yaml`` and in the data, or a ``StoreError``.
    """
    for _ in range(READINGS):
        stats = scan(root)
        try:
            now, _content = settings_now(root)
            workspace = load_workspace(root)
        except ProblemsError as error:
            if scan(root) == stats:
                raise ProblemsError(problems_of(root) or error.problems) from None
            continue
        except FolderChangedError:
            continue
        if scan(root) != stats:
            continue
        judging_now = _asked(judging(now, date.today()), as_of, known_on)
        return preview(
            now.database,
            workspace,
            at=datetime.now().astimezone().isoformat(timespec="seconds"),
            why=reason,
            judging=judging_now,
            judged=partial(_judged, now, judging_now, as_of, known_on),
        )
    raise ProblemsError([Problem(path=DATA, fault=KEEPS_CHANGING)])


def _judged(
    now: Settings, judging_now: Judging, as_of: AsOf | None, known_on: date | None, kept: str
) -> Judging:
    """How lights were judged by the settings that a database keeps."""
    try:
        before = Settings.from_json(kept, now.root)
    except ValueError:  # of another version of the program
        return judging_now
    return _asked(judging(before, judging_now.today), as_of, known_on)


def _asked(found: Judging, as_of: AsOf | None, known_on: date | None) -> Judging:
    """``found`` with the days that a call asks for."""
    day = found.as_of
    if as_of is not None:
        day = as_of if isinstance(as_of, date) else found.today if as_of == "today" else None
    return replaced(found, as_of=day, known_on=known_on)
