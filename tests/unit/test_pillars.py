"""A pillar is counts per status and a mean that says how many targets entered it."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.domain.figures import figures
from briefing.domain.model import PillarKind
from briefing.domain.plans import Target
from briefing.domain.progress import pillar_standings
from briefing.domain.standing import TargetStanding, TargetStatus
from tests.unit.facts import day, indicator, observation, pillar, stand, target

GOVERNMENT, ECONOMY = pillar("chinh_quyen_so", 1), pillar("kinh_te_so", 2)
AWARENESS = pillar("nhan_thuc_so", 0, PillarKind.FOUNDATION)
PILLARS = (AWARENESS, ECONOMY, GOVERNMENT)


def reached(
    value: float | None, in_pillar: str | None = "kinh_te_so", **facts: Any
) -> TargetStanding:
    """A target of 100 at ``value`` in a pillar; without a figure for ``None``."""
    measured_by = indicator(pillar=in_pillar)
    told = [] if value is None else [observation(value)]
    return stand(target(100.0, **facts), *told, on="01/06/2024", measured_by=measured_by)


def test_pillars_come_first_then_foundations_each_by_its_place() -> None:
    found = pillar_standings(PILLARS, [], [])
    assert [s.pillar for s in found] == [GOVERNMENT, ECONOMY, AWARENESS]
    assert [(s.mean, s.measured, s.targets) for s in found] == [(None, 0, ())] * 3


def test_the_whole_comes_last_and_only_with_something_in_it() -> None:
    found = pillar_standings(PILLARS, [reached(50, None)], [])
    assert [s.pillar for s in found][-1] is None
    assert found[-1].measured == 1


def test_a_figure_alone_puts_its_pillar_or_the_whole_on_the_page() -> None:
    now = day("01/06/2024")
    of_whole = figures([indicator()], [observation()], as_of=now, known_on=now)
    of_pillar = figures([indicator(pillar="kinh_te_so")], [observation()], as_of=now, known_on=now)
    found = pillar_standings(PILLARS, [], of_whole + of_pillar)
    assert [(s.pillar, s.figures) for s in found if s.figures] == [
        (ECONOMY, of_pillar),
        (None, of_whole),
    ]


def test_the_mean_is_over_the_targets_that_have_an_attainment() -> None:
    words = stand(
        target(goal=None, op=None, goal_words="khá", pillar="kinh_te_so"), on="01/06/2024"
    )
    (found,) = pillar_standings([ECONOMY], [reached(40), reached(80), reached(None), words], [])
    assert found.mean == pytest.approx(0.6)
    assert (found.measured, len(found.targets)) == (2, 4)


def test_what_exceeds_its_goal_does_not_lift_the_mean_beyond_it() -> None:
    (found,) = pillar_standings([ECONOMY], [reached(300), reached(50)], [])
    assert found.mean == 0.75


def test_weights_count() -> None:
    (found,) = pillar_standings([ECONOMY], [reached(100, weight=3.0), reached(20)], [])
    assert found.mean == pytest.approx(0.8)


def test_a_target_without_weight_does_not_enter_the_mean() -> None:
    (found,) = pillar_standings([ECONOMY], [reached(100), reached(20, weight=0.0)], [])
    assert (found.mean, found.measured) == (1.0, 1)
    (found,) = pillar_standings([ECONOMY], [reached(20, weight=0.0)], [])
    assert (found.mean, found.measured) == (None, 0)


def test_missing_is_absent_and_never_nought() -> None:
    (found,) = pillar_standings([ECONOMY], [reached(None)], [])
    assert (found.mean, found.counts[TargetStatus.NO_DATA]) == (None, 1)


def test_every_status_is_counted_even_when_it_is_none() -> None:
    (found,) = pillar_standings([ECONOMY], [reached(100), reached(20), reached(None)], [])
    counted = {status: n for status, n in found.counts.items() if n}
    assert counted == {
        TargetStatus.ACHIEVED: 1,
        TargetStatus.IN_PROGRESS: 1,
        TargetStatus.NO_DATA: 1,
    }
    assert set(found.counts) == set(TargetStatus)


@pytest.mark.parametrize(
    ("of_indicator", "of_target", "stands_in"),
    [
        pytest.param("kinh_te_so", "chinh_quyen_so", ECONOMY, id="the indicator's goes before"),
        pytest.param(None, "chinh_quyen_so", GOVERNMENT, id="else the target's own"),
        pytest.param(None, None, None, id="else the whole"),
        pytest.param("xa_lạ", None, None, id="an unknown pillar loses nothing"),
    ],
)
def test_a_target_s_pillar(
    of_indicator: str | None, of_target: str | None, stands_in: object
) -> None:
    wanted: Target = target(pillar=of_target)
    seen = stand(wanted, on="01/06/2024", measured_by=indicator(pillar=of_indicator))
    (found,) = [s for s in pillar_standings(PILLARS, [seen], []) if s.targets]
    assert found.pillar == stands_in
