"""What a profile says where values are missing, of other days, frameworks and units of before."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.pages.line import LinkKind
from tests.pages.profiles import HAI_DUONG_DAY, TODAY, Told, lines, row, text


def test_a_unit_without_values_says_so_and_shows_what_there_is(told: Told) -> None:
    said = text(told("30", HAI_DUONG_DAY, "24"))
    assert said.split("\n")[0].strip() == "Hạng 13/63, năm 2022 · ↑ lên 1 bậc so với năm 2021"
    assert "Bộ chỉ số 2022: chưa công bố giá trị chỉ số chính của đơn vị này, chưa" in said
    assert "ối chiếu Bắc Giang: hạng 9/63" in said
    assert "→ Thứ hạng từng chỉ số chính gần nhất: bộ chỉ số 2022, kết quả năm 2021" in said
    assert "→ Thử với giá trị giả định" in said
    assert "Mất" not in said and "0/100" not in said


def test_ranks_by_index_show_where_no_value_is_published(told: Told) -> None:
    profile = told("30", HAI_DUONG_DAY, None, 2021)
    assert "37/63" in row(profile, "Nhân lực số").text
    assert "13/63" in text(profile)[text(profile).index("Trụ cột") :]


def test_ranks_of_pillars_show_and_say_that_they_are_not_added(told: Told) -> None:
    said = text(told("01", date(2023, 12, 31)))
    assert "Hạng 24/63, năm 2022" in said
    assert all(rank in said for rank in ("40/63", "18/63", "30/63"))
    assert "không cộng với nhau" in said


def test_no_step_is_drawn_to_the_results_of_another_framework(told: Told) -> None:
    said = text(told("01", TODAY)).split("\n")[0]
    assert said.strip().startswith("Hạng 1/34, năm 2024 · DTI 2024 0,8241")
    assert "không so sánh được với năm 2023: bộ chỉ số 2022" in said
    assert "bậc" not in said and "↑" not in said


def test_a_framework_whose_points_are_not_known_loses_none(told: Told) -> None:
    profile = told("01", TODAY)
    assert profile.lost is None
    said = text(profile)
    assert "Bộ chỉ số 2025: chưa rõ điểm tối đa từng chỉ số, nên chưa tính được điểm mất." in said
    noted = " ".join(text(profile, 300).split())
    assert "trung bình cộng các chỉ số chính của các tỉnh cũ" in noted
    assert "Thử với giá trị giả định" not in text(told("37", TODAY))


def test_the_mean_published_for_all_is_told_with_its_universe(told: Told) -> None:
    said = text(told("01", TODAY))
    assert "Trung bình 34 đơn vị: 0,6961 (đơn vị này cao hơn 128,0 điểm)" in said


def test_a_unit_that_is_no_more_says_so_first_and_leads_to_its_heir(told: Told) -> None:
    made = lines(told("hai-duong", TODAY, None))
    assert "thành phố Hải Phòng" in made[0].text
    heir = next(line for line in made if line.text.strip() == "→ Vị thế của thành phố Hải Phòng")
    assert heir.link is not None and heir.link.kind is LinkKind.PROFILE
    assert heir.link.ref == "31@2025-07-01"
    newer = next(line for line in made if "chưa có thứ hạng của đơn vị này" in line.text)
    assert newer.link is not None and newer.link.ref == "30/2023-12-31"


def test_a_unit_of_2025_leads_to_those_it_was_made_of(told: Told) -> None:
    refs = {
        line.link.ref
        for line in lines(told("37", TODAY, None))
        if line.link is not None and line.link.kind is LinkKind.PROFILE
    }
    assert refs == {"35", "36", "37"}


def test_results_not_yet_published_on_the_day_are_not_known(told: Told) -> None:
    before = told("92", date(2023, 7, 11), None)
    assert before.now is not None and before.now.period.end == date(2020, 12, 31)
    assert all(moment.period.end < date(2022, 1, 1) for moment in before.moments)
    after = told("92", date(2023, 7, 12), None)
    assert after.now is not None and after.now.period.end == date(2022, 12, 31)


def test_before_any_results_it_says_that_there_are_none(told: Told) -> None:
    profile = told("92", date(2020, 1, 1), None)
    assert profile.now is None
    assert "Đến 01/01/2020 chưa công bố kết quả xếp hạng nào" in text(profile)


def test_a_district_is_in_no_ranking_of_provinces(told: Told) -> None:
    profile = told("288", HAI_DUONG_DAY, "48")
    assert profile.now is None and profile.peer is None


def test_results_of_before_a_unit_began_are_those_of_others(told: Told) -> None:
    profile = told("37", TODAY, None, 2022)
    said = text(profile)
    assert "Tỉnh Ninh Bình không có trong 63 đơn vị được xếp hạng năm 2022." in said
    assert "Hạng" not in said.split("\n")[0] and "Mất" not in said
    assert "giả định" not in said
    refs = {line.link.ref for line in lines(profile) if line.link and "Vị thế" in line.text}
    assert refs == {"35/2022-12-31", "36/2022-12-31", "37/2022-12-31"}


def test_three_pillars_of_2020_are_the_indexes_of_their_framework(told: Told) -> None:
    profile = told("24", date(2022, 1, 1), "27")
    assert [index.part.id for index in profile.indexes] == [
        "chinh_quyen_so", "kinh_te_so", "xa_hoi_so",
    ]  # fmt: skip
    assert profile.lost == pytest.approx(638.5, abs=0.05)
    assert profile.rolled is not None and profile.rolled.is_whole
    assert "0,3026 (đơn vị này cao hơn 58,9 điểm)" in text(profile)
