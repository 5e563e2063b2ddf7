"""Points lost, what stands beside a value, and which open tasks address a main index."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from briefing.domain.addressing import tasks_on, tasks_on_total
from briefing.domain.deadlines import task_standing
from briefing.domain.editions import Figure
from briefing.domain.frameworks import Framework, Part
from briefing.domain.index_standings import IndexStanding, index_standings, rolled_from, shares_of
from briefing.domain.model import Better, Indicator, Measure, Unit, UnitKey, UnitKind
from briefing.domain.placing import Standing, standing_among
from briefing.domain.plans import Task, TaskState
from briefing.domain.profile import Profile
from briefing.domain.standing import Briefing, TargetStanding
from tests.unit.facts import PLAN, indicator, stand, target, task, unit

DAY = date(2024, 6, 10)
INDEX = indicator("dti_the_che_so", Measure.INDEX, pillar="the_che_so", decimals=4)
A, B, C, D = (unit(code, name=code) for code in "abcd")
KNOWN = {each.key: each for each in (A, B, C, D)}


def among(values: dict[Unit, float], own: Unit = A, **changes: Any) -> Standing:
    """``own`` among the values, of four units that could have one; nothing is ranked."""
    found = {one.key: worth for one, worth in values.items()}
    facts: dict[str, Any] = {"universe": 4, "ranks": {}, "rank": None}
    figure = Figure(values[own], "o") if own in values else None
    better = changes.pop("better", Better.HIGHER)
    measured = indicator("dti", Measure.INDEX, better)
    facts |= changes
    return standing_among(measured, found, KNOWN.__getitem__, own=own.key, figure=figure, **facts)


def part(name: str, points: float | None = 100, **changes: Any) -> Part:
    facts: dict[str, Any] = {"code": "1", "name": name, "name_en": name, "pillar": name}
    facts |= {"indicator": f"dti_{name}", "rank": f"dti_{name}_hang", "max_points": points}
    return Part(id=name, **facts | changes)


def framework(*parts: Part) -> Framework:
    return Framework(
        id="khung",
        name="Khung",
        name_en="Framework",
        short="",
        short_en="",
        kind=UnitKind.PROVINCE,
        total=sum(each.max_points or 0 for each in parts),
        complete=True,
        indicator="dti",
        rank="dti_hang",
        parts=parts,
    )


def briefing(*tasks: Task, targets: tuple[TargetStanding, ...] = ()) -> Briefing:
    return Briefing(
        unit=A,
        as_of=DAY,
        known_on=DAY,
        agenda=(),
        pillars=(),
        targets=targets,
        tasks=tuple(task_standing(each, PLAN, as_of=DAY) for each in tasks),
        figures=(),
        changes=(),
        indicators={},
        documents={},
        sources={},
        units={},
        newest=None,
    )


def test_the_mean_is_over_the_values_known_and_a_missing_one_is_no_zero() -> None:
    standing = among({A: 0.4, B: 0.6})
    assert standing.mean == pytest.approx(0.5)
    assert (standing.counted, standing.universe, standing.is_whole) == (2, 4, False)


def test_equal_values_share_a_place_and_the_next_one_is_skipped() -> None:
    values = {A: 0.5, B: 0.7, C: 0.7, D: 0.3}
    assert [among(values, own).place for own in (B, C, A, D)] == [1, 1, 3, 4]
    assert among(values).is_whole


def test_all_who_have_the_best_value_lead_and_two_of_them_are_named() -> None:
    standing = among({A: 1.0, B: 1.0, C: 1.0, D: 0.9})
    assert standing.best == 1.0 and standing.leading == 3
    assert standing.leaders == (A, B)


def test_the_next_above_is_the_lowest_value_above_with_its_published_rank() -> None:
    standing = among({A: 0.5, B: 0.9, C: 0.6}, ranks={C.key: 7})
    assert standing.above is not None
    assert (standing.above.unit, standing.above.value, standing.above.rank) == (C, 0.6, 7)


def test_nobody_stands_above_the_first_nor_beside_it_on_the_same_value() -> None:
    assert among({A: 0.9, B: 0.9, C: 0.1}).above is None


def test_where_lower_is_better_the_lowest_leads() -> None:
    standing = among({A: 5.0, B: 3.0, C: 8.0}, better=Better.LOWER)
    assert (standing.place, standing.best, standing.leaders) == (2, 3.0, (B,))
    assert standing.above is not None and standing.above.unit == B


def test_a_unit_without_a_value_has_no_place_and_nobody_above() -> None:
    standing = among({B: 0.6}, own=A, rank=Figure(13.0, "r"))
    assert standing.place is None and standing.above is None and standing.figure is None
    assert standing.is_told, "its rank is known"


def test_without_any_value_there_is_no_mean_and_no_best() -> None:
    standing = among({})
    assert (standing.mean, standing.best, standing.leaders) == (None, None, ())
    assert not standing.is_told


def index(share: float | None, points: float | None = 100) -> IndexStanding:
    values = {} if share is None else {A: share}
    return IndexStanding(part=part("x", points), standing=among(values), tasks=())


@pytest.mark.parametrize(
    ("share", "points", "lost"),
    [
        (0.62, 100, 38.0),
        (1.0, 100, 0.0),
        (0.0, 150, 150.0),
        (0.2947, 150, 105.795),
        (None, 150, None),
        (0.5, None, None),
    ],
)
def test_points_lost_are_the_share_missing_of_the_maximum(
    share: float | None, points: float | None, lost: float | None
) -> None:
    assert index(share, points).lost == (None if lost is None else pytest.approx(lost))


def test_the_index_that_lost_most_points_comes_first_and_unknown_ones_last() -> None:
    khung = framework(
        part("it", 100), part("nhieu", 200), part("khong_biet", 300), part("la", None)
    )
    standings = {"it": among({A: 0.2}), "nhieu": among({A: 0.7}), "khong_biet": among({})}
    found = index_standings(khung, standings, briefing())
    assert [each.part.id for each in found] == ["it", "nhieu", "khong_biet", "la"]
    assert [each.lost for each in found[:2]] == [pytest.approx(80), pytest.approx(60)]


def test_an_index_that_gives_no_points_is_not_among_those_to_win_back() -> None:
    khung = framework(part("the_che_so"), part("do_thi_thong_minh", 0))
    assert [each.part.id for each in index_standings(khung, {}, briefing())] == ["the_che_so"]


def test_a_missing_index_is_left_out_above_and_below_the_line() -> None:
    khung = framework(part("mot", 100), part("hai", 300))
    found = index_standings(khung, {"mot": among({A: 0.8})}, briefing())
    rolled = rolled_from(khung, found)
    assert shares_of(found) == {"mot": 0.8}
    assert rolled is not None
    assert (rolled.share, rolled.covered, rolled.missing) == (0.8, 100, ("hai",))


def test_nothing_rolls_up_from_nothing() -> None:
    khung = framework(part("mot"))
    assert rolled_from(khung, index_standings(khung, {}, briefing())) is None


def test_a_task_of_the_pillar_addresses_the_index_and_another_does_not() -> None:
    mine, other = task(id="a", pillar="the_che_so"), task(id="b", pillar="ha_tang_so")
    found = tasks_on(part("the_che_so"), briefing(mine, other))
    assert [each.task.id for each in found] == ["a"]


def test_a_task_of_a_pillar_addresses_the_index_of_its_activities() -> None:
    activities = part("hd_xa_hoi_so", 150, pillar="xa_hoi_so")
    assert tasks_on(activities, briefing(task(pillar="xa_hoi_so")))


def judged(subject: Indicator | None = None, **changes: Any) -> TargetStanding:
    """A target without any figure, on an indicator if given."""
    if subject is not None:
        changes["indicator"] = subject.id
    return stand(target(**changes), on="10/06/2024", measured_by=subject)


def test_a_task_addresses_what_the_target_it_serves_is_about() -> None:
    by_indicator = judged(INDEX, id="mot")
    own_pillar = judged(id="hai", pillar="the_che_so")
    other = judged(id="ba")
    tasks = [task(id=name, targets=(name,)) for name in ("mot", "hai", "ba")]
    found = tasks_on(
        part("the_che_so"), briefing(*tasks, targets=(by_indicator, own_pillar, other))
    )
    assert [each.task.id for each in found] == ["hai", "mot"]


def test_what_is_done_addresses_nothing_any_more() -> None:
    done = task(pillar="the_che_so", state=TaskState.DONE, done_on=date(2024, 1, 5))
    assert tasks_on(part("the_che_so"), briefing(done)) == ()


def test_overdue_tasks_come_first_then_the_nearest_deadline() -> None:
    days = {"xa": (2024, 12, 31), "gan": (2024, 7, 1), "qua": (2024, 5, 1)}
    tasks = [task(id=name, pillar="p", due=date(*due)) for name, due in days.items()]
    tasks.append(task(id="khong_han", pillar="p", due=None))
    found = tasks_on(part("p"), briefing(*tasks))
    assert [each.task.id for each in found] == ["qua", "gan", "xa", "khong_han"]
    one = IndexStanding(part=part("p"), standing=None, tasks=found)
    assert one.late == 1


def test_a_task_for_the_rank_addresses_the_whole_and_no_index() -> None:
    rank = indicator("dti_hang", Measure.RANK, Better.LOWER, universe=63)
    goal = judged(rank, id="hang", goal=12)
    told = briefing(task(id="len_hang", targets=("hang",)), targets=(goal,))
    khung = framework(part("the_che_so"))
    assert [each.task.id for each in tasks_on_total(khung, told)] == ["len_hang"]
    assert tasks_on(part("the_che_so"), told) == ()


def profile(*indexes: IndexStanding, **changes: Any) -> Profile:
    facts: dict[str, Any] = {"briefing": briefing(), "peer": None, "moments": ()}
    return Profile(indexes=indexes, **facts | changes)


def test_points_lost_are_added_over_the_indexes_known() -> None:
    assert profile(index(0.5), index(0.9), index(None)).lost == pytest.approx(60)
    assert profile(index(None)).lost is None


@pytest.mark.parametrize(
    ("published", "adds_up"), [(0.5, True), (0.5001, True), (0.5002, False), (0.49, False)]
)
def test_a_total_off_by_more_than_rounding_does_not_add_up(published: float, adds_up: bool) -> None:
    khung = framework(part("mot", 500), part("hai", 500))
    indexes = index_standings(khung, {"mot": among({A: 0.4}), "hai": among({A: 0.6})}, briefing())
    total = replace(among({A: published}), indicator=INDEX)
    told = profile(*indexes, total=total, rolled=rolled_from(khung, indexes))
    assert told.adds_up is adds_up


def test_a_total_of_some_of_the_indexes_is_not_held_against_the_published_one() -> None:
    khung = framework(part("mot", 500), part("hai", 500))
    indexes = index_standings(khung, {"mot": among({A: 0.4})}, briefing())
    total = replace(among({A: 0.9}), indicator=INDEX)
    assert profile(*indexes, total=total, rolled=rolled_from(khung, indexes)).adds_up


def test_indexes_without_an_open_task_are_idle() -> None:
    worked = IndexStanding(
        part=part("p"), standing=None, tasks=tasks_on(part("p"), briefing(task(pillar="p")))
    )
    alone = index(0.5)
    assert profile(worked, alone).idle == (alone,)


def test_an_overdue_task_on_two_indexes_is_one_late_task() -> None:
    late = task(pillar="p", due=date(2024, 5, 1))
    tasks = tasks_on(part("p"), briefing(late))
    twice = IndexStanding(part=part("p"), standing=None, tasks=tasks)
    assert len(profile(twice, twice, general=tasks).late) == 1


def test_of_a_unit_without_any_plan_nobody_is_said_to_do_nothing() -> None:
    assert not profile(index(0.5)).knows_work
    assert profile(index(0.5), briefing=briefing(task())).knows_work
    own = judged()
    assert profile(briefing=briefing(targets=(own,))).knows_work
    assert not profile(briefing=briefing(targets=(replace(own, set_by=B),))).knows_work


def test_the_unit_of_a_profile_is_that_of_its_briefing() -> None:
    assert profile().unit.key == UnitKey("a")
