"""The comparison of indexes and ranks as text: what stands where, what is drawn, what is said."""

from __future__ import annotations

import re
from datetime import date

import pytest

from briefing.domain.model import UnitKey
from briefing.domain.yardsticks import Yardstick
from briefing.language import Translator
from briefing.pages.compare import compare_page
from briefing.settings import Settings
from briefing.show.rendering import as_text
from briefing.store.reading import Reader
from tests.pages.comparing import NEW, TODAY, flat, said

EVERY = tuple(Yardstick)


def test_main_indexes_stand_in_the_framework_s_order(standings: Settings, vi: Translator) -> None:
    text = said(standings, "92 48", vi, chosen=("dti", "dti_nhan_thuc_so", "dti_hd_xa_hoi_so"))
    rows = [re.findall(r"[01],\d{4}", line) for line in text.splitlines()[4:7]]
    assert [tuple(row) for row in rows] == [
        ("0,6924", "0,8002"),
        ("0,9000", "1,0000"),
        ("0,2947", "0,5197"),
    ]
    assert all(line.endswith("★") for line in text.splitlines()[4:7])


def test_results_are_headed_by_framework_and_year(standings: Settings, vi: Translator) -> None:
    text = said(standings, "30 24 37", vi)
    headings = [line for line in text.splitlines() if line.startswith("Bộ chỉ số")]
    assert headings == [
        "Bộ chỉ số 2022, kết quả năm 2022",
        "Bộ chỉ số 2022, kết quả năm 2021  số liệu cũ",
        "Bộ chỉ số 2020, kết quả năm 2020  số liệu cũ",
    ]


def under(text: str) -> dict[str, list[str]]:
    """By the heading of a framework and a year the rows below it."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("Bộ chỉ số"):
            rows = found.setdefault(line.split("  ")[0], [])
        elif not line.strip():
            rows = []
        elif found:
            rows.append(" ".join(line.replace("█", "").split()))
    return found


def test_a_figure_stands_under_the_framework_it_is_of(standings: Settings, vi: Translator) -> None:
    text = said(standings, "30 31@2025-07-01", vi, on=TODAY)
    rows = under(text)
    (of_2020,) = rows["Bộ chỉ số 2020, kết quả năm 2020"]
    (of_2022,) = rows["Bộ chỉ số 2022, kết quả năm 2022"]
    assert "0,3504" in of_2020 and "13/63" in of_2022
    later = " ".join(rows["Bộ chỉ số 2025, kết quả năm 2024"])
    assert "0,7857" in later and "0,3504" not in later and "/63" not in later
    assert "giữa hai bộ chỉ số không so sánh được" in flat(text)
    assert "Chỉ số cùng báo cáo" not in text, "nothing is reported by both"


def test_no_figure_stands_twice(standings: Settings, vi: Translator) -> None:
    both = ("dti_tru_cot_cqs_hang", "dti_2020_cqs_hang")
    text = said(standings, "48 37", vi, chosen=both, on=date(2023, 9, 3))
    assert text.count("5/63") == 1


def test_each_dash_has_a_reason_of_its_own(standings: Settings, vi: Translator) -> None:
    text = said(standings, "36 37", vi, Yardstick.REGION, Yardstick.MEAN, on=date(2023, 9, 3))
    rank = next(line for line in text.splitlines() if line.startswith("Xếp hạng DTI"))
    index = next(line for line in text.splitlines() if line.startswith("Chỉ số DTI"))
    assert rank.split()[-4:] == ["—", "¹", "—", "²"]
    assert index.split("  ")[1].strip() == "" and "— ³" in index
    said_of = dict(re.findall(r"^ ([¹²³—]) +(.+)$", text, re.MULTILINE))
    assert said_of["¹"].endswith("không lấy trung bình của thứ hạng")
    assert said_of["³"].endswith("trong vùng chưa có hai đơn vị công bố số liệu cùng kỳ")
    assert said_of["—"] == "đơn vị chưa có số liệu của chỉ số ở dòng này"


@pytest.mark.parametrize("width", [34, 40, 60, 80, 120])
def test_charts_keep_to_the_width(standings: Settings, vi: Translator, width: int) -> None:
    text = said(standings, "30 24 37 49", vi, width=width)
    assert max(map(len, text.splitlines())) <= width
    assert text.count(" 2022") >= 4, "the newest period is always there"


def test_what_does_not_fit_goes_oldest_first_and_is_counted(
    standings: Settings, vi: Translator
) -> None:
    text = said(standings, "48 01", vi, chosen=("dti",), on=TODAY, width=30)
    assert "còn 1 kỳ trước đó" in text


def test_a_partial_mean_is_not_called_the_country_s(standings: Settings, vi: Translator) -> None:
    text = flat(said(standings, "92", vi, *EVERY, chosen=("dti",)))
    assert "TB cả nước: trung bình của 6/63 đơn vị có số, chưa phải của tất cả" in text
    assert (
        "Cần Thơ so với trung bình 2/13 đơn vị đã công bố của vùng Đồng bằng sông Cửu Long: cao "
        "hơn 0,0423"
    ) in text
    assert "so với trung bình 6/63 đơn vị đã công bố: thấp hơn 0,0104" in text
    assert "so với đơn vị tốt nhất (Đà Nẵng): thấp hơn 0,1078" in text
    assert "so với trung bình cả nước" not in text
    assert "Cần Thơ TB vùng 2/13 TB 6/63 đơn vị Tốt nhất" in text, "nor is its column"


def test_a_region_is_told_by_its_name(standings: Settings, vi: Translator) -> None:
    text = said(standings, "92", vi, Yardstick.REGION, Yardstick.BEST, chosen=("dti",))
    head, titles = (
        line for line in text.splitlines() if "Cần Thơ " in line and " so với" not in line
    )
    assert "TB Đồng bằng sông Cửu Long 2/13" in head and "TB Đồng bằng sông Cửu Long 2/13" in titles
    told = flat(said(standings, "92", vi, *EVERY, chosen=("dti",)))
    assert "TB vùng Đồng bằng sông Cửu Long: trung bình của 2/13 đơn vị có số" in told


def test_a_column_of_a_region_is_one_region_s(standings: Settings, vi: Translator) -> None:
    sides = (Yardstick.REGION, Yardstick.BEST)
    text = flat(said(standings, "48@2025-07-01 92", vi, *sides, chosen=("dti",), on=NEW))
    assert "TB Duyên hải Nam Trung Bộ" in text and "Cửu Long" not in text and "0,6501" not in text
    why = "Đà Nẵng không có trong các đơn vị của kỳ số liệu này"
    assert f"TB vùng Duyên hải Nam Trung Bộ: {why}" in text


def test_the_best_of_the_old_map_is_told_from_a_column_of_the_new(
    standings: Settings, vi: Translator
) -> None:
    text = flat(said(standings, "48@2025-07-01 92", vi, Yardstick.BEST, chosen=("dti",), on=NEW))
    assert "Tốt nhất: Đà Nẵng cũ" in text
    assert "so với đơn vị tốt nhất (Đà Nẵng cũ): thấp hơn 0,1078" in text


def test_a_unit_is_not_set_off_against_another_s_region(
    standings: Settings, vi: Translator
) -> None:
    text = flat(said(standings, "96 92", vi, Yardstick.REGION, chosen=("dti",)))
    assert "Cần Thơ so với trung bình 2/13 đơn vị đã công bố của vùng" in text
    other = flat(said(standings, "96 48", vi, Yardstick.REGION, chosen=("dti",)))
    assert "0,6501" in other and "của vùng" not in other


def test_a_published_mean_is_the_country_s(standings: Settings, vi: Translator) -> None:
    text = flat(said(standings, "37", vi, Yardstick.MEAN, chosen=("dti",), on=date(2023, 1, 31)))
    assert "TB cả nước: theo công bố" in text
    assert "Ninh Bình so với trung bình cả nước: cao hơn 0,1050." in text


def test_no_mean_is_taken_of_ranks_and_it_says_so(standings: Settings, vi: Translator) -> None:
    text = said(standings, "92", vi, *EVERY, chosen=("dti_hang",))
    assert "không lấy trung bình của thứ hạng" in text
    row = next(line for line in text.splitlines() if line.startswith("Xếp hạng DTI"))
    assert row.split()[5:10] == ["5/63", "—", "¹", "—", "²"]


def test_the_best_rank_says_among_how_many(standings: Settings, vi: Translator) -> None:
    text = said(standings, "30", vi, Yardstick.BEST, chosen=("dti_hang",))
    line = next(one for one in text.splitlines() if "Xếp hạng DTI" in one)
    assert re.findall(r"\d+/63", line) == ["13/63", "1/63"]


def test_the_best_of_all_ranks_is_named(standings: Settings, vi: Translator) -> None:
    text = flat(said(standings, "30", vi, Yardstick.BEST, chosen=("dti_hang",)))
    assert "Hải Dương so với đơn vị tốt nhất (Đà Nẵng): xếp dưới 12 bậc." in text


def test_an_old_province_beside_the_one_it_became_part_of_says_so(
    standings: Settings, vi: Translator
) -> None:
    text = flat(said(standings, "30 31@2025-07-01", vi, on=TODAY))
    assert (
        "Tỉnh Hải Dương đã thành một phần của Thành phố Hải Phòng: số liệu hai bên chồng lên nhau, "
        "không so như hai đơn vị."
    ) in text


def test_units_of_two_times_say_that_they_never_stood_side_by_side(
    standings: Settings, vi: Translator
) -> None:
    text = flat(said(standings, "30 24@2025-07-01", vi, on=TODAY))
    assert "Tỉnh Hải Dương và Tỉnh Bắc Ninh không cùng tồn tại" in text


def test_of_an_old_and_a_new_unit_of_one_name_the_old_one_says_so(
    standings: Settings, vi: Translator
) -> None:
    text = said(standings, "24@2025-07-01 27", vi, on=date(2025, 7, 1))
    assert text.startswith("So sánh 2 đơn vị · Bắc Ninh, Bắc Ninh cũ")
    assert "Tỉnh Bắc Ninh cũ đã thành một phần của Tỉnh Bắc Ninh: " in flat(text)
    assert " Bắc Ninh           Bắc Ninh cũ" in text, "over the charts"
    assert "Bắc Ninh cũ  hạng 7/63" in text, "in the list"


def test_the_merger_of_every_unit_is_told(standings: Settings, vi: Translator) -> None:
    text = flat(said(standings, "37 24 30 40 49", vi, on=date(2025, 9, 24)))
    assert "Từ 01/07/2025 tỉnh Ninh Bình hợp nhất với" in text, "of the first at length"
    assert (
        "Từ 01/07/2025: Bắc Giang nay thuộc tỉnh Bắc Ninh; Hải Dương nay thuộc thành phố Hải "
        "Phòng; Quảng Nam nay thuộc thành phố Đà Nẵng."
    ) in text


def test_every_pair_that_never_met_is_named(standings: Settings, vi: Translator) -> None:
    units = "37@2025-07-01 24@2025-07-01 30 40 49"
    text = flat(said(standings, units, vi, on=date(2025, 9, 24)))
    assert (
        "trước ngày sắp xếp đơn vị hành chính là Tỉnh Hải Dương và Tỉnh Quảng Nam, sau ngày đó là "
        "Tỉnh Ninh Bình và Tỉnh Bắc Ninh."
    ) in text


@pytest.mark.parametrize("newest", [True, False])
def test_why_units_of_before_are_shown_without_a_day_is_said(
    standings: Settings, vi: Translator, newest: bool
) -> None:
    with Reader(standings.database) as reader:
        comparison = reader.comparison([UnitKey("37"), UnitKey("24")], TODAY, TODAY)
    text = flat(as_text(compare_page(comparison, vi, newest=newest), "", 100))
    assert ("mỗi mã là đơn vị có số liệu, dù nay đã hợp nhất" in text) is newest


def test_the_plain_mean_of_merged_provinces_is_carried_with_its_note(
    standings: Settings, vi: Translator
) -> None:
    text = flat(said(standings, "31@2025-07-01 01", vi, chosen=("dti_2024",), on=TODAY))
    assert "Hải Phòng: Tính từ trung bình cộng các chỉ số chính của các tỉnh cũ" in text


def test_a_choice_that_nobody_has_says_so(standings: Settings, vi: Translator) -> None:
    text = said(standings, "92 48", vi, chosen=("thanh_toan_truc_tuyen",))
    assert "các đơn vị này chưa có số liệu của chỉ số đã chọn" in text


def test_one_unit_is_named_in_the_title(standings: Settings, vi: Translator) -> None:
    assert said(standings, "92", vi, *EVERY).startswith(
        "So sánh Cần Thơ · với TB Đồng bằng sông Cửu Long 2/13, TB 5–6/63 đơn vị, Tốt nhất"
    )


def test_abbreviations_of_the_rows_are_opened_below(standings: Settings, vi: Translator) -> None:
    text = flat(said(standings, "24 30 49", vi, on=date(2025, 6, 1)))
    assert "Viết tắt: " in text
    assert "DVCTT – dịch vụ công trực tuyến" in text
    assert "CDVCQG – Cổng Dịch vụ công quốc gia" in text
