"""Every question is a seek: SQLite is asked how it would answer each one."""

from __future__ import annotations

import ast
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.plans import EVERY_QUERY, scanned, walks_through_figures
from briefing.store import queries

MAY_SCAN = {
    "FOCUS_COUNT": {"f"},
    "PILLARS": {"p"},
    "INDICATORS": {"i"},
    "HOLIDAYS": {"h"},
    "SOURCES": {"s"},
    "DOCUMENTS": {"d"},
    "SYSTEMS": {"s"},
    "DIFFICULTIES": {"d"},
    "SEARCH": {"b", "e"},
    "MILESTONES": {"j"},
    "GOAL_CHANGES": {"j"},
    "TASK_TARGETS": {"j"},
    "EXTENSIONS": {"j"},
    "STATS": {"f"},
    "FILES": {"b"},
    "FRAMEWORKS": {"f"},
    "PERIODS": {"f"},
    "RANKABLE": {"i"},
    "SCORED_UNITS": {"f"},
    "ASSESSMENTS_OF_UNITS": {"u"},
    "FRAMEWORKS_OF_SOURCE": {"f"},
    "HELD_OF_PAIRS": {"u", "i"},
    "FIGURES_NUMBERED": {"k"},
    "NOTES_OF_FIGURES": {"k"},
}
"""The tables, by alias, that a query may walk through: catalogues, and what a search looks in."""

MADE_OF_ONE_ROW = {"h", "p"}
"""Aliases of subqueries that list the successors of one unit or the parts of one figure."""

READING = (
    "alignments",
    "answers",
    "catalogue",
    "comparisons",
    "editions",
    "figure_notes",
    "figure_rows",
    "figures",
    "frameworks",
    "histories",
    "lookups",
    "news",
    "plan_rows",
    "plans",
    "profiles",
    "ranked",
    "reading",
    "results",
    "rows",
    "standings",
    "unit_lists",
    "units",
)


@pytest.fixture
def connection(database: Path) -> Iterator[sqlite3.Connection]:
    """The database of the small folder."""
    with closing(sqlite3.connect(database)) as opened:
        yield opened


@pytest.mark.parametrize("name", EVERY_QUERY)
def test_a_query_seeks(connection: sqlite3.Connection, name: str) -> None:
    plan = scanned(connection, EVERY_QUERY[name])
    subqueries = MADE_OF_ONE_ROW - MAY_SCAN.get(name, set())
    assert plan - subqueries == MAY_SCAN.get(name, set())


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM observation AS o WHERE o.printed = 'x'",
        "SELECT * FROM observation AS o ORDER BY o.unit",
        "SELECT max(o.published_on) FROM observation AS o",
    ],
)
def test_a_walk_through_the_figures_would_be_noticed(
    connection: sqlite3.Connection, query: str
) -> None:
    assert scanned(connection, query) == {"o"}


def test_plans_stay_seeks_when_sqlite_knows_how_full_the_tables_are(
    connection: sqlite3.Connection,
) -> None:
    """Somebody may run ANALYZE with another tool; six rows must not look cheap to walk."""
    connection.execute("ANALYZE")
    assert walks_through_figures(connection) == []


@pytest.mark.parametrize("module", READING)
def test_the_reading_side_keeps_its_sql_in_one_place(module: str) -> None:
    path = Path(queries.__file__).with_name(f"{module}.py")
    tree = ast.parse(path.read_text(encoding="utf-8"))
    texts = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)]
    assert [t for t in texts if isinstance(t, str) and re.search(r"\bFROM\b", t)] == []


def test_every_query_is_used() -> None:
    folder = Path(queries.__file__).parent
    text = "".join((folder / f"{module}.py").read_text(encoding="utf-8") for module in READING)
    assert [name for name in EVERY_QUERY if f"queries.{name}" not in text] == []
