"""What becomes of rows that are gone from the folder: closed, kept for what is closed, or deleted.

Plans, targets and tasks are closed with a date and never deleted. What they point at (a document,
a source, an indicator, a unit) stays with them when it is gone too, as a row of no file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from datetime import date

from briefing.domain.revisions import Judging
from briefing.store.comparing import Stored, TableComparison
from briefing.store.tables import TABLES, TARGET, Row, Table, Value

_BY_KIND = {table.kind: table for table in TABLES}
_CITED = {
    "document": (
        "SELECT 1 FROM plan WHERE document = :key",
        "SELECT 1 FROM goal_change WHERE document = :key",
    ),
    "indicator": ("SELECT 1 FROM target WHERE indicator = :number",),
    "source": (
        "SELECT 1 FROM target WHERE source = :key",
        "SELECT 1 FROM task WHERE source = :key",
        "SELECT 1 FROM citation WHERE source = :key",
    ),
    "pillar": (
        "SELECT 1 FROM target WHERE pillar = :key",
        "SELECT 1 FROM task WHERE pillar = :key",
        "SELECT 1 FROM indicator WHERE pillar = :key",
    ),
    "unit": (
        "SELECT 1 FROM plan WHERE unit = :number",
        "SELECT 1 FROM target WHERE unit = :number",
        "SELECT 1 FROM task WHERE unit = :number",
    ),
}
"""What of another kind may still point at a row that is gone, by its kind; in the order in which
they are settled, so that what points at a kind was settled before it."""
_CITED_BY_ITS_KIND = {
    "indicator": (
        "SELECT id FROM indicator WHERE rank_of = :key",
        "SELECT id FROM indicator WHERE complement_of = :key",
        "SELECT id FROM indicator WHERE variant_of = :key",
    ),
    "unit": (
        "SELECT id FROM unit WHERE parent = :number",
        "SELECT unit FROM unit_successor WHERE successor = :number",
    ),
}

_LATEST = "SELECT max(latest_on) FROM newest WHERE unit = ?"
_EARLIEST_LATEST = """
SELECT min(day) FROM (
  SELECT max(n.latest_on) AS day FROM unit AS u CROSS JOIN newest AS n ON n.unit = u.id
  WHERE u.kind = ? GROUP BY u.id)
"""
_UNIT = {kind: _BY_KIND[kind].columns.index("unit") for kind in ("plan", "target", "task")}
_APPLIES_TO = TARGET.columns.index("applies_to")

Comparisons = Mapping[str, TableComparison]


def delete_gone(comparisons: Comparisons) -> None:
    """Delete what is gone and is neither closed nor cited: figures, systems, days off ..."""
    for kind, comparison in comparisons.items():
        table = _BY_KIND[kind]
        if not table.closable and not table.cited:
            for stored in comparison.gone:
                comparison.delete(stored)


def close_gone(comparisons: Comparisons, day_of: Callable[[Table, Row], str]) -> None:
    """Close the plans, targets and tasks that are gone, each on its day, in ISO."""
    for kind, comparison in comparisons.items():
        table = _BY_KIND[kind]
        if table.closable:
            for stored in comparison.gone:
                comparison.set_aside(stored, day_of(table, stored.row))


def keep_cited(connection: sqlite3.Connection, comparisons: Comparisons) -> None:
    """Keep of all else that is gone what something that stays points at; delete the rest."""
    for kind, questions in _CITED.items():
        comparison = comparisons[kind]
        left = {stored.owner: stored for stored in comparison.gone}
        cited = f"SELECT EXISTS ({' UNION ALL '.join(questions)})"
        found = [stored for stored in left.values() if _ask(connection, cited, stored)[0][0]]
        by_its_kind = " UNION ALL ".join(_CITED_BY_ITS_KIND.get(kind, ()))
        while found:
            for stored in found:
                comparison.set_aside(left.pop(stored.owner))
            found = [
                stored
                for stored in left.values()
                if by_its_kind
                and any(row[0] not in left for row in _ask(connection, by_its_kind, stored))
            ]
        for stored in left.values():
            comparison.delete(stored)


def _ask(connection: sqlite3.Connection, question: str, stored: Stored) -> list[tuple[Value, ...]]:
    given = {"key": stored.row.key, "number": stored.owner}
    return connection.execute(question, given).fetchall()


class ClosingDays:
    """The day as of which something is closed: from it on, no screen shows it any more.

    That is the day in force when it is found gone (``as_of`` of the settings), so that the next
    look is without it, while a look at an earlier meeting's day still shows what stood then. For
    a target that many units have, it is the earliest of their days.
    """

    def __init__(self, connection: sqlite3.Connection, judging: Judging) -> None:
        self._connection = connection
        self._judging = judging

    def __call__(self, table: Table, row: Row) -> str:
        """The closing day of a row, in ISO."""
        day = self._day(_LATEST, row.values[_UNIT[table.kind]])
        if table is TARGET and row.values[_APPLIES_TO] is not None:
            day = min(day, self._day(_EARLIEST_LATEST, row.values[_APPLIES_TO]))
        return day.isoformat()

    def _day(self, query: str, of: Value) -> date:
        (latest,) = self._connection.execute(query, (of,)).fetchone()
        return self._judging.day(None if latest is None else date.fromisoformat(latest))
