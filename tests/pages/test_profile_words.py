"""How a profile names units, leads and distances: whose, of how many, and by which name."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.desk import Desk, View
from briefing.domain.profile import Profile
from briefing.language import Language, Translator, translator
from briefing.pages.layout import lay_out
from briefing.pages.profile import profile_page
from briefing.settings import Settings
from briefing.store.reading import Reader

TODAY = date(2026, 11, 22)
SUMMER_2023 = date(2023, 9, 3)
NEW_YEAR_2026 = date(2026, 1, 1)
VI, EN = translator(Language.VI), translator(Language.EN)


def profile(settings: Settings, unit: str, day: date, year: int | None = None) -> Profile:
    """The profile of a unit on a day, of a year, with no peer."""
    desk = Desk(settings, TODAY)
    with Reader(settings.database) as reader, reader.one_moment():
        briefing = desk.briefing(reader, View(desk.unit(reader, unit, day).key, day, day))
        end = None if year is None else date(year, 12, 31)
        return reader.standings.profile(briefing, None, end=end)


def said(told: Profile, tr: Translator = VI, width: int = 300) -> list[str]:
    """The lines of the page."""
    return [line.text.strip() for line in lay_out(profile_page(told, tr), width)]


def test_a_province_that_became_a_city_has_the_rank_of_the_province(standings: Settings) -> None:
    told = profile(standings, "46", NEW_YEAR_2026, 2022)
    (line, *_) = lay_out(profile_page(told, VI), 118)
    assert line.text.strip() == (
        "Khi xếp hạng năm 2022 là tỉnh Thừa Thiên Huế: hạng 4/63 · Chỉ số DTI 0,6975"
    )
    assert line.link is not None and line.link.ref == "46/2022-12-31"
    assert not any("không có trong 63 đơn vị" in one for one in said(told))
    assert said(told, EN)[0].startswith("When ranked for 2022 it was Thua Thien Hue Province: rank")


@pytest.mark.parametrize(
    ("tr", "name", "awareness"),
    [(VI, "Thừa Thiên Huế cũ", ("Nhận thức số", "0,9500")),
     (EN, "former Thua Thien Hue", ("Digital awareness", "0.9500"))],
)  # fmt: skip
def test_the_values_of_what_a_unit_was_stand_under_the_name_of_that_one(
    tr: Translator, name: str, awareness: tuple[str, str], standings: Settings
) -> None:
    told = profile(standings, "46", date(2025, 2, 1))
    assert told.former is not None and len(told.former.indexes) == 8
    for cells in (78, 118, 300):
        lines = said(told, tr, cells)
        at = next(at for at, line in enumerate(lines) if line.startswith(awareness[0]))
        head = next(line for line in reversed(lines[:at]) if name in line)
        assert head.index(name) > 0 and awareness[1] in lines[at], cells
        assert "0,6423".replace(",", awareness[1][1]) in "\n".join(lines)


def test_where_what_a_unit_was_has_no_values_it_says_so(standings: Settings) -> None:
    text = "\n".join(said(profile(standings, "46", date(2025, 2, 1), 2020)))
    assert "Chính quyền số" in text
    assert "Thừa Thiên Huế cũ chưa công bố giá trị chỉ số chính nào trong kỳ này." in text


def test_a_new_status_within_one_name_is_the_same_province_too(standings: Settings) -> None:
    told = profile(standings, "75", date(2026, 6, 1))
    assert told.former is not None and str(told.former.unit.key) == "75@2025-07-01"
    assert said(told)[0].startswith("Khi xếp hạng năm 2024 là tỉnh Đồng Nai: ")


def test_a_unit_merged_of_several_was_none_of_them(standings: Settings) -> None:
    told = profile(standings, "79", NEW_YEAR_2026, 2022)
    assert told.former is None
    assert said(told)[0].startswith("Thành phố Hồ Chí Minh không có trong 63 đơn vị")


def test_a_unit_that_is_no_more_is_called_the_old_one(standings: Settings) -> None:
    old = next(
        one for one in said(profile(standings, "79", NEW_YEAR_2026, 2022)) if "Hạ tầng" in one
    )
    assert old.endswith("Hồ Chí Minh cũ")
    then = next(one for one in said(profile(standings, "46", SUMMER_2023)) if "Hạ tầng" in one)
    assert "Hồ Chí Minh" in then and "cũ" not in then


def test_a_mean_of_one_is_no_mean(standings: Settings) -> None:
    told = profile(standings, "84", SUMMER_2023)
    assert [(one.counted, one.mean) for one in told.pillars] == [(1, None)] * 3
    lines = said(told)
    table = lines[next(n for n, one in enumerate(lines) if one.startswith("Trụ cột")) :]
    assert table[0].split() == ["Trụ", "cột", "giá", "trị", "hạng"]
    assert sum(one.count("0,6683") for one in table) == 1


def test_each_distance_says_whose_lead_it_is(standings: Settings) -> None:
    told = profile(standings, "31", NEW_YEAR_2026)
    line = next(one for one in said(told) if one.startswith("Trung bình 34"))
    assert "0,6961 (đơn vị này cao hơn 89,6 điểm)" in line
    assert line.endswith("đơn vị ngay trên: hạng 2 Huế 0,7951, còn kém 9,4 điểm")
    english = next(one for one in said(told, EN) if "0.6961" in one)
    assert "this unit is 89.6 points higher" in english and "9.4 points short of it" in english


@pytest.mark.parametrize(
    ("unit", "day", "above"),
    [("56", NEW_YEAR_2026, "hạng 4 Hồ Chí Minh"), ("84", SUMMER_2023, "hạng 5 Cần Thơ")],
)
def test_where_totals_between_are_not_published_the_one_above_is_not_the_next(
    unit: str, day: date, above: str, standings: Settings
) -> None:
    text = " ".join(said(profile(standings, unit, day))).casefold()
    assert f"gần nhất phía trên trong các tổng đã công bố: {above}".casefold() in text


def test_the_country_is_not_told_to_lack_a_rank(standings: Settings) -> None:
    lines = said(profile(standings, "vn", TODAY))
    assert lines[0].startswith("Năm 2024 · DTI quốc gia 2024 0,7955")
    assert not any("Chưa công bố thứ hạng" in one for one in lines)


def test_at_most_three_leads_are_named_and_the_others_counted(standings: Settings) -> None:
    told = profile(standings, "vn", TODAY)
    line = next(one for one in said(told) if "việc quá hạn: " in one)
    assert "quá hạn: Bộ KH&CN, " in line, "those of most tasks first"
    assert line.endswith("đầu mối khác") and len(line) < 100


def test_who_is_best_is_named_at_120_columns(standings: Settings) -> None:
    lines = said(profile(standings, "30", SUMMER_2023), width=117)
    row = next(one for one in lines if one.startswith("Hạ tầng số"))
    assert "Hồ Chí Minh" in row
    tied = next(one for one in lines if one.startswith("Thể chế số"))
    assert "Quảng Ninh +3" in tied, "a tie of four names the first"


def test_a_set_of_indexes_is_called_so_everywhere(standings: Settings) -> None:
    for unit, day in (("31", NEW_YEAR_2026), ("01", TODAY), ("30", SUMMER_2023), ("24", TODAY)):
        text = " ".join(said(profile(standings, unit, day))).casefold()
        assert "khung" not in text
