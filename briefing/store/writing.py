"""Bring a folder's facts into the database: the only door by which anything is written."""

from __future__ import annotations

import errno
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from briefing.domain.progress import AT_RISK_SHARE
from briefing.domain.revisions import FolderChanges, Judging
from briefing.domain.value import replaced
from briefing.store.carrying import carry_over_closed
from briefing.store.checksums import check_seal, seal
from briefing.store.condition import Condition, condition_of, log_of, transaction
from briefing.store.drives import on_network_drive
from briefing.store.edit_log import Kept, keep_entries
from briefing.store.errors import (
    DatabaseCorrupt,
    DatabaseLocked,
    DatabaseReadOnly,
    DiskFull,
    StoreError,
    typed_errors,
)
from briefing.store.facts import Facts
from briefing.store.header import check_header, check_sqlite, leftover
from briefing.store.placing import (
    companions,
    flush,
    only_writer,
    put_aside,
    put_in_place,
    remove,
    sweep,
)
from briefing.store.previewing import as_it_was
from briefing.store.schema import SCHEMA_VERSION
from briefing.store.sync_task import SyncSummary, SyncTask, SyncWarning
from briefing.store.syncing import Progress, Synced

__all__ = ["FolderChangedError", "SyncSummary", "SyncWarning", "apply", "clean_up"]

BUSY_SECONDS = 5.0
"""How long a writer waits for another one."""

DUE_SOON_DAYS = 10
"""Working days, where no settings say otherwise."""

READER_MILLISECONDS = 100
"""How long a writer that is done waits for readers, to leave one file behind."""


class FolderChangedError(Exception):
    """The folder is no longer what the facts were read from: read it again."""


def apply(
    database: Path,
    facts: Facts,
    *,
    settings_json: str,
    config_sha256: str,
    stats: Iterable[tuple[str, int, int]],
    at: datetime,
    by: str,
    why: str | None = None,
    judging: Judging | None = None,
    lights: Judging | None = None,
    before: Judging | None = None,
    told: bool = False,
    progress: Progress | None = None,
    rebuild: bool = False,
    mend: bool = False,
    still: Callable[[], bool] = lambda: True,
) -> SyncSummary:
    """Make the database hold exactly ``facts``, in one transaction; what fails changes nothing.

    A missing or empty file is built beside its place and put there when it is complete; with
    ``rebuild`` so is any other, and so is one of an older schema and, with ``mend``, a damaged one:
    the old one's edit log is taken over. ``stats`` are the folder's files as (path, size, mtime in
    nanoseconds), kept with ``settings_json`` so that the next start can tell whether anything
    changed. ``still`` tells, when it is this process's turn to write, whether the folder is as it
    was read. ``at`` without a time zone is local time. ``why`` is the reason for the edit log.
    ``judging`` tells the day in force, on which what is gone from plans is closed; without it that
    is the day of ``at``. ``told`` asks for the changes and the lights, judged by ``lights`` or else
    ``judging``, and ``before`` by the settings of that time. ``progress`` may raise to cancel.

    Raises :class:`briefing.store.errors.StoreError`: ``DatabaseCorrupt``, ``DatabaseTooNew``,
    ``DatabaseLocked``, ``DatabaseReadOnly``, ``DiskFull`` or ``SqliteTooOld``;
    :class:`FolderChangedError`.
    """
    check_sqlite(database)
    judging = judging or Judging(
        as_of=at.date(), today=at.date(), at_risk_share=AT_RISK_SHARE, due_soon_days=DUE_SOON_DAYS
    )
    task = SyncTask(
        facts=facts,
        settings_json=settings_json,
        config_sha256=config_sha256,
        stats=tuple(stats),
        at=(at if at.tzinfo else at.astimezone()).isoformat(timespec="seconds"),
        by=by,
        why=why,
        judging=judging,
        lights=lights or judging,
        before=before or lights or judging,
        told=told,
        progress=progress,
    )
    with _writable(database):
        database.parent.mkdir(parents=True, exist_ok=True)
        with only_writer(database, BUSY_SECONDS):
            sweep(database)
            if not still():
                raise FolderChangedError
            there = database.exists() and database.stat().st_size > 0
            if not there:
                return _build(database, task, replaces=False)
            condition = condition_of(database, BUSY_SECONDS, any_file=rebuild)
            anew = rebuild or condition is Condition.OLDER or (mend and condition.may_be_damaged)
            if not anew:
                return _update(database, task)
            changes = None
            if condition in (Condition.SOUND, Condition.OLDER):
                # What the folder changed belongs into the log that the new one takes over.
                with suppress(DatabaseCorrupt):
                    changes = _update(database, task).changes
            return replaced(_build(database, task, replaces=True), changes=changes)


def clean_up(database: Path) -> None:
    """Remove what a build that was killed left beside ``database``, unless one is at work now."""
    with suppress(StoreError), only_writer(database, 0.0):
        sweep(database)


def _update(database: Path, task: SyncTask) -> SyncSummary:
    with typed_errors(database, writing=True), closing(_connect(database)) as connection:
        sealed = check_header(connection, database, older=True) == SCHEMA_VERSION
        journal = _set_journal(connection, database)
        changes = None
        try:
            with transaction(connection, "IMMEDIATE"):
                # What is damaged must not be sealed again with the damage in it.
                if sealed:
                    check_seal(connection, database)
                if task.told:
                    with as_it_was(database, older=not sealed) as was:
                        synced = task.run(connection, log=True)
                        changes = task.changes(synced, was, connection)
                else:
                    synced = task.run(connection, log=True)
                seal(connection)
        except (sqlite3.IntegrityError, OverflowError) as error:
            # What the folder holds agrees with itself: the file held something else.
            raise DatabaseCorrupt(database, str(error)) from error
        _empty_log(connection)
    return SyncSummary(
        built=False,
        counts=synced.counts,
        journal=journal,
        warnings=_journal_warnings(journal),
        changes=changes,
    )


def _build(database: Path, task: SyncTask, *, replaces: bool) -> SyncSummary:
    log = log_of(database) if replaces else Kept((), whole=True)
    building = leftover(database)
    damaged = None
    try:
        with typed_errors(database, writing=True), closing(_connect(building)) as connection:
            # Nobody else reads this file, and what is left of a killed build is thrown away.
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute("PRAGMA synchronous = OFF")
            with transaction(connection, "EXCLUSIVE"):
                synced = task.run(connection, log=False)
                keep_entries(connection, log.entries)
                carry_over_closed(connection, log.entries)
                seal(connection)
            journal = _set_journal(connection, database)
        if (
            replaces
            and log.whole
            and condition_of(database, BUSY_SECONDS, any_file=True) is Condition.SOUND
        ):
            _overwrite(building, database)
        else:
            flush(building)
            if not log.whole:
                damaged = put_aside(database)
            put_in_place(building, database)
    finally:
        remove(building, *companions(building))
    warnings = _journal_warnings(journal)
    if not log.whole:
        warnings += (SyncWarning.LOG_LOST,)
    return SyncSummary(
        built=True,
        counts=synced.counts,
        journal=journal,
        warnings=warnings,
        damaged=damaged,
        changes=None if replaces else _first(synced),
    )


def _first(synced: Synced) -> FolderChanges:
    return FolderChanges(first=True, plans=synced.plans, others=synced.others, lights=())


def _overwrite(building: Path, database: Path) -> None:
    """Copy a complete database into one that others may be reading: one transaction, same file.

    A file put in its place would take the old one's locks and log from under them.
    """
    deadline = time.monotonic() + BUSY_SECONDS

    def give_up(status: int, *_: int) -> None:
        if status == sqlite3.SQLITE_BUSY and time.monotonic() > deadline:
            raise DatabaseLocked(database, "database is locked")

    with (
        typed_errors(database, writing=True),
        closing(_connect(building)) as source,
        closing(_connect(database)) as target,
    ):
        source.backup(target, progress=give_up)
        _empty_log(target)


def _empty_log(connection: sqlite3.Connection) -> None:
    """Move what was committed from the WAL, if there is one, into the database.

    On a full disk, and while somebody reads an older state, it stays in the log, where it is as
    safe: the sync was done all the same.
    """
    connection.execute(f"PRAGMA busy_timeout = {READER_MILLISECONDS}")
    with suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


@contextmanager
def _writable(database: Path) -> Iterator[None]:
    """Turn what the file system refuses into a :class:`DatabaseReadOnly` or a :class:`DiskFull`."""
    try:
        yield
    except (PermissionError, FileExistsError, NotADirectoryError, IsADirectoryError) as error:
        raise DatabaseReadOnly(database, error.strerror or str(error)) from error
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise
        raise DiskFull(database, error.strerror or str(error)) from error


def _set_journal(connection: sqlite3.Connection, database: Path) -> str:
    """WAL, or ``delete`` where it cannot be had; the mode that holds from now on."""
    wanted = "delete" if on_network_drive(database.parent) else "wal"
    return str(connection.execute(f"PRAGMA journal_mode = {wanted}").fetchone()[0])


def _journal_warnings(journal: str) -> tuple[SyncWarning, ...]:
    return () if journal == "wal" else (SyncWarning.NETWORK_DRIVE,)
