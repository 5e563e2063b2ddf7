"""Bring a folder's facts into the database: the only door by which anything is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from sqlite_utils import Database

from briefing.domain.value import value
from briefing.store.drives import on_network_drive
from briefing.store.edit_log import Entry, keep_entries, read_entries
from briefing.store.errors import DatabaseLocked, DatabaseReadOnly, typed_errors
from briefing.store.facts import Facts
from briefing.store.header import check_header, check_sqlite
from briefing.store.migrations import migrate
from briefing.store.placing import (
    building_place,
    companions,
    flush,
    put_aside,
    put_in_place,
    remove,
    sweep,
)
from briefing.store.syncing import Progress, SyncCounts, sync, write_meta

BUSY_SECONDS = 5.0
"""How long a writer waits for another one."""


class SyncWarning(StrEnum):
    """What a sync could not do as well as it should."""

    NETWORK_DRIVE = "network_drive"
    """No WAL here: a reader waits while a sync writes."""
    LOG_LOST = "log_lost"
    """The old database's edit log could not be read; the old file is kept beside the new one."""


@value(kw_only=True)
class SyncSummary:
    """What a sync did. ``built`` is true for a database made anew.

    ``damaged`` is where an unreadable old database was put aside.
    """

    built: bool
    counts: SyncCounts
    journal: str
    warnings: tuple[SyncWarning, ...] = ()
    damaged: Path | None = None


@value(kw_only=True)
class _Sync:
    facts: Facts
    settings_json: str
    config_sha256: str
    stats: tuple[tuple[str, int, int], ...]
    at: str
    by: str
    progress: Progress | None

    def run(self, connection: sqlite3.Connection, *, log: bool) -> SyncCounts:
        """Schema, facts and meta, within the transaction that is open."""
        migrate(Database(connection))
        counts = sync(
            connection, self.facts, at=self.at, by=self.by, log=log, progress=self.progress
        )
        values = {
            "settings_json": self.settings_json,
            "config_sha256": self.config_sha256,
            "synced_at": self.at,
            "synced_by": self.by,
        }
        write_meta(connection, tuple(values.items()), self.stats)
        return counts


def apply(
    database: Path,
    facts: Facts,
    *,
    settings_json: str,
    config_sha256: str,
    stats: Iterable[tuple[str, int, int]],
    at: datetime,
    by: str,
    progress: Progress | None = None,
    rebuild: bool = False,
) -> SyncSummary:
    """Make the database hold exactly ``facts``, in one transaction; what fails changes nothing.

    A missing or empty file is built beside its place and put there when it is complete; with
    ``rebuild`` so is any other, and the old one's edit log is taken over. ``stats`` are the
    folder's files as (path, size, mtime in nanoseconds), kept with ``settings_json`` so that the
    next start can tell whether anything changed. ``at`` without a time zone is local time.
    ``progress`` may raise to cancel.

    Raises :class:`briefing.store.errors.StoreError`: ``DatabaseCorrupt``, ``DatabaseTooNew``,
    ``DatabaseLocked``, ``DatabaseReadOnly`` or ``SqliteTooOld``.
    """
    check_sqlite(database)
    task = _Sync(
        facts=facts,
        settings_json=settings_json,
        config_sha256=config_sha256,
        stats=tuple(stats),
        at=(at if at.tzinfo else at.astimezone()).isoformat(timespec="seconds"),
        by=by,
        progress=progress,
    )
    with _writable(database):
        there = database.exists() and database.stat().st_size > 0
        if there and not rebuild:
            return _update(database, task)
        return _build(database, task, replaces=there)


def _update(database: Path, task: _Sync) -> SyncSummary:
    with typed_errors(database, writing=True), closing(_connect(database)) as connection:
        check_header(connection, database, older=True)
        journal = _set_journal(connection, database)
        with _transaction(connection, "IMMEDIATE"):
            counts = task.run(connection, log=True)
        if journal == "wal":
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return SyncSummary(
        built=False, counts=counts, journal=journal, warnings=_journal_warnings(journal)
    )


def _build(database: Path, task: _Sync, *, replaces: bool) -> SyncSummary:
    database.parent.mkdir(parents=True, exist_ok=True)
    sweep(database)
    entries: list[Entry] | None = []
    if replaces:
        entries = _log_of(database)
    building = building_place(database)
    try:
        with typed_errors(database, writing=True), closing(_connect(building)) as connection:
            # Nobody else reads this file, and what is left of a killed build is thrown away.
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute("PRAGMA synchronous = OFF")
            with _transaction(connection, "EXCLUSIVE"):
                counts = task.run(connection, log=False)
                keep_entries(connection, entries or ())
            journal = _set_journal(connection, database)
        flush(building)
        damaged = put_aside(database) if entries is None else None
        put_in_place(building, database)
    finally:
        remove(building, *companions(building))
    warnings = _journal_warnings(journal)
    if entries is None:
        warnings += (SyncWarning.LOG_LOST,)
    return SyncSummary(
        built=True, counts=counts, journal=journal, warnings=warnings, damaged=damaged
    )


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


@contextmanager
def _transaction(connection: sqlite3.Connection, kind: str) -> Iterator[None]:
    connection.execute(f"BEGIN {kind}")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def _writable(database: Path) -> Iterator[None]:
    """Turn what the file system refuses into a :class:`DatabaseReadOnly`."""
    try:
        yield
    except (PermissionError, FileExistsError, NotADirectoryError, IsADirectoryError) as error:
        raise DatabaseReadOnly(database, error.strerror or str(error)) from error


def _set_journal(connection: sqlite3.Connection, database: Path) -> str:
    """WAL, or ``delete`` where it cannot be had; the mode that holds from now on."""
    wanted = "delete" if on_network_drive(database.parent) else "wal"
    return str(connection.execute(f"PRAGMA journal_mode = {wanted}").fetchone()[0])


def _journal_warnings(journal: str) -> tuple[SyncWarning, ...]:
    return () if journal == "wal" else (SyncWarning.NETWORK_DRIVE,)


def _log_of(database: Path) -> list[Entry] | None:
    """The old database's edit log; ``None`` when it cannot be read."""
    try:
        return read_entries(database)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise DatabaseLocked(database, str(error)) from error
        return None
