"""Where a unit stands, read from a small database: periods, universes, revisions, scores."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.domain.frameworks import Assessment, Framework, Part
from briefing.domain.model import (
    Better,
    Indicator,
    Measure,
    Observation,
    Source,
    Unit,
    UnitKey,
    UnitKind,
)
from briefing.domain.profile import Profile
from briefing.store.reading import Reader
from tests.store.facts import Folder, figure, indicator, province, sync

A, B, C = province("37", "An"), province("24", "Bình"), province("30", "Cao")
DAY = date(2024, 6, 1)


def index(name: str) -> Indicator:
    return indicator(name, measure=Measure.INDEX, decimals=4, pillar=None)


def rank_of(name: str) -> Indicator:
    facts = {"measure": Measure.RANK, "better": Better.LOWER, "decimals": 0, "rank_of": name}
    return indicator(f"{name}_hang", pillar=None, **facts)


def framework(name: str = "khung", total: str = "dti", **changes: object) -> Framework:
    parts = tuple(
        Part(
            id=part,
            code=part,
            name=part,
            name_en=part,
            max_points=points,
            indicator=f"{total}_{part}",
        )
        for part, points in (("mot", 600), ("hai", 400))
    )
    made = Framework(
        id=name,
        name=name,
        name_en=name,
        short=name,
        short_en=name,
        kind=UnitKind.PROVINCE,
        total=1000,
        complete=True,
        indicator=total,
        rank=f"{total}_hang",
        parts=parts,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def value(unit: Unit, name: str, worth: float, year: int = 2023, **other: object) -> Observation:
    key = f"{unit.code}_{name}_{year}"
    facts = {"unit": unit.key, "indicator": name, "source": "bao", "paragraphs": ()}
    return figure(key, worth, date(year, 12, 31), **{**facts, **other})


OLD, NEW = framework(), framework("khung-moi", "moi")
INDICATORS = [
    *(index(f"{total}{part}") for total in ("dti", "moi") for part in ("", "_mot", "_hai")),
    rank_of("dti"),
    rank_of("moi"),
]
FIGURES = (
    *(value(A, "dti", worth, year) for year, worth in ((2022, 0.40), (2023, 0.50))),
    *(value(A, "dti_hang", rank, year) for year, rank in ((2022, 3), (2023, 2))),
    value(A, "dti_mot", 0.3),
    value(A, "dti_hai", 0.8),
    value(B, "dti", 0.60),
    value(B, "dti_hang", 1),
    value(B, "dti_mot", 0.5),
)

SOURCE = Source(id="bao", publisher="Báo", title="Bài", date=date(2022, 1, 1))

Ask = Callable[..., Profile]


def answer(database: Path, unit: Unit, peer: Unit | None, end: int | None, day: date) -> Profile:
    with Reader(database) as reader, reader.one_moment():
        briefing = reader.briefing(unit.key, day, day)
        return reader.standings.profile(
            briefing,
            None if peer is None else peer.key,
            end=None if end is None else date(end, 12, 31),
        )


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Builds a database of facts and asks for a profile."""

    def made(
        unit: Unit = A,
        *more: Observation,
        peer: Unit | None = None,
        end: int | None = None,
        day: date = DAY,
        units: tuple[Unit, ...] = (A, B, C),
        scores: tuple[Assessment, ...] = (),
    ) -> Profile:
        folder = Folder(
            units=units,
            sources=(SOURCE,),
            indicators=INDICATORS,
            observations=(*FIGURES, *more),
            frameworks=(OLD, NEW),
            assessments=scores,
        )
        sync(tmp_path / "b.db", folder)
        return answer(tmp_path / "b.db", unit, peer, end, day)

    return made


def test_the_newest_period_is_told_with_the_one_before(ask: Ask) -> None:
    told = ask()
    assert told.now is not None and told.now.period.end == date(2023, 12, 31)
    assert told.total is not None and told.total.rank is not None and told.before is not None
    assert (told.total.rank.value, told.before.rank and told.before.rank.value) == (2, 3)
    assert told.is_alike


def test_points_lost_come_from_the_unit_s_own_values(ask: Ask) -> None:
    told = ask()
    assert [one.part.id for one in told.indexes] == ["mot", "hai"]
    assert [one.lost for one in told.indexes] == [pytest.approx(420), pytest.approx(80)]
    assert told.rolled is not None and told.rolled.share == pytest.approx(0.5)


def test_mean_best_and_peer_are_of_the_same_period(ask: Ask) -> None:
    told = ask(A, value(B, "dti_mot", 0.9, 2022), peer=B)
    standing = next(one.standing for one in told.indexes if one.part.id == "mot")
    assert standing is not None and standing.peer is not None
    assert (standing.mean, standing.best, standing.peer.value) == (0.4, 0.5, 0.5)
    assert standing.leaders == (B,)


def test_a_revised_value_counts_as_revised_and_once(ask: Ask) -> None:
    fresh = value(
        A, "dti_mot", 0.7, id="moi", revises="37_dti_mot_2023", published_on=date(2024, 3, 1)
    )
    assert ask(A, fresh).indexes[0].lost == pytest.approx(180)


def test_what_was_published_later_is_not_known(ask: Ask) -> None:
    told = ask(day=date(2023, 6, 1))
    assert told.now is not None and told.now.period.end == date(2022, 12, 31)
    assert told.before is None and told.earlier is None


def test_two_frameworks_are_never_set_against_each_other(ask: Ask) -> None:
    told = ask(A, value(A, "moi", 0.9, 2024), value(A, "moi_hang", 1, 2024), day=date(2025, 6, 1))
    assert told.now is not None and told.now.framework.id == "khung-moi"
    assert told.earlier is not None and told.earlier.framework.id == "khung"
    assert not told.is_alike and told.before is None
    assert told.told_at == told.earlier, "the values of the indexes are in the older results"


def test_two_universes_are_never_set_against_each_other(ask: Ask) -> None:
    gone = replace(C, valid_to=date(2023, 6, 30), successors=(A.key,))
    told = ask(units=(A, B, gone), day=DAY)
    assert told.earlier is not None and told.earlier.framework == OLD
    assert not told.is_alike and told.before is None


def test_a_period_that_tells_nothing_of_the_unit_is_named_and_not_chosen(ask: Ask) -> None:
    told = ask(A, value(B, "dti", 0.7, 2024), day=date(2025, 6, 1))
    assert told.now is not None and told.now.period.end == date(2023, 12, 31)
    assert told.untold is not None and told.untold.period.end == date(2024, 12, 31)


def test_a_unit_of_which_nothing_is_told_sees_the_newest_results(ask: Ask) -> None:
    told = ask(C)
    assert told.now is not None and told.now.period.end == date(2023, 12, 31)
    assert told.in_universe and told.total is not None and not told.total.is_told
    assert told.rolled is None and told.lost is None


def test_a_year_is_chosen_and_one_without_results_gives_none(ask: Ask) -> None:
    assert ask(end=2022).now == ask(end=2022).moments[1]
    assert ask(end=2010).now is None and ask(end=2010).moments


def test_the_published_mean_of_the_country_is_told(ask: Ask, tmp_path: Path) -> None:
    country = replace(A, key=UnitKey("vn"), name="Cả nước", slug="ca-nuoc", kind=UnitKind.COUNTRY)
    folder = Folder(
        units=(A, B, C, country),
        sources=(SOURCE,),
        indicators=[*INDICATORS, index("dti_trung_binh")],
        observations=(*FIGURES, value(country, "dti_trung_binh", 0.45)),
        frameworks=(OLD,),
    )
    sync(tmp_path / "c.db", folder)
    assert answer(tmp_path / "c.db", A, None, None, DAY).national_mean == 0.45


def test_a_framework_by_which_the_unit_was_scored_is_named_even_without_results(ask: Ask) -> None:
    score = Assessment(
        id="d1",
        framework="khung-moi",
        part="mot",
        unit=A.key,
        start=date(2023, 1, 1),
        end=date(2023, 12, 31),
        self_points=500.0,
        appraised_points=480.0,
        source="bao",
        published_on=date(2024, 1, 5),
    )
    assert [one.id for one in ask(A, scores=(score,)).scored] == ["khung-moi"]
    assert ask(B, scores=(score,)).scored == ()
    assert ask(A, scores=(score,), day=date(2024, 1, 4)).scored == ()


def test_a_unit_of_another_kind_is_no_peer(ask: Ask) -> None:
    district = replace(B, key=UnitKey("999"), slug="huyen", kind=UnitKind.DISTRICT)
    assert ask(units=(A, B, C, district), peer=district).peer is None


def test_a_commune_stands_among_communes_and_no_province(tmp_path: Path) -> None:
    north, south = (
        replace(A, key=UnitKey(code), slug=code, name=code, kind=UnitKind.COMMUNE, parent=A.key)
        for code in ("00001", "00002")
    )
    folder = Folder(
        units=(A, north, south),
        sources=(SOURCE,),
        indicators=INDICATORS,
        observations=(
            *(one for one in FIGURES if one.unit == A.key),
            *(value(one, "dti", worth) for one, worth in ((north, 0.2), (south, 0.3))),
            *(value(one, "dti_mot", worth) for one, worth in ((north, 0.1), (south, 0.2))),
        ),
        frameworks=(framework(kind=UnitKind.COMMUNE),),
    )
    sync(tmp_path / "x.db", folder)
    told = answer(tmp_path / "x.db", north, None, None, DAY)
    assert told.total is not None and told.total.above is not None
    assert (told.total.counted, told.total.universe) == (2, 2)
    assert told.total.above.unit.key == south.key
    assert told.indexes[0].standing is not None
    assert told.indexes[0].standing.mean == pytest.approx(0.15)
