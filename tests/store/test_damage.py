"""A file that cannot be used is told by what is wrong with it, and is not written over."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefing.store.errors import (
    DatabaseCorrupt,
    DatabaseForeign,
    DatabaseMissing,
    DatabaseReadOnly,
    DatabaseTooNew,
    DatabaseTooOld,
    SqliteTooOld,
)
from briefing.store.reading import Reader
from briefing.store.schema import APPLICATION_ID, SCHEMA_VERSION
from tests.store.facts import NINH_BINH, sync
from tests.store.opening import NEWER, opening, pragma
from tests.store.small_folder import FOLDER
from tests.store.sql import ask


def test_a_database_that_is_not_there_is_missing(path: Path) -> None:
    assert opening(path) is DatabaseMissing
    assert not path.exists()


def test_an_empty_file_is_missing_and_is_built(path: Path) -> None:
    path.touch()
    assert opening(path) is DatabaseMissing
    assert sync(path, FOLDER).built
    with Reader(path) as reader:
        assert reader.unit(NINH_BINH) is not None


def test_a_folder_in_its_place_is_missing_to_a_reader_and_refused_to_a_writer(path: Path) -> None:
    path.mkdir()
    assert opening(path) is DatabaseMissing
    with pytest.raises(DatabaseReadOnly):
        sync(path, FOLDER)


def test_a_text_file_is_no_database_and_is_not_written_over(path: Path) -> None:
    path.write_text("unit: '37'\n" * 500, encoding="utf-8")
    assert opening(path) is DatabaseCorrupt
    with pytest.raises(DatabaseCorrupt):
        sync(path, FOLDER)
    assert path.read_text(encoding="utf-8").startswith("unit:")


def test_another_program_s_database_is_not_written_to(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE photos (name TEXT)")
    assert opening(path) is DatabaseForeign
    with pytest.raises(DatabaseForeign):
        sync(path, FOLDER)
    assert ask(path, "SELECT name FROM sqlite_master") == [("photos",)]


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.99])
def test_a_file_cut_short_is_corrupt(database: Path, kept: float) -> None:
    os.truncate(database, int(database.stat().st_size * kept))
    assert opening(database) is DatabaseCorrupt
    with pytest.raises(DatabaseCorrupt):
        sync(database, NEWER)


def test_an_overwritten_schema_is_corrupt(database: Path) -> None:
    with database.open("rb+") as file:
        file.seek(100)
        file.write(b"\xff" * 3000)
    assert opening(database) is DatabaseCorrupt


def test_a_damaged_page_is_corrupt_when_it_is_read(database: Path) -> None:
    (root,) = ask(database, "SELECT rootpage FROM sqlite_master WHERE name = 'newest'")[0]
    (size,) = ask(database, "PRAGMA page_size")[0]
    with database.open("rb+") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    assert opening(database) is DatabaseCorrupt


def test_a_table_that_is_gone_is_corrupt(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("DROP TABLE newest")
    assert opening(database) is DatabaseCorrupt


def test_a_newer_schema_is_neither_read_nor_written(database: Path) -> None:
    pragma(database, f"user_version = {SCHEMA_VERSION + 1}")
    assert opening(database) is DatabaseTooNew
    with pytest.raises(DatabaseTooNew):
        sync(database, NEWER)


def test_an_older_schema_waits_for_a_sync(database: Path) -> None:
    pragma(database, f"user_version = {SCHEMA_VERSION - 1}")
    assert opening(database) is DatabaseTooOld
    sync(database, FOLDER)
    with Reader(database) as reader:
        assert reader.unit(NINH_BINH) is not None


def test_an_old_sqlite_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(SqliteTooOld):
        sync(path, FOLDER)
    assert opening(path) is SqliteTooOld


def test_a_built_file_says_whose_it_is(database: Path) -> None:
    assert ask(database, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert ask(database, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert ask(database, "PRAGMA integrity_check") == [("ok",)]
    assert ask(database, "PRAGMA foreign_key_check") == []


def test_every_table_is_strict(database: Path) -> None:
    listed = ask(database, "PRAGMA table_list")
    loose = [row[1] for row in listed if row[2] == "table" and not row[5]]
    assert sorted(loose) == ["_sqlite_migrations", "sqlite_schema", "sqlite_temp_schema"]
