"""What is missing though nothing is wrong: told as warnings, once all files have been read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.domain.model import Indicator, Observation
from briefing.domain.plans import Plan, Target, Task
from briefing.problems import Fault, quoted
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.faults import notices
from briefing.workspace.records import Place


def notice_plans(plans: Iterable[Plan], places: Mapping[str, Place], desk: Desk) -> None:
    """Targets without a task, tasks without a target, and either without a named lead.

    ``places`` are those of the targets and tasks, by id.
    """
    plans = tuple(plans)
    served = {id_ for plan in plans for task in plan.tasks for id_ in task.targets}

    def notice(entry: Target | Task, fault: Fault) -> None:
        desk.ledger.report(places[entry.id], ("id",), fault, value=quoted(entry.id))

    for plan in plans:
        for target in plan.targets:
            if target.id not in served:
                notice(target, notices.TARGET_WITHOUT_TASK)
            if target.lead is None:
                notice(target, notices.TARGET_WITHOUT_LEAD)
        for task in plan.tasks:
            if not task.targets:
                notice(task, notices.TASK_WITHOUT_TARGET)
            if task.lead is None and not task.given_to and not task.units:
                notice(task, notices.TASK_WITHOUT_LEAD)


def notice_figures(
    indicators: Iterable[Indicator],
    observations: Iterable[Observation],
    places: Mapping[str, Place],
    desk: Desk,
) -> None:
    """Indicators that no figure ever told of, neither directly nor by counting the opposite part.

    ``places`` are those of the indicators, by id.
    """
    measured = {observation.indicator for observation in observations}
    indicators = tuple(indicators)
    answered = {each.complement_of for each in indicators if each.id in measured}
    for indicator in indicators:
        if indicator.id not in measured and indicator.id not in answered:
            fault = notices.INDICATOR_WITHOUT_FIGURE
            desk.ledger.report(places[indicator.id], ("id",), fault, value=quoted(indicator.id))
