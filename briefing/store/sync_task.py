"""What a sync is asked to do, within whichever transaction, and what it tells afterwards."""

from __future__ import annotations

import sqlite3
from enum import StrEnum
from pathlib import Path

from sqlite_utils import Database

from briefing.domain.revisions import FolderChanges, Judging
from briefing.domain.value import value
from briefing.store.facts import Facts
from briefing.store.lights import light_changes, lights_of, units_with_lights
from briefing.store.migrations import migrate
from briefing.store.previewing import units_to_look_at
from briefing.store.syncing import Progress, SyncCounts, Synced, sync, write_meta


class SyncWarning(StrEnum):
    """What a sync could not do as well as it should."""

    NETWORK_DRIVE = "network_drive"
    """No WAL here: a reader waits while a sync writes."""
    LOG_LOST = "log_lost"
    """The old database's edit log could not be read whole; the old file is kept beside the new."""


@value(kw_only=True)
class SyncSummary:
    """What a sync did. ``built`` is true for a database made anew.

    ``damaged`` is where an unreadable old database was put aside. ``changes`` are told when they
    were asked for, unless the state before could not be read.
    """

    built: bool
    counts: SyncCounts
    journal: str
    warnings: tuple[SyncWarning, ...] = ()
    damaged: Path | None = None
    changes: FolderChanges | None = None


@value(kw_only=True)
class SyncTask:
    """One sync to be done: the facts, and all that is kept beside them."""

    facts: Facts
    settings_json: str
    config_sha256: str
    stats: tuple[tuple[str, int, int], ...]
    at: str
    by: str
    why: str | None
    judging: Judging
    lights: Judging
    before: Judging
    told: bool
    progress: Progress | None

    def run(self, connection: sqlite3.Connection, *, log: bool) -> Synced:
        """Schema, facts and meta, within the transaction that is open."""
        migrate(Database(connection))
        synced = sync(
            connection,
            self.facts,
            at=self.at,
            by=self.by,
            why=self.why,
            judging=self.judging,
            log=log,
            progress=self.progress,
        )
        values = {
            "settings_json": self.settings_json,
            "config_sha256": self.config_sha256,
            "synced_at": self.at,
            "synced_by": self.by,
        }
        write_meta(connection, tuple(values.items()), self.stats)
        return synced

    def changes(
        self, synced: Synced, was: sqlite3.Connection, connection: sqlite3.Connection
    ) -> FolderChanges:
        """What ``synced`` did to the state ``was``, lights included."""
        had = units_with_lights(was)
        touched = units_to_look_at(synced, self.lights, self.before, had, connection)
        before = lights_of(was, touched, self.before)
        after = lights_of(connection, touched, self.lights)
        return FolderChanges(
            first=False,
            plans=synced.plans,
            others=synced.others,
            lights=light_changes(before, after),
        )
