"""Each rule that decides a target's status says so in one sentence with its numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing import wording
from briefing.domain.model import Better, ObservationKind, Qualifier
from briefing.domain.plans import GoalOp
from briefing.domain.standing import Rule, TargetStanding, TargetStatus
from briefing.language import Translator
from tests.language.samples import (
    DISTRICTS,
    DOSSIERS,
    PERCENT,
    RANK,
    goal,
    indicator,
    observation,
    target_standing,
)

ACCOUNTS_EXCESS = observation(
    18,
    kind=ObservationKind.EXCESS,
    qualifier=Qualifier.ALMOST,
    start=date(2023, 12, 15),
    end=date(2023, 12, 15),
)
NOT_APPROVED = observation(6, indicator="not_approved", numerator=6, denominator=31)
MET = target_standing(
    TargetStatus.ACHIEVED,
    Rule.MEETS_GOAL,
    goal=goal(50.0),
    observation=observation(50, qualifier=Qualifier.AT_LEAST),
    value=50.0,
)
PACED = target_standing(
    TargetStatus.AT_RISK,
    Rule.PACE,
    observation=observation(60, start=date(2023, 1, 1), end=date(2023, 6, 30)),
    value=60.0,
    expected=62.34567,
)
CASES = [
    (
        target_standing(TargetStatus.NOT_MEASURABLE, Rule.GOAL_IN_WORDS, goal=goal(None)),
        "Mục tiêu nêu bằng lời, không xét bằng số.",
        "The goal is stated in words and is not judged by a number.",
    ),
    (
        target_standing(
            TargetStatus.NOT_MEASURABLE, Rule.GOAL_NOT_PRINTED, goal=goal(None, printed=False)
        ),
        "Nguồn không nêu mức đề ra; chỉ ghi lại điều nguồn nêu.",
        "The source does not print the goal; only what it says is recorded.",
    ),
    (
        target_standing(
            TargetStatus.ACHIEVED,
            Rule.STATED_EXCESS,
            of=DOSSIERS,
            goal=goal(None, printed=False),
            observation=ACCOUNTS_EXCESS,
        ),
        "Theo nguồn: vượt gần 18% chỉ tiêu; nguồn không nêu mức đề ra, không tính ngược.",
        "According to the source: nearly 18% above target; the source does not print the goal, "
        "and none is worked out from it.",
    ),
    (
        target_standing(TargetStatus.NO_DATA, Rule.NO_FIGURE),
        "Đến 07/01/2024 chưa có số liệu nào được công bố cho chỉ tiêu này.",
        "No figure for this target had been published by 7 Jan 2024.",
    ),
    (
        MET,
        "Số liệu trên 50% (năm 2023) đạt mức ≥ 50%.",
        "With over 50% (2023) the goal of ≥ 50% is met.",
    ),
    (
        target_standing(
            TargetStatus.MISSED,
            Rule.PAST_DUE,
            goal=goal(90.0),
            observation=observation(90, qualifier=Qualifier.ALMOST),
            value=90.0,
        ),
        "Hết hạn 31/12/2023: số liệu gần 90% (năm 2023) không đạt mức ≥ 90%.",
        "Due 31 Dec 2023: with nearly 90% (2023) the goal of ≥ 90% is missed.",
    ),
    (
        target_standing(
            TargetStatus.AWAITING_RESULT,
            Rule.PAST_DUE_NOT_COVERED,
            of=RANK,
            goal=goal(12.0, GoalOp.AT_MOST),
            observation=observation(13, start=date(2022, 1, 1), end=date(2022, 12, 31)),
            value=13.0,
        ),
        "Đã qua hạn 31/12/2023, chưa có số liệu của kỳ đến hạn; mới nhất là hạng 13/63 (năm 2022).",
        "Past its due date 31 Dec 2023, with no figure yet for the period that was due; "
        "the newest is rank 13/63 (2022).",
    ),
    (
        PACED,
        "Đến 30/06/2023 cần 62,35%; số liệu 60% kém mức cần có, trong giới hạn cho phép.",
        "Needed by 30 Jun 2023: 62.35%. The figure, 60%, is worse, within the margin allowed.",
    ),
    (
        target_standing(
            TargetStatus.IN_PROGRESS,
            Rule.NO_PACE,
            of=RANK,
            goal=goal(12.0, GoalOp.AT_MOST),
            observation=observation(13, start=date(2022, 1, 1), end=date(2022, 12, 31)),
            value=13.0,
        ),
        "Số liệu hạng 13/63 (năm 2022) chưa đạt mức hạng ≤ 12; "
        "không có mốc trung gian hay mức xuất phát nên không xét tiến độ.",
        "With rank 13/63 (2022) the goal of rank ≤ 12 is not met yet; "
        "without milestones or a baseline no pace is judged.",
    ),
]


@pytest.mark.parametrize(("standing", "vietnamese", "english"), CASES)
def test_the_rule_is_told_with_its_numbers(
    standing: TargetStanding, vietnamese: str, english: str, vi: Translator, en: Translator
) -> None:
    assert wording.rule(standing, vi) == vietnamese
    assert wording.rule(standing, en) == english


def test_every_rule_has_its_sentence() -> None:
    assert {standing.rule for standing, _, _ in CASES} == set(Rule)


@pytest.mark.parametrize(
    ("status", "ending"),
    [
        (TargetStatus.ON_TRACK, "không kém mức cần có."),
        (TargetStatus.AT_RISK, "kém mức cần có, trong giới hạn cho phép."),
        (TargetStatus.OFF_TRACK, "kém mức cần có quá giới hạn cho phép."),
    ],
)
def test_the_pace_rule_says_which_side_of_the_margin(
    status: TargetStatus, ending: str, vi: Translator
) -> None:
    standing = target_standing(
        status, Rule.PACE, observation=observation(60), value=60.0, expected=62.0
    )
    assert wording.rule(standing, vi).endswith(ending)


def test_a_share_worked_out_from_the_opposite_count_says_so(vi: Translator, en: Translator) -> None:
    standing = target_standing(
        TargetStatus.IN_PROGRESS,
        Rule.NO_PACE,
        goal=goal(100.0),
        observation=NOT_APPROVED,
        value=25 * 100 / 31,
        derived=True,
    )
    assert wording.judged(standing, vi) == "80,6% (tính từ 6/31)"
    assert wording.judged(standing, en) == "80.6% (from 6/31)"
    assert wording.judged_short(standing, vi) == "80,6%"


def test_a_count_worked_out_from_the_opposite_count_keeps_its_whole(vi: Translator) -> None:
    standing = target_standing(
        TargetStatus.IN_PROGRESS,
        Rule.NO_PACE,
        of=DISTRICTS,
        goal=goal(31.0),
        observation=NOT_APPROVED,
        value=25.0,
        derived=True,
    )
    assert wording.judged(standing, vi) == "25/31 địa phương (tính từ 6/31)"


def test_over_six_of_the_opposite_part_leaves_almost_the_rest(vi: Translator) -> None:
    standing = target_standing(
        TargetStatus.IN_PROGRESS,
        Rule.NO_PACE,
        observation=observation(
            6, indicator="y", numerator=6, denominator=31, qualifier=Qualifier.AT_LEAST
        ),
        value=80.0,
        derived=True,
    )
    assert wording.judged_short(standing, vi) == "gần 80%"


def test_an_opposite_count_that_was_not_judged_is_not_passed_off_as_the_figure(
    vi: Translator,
) -> None:
    standing = target_standing(
        TargetStatus.NOT_MEASURABLE,
        Rule.GOAL_IN_WORDS,
        goal=goal(None),
        observation=NOT_APPROVED,
    )
    assert wording.judged(standing, vi) == "phần ngược lại: 6/31"


def test_nothing_judged_is_a_dash(vi: Translator) -> None:
    assert wording.judged(target_standing(TargetStatus.NO_DATA, Rule.NO_FIGURE), vi) == "—"


@pytest.mark.parametrize(
    ("standing", "vietnamese", "english"),
    [
        (
            target_standing(TargetStatus.MISSED, Rule.PAST_DUE, gap=26.92),
            "còn thiếu 26,92 điểm %",
            "26.92 percentage points short",
        ),
        (
            target_standing(TargetStatus.IN_PROGRESS, Rule.NO_PACE, of=RANK, gap=1.0),
            "còn kém 1 bậc",
            "still 1 place behind",
        ),
        (
            target_standing(
                TargetStatus.MISSED,
                Rule.PAST_DUE,
                of=indicator(DOSSIERS.measure, better=Better.LOWER, noun="hồ sơ"),
                gap=5.0,
            ),
            "còn cao hơn 5 hồ sơ",
            "still 5 hồ sơ too high",
        ),
        (target_standing(TargetStatus.ACHIEVED, Rule.MEETS_GOAL, gap=-2.0), "", ""),
        (target_standing(TargetStatus.NO_DATA, Rule.NO_FIGURE), "", ""),
    ],
)
def test_the_distance_to_the_goal_is_said_in_the_measure(
    standing: TargetStanding, vietnamese: str, english: str, vi: Translator, en: Translator
) -> None:
    assert wording.gap(standing, vi) == vietnamese
    assert wording.gap(standing, en) == english


def test_the_expectation_is_dated_by_the_figures_own_period(vi: Translator, en: Translator) -> None:
    assert wording.expected(PACED, vi) == "cần 62,35% đến 30/06/2023"
    assert wording.expected(PACED, en) == "62.35% needed by 30 Jun 2023"
    assert wording.expected(MET, vi) == ""


@pytest.mark.parametrize(
    ("meets", "vietnamese"),
    [(True, "đạt muộn: 92% (năm 2024)"), (False, "số liệu sau hạn: 92% (năm 2024)")],
)
def test_a_figure_after_the_due_date_stands_beside(
    meets: bool, vietnamese: str, vi: Translator
) -> None:
    standing = target_standing(
        TargetStatus.MISSED,
        Rule.PAST_DUE,
        later=observation(92, start=date(2024, 1, 1), end=date(2024, 12, 31)),
        later_meets=meets,
    )
    assert wording.later(standing, vi) == vietnamese
    assert wording.later(MET, vi) == ""


def test_how_a_qualifier_is_read_is_explained(vi: Translator, en: Translator) -> None:
    said = {each: observation(90, qualifier=each) for each in Qualifier}
    notes = {each: wording.qualifier_note(said[each], vi) for each in Qualifier}
    assert notes[Qualifier.EXACT] == ""
    assert notes[Qualifier.ALMOST] == "“gần”: chưa tới số đã nêu"
    assert len(set(notes.values())) == len(Qualifier)
    over = wording.qualifier_note(said[Qualifier.AT_LEAST], en)
    assert over == "“over”: more than the printed number"


def test_a_percentage_is_not_given_a_noun(vi: Translator) -> None:
    named = indicator(PERCENT.measure, noun="hồ sơ")
    standing = target_standing(
        TargetStatus.ACHIEVED, Rule.MEETS_GOAL, of=named, observation=observation(90), value=90.0
    )
    assert wording.judged(standing, vi) == "90%"


def test_a_baseline_without_a_newer_figure_is_told_as_such(vi: Translator, en: Translator) -> None:
    start = date(2022, 12, 31)
    standing = target_standing(
        TargetStatus.IN_PROGRESS,
        Rule.NO_PACE,
        observation=observation(60, start=date(2022, 1, 1), end=start),
        value=60.0,
    )
    standing = replace(standing, target=replace(standing.target, baseline=60.0, baseline_on=start))
    assert "chưa có số liệu nào sau mức xuất phát" in wording.rule(standing, vi)
    assert "no figure is newer than the baseline" in wording.rule(standing, en)
