"""The reader of the database under fire: well-formed files with hostile values in them."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from briefing.commands import in_force
from briefing.language import Translator
from briefing.opening import open_workspace, sync
from briefing.pages.guide import help_page
from briefing.problems import ProblemsError
from briefing.settings import Settings
from briefing.show.rendering import as_text
from briefing.store.checksums import seal
from briefing.store.errors import DatabaseCorrupt, StoreError
from tests.fuzz.material import DAYS, NAMES, NUMBERS, TEXTS, WORDS
from tests.fuzz.plain import TRANSLATORS, check_plain
from tests.fuzz.readers import SHOWING_SECONDS, fresh_workspace
from tests.fuzz.showing import show_some
from tests.fuzz.watch import limited

REALS = ("inf", "-inf", "1e308", "-1e308", "5e-324", "0", "-0.0", "1e15", "-1", "0.1", "1e300")
WHOLES = (0, 1, 2, 3, -1, 10**6, 2**31, 2**63 - 1, -(2**63), 9, 10, 36500, 40000)
NOT_UTF8 = ("ff", "c380ff", "1b5b", "eda080")


class Rows:
    """Any column of any table: other text, numbers, dates, references; all rows or one.

    Constraints are switched off for the change, as any SQLite tool can. Damage is told as a
    ``StoreError``; everything else must be shown in plain words.
    """

    name = "stored rows"

    def __init__(self, root: Path):
        self._settings = fresh_workspace(root)
        self._database = self._settings.database
        self._whole = root / "whole.database"
        shutil.copy(self._database, self._whole)
        self._columns = _columns(self._whole)

    def make(self, chance: random.Random) -> bytes:
        """One to three changes, as JSON: table, column, a row's place or -1 for all, value."""
        count = chance.choice((1, 1, 1, 2, 3))
        return json.dumps([self._change(chance) for _ in range(count)]).encode("ascii")

    def _change(self, chance: random.Random) -> list[object]:
        table, column, kind = chance.choice(self._columns)
        place = -1 if chance.random() < 0.3 else chance.randrange(6)
        return [table, column, place, _value(kind, chance)]

    def take(self, case: bytes) -> bool:
        """See :class:`tests.fuzz.readers.Target`."""
        shutil.copy(self._whole, self._database)
        for end in ("-wal", "-shm"):
            self._database.with_name(self._database.name + end).unlink(missing_ok=True)
        with closing(sqlite3.connect(self._database)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute("PRAGMA ignore_check_constraints = ON")
            for table, column, place, value in json.loads(case):
                _set(connection, table, column, place, value)
            if len(case) % 8:  # else it is known for damage before a value is looked at
                seal(connection)
            connection.commit()
        tr = TRANSLATORS[len(case) % len(TRANSLATORS)]
        try:
            with limited():
                open_workspace(self._settings.root)
            with limited(SHOWING_SECONDS):
                show_some(self._settings, tr, len(case))
        except DatabaseCorrupt as error:
            assert error.path == self._database
            if len(case) % 4 == 0:
                self._mend(tr)
            return False
        if len(case) % 4 == 0:
            self._mend(tr)
        return True

    def _mend(self, tr: Translator) -> None:
        """Syncs, after a change in the folder; what cannot be synced is built anew."""
        change = self._settings.root / "data/plans/plan.yaml"
        content = change.read_bytes()
        change.write_bytes(content[:-1] if content.endswith(b"\n\n") else content + b"\n")
        try:
            with limited(SHOWING_SECONDS):
                sync(self._settings)
                show_some(self._settings, tr, 1)
        except DatabaseCorrupt:
            with limited(SHOWING_SECONDS):
                sync(self._settings, rebuild=True)
                show_some(self._settings, tr, 1)


class SettingsText:
    """The settings as the database keeps them: anything but what ``to_json`` writes is refused."""

    name = "settings JSON"

    def __init__(self, root: Path):
        self._settings = fresh_workspace(root)
        self._kept = json.loads(self._settings.to_json())

    def make(self, chance: random.Random) -> bytes:
        """Other values for some keys, or bytes spoilt."""
        kept = dict(self._kept)
        for _ in range(chance.randint(1, 3)):
            kept[chance.choice((*kept, "more"))] = _json_value(chance, 3)
        text = json.dumps(kept, ensure_ascii=chance.random() < 0.5)
        if chance.random() < 0.3:
            at = chance.randrange(len(text))
            piece = chance.choice(("[" * 5000, "1e999", "NaN", "{", '"', "\\ud800", *WORDS))
            text = text[:at] + piece + text[at + chance.randrange(5) :]
        return text.encode("utf-8", "surrogatepass")

    def take(self, case: bytes) -> bool:
        """See :class:`tests.fuzz.readers.Target`."""
        text = case.decode("utf-8", "surrogatepass")
        try:
            with limited():
                settings = Settings.from_json(text, self._settings.root)
        except ValueError:
            return False
        with limited():
            assert Settings.from_json(settings.to_json(), settings.root) == settings
            self._store(text)
            try:
                opened = open_workspace(settings.root)
            except (ProblemsError, StoreError):
                return True
            page = help_page(TRANSLATORS[0], in_force(opened.settings.keys))
            check_plain(as_text(page, "", 80), many_lines=True)
        return True

    def _store(self, text: str) -> None:
        with closing(sqlite3.connect(self._settings.database)) as connection:
            connection.execute(
                "UPDATE meta SET value = CAST(? AS TEXT) WHERE key = 'settings_json'",
                (text.encode("utf-8", "surrogatepass"),),
            )
            connection.commit()


def _columns(database: Path) -> Sequence[tuple[str, str, str]]:
    """Table, column and type of everything that is stored."""
    with closing(sqlite3.connect(database)) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        return [
            (table, name, kind)
            for (table,) in sorted(tables)
            for _, name, kind, *_ in connection.execute(f"PRAGMA table_info({table})").fetchall()
        ]


def _value(kind: str, chance: random.Random) -> Mapping[str, object] | None:
    if chance.random() < 0.08:
        return None
    if kind == "INTEGER":
        return {"whole": chance.choice(WHOLES)}
    if kind == "REAL":
        return {"real": chance.choice(REALS)}
    if chance.random() < 0.05:
        return {"bytes": chance.choice(NOT_UTF8)}
    words = chance.choice((TEXTS, TEXTS, TEXTS, NAMES, DAYS, NUMBERS, ("\x1f", "1\x1f", "; ", "x")))
    return {"text": chance.choice(words)}


def _set(connection: sqlite3.Connection, table: str, column: str, place: int, value: Any) -> None:
    """Changes one column; a change that the schema refuses is left out."""
    given: Any = None
    marker = "?"
    if value is not None:
        ((kind, given),) = value.items()
        if kind == "real":
            given = float(given)
        elif kind == "bytes":
            given, marker = bytes.fromhex(given), "CAST(? AS TEXT)"
        elif kind == "text":
            given, marker = given.encode("utf-8", "surrogatepass"), "CAST(? AS TEXT)"
    statement = f"UPDATE OR IGNORE {table} SET {column} = {marker}"
    if place >= 0:
        key = connection.execute(f"PRAGMA table_info({table})").fetchall()
        own = [row[1] for row in key if row[5]]
        names = ", ".join(own)
        statement += f" WHERE ({names}) IN (SELECT {names} FROM {table} LIMIT 1 OFFSET {place})"
    try:
        connection.execute(statement, (given,))
    except sqlite3.IntegrityError:
        return


def _json_value(chance: random.Random, depth: int) -> object:
    match chance.randrange(9 if depth else 6):
        case 0:
            return None
        case 1:
            return chance.random() < 0.5
        case 2:
            return chance.choice((0, -1, 10**400, 2**63, 1.5, float("inf"), float("nan"), 1e308))
        case 3 | 4 | 5:
            return chance.choice(WORDS)
        case 6:
            return [_json_value(chance, depth - 1) for _ in range(chance.randrange(4))]
        case 7:
            return {chance.choice(WORDS): _json_value(chance, depth - 1)}
        case _:
            return {"quit": ["q", "ctrl+q"], chance.choice(WORDS): ["x"]}
