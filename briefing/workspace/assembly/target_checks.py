"""What a target says, held against its document, its indicator and itself."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.domain.goals import DOWNWARD, UPWARD, is_tie
from briefing.domain.model import Better, Document, Indicator, Measure
from briefing.domain.plans import GoalOp, Level, Target
from briefing.problems import quoted
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.assembly.frame import Frame
from briefing.workspace.faults import notices, plans
from briefing.workspace.limits import shown
from briefing.workspace.models.plans import PlanEntry
from briefing.workspace.records import Place

_TURNED = {
    GoalOp.AT_LEAST: GoalOp.AT_MOST,
    GoalOp.MORE_THAN: GoalOp.LESS_THAN,
    GoalOp.AT_MOST: GoalOp.AT_LEAST,
    GoalOp.LESS_THAN: GoalOp.MORE_THAN,
}
_AGAINST = {Better.HIGHER: DOWNWARD, Better.LOWER: UPWARD, Better.NEITHER: frozenset[GoalOp]()}
_JUST_A_NUMBER = re.compile(
    r"(?:[<>≤≥=]=?|trên|dưới|hơn|ít nhất|tối thiểu|tối đa)?\s*[0-9][0-9.,]*"
    r"(?:\s*[-–]\s*[0-9][0-9.,]*)?\s*%?",
    re.IGNORECASE,
)


def check_target(
    target: Target,
    place: Place,
    frame: Frame,
    indicator: Indicator | None,
    documents: Mapping[str, Document],
    desk: Desk,
) -> None:
    """Everything about one target that its values alone do not show."""
    _check_goal(target, place, indicator, desk)
    _check_dates(target, place, frame, desk)
    _check_milestones(target, place, desk)
    _check_changes(target, place, frame, documents, desk)


def check_paper(target: Target, place: Place, plan: PlanEntry, desk: Desk) -> None:
    """A target rests on its plan's document; where none is known it cites a source of its own."""
    if plan.document is not None:
        return
    if target.source is None:
        value = quoted(target.id)
        desk.ledger.report(place, ("id",), plans.TARGET_WITHOUT_DOCUMENT, value=value)
    elif target.level is not Level.AMBITION:
        desk.ledger.report(place, ("id",), notices.DOCUMENT_NOT_NAMED, value=quoted(target.id))


def _check_goal(target: Target, place: Place, indicator: Indicator | None, desk: Desk) -> None:
    report, op = desk.ledger.report, target.goal_op
    if target.goal_words and _JUST_A_NUMBER.fullmatch(target.goal_words):
        value = quoted(target.goal_words)
        report(place, ("goal_words",), plans.GOAL_WORDS_NUMBER, value=value)
    if target.goal is None or op is None:
        return
    if target.indicator is None:
        report(place, ("goal",), notices.GOAL_WITHOUT_INDICATOR, value=quoted(target.id))
        return
    if indicator is None:
        return
    for loc, number in [
        (("goal",), target.goal),
        *((("changes", index, "to"), each.after) for index, each in enumerate(target.changes)),
    ]:
        if indicator.measure is Measure.PERCENT and 0 < number < 1:
            params = {"value": shown(number), "whole": shown(round(number * 100, 6))}
            report(place, loc, notices.MAYBE_FRACTION, **params)
    if op in _AGAINST[indicator.better]:
        report(
            place,
            ("goal_op",),
            plans.GOAL_AGAINST_DIRECTION,
            op=op.value,
            indicator=quoted(indicator.id),
            better=indicator.better.value,
            other=_TURNED[op].value,
        )


def _check_dates(target: Target, place: Place, frame: Frame, desk: Desk) -> None:
    report, due, written = desk.ledger.report, target.due, frame.written
    desk.past(place, ("known_on", target.known_on))
    if written is not None and target.known_on < written:
        report(
            place,
            ("known_on",),
            plans.KNOWN_BEFORE_DOCUMENT,
            value=target.known_on.isoformat(),
            written=written.isoformat(),
        )
    if due is None:
        return
    if target.baseline_on is not None and due <= target.baseline_on:
        report(
            place,
            ("due",),
            plans.DUE_BEFORE_BASELINE,
            due=due.isoformat(),
            baseline=target.baseline_on.isoformat(),
        )
    if written is not None and due < written:
        report(
            place,
            ("due",),
            notices.DUE_BEFORE_DOCUMENT,
            value=due.isoformat(),
            written=written.isoformat(),
        )


def _check_milestones(target: Target, place: Place, desk: Desk) -> None:
    """Milestones lie between baseline and goal, in time and in value."""
    if not target.milestones:
        return
    report, start, due = desk.ledger.report, target.baseline_on, target.due
    ahead = 1 if target.goal_op in UPWARD else -1 if target.goal_op in DOWNWARD else 0
    goals = [change.after for change in target.changes]
    farthest = (
        None if target.goal is None else max([target.goal, *goals], key=lambda to: ahead * to)
    )
    before = target.baseline
    in_time = sorted(enumerate(target.milestones), key=lambda each: each[1].on)
    for index, milestone in in_time:
        on, number = milestone.on, milestone.value
        if due is not None and on > due:
            params = {"value": on.isoformat(), "due": due.isoformat()}
            report(place, ("milestones", index, "on"), plans.MILESTONE_AFTER_DUE, **params)
        if start is not None and on <= start:
            params = {"value": on.isoformat(), "baseline": start.isoformat()}
            report(place, ("milestones", index, "on"), plans.MILESTONE_BEFORE_BASELINE, **params)
        if farthest is not None and _is_beyond(number, farthest, ahead):
            params = {"value": shown(number), "goal": shown(farthest)}
            report(place, ("milestones", index, "value"), plans.MILESTONE_BEYOND_GOAL, **params)
        elif before is not None and _is_beyond(before, number, ahead):
            params = {"value": shown(number), "before": shown(before)}
            report(place, ("milestones", index, "value"), plans.MILESTONE_BACKWARDS, **params)
        before = number


def _is_beyond(number: float, other: float, ahead: int) -> bool:
    """Whether ``number`` lies farther ahead than ``other``; without a direction nothing does."""
    return ahead * (number - other) > 0 and not is_tie(number, other)


def _check_changes(
    target: Target, place: Place, frame: Frame, documents: Mapping[str, Document], desk: Desk
) -> None:
    """A change comes after what it changes, on the day of the document that makes it."""
    report, written = desk.ledger.report, frame.written
    for index, change in enumerate(target.changes):
        on = change.on.isoformat()
        loc = ("changes", index, "on")
        if written is not None and change.on <= written:
            params = {"value": on, "written": written.isoformat()}
            report(place, loc, plans.CHANGE_BEFORE_DOCUMENT, **params)
        document = documents.get(change.document)
        signed = document.date if document is not None else None
        if signed is not None and signed != change.on:
            early = change.on < signed
            fault = plans.CHANGE_BEFORE_ITS_DOCUMENT if early else notices.CHANGE_AFTER_ITS_DOCUMENT
            params = {"value": on, "document": change.document, "written": signed.isoformat()}
            report(place, loc, fault, **params)
        if is_tie(change.before, change.after):
            value = shown(change.after)
            report(place, ("changes", index, "to"), plans.CHANGE_OF_NOTHING, value=value)
