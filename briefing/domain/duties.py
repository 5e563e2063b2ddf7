"""Who has carried out what (bản đồ thực thi thể chế): units against duties given to many of them.

A duty is a task that names its ``units``, or a count of a whole that a source prints ("16/18").
Names are used where a plan or a source gives them; where only a count is printed, nobody is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.domain.figures import counts_duty, duty_ref, is_out_of_whole
from briefing.domain.model import Better, Unit
from briefing.domain.spelling import fold, sort_key
from briefing.domain.standing import (
    Briefing,
    Carried,
    Figure,
    TargetStanding,
    TargetStatus,
    TaskStanding,
    TaskStatus,
)
from briefing.domain.value import value

_DONE = (TaskStatus.DONE_ON_TIME, TaskStatus.DONE_LATE, TaskStatus.DONE)


@value(kw_only=True)
class Duty:
    """Something that many must do, and how many have done it.

    ``task`` is the task itself, or the one that serves the target of a count; ``figure`` the newest
    count and ``target`` what it answers. ``done`` and ``missing`` hold unit codes, or the names of
    parts as the source prints them; they may be fewer than are counted. ``total`` is ``None`` where
    a source names some without saying out of how many. ``inverted``: the source counts those that
    have not done it (6/31).
    """

    ref: str
    done_count: int
    total: int | None
    done: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    late: bool = False
    inverted: bool = False
    task: TaskStanding | None = None
    figure: Figure | None = None
    target: TargetStanding | None = None

    @property
    def missing_count(self) -> int:
        """How many are known not to have done it."""
        return len(self.missing) if self.total is None else self.total - self.done_count

    @property
    def is_named(self) -> bool:
        """Whether anybody is named."""
        return bool(self.done or self.missing)

    @property
    def unnamed(self) -> tuple[int, int]:
        """How many of those who have done it, and of those who have not, are not named."""
        return (
            max(self.done_count - len(self.done), 0),
            max(self.missing_count - len(self.missing), 0),
        )

    @property
    def carried(self) -> Carried:
        """How the duty stands as a whole: done by all, still open, late, or out of unknown many."""
        if self.total is None and not self.missing:
            return Carried.UNCLEAR
        return _carried(not self.missing_count, self.late)


@value(kw_only=True)
class Carrier:
    """A unit, or a part that a source names, and how it stands with each duty given to it.

    ``key`` is the unit's key as text, or the folded name of a part.
    """

    key: str
    name: str
    unit: Unit | None
    marks: Mapping[str, Carried]
    """By the duty's ``ref``; a duty not given to it is absent."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The duties it has not carried out."""
        return tuple(ref for ref, mark in self.marks.items() if mark is not Carried.DONE)


@value(kw_only=True)
class Matrix:
    """Duties and carriers, those with most missing first."""

    duties: tuple[Duty, ...]
    carriers: tuple[Carrier, ...]

    @property
    def named(self) -> tuple[Duty, ...]:
        """The duties of which carriers are named."""
        return tuple(duty for duty in self.duties if duty.is_named)

    def duty(self, ref: str) -> Duty | None:
        """The duty of that ``ref``, or ``None``."""
        return next((duty for duty in self.duties if duty.ref == ref), None)

    def carrier(self, key: str) -> Carrier | None:
        """The carrier of that ``key``, or ``None``."""
        return next((one for one in self.carriers if one.key == key), None)


def matrix(briefing: Briefing) -> Matrix:
    """The duties of one unit's plans and the counts of its newest figures.

    Counts of the whole-province indexes are no duties: they judge what others published. Cancelled
    tasks ask for nothing.
    """
    duties = [_of_task(task) for task in briefing.tasks if _is_given(task)]
    duties += [
        _of_count(figure, briefing)
        for figure in briefing.figures
        if counts_duty(figure.observation, figure.indicator)
    ]
    duties.sort(key=lambda duty: (-duty.missing_count, not duty.late, sort_key(_title(duty))))
    return Matrix(duties=tuple(duties), carriers=_carriers(duties, briefing.units))


def _title(duty: Duty) -> str:
    if duty.figure is not None:
        return duty.figure.indicator.name
    return duty.task.task.title if duty.task is not None else ""


def _is_given(standing: TaskStanding) -> bool:
    return bool(standing.task.units) and standing.status is not TaskStatus.CANCELLED


def _of_task(standing: TaskStanding) -> Duty:
    """A task that names its units; done as a whole without naming anybody, it is done by all."""
    task = standing.task
    units = dict.fromkeys(task.units)
    done = dict.fromkeys(task.done_units) or (units if standing.status in _DONE else {})
    return Duty(
        ref=f"task:{task.id}",
        task=standing,
        done=tuple(code for code in units if code in done),
        missing=tuple(code for code in units if code not in done),
        done_count=sum(code in done for code in units),
        total=len(units),
        late=standing.status is TaskStatus.OVERDUE,
    )


def _of_count(figure: Figure, briefing: Briefing) -> Duty:
    observation = figure.observation
    inverted = figure.indicator.better is Better.LOWER
    counted, total = int(observation.value), None
    if is_out_of_whole(observation):
        counted, total = int(observation.numerator or 0), int(observation.denominator or 0)
    present, absent = observation.parts_present, observation.parts_missing
    target = _answered(figure, briefing.targets)
    task = None
    if target is not None:
        task = next((t for t in briefing.tasks if target.target.id in t.task.targets), None)
    done = counted
    if inverted:
        done = len(absent) if total is None else total - counted
    late = (target is not None and target.status is TargetStatus.MISSED) or (
        task is not None and task.status is TaskStatus.OVERDUE
    )
    return Duty(
        ref=duty_ref(observation),
        figure=figure,
        target=target,
        task=task,
        done=absent if inverted else present,
        missing=present if inverted else absent,
        done_count=done,
        total=total,
        late=late and (total is None or done < total),
        inverted=inverted,
    )


def _answered(figure: Figure, targets: Iterable[TargetStanding]) -> TargetStanding | None:
    """The target that the count answers, or its opposite does; the unit's own before others."""
    answers = (figure.indicator.id, figure.indicator.complement_of)
    found = [target for target in targets if target.target.indicator in answers]
    own = [target for target in found if target.target.unit == figure.observation.unit]
    return next(iter(own or found), None)


def _carried(done: bool, late: bool) -> Carried:
    return Carried.DONE if done else Carried.LATE if late else Carried.OPEN


def _carriers(duties: Iterable[Duty], units: Mapping[str, Unit]) -> tuple[Carrier, ...]:
    """Everybody named, once: a part of a count and a task's unit of one name are the same."""
    known: dict[str, Unit] = {}
    for unit in units.values():
        for name in (unit.name, unit.full_name, unit.short):
            known.setdefault(fold(name), unit)
    marks: dict[str, dict[str, Carried]] = {}
    named: dict[str, tuple[str, Unit | None]] = {}
    for duty in duties:
        for who, done in [(who, True) for who in duty.done] + [(w, False) for w in duty.missing]:
            unit_of = units.get(who) or known.get(fold(who))
            key = str(unit_of.key) if unit_of is not None else fold(who)
            named.setdefault(key, (who if unit_of is None else unit_of.name, unit_of))
            marks.setdefault(key, {})[duty.ref] = _carried(done, duty.late)
    carriers = [
        Carrier(key=key, name=name, unit=unit, marks=marks[key])
        for key, (name, unit) in named.items()
    ]
    carriers.sort(
        key=lambda one: (
            -len(one.missing),
            -sum(mark is Carried.LATE for mark in one.marks.values()),
            sort_key(one.name),
        )
    )
    return tuple(carriers)
