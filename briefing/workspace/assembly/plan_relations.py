"""Plans held against each other: the same target twice, a task for another province's target."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.domain.goals import DOWNWARD, UPWARD
from briefing.domain.plans import Plan, Target
from briefing.problems import quoted
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.faults import notices
from briefing.workspace.faults import plans as faults
from briefing.workspace.records import Place


def check_relations(plans: Iterable[Plan], places: Mapping[str, Place], desk: Desk) -> None:
    """``places`` are those of the targets and tasks, by id."""
    plans = tuple(plans)
    targets = {target.id: target for plan in plans for target in plan.targets}
    for plan in plans:
        _check_repeated(plan, places, desk)
        for task in plan.tasks:
            for index, id_ in enumerate(task.targets):
                target = targets.get(id_)
                strangers = target and desk.belonging.strangers(target.unit, task.unit)
                if strangers:
                    desk.ledger.report(
                        places[task.id],
                        ("targets", index),
                        faults.TARGET_ELSEWHERE,
                        value=quoted(id_),
                        home=quoted(strangers[0].full_name),
                        owner=quoted(strangers[1].full_name),
                    )


def _check_repeated(plan: Plan, places: Mapping[str, Place], desk: Desk) -> None:
    """A plan sets one goal for an indicator, a unit and a deadline."""
    seen: dict[object, Target] = {}
    for target in plan.targets:
        if target.indicator is None or target.goal is None:
            continue
        op = target.goal_op
        towards = 1 if op in UPWARD else -1 if op in DOWNWARD else op
        key = (
            target.indicator,
            target.unit,
            target.applies_to,
            target.due,
            target.due_written if target.due is None else "",
            target.level,
            towards,
        )
        first = seen.setdefault(key, target)
        if first is not target:
            desk.ledger.report(
                places[target.id],
                ("indicator",),
                notices.TARGET_TWICE,
                other=quoted(first.id),
                first=desk.ledger.where("target", first.id),
            )
