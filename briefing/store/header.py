"""The first look at a database file: ours, whole, and of a version that this program knows."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from briefing.store.errors import (
    DatabaseCorrupt,
    DatabaseForeign,
    DatabaseTooNew,
    DatabaseTooOld,
    SqliteTooOld,
)
from briefing.store.schema import APPLICATION_ID, OLDEST_SQLITE, SCHEMA_VERSION


def check_sqlite(path: Path) -> None:
    """Raise :class:`SqliteTooOld` when this Python's SQLite knows no STRICT tables or images."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE or not hasattr(sqlite3.Connection, "serialize"):
        raise SqliteTooOld(path, sqlite3.sqlite_version)


def check_header(connection: sqlite3.Connection, path: Path, *, older: bool = False) -> int:
    """The file's schema version, after cheap checks that read its first pages only.

    Raises :class:`DatabaseForeign` for a file of another program, :class:`DatabaseTooNew` and,
    unless ``older`` versions will do, :class:`DatabaseTooOld`; ``sqlite3.DatabaseError`` for what
    is no database or is cut short.
    """
    # Reading the schema makes SQLite compare the size in the header with the file's.
    try:
        something = connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        # "unsupported file format" and the like: the question is not what is wrong.
        raise DatabaseCorrupt(path, str(error)) from error
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID:
        reason = f"application_id {application:#x}"
        # Nobody's, as a file of less than one page is; or ours, but for one flipped bit.
        if something is None or (application ^ APPLICATION_ID).bit_count() == 1:
            raise DatabaseCorrupt(path, reason)
        raise DatabaseForeign(path, reason)
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA_VERSION:
        raise DatabaseTooNew(path, f"schema {version} > {SCHEMA_VERSION}")
    if version < SCHEMA_VERSION and not older:
        raise DatabaseTooOld(path, f"schema {version} < {SCHEMA_VERSION}")
    return version


def address(path: Path, options: str) -> str:
    """``path`` as a URI for ``sqlite3.connect``, with options such as ``mode=ro``."""
    return f"file:{quote(os.fsencode(path.absolute().as_posix()))}?{options}"


def leftover(database: Path) -> Path:
    """Where a database is built before it is put in its place; ``.db`` files are not in Git."""
    return database.with_name(f".{database.name}.building.db")
