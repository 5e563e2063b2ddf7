"""What a unit scored, rolled up: appraised before its own, missing parts left out on both sides."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.domain.frameworks import Assessment
from briefing.domain.scores import Basis, Score, Sheet, Side
from briefing.domain.scoring import sheet
from tests.unit.own_set import HALF, POINTS, SENT, YEAR_BEFORE, own_set, scored

LEAVES = ("4.1", "4.22.10", "4.22.11", "5.1", "5.2")


def score(found: Sheet, code: str) -> Score:
    """The score of the part of that code."""
    return next(each for each in found.all if each.part.code == code)


def test_a_set_that_nobody_scored_has_no_total_and_no_period() -> None:
    found = sheet(own_set(), ())
    assert (found.start, found.end, found.result.share, found.basis) == (None, None, None, None)
    assert found.result.missing == ("4", "5")
    assert all(each.points is None and each.lost is None for each in found.all)


def test_all_parts_scored_give_their_sum_of_a_hundred() -> None:
    found = sheet(own_set(), [scored(code, POINTS[code]) for code in LEAVES])
    assert (found.result.points, found.result.covered, found.result.share) == (100, 100, 1)
    assert found.result.is_whole
    assert score(found, "4.22").points == 40


def test_the_appraised_points_stand_before_the_unit_s_own() -> None:
    found = sheet(own_set(), [scored("4.1", 18, 16.5)])
    one = score(found, "4.1")
    assert (one.own.points, one.appraised.points, one.points, one.lost) == (18, 16.5, 16.5, 3.5)
    assert found.basis is Basis.APPRAISED


def test_an_appraised_zero_is_a_zero_and_not_missing() -> None:
    found = sheet(own_set(), [scored("4.1", 18, 0)])
    assert (found.result.points, found.result.covered, found.result.share) == (0, 20, 0)


@pytest.mark.parametrize(
    ("rows", "basis"),
    [
        ([scored("4.1", 18)], Basis.SELF),
        ([scored("4.1", 18, 17), scored("5.1", None, 3)], Basis.APPRAISED),
        ([scored("4.1", 18, 17), scored("5.1", 3)], Basis.BOTH),
        ([scored("4.22.10", 18, 17), scored("4.22.11", 3)], Basis.BOTH),
    ],
)
def test_it_is_said_whose_points_count(rows: list[Assessment], basis: Basis) -> None:
    assert sheet(own_set(), rows).basis is basis


def test_a_missing_part_is_left_out_above_and_below_the_line() -> None:
    found = sheet(own_set(), [scored("4.1", 10), scored("5.2", 25)])
    assert (found.result.points, found.result.covered) == (35, 45)
    assert found.result.share == pytest.approx(35 / 45)
    assert found.result.missing == ("4-22", "5-1")
    assert not found.result.is_whole


def test_how_much_of_a_part_is_covered_is_told_at_each_level() -> None:
    found = sheet(own_set(), [scored("4.22.10", 20)])
    assert (score(found, "4.22").covered, score(found, "4.22").maximum) == (25, 40)
    assert (score(found, "4").covered, score(found, "4").maximum) == (25, 60)
    assert score(found, "4").lost == 5
    assert not score(found, "4").is_whole
    assert score(found, "4.22.10").is_whole


def test_a_part_s_own_points_stand_for_it_whatever_its_parts_have() -> None:
    found = sheet(own_set(), [scored("5", 30), scored("5.1", 10), scored("5.2", 15)])
    assert (score(found, "5").points, score(found, "5").covered) == (30, 40)
    assert [(each.part and each.part.code, each.stated, each.found) for each in found.misfits] == [
        ("5", 30, 25)
    ]


def test_a_remark_on_a_part_does_not_hide_what_is_missing_in_it() -> None:
    found = sheet(own_set(), [scored("4", None, note="chờ hồ sơ"), scored("4.1", 10)])
    assert found.result.missing == ("4-22", "5")


def test_a_part_scored_as_a_whole_has_nothing_missing_in_it() -> None:
    found = sheet(own_set(), [scored("5", 30)])
    assert found.result.missing == ("4",)
    assert found.misfits == ()


def test_own_points_that_are_the_sum_of_the_parts_are_no_misfit() -> None:
    rows = [scored("5", 25, 20), scored("5.1", 10, 8), scored("5.2", 15, 12)]
    assert sheet(own_set(), rows).misfits == ()
    assert len(sheet(own_set(), [scored("5", 25, 21), *rows[1:]]).misfits) == 1


def test_points_of_an_unknown_maximum_enter_no_share() -> None:
    found = sheet(own_set({"5.1": None}, complete=False), [scored("5.1", 9), scored("5.2", 20)])
    assert (score(found, "5.1").own.points, score(found, "5.1").points) == (9, None)
    assert (found.result.points, found.result.covered) == (20, 25)
    assert "5-1" in found.result.missing


def test_either_side_rolls_up_by_itself_and_leaves_out_what_it_lacks_on_both_sides() -> None:
    rows = [scored("4.1", 18, 16.5), scored("4.22.10", 20, 20), scored("4.22.11", 9)]
    found = sheet(own_set(), rows)
    four = score(found, "4")
    assert (four.own, four.appraised) == (Side(47, 60, 60), Side(36.5, 45, 60))
    assert (four.own.is_whole, four.appraised.is_whole) == (True, False)
    assert (found.own, found.appraised) == (Side(47, 60, 100), Side(36.5, 45, 100))
    assert found.appraised.share == pytest.approx(36.5 / 45)
    assert found.cut == -1.5


def test_a_cut_is_told_only_of_parts_on_which_both_sides_gave_points() -> None:
    assert sheet(own_set(), [scored("4.1", 18), scored("5.1", None, 3)]).cut is None
    assert sheet(own_set(), [scored("4", 50, 45), scored("4.1", 18, 10)]).cut == -5


def test_parts_that_come_to_more_than_the_whole_are_all_that_can_be_covered() -> None:
    wide = own_set({"4.22": 45, "4.22.10": 30})
    rows = [scored("4.1", 20), scored("4.22.10", 30), scored("4.22.11", 15)]
    four = score(sheet(wide, rows), "4")
    assert (four.got, four.maximum, four.is_whole) == (Side(65, 65, 65), 60, True)
    short = score(sheet(wide, rows[1:]), "4")
    assert (short.covered, short.is_whole) == (45, False)
    assert score(sheet(wide, [scored("4", 60)]), "4").got == Side(60, 60, 60)


def test_a_sum_over_parts_of_which_some_are_not_scored_is_no_misfit() -> None:
    rows = [scored("4", 50), scored("4.1", 18), scored("4.22.10", 20)]
    assert sheet(own_set(), rows).misfits == ()


def test_a_part_that_gives_no_points_is_never_missing() -> None:
    found = sheet(own_set({"5.1": 0, "5": 25}, total=85), [scored("4", 60), scored("5.2", 25)])
    assert found.result.missing == ()
    assert found.result.is_whole


def test_a_later_appraisal_joins_the_earlier_self_assessment() -> None:
    """The unit sends its points in July, the province appraises them in September."""
    july, september = date(2026, 7, 20), date(2026, 9, 1)
    rows = [
        scored("4.1", 18, on=july, evidence="Báo cáo", lead="vp"),
        scored("4.1", None, 15, on=september, note="thiếu minh chứng"),
    ]
    one = score(sheet(own_set(), rows), "4.1")
    assert (one.own.points, one.appraised.points, one.points) == (18, 15, 15)
    assert (one.evidence, one.lead) == ("Báo cáo", "vp")
    assert [each.published_on for each in one.rows] == [september, july]


def test_only_the_newest_period_counts_and_the_others_are_named() -> None:
    rows = [scored("4.1", 10), scored("5.2", 25, period=YEAR_BEFORE)]
    found = sheet(own_set(), rows)
    assert (found.start, found.end) == HALF
    assert found.earlier == (YEAR_BEFORE[1],)
    assert (found.result.points, found.result.covered) == (10, 20)


def test_a_half_year_and_the_year_that_end_together_are_two_periods() -> None:
    year = (date(2026, 1, 1), date(2026, 12, 31))
    second = (date(2026, 7, 1), date(2026, 12, 31))
    found = sheet(own_set(), [scored("4.1", 10, period=year), scored("4.1", 9, period=second)])
    assert (found.start, score(found, "4.1").points) == (second[0], 9)


def test_a_score_of_a_part_that_is_gone_changes_nothing() -> None:
    assert sheet(own_set(), [scored("9", 5)]).result.covered == 0


def test_the_part_s_lead_and_deadline_hold_until_a_unit_has_its_own() -> None:
    parts = own_set().parts
    lead = parts[1].parts[1]
    assert lead.lead is None
    own = scored("5.2", 1, lead="ubnd-xa", due=date(2026, 9, 30))
    one = score(sheet(own_set(), [own]), "5.2")
    assert (one.lead, one.due) == ("ubnd-xa", date(2026, 9, 30))


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(st.sampled_from(LEAVES), st.floats(0, 1)), st.sampled_from(LEAVES))
def test_a_point_more_never_makes_a_total_less(shares: dict[str, float], one: str) -> None:
    points = {code: round((POINTS[code] or 0) * share, 2) for code, share in shares.items()}
    before = sheet(own_set(), [scored(code, each) for code, each in points.items()]).result
    raised = points | {one: float(POINTS[one] or 0)}
    after = sheet(own_set(), [scored(code, each) for code, each in raised.items()]).result
    assert after.points >= before.points - 1e-6
    assert 0 <= after.points <= after.covered <= after.total


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(st.sampled_from(tuple(POINTS)), st.floats(0, 1)))
def test_no_part_is_counted_beside_what_lies_in_it(shares: dict[str, float]) -> None:
    """Whatever is scored, whole parts and what lies in them alike: never more than there is."""
    rows = [
        scored(code, round((POINTS[code] or 0) * share, 2), on=SENT)
        for code, share in shares.items()
    ]
    found = sheet(own_set(), rows)
    for each in found.all:
        assert 0 <= each.covered <= (each.maximum or 0)
        assert (each.points or 0) <= each.covered
    assert found.result.covered <= 100
    assert found.result.covered == sum(each.covered for each in found.scores)
