"""A national target reaches every province by one rule, and is judged by its own figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from briefing.domain.model import Unit, UnitKey
from briefing.domain.standing import Briefing, TargetStatus
from briefing.store.reading import Reader
from tests.store.facts import BAC_GIANG, BAC_NINH_NEW, HOA_LU, NINH_BINH, sync
from tests.store.nation import DAK_LAK, DECREED, NATION, TARGETS, YEAR_END, folder
from tests.store.sql import ask

LATER = date(2024, 6, 30)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """The nation and its provinces, open for reading."""
    path = tmp_path_factory.mktemp("rules") / "briefing.db"
    sync(path, folder())
    with Reader(path) as opened:
        yield opened


def asked(reader: Reader, unit: UnitKey, day: date = LATER) -> Briefing:
    return reader.briefing(unit, day, day)


def given(briefing: Briefing) -> list[str]:
    """The targets that a unit above set, in their order."""
    return [s.target.id for s in briefing.targets if s.set_by is not None]


def test_each_province_is_judged_by_its_own_figure(reader: Reader) -> None:
    def standing(unit: UnitKey) -> tuple[TargetStatus, float | None]:
        briefing = asked(reader, unit)
        (found,) = (s for s in briefing.targets if s.target.id == "vn_chung")
        return found.status, found.value

    assert standing(NINH_BINH) == (TargetStatus.ACHIEVED, 69.83)
    assert standing(DAK_LAK) == (TargetStatus.IN_PROGRESS, 40.0)
    assert standing(BAC_GIANG) == (TargetStatus.NO_DATA, None)
    assert standing(NATION) == (TargetStatus.NO_DATA, None)


def test_a_target_says_which_unit_set_it(reader: Reader) -> None:
    def setters(unit: UnitKey) -> set[Unit | None]:
        return {s.set_by for s in asked(reader, unit).targets if s.target.unit == NATION}

    assert setters(NINH_BINH) == {reader.unit(NATION)}
    assert setters(NATION) == {None}


def test_the_nation_s_own_targets_reach_nobody_else(reader: Reader) -> None:
    assert "vn_rieng" in {s.target.id for s in asked(reader, NATION).targets}
    for unit in (NINH_BINH, DAK_LAK, BAC_GIANG, HOA_LU):
        assert "vn_rieng" not in given(asked(reader, unit))


def test_a_unit_s_own_targets_stand_before_those_of_the_nation(reader: Reader) -> None:
    briefing = asked(reader, NINH_BINH)
    own = [s for s in briefing.targets if s.set_by is None]
    assert own
    assert briefing.targets[: len(own)] == tuple(own)
    assert given(briefing) == ["vn_chung", "vn_truoc_sap_nhap", "vn_khong_han"]


def test_a_target_is_not_known_before_its_document(reader: Reader) -> None:
    before = date(2022, 3, 30)
    assert given(asked(reader, NINH_BINH, before)) == []
    assert given(asked(reader, NINH_BINH, DECREED))


def test_a_province_has_what_was_known_while_it_was_there(reader: Reader) -> None:
    """Ninh Bình and Bắc Giang ended on 30/06/2025; the new Bắc Ninh began the day after."""
    today = date(2026, 11, 22)
    assert "vn_sau_sap_nhap" not in given(asked(reader, NINH_BINH, today))
    assert given(asked(reader, BAC_NINH_NEW, today)) == [
        "vn_chung",
        "vn_sau_sap_nhap",
        "vn_khong_han",
    ]
    assert "vn_truoc_sap_nhap" in given(asked(reader, BAC_GIANG, today))


def test_a_province_s_rule_holds_for_its_own_districts_only(reader: Reader) -> None:
    assert given(asked(reader, HOA_LU)) == ["nb_huyen", "vn_huyen"]
    assert not {"nb_huyen", "dl_huyen"} & set(given(asked(reader, DAK_LAK)))
    assert "nb_huyen" in {s.target.id for s in asked(reader, NINH_BINH).targets if not s.set_by}


def test_an_indicator_s_page_has_the_nation_s_targets_too(reader: Reader) -> None:
    history = reader.history("ho_so_truc_tuyen", DAK_LAK, LATER, LATER)
    told = {s.target.id: (s.status, s.set_by is not None) for s in history.targets}
    assert told == {
        "vn_chung": (TargetStatus.IN_PROGRESS, True),
        "vn_truoc_sap_nhap": (TargetStatus.MISSED, True),
        "vn_khong_han": (TargetStatus.ACHIEVED, True),
        "dl_huyen": (TargetStatus.IN_PROGRESS, False),
    }
    assert reader.history("da_phe_duyet", DAK_LAK, LATER, LATER).targets == ()


def test_what_the_nation_set_is_not_counted_among_a_province_s_own(reader: Reader) -> None:
    (pillar, *_) = asked(reader, DAK_LAK).pillars
    assert [s.target.id for s in pillar.targets] == ["dl_huyen"]
    assert len(pillar.given) == 3
    assert sum(pillar.counts.values()) == 1
    assert pillar.measured == 1


def test_one_row_holds_for_every_province(reader: Reader) -> None:
    query = "SELECT unit_code, applies_to FROM v_targets WHERE target = ?"
    assert ask(reader.path, query, "vn_chung") == [("vn", "province")]
    assert ask(reader.path, query, "vn_rieng") == [("vn", None)]


def test_a_rule_that_was_closed_reaches_nobody_from_that_day_on(tmp_path: Path) -> None:
    path = tmp_path / "briefing.db"
    sync(path, folder())
    sync(path, folder(tuple(t for t in TARGETS if t.id != "vn_chung")))
    with Reader(path) as reader:
        assert "vn_chung" in given(asked(reader, DAK_LAK, YEAR_END))
        assert "vn_chung" not in given(asked(reader, DAK_LAK, LATER))
        history = reader.history("ho_so_truc_tuyen", DAK_LAK, LATER, LATER)
        assert "vn_chung" not in {s.target.id for s in history.targets}
