"""A what-if in words: what follows, what it rests on, what keeps it open; in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.domain.assumed_indexes import Change
from briefing.domain.editions import Period
from briefing.domain.even_raise import EvenRaise, even_raise
from briefing.domain.model import UnitKey
from briefing.domain.published_totals import PublishedTotals, published_totals
from briefing.domain.what_if import WhatIf, what_if
from briefing.language import Language, Translator, translator
from briefing.pages.even_raise import even_raise_lines
from briefing.pages.layout import lay_out
from briefing.pages.what_if import what_if_page
from briefing.pages.what_if_form import form_answer, form_rows
from briefing.pages.what_if_words import gained_text, rank_text
from tests.unit.facts import unit
from tests.unit.index_facts import (
    FRAMEWORK,
    POINTS,
    RANKS,
    TOTALS,
    edition,
    shares,
    totals_for,
)

VI, EN = translator(Language.VI), translator(Language.EN)
PERIOD = Period(date(2022, 1, 1), date(2022, 12, 31))
ASSUMED = {id_: Change(0.7) for id_ in POINTS}


def of(code: str, totals: PublishedTotals | None = None, **values: float) -> WhatIf:
    """New values of main indexes of a province."""
    changes = {id_: Change(one) for id_, one in values.items()}
    return what_if(FRAMEWORK, shares(code), changes, totals or totals_for(code))


def said(outcome: WhatIf, even: EvenRaise | None = None, columns: int = 100) -> str:
    """The page as one text."""
    page = what_if_page(outcome, unit("92"), PERIOD, date(2023, 7, 12), VI, even)
    return "\n".join(line.text for line in lay_out(page, columns))


def inverse(code: str, rank: int, *only: str, **values: float) -> str:
    """What is said of the raise to a rank."""
    changes = {id_: Change(one) for id_, one in values.items()}
    found = even_raise(FRAMEWORK, shares(code), rank, totals_for(code), changes=changes, only=only)
    return " ".join("".join(s.text for s in block.spans) for block in even_raise_lines(found, VI))


def test_it_is_said_to_be_an_assumption_on_results_of_a_year() -> None:
    text = " ".join(said(of("92", the_che_so=0.9)).split())
    assert "Đây là giả định, không phải số liệu và không được lưu." in text
    assert "giữ nguyên kết quả năm 2022 đã công bố đến 12/07/2023" in text


def test_a_fall_is_told_with_glyph_word_and_points() -> None:
    text = said(of("92", the_che_so=0.1))
    assert "Hạng 5/63 → từ hạng 5 đến 24 (của 63)" in text
    assert "−70,0" in text
    text = said(of("48", hd_kinh_te_so=0.2))
    assert "↓ xuống 1 bậc" in text


def test_unchanged_results_are_told_as_published() -> None:
    assert said(of("92")).splitlines()[0] == " Hạng 5/63  theo công bố"
    moved = what_if(
        FRAMEWORK,
        shares("92"),
        {"nhan_thuc_so": Change(0.05, relative=True), "the_che_so": Change(-0.05, relative=True)},
        totals_for("92"),
    )
    assert said(moved).splitlines()[0] == " Hạng 5/63"


def test_an_interval_names_the_totals_on_both_sides() -> None:
    text = " ".join(said(of("92", hd_kinh_te_so=0.3)).split())
    assert "giữa 46 0,6975 (hạng 4) và 84 0,6077 (hạng 25) không có tổng nào" in text


def test_without_any_published_total_no_rank_can_be_derived() -> None:
    bare = published_totals(edition({}, RANKS), UnitKey("92"))
    assert "chưa công bố tổng chính xác của đơn vị nào" in said(of("92", bare, the_che_so=0.9))


def test_missing_indexes_are_named() -> None:
    known = dict(list(shares("92").items())[:6])
    outcome = what_if(FRAMEWORK, known, {}, published_totals(edition({}, {}), UnitKey("77")))
    text = " ".join(said(outcome).split())
    assert "Chưa có giá trị, để ngỏ từ 0 đến 1: hd_kinh_te_so, hd_xa_hoi_so." in text


def test_indexes_that_do_not_add_up_are_told() -> None:
    odd = published_totals(edition(TOTALS | {"92": 0.6950}, RANKS), UnitKey("92"))
    text = " ".join(said(of("92", odd, the_che_so=0.9)).split())
    assert "Các chỉ số cộng lại là 0,6924, khác tổng công bố 0,6950" in text


def test_assumed_and_capped_values_are_marked_in_words() -> None:
    assumed = what_if(FRAMEWORK, {}, ASSUMED, totals_for("30"))
    assert said(assumed).count("giá trị giả định") == 8
    raised = {"nhan_thuc_so": Change(0.5, relative=True), "the_che_so": Change(-1, relative=True)}
    text = said(what_if(FRAMEWORK, shares("92"), raised, totals_for("92")))
    assert "đến mức cao nhất" in text and "đến mức thấp nhất" in text


def test_the_raise_to_a_rank_is_told_in_a_line() -> None:
    assert inverse("92", 3) == "Để đạt hạng 3/63: nâng đều cả 8 chỉ số chính thêm 0,0100."
    text = inverse("92", 3, "the_che_so", "ha_tang_so")
    assert text.startswith("Để đạt hạng 3/63: nâng đều the_che_so, ha_tang_so thêm 0,0")
    assert inverse("92", 5) == "✔ Không cần nâng: đã ở hạng 5/63 hoặc cao hơn."


def test_an_even_raise_says_which_indexes_stop_at_the_highest_value() -> None:
    assert inverse("92", 1) == (
        "Để đạt hạng 1/63: nâng đều cả 8 chỉ số chính thêm 0,1087. "
        "nhan_thuc_so lên đến mức cao nhất là 1 nên được nâng ít hơn."
    )
    found = even_raise(FRAMEWORK, shares("92"), 1, totals_for("92"))
    text = said(found.outcome, found)
    (own,) = [line for line in text.splitlines() if line.startswith(" nhan_thuc_so  ")]
    assert "+0,1000" in own and "đến mức cao nhất" in own
    assert text.count("+0,1087") == 7


def test_an_even_raise_that_all_indexes_take_in_full_says_nothing_of_the_highest_value() -> None:
    assert "mức cao nhất" not in inverse("92", 3)
    full = {"nhan_thuc_so": 0.99}
    assert even_raise(
        FRAMEWORK, shares("92"), 3, totals_for("92"),
        changes={id_: Change(one) for id_, one in full.items()}, only=["the_che_so"],
    ).capped == ()  # fmt: skip


def test_a_rank_out_of_reach_names_the_total_to_reach() -> None:
    text = inverse("92", 1, "nhan_thuc_so")
    assert "✘ Không thể đạt hạng 1/63: nâng nhan_thuc_so đến mức cao nhất, tổng mới chỉ là" in text
    assert "tổng của 48 0,8002 (hạng 1)" in text


def test_a_rank_that_is_only_not_sure_to_be_reached_is_not_ruled_out() -> None:
    text = inverse("92", 10, "nhan_thuc_so", hd_kinh_te_so=0.3)
    assert "✘ Không chắc đạt được hạng 10/63: nâng nhan_thuc_so đến mức cao nhất" in text
    assert "chưa loại trừ được" in text


def test_a_rank_that_no_total_proves_is_ruled_out_below_totals_that_are_better() -> None:
    totals = published_totals(edition({"79": 0.7163, "22": 0.7024}, {}), UnitKey("92"))
    found = even_raise(FRAMEWORK, shares("92"), 1, totals, only=["nhan_thuc_so"])
    (line,) = even_raise_lines(found, VI)
    assert line.spans[0].text.startswith("✘ Không thể đạt hạng 1/63")


def test_totals_between_perhaps_and_sure_are_not_denied() -> None:
    totals = published_totals(edition(TOTALS | {"60": 0.6500}, RANKS), UnitKey("92"))
    low = {"hd_xa_hoi_so": Change(0.0), "hd_kinh_te_so": Change(0.2)}
    found = even_raise(FRAMEWORK, shares("92"), 10, totals, changes=low)
    assert [mark.total for mark in found.between] == [0.65]
    text = even_raise_lines(found, VI)[1].spans[0].text
    assert "không có tổng nào" not in text
    assert text.endswith("với các tổng giữa hai mức đó chưa chắc hạng.")


def test_an_open_total_is_not_said_to_equal_the_one_at_its_low_end() -> None:
    totals = published_totals(edition({"84": 0.6077}, {"84": 1}, universe=2), UnitKey("77"))
    known = dict.fromkeys(list(POINTS)[:5], 1.0) | {"the_che_so": 0.9}
    known |= {"hd_chinh_quyen_so": 0.5385, "hd_kinh_te_so": 0.0}
    outcome = what_if(FRAMEWORK, known, {"the_che_so": Change(1.0)}, totals)
    assert (outcome.after.low, outcome.after.is_exact) == (0.6077, False)
    text = said(outcome)
    assert "Không dưới 84 0,6077 (hạng 1)." in text
    assert "Bằng tổng của" not in text


def test_a_raise_that_is_only_perhaps_enough_is_told_beside_the_sure_one() -> None:
    text = inverse("92", 10, hd_xa_hoi_so=0.0, hd_kinh_te_so=0.2)
    assert "Để chắc chắn đạt hạng 10/63" in text
    assert "◇ Có thể chỉ cần từ +0," in text
    assert "mà không cần nâng" in inverse("92", 10, hd_kinh_te_so=0.3)


def test_without_values_the_points_that_are_missing_are_told() -> None:
    text = inverse("30", 3)
    assert "thiếu giá trị chỉ số chính. Tổng phải đạt: 22 0,7024 (hạng 3)" in text
    assert text.endswith("Còn thiếu từ 10,1 đến 94,6 điểm.")


@pytest.mark.parametrize("rank", [6, 10, 24])
def test_without_values_a_total_that_only_proves_a_rank_is_no_total_to_reach(rank: int) -> None:
    text = inverse("84", rank)
    assert f"hạng {rank}/63" in text
    assert "Tổng phải đạt để chắc chắn: 92 0,6924 (hạng 5); từ 0,6078 trở lên" in text
    assert text.endswith("thì chưa loại trừ được. Để chắc chắn còn thiếu 84,7 điểm.")


def test_without_values_the_published_total_of_the_rank_itself_is_the_one_to_reach() -> None:
    text = inverse("84", 5)
    assert "Tổng phải đạt: 92 0,6924 (hạng 5). Còn thiếu 84,7 điểm." in text
    assert "chắc chắn" not in text


def test_a_rank_without_totals_is_said_to_be_unknown() -> None:
    bare = published_totals(edition({}, RANKS), UnitKey("92"))
    for known in (shares("92"), {}):
        found = even_raise(FRAMEWORK, known, 3, bare)
        (line,) = even_raise_lines(found, VI)
        assert line.spans[0].text.startswith("◇ ")


def test_points_are_told_with_their_sign_and_no_minus_zero() -> None:
    assert [gained_text(one, VI) for one in (10.0, -0.04, 0.0, -13.8)] == [
        "+10,0", "0", "0", "−13,8",
    ]  # fmt: skip


def test_english_says_the_interval_too() -> None:
    outcome = of("92", hd_kinh_te_so=0.3)
    assert rank_text(outcome.rank_after, EN) == "from rank 5 to 24 (of 63)"


@pytest.mark.parametrize("columns", [38, 58, 78, 118])
@pytest.mark.parametrize("tr", [VI, EN])
def test_no_line_is_wider_than_the_screen(columns: int, tr: Translator) -> None:
    found = even_raise(FRAMEWORK, shares("92"), 2, totals_for("92"))
    odd = what_if(FRAMEWORK, {}, {"the_che_so": Change(0.1, relative=True)}, totals_for("30"))
    for outcome, even in ((found.outcome, found), (odd, None)):
        pages = (
            what_if_page(outcome, unit("92"), PERIOD, None, tr, even),
            form_answer(outcome, tr, even=even, faults=("Thể chế số: “x”",)),
            form_rows(outcome, PERIOD, "2", tr),
        )
        for page in pages:
            assert all(line.cells <= columns for line in lay_out(page, columns))
