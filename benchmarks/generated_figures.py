"""Millions of figures, put straight into a synced database and worked out by the store's own code.

Values follow from the figure's place (unit, indicator, quarter) alone, so that two machines make
the same database. What the store derives from figures (the newest ones) is written by the store.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from benchmarks.generated_folder import Report, Shape
from briefing.store.checksums import seal
from briefing.store.derived import write_focus_units
from briefing.store.newest import Newest
from briefing.store.tables import OBSERVATION, Row

Narrate = Callable[[str], None]

CHUNK = 20_000
"""Pairs whose newest figures are worked out at a time."""

_INDEXES = """
SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?
"""

# A multiplicative hash of the figure's place: 0 .. 2^31 - 1, without any two places in step.
_HASH = "((({0} * 2654435761 + {1} * 40503 + {2} * 2246822519) >> 5) & 2147483647)"

_FILL = f"""
WITH place AS (
  SELECT u.id AS unit, i.id AS indicator, i.measure AS measure, r.source AS source,
    r.start AS period_start, r.end AS period_end, r.published AS published, r.period AS period,
    {_HASH.format("u.id", "i.id", "r.period")} AS h
  FROM report AS r
  CROSS JOIN unit AS u ON u.id = r.province OR u.parent = r.province
  CROSS JOIN (SELECT id, measure FROM indicator ORDER BY id LIMIT :indicators) AS i
  WHERE r.period = :period AND u.kind IN ('province', 'commune') AND u.valid_from IS NULL
),
valued AS (
  SELECT *, 20 + h % 180 AS whole,
    CASE measure
      WHEN 'rank' THEN (unit * 37 + indicator * 11 + period * 5) % 63 + 1
      WHEN 'index' THEN (2000 + h % 7000) / 10000.0
      WHEN 'points' THEN (4000 + h % 5900) / 100.0
      WHEN 'count' THEN h % 500
      WHEN 'money' THEN h % 90000
    END AS given
  FROM place
),
parted AS (
  SELECT *, CASE WHEN measure = 'percent' THEN h / 180 % (whole + 1) END AS part FROM valued
)
INSERT INTO observation
  (id, key, unit, indicator, kind, value, qualifier, numerator, denominator, period_start,
   period_end, compared_with, printed, source, paragraphs, published_on, published_exact, note,
   note_en, batch, position)
SELECT :before + row_number() OVER (),
  printf('g%09d', :before + row_number() OVER ()), unit, indicator,
  CASE WHEN h % 97 = 0 THEN 'change' ELSE 'value' END,
  CASE WHEN part IS NULL THEN given ELSE round(100.0 * part / whole, 2) END,
  CASE h % 23 WHEN 0 THEN 'at_least' WHEN 1 THEN 'almost' WHEN 2 THEN 'about'
    WHEN 3 THEN 'estimate' ELSE 'exact' END,
  CASE WHEN h % 3 = 0 THEN part END, CASE WHEN h % 3 = 0 AND part IS NOT NULL THEN whole END,
  period_start, period_end,
  CASE WHEN h % 97 = 0 THEN date(period_start, '-1 day') END,
  replace(CASE WHEN part IS NULL THEN CAST(given AS TEXT)
    ELSE printf('%.2f%%', 100.0 * part / whole) END, '.', ','),
  source, indicator, published, 1, '', '', 0, 0
FROM parted
"""

# One value in fifty is published again with the next quarter's report, a little higher.
_REVISE = """
INSERT INTO observation
  (id, key, unit, indicator, kind, value, qualifier, period_start, period_end, printed, source,
   paragraphs, published_on, published_exact, revises, note, note_en, batch, position)
SELECT :before + row_number() OVER (),
  printf('g%09d', :before + row_number() OVER ()), o.unit, o.indicator, o.kind, o.value + 1,
  o.qualifier, o.period_start, o.period_end, '', n.source, o.paragraphs, n.published, 1, o.key, '',
  '', 0, 0
FROM report AS r
CROSS JOIN report AS n ON n.province = r.province AND n.period = r.period + 1
CROSS JOIN observation AS o ON o.source = r.source
WHERE o.kind = 'value' AND o.revises IS NULL AND o.id % 50 = 0
ORDER BY o.id
"""

_FIRST_INDEXES = ("observation_source", "observation_revises")
"""By the first one finds what is to be revised, by the second what was."""

# As ``store.newest`` keeps it, for all at once and before there is an index to be kept with it.
_SUPERSEDED = """
UPDATE observation SET superseded_on = (
  SELECT min(r.published_on) FROM observation AS r WHERE r.revises = observation.key)
WHERE key IN (SELECT r.revises FROM observation AS r WHERE r.revises IS NOT NULL)
"""

_PAIRS = "SELECT DISTINCT unit, indicator FROM observation WHERE batch = 0 ORDER BY 1, 2"


def fill(database: Path, shape: Shape, reports: Sequence[Report], narrate: Narrate) -> None:
    """Put the figures of ``shape`` into ``database``, which holds the workspace already."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        journal = connection.execute("PRAGMA journal_mode").fetchone()[0]
        for pragma in (
            "journal_mode = OFF",
            "synchronous = OFF",
            "cache_size = -400000",
            "temp_store = MEMORY",
        ):
            connection.execute(f"PRAGMA {pragma}")
        _load_reports(connection, reports)
        _insert(connection, shape, narrate)
        narrate("newest figures")
        _work_out_newest(connection)
        connection.execute(f"PRAGMA journal_mode = {journal}")


def _load_reports(connection: sqlite3.Connection, reports: Sequence[Report]) -> None:
    connection.execute(
        "CREATE TEMP TABLE report (province INTEGER, period INTEGER, source TEXT, start TEXT,"
        " end TEXT, published TEXT, PRIMARY KEY (province, period)) WITHOUT ROWID"
    )
    numbers = dict(
        connection.execute("SELECT code, id FROM unit WHERE valid_from IS NULL AND parent IS NULL")
    )
    connection.executemany(
        "INSERT INTO report VALUES (?, ?, ?, ?, ?, ?)",
        (
            (
                numbers[report.province],
                report.period,
                report.id,
                report.start.isoformat(),
                report.end.isoformat(),
                report.published.isoformat(),
            )
            for report in reports
        ),
    )


def _insert(connection: sqlite3.Connection, shape: Shape, narrate: Narrate) -> None:
    """Insert quarter by quarter, as figures come in; indexes are built once, afterwards."""
    indexes = connection.execute(_INDEXES, ("observation",)).fetchall()
    connection.execute("BEGIN")
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    for period in range(shape.periods):
        narrate(f"figures of quarter {period + 1} of {shape.periods}")
        parameters = {"period": period, "indicators": shape.indicators}
        connection.execute(_FILL, parameters | {"before": _last(connection)})
    order = [name for name in _FIRST_INDEXES if name in dict(indexes)]
    order += [name for name, _ in indexes if name not in order]
    for name in order:
        narrate(f"index {name}")
        connection.execute(dict(indexes)[name])
        if name == "observation_source" and len(indexes) > 1:
            _revise(connection, narrate)
        elif name == "observation_revises":
            connection.execute(_SUPERSEDED)
    connection.execute("COMMIT")


def _revise(connection: sqlite3.Connection, narrate: Narrate) -> None:
    narrate("revisions")
    connection.execute(_REVISE, {"before": _last(connection)})


def _last(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT max(id) FROM observation").fetchone()[0])


def _work_out_newest(connection: sqlite3.Connection) -> None:
    """The store works out each pair's newest figure itself, as after a sync."""
    newest = Newest(connection)
    rest = (None,) * (len(OBSERVATION.columns) - 2)
    pairs = connection.execute(_PAIRS).fetchall()
    connection.execute("BEGIN")
    for start in range(0, len(pairs), CHUNK):
        for unit, indicator in pairs[start : start + CHUNK]:
            newest.touch(None, Row("", (unit, indicator, *rest)))
        newest.refresh()
    write_focus_units(connection)
    seal(connection)
    connection.execute("COMMIT")
