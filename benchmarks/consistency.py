"""Whether a generated database is right: counts, references, and newest figures on a sample."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from benchmarks.generated_folder import SEED, Shape

SAMPLE = 400
"""Pairs whose newest figure is worked out again here, in plain Python."""


class Inconsistent(Exception):
    """A generated database does not hold what it should."""


class _Figure(NamedTuple):
    id: int
    key: str
    kind: str
    period_start: str
    period_end: str
    published_on: str


def check(database: Path, shape: Shape) -> None:
    """Raises ``Inconsistent`` with everything that is wrong."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        wrong = [*_counts(connection, shape), *_orphans(connection), *_newest(connection)]
    if wrong:
        raise Inconsistent("; ".join(wrong))


def _counts(connection: sqlite3.Connection, shape: Shape) -> list[str]:
    figures = _one(
        connection, "SELECT count(*) FROM observation WHERE batch = 0 AND revises IS NULL"
    )
    wrong = []
    if figures != shape.figures:
        wrong.append(f"{figures} figures instead of {shape.figures}")
    if shape.periods > 1 and not _one(
        connection, "SELECT count(*) FROM observation WHERE batch = 0 AND revises IS NOT NULL"
    ):
        wrong.append("no revisions")
    revised = _one(connection, "SELECT count(DISTINCT revises) FROM observation")
    superseded = _one(connection, "SELECT count(superseded_on) FROM observation")
    if revised != superseded:
        wrong.append(f"{superseded} figures superseded, of {revised} revised")
    pairs = _one(connection, "SELECT count(*) FROM newest")
    distinct = _one(
        connection, "SELECT count(*) FROM (SELECT DISTINCT unit, indicator FROM observation)"
    )
    if pairs != distinct:
        wrong.append(f"{pairs} newest figures for {distinct} pairs")
    return wrong


def _orphans(connection: sqlite3.Connection) -> list[str]:
    """References that lead nowhere. The walk over all figures is done once, as joins."""
    found = connection.execute("PRAGMA foreign_key_check").fetchmany(5)
    return [f"a row of {row[0]} points at no {row[2]}" for row in found]


def _newest(connection: sqlite3.Connection) -> list[str]:
    """The definition in ``briefing.store.newest``, told again on a sample of pairs."""
    units = [row[0] for row in connection.execute("SELECT DISTINCT unit FROM newest")]
    indicators = [row[0] for row in connection.execute("SELECT DISTINCT indicator FROM newest")]
    rng = random.Random(SEED)
    wrong = []
    for _ in range(SAMPLE):
        pair = rng.choice(units), rng.choice(indicators)
        kept = connection.execute(
            "SELECT observation, period_end, latest_on FROM newest"
            " WHERE unit = ? AND indicator = ?",
            pair,
        ).fetchone()
        expected = _work_out(connection, pair)
        if kept != expected:
            wrong.append(f"newest of {pair} is {kept}, should be {expected}")
    return wrong


def _work_out(
    connection: sqlite3.Connection, pair: tuple[int, int]
) -> tuple[int | None, str | None, str] | None:
    figures = [
        _Figure(*row)
        for row in connection.execute(
            "SELECT id, key, kind, period_start, period_end, published_on FROM observation"
            " INDEXED BY observation_figure WHERE unit = ? AND indicator = ?",
            pair,
        )
    ]
    if not figures:
        return None
    revised: dict[str, str] = {}
    for figure in figures:
        for (day,) in connection.execute(
            "SELECT published_on FROM observation WHERE revises = ?", (figure.key,)
        ):
            revised[figure.key] = max(day, revised.get(figure.key, ""))
    latest = max([figure.published_on for figure in figures] + list(revised.values()))
    hold = [figure for figure in figures if figure.kind == "value" and figure.key not in revised]
    if not hold:
        return None, None, latest
    # Stable sorts, the least important first.
    hold.sort(key=lambda figure: figure.key, reverse=True)
    hold.sort(key=lambda figure: figure.period_start)
    hold.sort(key=lambda figure: (figure.period_end, figure.published_on), reverse=True)
    return hold[0].id, hold[0].period_end, latest


def _one(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])
