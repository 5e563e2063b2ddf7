"""The worked cases of the design, on what the five provinces really said."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.domain.model import Measure, Observation, ObservationKind, Qualifier, UnitKey
from briefing.domain.plans import GoalOp, Level, Target
from briefing.domain.progress import figures, task_standing
from briefing.domain.standing import Rule, TargetStatus, TaskStatus
from tests.unit.facts import PLAN, RANK, day, indicator, observation, stand, target, task

HAI_DUONG, NINH_BINH = UnitKey("30"), UnitKey("37")
BAC_GIANG, QUANG_NAM = UnitKey("24"), UnitKey("49")


class TestHaiDuong:
    """Rank 13/63 for 2022, published on 03/09/2023; the director hopes for 12 in 2023."""

    rank = observation(
        13,
        end="31/12/2022",
        unit=HAI_DUONG,
        indicator="hang_dti",
        numerator=13,
        denominator=63,
        published_on=day("03/09/2023"),
    )
    hope = target(
        12.0,
        GoalOp.AT_MOST,
        unit=HAI_DUONG,
        indicator="hang_dti",
        level=Level.AMBITION,
        due=date(2023, 12, 31),
        known_on=day("03/09/2023"),
    )

    def test_is_in_progress_without_a_baseline(self) -> None:
        seen = stand(self.hope, self.rank, on="03/09/2023", measured_by=RANK)
        assert (seen.status, seen.rule) == (TargetStatus.IN_PROGRESS, Rule.NO_PACE)
        assert (seen.value, seen.gap, seen.attainment, seen.days_late) == (13, 1, None, None)

    @pytest.mark.parametrize(
        ("baseline", "on", "status"),
        [
            pytest.param(14.0, date(2021, 12, 31), "on_track", id="14th in 2021: 13 is asked"),
            pytest.param(20.0, date(2021, 12, 31), "on_track", id="20th in 2021: 16 is asked"),
            pytest.param(12.0, date(2021, 12, 31), "off_track", id="12th in 2021: 12 is asked"),
            pytest.param(13.0, date(2022, 12, 31), "in_progress", id="the figure is the baseline"),
        ],
    )
    def test_is_judged_by_its_baseline(self, baseline: float, on: date, status: str) -> None:
        facts = {
            name: getattr(self.hope, name)
            for name in ("unit", "indicator", "level", "due", "known_on")
        }
        paced = target(12.0, GoalOp.AT_MOST, baseline=baseline, baseline_on=on, **facts)
        assert stand(paced, self.rank, on="03/09/2023", measured_by=RANK).status == status

    def test_awaits_the_result_of_2023_on_07_01_2024(self) -> None:
        seen = stand(self.hope, self.rank, on="07/01/2024", measured_by=RANK)
        assert (seen.status, seen.rule) == (
            TargetStatus.AWAITING_RESULT,
            Rule.PAST_DUE_NOT_COVERED,
        )
        assert seen.days_late is None

    def test_is_missed_only_when_the_rank_of_2023_is_known_and_short(self) -> None:
        of_2023 = observation(
            13, id="n", unit=HAI_DUONG, indicator="hang_dti", published_on=day("15/07/2024")
        )
        seen = stand(self.hope, self.rank, of_2023, on="15/07/2024", measured_by=RANK)
        assert (seen.status, seen.days_late) == (TargetStatus.MISSED, 197)

    def test_has_no_data_before_the_rank_is_published(self) -> None:
        seen = stand(self.hope, self.rank, on="02/09/2023", measured_by=RANK)
        assert seen.status is TargetStatus.NO_DATA


class TestNinhBinh:
    """529.510 accounts by 15/12/2023, "vượt gần 18% chỉ tiêu Bộ Công an giao"."""

    accounts = indicator("tai_khoan", Measure.COUNT)
    value = observation(
        529_510,
        id="value",
        end="15/12/2023",
        indicator="tai_khoan",
        published_on=day("07/01/2024"),
    )
    excess = observation(
        18,
        id="excess",
        end="15/12/2023",
        indicator="tai_khoan",
        kind=ObservationKind.EXCESS,
        qualifier=Qualifier.ALMOST,
        published_on=day("07/01/2024"),
    )
    given = target(
        goal=None,
        op=None,
        goal_printed=False,
        indicator="tai_khoan",
        level=Level.ASSIGNED,
        due=None,
    )

    def test_reached_the_target_by_its_source_and_nothing_is_computed_back(self) -> None:
        seen = stand(
            self.given, self.value, self.excess, on="07/01/2024", measured_by=self.accounts
        )
        assert (seen.status, seen.rule) == (TargetStatus.ACHIEVED, Rule.STATED_EXCESS)
        assert seen.observation == self.excess
        assert seen.goal.value is None
        assert (seen.value, seen.attainment, seen.gap, seen.expected) == (None,) * 4

    def test_shows_the_excess_beside_the_figure(self) -> None:
        now = day("07/01/2024")
        shown = figures([self.accounts], [self.value, self.excess], as_of=now, known_on=now)
        assert [(f.observation, f.stated) for f in shown] == [(self.value, (self.excess,))]


class TestQuangNam:
    """16/18 localities and 7/20 departments on 25/04/2022; all are due by 09/05/2022."""

    boards = indicator("ban_chi_dao", Measure.COUNT)

    def boards_set_up(self, done: float, of: float, end: str = "25/04/2022") -> Observation:
        return observation(
            done,
            id=end,
            end=end,
            start=day(end),
            unit=QUANG_NAM,
            indicator="ban_chi_dao",
            numerator=done,
            denominator=of,
            printed=f"{done:g}/{of:g}",
        )

    def all_of(self, number: float) -> Target:
        return target(number, unit=QUANG_NAM, indicator="ban_chi_dao", due=date(2022, 5, 9))

    @pytest.mark.parametrize(
        ("done", "of", "share", "short"),
        [(16.0, 18.0, 16 / 18, 2.0), (7.0, 20.0, 0.35, 13.0)],
        ids=["16 of 18 localities", "7 of 20 departments"],
    )
    def test_stands_at_its_numerator(
        self, done: float, of: float, share: float, short: float
    ) -> None:
        for on, status in (
            ("25/04/2022", "in_progress"),
            ("09/05/2022", "in_progress"),
            ("10/05/2022", "awaiting_result"),
        ):
            seen = stand(
                self.all_of(of), self.boards_set_up(done, of), on=on, measured_by=self.boards
            )
            assert (seen.status, seen.value) == (status, done)
            assert (seen.attainment, seen.gap) == (share, short)

    def test_is_missed_when_the_last_day_s_count_is_short(self) -> None:
        told = (self.boards_set_up(16, 18), self.boards_set_up(17, 18, "09/05/2022"))
        seen = stand(self.all_of(18), *told, on="12/05/2022", measured_by=self.boards)
        assert (seen.status, seen.value, seen.days_late) == (TargetStatus.MISSED, 17, 3)

    def test_came_late_when_a_count_after_the_day_is_full(self) -> None:
        told = (self.boards_set_up(17, 18, "09/05/2022"), self.boards_set_up(18, 18, "20/05/2022"))
        seen = stand(self.all_of(18), *told, on="20/05/2022", measured_by=self.boards)
        assert (seen.status, seen.later_meets) == (TargetStatus.MISSED, True)

    def test_the_task_is_due_soon_and_then_overdue(self) -> None:
        setting_up = task(unit=QUANG_NAM, due=date(2022, 5, 9), due_written="trước ngày 10.5.2022")
        off = {date(2022, 5, 2), date(2022, 5, 3)}
        looks = [
            task_standing(setting_up, PLAN, as_of=day(on), holidays=off)
            for on in ("22/04/2022", "25/04/2022", "09/05/2022", "21/05/2022")
        ]
        assert [(seen.status, seen.days, seen.working_days) for seen in looks] == [
            (TaskStatus.DUE_SOON, -17, 9),
            (TaskStatus.DUE_SOON, -14, 8),
            (TaskStatus.DUE_SOON, 0, 0),
            (TaskStatus.OVERDUE, 12, 0),
        ]
