"""What a sync would change now: the folder as it stands against the database, nothing written."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from pathlib import Path

from briefing.desk import TODAY, AsOf, read_as_of, read_known_on
from briefing.domain.revisions import FolderChanges, Judging
from briefing.domain.value import replaced
from briefing.opening import READINGS, Days, judging, problems_of, settings_now
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
    days: Days | None = None,
) -> FolderChanges:
    """What bringing the database of the workspace in ``root`` up to date would change.

    Nothing is written, so that a folder nobody may write to will do. Lights are judged by the day
    and thresholds of ``config.yaml`` as it was and as it is, or on the ``days`` asked for. Raises
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
        today = date.today()
        by_settings = judging(now, today)
        return preview(
            now.database,
            workspace,
            at=datetime.now().astimezone().isoformat(timespec="seconds"),
            why=reason,
            judging=by_settings,
            lights=days(by_settings) if days else by_settings,
            judged=partial(_judged, now, today, days),
        )
    raise ProblemsError([Problem(path=DATA, fault=KEEPS_CHANGING)])


def _judged(now: Settings, today: date, days: Days | None, kept: str) -> Judging:
    """How lights were judged by the settings that a database keeps."""
    try:
        before = Settings.from_json(kept, now.root)
    except ValueError:  # of another version of the program
        before = now
    found = judging(before, today)
    return days(found) if days else found


def days_asked(as_of: str | None, known_on: str | None, today: date) -> Days:
    """What the days typed make of how lights are judged; without one, that of the settings holds.

    Raises ``BadDayError``.
    """
    wanted: AsOf | None = None if as_of is None else read_as_of(as_of)
    known = read_known_on(known_on, today)

    def asked(found: Judging) -> Judging:
        day = found.as_of
        if wanted is not None:
            day = wanted if isinstance(wanted, date) else found.today if wanted == TODAY else None
        return replaced(found, as_of=day, known_on=known)

    return asked
