"""Whoever else reads, writes, kills or forbids: nothing is lost and nothing is half done."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from briefing.store import connecting, writing
from briefing.store.errors import (
    DatabaseLocked,
    DatabaseReadOnly,
    StoreError,
)
from briefing.store.reading import Reader
from briefing.store.schema import SCHEMA_VERSION
from briefing.store.writing import SyncWarning
from tests.store.facts import NINH_BINH, figure, sync
from tests.store.opening import DAY, NEWER, left_beside, opening, pragma
from tests.store.small_folder import FOLDER, with_figures
from tests.store.sql import ask, contents


def test_a_sync_waits_for_no_one_forever(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseLocked):
            sync(database, NEWER)
    assert sync(database, NEWER).counts.added == 1


def test_a_reader_sees_the_old_state_while_a_writer_writes(database: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM newest")
        with Reader(database) as reader:
            assert reader.latest_day([NINH_BINH]) == date(2024, 1, 1)
        other.execute("ROLLBACK")


def test_a_reader_without_wal_is_told_of_the_lock(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0.05)
    pragma(database, "journal_mode = delete")
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert opening(database) is DatabaseLocked


def test_an_open_reader_sees_what_is_synced_meanwhile(database: Path) -> None:
    with Reader(database) as reader:
        assert reader.search("so moi") == ()
        before = reader.indicators()
        sync(database, with_figures(figure("moi", 80.0, date(2024, 6, 30))))
        assert reader.latest_day([NINH_BINH]) == date(2024, 7, 1)
        assert reader.indicators() is not before


def test_nothing_can_be_written_through_a_reader(reader: Reader) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader._connection.execute("DELETE FROM observation")


def test_a_sync_leaves_one_file_and_everything_in_it(database: Path) -> None:
    sync(database, NEWER)
    assert ask(database, "PRAGMA journal_mode") == [("wal",)]
    assert left_beside(database) == [database.name]


def test_on_a_network_drive_there_is_no_wal_but_a_warning(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "on_network_drive", lambda _: True)
    built, synced = sync(path, FOLDER), sync(path, NEWER)
    for summary in (built, synced):
        assert summary.journal == "delete"
        assert summary.warnings == (SyncWarning.NETWORK_DRIVE,)
    with Reader(path) as reader:
        assert reader.latest_day([NINH_BINH]) == date(2024, 7, 1)


@contextmanager
def without_rights() -> Iterator[None]:
    """As a user who owns nothing: root may write to any folder."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that everybody may look into, with a database of the small folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        database = folder / "briefing.db"
        sync(database, FOLDER)
        yield database
        folder.chmod(0o755)


needs_rights = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has no such rights")


@needs_rights
def test_a_read_only_folder_can_be_read(shared: Path) -> None:
    shared.chmod(0o444)
    shared.parent.chmod(0o555)
    with without_rights(), Reader(shared) as reader:
        assert reader.briefing(NINH_BINH, DAY, DAY).figures


@needs_rights
def test_a_read_only_folder_with_an_unfinished_log_is_not_half_read(shared: Path) -> None:
    shared.with_name(shared.name + "-wal").write_bytes(b"x" * 5000)
    shared.with_name(shared.name + "-wal").chmod(0o000)
    shared.parent.chmod(0o555)
    with without_rights(), pytest.raises(StoreError):
        Reader(shared)


@needs_rights
def test_a_sync_into_a_read_only_folder_says_so(shared: Path) -> None:
    shared.chmod(0o444)
    shared.parent.chmod(0o555)
    with without_rights():
        with pytest.raises(DatabaseReadOnly):
            sync(shared, NEWER)
        with pytest.raises(DatabaseReadOnly):
            sync(shared.with_name("other.db"), FOLDER)


def test_a_rebuild_keeps_the_log(database: Path) -> None:
    sync(database, NEWER, by="minh")
    log = ask(database, "SELECT * FROM v_log")
    summary = sync(database, NEWER, rebuild=True)
    assert summary.built and log
    assert ask(database, "SELECT * FROM v_log") == log
    assert left_beside(database) == [database.name]


def test_a_rebuild_keeps_a_log_that_is_still_in_the_wal(database: Path) -> None:
    with Reader(database) as reader, reader.one_moment():
        # As long as somebody reads the old state, the log cannot be emptied into the file.
        reader.unit(NINH_BINH)
        sync(database, NEWER, by="minh")
        assert database.with_name(database.name + "-wal").stat().st_size > 0
        log = ask(database, "SELECT * FROM v_log")
        sync(database, NEWER, rebuild=True)
        assert reader.latest_day([NINH_BINH]) == date(2024, 1, 1)
    assert log and ask(database, "SELECT * FROM v_log") == log
    assert ask(database, "PRAGMA integrity_check") == [("ok",)]


def test_a_rebuild_puts_an_unreadable_file_aside(path: Path) -> None:
    path.write_bytes(b"\x00 no database \xff" * 400)
    path.with_name(f"{path.name}-wal").write_bytes(b"its log")
    damaged = path.read_bytes()
    summary = sync(path, FOLDER, rebuild=True)
    assert summary.warnings == (SyncWarning.LOG_LOST,)
    assert summary.damaged is not None and summary.damaged.read_bytes() == damaged
    assert summary.damaged.with_name(f"{summary.damaged.name}-wal").read_bytes() == b"its log"
    with Reader(path) as reader:
        assert reader.unit(NINH_BINH) is not None


def test_a_rebuild_of_a_newer_schema_is_possible(database: Path) -> None:
    expected = contents(database)
    pragma(database, f"user_version = {SCHEMA_VERSION + 1}")
    sync(database, FOLDER, rebuild=True)
    assert contents(database) == expected


def test_what_a_killed_build_left_is_swept_away_by_the_next_writer(path: Path) -> None:
    left = path.with_name(f".{path.name}.building.db")
    left.write_bytes(b"half")
    sync(path, FOLDER)
    assert left_beside(path) == [path.name]


KILLED = """
import os, sys
from pathlib import Path
from tests.store.facts import sync
from tests.store.small_folder import FOLDER
from tests.store.random_facts import folder

def die(done, total, label):
    if done > total / 2:
        os._exit(9)

sync(Path(sys.argv[1]), folder(7), progress=die)
"""


def killed_sync(path: Path) -> None:
    """Sync another folder in a process that is killed half-way."""
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], cwd=root, check=False)
    assert done.returncode == 9


def test_a_build_that_is_killed_leaves_no_database(path: Path) -> None:
    killed_sync(path)
    assert not path.exists()
    assert sync(path, FOLDER).built


def test_a_sync_that_is_killed_leaves_the_old_state(database: Path) -> None:
    before = contents(database)
    killed_sync(database)
    assert contents(database) == before
    assert sync(database, NEWER).counts.added == 1
