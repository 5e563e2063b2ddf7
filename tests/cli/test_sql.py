"""Plain SQL on the shipped database finds the documents' figures, goals and assignments."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.calling import CODE


@pytest.fixture
def rows(shipped: Path) -> Any:
    """A function that asks the shipped database."""

    def ask(sql: str, *parameters: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(shipped / "data" / "briefing.db")) as connection:
            return connection.execute(sql, parameters).fetchall()

    return ask


@pytest.mark.parametrize(
    ("unit", "found"),
    [
        ("37", (69.83, "exact", 339252.0, 485762.0, "2023-01-01", "2023-12-31", "18")),
        ("30", (89.0, "exact", None, None, "2023-06-30", "2023-06-30", "13")),
        ("49", (23.08, "exact", None, None, "2022-02-01", "2022-03-31", "8")),
    ],
)
def test_the_share_of_online_dossiers_is_found(
    rows: Any, unit: str, found: tuple[object, ...]
) -> None:
    assert rows(
        "SELECT value, qualifier, numerator, denominator, period_start, period_end, paragraph"
        " FROM v_observations WHERE indicator = 'ho_so_truc_tuyen' AND kind = 'value'"
        " AND current = 1 AND unit_code = ?",
        unit,
    ) == [found]


def test_bac_giangs_narrower_figure_is_another_indicators(rows: Any) -> None:
    sql = "SELECT indicator, value FROM v_observations WHERE province_code = ? AND indicator IN"
    sql += " ('ho_so_truc_tuyen', 'ho_so_xu_ly_truc_tuyen')"
    assert rows(sql, "24") == [("ho_so_xu_ly_truc_tuyen", 79.15)]
    assert rows(sql, "40") == []


def test_every_row_of_the_folder_is_found_in_the_view(rows: Any) -> None:
    written = {}
    for path in (CODE / "data" / "observations").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                value = None if row["value"] == "" else float(row["value"])
                written[row["id"]] = (row["indicator"], value, row["source"], row["paragraphs"])
    found = rows("SELECT id, indicator, value, source, paragraph FROM v_observations")
    assert {id_: rest for id_, *rest in found} == {id_: list(of) for id_, of in written.items()}
    assert len(found) == len(written) >= 80


def plans() -> list[dict[str, Any]]:
    found = sorted((CODE / "data" / "plans").glob("*.yaml"))
    return [yaml.safe_load(path.read_text(encoding="utf-8")) for path in found]


def test_every_goal_of_the_plans_is_found(rows: Any) -> None:
    wanted = {}
    for plan in plans():
        for target in plan.get("targets") or ():
            changes = target.get("changes") or ()
            goal = changes[-1]["to"] if changes else target.get("goal")
            wanted[target["id"]] = (plan["plan"]["id"], None if goal is None else float(goal))
    found = rows("SELECT target, plan, goal FROM v_targets WHERE current = 1")
    assert {target: (plan, goal) for target, plan, goal in found} == wanted
    assert len(wanted) >= 5


def test_every_assignment_of_the_plans_is_found_with_its_deadline_as_written(rows: Any) -> None:
    wanted = {}
    for plan in plans():
        for task in plan.get("tasks") or ():
            key = task["id"]
            due = task.get("due")
            written = task.get("due_written") or (None if isinstance(due, date) else due)
            wanted[key] = (plan["plan"]["id"], task["title"], written and str(written))
    found = rows("SELECT task, plan, title, nullif(due_written, '') FROM v_tasks")
    assert {task: tuple(rest) for task, *rest in found} == wanted
    assert len(wanted) >= 20


@pytest.mark.parametrize(
    ("count", "whole"), [(16, 18), (7, 20), (6, 31)], ids=["16/18", "7/20", "6/31"]
)
def test_counts_of_a_whole_are_found_as_counts(rows: Any, count: int, whole: int) -> None:
    sql = "SELECT count(*) FROM v_observations WHERE numerator = ? AND denominator = ?"
    assert rows(sql, str(count), str(whole)) == [(1,)]


def test_the_five_provinces_and_no_other_have_figures_of_their_own(rows: Any) -> None:
    found = rows(
        "SELECT DISTINCT province_code FROM v_observations"
        " WHERE id NOT LIKE 'dti2%' AND id NOT LIKE 'par2%' ORDER BY 1"
    )
    assert [code for (code,) in found] == ["24", "30", "37", "40", "49"]


def test_every_one_of_the_63_provinces_has_its_rank_of_2022(rows: Any) -> None:
    found = rows(
        "SELECT count(DISTINCT province_code), min(value), max(value) FROM v_observations"
        " WHERE indicator = 'dti_hang' AND period_end = '2022-12-31' AND kind = 'value'"
    )
    assert found == [(63, 1, 63)]
