"""What a database holds now that it did not hold before: told by its files and its edit log."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from briefing.domain.news import Change, Edit, News
from briefing.store import queries

CONFIG = "config.yaml"
WHOLE = "*"
"""The field of a log entry about a whole fact."""
CLOSED = "closed_on"


class Mark(NamedTuple):
    """What a database held: the digest of each file by its path, and the last entry of its log."""

    files: tuple[tuple[str, str], ...]
    entry: int


class NewsDesk:
    """Tells how a database differs from what it was; within the reader's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def mark(self) -> Mark:
        """What the database holds now."""
        files = [(str(path), str(sha)) for path, sha in self._connection.execute(queries.FILES)]
        config = self._connection.execute(queries.META, {"key": "config_sha256"}).fetchone()
        if config is not None:
            files.append((CONFIG, str(config[0])))
        last = self._connection.execute(queries.LAST_EDIT).fetchone()
        return Mark(tuple(files), 0 if last is None else int(last[0]))

    def since(self, before: Mark) -> News:
        """What has happened since the database held ``before``."""
        now = self.mark()
        was, held = dict(before.files), dict(now.files)
        files = [path for path in {**was, **held} if was.get(path) != held.get(path)]
        if now.entry < before.entry:
            return News(tuple(sorted(files)), None)
        entries = self._connection.execute(queries.EDITS_AFTER, {"entry": before.entry})
        return News(tuple(sorted(files)), _edits(entries))


def _edits(entries: Iterable[tuple[str, str, str, int, int]]) -> tuple[Edit, ...]:
    """One edit for each fact, in the order of its first entry; what came and went is none."""
    first: dict[tuple[str, str], Change] = {}
    last: dict[tuple[str, str], Change] = {}
    for record, ref, field, was_nothing, is_nothing in entries:
        change = Change.EDITED
        if field == WHOLE:
            change = Change.ADDED if was_nothing else Change.GONE
        elif field == CLOSED:
            change = Change.GONE if was_nothing else Change.ADDED if is_nothing else change
        first.setdefault((record, ref), change)
        last[record, ref] = change
    found = []
    for (record, ref), began in first.items():
        ended = last[record, ref]
        if began is Change.ADDED and ended is Change.GONE:
            continue
        if began is Change.ADDED:
            ended = Change.ADDED
        elif began is Change.GONE and ended is not Change.GONE:
            ended = Change.EDITED
        found.append(Edit(record, ref, ended))
    return tuple(found)
