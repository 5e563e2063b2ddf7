"""Whence a unit came, what became of it, and what its predecessors left, from a database."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from briefing.domain.combining import Refusal
from briefing.domain.inheritance import Inherited
from briefing.domain.lineage import Lineage
from briefing.domain.model import UnitKey
from briefing.domain.ranked import Choice
from briefing.store.reading import Reader
from tests.store.facts import MERGED, sync
from tests.store.merged_folder import (
    AFTER,
    BAC_NINH,
    BINH_PHUOC,
    DONG_NAI,
    DONG_NAI_CITY,
    FOLDER,
    HA_NOI,
    LAST,
    OLD_BAC_GIANG,
    OLD_BAC_NINH,
    OLD_DONG_NAI,
)

PROBE = """
import sys
from datetime import date
from pathlib import Path
from briefing.domain.model import UnitKey
from briefing.domain.ranked import Choice
from briefing.store.reading import Reader
with Reader(Path(sys.argv[1])) as reader:
    reader.briefing(UnitKey.parse(sys.argv[2]), date(2026, 11, 22), date(2026, 11, 22))
print("briefing.store.lineages" in sys.modules)
"""


@pytest.fixture
def database(path: Path) -> Path:
    """A database of the folder of mergers."""
    sync(path, FOLDER)
    return path


@pytest.fixture
def reader(database: Path) -> Iterator[Reader]:
    """It, open for reading."""
    with Reader(database) as opened:
        yield opened


def lineage(reader: Reader, key: UnitKey, on: date = AFTER) -> Lineage:
    """What is told of a unit that does not simply stand."""
    found = reader.briefing(key, on, on).lineage
    assert found is not None
    return found


def inherited(reader: Reader, key: UnitKey, on: date = AFTER) -> Inherited:
    """What a unit's predecessors left."""
    found = reader.briefing(key, on, on).inherited
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("key", "on"),
    [(HA_NOI, AFTER), (OLD_BAC_GIANG, LAST), (OLD_BAC_NINH, date(2023, 9, 3))],
)
def test_a_unit_that_simply_stands_has_no_lineage(reader: Reader, key: UnitKey, on: date) -> None:
    briefing = reader.briefing(key, on, on)
    assert (briefing.lineage, briefing.inherited) == (None, None)
    history = reader.history("to", key, on, on)
    assert (history.lineage, history.inherited) == (None, None)
    assert reader.unit_systems(key, on, on).lineage is None


@pytest.mark.parametrize(("key", "loaded"), [(HA_NOI, "False"), (OLD_BAC_GIANG, "True")])
def test_nothing_is_loaded_for_a_unit_that_simply_stands(
    database: Path, key: UnitKey, loaded: str
) -> None:
    arguments = [sys.executable, "-c", PROBE, str(database), str(key)]
    run = subprocess.run(arguments, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == loaded


def test_an_old_province_leads_to_the_new_one_and_names_the_other(reader: Reader) -> None:
    told = lineage(reader, OLD_BAC_GIANG, MERGED)
    assert told.ended == MERGED
    assert [unit.key for unit in told.heirs] == [BAC_NINH]
    assert [unit.key for unit in told.joined] == [OLD_BAC_NINH]
    assert told.predecessors == ()
    assert reader.unit_systems(OLD_BAC_GIANG, MERGED, MERGED).lineage == told
    assert reader.history("to", OLD_BAC_GIANG, MERGED, MERGED).lineage == told


def test_heirs_of_heirs_are_those_that_stand_on_the_day(reader: Reader) -> None:
    assert [u.key for u in lineage(reader, BINH_PHUOC, date(2026, 4, 29)).heirs] == [DONG_NAI]
    assert [u.key for u in lineage(reader, BINH_PHUOC, date(2026, 4, 30)).heirs] == [DONG_NAI_CITY]


def test_the_new_province_names_its_predecessors_also_before_it_was_there(reader: Reader) -> None:
    for on in (AFTER, date(2023, 9, 3)):
        told = lineage(reader, BAC_NINH, on)
        assert [unit.key for unit in told.predecessors] == [OLD_BAC_GIANG, OLD_BAC_NINH]
        assert (told.ended, told.heirs) == (None, ())
    assert lineage(reader, BAC_NINH, date(2023, 9, 3)).is_still_to_come


def test_a_renamed_unit_goes_back_to_those_that_were_merged(reader: Reader) -> None:
    told = lineage(reader, DONG_NAI_CITY)
    generations = [[unit.key for unit in units] for units in told.generations]
    assert generations == [[DONG_NAI], [BINH_PHUOC, OLD_DONG_NAI]]
    assert told.has_sums


def test_an_heir_that_ended_itself_tells_both(reader: Reader) -> None:
    told = lineage(reader, DONG_NAI)
    assert [unit.key for unit in told.heirs] == [DONG_NAI_CITY]
    assert [unit.key for unit in told.predecessors] == [BINH_PHUOC, OLD_DONG_NAI]


def test_each_predecessor_s_figures_stay_its_own(reader: Reader) -> None:
    left = {
        former.unit.key: {f.observation.id for f in former.figures}
        for former in inherited(reader, BAC_NINH).former
    }
    assert left == {
        OLD_BAC_GIANG: {"bg-to", "bg-hs", "bg-hang", "bg-lop"},
        OLD_BAC_NINH: {"bn-to", "bn-hs", "bn-hang"},
    }
    assert reader.briefing(BAC_NINH, AFTER, AFTER).figures == ()


def test_what_was_not_known_yet_is_not_inherited(reader: Reader) -> None:
    on = date(2023, 9, 3)
    (bac_giang, bac_ninh) = inherited(reader, BAC_NINH, on).former
    assert [figure.observation.id for figure in bac_giang.figures] == ["bg-to-22"]
    assert bac_ninh.figures == ()


def test_counts_and_rates_add_up_ranks_never(reader: Reader) -> None:
    sums = {one.indicator.id: one for one in inherited(reader, BAC_NINH).sums}
    assert set(sums) == {"to", "ho_so", "lop"}
    assert sums["to"].value == 2836
    assert (sums["ho_so"].numerator, sums["ho_so"].denominator) == (95, 110)
    assert (sums["lop"].refusal, sums["lop"].value) == (Refusal.MISSING, None)
    assert [unit.key for unit in sums["lop"].missing] == [OLD_BAC_NINH]


def test_the_city_s_sum_is_over_those_that_were_merged(reader: Reader) -> None:
    (one,) = inherited(reader, DONG_NAI_CITY).sums
    assert (one.indicator.id, one.value) == ("to", 30)


def test_an_indicator_has_each_predecessor_s_series_and_every_period_s_sum(reader: Reader) -> None:
    left = reader.history("to", BAC_NINH, AFTER, AFTER).inherited
    assert left is not None
    series = {one.unit.key: [o.id for o in one.values] for one in left.series}
    assert series == {OLD_BAC_GIANG: ["bg-to", "bg-to-22"], OLD_BAC_NINH: ["bn-to"]}
    assert [(one.end.year, one.value) for one in left.sums] == [(2023, 2836), (2022, None)]
    assert (left.silent, left.refusal) == ((), None)


def test_another_definition_stands_in_where_there_is_nothing_else(reader: Reader) -> None:
    left = reader.history("hang_moi", BAC_NINH, AFTER, AFTER).inherited
    assert left is not None
    assert {one.indicator.id for one in left.series} == {"hang"}
    assert (left.sums, left.refusal) == ((), Refusal.RANK)


def test_a_predecessor_without_a_figure_is_named(reader: Reader) -> None:
    left = reader.history("lop", BAC_NINH, AFTER, AFTER).inherited
    assert left is not None
    assert [unit.key for unit in left.silent] == [OLD_BAC_NINH]


def test_the_sources_of_what_was_left_are_known(reader: Reader) -> None:
    assert set(reader.briefing(BAC_NINH, AFTER, AFTER).sources) == {"ninh_binh_2024"}
    assert reader.history("to", BAC_NINH, AFTER, AFTER).cited == {"ninh_binh_2024"}


def test_a_ranking_tells_of_a_focus_that_is_no_more_or_was_not_there_yet(reader: Reader) -> None:
    choice = Choice(indicator="hang")
    ended = reader.standings.ranked(choice, OLD_BAC_GIANG, AFTER, AFTER).lineage
    assert ended is not None and [unit.key for unit in ended.heirs] == [BAC_NINH]
    young = reader.standings.ranked(choice, BAC_NINH, AFTER, AFTER).lineage
    assert young is not None
    assert [unit.key for unit in young.predecessors] == [OLD_BAC_GIANG, OLD_BAC_NINH]


@pytest.mark.parametrize(("key", "on"), [(OLD_BAC_GIANG, LAST), (HA_NOI, AFTER)])
def test_a_ranking_says_nothing_of_a_focus_that_simply_stands(
    reader: Reader, key: UnitKey, on: date
) -> None:
    choice = Choice(indicator="hang")
    assert reader.standings.ranked(choice, key, on, on).lineage is None
