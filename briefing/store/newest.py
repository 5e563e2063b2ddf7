"""The newest figure of each (unit, indicator), kept up to date whenever a figure is written."""

from __future__ import annotations

import sqlite3

from briefing.store.tables import OBSERVATION, Row, Value

# ``latest_on`` is the last day on which anything about the pair became known, a revision that
# lies in another pair included: from that day on ``observation`` is the answer, before it one has
# to look. A pair whose values were all revised away keeps its row, without an observation.
_REFRESH = """
INSERT INTO newest (unit, indicator, observation, period_end, latest_on)
SELECT :unit, :indicator, n.id, n.period_end, m.day
FROM (
  SELECT max(day) AS day FROM (
    SELECT published_on AS day FROM observation INDEXED BY observation_figure
    WHERE unit = :unit AND indicator = :indicator
    UNION ALL
    SELECT r.published_on
    FROM observation AS o INDEXED BY observation_figure
    CROSS JOIN observation AS r ON r.revises = o.key
    WHERE o.unit = :unit AND o.indicator = :indicator)
) AS m
LEFT JOIN (
  SELECT o.id, o.period_end FROM observation AS o INDEXED BY observation_figure
  WHERE o.unit = :unit AND o.indicator = :indicator AND o.kind = 'value'
    AND NOT EXISTS (SELECT 1 FROM observation AS r WHERE r.revises = o.key)
  ORDER BY o.period_end DESC, o.published_on DESC, o.period_start, o.key DESC LIMIT 1
) AS n
WHERE m.day IS NOT NULL
"""

# Kept on the revised figure, so that thousands are read without looking for their revisions.
_SUPERSEDE = """
UPDATE observation SET superseded_on = (
  SELECT min(r.published_on) FROM observation AS r WHERE r.revises = observation.key)
WHERE key = :key AND superseded_on IS NOT (
  SELECT min(r.published_on) FROM observation AS r WHERE r.revises = observation.key)
"""

_UNIT = OBSERVATION.columns.index("unit")
_INDICATOR = OBSERVATION.columns.index("indicator")
_REVISES = OBSERVATION.columns.index("revises")


class Newest:
    """Collects what a sync touched: writes the newest figures of the pairs anew, and of each figure
    that was revised, or is so no more, since when.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._pairs: set[tuple[Value, Value]] = set()
        self._revised: set[Value] = set()

    def touch(self, old: Row | None, new: Row | None) -> None:
        """Take note of a figure that was added, changed or removed, and of what it revises."""
        for row in (old, new):
            if row is not None:
                self._pairs.add((row.values[_UNIT], row.values[_INDICATOR]))
                if row.values[_REVISES] is not None:
                    self._revised.add(row.values[_REVISES])

    def refresh(self) -> set[int]:
        """Write what follows from the figures touched; call it when all figures are written.

        Returns the units, by number, that they belong to.
        """
        self._connection.executemany(
            _SUPERSEDE, [{"key": key} for key in sorted(self._revised, key=str)]
        )
        for key in self._revised:
            self._pairs.update(
                self._connection.execute(
                    "SELECT unit, indicator FROM observation WHERE key = ?", (key,)
                )
            )
        pairs = [
            {"unit": unit, "indicator": indicator}
            for unit, indicator in sorted(self._pairs, key=str)
        ]
        self._connection.executemany(
            "DELETE FROM newest WHERE unit = :unit AND indicator = :indicator", pairs
        )
        self._connection.executemany(_REFRESH, pairs)
        self._pairs.clear()
        self._revised.clear()
        return {unit for pair in pairs if isinstance(unit := pair["unit"], int)}
