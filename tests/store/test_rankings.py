"""Which ranking answers a question: its indicator, its period, its universe, what lies beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.domain.model import Measure, Observation, Source, Unit, UnitKey, UnitKind
from briefing.domain.ranked import Break, Choice, Ranked
from briefing.store.reading import Reader
from tests.store.facts import Folder, figure, indicator, province, sync
from tests.store.test_profiles import framework, index, rank_of

DAY = date(2025, 12, 31)
MERGED = date(2025, 7, 1)
LAST_DAY = date(2025, 6, 30)
AN = province("37", "An")
BINH = province("24", "Bình", valid_to=LAST_DAY)
CAO = province("30", "Cao", valid_to=LAST_DAY)
NEW = province("24", "Cao Bình", valid_from=MERGED)
COUNTRY = province("vn", "Việt Nam", kind=UnitKind.COUNTRY)
SOURCE = Source(id="bao", publisher="Báo", title="Bài", date=date(2022, 1, 1))


def commune(code: str, name: str, parent: Unit) -> Unit:
    return province(code, name, kind=UnitKind.COMMUNE, parent=parent.key)


COMMUNES = (
    commune("001", "Ba", AN), commune("002", "Hai", AN), commune("003", "Một", BINH),
)  # fmt: skip
OLD = framework("dti-2020", "cu", first_year=2020, last_year=2020)
NOW = framework("dti-2022", "dti", first_year=2021)
NEXT = framework("dti-2025", "moi", first_year=2024)
INDICATORS = [
    index("dti"),
    replace(rank_of("dti"), universe=3),
    index("dti_trung_binh"),
    replace(index("cu"), variant_of="dti"),
    replace(rank_of("cu"), universe=3),
    replace(index("moi"), variant_of="dti"),
    replace(rank_of("moi"), universe=2),
    indicator("ho_so", pillar=None),
    indicator("le", measure=Measure.COUNT, pillar=None),
]


def of(unit: Unit, name: str, worth: float, year: int, **other: Any) -> Observation:
    """A figure of a year, published the day after it, on the country's own id where it has none."""
    facts = {
        "unit": unit.key, "indicator": name, "source": "bao", "paragraphs": (),
        "start": date(year, 1, 1), "published_on": date(year + 1, 7, 12),
    }  # fmt: skip
    return figure(f"{unit.key}_{name}_{year}", worth, date(year, 12, 31), **facts | other)


FIGURES = (
    of(AN, "cu", 0.3, 2020), of(BINH, "cu", 0.2, 2020),
    of(AN, "dti_hang", 2, 2021), of(BINH, "dti_hang", 1, 2021), of(CAO, "dti_hang", 3, 2021),
    of(AN, "dti_hang", 1, 2022), of(BINH, "dti_hang", 3, 2022), of(CAO, "dti_hang", 2, 2022),
    of(AN, "dti", 0.7, 2022),
    of(COUNTRY, "dti_trung_binh", 0.65, 2022),
    of(AN, "moi", 0.8, 2024, published_on=date(2025, 10, 21)),
    of(NEW, "moi", 0.6, 2024, published_on=date(2025, 10, 21)),
    of(AN, "ho_so", 50, 2022), of(CAO, "ho_so", 40, 2022), of(AN, "ho_so", 60, 2023),
    of(COMMUNES[0], "ho_so", 10, 2022), of(COMMUNES[2], "ho_so", 20, 2022),
)  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of three provinces, two of which are one since 01/07/2025."""
    made = tmp_path_factory.mktemp("ranked") / "b.db"
    folder = Folder(
        units=(AN, BINH, CAO, NEW, COUNTRY, *COMMUNES),
        sources=(SOURCE,),
        indicators=INDICATORS,
        observations=FIGURES,
        frameworks=(OLD, NOW, NEXT),
    )
    sync(made, folder)
    return made


@pytest.fixture
def reader(path: Path) -> Iterator[Reader]:
    with Reader(path) as opened:
        yield opened


def asked(reader: Reader, day: date = DAY, focus: Unit = AN, **choice: Any) -> Ranked:
    return reader.standings.ranked(Choice(**choice), focus.key, day, day)


def said(found: Ranked) -> tuple[str, int | None]:
    edition = found.ranking.edition
    return edition.indicator.id, None if edition.period is None else edition.period.end.year


@pytest.mark.parametrize(
    ("day", "indicator", "year"),
    [
        (date(2021, 8, 1), "cu", 2020),
        (date(2022, 8, 1), "dti", 2021),
        (date(2025, 9, 1), "dti", 2022),
        (date(2025, 11, 1), "moi", 2024),
    ],
)
def test_unasked_it_is_the_newest_total_known(
    reader: Reader, day: date, indicator: str, year: int
) -> None:
    assert said(asked(reader, day)) == (indicator, year)


def test_before_anything_is_known_it_says_when_it_begins(reader: Reader) -> None:
    found = asked(reader, date(2020, 6, 1))
    assert (said(found), found.begins) == (("cu", None), date(2021, 7, 12))
    assert [unit.name for unit in found.ranking.missing] == ["An", "Bình", "Cao"]


def test_the_universe_is_of_the_period_not_of_the_day(reader: Reader) -> None:
    before, after = asked(reader, end=date(2022, 12, 31)), asked(reader)
    assert [unit.name for unit in before.ranking.edition.units] == ["An", "Bình", "Cao"]
    assert [unit.name for unit in after.ranking.edition.units] == ["An", "Cao Bình"]
    assert (before.ranking.universe, after.ranking.universe) == (3, 2)


def test_a_year_of_another_framework_is_looked_up_in_that_framework(reader: Reader) -> None:
    found = asked(reader, end=date(2020, 12, 31))
    assert said(found) == ("cu", 2020) and found.framework == OLD
    named = asked(reader, indicator="dti", end=date(2020, 12, 31))
    assert said(named) == ("cu", 2020)


def test_a_year_without_results_has_no_period(reader: Reader) -> None:
    found = asked(reader, indicator="dti", end=date(2019, 12, 31))
    assert said(found) == ("dti", None)


def test_the_neighbours_of_a_framework_may_be_compared(reader: Reader) -> None:
    found = asked(reader, indicator="dti", end=date(2022, 12, 31))
    assert found.older is not None and found.older.period.end.year == 2021
    assert (found.older.breaks, found.older.rank) == ((), 2)


def test_the_neighbour_of_another_framework_says_why_it_is_not_compared(reader: Reader) -> None:
    found = asked(reader, end=date(2021, 12, 31))
    assert found.older is not None and found.older.indicator.id == "cu"
    assert (found.older.breaks, found.older.rank) == ((Break.FRAMEWORK,), None)


def test_out_of_two_is_not_compared_with_out_of_three(reader: Reader) -> None:
    found = asked(reader, end=date(2022, 12, 31))
    assert found.newer is not None and found.newer.indicator.id == "moi"
    assert found.newer.breaks == (Break.FRAMEWORK, Break.UNIVERSE)
    assert (found.newer.universe, found.newer.rank) == (2, None)


def test_another_universe_alone_is_a_reason(reader: Reader, tmp_path: Path) -> None:
    """An indicator of no framework, in a year before and a year after the merger."""
    later = (of(AN, "ho_so", 1, 2025), of(NEW, "ho_so", 2, 2025))
    folder = Folder(
        units=(AN, BINH, CAO, NEW),
        sources=(SOURCE,),
        indicators=INDICATORS,
        observations=(of(AN, "ho_so", 50, 2022), of(CAO, "ho_so", 40, 2022), *later),
    )
    sync(tmp_path / "b.db", folder)
    with Reader(tmp_path / "b.db") as opened:
        found = asked(opened, date(2026, 8, 1), indicator="ho_so")
    assert said(found) == ("ho_so", 2025) and found.older is not None
    assert found.older.breaks == (Break.UNIVERSE,)


def test_the_published_mean_comes_with_its_own_period_only(reader: Reader) -> None:
    found = asked(reader, end=date(2022, 12, 31))
    assert found.national is not None and found.national.value == 0.65
    assert asked(reader, end=date(2021, 12, 31)).national is None


def test_a_period_of_one_unit_gives_way_to_one_of_two(reader: Reader) -> None:
    found = asked(reader, indicator="ho_so")
    assert said(found) == ("ho_so", 2022)
    assert found.newer is not None and found.newer.period.end.year == 2023
    alone = asked(reader, indicator="ho_so", end=date(2023, 12, 31))
    assert [place.unit.name for place in alone.ranking.places] == ["An"]


def test_a_revised_value_gives_way_on_the_day_it_was_revised(tmp_path: Path) -> None:
    old = of(AN, "dti", 0.7, 2022)
    new = of(AN, "dti", 0.9, 2022, published_on=date(2024, 1, 1), revises=old.id)
    folder = Folder(
        units=(AN, BINH), sources=(SOURCE,), indicators=INDICATORS, frameworks=(NOW,),
        observations=(old, replace(new, id="again"), of(BINH, "dti", 0.8, 2022)),
    )  # fmt: skip
    sync(tmp_path / "b.db", folder)
    with Reader(tmp_path / "b.db") as opened:
        first = [asked(opened, day).ranking.places[0].unit.name
                 for day in (date(2023, 12, 31), date(2024, 1, 1))]  # fmt: skip
    assert first == ["Bình", "An"]


def test_communes_are_ranked_among_each_other_and_below_their_province(reader: Reader) -> None:
    every = asked(reader, focus=COMMUNES[0], indicator="ho_so")
    assert every.kind is UnitKind.COMMUNE and every.ranking.universe == 3
    assert [place.unit.name for place in every.ranking.places] == ["Một", "Ba"]
    assert [unit.name for unit in every.ranking.missing] == ["Hai"]
    below = asked(reader, focus=COMMUNES[0], indicator="ho_so", parent=AN.key)
    assert [place.unit.name for place in below.ranking.places] == ["Ba"]
    assert (below.ranking.universe, below.parent) == (2, AN)


def test_communes_known_only_from_a_later_day_are_told_with_their_province(
    tmp_path: Path,
) -> None:
    later = province("24", "Cao Bình", valid_from=date(2026, 4, 30))
    before = replace(NEW, valid_to=date(2026, 4, 29), successors=(later.key,))
    communes = (
        replace(commune("004", "Tư", AN), key=UnitKey("004", MERGED)),
        *(replace(commune(code, code, later), key=UnitKey(code, date(2026, 4, 30)))
          for code in ("005", "006")),
    )  # fmt: skip
    units = (AN, BINH, before, later, *communes)
    sync(tmp_path / "b.db", Folder(units=units, sources=(SOURCE,), indicators=INDICATORS))
    with Reader(tmp_path / "b.db") as reader:

        def to_come(day: date, **choice: Any) -> list[tuple[str, date, int]]:
            found = asked(reader, day, kind=UnitKind.COMMUNE, indicator="ho_so", **choice)
            return [(str(one.parent and one.parent.key), one.first, one.size)
                    for one in found.to_come]  # fmt: skip

        of_cao_binh = (str(later.key), date(2026, 4, 30), 2)
        assert to_come(LAST_DAY) == [("37", MERGED, 1), of_cao_binh]
        assert to_come(date(2026, 1, 1)) == [of_cao_binh]
        assert to_come(date(2026, 1, 1), parent=before.key) == [of_cao_binh]
        assert to_come(date(2026, 1, 1), parent=AN.key) == []
        assert to_come(date(2026, 4, 30)) == []
        assert asked(reader, LAST_DAY, indicator="ho_so").to_come == (), "of provinces"


def test_a_commune_opens_on_what_communes_have_figures_of(reader: Reader) -> None:
    assert said(asked(reader, focus=COMMUNES[0])) == ("ho_so", 2022)


def test_a_kind_of_which_nothing_is_known_has_its_units_of_the_day(reader: Reader) -> None:
    found = asked(reader, focus=COMMUNES[0], indicator="dti")
    assert said(found) == ("dti", None)
    assert len(found.ranking.missing) == 3


def test_what_can_be_ranked_has_figures_of_two_units(reader: Reader) -> None:
    provinces = [one.id for one in reader.standings.rankable(UnitKind.PROVINCE)]
    assert provinces == ["dti_hang", "cu", "moi", "ho_so"]
    assert [one.id for one in reader.standings.rankable(UnitKind.COMMUNE)] == ["ho_so"]
    assert reader.standings.rankable(UnitKind.DISTRICT) == ()


def test_the_provinces_of_communes_can_be_stayed_within(reader: Reader) -> None:
    every = asked(reader, focus=COMMUNES[0], indicator="ho_so")
    assert [unit.name for unit in reader.standings.parents(every)] == ["An", "Bình"]
    assert reader.standings.parents(asked(reader)) == ()


def test_an_organisation_sees_the_provinces_and_has_no_place(
    reader: Reader,
) -> None:
    found = asked(reader, focus=COUNTRY)
    assert found.kind is UnitKind.PROVINCE
    assert found.ranking.place_of(COUNTRY.key) is None


@pytest.mark.parametrize("choice", [{"indicator": "khong_co"}, {}])
def test_what_is_not_there_is_refused(reader: Reader, choice: dict[str, str]) -> None:
    key = AN.key if choice else UnitKey("99")
    with pytest.raises(KeyError):
        reader.standings.ranked(Choice(**choice), key, DAY, DAY)  # type: ignore[arg-type]


def test_a_list_of_units_is_kept_until_somebody_writes(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "b.db"
    copy.write_bytes(path.read_bytes())
    seen = []
    for _ in range(2):
        with Reader(copy) as opened:
            seen.append(asked(opened).ranking.edition.units)
    assert len(seen[0]) == 2 and seen[0][0] is seen[1][0]
    alone = of(AN, "moi", 0.8, 2024)
    folder = Folder(
        units=(AN,),
        sources=(SOURCE,),
        indicators=INDICATORS,
        observations=(alone,),
        frameworks=(NEXT,),
    )
    sync(copy, folder)
    with Reader(copy) as opened:
        assert [unit.name for unit in asked(opened).ranking.edition.units] == ["An"]


def test_units_stand_in_the_order_of_the_names_they_bear_now(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "b.db"
    copy.write_bytes(path.read_bytes())
    folder = Folder(
        units=(replace(AN, name="Đông"), CAO, replace(BINH, name="Dương")),
        sources=(SOURCE,),
        indicators=INDICATORS,
        observations=(of(CAO, "dti", 0.8, 2022),),
        frameworks=(NOW,),
    )
    sync(copy, folder)
    with Reader(copy) as opened:
        units = asked(opened, LAST_DAY).ranking.edition.units
        assert [unit.name for unit in units] == ["Cao", "Dương", "Đông"]
