"""Systems and difficulties of a unit, as far as sources had told them by a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.domain.model import UnitKey
from briefing.store.reading import Reader
from tests.store.facts import NINH_BINH, sync
from tests.store.small_folder import DIFFICULTIES, FOLDER, SYSTEMS, with_figures
from tests.store.test_known_by import REVISED

EVER = date(2100, 1, 1)
TOLD = date(2024, 1, 7)
"""The day of the source that names the system and the difficulty."""


def test_a_system_is_told_with_its_figure_and_who_runs_it(reader: Reader) -> None:
    told = reader.unit_systems(NINH_BINH, EVER, EVER)
    (one,) = told.systems
    assert one.system == SYSTEMS[0]
    assert [figure.id for _, figure in one.figures] == ["nb_ho_so_2023"]
    assert {"ninh_binh_2024"} <= set(told.sources)
    assert set(told.units) == {"nb-stttt"}


@pytest.mark.parametrize(("known_on", "count"), [(date(2024, 1, 6), 0), (TOLD, 1)])
def test_both_are_known_from_the_day_of_their_source(
    known_on: date, count: int, reader: Reader
) -> None:
    assert len(reader.unit_systems(NINH_BINH, EVER, known_on).systems) == count
    briefing = reader.briefing(NINH_BINH, EVER, known_on)
    assert briefing.difficulties == DIFFICULTIES[:count]


def test_the_source_of_a_difficulty_comes_with_the_briefing(reader: Reader) -> None:
    briefing = reader.briefing(NINH_BINH, EVER, EVER)
    assert {one.source for one in briefing.difficulties} <= set(briefing.sources)


def test_the_newest_figure_tells_about_a_system(path: Path) -> None:
    """A figure that was published again is told as it stands now."""
    system = replace(SYSTEMS[0], figures=("nb_ho_so_2022",))
    sync(path, replace(with_figures(REVISED), systems=(system,)))
    with Reader(path) as reader:
        (one,) = reader.unit_systems(NINH_BINH, EVER, EVER).systems
        (early,) = reader.unit_systems(NINH_BINH, date(2022, 12, 31), EVER).systems
    assert [figure.id for _, figure in one.figures] == ["nb_ho_so_2023"]
    assert [figure.id for _, figure in early.figures] == [REVISED.id]


def test_another_unit_has_none_of_them(reader: Reader) -> None:
    other = next(unit for unit in FOLDER.units if unit.key != NINH_BINH)
    assert reader.unit_systems(other.key, EVER, EVER).systems == ()


def test_an_unknown_unit_is_an_error(reader: Reader) -> None:
    with pytest.raises(KeyError):
        reader.unit_systems(UnitKey("99"), EVER, EVER)
