"""Rows of plans, targets and tasks as domain objects: the way out of the database.

Each function takes the columns of its ``SELECT`` in ``queries``, in their order.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.domain.model import UnitKey, UnitKind
from briefing.domain.periods import DeadlineKind
from briefing.domain.plans import (
    Extension,
    GoalChange,
    GoalOp,
    Level,
    Light,
    ManualLight,
    Milestone,
    Plan,
    Target,
    Task,
    TaskState,
)
from briefing.store.errors import UnreadableError
from briefing.store.rows import SqlRow
from briefing.store.texts import day, listed, maybe_number, number, numbers, stored, sure_day


@stored
def plan(
    row: SqlRow, of_unit: UnitKey, targets: tuple[Target, ...], tasks: tuple[Task, ...]
) -> Plan:
    """A plan with the targets and tasks given."""
    return Plan(
        id=row[0],
        unit=of_unit,
        document=row[2],
        title=row[3],
        title_en=row[4],
        note=row[5],
        note_en=row[6],
        targets=targets,
        tasks=tasks,
    )


@stored
def target(
    row: SqlRow,
    of_unit: UnitKey,
    of_indicator: str | None,
    milestones: Iterable[SqlRow],
    changes: Iterable[SqlRow],
) -> Target:
    """A target with its milestones (due, value) and changes (on, before, after, document)."""
    light = None
    if row[20] is not None:
        if row[21] is None or row[22] is None:
            raise UnreadableError("a light without its reason")
        light = ManualLight(light=Light(row[20]), reason=row[21], by=row[22], on=sure_day(row[23]))
    return Target(
        id=row[0],
        plan=row[1],
        unit=of_unit,
        indicator=of_indicator,
        pillar=row[4],
        title=row[5],
        title_en=row[6],
        goal=maybe_number(row[7]),
        goal_op=None if row[8] is None else GoalOp(row[8]),
        goal_high=maybe_number(row[9]),
        goal_words=row[10],
        goal_words_en=row[11],
        goal_printed=bool(row[12]),
        due=day(row[13]),
        due_written=row[14],
        baseline=maybe_number(row[15]),
        baseline_on=day(row[16]),
        level=Level(row[17]),
        weight=number(row[18]),
        lead=row[19],
        manual_light=light,
        source=row[24],
        paragraphs=numbers(row[25]),
        known_on=sure_day(row[26]),
        note=row[27],
        note_en=row[28],
        due_written_en=row[29],
        due_from=day(row[30]),
        due_kind=None if row[31] is None else DeadlineKind(row[31]),
        applies_to=None if row[32] is None else UnitKind(row[32]),
        closed_on=day(row[33]),
        milestones=tuple(Milestone(on=sure_day(m[0]), value=number(m[1])) for m in milestones),
        changes=tuple(
            GoalChange(on=sure_day(c[0]), before=number(c[1]), after=number(c[2]), document=c[3])
            for c in changes
        ),
    )


@stored
def task(
    row: SqlRow, of_unit: UnitKey, targets: Iterable[SqlRow], extensions: Iterable[SqlRow]
) -> Task:
    """A task with the targets it serves and its extensions (granted, due, by, note, as written)."""
    return Task(
        id=row[0],
        plan=row[1],
        unit=of_unit,
        pillar=row[3],
        title=row[4],
        title_en=row[5],
        lead=row[6],
        coordinating=listed(row[7]),
        given_to=row[8],
        given_to_en=row[9],
        units=listed(row[10]),
        done_units=listed(row[11]),
        output=row[12],
        output_en=row[13],
        due_written=row[14],
        due=day(row[15]),
        state=TaskState(row[16]),
        done_on=day(row[17]),
        difficulty=row[18],
        waiting_on=row[19],
        source=row[20],
        paragraphs=numbers(row[21]),
        known_on=sure_day(row[22]),
        note=row[23],
        note_en=row[24],
        due_written_en=row[25],
        due_from=day(row[26]),
        due_kind=None if row[27] is None else DeadlineKind(row[27]),
        closed_on=day(row[28]),
        targets=tuple(found[0] for found in targets),
        extensions=tuple(
            Extension(on=sure_day(e[0]), due=sure_day(e[1]), by=e[2], note=e[3], due_written=e[4])
            for e in extensions
        ),
    )
