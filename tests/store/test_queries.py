"""Every question is a seek: SQLite is asked how it would answer each one."""

from __future__ import annotations

import ast
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from briefing.store import queries

PARAMETERS: dict[str, object] = {
    "number": 1,
    "key": "37",
    "code": "37",
    "folded": "ninh binh",
    "id": "x",
    "source": "x",
    "document": "x",
    "unit": 1,
    "indicator": 1,
    "kind": "province",
    "parent": None,
    "as_of": "2024-01-07",
    "known_on": "2024-01-07",
    "due": "2024-01-07",
    "target": "x",
    "task": "x",
    "record": "target",
    "ref": "x",
    "whole": "a",
    **{f"w{place}": "a" for place in range(8)},
}

MAY_SCAN = {
    "FOCUS_UNITS": {"u"},
    "PILLARS": {"p"},
    "INDICATORS": {"i"},
    "HOLIDAYS": {"h"},
    "SOURCES": {"s"},
    "DOCUMENTS": {"d"},
    "SYSTEMS": {"s"},
    "DIFFICULTIES": {"d"},
    "SEARCH": {"e"},
    "STATS": {"f"},
}
"""The tables, by alias, that a query may walk through: catalogues, and what a search looks in."""

MADE_OF_ONE_ROW = {"h", "p"}
"""Aliases of subqueries that list the successors of one unit or the parts of one figure."""

READING = (
    "answers",
    "catalogue",
    "figure_rows",
    "figures",
    "lookups",
    "plan_rows",
    "plans",
    "reading",
    "rows",
    "units",
)


@pytest.fixture
def connection(database: Path) -> Iterator[sqlite3.Connection]:
    """The database of the small folder."""
    with closing(sqlite3.connect(database)) as opened:
        yield opened


def scanned(connection: sqlite3.Connection, query: str) -> set[str]:
    """The aliases of the tables that ``query`` walks through from end to end."""
    steps = connection.execute(f"EXPLAIN QUERY PLAN {query}", PARAMETERS).fetchall()
    # SQLite also calls it a search, but without a condition, when max() or min() walks through.
    found = [re.match(r"(?:SCAN (?!CONSTANT)|SEARCH (?=[^(]*$))(\w+)", step[3]) for step in steps]
    return {match[1] for match in found if match}


@pytest.mark.parametrize("name", queries.ALL)
def test_a_query_seeks(connection: sqlite3.Connection, name: str) -> None:
    plan = scanned(connection, queries.ALL[name])
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
    for name, query in queries.ALL.items():
        assert "o" not in scanned(connection, query), name


@pytest.mark.parametrize("module", READING)
def test_the_reading_side_keeps_its_sql_in_one_place(module: str) -> None:
    path = Path(queries.__file__).with_name(f"{module}.py")
    tree = ast.parse(path.read_text(encoding="utf-8"))
    texts = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)]
    assert [t for t in texts if isinstance(t, str) and re.search(r"\bFROM\b", t)] == []


def test_every_query_is_used() -> None:
    folder = Path(queries.__file__).parent
    text = "".join((folder / f"{module}.py").read_text(encoding="utf-8") for module in READING)
    assert [name for name in queries.ALL if f"queries.{name}" not in text] == []
