"""``briefing whatif``: total, points and rank for assumed indexes, and the raise a rank takes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import call


def asked(root: Path, *arguments: str) -> dict[str, Any]:
    """The answer as a record."""
    said = call("whatif", *arguments, "--format", "json", cwd=root)
    assert (said.code, said.err) == (0, "")
    told: dict[str, Any] = json.loads(said.out)
    assert told["assumption"] is True
    return told


def lines(root: Path, *arguments: str) -> list[str]:
    """The answer as people read it."""
    said = call("whatif", *arguments, cwd=root)
    assert (said.code, said.err) == (0, "")
    return [line.strip() for line in said.out.splitlines()]


def test_a_tenth_more_of_institutions_takes_can_tho_to_third(shipped: Path) -> None:
    told = asked(shipped, "92", "--framework", "dti-2022", "the_che_so=0.90")
    assert told["unit"] == "92"
    assert told["total"]["before"]["low"] == 0.6924
    assert told["total"]["after"] == {"low": 0.7024, "high": 0.7024, "exact": True}
    assert told["rank"]["after"] == {"best": 3, "worst": 3, "universe": 63, "exact": True}
    (changed,) = [index for index in told["indexes"] if index["changed"]]
    assert (changed["id"], changed["before"], changed["after"]) == ("the_che_so", 0.8, 0.9)
    assert changed["points"] == 10


def test_people_read_the_answer_in_the_first_lines(shipped: Path) -> None:
    said = lines(shipped, "92", "the_che_so=0,90")
    assert said[0] == "Thành phố Cần Thơ · Giả định · bộ chỉ số 2022 · kết quả năm 2022"
    assert said[2] == "Hạng 5/63 → hạng 3/63  ↑ lên 2 bậc"
    assert said[3] == "Tổng 0,6924 → 0,7024 · 692,4 → 702,4 trên 1.000 điểm  +10,0"
    assert said[4] == "Bằng tổng của Quảng Ninh 0,7024 (hạng 3): cùng hạng."
    assert said[5].startswith("Đây là giả định, không phải số liệu và không được lưu.")


def test_the_same_is_said_in_english(shipped: Path) -> None:
    said = lines(shipped, "92", "the_che_so=0.90", "--language", "en")
    assert said[2] == "Rank 5/63 → rank 3/63  ↑ up 2 places"
    assert said[3] == "Total 0.6924 → 0.7024 · 692.4 → 702.4 of 1,000 points  +10.0"


@pytest.mark.parametrize(
    "assumed", ["the_che_so=0,9", "the_che_so=90%", "the_che_so=+0,1", "Thể chế số=0.9", "2=0,90"]
)
def test_an_index_is_named_and_valued_in_many_ways(shipped: Path, assumed: str) -> None:
    assert asked(shipped, "can-tho", assumed)["total"]["after"]["low"] == 0.7024


def test_the_smallest_even_raise_to_third(shipped: Path) -> None:
    told = asked(shipped, "92", "--rank", "3")
    even = told["even_raise"]
    assert (even["reach"], even["raise"], even["perhaps_from"]) == ("reaches", 0.01, 0.01)
    assert even["proving_total"] == {"unit": "22", "total": 0.7024, "rank": 3}
    assert told["rank"]["after"]["worst"] == 3
    said = lines(shipped, "92", "--rank", "3")
    assert said[2] == "Để đạt hạng 3/63: nâng đều cả 8 chỉ số chính thêm 0,0100."


def test_one_index_alone_may_not_reach_a_rank(shipped: Path) -> None:
    told = asked(shipped, "92", "--rank", "1", "--only", "nhan_thuc")
    even = told["even_raise"]
    assert (even["reach"], even["raise"]) == ("out_of_reach", None)
    assert even["raised"] == ["nhan_thuc_so"]
    said = lines(shipped, "92", "--rank", "1", "--only", "nhan_thuc")
    assert said[2].startswith("✘ Không thể đạt hạng 1/63: nâng Nhận thức số")
    english = lines(shipped, "92", "--rank", "1", "--only", "nhan_thuc", "--language", "en")
    assert english[2].startswith("✘ Rank 1/63 cannot be reached: with")


def test_where_totals_are_missing_the_rank_is_an_interval_and_says_so(shipped: Path) -> None:
    told = asked(shipped, "92", "hd_kinh_te_so=0,3")
    assert told["rank"]["after"] == {"best": 5, "worst": 24, "universe": 63, "exact": False}
    said = lines(shipped, "92", "hd_kinh_te_so=0,3")
    assert said[2] == "Hạng 5/63 → từ hạng 5 đến 24 (của 63)"
    assert "Trà Vinh 0,6077 (hạng 25) không có" in said[4]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("37", "the_che_so=0.9", "--as-of", "2023-09-03"),
            "trong đó có 5 tổng đã công bố: Hồ Chí Minh 0,7163 (hạng 2) đến Trà Vinh 0,6077",
        ),
        (
            ("37", "nhan_thuc_so=0.8", "the_che_so=0.8", "--as-of", "2023-09-03"),
            "trong đó có 6 tổng đã công bố: Đà Nẵng 0,8002 (hạng 1) đến Trà Vinh 0,6077",
        ),
        (
            ("37", "--period", "2021", "nhan_thuc_so=0.9"),
            "Tổng mới chỉ biết là một khoảng, trong đó có tổng của Thừa Thiên Huế 0,5872 (hạng 2)",
        ),
        (
            ("92", "--period", "2021", "the_che_so=0.90"),
            "5 tổng đã công bố: Đà Nẵng 0,6419 (hạng 1) đến Trà Vinh",
        ),
    ],
)
def test_totals_that_lie_in_an_open_total_are_told_not_denied(
    shipped: Path, arguments: tuple[str, ...], told: str
) -> None:
    text = " ".join(" ".join(lines(shipped, *arguments)).split())
    assert told in text
    assert "không có tổng nào" not in text
    record = asked(shipped, *arguments)
    low, high = record["total"]["after"]["low"], record["total"]["after"]["high"]
    inside = record["rank"]["totals_within"]
    assert inside and all(low <= mark["total"] <= high for mark in inside)


def test_a_unit_without_index_values_says_so_and_takes_assumed_ones(shipped: Path) -> None:
    text = " ".join(lines(shipped, "hai-duong"))
    assert "Hạng 13/63  theo công bố" in text
    assert "Chưa công bố chỉ số chính nào: giả định đủ 8" in text
    ids = [index["id"] for index in asked(shipped, "hai-duong")["indexes"]]
    told = asked(shipped, "hai-duong", *(f"{id_}=0,7" for id_ in ids))
    assert told["total"]["after"] == {"low": 0.7, "high": 0.7, "exact": True}
    assert told["total"]["gain"] is None
    assert told["rank"]["after"]["best"] == told["rank"]["after"]["worst"] == 4
    assert all(index["assumed"] for index in told["indexes"])


def test_without_values_the_inverse_tells_the_total_to_reach(shipped: Path) -> None:
    even = asked(shipped, "hai-duong", "--period", "2022", "--rank", "3")["even_raise"]
    assert (even["reach"], even["raise"]) == ("no_values", None)
    assert even["proving_total"]["total"] == 0.7024


def test_the_three_pillars_of_2020_are_another_framework(shipped: Path) -> None:
    told = asked(shipped, "27", "--framework", "dti-2020", "xa_hoi_so=0,6")
    assert told["total"]["before"]["low"] == 0.4096
    assert told["total"]["after"]["low"] == 0.4680
    assert [index["max_points"] for index in told["indexes"]] == [400, 300, 300]


def test_a_code_is_read_at_the_end_of_the_period_of_the_results(shipped: Path) -> None:
    assert asked(shipped, "24")["name"] == "Bắc Giang"
    ended = "Kết quả là của đơn vị có đến hết 30/06/2025, trước khi sắp xếp lại."
    assert ended in lines(shipped, "24")
    assert ended not in lines(shipped, "24", "--as-of", "2024-01-01")
    assert ended not in lines(shipped, "22")
    said = call("whatif", "24", "--as-of", "2026-01-01", cwd=shipped)
    assert said.code == 1
    assert "Bắc Ninh có từ 01/07/2025 do sáp nhập, sau kỳ của kết quả" in said.err
    assert "24@ là Bắc Giang trước 01/07/2025" in said.err
    assert "27@ là Bắc Ninh trước 01/07/2025" in said.err


@pytest.mark.parametrize(
    ("code", "day", "typed", "merged"),
    [
        ("92", "2026-01-01", "92@ là Cần Thơ trước 01/07/2025", True),
        ("75", "2026-06-01", "70@ là Bình Phước trước 01/07/2025", True),
        ("46", "2025-03-01", "46@ là Thừa Thiên Huế trước 01/01/2025", False),
    ],
)
def test_what_to_type_for_the_unit_of_before_is_said_and_only_a_merger_is_called_one(
    shipped: Path, code: str, day: str, typed: str, merged: bool
) -> None:
    said = call("whatif", code, "--as-of", day, cwd=shipped)
    assert said.code == 1 and typed in said.err
    assert ("sáp nhập" in said.err) is merged
    key = typed.split()[0]
    assert call("whatif", key, "--as-of", day, cwd=shipped).code == 0


def test_the_name_that_pages_give_a_unit_of_before_is_understood(shipped: Path) -> None:
    told = asked(shipped, "Cần Thơ cũ", "--as-of", "2026-01-01")
    assert (told["unit"], told["name"]) == ("92", "Cần Thơ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("13285",), "Phủ Lý: chưa có bộ chỉ số nào cho cấp xã mà tính được tổng."),
        (("vn",), "Bộ chỉ số quốc gia 2025: chỉ chấm cả nước nên không có hạng"),
        (("vn", "--framework", "dti-2025-quoc-gia"), "Bộ chỉ số quốc gia 2025: chỉ chấm cả nước"),
        (("vn", "--framework", "dti-2022"), "Việt Nam: chưa có bộ chỉ số nào cho cấp quốc gia"),
        (("92@2025-07-01",), "93@ là Hậu Giang trước 01/07/2025"),
    ],
)
def test_who_cannot_be_ranked_is_not_told_to_drop_a_day_never_given(
    shipped: Path, arguments: tuple[str, ...], told: str
) -> None:
    said = call("whatif", *arguments, "the_che_so=0,9", cwd=shipped)
    assert (said.code, said.out) == (1, "")
    assert told in said.err
    assert "--as-of" not in said.err
    dated = call("whatif", "24", "--as-of", "2026-01-01", cwd=shipped)
    assert "Với --as-of latest thì mã đơn vị" in dated.err


def test_results_not_yet_published_are_not_used(shipped: Path) -> None:
    told = asked(shipped, "92", "--as-of", "2023-07-12")
    assert told["published_on"] == "2023-07-12"
    said = call("whatif", "92", "--as-of", "2019-01-01", cwd=shipped)
    assert said.code == 1
    assert "Chưa có kết quả nào được công bố đến ngày xem." in said.err


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("92", "the_che_xo=0,9"), 2, "the_che_so (Thể chế số)"),
        (("92", "the_che_so=9"), 2, "ngoài khoảng"),
        (("92", "the_che_so=+5%"), 2, "hiểu được hai cách"),
        (("92", "the_che_so=cao"), 2, "không phải giá trị chỉ số"),
        (("92", "the_che_so"), 2, "thiếu tên chỉ số hoặc giá trị"),
        (("92", "2=0,8", "the_che_so=0,9"), 2, "đã được nêu trước đó"),
        (("92", "nhan=0,9"), 2, "nhan_luc_so"),
        (("92", "6=0,9"), 2, "không tính điểm"),
        (("khong_co",), 2, "Không có đơn vị nào"),
        (("92", "--rank", "64"), 2, "chỉ có 63 đơn vị"),
        (("92", "--rank", "0"), 2, "--rank"),
        (("92", "--only", "the_che_so"), 2, "--only chỉ dùng cùng với --rank."),
        (("92", "--framework", "dti-2099"), 2, "dti-2022"),
        (("92", "--framework", "dti-2025"), 1, "chưa biết đủ điểm tối đa"),
        (("92", "--period", "2019"), 1, "năm 2019"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_can(
    shipped: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    said = call("whatif", *arguments, cwd=shipped)
    assert (said.code, said.out) == (code, "")
    assert told in said.err


def test_nothing_is_written(shipped: Path) -> None:
    def state() -> dict[str, str]:
        return {
            str(path): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(shipped.rglob("*"))
            if path.is_file()
        }

    before = state()
    asked(shipped, "92", "the_che_so=0.99", "--rank", "1")
    asked(shipped, "hai-duong", "the_che_so=0.99")
    assert state() == before
