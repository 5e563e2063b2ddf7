"""Who has carried out what: names where somebody is named, the bare count where nobody is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from briefing.domain.deadlines import task_standing
from briefing.domain.duties import Carrier, Matrix, matrix
from briefing.domain.figures import counts_duty
from briefing.domain.model import Better, Indicator, Measure, Observation, ObservationKind, Unit
from briefing.domain.plans import Task, TaskState
from briefing.domain.standing import Briefing, Carried, Figure, TargetStanding, TaskStanding
from tests.unit.facts import PLAN, indicator, observation, stand, target, task, unit

DAY = date(2024, 6, 10)
HA, NAM, KHANH = (
    unit(code, name=name, full_name=f"Huyện {name}", short=f"H. {name}")
    for code, name in (("ha", "Hà"), ("nam", "Nam"), ("khanh", "Khánh"))
)


def counted(**changes: Any) -> Indicator:
    facts = {"id": "huyen_co_bcd", "measure": Measure.COUNT, "pillar": "the_che_so"}
    return indicator(**{**facts, "noun": "huyện, thị xã", **changes})


def count(numerator: float | None, denominator: float | None, **changes: Any) -> Observation:
    facts = {"indicator": "huyen_co_bcd", "numerator": numerator, "denominator": denominator}
    return observation(numerator or changes.pop("value", 0), "10/06/2024", **{**facts, **changes})


def briefing(
    *tasks: Task,
    figures: tuple[tuple[Indicator, Observation], ...] = (),
    targets: tuple[TargetStanding, ...] = (),
    units: tuple[Unit, ...] = (HA, NAM, KHANH),
) -> Briefing:
    return Briefing(
        unit=unit(),
        as_of=DAY,
        known_on=DAY,
        agenda=(),
        pillars=(),
        targets=targets,
        tasks=tuple(standing(each) for each in tasks),
        figures=tuple(Figure(indicator=i, observation=o) for i, o in figures),
        changes=(),
        indicators={i.id: i for i, _ in figures},
        documents={},
        sources={},
        units={one.code: one for one in units},
        newest=None,
    )


def standing(each: Task) -> TaskStanding:
    return task_standing(each, PLAN, as_of=DAY)


def of_count(numerator: float | None, denominator: float | None, **changes: Any) -> Matrix:
    return matrix(briefing(figures=((counted(), count(numerator, denominator, **changes)),)))


def marks(carriers: tuple[Carrier, ...]) -> dict[str, list[str]]:
    return {one.name: [str(mark) for mark in one.marks.values()] for one in carriers}


def test_a_task_names_who_has_not_done_it() -> None:
    given = task(units=("ha", "nam", "khanh"), done_units=("nam",), due=date(2024, 12, 31))
    (duty,) = matrix(briefing(given)).duties
    assert (duty.ref, duty.done_count, duty.total, duty.missing_count) == ("task:nv", 1, 3, 2)
    assert (duty.done, duty.missing, duty.carried) == (("nam",), ("ha", "khanh"), Carried.OPEN)


def test_units_of_a_task_past_its_deadline_are_late() -> None:
    found = matrix(briefing(task(units=("ha", "nam"), done_units=("nam",))))
    assert found.duties[0].carried is Carried.LATE
    assert marks(found.carriers) == {"Hà": ["late"], "Nam": ["done"]}


def test_a_task_done_as_a_whole_is_done_by_all_its_units() -> None:
    done = task(units=("ha", "nam"), state=TaskState.DONE, done_on=date(2024, 5, 1))
    (duty,) = matrix(briefing(done)).duties
    assert (duty.done, duty.missing, duty.carried) == (("ha", "nam"), (), Carried.DONE)


@pytest.mark.parametrize(
    "each", [task(), task(units=("ha",), state=TaskState.CANCELLED)], ids=["unnamed", "cancelled"]
)
def test_what_names_no_units_or_was_cancelled_is_no_duty_of_many(each: Task) -> None:
    assert matrix(briefing(each)).duties == ()


def test_of_a_bare_count_nobody_is_named() -> None:
    found = of_count(16, 18)
    (duty,) = found.duties
    assert (duty.done_count, duty.total, duty.missing_count) == (16, 18, 2)
    assert (duty.done, duty.missing, duty.is_named, duty.unnamed) == ((), (), False, (16, 2))
    assert found.carriers == ()
    assert found.named == ()


def test_those_whom_a_source_names_are_told_and_the_others_only_counted() -> None:
    found = of_count(16, 18, parts_missing=("Nam",))
    (duty,) = found.duties
    assert (duty.missing, duty.unnamed) == (("Nam",), (16, 1))
    assert marks(found.carriers) == {"Nam": ["open"]}


def test_named_parts_without_a_whole_leave_open_who_is_missing() -> None:
    found = of_count(None, None, value=2, parts_present=("Tư pháp", "Thanh tra"))
    (duty,) = found.duties
    assert (duty.done_count, duty.total, duty.missing_count) == (2, None, 0)
    assert duty.carried is Carried.UNCLEAR
    assert marks(found.carriers) == {"Thanh tra": ["done"], "Tư pháp": ["done"]}


def test_where_the_others_are_counted_the_count_is_turned_round() -> None:
    lower = counted(better=Better.LOWER)
    figure = count(6, 31, parts_present=("Nam",))
    (duty,) = matrix(briefing(figures=((lower, figure),))).duties
    assert (duty.done_count, duty.total, duty.missing_count, duty.inverted) == (25, 31, 6, True)
    assert (duty.done, duty.missing) == ((), ("Nam",))


@pytest.mark.parametrize(
    ("measured", "figure"),
    [
        (counted(noun="cơ sở dữ liệu"), count(11, 14)),
        (counted(noun="chỉ tiêu"), count(39, 65)),
        (counted(noun=""), count(16, 18)),
        (counted(measure=Measure.PERCENT), count(16, 18)),
        (counted(better=Better.NEITHER), count(16, 18)),
        (counted(pillar=None), count(16, 18)),
        (counted(), count(16, None)),
        (counted(), count(19, 18)),
        (counted(), count(0, 0)),
        (counted(), count(2, 18, kind=ObservationKind.CHANGE)),
    ],
    ids=[
        "databases", "targets", "no-noun", "percent", "no-direction", "index", "no-whole",
        "more-than-all", "nobody", "change",
    ],
)  # fmt: skip
def test_other_counts_are_nobody_s_duty(measured: Indicator, figure: Observation) -> None:
    assert not counts_duty(figure, measured)


@pytest.mark.parametrize("noun", ["huyện, thị xã, thành phố", "sở, ngành", "Xã", "cơ quan, đơn vị"])
def test_bodies_can_have_a_duty(noun: str) -> None:
    assert counts_duty(count(7, 20), counted(noun=noun))


def test_a_count_is_late_once_the_task_behind_it_is() -> None:
    answered = target(18, id="bcd", indicator="huyen_co_bcd", due=date(2024, 12, 31))
    judged = stand(answered, count(16, 18), on="10/06/2024", measured_by=counted())
    serving = task(targets=("bcd",))
    found = matrix(briefing(serving, figures=((counted(), count(16, 18)),), targets=(judged,)))
    (duty,) = found.duties
    assert (duty.target, duty.task, duty.carried) == (judged, standing(serving), Carried.LATE)


def test_a_count_of_all_is_done_whatever_the_day() -> None:
    answered = target(18, id="bcd", indicator="huyen_co_bcd", due=date(2024, 6, 1))
    judged = stand(answered, count(18, 18), on="10/06/2024", measured_by=counted())
    found = matrix(
        briefing(task(targets=("bcd",)), figures=((counted(), count(18, 18)),), targets=(judged,))
    )
    assert found.duties[0].carried is Carried.DONE


def test_duties_and_units_with_most_missing_stand_first() -> None:
    later = date(2024, 12, 31)
    found = matrix(
        briefing(
            task(id="a", title="A", units=("ha", "nam"), done_units=("ha", "nam"), due=later),
            task(id="b", title="B", units=("ha", "nam", "khanh"), due=later),
            task(id="c", title="C", units=("nam", "khanh"), done_units=("nam",), due=later),
            task(id="d", title="D", units=("khanh",)),
        )
    )
    assert [duty.ref for duty in found.duties] == ["task:b", "task:d", "task:c", "task:a"]
    assert [(one.name, len(one.missing)) for one in found.carriers] == [
        ("Khánh", 3),
        ("Hà", 1),
        ("Nam", 1),
    ]


@pytest.mark.parametrize("name", ["Hà", "huyện hà", "H. Hà"])
def test_a_part_and_a_unit_of_one_name_are_the_same(name: str) -> None:
    found = matrix(
        briefing(
            task(units=("ha",), due=date(2024, 12, 31)),
            figures=((counted(), count(1, 2, parts_present=(name,))),),
        )
    )
    assert [(one.name, one.unit, len(one.marks)) for one in found.carriers] == [("Hà", HA, 2)]
