"""The schema's steps, in order; sqlite-utils keeps which of them a database has seen.

A step that was ever released is never edited: the next change is a new step at the end, and
``schema.SCHEMA_VERSION`` grows by one with it.
"""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from briefing.store import schema
from briefing.store.edit_log import renew_checksums
from briefing.store.views import VIEWS

steps = Migrations("briefing")


@steps(name="0001_first_tables")
def first_tables(db: Database) -> None:
    """The tables of schema version 1."""
    for script in schema.FIRST:
        db.executescript(script)


@steps(name="0002_many_units")
def many_units(db: Database) -> None:
    """What schema version 2 adds; the sync that follows fills it."""
    db.executescript(schema.MANY_UNITS)


@steps(name="0003_checksums")
def checksums(db: Database) -> None:
    """What schema version 3 adds: the seal of the file and of each entry in the edit log."""
    db.executescript(schema.CHECKSUMS)
    renew_checksums(db.conn)


@steps(name="0004_deadlines_and_closing")
def deadlines_and_closing(db: Database) -> None:
    """What schema version 4 adds; the sync that follows fills it."""
    db.executescript(schema.DEADLINES_AND_CLOSING)


@steps(name="0005_frameworks")
def frameworks(db: Database) -> None:
    """What schema version 5 adds; the sync that follows fills it."""
    db.executescript(schema.FRAMEWORKS)


def migrate(db: Database) -> None:
    """Bring ``db`` to the present schema and views, within the transaction that is open.

    The views carry no data, so they are dropped and created anew when one of them has changed.
    """
    steps.apply(db)
    for name, sql in VIEWS.items():
        db.create_view(name, sql.strip(), replace=True)
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")
