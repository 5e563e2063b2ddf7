"""What a sync would change: worked out in a private copy, so that nothing is written anywhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from briefing.domain.revisions import FolderChanges, Judging
from briefing.store import connecting
from briefing.store.checksums import check_seal, file_state
from briefing.store.errors import DatabaseCorrupt, DatabaseLocked, typed_errors
from briefing.store.facts import Facts
from briefing.store.header import check_sqlite
from briefing.store.lights import light_changes, lights_of, units_with_lights
from briefing.store.migrations import migrate
from briefing.store.schema import SCHEMA_VERSION
from briefing.store.syncing import Synced, sync

READINGS = 5
"""How often a database that is written to while it is copied is copied again."""


def preview(
    database: Path,
    facts: Facts,
    *,
    at: str,
    why: str | None,
    judging: Judging,
    judged: Callable[[str], Judging],
    lights: Judging | None = None,
) -> FolderChanges:
    """What bringing ``facts`` into ``database`` would change; the file and its folder stay as is.

    ``judging`` tells the day on which what is gone would be closed and judges the lights as they
    would be, unless ``lights`` does; ``judged`` tells, from the settings kept in the database, how
    they are judged now. A database of an older schema is brought to the present one
    in the copy; without a file everything is new.

    Raises :class:`briefing.store.errors.StoreError` when the file is there and cannot be read.
    """
    check_sqlite(database)
    lights = lights or judging
    there = database.exists() and database.stat().st_size > 0
    with typed_errors(database), _private(database if there else None) as connection:
        was_there = units_with_lights(connection)
        kept = connection.execute("SELECT value FROM meta WHERE key = 'settings_json'").fetchone()
        before = lights if kept is None else judged(kept[0])
        connection.execute("BEGIN")
        synced = sync(
            connection,
            facts,
            at=at,
            by="",
            why=why,
            judging=judging,
            log=False,
            progress=None,
            searched=False,
        )
        touched = units_to_look_at(synced, lights, before, was_there, connection)
        after = lights_of(connection, touched, lights)
        connection.execute("ROLLBACK")
        return FolderChanges(
            first=not there,
            plans=synced.plans,
            others=synced.others,
            lights=light_changes(lights_of(connection, touched, before), after) if there else (),
        )


def units_to_look_at(
    synced: Synced,
    judging: Judging,
    before: Judging,
    was_there: frozenset[int],
    connection: sqlite3.Connection,
) -> frozenset[int]:
    """The units, by number, whose lights may differ; ``was_there`` had lights before."""
    if synced.units is None or judging != before:
        return was_there | units_with_lights(connection)
    return synced.units


@contextmanager
def as_it_was(database: Path, *, older: bool) -> Iterator[sqlite3.Connection]:
    """The state before a change that is about to be written, for as long as this is open.

    A snapshot of the file; for one of an ``older`` schema a private copy brought to the present
    one. It must be closed before the change is committed: without WAL a reader holds a writer up.
    """
    if older:
        with _private(database) as connection:
            yield connection
        return
    with closing(connecting.connect(database)) as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT 1 FROM meta LIMIT 1").fetchone()
        yield connection


@contextmanager
def _private(database: Path | None) -> Iterator[sqlite3.Connection]:
    """A database of our own, with all that ``database`` holds, at the present schema.

    SQLite keeps it in memory, and what is too much for that in a temporary file without a name.
    """
    with closing(sqlite3.connect("", isolation_level=None)) as connection:
        if database is not None:
            _copy(database, connection)
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("BEGIN")
        migrate(Database(connection))
        connection.execute("COMMIT")
        yield connection


def _copy(database: Path, connection: sqlite3.Connection) -> None:
    """Copies a whole state of ``database``; raises ``DatabaseLocked`` when it never rests."""
    for _ in range(READINGS):
        state = file_state(database)
        try:
            with closing(connecting.connect_without_a_trace(database, older=True)) as source:
                source.execute("BEGIN")
                if connecting.version_of(source) == SCHEMA_VERSION:
                    check_seal(source, database)
                source.execute("COMMIT")
                source.backup(connection)
        except (sqlite3.DatabaseError, DatabaseCorrupt):
            if file_state(database) == state:
                raise
        else:
            if file_state(database) == state:
                return
    raise DatabaseLocked(database, "changes while it is read")
