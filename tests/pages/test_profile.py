"""What a profile says first, what stands beside each index, and what it refuses to say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from briefing.desk import Desk, View
from briefing.domain.index_standings import rolled_from
from briefing.domain.profile import Profile
from briefing.language import Language, Translator, translator
from briefing.pages.layout import lay_out
from briefing.pages.line import Line, LinkKind
from briefing.pages.profile import profile_page
from briefing.settings import Settings
from briefing.store.reading import Reader
from tests.profile_workspace import DAY, build_can_tho

TODAY = date(2026, 11, 22)
VI = translator(Language.VI)
HAI_DUONG_DAY = date(2023, 9, 3)
WIDTHS = (40, 57, 60, 77, 117, 141, 197)

Told = Callable[..., Profile]


@pytest.fixture(scope="module")
def can_tho(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The shipped data with a plan of Cần Thơ."""
    return build_can_tho(tmp_path_factory.mktemp("can-tho"))


@pytest.fixture(scope="module")
def told(can_tho: Settings) -> Told:
    """Asks for the profile of a unit on a day, beside another, of a year."""

    def ask(
        unit: str, day: date = DAY, peer: str | None = "48", year: int | None = None
    ) -> Profile:
        desk = Desk(can_tho, TODAY)
        with Reader(can_tho.database) as reader, reader.one_moment():
            view = View(desk.unit(reader, unit, day).key, day, day)
            beside = None if peer is None else desk.unit(reader, peer, day).key
            end = None if year is None else date(year, 12, 31)
            briefing = desk.briefing(reader, view)
            return reader.standings.profile(briefing, beside, end=end)

    return ask


def lines(profile: Profile, width: int = 118, tr: Translator = VI) -> Sequence[Line]:
    return lay_out(profile_page(profile, tr), width)


def text(profile: Profile, width: int = 118, tr: Translator = VI) -> str:
    return "\n".join(line.text for line in lines(profile, width, tr))


def row(profile: Profile, name: str) -> Line:
    """The line of a main index in the table."""
    found = [line for line in lines(profile) if line.text.strip().startswith(name)]
    assert found, f"no line of {name}"
    return found[0]


def test_the_first_five_lines_are_the_answer(told: Told) -> None:
    first = [line.text.strip() for line in lines(told("92"))[:6]]
    assert first[0] == "Hạng 5/63, năm 2022 · Chỉ số DTI 0,6924"
    assert " ".join(first[1:3]) == (
        "Mất 307,6 trên 1.000 điểm; lấy lại được nhiều nhất ở Hoạt động xã hội số 105,8, "
        "Hoạt động chính quyền số 53,5, Hoạt động kinh tế số 36,7"
    )
    assert first[3] == "▲ 2 việc quá hạn: Sở TT&TT"
    assert first[4].startswith("✘ Chưa có nhiệm vụ đang mở: Hoạt động kinh tế số, An toàn thông")
    assert first[5].startswith("Trên gần nhất: hạng 4 Thừa Thiên Huế 0,6975, còn kém 5,1 điểm")


def test_points_lost_of_the_five_published_units_are_the_total_short_of_a_thousand(
    told: Told,
) -> None:
    for code in ("48", "79", "22", "46", "92"):
        profile = told(code)
        assert profile.total is not None and profile.total.figure is not None
        assert profile.lost is not None
        assert 1 - profile.lost / 1000 == pytest.approx(profile.total.figure.value, abs=1e-4)
        assert profile.adds_up and "cộng lại" not in text(profile)


def test_indexes_stand_in_the_order_of_points_lost(told: Told) -> None:
    lost = [index.lost for index in told("92").indexes]
    assert lost == sorted(lost, key=lambda one: -(one or 0))
    assert [index.part.id for index in told("92").indexes][:2] == [
        "hd_xa_hoi_so",
        "hd_chinh_quyen_so",
    ]


def test_a_row_has_points_value_mean_best_peer_and_place(told: Told) -> None:
    said = row(told("92"), "Hạ tầng số").text.split()
    assert said[3:] == [
        "27,7/100", "0,7233", "0,7643", "0,8258", "Hồ", "Chí", "Minh", "0,8253", "4", "trong", "5",
        "✘", "chưa", "ai", "làm",
    ]  # fmt: skip


def test_who_is_best_stands_at_120_columns_beside_peer_rank_and_tasks(told: Told) -> None:
    (said,) = (one.text for one in lines(told("92"), 117) if one.text.strip().startswith("Hạ tầng"))
    assert said.split()[6:10] == ["0,8258", "Hồ", "Chí", "Minh"]


def test_a_mean_of_five_of_63_never_passes_for_that_of_the_country(told: Told) -> None:
    said = text(told("92"))
    assert "TB 5/63" in said
    assert "là của 5 đơn vị đã công bố giá trị, không phải của cả 63" in said


def test_open_tasks_stand_with_the_lead_s_name_and_late_ones_are_marked(told: Told) -> None:
    wide = next(one.text for one in lines(told("92"), 197) if "Hoạt động xã hội số  " in one.text)
    assert "2 việc, ▲ 1 quá hạn · Sở TT&TT" in wide
    late = next(line for line in lines(told("92")) if "Dạy kỹ năng số" in line.text)
    assert late.text.strip().startswith("▲") and "quá hạn 31 ngày" in late.text
    assert late.link is not None
    assert (late.link.kind, late.link.ref, late.link.unit) == (LinkKind.TASK, "ct_ky_nang", "92")


def test_a_task_is_joined_through_the_target_it_serves(told: Told) -> None:
    assert "1 việc · Sở Tư pháp" in row(told("92"), "Thể chế số").text


def test_a_task_that_is_done_leaves_its_index_without_anybody(told: Told) -> None:
    assert "✘ chưa ai làm" in row(told("92"), "An toàn thông tin mạng").text
    assert "Ban hành kế hoạch an toàn thông tin" not in text(told("92"))


def test_tasks_for_the_rank_stand_under_the_whole(told: Told) -> None:
    said = text(told("92"))
    whole = said[said.index("Việc cho thứ hạng") :]
    assert "Lập tổ theo dõi chỉ số DTI" in whole and "Dạy kỹ năng" not in whole


def test_enter_on_an_index_opens_all_units_in_that_period(told: Told) -> None:
    link = row(told("92"), "Nhân lực số").link
    assert link is not None
    assert (link.kind, link.ref) == (LinkKind.RANKING, "dti_nhan_luc_so/2022-12-31")
    assert link.source == "dti_gov_2022"


def test_of_a_unit_without_plans_nobody_is_accused(told: Told) -> None:
    said = text(told("22"))
    assert "Dữ liệu chưa có kế hoạch, nhiệm vụ nào của đơn vị này" in said
    assert "chưa ai làm" not in said and "Chưa có nhiệm vụ đang mở" not in said


def test_a_unit_without_values_says_so_and_shows_what_there_is(told: Told) -> None:
    said = text(told("30", HAI_DUONG_DAY, "24"))
    assert said.split("\n")[0].strip() == "Hạng 13/63, năm 2022 · ↑ lên 1 bậc so với năm 2021"
    assert "Chưa công bố giá trị chỉ số chính của đơn vị này: chưa tính được điểm mất." in said
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
    assert "trung bình cộng các chỉ số chính của các tỉnh cũ" in text(profile, 300)
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


def test_the_peer_is_named_even_when_it_has_no_values(told: Told) -> None:
    said = text(told("92", DAY, "24"))
    assert "Bắc Giang chưa công bố giá trị chỉ số chính nào trong kỳ này." in said
    assert "ối chiếu Bắc Giang: hạng 9/63" in said


def without(profile: Profile, part: str) -> Profile:
    """The profile as it would be had one index of the unit not been published."""
    indexes = []
    for index in profile.indexes:
        if index.part.id == part:
            assert index.standing is not None
            index = replace(index, standing=replace(index.standing, figure=None, place=None))
        indexes.append(index)
    assert profile.now is not None
    rolled = rolled_from(profile.now.framework, indexes)
    return replace(profile, indexes=tuple(indexes), rolled=rolled)


def test_a_missing_index_is_named_left_out_and_never_zero(told: Told) -> None:
    profile = without(told("92"), "hd_xa_hoi_so")
    said = text(profile)
    assert "Mất 201,8 trên 850 điểm" in said
    assert "◇ Mới biết 850 trên 1.000 điểm; bỏ ra cả hai vế: Hoạt động xã hội số" in said
    assert "—/150" in row(profile, "Hoạt động xã hội số").text


def test_indexes_that_do_not_give_the_total_are_reported_and_not_mended(told: Told) -> None:
    profile = told("92")
    assert profile.total is not None and profile.total.figure is not None
    other = replace(profile.total, figure=profile.total.figure._replace(value=0.71))
    said = text(replace(profile, total=other))
    assert "◇ Các chỉ số cộng lại là 0,6924, tổng công bố là 0,7100" in said


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


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal(width: int, language: Language, told: Told) -> None:
    tr = translator(language)
    asked = (("92", DAY), ("30", HAI_DUONG_DAY), ("01", TODAY), ("hai-duong", TODAY))
    for unit, day in asked:
        for line in lines(told(unit, day), width, tr):
            assert line.cells <= width, line.text
