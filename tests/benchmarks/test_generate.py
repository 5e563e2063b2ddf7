"""Generated workspaces are what the program itself would have made of that many figures."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks import consistency
from benchmarks.generate import generated
from benchmarks.generated_folder import MANY_TARGETS, SHAPES, UNIT
from benchmarks.plans import walks_through_figures
from benchmarks.questions import questions
from briefing.domain.model import UnitKey, UnitKind
from briefing.opening import open_workspace, sync
from briefing.store.reading import Reader
from tests.benchmarks.conftest import SMALL
from tests.store.sql import NEWEST, ask

DATABASE = Path("data/briefing.db")
ENDS = "SELECT count(DISTINCT period_end) FROM observation WHERE batch = 0"


def test_the_program_opens_it_as_it_is(small: Path) -> None:
    opened = open_workspace(small)
    assert opened.built and opened.fresh and opened.settings.unit == UNIT
    with Reader(opened.settings.database) as reader:
        day = reader.latest_day([UnitKey.parse(UNIT)])
        assert day is not None
        briefing = reader.briefing(UnitKey.parse(UNIT), day, day)
        many = reader.briefing(UnitKey.parse(MANY_TARGETS), day, day)
        focus = reader.focus_units()
    assert len(briefing.figures) >= SMALL.indicators
    assert len(many.targets) >= 100 and len(many.tasks) >= 50
    assert sum(unit.kind is UnitKind.COMMUNE for unit in focus) == SMALL.communes


def test_it_has_as_many_figures_as_its_shape_says(small: Path) -> None:
    made = ask(small / DATABASE, "SELECT count(*) FROM observation WHERE batch = 0")[0][0]
    assert SMALL.figures == 20_000 < made < 1.05 * SMALL.figures


def test_the_big_ones_have_a_million_and_ten() -> None:
    assert 1_000_000 <= SHAPES["1m"].figures <= 1_050_000
    assert 10_000_000 <= SHAPES["10m"].figures <= 10_500_000


def test_a_rebuilt_table_of_newest_figures_says_the_same(small: Path, tmp_path: Path) -> None:
    """A change of one source makes the program work out everything that hangs on it again."""
    root = tmp_path / "again"
    shutil.copytree(small, root)
    newest = ask(root / DATABASE, NEWEST)
    sources = root / "data/catalogue/sources.yaml"
    sources.write_text(sources.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    opened = open_workspace(root)
    assert not opened.fresh
    sync(opened.settings)
    assert ask(root / DATABASE, NEWEST) == newest
    consistency.check(root / DATABASE, SMALL)


def test_it_is_made_once(small: Path) -> None:
    before = (small / DATABASE).stat().st_mtime_ns
    again = generated("small", SMALL, small.parent, lambda step: pytest.fail(step))
    assert again == small and (small / DATABASE).stat().st_mtime_ns == before


def test_it_is_made_the_same_twice(small: Path, tmp_path: Path) -> None:
    other = generated("small", SMALL, tmp_path, lambda step: None)
    said = "SELECT * FROM v_observations ORDER BY id"
    assert ask(other / DATABASE, said) == ask(small / DATABASE, said)


def test_another_shape_is_made_anew(small: Path, tmp_path: Path) -> None:
    root = tmp_path / "small"
    shutil.copytree(small, root)
    fewer = SMALL._replace(periods=2)
    generated("small", fewer, tmp_path, lambda step: None)
    assert ask(root / DATABASE, ENDS) == [(fewer.periods,)]
    consistency.check(root / DATABASE, fewer)


SPOILT = {
    "a newest figure that is not": "UPDATE newest SET observation = (SELECT min(id) FROM"
    " observation AS o WHERE o.unit = newest.unit AND o.indicator = newest.indicator)",
    "a figure lost": "DELETE FROM observation WHERE id = (SELECT max(id) FROM observation"
    " WHERE revises IS NULL AND batch = 0)",
    "an orphan": "UPDATE observation SET source = 'nowhere' WHERE id = 500",
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_is_wrong_is_noticed(small: Path, tmp_path: Path, name: str) -> None:
    database = tmp_path / "spoilt.db"
    shutil.copy(small / DATABASE, database)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(SPOILT[name])
        connection.commit()
    with pytest.raises(consistency.Inconsistent):
        consistency.check(database, SMALL)


def test_no_query_walks_through_its_figures(small: Path) -> None:
    with closing(sqlite3.connect(small / DATABASE)) as connection:
        assert walks_through_figures(connection) == []


def test_every_question_behind_a_key_is_answered(small: Path) -> None:
    asked = questions(small / DATABASE, [UnitKey.parse(code) for code in ("37", "24")])
    with Reader(small / DATABASE) as reader:
        for name, question in asked.items():
            assert question(reader), name
