"""The statements that are easy to get wrong, pinned one by one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pytest

from tests.data import folder
from tests.data.folder import observation


class Case(NamedTuple):
    """A figure: id, indicator, value, qualifier, start, end, paragraphs."""

    id: str
    indicator: str
    value: float
    qualifier: str
    start: str
    end: str
    paragraphs: str


YEAR_22 = ("2022-01-01", "2022-12-31")
YEAR_23 = ("2023-01-01", "2023-12-31")
SUMMED = ("", "_tw", "_tinh")
HALF_22 = ("2022-01-01", "2022-06-30")
QUARTER_23 = ("2023-01-01", "2023-03-31")


def on(day: str) -> tuple[str, str]:
    return day, day


CASES = [
    Case("nb24_ho_so_truc_tuyen", "ho_so_truc_tuyen", 69.83, "", *YEAR_23, "18"),
    Case("nb24_ho_so_tiep_nhan", "ho_so_tiep_nhan", 485762, "", *YEAR_23, "18"),
    Case(
        "nb24_linh_vuc_du_lieu_mo", "linh_vuc_du_lieu_mo", 11, "", "2023-10-01", "2023-10-31", "14"
    ),
    Case("nb24_don_vi_tslcd", "don_vi_tslcd", 196, "", *on("2024-01-07"), "12"),
    Case(
        "nb24_van_ban_luan_chuyen",
        "van_ban_luan_chuyen",
        11098859,
        "at_least",
        *on("2024-01-07"),
        "19",
    ),
    Case("nb24_dn_cong_nghe_so", "dn_cong_nghe_so", 193, "about", *on("2024-01-07"), "21"),
    Case("nb24_gia_tri_tmdt", "gia_tri_tmdt", 5.2, "at_least", *on("2024-01-07"), "21"),
    Case("nb24_tai_khoan_dinh_danh", "tai_khoan_dinh_danh", 529510, "", *on("2023-12-15"), "22"),
    Case(
        "nb24_tai_khoan_dinh_danh_vuot",
        "tai_khoan_dinh_danh",
        18,
        "almost",
        *on("2023-12-15"),
        "22",
    ),
    Case(
        "nb24_nguoi_dan_tai_khoan_nh",
        "nguoi_dan_tai_khoan_nh",
        765472,
        "estimate",
        *on("2023-12-31"),
        "22",
    ),
    Case("nb24_ho_so_suc_khoe", "ho_so_suc_khoe", 90, "almost", *on("2024-01-07"), "22"),
    Case("nb24_kham_tu_xa", "kham_tu_xa", 40, "at_least", *on("2024-01-07"), "22"),
    Case("bg23_par_index", "par_index", 88.54, "", *YEAR_22, "3"),
    Case("bg23_par_index_hang", "par_index_hang", 4, "", *YEAR_22, "3"),
    Case("bg23_par_index_hang_tang", "par_index_hang", 3, "", *YEAR_22, "3"),
    Case("bg23_par_cqdt_hang", "par_cqdt_hang", 1, "", *YEAR_22, "3"),
    Case(
        "bg23_ho_so_xu_ly_truc_tuyen", "ho_so_xu_ly_truc_tuyen", 79.15, "", *on("2023-03-31"), "7"
    ),
    Case(
        "bg23_httt_chua_phe_duyet_cap_do",
        "httt_chua_phe_duyet_cap_do",
        6,
        "",
        *on("2023-03-31"),
        "15",
    ),
    Case("bg23_van_ban_chi_dao", "van_ban_chi_dao", 11, "", *QUARTER_23, "17"),
    Case("bg23_huyen_co_ke_hoach", "huyen_co_ke_hoach", 9, "", *on("2023-03-31"), "17"),
    Case("hd23_dti_hang", "dti_hang", 13, "", *YEAR_22, "11"),
    Case("hd23_dvctt_tong", "dvctt_tong", 1889, "", *on("2023-09-03"), "13"),
    Case("hd23_ho_so_truc_tuyen", "ho_so_truc_tuyen", 89, "", *on("2023-06-30"), "13"),
    Case("hd23_ho_so_truc_tuyen_tang", "ho_so_truc_tuyen", 33, "", *on("2023-06-30"), "13"),
    Case("hd23_dti_nen_tang_tut_hang", "dti_nen_tang_tut_hang", 3, "", *YEAR_22, "18"),
    Case("na22_lop_attt_lanh_dao", "lop_attt_lanh_dao", 2, "", *HALF_22, "5"),
    Case("na22_to_cnscd_thon", "to_cnscd_thon", 32, "", *on("2022-09-15"), "6"),
    Case(
        "na22_don_vi_tslcd_trien_khai",
        "don_vi_tslcd_trien_khai",
        870,
        "at_least",
        *on("2022-09-15"),
        "10",
    ),
    Case("na22_ho_so_dung_han", "ho_so_dung_han", 96.57, "at_least", *HALF_22, "25"),
    Case("na22_ho_so_qua_han", "ho_so_qua_han", 3, "at_least", *HALF_22, "25"),
    Case("qn22_dvctt_muc_3_4", "dvctt_muc_3_4", 1470, "", *on("2022-04-25"), "4; 5; 8"),
    Case("qn22_huyen_co_bcd", "huyen_co_bcd", 16, "", *on("2022-04-25"), "8; 26"),
    Case("qn22_so_co_bcd", "so_co_bcd", 7, "", *on("2022-04-25"), "8; 26"),
    Case("qn22_ho_so_truc_tuyen", "ho_so_truc_tuyen", 23.08, "", "2022-02-01", "2022-03-31", "8"),
    Case("qn22_lgsp_csdl_trung_uong", "lgsp_csdl_trung_uong", 11, "", *on("2022-04-25"), "9"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_hard_figure_is_as_its_source_has_it(case: Case) -> None:
    row = observation(case.id)
    assert case == Case(
        row["id"],
        row["indicator"],
        float(row["value"]),
        row["qualifier"],
        row["start"],
        row["end"],
        row["paragraphs"],
    )


@pytest.mark.parametrize(
    ("name", "numerator", "denominator"),
    [
        ("nb24_ho_so_truc_tuyen", "339252", "485762"),
        ("bg23_httt_chua_phe_duyet_cap_do", "6", "31"),
        ("bg23_huyen_co_ke_hoach", "9", "10"),
        ("hd23_dti_nen_tang_tut_hang", "3", "5"),
        ("qn22_huyen_co_bcd", "16", "18"),
        ("qn22_so_co_bcd", "7", "20"),
        ("qn22_lgsp_csdl_trung_uong", "11", "14"),
    ],
)
def test_a_count_keeps_both_its_numbers(name: str, numerator: str, denominator: str) -> None:
    row = observation(name)
    assert (row["numerator"], row["denominator"]) == (numerator, denominator)


def test_ninh_binh_s_two_counts_do_not_give_its_printed_rate_and_the_note_says_so() -> None:
    row = observation("nb24_ho_so_truc_tuyen")
    assert round(100 * float(row["numerator"]) / float(row["denominator"]), 2) == 69.84
    assert row["printed"] == "69,83%"
    assert "69,84%" in row["note"]


def test_ninh_binh_s_incoming_and_outgoing_documents_add_up() -> None:
    both = [float(observation(f"nb24_van_ban_{way}")["value"]) for way in ("den", "di")]
    assert sum(both) == float(observation("nb24_van_ban_luan_chuyen")["value"])


def test_a_share_of_all_bodies_gets_no_invented_numerator() -> None:
    assert observation("nb24_co_quan_tslcd")["numerator"] == ""


def test_quang_nam_s_databases_add_up() -> None:
    of = {name: float(observation(f"qn22_csdl_chuyen_nganh{name}")["value"]) for name in SUMMED}
    assert of[""] == of["_tw"] + of["_tinh"] == 141


def test_what_quang_nam_still_lacks_agrees_with_its_counts() -> None:
    for name, left in (("qn22_huyen_co_bcd", 2), ("qn22_so_co_bcd", 13)):
        row = observation(name)
        assert float(row["denominator"]) - float(row["numerator"]) == left


@pytest.mark.parametrize(
    ("name", "kind", "compared_with"),
    [
        ("bg23_par_index_hang_tang", "change", "2021-12-31"),
        ("hd23_dti_hang_tang", "change", "2021-12-31"),
        ("hd23_ho_so_truc_tuyen_tang", "change", "2022-12-31"),
        ("nb24_tai_khoan_dinh_danh_vuot", "excess", ""),
    ],
)
def test_changes_and_the_excess_are_no_values(name: str, kind: str, compared_with: str) -> None:
    row = observation(name)
    assert (row["kind"], row["compared_with"]) == (kind, compared_with)
    assert row["note"]


def test_there_are_no_other_changes_and_excesses() -> None:
    assert len([row for row in folder.observations() if row["kind"]]) == 4


def test_hai_duong_names_which_foundations_fell() -> None:
    row = observation("hd23_dti_nen_tang_tut_hang")
    assert row["parts_present"] == "Thể chế số; Hạ tầng số; An toàn thông tin mạng"
    assert row["parts_missing"] == "Nhận thức số; Nhân lực số"


def indicators() -> Mapping[str, folder.Entry]:
    return {entry["id"]: entry for entry in folder.entries("indicators")}


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("httt_chua_phe_duyet_cap_do", "httt_phe_duyet_cap_do"),
        ("ho_so_qua_han", "ho_so_dung_han"),
        ("dti_nen_tang_tut_hang", "dti_nen_tang_tang_hang"),
    ],
)
def test_a_count_of_the_bad_part_is_the_complement_of_the_good_one(bad: str, good: str) -> None:
    assert indicators()[bad]["complement_of"] == good
    assert (indicators()[bad]["better"], indicators()[good]["better"]) == ("lower", "higher")


def test_the_approved_share_itself_has_no_figure() -> None:
    assert all(row["indicator"] != "httt_phe_duyet_cap_do" for row in folder.observations())


def test_three_provinces_state_an_online_dossier_share_and_two_do_not() -> None:
    stated = [row for row in folder.observations() if row["indicator"] == "ho_so_truc_tuyen"]
    assert {row["unit"] for row in stated if not row["kind"]} == {"37", "30", "49"}
    fully_online = indicators()["ho_so_xu_ly_truc_tuyen"]
    assert fully_online["variant_of"] == "ho_so_truc_tuyen"
    assert fully_online["definition"]


def test_a_rank_is_better_lower_and_knows_its_universe() -> None:
    for name in ("dti_hang", "par_index_hang", "par_cqdt_hang"):
        entry = indicators()[name]
        assert (entry["measure"], entry["better"], entry["universe"]) == ("rank", "lower", 63)
