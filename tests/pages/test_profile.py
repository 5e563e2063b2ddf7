"""What a profile says first, and what stands beside each index: points, means, best, tasks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.domain.index_standings import rolled_from
from briefing.domain.profile import Profile
from briefing.language import Language, translator
from briefing.pages.layout import lay_out
from briefing.pages.line import LinkKind
from briefing.pages.profile import profile_page
from tests.pages.profiles import HAI_DUONG_DAY, TODAY, VI, Told, lines, row, text
from tests.profile_workspace import DAY

WIDTHS = (40, 57, 60, 77, 117, 141, 197)


def test_the_first_five_lines_are_the_answer(told: Told) -> None:
    first = [line.text.strip() for line in lines(told("92"))[:6]]
    assert first[0] == "Hạng 5/63, năm 2022 · Chỉ số DTI 0,6924"
    assert " ".join(first[1:3]) == (
        "Mất 307,6 trên 1.000 điểm của bộ chỉ số 2022; lấy lại được nhiều nhất ở Hoạt động xã "
        "hội số 105,8, Hoạt động chính quyền số 53,5, Hoạt động kinh tế số 36,7"
    )
    assert first[3] == "▲ 2 việc quá hạn: Sở TT&TT"
    assert first[4].startswith("✘ Chưa có nhiệm vụ đang mở: Hoạt động kinh tế số, An toàn thông")
    assert first[5].startswith("Đơn vị ngay trên: hạng 4 Thừa Thiên Huế 0,6975, còn kém 5,1 điểm")


def test_points_lost_of_the_five_published_units_are_the_total_short_of_a_thousand(
    told: Told,
) -> None:
    for code in ("48", "79", "22", "46", "92"):
        profile = told(code)
        assert profile.total is not None and profile.total.figure is not None
        assert profile.lost is not None
        assert 1 - profile.lost / 1000 == pytest.approx(profile.total.figure.value, abs=1e-4)
        assert profile.adds_up and "Các chỉ số cộng lại" not in text(profile)


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
        "✘", "chưa", "có", "việc", "mở",
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
    assert "✘ chưa có việc mở" in row(told("92"), "An toàn thông tin mạng").text
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
    assert "chưa có việc mở" not in said and "Chưa có nhiệm vụ đang mở" not in said


def test_the_peer_is_named_even_when_it_has_no_values(told: Told) -> None:
    said = text(told("92", DAY, "24"))
    assert "Bắc Giang chưa công bố giá trị chỉ số chính nào trong kỳ này." in said
    assert "ối chiếu Bắc Giang: hạng 9/63" in said


@pytest.mark.parametrize("width", [77, 117, 197])
def test_a_peer_s_values_stand_in_the_table_on_80_columns_too(width: int, told: Told) -> None:
    profile = told("48", HAI_DUONG_DAY, "92")
    head = next(one for one in lines(profile, width) if one.text.strip().startswith("Điểm lấy"))
    assert head.text.rstrip().endswith(("Cần Thơ", "hạng")) and "Cần Thơ" in head.text
    index = next(one for one in lines(profile, width) if one.text.strip().startswith("Hạ tầng số "))
    assert "0,7233" in index.text, "of Cần Thơ"


def test_a_peer_of_which_nothing_can_be_told_is_refused_in_words(told: Told) -> None:
    for unit in ("30", "92"):
        said = text(told(unit, HAI_DUONG_DAY, "31@2025-07-01"), 140)
        why = "Không đối chiếu được với Hải Phòng: đơn vị có từ 01/07/2025, sau năm 2022."
        assert why in said
        assert "chưa công bố giá trị chỉ số chính nào trong kỳ này" not in said


def test_a_peer_of_another_kind_is_refused_in_words_where_it_was_asked_for(told: Told) -> None:
    profile = told("30", HAI_DUONG_DAY, "215")
    refused = "Không đối chiếu được: đơn vị đã chọn không cùng cấp với Hải Dương."
    for asked in (True, False):
        page = profile_page(profile, VI, asked_beside=asked)
        assert (refused in "\n".join(one.text for one in lay_out(page, 100))) is asked


def test_points_lost_that_do_not_complete_the_published_total_say_that_indexes_are_rounded(
    told: Told,
) -> None:
    said = text(told("79", HAI_DUONG_DAY))
    assert "Mất 283,6 trên 1.000 điểm" in said
    rounded = "Điểm mất tính từ các chỉ số đã làm tròn, cộng lại là 716,4 điểm; tổng công bố là"
    assert f"{rounded} 716,3 điểm." in said
    for exact in ("92", "48"):
        assert "đã làm tròn" not in text(told(exact, HAI_DUONG_DAY))


def test_title_and_points_name_the_framework_of_every_unit(told: Told) -> None:
    for unit in ("48", "92", "77", "30", "01"):
        page = profile_page(told(unit, HAI_DUONG_DAY), VI)
        assert page.title.startswith("Vị thế: ")
        assert page.subtitle == "bộ chỉ số 2022, năm 2022"
        assert len(page.title) + len(page.subtitle) + 28 <= 80, "beside the day"
        assert (
            "bộ chỉ số 2022" in "\n".join(one.text for one in lay_out(page, 58)[:4]).casefold()
        ), "where the title has no room for it"


@pytest.mark.parametrize("width", [57, 77, 117, 197])
def test_columns_without_room_are_named_below_the_table(width: int, told: Told) -> None:
    shown = lines(told("92"), width)
    head = next(one.text for one in shown if one.text.strip().startswith("Điểm lấy"))
    said = " ".join(" ".join(one.text for one in shown).split())
    names = ("TB 5/63", "cao nhất", "của", "Đà Nẵng", "hạng")
    lost = [name for name in names if f" {name} " not in f"{head} "]
    told_so = f"Không đủ chỗ cho cột: {', '.join(lost)}."
    assert (told_so in said) == bool(lost)
    assert lost or width >= 117


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


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal(width: int, language: Language, told: Told) -> None:
    tr = translator(language)
    asked = (("92", DAY), ("30", HAI_DUONG_DAY), ("01", TODAY), ("hai-duong", TODAY))
    for unit, day in asked:
        for line in lines(told(unit, day), width, tr):
            assert line.cells <= width, line.text
