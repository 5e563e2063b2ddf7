"""One sync inside one transaction: files that changed, row by row, and what follows from them."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from briefing import __version__
from briefing.domain.revisions import CatalogueChanges, Judging, PlanChanges
from briefing.store.closing import ClosingDays, close_gone, delete_gone, keep_cited
from briefing.store.collecting import Collected, catalogue_changes, touches_any_light
from briefing.store.comparing import Listener, TableComparison
from briefing.store.derived import (
    SEARCHED,
    write_focus_units,
    write_search_entries,
    write_unit_lookups,
)
from briefing.store.edit_log import EditLog
from briefing.store.facts import KINDS, Facts, FactsFile, by_kind
from briefing.store.newest import Newest
from briefing.store.reasons import Reasons
from briefing.store.records import Numbers
from briefing.store.schema import SCHEMA_VERSION
from briefing.store.telling import Names

Progress = Callable[[int, int, str], None]
"""Told (rows done, rows in all, path of the file); may raise to cancel, which undoes the sync."""


class SyncCounts(NamedTuple):
    """What one sync did; ``logged`` are entries written to the edit log."""

    files_changed: int
    files_skipped: int
    files_removed: int
    added: int
    changed: int
    removed: int
    logged: int


class Synced(NamedTuple):
    """What one sync did, in numbers and in detail.

    ``units`` are those, by number, whose lights may have changed; ``None`` for any of them.
    """

    counts: SyncCounts
    plans: tuple[PlanChanges, ...] = ()
    others: tuple[CatalogueChanges, ...] = ()
    units: frozenset[int] | None = frozenset()


class _Batch(NamedTuple):
    number: int
    sha256: str
    context: str


def sync(
    connection: sqlite3.Connection,
    facts: Facts,
    *,
    at: str,
    by: str,
    why: str | None,
    judging: Judging,
    log: bool,
    progress: Progress | None,
    searched: bool = True,
) -> Synced:
    """Make the database hold exactly ``facts``, within the transaction that is open.

    What is gone from plans is closed on the day in force by ``judging``. A database in which
    nobody will search need not be made ready for that.

    A file is skipped when neither its bytes nor what its references depend on have changed: what
    a bare code means and when a document is dated are told by other files. Raises
    :class:`ValueError` when a fact belongs to no file, or to more than one.
    """
    context = context_of(facts)
    batches = {
        path: _Batch(number, sha256, of_file)
        for number, path, sha256, of_file in connection.execute(
            "SELECT id, path, sha256, context FROM batch"
        )
    }
    changed = [
        file
        for file in facts.files
        if file.path not in batches or batches[file.path][1:] != (file.sha256, context)
    ]
    gone = set(batches) - {file.path for file in facts.files}
    skipped = len(facts.files) - len(changed)
    if not changed and not gone:
        return Synced(SyncCounts(0, skipped, 0, 0, 0, 0, 0))
    _check_files(facts)
    run = _Run(connection, facts, at=at, by=by, why=why, log=log)
    total = sum(len(file.rows) for file in changed)
    done = 0
    for file in changed:
        if progress is not None:
            progress(done, total, file.path)
        run.apply(file, _write_batch(connection, file, context, at))
        done += len(file.rows)
    for path in sorted(gone):
        run.remove(batches[path].number)
    run.finish(ClosingDays(connection, judging), searched=searched)
    if progress is not None:
        progress(total, total, "")
    comparisons = run.comparisons.values()
    counts = SyncCounts(
        len(changed),
        skipped,
        len(gone),
        sum(comparison.added for comparison in comparisons),
        sum(comparison.changed for comparison in comparisons),
        sum(comparison.removed for comparison in comparisons),
        0 if run.log is None else run.log.written,
    )
    others = catalogue_changes(run.comparisons)
    return Synced(counts, run.collected.plans(), others, run.units(others))


def context_of(facts: Facts) -> str:
    """Digest of what a row may be read by though another file says it.

    Codes and their validity, the dates of documents and sources, the parts of frameworks (from a
    table beside their file, and named by codes where units are scored on them), and the program
    that reads them.
    """
    lines = [f"{__version__} {SCHEMA_VERSION}"]
    lines += sorted(f"unit {unit.key} {unit.valid_to}" for unit in facts.units)
    lines += sorted(f"document {document.id} {document.date}" for document in facts.documents)
    lines += sorted(f"source {source.id} {source.date}" for source in facts.sources)
    lines += sorted(f"framework {each.id} {each.parts}" for each in facts.frameworks)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


class _Run:
    """The state of one sync: a comparison per table, and what has to be worked out anew."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        facts: Facts,
        *,
        at: str,
        by: str,
        why: str | None,
        log: bool,
    ) -> None:
        self._connection = connection
        self._facts = facts
        self._facts_by_kind = by_kind(facts)
        units = _numbered(connection, "unit", self._facts_by_kind["unit"])
        indicators = _numbered(connection, "indicator", self._facts_by_kind["indicator"])
        self._given = {"unit": units.__getitem__, "indicator": indicators.__getitem__}
        self._numbers = Numbers(units, indicators)
        self._newest = Newest(connection)
        self._units_of_figures: set[int] = set()
        names = Names(units, indicators)
        reasons = Reasons(why, facts.change_notes)
        self.log = EditLog(connection, names, at=at, by=by, why=reasons.of) if log else None
        self.collected = Collected(facts, self._facts_by_kind, names, reasons.of)
        logs: tuple[Listener, ...] = () if self.log is None else (self.log,)
        self.comparisons = {
            kind: TableComparison(
                connection,
                KINDS[kind].table,
                self._facts_by_kind[kind],
                (*logs, self.collected) if KINDS[kind].table.closable else logs,
                self._newest.touch if kind == "observation" else None,
            )
            for kind in KINDS
        }

    def apply(self, file: FactsFile, batch: int) -> None:
        """Compare every kind of fact that ``file`` holds or held."""
        places: dict[str, list[tuple[int, str]]] = {kind: [] for kind in KINDS}
        for position, (kind, ref) in enumerate(file.rows):
            places[kind].append((position, ref))
        for kind, comparison in self.comparisons.items():
            facts, to_row = self._facts_by_kind[kind], KINDS[kind].to_row
            comparison.compare(
                batch,
                ((position, to_row(facts[ref], self._numbers)) for position, ref in places[kind]),
                self._given.get(kind),
            )

    def remove(self, batch: int) -> None:
        """Take away what a file held that is gone."""
        for comparison in self.comparisons.values():
            comparison.remove_batch(batch)
        self._connection.execute("DELETE FROM batch WHERE id = ?", (batch,))

    def finish(self, closing_days: ClosingDays, *, searched: bool) -> None:
        """Settle what is gone, work out what follows from the rows written, write the log."""
        delete_gone(self.comparisons)
        self._units_of_figures = self._newest.refresh()
        close_gone(self.comparisons, closing_days)
        keep_cited(self._connection, self.comparisons)
        touched = {
            kind
            for kind, comparison in self.comparisons.items()
            if comparison.added or comparison.changed or comparison.removed
        }
        if "unit" in touched:
            write_unit_lookups(self._connection, self._facts.units, self._numbers)
        if searched and touched & SEARCHED:
            write_search_entries(self._connection, self._facts, self._numbers)
        write_focus_units(self._connection)
        if self.log is not None:
            self.log.write()

    def units(self, others: Collection[CatalogueChanges]) -> frozenset[int] | None:
        """The units, by number, whose lights may have changed; ``None`` for any of them."""
        if self.collected.every_unit or touches_any_light(others):
            return None
        return frozenset(self.collected.units | self._units_of_figures)


def _check_files(facts: Facts) -> None:
    held = Counter({kind: len(found) for kind, found in by_kind(facts).items()})
    named = Counter(kind for file in facts.files for kind, _ in file.rows)
    if +held != +named:
        wrong = sorted(kind for kind in held | named if held[kind] != named[kind])
        raise ValueError(f"facts and files do not agree on: {', '.join(wrong)}")


def _numbered(connection: sqlite3.Connection, table: str, keys: Iterable[str]) -> dict[str, int]:
    """The integer of every key that is stored or will be; new ones continue the count."""
    numbers: dict[str, int] = {
        key: number for number, key in connection.execute(f"SELECT id, key FROM {table}")
    }
    following = max(numbers.values(), default=0) + 1
    for key in keys:
        if key not in numbers:
            numbers[key] = following
            following += 1
    return numbers


def _write_batch(connection: sqlite3.Connection, file: FactsFile, context: str, at: str) -> int:
    return int(
        connection.execute(
            "INSERT INTO batch (path, sha256, context, size, mtime_ns, applied_at)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET"
            " sha256 = excluded.sha256, context = excluded.context, size = excluded.size,"
            " mtime_ns = excluded.mtime_ns, applied_at = excluded.applied_at RETURNING id",
            (file.path, file.sha256, context, file.size, file.mtime_ns, at),
        ).fetchone()[0]
    )


def write_meta(
    connection: sqlite3.Connection,
    values: Sequence[tuple[str, str]],
    stats: Iterable[tuple[str, int, int]],
) -> None:
    """Write named values, and the folder's files as (path, size, mtime in nanoseconds)."""
    connection.executemany(
        "INSERT INTO meta (key, value) VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        values,
    )
    connection.execute("DELETE FROM fingerprint")
    connection.executemany("INSERT INTO fingerprint (path, size, mtime_ns) VALUES (?, ?, ?)", stats)
