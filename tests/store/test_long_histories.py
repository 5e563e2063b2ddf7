"""Of histories of many years a comparison reads few figures, and tells the same as from all."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest

from briefing.domain import comparison
from briefing.domain.figures import current
from briefing.domain.model import Measure, Observation, UnitKey
from briefing.domain.multiples import MOST_SLOTS, Point, multiples
from briefing.store.alignments import MOST_LOOKED_AT
from briefing.store.comparisons import Sides
from briefing.store.figures import Figures
from briefing.store.reading import Reader
from briefing.store.rows import SqlRow
from tests.store.facts import Folder, figure, indicator, province, sync
from tests.store.small_folder import FOLDER

ON = date(2024, 6, 30)
INDEX = indicator("dti", measure=Measure.INDEX, decimals=4, external=True)
OLDER = indicator("dti_2020", measure=Measure.INDEX, decimals=4, external=True, variant_of="dti")
PROVINCES = tuple(
    province(code, name)
    for code, name in (("30", "Hải Dương"), ("37", "Ninh Bình"), ("24", "Bắc Giang"))
)
KEYS = [unit.key for unit in PROVINCES]
QUARTERS = tuple(
    (date(year, month - 2, 1), date(year, month + 1, 1) - timedelta(1))
    for year in range(2012, 2024)
    for month in (3, 6, 9)
)
assert len(QUARTERS) > 3 * MOST_LOOKED_AT


def quarter(unit: str, place: int, name: str = "dti") -> Observation:
    start, end = QUARTERS[place]
    facts = {"unit": UnitKey(unit), "indicator": name, "start": start}
    published = end + timedelta(40)
    key = f"{name}_{unit}_{end:%Y%m}"
    return figure(key, place / 100, end, published_on=published, **facts)


def reading(path: Path, figures: list[Observation]) -> Reader:
    folder = Folder(
        units=PROVINCES,
        indicators=(INDEX, OLDER),
        observations=figures,
        pillars=FOLDER.pillars,
        sources=FOLDER.sources,
    )
    sync(path, folder)
    return Reader(path)


def some(seed: int) -> list[Observation]:
    """Histories with gaps, some of them long over; a figure in six is published again later."""
    chance = random.Random(seed)
    found = []
    for unit in ("30", "37", "24"):
        for name in ("dti", "dti_2020"):
            first, last = sorted(chance.sample(range(len(QUARTERS)), 2))
            kept = chance.choice((0.2, 0.6, 1.0))
            for place in range(first, last + 1):
                if chance.random() < kept:
                    found.append(quarter(unit, place, name))
    for old in chance.sample(found, len(found) // 6):
        facts = {name: getattr(old, name) for name in ("unit", "indicator", "start")}
        facts |= {"published_on": old.published_on + timedelta(chance.choice((1, 400)))}
        found.append(figure(f"{old.id}_r", old.value + 0.3, old.end, revises=old.id, **facts))
    return found


@pytest.fixture(params=range(12))
def figures(request: pytest.FixtureRequest) -> list[Observation]:
    """Histories by chance."""
    return some(request.param)


@pytest.mark.parametrize("chosen", [(), ("dti",), ("dti_2020", "dti")])
@pytest.mark.parametrize("on", [date(2016, 2, 1), date(2020, 11, 3), ON])
def test_rows_are_those_of_all_figures(
    path: Path, figures: list[Observation], chosen: tuple[str, ...], on: date
) -> None:
    with reading(path, figures) as reader:
        found = reader.comparison(KEYS, on, on, Sides(chosen=chosen))
        known = reader.indicators()
    whole = comparison.compare(PROVINCES, known, figures, as_of=on, known_on=on, chosen=chosen)
    assert [names(row) for row in found.rows] == [names(row) for row in whole.rows]
    assert found.rows


def names(row: comparison.Row) -> tuple[object, ...]:
    """What a row shows, by the ids of its figures."""
    cells = [(one.observation and one.observation.id, one.remarks, one.best) for one in row.cells]
    return (row.indicator.id, row.reference, cells)


def test_a_drawn_history_is_that_of_all_figures(path: Path, figures: list[Observation]) -> None:
    with reading(path, figures) as reader:
        found = reader.comparison(KEYS, ON, ON, Sides(chosen=("dti",)))
        family = tuple(reader.indicators().values())
    hold = current(figures, as_of=ON, known_on=ON)
    whole = multiples(found.units, family, hold, (), as_of=ON, known_on=ON)
    (drawn,) = found.multiples
    assert (drawn.slots, drawn.earlier) == (whole.slots, whole.earlier)
    assert [ids(one.points) for one in drawn.series] == [ids(one.points) for one in whole.series]
    assert len(drawn.slots) == MOST_SLOTS and drawn.earlier > 0


def ids(points: tuple[Point | None, ...]) -> list[str | None]:
    return [None if point is None else point.observation.id for point in points]


def test_the_last_period_of_one_that_stopped_is_found_however_old_it_is(path: Path) -> None:
    stopped = len(QUARTERS) - 3 * MOST_LOOKED_AT
    figures = [quarter("37", place) for place in range(stopped)]
    figures += [quarter(unit, place) for unit in ("30", "24") for place in range(len(QUARTERS))]
    with reading(path, figures) as reader:
        (row,) = reader.comparison(KEYS, ON, ON).rows
    assert {cell.observation and cell.observation.end for cell in row.cells} == {
        QUARTERS[stopped - 1][1]
    }


def test_of_long_histories_few_figures_are_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = [
        quarter(unit, place)
        for late, unit in enumerate(("30", "37", "24"))
        for place in range(len(QUARTERS) - late)
    ]
    read: list[SqlRow] = []
    original = Figures.read

    def counted(self: Figures, found: Iterable[SqlRow]) -> list[Observation]:
        kept = list(found)
        read.extend(kept)
        return original(self, kept)

    monkeypatch.setattr(Figures, "read", counted)
    with reading(path, figures) as reader:
        found = reader.comparison(KEYS, ON, ON, Sides(chosen=("dti",)))
    newest, in_the_row = len(KEYS), len(KEYS) - 1
    assert len(read) <= newest + in_the_row + len(KEYS) * MOST_SLOTS
    assert found.multiples[0].earlier == len(QUARTERS) - MOST_SLOTS
