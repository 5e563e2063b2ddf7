"""A figure keeps the way it was said: qualifier, unit, whole."""

from __future__ import annotations

import pytest

from briefing.domain.model import Indicator, Measure, Observation, ObservationKind, Qualifier
from briefing.domain.plans import GoalOp
from briefing.domain.standing import GoalInForce
from briefing.formatting import amount, figure, figure_short, goal, goal_short
from briefing.language import Translator
from tests.language.samples import (
    DISTRICTS,
    DOSSIERS,
    INDEX,
    MONEY,
    PERCENT,
    POINTS,
    RANK,
    indicator,
    observation,
)
from tests.language.samples import goal as goal_of

COMPANIES = indicator(DOSSIERS.measure, noun="doanh nghiệp", noun_en="enterprises")
ACCOUNTS = indicator(DOSSIERS.measure)


def change(value: float, of: Qualifier = Qualifier.EXACT) -> Observation:
    return observation(value, kind=ObservationKind.CHANGE, qualifier=of)


@pytest.mark.parametrize(
    ("said", "of", "vietnamese", "english"),
    [
        (observation(69.83), PERCENT, "69,83%", "69.83%"),
        (observation(50, qualifier=Qualifier.AT_LEAST), PERCENT, "trên 50%", "over 50%"),
        (observation(90, qualifier=Qualifier.ALMOST), PERCENT, "gần 90%", "nearly 90%"),
        (
            observation(193, qualifier=Qualifier.ABOUT),
            COMPANIES,
            "khoảng 193 doanh nghiệp",
            "about 193 enterprises",
        ),
        (
            observation(765472, qualifier=Qualifier.ESTIMATE),
            ACCOUNTS,
            "ước 765.472",
            "est. 765,472",
        ),
        (observation(13), RANK, "hạng 13/63", "rank 13/63"),
        (observation(13, denominator=34), RANK, "hạng 13/34", "rank 13/34"),
        (
            observation(16, numerator=16, denominator=18),
            DISTRICTS,
            "16/18 địa phương",
            "16/18 localities",
        ),
        (observation(5.2, qualifier=Qualifier.AT_LEAST), MONEY, "trên 5,2 tỷ đồng", None),
        (observation(88.54), POINTS, "88,54 điểm", "88.54 points"),
        (observation(0.6783), INDEX, "0,6783", "0.6783"),
        (
            observation(69.83, numerator=339252, denominator=485762),
            PERCENT,
            "69,83%",
            "69.83%",
        ),
        (change(33), PERCENT, "tăng 33%", "up 33%"),
        (change(-3, Qualifier.ABOUT), PERCENT, "giảm khoảng 3%", "down about 3%"),
        (change(1), RANK, "tăng 1 bậc", "up 1 place"),
        (change(-3), RANK, "giảm 3 bậc", "down 3 places"),
        (change(0), RANK, "không đổi", "unchanged"),
        (
            observation(18, kind=ObservationKind.EXCESS, qualifier=Qualifier.ALMOST),
            ACCOUNTS,
            "vượt gần 18% chỉ tiêu",
            "nearly 18% above target",
        ),
    ],
)
def test_a_figure_is_said_as_it_was_said(
    said: Observation,
    of: Indicator,
    vietnamese: str,
    english: str | None,
    vi: Translator,
    en: Translator,
) -> None:
    assert figure(said, of, vi) == vietnamese
    assert english is None or figure(said, of, en) == english


@pytest.mark.parametrize(
    ("said", "of", "short"),
    [
        (observation(193, qualifier=Qualifier.ABOUT), COMPANIES, "≈193"),
        (observation(765472, qualifier=Qualifier.ESTIMATE), ACCOUNTS, "≈765.472"),
        (observation(50, qualifier=Qualifier.AT_LEAST), PERCENT, "trên 50%"),
        (observation(16, numerator=16, denominator=18), DISTRICTS, "16/18"),
        (observation(13), RANK, "13/63"),
        (change(33), PERCENT, "tăng 33%"),
    ],
)
def test_a_narrow_figure_drops_the_noun_and_keeps_the_qualifier(
    said: Observation, of: Indicator, short: str, vi: Translator
) -> None:
    assert figure_short(said, of, vi) == short


@pytest.mark.parametrize(
    ("in_force", "of", "vietnamese", "english"),
    [
        (goal_of(50), PERCENT, "≥ 50%", "≥ 50%"),
        (goal_of(40, GoalOp.MORE_THAN), PERCENT, "> 40%", "> 40%"),
        (goal_of(12, GoalOp.AT_MOST), RANK, "hạng ≤ 12", "rank ≤ 12"),
        (goal_of(100, GoalOp.EQUAL), PERCENT, "100%", "100%"),
        (goal_of(70, GoalOp.RANGE, high=80), PERCENT, "70–80%", "70–80%"),
        (goal_of(1500), DOSSIERS, "≥ 1.500 hồ sơ", "≥ 1,500 dossiers"),
        (goal_of(None, words="hoàn thành", words_en="complete"), None, "hoàn thành", "complete"),
        (goal_of(None, printed=False), PERCENT, "mức không nêu", "goal not stated"),
        (goal_of(29), None, "≥ 29", "≥ 29"),
    ],
)
def test_a_goal_is_said_as_it_binds(
    in_force: GoalInForce,
    of: Indicator | None,
    vietnamese: str,
    english: str,
    vi: Translator,
    en: Translator,
) -> None:
    assert goal(in_force, of, vi) == vietnamese
    assert goal(in_force, of, en) == english


def test_a_narrow_goal_has_no_noun(vi: Translator) -> None:
    assert goal_short(goal_of(12, GoalOp.AT_MOST), RANK, vi) == "≤ 12"
    assert goal_short(goal_of(1500), DOSSIERS, vi) == "≥ 1.500"


def test_an_amount_carries_its_measure(vi: Translator) -> None:
    assert [amount(12, each, vi) for each in (PERCENT, RANK, DOSSIERS, POINTS, INDEX)] == [
        "12%",
        "hạng 12",
        "12 hồ sơ",
        "12 điểm",
        "12",
    ]


def test_one_thing_is_counted_in_the_singular(en: Translator) -> None:
    counted = ("drills", "dossiers", "bodies", "indexes", "people")
    nouns = [indicator(DOSSIERS.measure, noun="x", noun_en=each) for each in counted]
    said = [figure(observation(1), each, en) for each in nouns]
    assert said == ["1 drill", "1 dossier", "1 body", "1 index", "1 people"]
    assert [figure(observation(21), each, en) for each in nouns][2:] == [
        "21 bodies",
        "21 indexes",
        "21 people",
    ]


def test_a_name_that_is_not_translated_is_shown_in_vietnamese(en: Translator) -> None:
    assert figure(observation(3), indicator(DOSSIERS.measure, noun="xã"), en) == "3 xã"


def test_an_index_keeps_the_noughts_it_ends_in(vi: Translator) -> None:
    dti = indicator(Measure.INDEX, decimals=4)
    assert [figure(observation(value), dti, vi) for value in (0.488, 1, 0.6077)] == [
        "0,4880", "1,0000", "0,6077",
    ]  # fmt: skip
    assert amount(0.777, dti, vi) == "0,7770"


def test_no_decimal_of_an_index_is_rounded_off(vi: Translator) -> None:
    assert figure_short(observation(0.48805), indicator(Measure.INDEX, decimals=4), vi) == "0,48805"
