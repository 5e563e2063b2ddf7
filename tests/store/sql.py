"""Plain SQL on a database, as somebody with another tool would ask."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

VIEWS = (
    "v_observations",
    "v_targets",
    "v_tasks",
    "v_systems",
    "v_difficulties",
    "v_sources",
    "v_documents",
    "v_units",
    "v_frameworks",
    "v_assessments",
)
"""The views that tell what the folder says; ``v_log`` tells how it came to say so."""

NEWEST = """
SELECT u.key, i.key, o.key, n.period_end, n.latest_on
FROM newest AS n JOIN unit AS u ON u.id = n.unit JOIN indicator AS i ON i.id = n.indicator
LEFT JOIN observation AS o ON o.id = n.observation ORDER BY 1, 2
"""
_LOOKUPS = {
    "search": "SELECT kind, ref, rank, title, detail, folded FROM search_entry ORDER BY rank",
    "names": "SELECT u.key, n.folded FROM unit_name AS n JOIN unit AS u ON u.id = n.unit"
    " ORDER BY 1, 2",
    "focus": "SELECT f.place, u.key FROM focus_unit AS f JOIN unit AS u ON u.id = f.unit"
    " ORDER BY 1",
    "parts": "SELECT o.key, p.position, p.present, p.name FROM observation_part AS p"
    " JOIN observation AS o ON o.id = p.observation ORDER BY 1, 2",
    "milestones": "SELECT m.* FROM milestone AS m JOIN target AS t ON t.id = m.target"
    " WHERE t.closed_on IS NULL ORDER BY 1, 2",
    "extensions": "SELECT e.* FROM extension AS e JOIN task AS t ON t.id = e.task"
    " WHERE t.closed_on IS NULL ORDER BY 1, 2",
    "orders": "SELECT 'target', id, position FROM target WHERE closed_on IS NULL UNION ALL"
    " SELECT 'indicator', key, position FROM indicator ORDER BY 1, 2",
}


def ask(path: Path, sql: str, *parameters: str) -> list[tuple[Any, ...]]:
    """The rows of a query."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql, parameters).fetchall()


def one(path: Path, sql: str, *parameters: str) -> Mapping[str, Any]:
    """The only row of a query, by column."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        (row,) = connection.execute(sql, parameters).fetchall()
        return dict(row)


def columns(path: Path, view: str) -> list[str]:
    """The names of a view's columns, in order."""
    return [row[1] for row in ask(path, f"PRAGMA table_info({view})")]


def contents(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All that a database says about its folder, whatever the history of its rows.

    What was closed is history: the folder does not hold it.
    """
    said = {}
    for view in VIEWS:
        open_only = " WHERE closed_on IS NULL" if view in ("v_targets", "v_tasks") else ""
        said[view] = sorted(ask(path, f"SELECT * FROM {view}{open_only}"), key=repr)
    said |= {name: ask(path, sql) for name, sql in _LOOKUPS.items()}
    said["newest"] = ask(path, NEWEST)
    return said
