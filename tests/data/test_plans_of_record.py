"""Goals, deadlines and documents are those that the sources print."""

from __future__ import annotations

from datetime import date

import pytest

from tests.data import folder
from tests.data.folder import target, task

OPS = {"≥", ">", "≤", "<", "=", "range"}


@pytest.mark.parametrize("entry", folder.targets(), ids=lambda entry: entry["id"])
def test_a_target_has_a_goal_or_words_or_says_that_none_is_printed(entry: folder.Entry) -> None:
    number = entry.get("goal") is not None and entry.get("goal_op") in OPS
    words = bool(entry.get("goal_words")) and bool(entry.get("goal_words_en"))
    hidden = entry.get("goal_printed", True) is False
    assert [number, words, hidden].count(True) == 1


@pytest.mark.parametrize("entry", folder.tasks(), ids=lambda entry: entry["id"])
def test_a_deadline_keeps_the_words_it_was_written_in(entry: folder.Entry) -> None:
    assert "due" not in entry or folder.written(entry)
    assert ("done_on" in entry) <= (entry.get("state") == "done")


@pytest.mark.parametrize(
    ("name", "due", "written"),
    [
        ("qn_thanh_lap_bcd", date(2022, 5, 9), "trước ngày 10.5.2022"),
        ("qn_lgsp_dan_cu", date(2022, 4, 30), "trong tháng 4.2022"),
        ("qn_stp_dau_gia", date(2022, 12, 31), "quý 3 và quý 4 năm 2022"),
        ("qn_stp_vi_pham_hanh_chinh", date(2022, 12, 31), "quý 3 và quý 4 năm 2022"),
        ("na_nhan_rong_to_cnscd", date(2022, 12, 31), "trong tháng 12/2022"),
        ("na_ke_hoach_cds_2025", date(2022, 7, 31), "tháng 7/2022"),
        ("na_4845_mo_hinh_xa", date(2022, 12, 1), "từ ngày 1/6/2022 đến ngày 1/12/2022"),
        ("na_4096_bo_chi_so", date(2023, 12, 31), "từ năm 2023"),
        ("hd_nq06_ngay_cds", None, "26.3 hằng năm"),
        ("hd_kho_du_lieu", None, "sớm"),
    ],
)
def test_a_deadline_is_read_as_officials_mean_it(name: str, due: date | None, written: str) -> None:
    assert (folder.due(task(name)), folder.written(task(name))) == (due, written)


def test_nghe_an_s_joined_system_was_done_on_a_printed_day() -> None:
    assert task("na_ket_noi_cong")["done_on"] == date(2022, 2, 24)


@pytest.mark.parametrize(
    ("name", "goal_op", "goal", "due", "level"),
    [
        ("hd_dti_2023_hang_12", "≤", 12, date(2023, 12, 31), "ambition"),
        ("hd_dti_top_10", "≤", 10, None, "ambition"),
        ("hd_tp_hai_duong_tthc", "≥", 100, date(2023, 1, 1), "assigned"),
        ("bg_29_chi_tieu_2023", "≥", 29, date(2023, 12, 31), "committed"),
        ("bg_kh6649_thanh_toan", ">", 40, date(2023, 12, 31), "committed"),
        ("qn_bcd_huyen_18", "≥", 18, date(2022, 5, 9), "assigned"),
        ("qn_bcd_so_20", "≥", 20, date(2022, 5, 9), "assigned"),
        ("na_630_tai_lieu_quy", "≥", 80, date(2025, 12, 31), "committed"),
        ("na_630_thu_vien_huyen", "≥", 100, date(2030, 12, 31), "committed"),
    ],
)
def test_a_goal_stands_as_printed(
    name: str, goal_op: str, goal: float, due: date | None, level: str
) -> None:
    entry = target(name)
    found = (entry["goal_op"], entry["goal"], folder.due(entry), entry["level"])
    assert found == (goal_op, goal, due, level)


def test_a_goal_that_is_not_printed_is_not_worked_back() -> None:
    hidden = {entry["id"] for entry in folder.targets() if entry.get("goal_printed") is False}
    assert hidden == {
        "nb_nq01_muc_tieu_2025",
        "nb_dinh_danh_bca",
        "na_3615_phat_sinh",
        "na_3615_ho_so",
        "vn_nq03_11",
    }
    assert all("goal" not in target(name) for name in hidden)


def test_the_order_on_committees_serves_both_of_its_targets() -> None:
    assert task("qn_thanh_lap_bcd")["targets"] == ["qn_bcd_huyen_18", "qn_bcd_so_20"]
    assert task("qn_thanh_lap_bcd")["given_to"] == "2 địa phương và 13 sở, ngành"


def test_what_a_department_only_proposed_is_no_task() -> None:
    leads = {entry.get("lead") for entry in folder.tasks() if entry["source"] == "quang_nam_2022"}
    assert "qn-snnptnt" not in leads


@pytest.mark.parametrize(
    ("name", "number", "day", "paragraphs"),
    [
        ("na-5010-ubnd-th-2022", "5010/UBND-TH", date(2022, 7, 6), [8, 26]),
        ("cp-73-2014-nd", "73/2014/NĐ-CP", date(2013, 9, 5), [4]),
        ("bg-11-2022-nq-hdnd", "11/2022/NQ-HĐND", None, [6]),
        ("qn-1491-kh-ubnd-2022", "1491/KH-UBND", date(2022, 3, 15), [11]),
        ("hd-06-nq-tu-2021", "06-NQ/TU", date(2021, 3, 26), [9]),
        ("btttt-639-thh-2022", "639/BTTTT-THH", date(2022, 2, 28), [4]),
        ("na-630-kh-ubnd-2022", "630/KH-UBND", date(2022, 9, 15), [23, 24]),
    ],
)
def test_a_document_keeps_its_number_date_and_place(
    name: str, number: str, day: date | None, paragraphs: list[int]
) -> None:
    entry = {document["id"]: document for document in folder.entries("documents")}[name]
    assert (entry["number"], entry["date"]) == (number, day)
    assert [cited["paragraphs"] for cited in entry["cited"]] == [paragraphs]


def test_the_decree_whose_years_disagree_carries_a_warning() -> None:
    documents = {entry["id"]: entry for entry in folder.entries("documents")}
    assert "73/2019/NĐ-CP" in documents["cp-73-2014-nd"]["note"]
    assert "06/07/2022" in documents["na-5010-ubnd-th-2022"]["note"]
