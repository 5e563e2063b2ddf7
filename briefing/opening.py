"""Opening a workspace: its settings, whether its database is up to date, and bringing it there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.commands import COMMANDS
from briefing.domain.value import replaced, value
from briefing.problems import Problem, ProblemsError, SettingsError
from briefing.settings import DEFAULT_DATABASE, Settings, database_hint, load_settings
from briefing.store.errors import (
    DatabaseCorrupt,
    DatabaseForeign,
    DatabaseMissing,
    DatabaseTooOld,
    StoreError,
)
from briefing.store.reading import Reader
from briefing.workspace.fingerprint import DATA, FileStat, config_bytes, scan, sha256

if TYPE_CHECKING:
    from datetime import date

    from briefing.domain.revisions import Judging
    from briefing.store.writing import SyncSummary
    from briefing.workspace.contents import Workspace

Progress = Callable[[int, int, str], None]
Fact = tuple[str, str]
"""The kind and the id of an entry of a plan."""
Days = Callable[["Judging"], "Judging"]
"""Puts the days that a call asks for in the place of those of the settings."""
ACTIONS = frozenset(command.id for command in COMMANDS)
READINGS = 10
"""How often a folder that changes while it is read is read again."""


@value
class Opened:
    """A workspace and its database.

    ``built`` says whether there is a database to read; ``fresh`` whether it holds the folder as
    it stands. ``fault`` is what is wrong with a database that is there but cannot be read. A
    ``config.yaml`` that cannot be read makes it stale: the settings are the last good ones then,
    and a sync says what is wrong.
    """

    settings: Settings
    built: bool
    fresh: bool
    fault: StoreError | None = None

    @property
    def mendable(self) -> bool:
        """Whether the fault is damage to our own file, which building it anew mends."""
        fault = self.fault
        return isinstance(fault, DatabaseCorrupt) and not isinstance(fault, DatabaseForeign)


def open_workspace(root: Path) -> Opened:
    """Reads the settings, from the database where the file has not changed, and looks at both.

    Raises ``SettingsError`` when ``config.yaml`` is missing or wrong and no database remembers the
    last good one.
    """
    try:
        content = config_bytes(root)
    except OSError:
        content = b""
    kept = _remembered(root, content)
    if kept is not None and kept.stats == scan(root):
        return Opened(kept.settings, built=True, fresh=True)
    if kept is not None and kept.digest == sha256(content):
        return Opened(kept.settings, built=True, fresh=kept.stats == scan(root))
    try:
        settings = load_settings(root, ACTIONS)
    except SettingsError as error:
        if kept is None:
            raise ProblemsError(problems_of(root) or error.problems) from None
        return Opened(kept.settings, built=True, fresh=False)
    try:
        kept = _kept(settings.root, settings.database)
    except (DatabaseMissing, DatabaseTooOld):
        return Opened(settings, built=False, fresh=False)
    except StoreError as error:
        return Opened(settings, built=False, fresh=False, fault=error)
    return Opened(settings, built=True, fresh=_holds(kept, root, content))


@value
class _Kept:
    """What a database remembers of its folder."""

    settings: Settings
    digest: str | None
    stats: tuple[tuple[str, int, int], ...]


def _kept(root: Path, database: Path) -> _Kept | None:
    """What ``database`` remembers, unless it is the database of another folder.

    Raises a ``StoreError`` when it cannot be read.
    """
    with Reader(database) as reader, reader.one_moment():
        digest, stats = reader.meta("config_sha256"), reader.stats()
        text = reader.meta("settings_json")
    try:
        settings = Settings.from_json(text or "", root)
    except ValueError:
        return None
    return _Kept(settings, digest, stats) if settings.database == database else None


def _remembered(root: Path, content: bytes) -> _Kept | None:
    """What the database that ``config.yaml`` seems to name remembers, if it can be read."""
    try:
        return _kept(root, root / (database_hint(content) or DEFAULT_DATABASE))
    except StoreError:
        return None


def _holds(kept: _Kept | None, root: Path, content: bytes) -> bool:
    """Whether a database that remembers this holds the folder as it stands."""
    return kept is not None and kept.digest == sha256(content) and kept.stats == scan(root)


def sync(
    settings: Settings,
    *,
    progress: Progress | None = None,
    rebuild: bool = False,
    mend: bool = False,
    reason: str | None = None,
    told: bool = False,
    days: Days | None = None,
    edits: Mapping[Fact, str] | None = None,
) -> SyncSummary:
    """Reads the folder and makes the database hold exactly that, in one transaction.

    What somebody changes meanwhile has the folder read again, so that no half of an edit is taken
    for the whole. ``mend`` builds anew what is damaged, ``rebuild`` whatever is there. ``reason``
    is why the folder was changed, for the edit log; what a plan's own ``change_note`` says is
    taken where there is none. ``told`` asks for the changes, and for the lights that change, which
    are those of the ``days`` asked for. ``edits`` are the reasons for single entries, by kind and
    id; those of edits that the database does not hold yet are added.

    Raises ``ProblemsError`` with every mistake in ``config.yaml`` and in the data, or a
    ``StoreError``; then nothing was changed.
    """
    from briefing.store.writing import FolderChangedError
    from briefing.workspace.faults.moving import KEEPS_CHANGING

    root = settings.root
    for _ in range(READINGS):
        stats = scan(root)
        try:
            return _sync_once(
                root,
                stats,
                progress,
                rebuild=rebuild,
                mend=mend,
                reason=reason,
                told=told,
                days=days,
                edits=edits or {},
            )
        except ProblemsError as error:
            if scan(root) == stats:
                raise ProblemsError(problems_of(root) or error.problems) from None
        except FolderChangedError:
            continue
    raise ProblemsError([Problem(path=DATA, fault=KEEPS_CHANGING)])


def _sync_once(
    root: Path,
    stats: tuple[FileStat, ...],
    progress: Progress | None,
    *,
    rebuild: bool,
    mend: bool,
    reason: str | None,
    told: bool,
    days: Days | None,
    edits: Mapping[Fact, str],
) -> SyncSummary:
    """One reading, applied; raises ``FolderChangedError`` when ``stats`` no longer hold."""
    from datetime import date, datetime

    from briefing.authorship import author
    from briefing.store.writing import FolderChangedError, apply
    from briefing.workspace import load_workspace

    settings, content = settings_now(root)
    workspace = _with_reasons(load_workspace(root), settings, edits)
    if scan(root) != stats:
        raise FolderChangedError
    by_settings = judging(settings, date.today())
    before = judging_before(settings) if told else None
    return apply(
        settings.database,
        workspace,
        settings_json=settings.to_json(),
        config_sha256=sha256(content),
        stats=stats,
        at=datetime.now(),
        by=author(root),
        why=reason,
        judging=by_settings,
        lights=days(by_settings) if days else None,
        before=days(before) if days and before else before,
        told=told,
        progress=progress,
        rebuild=rebuild,
        mend=mend,
        still=lambda: scan(root) == stats,
    )


def _with_reasons(workspace: Workspace, settings: Settings, edits: Mapping[Fact, str]) -> Workspace:
    """``workspace`` with the reasons of edits for its notes about changes.

    They are those of ``edits``, and those that were given with an edit that the database does not
    hold yet: two may edit at once, and a sync of the one then brings the other's edit in as well.
    """
    from datetime import datetime

    from briefing.workspace.editing import journal

    given: dict[Fact, str] = {}
    with suppress(StoreError, ValueError):  # no database that tells: no edit is newer than it
        with Reader(settings.database) as reader, reader.one_moment():
            held, synced_at = dict(reader.mark().files), reader.meta("synced_at")
        since = datetime.fromisoformat(synced_at or "").astimezone().replace(tzinfo=None)
        given = journal.reasons(settings.root, held, since)
    notes = {**workspace.change_notes, **given, **edits}
    return replaced(workspace, change_notes=notes)


def judging(settings: Settings, today: date) -> Judging:
    """By which day and thresholds the lights of a workspace are judged."""
    from briefing.domain.revisions import Judging

    day = settings.as_of
    return Judging(
        as_of=None if day == "latest" else today if day == "today" else day,
        today=today,
        at_risk_share=settings.at_risk_share,
        due_soon_days=settings.due_soon_working_days,
    )


def judging_before(settings: Settings) -> Judging | None:
    """How the database was judged at the last sync; ``None`` when it does not tell."""
    from datetime import date

    try:
        kept = _kept(settings.root, settings.database)
    except StoreError:
        return None
    return None if kept is None else judging(kept.settings, date.today())


def settings_now(root: Path) -> tuple[Settings, bytes]:
    """The settings and the bytes they were read from.

    Raises ``SettingsError``, or ``FolderChangedError`` when the file is gone meanwhile.
    """
    from briefing.store.writing import FolderChangedError

    settings = load_settings(root, ACTIONS)
    try:
        return settings, config_bytes(root)
    except OSError:
        raise FolderChangedError from None  # it was there a moment ago


def problems_of(root: Path) -> list[Problem]:
    """Every mistake in ``config.yaml`` and in the data; asked only when there is one."""
    from briefing.workspace import load_workspace

    problems: list[Problem] = []
    for read in (lambda: load_settings(root, ACTIONS), lambda: load_workspace(root)):
        try:
            read()
        except ProblemsError as error:
            problems += error.problems
    return problems
