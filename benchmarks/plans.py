"""How SQLite would answer each query: which tables it would walk through from end to end."""

from __future__ import annotations

import re
import sqlite3

from briefing.store import queries, standing_queries

EVERY_QUERY = queries.ALL | standing_queries.ALL
"""Every SQL text of the reading side, by name."""


def scanned(connection: sqlite3.Connection, query: str) -> set[str]:
    """The aliases of the tables that ``query`` walks through."""
    blank = dict.fromkeys(re.findall(r":(\w+)", query))
    steps = connection.execute(f"EXPLAIN QUERY PLAN {query}", blank).fetchall()
    # SQLite also calls it a search, but without a condition, when max() or min() walks through.
    found = [re.match(r"(?:SCAN (?!CONSTANT)|SEARCH (?=[^(]*$))(\w+)", step[3]) for step in steps]
    return {match[1] for match in found if match}


def walks_through_figures(connection: sqlite3.Connection) -> list[str]:
    """The registered queries that would walk through ``observation``; none should."""
    return [
        name
        for name, query in EVERY_QUERY.items()
        if scanned(connection, query) & _aliases(query, "observation")
    ]


def _aliases(query: str, table: str) -> set[str]:
    return set(re.findall(rf"\b{table} AS (\w+)", query))
