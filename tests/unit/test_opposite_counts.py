"""A count of the opposite part answers a target on the whole's other part."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefing.domain.model import Better, Measure, Observation, Qualifier, UnitKey
from briefing.domain.plans import Target
from briefing.domain.standing import TargetStatus
from tests.unit.facts import indicator, observation, stand, target

BAC_GIANG = UnitKey("24")


class TestBacGiang:
    """ "Còn 6/31 hệ thống chưa phê duyệt": 25/31 = 80,6% against a goal on the approved share."""

    approved = indicator("da_phe_duyet")
    pending = indicator("chua_phe_duyet", Measure.COUNT, Better.LOWER, complement_of="da_phe_duyet")

    def pending_figure(self, **changes: Any) -> Observation:
        facts: dict[str, Any] = {
            "numerator": 6,
            "denominator": 31,
            "unit": BAC_GIANG,
            "end": "30/06/2023",
        }
        return observation(6, **{"indicator": "chua_phe_duyet", **facts, **changes})

    def goal(self, value: float) -> Target:
        return target(value, unit=BAC_GIANG, indicator="da_phe_duyet")

    def test_answers_as_25_of_31(self) -> None:
        seen = stand(
            self.goal(100.0),
            self.pending_figure(),
            on="01/07/2023",
            measured_by=self.approved,
            others=(self.pending,),
        )
        assert seen.derived
        assert seen.observation == self.pending_figure()
        assert seen.value is not None and f"{seen.value:.1f}" == "80.6"
        assert seen.attainment is not None and f"{seen.attainment:.3f}" == "0.806"
        assert seen.status is TargetStatus.IN_PROGRESS

    @pytest.mark.parametrize(("goal", "status"), [(80.0, "achieved"), (81.0, "in_progress")])
    def test_is_judged_like_a_figure(self, goal: float, status: str) -> None:
        seen = stand(
            self.goal(goal),
            self.pending_figure(),
            on="01/07/2023",
            measured_by=self.approved,
            others=(self.pending,),
        )
        assert seen.status == status

    def test_answers_a_goal_on_the_count_as_25(self) -> None:
        counted = indicator("da_phe_duyet", Measure.COUNT)
        seen = stand(
            self.goal(31.0),
            self.pending_figure(),
            on="01/07/2023",
            measured_by=counted,
            others=(self.pending,),
        )
        assert (seen.value, seen.gap) == (25, 6)

    @pytest.mark.parametrize(
        ("qualifier", "status"),
        [
            pytest.param(Qualifier.EXACT, "achieved", id="half pending"),
            pytest.param(Qualifier.AT_LEAST, "in_progress", id="over half pending: almost half"),
            pytest.param(Qualifier.ALMOST, "achieved", id="almost half pending: over half"),
        ],
    )
    def test_turns_a_hedge_round(self, qualifier: Qualifier, status: str) -> None:
        half = self.pending_figure(numerator=15, denominator=30, qualifier=qualifier)
        seen = stand(
            self.goal(50.0),
            half,
            on="01/07/2023",
            measured_by=self.approved,
            others=(self.pending,),
        )
        assert seen.status == status

    @pytest.mark.parametrize(
        "broken",
        [
            {"denominator": None},
            {"numerator": None},
            {"denominator": 0},
            {"numerator": 32},
            {"numerator": -1},
        ],
    )
    def test_needs_both_counts_and_sound_ones(self, broken: dict[str, Any]) -> None:
        seen = stand(
            self.goal(50.0),
            self.pending_figure(**broken),
            on="01/07/2023",
            measured_by=self.approved,
            others=(self.pending,),
        )
        assert seen.status is TargetStatus.NO_DATA

    def test_gives_way_to_a_direct_figure_of_the_same_day_but_not_to_an_older_one(self) -> None:
        same = observation(70, id="a", unit=BAC_GIANG, indicator="da_phe_duyet", end="30/06/2023")
        older = observation(70, id="z", unit=BAC_GIANG, indicator="da_phe_duyet", end="29/06/2023")
        for direct, derived in ((same, False), (older, True)):
            seen = stand(
                self.goal(50.0),
                self.pending_figure(),
                direct,
                on="01/07/2023",
                measured_by=self.approved,
                others=(self.pending,),
            )
            assert seen.derived is derived

    def test_a_variant_answers_nothing(self) -> None:
        variant = indicator("hep_hon", variant_of="da_phe_duyet")
        told = observation(99, unit=BAC_GIANG, indicator="hep_hon", end="30/06/2023")
        seen = stand(
            self.goal(50.0), told, on="01/07/2023", measured_by=self.approved, others=(variant,)
        )
        assert seen.status is TargetStatus.NO_DATA

    @pytest.mark.parametrize("budgets", [(10, None), (None, 10), (10, 999)])
    def test_is_stale_by_either_indicator_s_budget(self, budgets: tuple[Any, Any]) -> None:
        wanted = replace(self.approved, freshness_days=budgets[0])
        counted = replace(self.pending, freshness_days=budgets[1])
        looks = [
            stand(
                self.goal(100.0),
                self.pending_figure(),
                on=on,
                measured_by=wanted,
                others=(counted,),
            ).stale
            for on in ("10/07/2023", "11/07/2023")
        ]
        assert looks == [False, True]
