"""Years of figures cost nothing: work is counted in SQLite's own steps, not in seconds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.domain.model import UnitKey, UnitKind
from briefing.domain.plans import GoalOp, Plan, Target
from briefing.store.checksums import seal
from briefing.store.derived import write_focus_units
from briefing.store.newest import Newest
from briefing.store.reading import Reader
from briefing.store.tables import OBSERVATION, Row
from tests.store.facts import Folder, indicator, province, sync
from tests.store.small_folder import FOLDER, UNITS

COMMUNES = 100
INDICATORS = 50
PERIODS = 40
"""200,000 figures in the long database: ten years of quarters for each pair."""

STEP = 50
"""SQLite's virtual machine is asked to report every so many instructions."""

AS_OF = date(2034, 6, 30)
EARLY = date(2025, 1, 1)
COMMUNE = UnitKey("x50")

_FILL = """
WITH RECURSIVE
  period (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM period WHERE n + 1 < :periods)
INSERT INTO observation
  (key, unit, indicator, kind, value, qualifier, period_start, period_end, printed, source,
   paragraphs, published_on, published_exact, note, note_en, batch, position)
SELECT u.code || '_' || i.key || '_' || n, u.id, i.id,
  CASE WHEN n % 10 = 3 AND i.id = 1 THEN 'change' ELSE 'value' END, n, 'exact',
  date('2024-01-01', (3 * n) || ' months'), date('2024-01-01', (3 * n + 3) || ' months', '-1 day'),
  '', 'ninh_binh_2024', '1', date('2024-01-01', (3 * n + 3) || ' months', '10 days'), 1, '', '',
  0, 0
FROM unit AS u CROSS JOIN indicator AS i CROSS JOIN period WHERE u.kind = 'commune'
"""


def folder() -> Folder:
    """A province of communes, each with a target on every indicator, without figures."""
    communes = tuple(
        replace(
            province(f"x{number}", f"Xã {number}", parent=UNITS[0].key),
            kind=UnitKind.COMMUNE,
            slug=f"xa-{number}",
        )
        for number in range(COMMUNES)
    )
    indicators = tuple(indicator(f"i{number}") for number in range(INDICATORS))
    targets = tuple(
        Target(
            id=f"t{number}",
            plan="ke_hoach",
            unit=COMMUNE,
            title=f"Chỉ tiêu {number}",
            indicator=made.id,
            known_on=date(2024, 1, 1),
            goal=50.0,
            goal_op=GoalOp.AT_LEAST,
            due=date(2024, 6, 30) if number % 2 else None,
        )
        for number, made in enumerate(indicators)
    )
    plan = Plan(
        id="ke_hoach",
        title="Kế hoạch",
        title_en="",
        unit=COMMUNE,
        document=None,
        targets=targets,
        tasks=(),
    )
    return replace(
        FOLDER,
        units=(*UNITS, *communes),
        indicators=indicators,
        observations=(),
        plans=(plan,),
        systems=(),
    )


def fill(path: Path, periods: int) -> None:
    """Put ``periods`` quarters of figures under every commune and indicator."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(_FILL, {"periods": periods})
        newest = Newest(connection)
        pairs = connection.execute("SELECT DISTINCT unit, indicator FROM observation").fetchall()
        for unit, of_indicator in pairs:
            rest = (None,) * (len(OBSERVATION.columns) - 2)
            newest.touch(None, Row("", (unit, of_indicator, *rest)))
        newest.refresh()
        write_focus_units(connection)
        seal(connection)
        connection.commit()


@pytest.fixture(scope="module")
def databases(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two databases that differ in their years: a year of figures, and ten."""
    year = tmp_path_factory.mktemp("scale") / "year.db"
    decade = year.with_name("decade.db")
    for path, periods in ((year, 4), (decade, PERIODS)):
        sync(path, folder())
        fill(path, periods)
    return year, decade


@contextmanager
def counting(reader: Reader) -> Iterator[list[int]]:
    """Counts the instructions that SQLite carries out meanwhile, in units of ``STEP``."""
    counted = [0]

    def step() -> int:
        counted[0] += 1
        return 0

    reader._connection.set_progress_handler(step, STEP)
    try:
        yield counted
    finally:
        reader._connection.set_progress_handler(None, 0)


def steps(path: Path, question: Callable[[Reader], object]) -> int:
    """Instructions that a question costs when the small catalogues are already read."""
    with Reader(path) as reader:
        reader.indicators()
        with counting(reader) as counted:
            assert question(reader)
    return counted[0] * STEP


def test_the_long_database_is_long(databases: tuple[Path, Path]) -> None:
    with closing(sqlite3.connect(databases[1])) as connection:
        (count,) = connection.execute("SELECT count(*) FROM observation").fetchone()
    assert count == COMMUNES * INDICATORS * PERIODS == 200_000


QUESTIONS: dict[str, tuple[Callable[[Reader], object], int]] = {
    "briefing": (lambda reader: reader.briefing(COMMUNE, AS_OF, AS_OF).figures, 60_000),
    "comparison": (
        lambda reader: reader.comparison([COMMUNE, UnitKey("x7")], AS_OF, AS_OF).rows,
        60_000,
    ),
    "latest day": (lambda reader: reader.latest_day([COMMUNE]), 5_000),
    "one unit": (lambda reader: reader.find_unit("xã 50"), 5_000),
    "focus units": (lambda reader: reader.focus_units(), 60_000),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_ten_years_cost_no_more_than_one(databases: tuple[Path, Path], question: str) -> None:
    ask, most = QUESTIONS[question]
    year, decade = (steps(path, ask) for path in databases)
    assert decade <= 1.1 * year + 500
    assert decade <= most


def test_all_units_on_an_indicator_cost_what_they_are_not_what_they_were(
    databases: tuple[Path, Path],
) -> None:
    def others(reader: Reader) -> object:
        return reader.history("i7", COMMUNE, AS_OF, AS_OF).others

    year, decade = (steps(path, others) for path in databases)
    own_figures = 36 * 120
    assert decade <= 1.1 * year + own_figures


def test_an_early_day_costs_a_seek_per_pair(databases: tuple[Path, Path]) -> None:
    """Nine years back the pairs are walked, through one index, one pair at a time."""
    with Reader(databases[1]) as reader:
        early = reader.briefing(COMMUNE, EARLY, EARLY)
    assert {figure.observation.end for figure in early.figures} == {date(2024, 9, 30)}
    cost = steps(databases[1], lambda reader: reader.briefing(COMMUNE, EARLY, EARLY).figures)
    assert cost <= INDICATORS * PERIODS * 60


def test_a_walk_through_all_figures_would_break_the_bounds(databases: tuple[Path, Path]) -> None:
    with Reader(databases[1]) as reader, counting(reader) as counted:
        reader._connection.execute("SELECT sum(value) FROM observation").fetchone()
    assert counted[0] * STEP > 10 * max(most for _, most in QUESTIONS.values())
