"""What others assess of every unit moves no unit's day and puts none into the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.domain.model import Better, Measure, Observation, UnitKey, UnitKind
from briefing.store.reading import Reader
from tests.store.facts import BAC_NINH_NEW, MERGED, NINH_BINH, Folder, figure, indicator, sync
from tests.store.small_folder import FOLDER, UNITS, with_figures

DAK_LAK = UnitKey("66")
INDEX = indicator(
    "dti_2030", measure=Measure.INDEX, better=Better.HIGHER, decimals=4, pillar=None, external=True
)
YEAR = date(2030, 12, 31)


def assessed(unit: UnitKey, **other: object) -> Observation:
    """A unit's index of 2030, published in 2032."""
    day = date(2032, 2, 6)
    key = f"dti_2030_{unit.code}"
    return figure(
        key, 0.5, YEAR, unit=unit, indicator=INDEX.id, published_on=day, printed="", **other
    )


def folder(*figures: Observation) -> Folder:
    """The small folder with an index that others assess."""
    made = with_figures(*figures)
    return replace(made, indicators=(*made.indicators, INDEX))


@pytest.fixture
def before(database: Path) -> tuple[date | None, tuple[UnitKey, ...]]:
    """Ninh Bình's day and the units that are listed, before anything was assessed."""
    with Reader(database) as reader:
        listed = tuple(unit.key for unit in reader.focus_units())
        return reader.latest_day([NINH_BINH]), listed


def test_a_unit_with_figures_of_its_own_keeps_its_day(
    database: Path, before: tuple[date | None, tuple[UnitKey, ...]]
) -> None:
    sync(database, folder(assessed(NINH_BINH)))
    with Reader(database) as reader:
        assert reader.latest_day([NINH_BINH]) == before[0]
        assert reader.latest_day([NINH_BINH], date(2040, 1, 1)) == before[0]


def test_a_unit_of_which_nothing_else_is_known_is_seen_on_the_day_of_its_index(
    database: Path,
) -> None:
    sync(database, folder(assessed(DAK_LAK)))
    with Reader(database) as reader:
        assert reader.latest_day([DAK_LAK]) == date(2032, 2, 6)
        assert reader.latest_day([DAK_LAK], date(2031, 1, 1)) is None


def test_a_unit_with_plans_but_no_figures_has_no_day_of_a_figure(database: Path) -> None:
    plan = replace(FOLDER.plans[0], id="ke_hoach_dak_lak", unit=DAK_LAK, targets=(), tasks=())
    made = folder(assessed(DAK_LAK))
    sync(database, replace(made, plans=(*made.plans, plan)))
    with Reader(database) as reader:
        assert DAK_LAK in [unit.key for unit in reader.focus_units()]
        assert reader.latest_day([DAK_LAK]) is None


def test_an_assessed_unit_is_not_listed_but_found_and_opened(
    database: Path, before: tuple[date | None, tuple[UnitKey, ...]]
) -> None:
    sync(database, folder(assessed(DAK_LAK), assessed(NINH_BINH)))
    with Reader(database) as reader:
        assert tuple(unit.key for unit in reader.focus_units()) == before[1]
        assert DAK_LAK not in before[1]
        (hit,) = reader.search("dak lak")
        assert hit.ref == "66"
        found = reader.find_unit("dak lak")
        assert found is not None and found.key == DAK_LAK
        shown = reader.briefing(DAK_LAK, YEAR, date(2032, 2, 6))
        assert [each.observation.indicator for each in shown.figures] == [INDEX.id]


def test_of_two_that_bear_a_code_the_assessed_one_is_meant_unless_one_has_its_own_figures(
    database: Path,
) -> None:
    old = replace(UNITS[3], key=UnitKey("77"), slug="cu", valid_to=date(2025, 6, 30))
    new = replace(UNITS[3], key=UnitKey("77", MERGED), slug="moi")
    made = folder(assessed(old.key))
    sync(database, replace(made, units=(*made.units, old, new)))
    with Reader(database) as reader:
        assert reader.find_unit("77") == old
        assert reader.find_unit("24") == reader.unit(UnitKey("24"))
    made = folder(assessed(old.key), assessed(BAC_NINH_NEW))
    own = figure("moi_ho_so", 1.0, YEAR, unit=new.key)
    sync(
        database,
        replace(made, units=(*made.units, old, new), observations=(*made.observations, own)),
    )
    with Reader(database) as reader:
        assert reader.find_unit("77") == new
        assert reader.find_unit("24") == reader.unit(UnitKey("24"))


def test_a_ward_named_after_a_province_that_is_gone_does_not_take_its_name(
    database: Path,
) -> None:
    ward = replace(
        UNITS[3],
        key=UnitKey("00001", MERGED),
        name="Ninh Bình",
        full_name="Phường Ninh Bình",
        name_en="Ninh Binh",
        full_name_en="Ninh Binh Ward",
        slug="phuong-ninh-binh",
        kind=UnitKind.COMMUNE,
        parent=BAC_NINH_NEW,
    )
    sync(database, replace(FOLDER, units=(*FOLDER.units, ward)))
    with Reader(database) as reader:
        for text in ("ninh binh", "tỉnh Ninh Bình"):
            assert reader.find_unit(text, MERGED) == reader.unit(NINH_BINH)
        for text in ("phường ninh bình", "phuong-ninh-binh", "00001"):
            assert reader.find_unit(text, MERGED) == ward
        assert [hit.ref for hit in reader.search("ninh binh")][:2] == ["37", "00001@2025-07-01"]


def test_an_index_of_another_framework_is_not_set_beside(database: Path) -> None:
    later = replace(INDEX, id="dti_2031", variant_of=INDEX.id)
    other = figure("x", 0.9, date(2031, 12, 31), unit=DAK_LAK, indicator=later.id)
    made = folder(assessed(NINH_BINH), assessed(DAK_LAK), other)
    sync(database, replace(made, indicators=(*made.indicators, later)))
    day = date(2033, 1, 1)
    with Reader(database) as reader:
        history = reader.history(INDEX.id, NINH_BINH, day, day)
    assert {(str(unit.key), one.id) for unit, one, _ in history.others} == {
        ("37", INDEX.id),
        ("66", INDEX.id),
    }
