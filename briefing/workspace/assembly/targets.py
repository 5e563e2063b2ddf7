"""Targets of a plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from briefing.domain.goals import is_tie
from briefing.domain.model import Indicator
from briefing.domain.plans import GoalChange, GoalOp, ManualLight, Milestone, Target
from briefing.problems import Fault, listed
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.assembly.due import due_of
from briefing.workspace.assembly.frame import Frame, reach, standing
from briefing.workspace.faults import meaning
from briefing.workspace.limits import limit_fault, shown
from briefing.workspace.models.plans import TargetEntry
from briefing.workspace.numerals import value_fault
from briefing.workspace.records import Loc, Place, Record


def assemble_target(
    record: Record[TargetEntry],
    frame: Frame,
    indicators: Mapping[str, Indicator],
    desk: Desk,
) -> Target | None:
    """A target; ``None``, with problems, when its unit or its date is not known."""
    entry, place = record.entry, record.place
    _check_goal(record, desk)
    _check_references(record, desk)
    _check_dates(record, desk)
    indicator = indicators.get(entry.indicator or "")
    if indicator is not None:
        _check_numbers(record, indicator, desk)
    held = standing(
        frame, desk, place, unit=entry.unit, source=entry.source, known_on=entry.known_on
    )
    if held is None:
        return None
    desk.lead(entry.lead, held.unit, held.read_on, place)
    due = due_of(entry, place, desk)
    return Target(
        id=entry.id,
        plan=frame.plan,
        unit=held.unit,
        title=entry.title,
        title_en=entry.title_en,
        indicator=entry.indicator,
        pillar=entry.pillar,
        known_on=held.known_on,
        goal=entry.goal,
        goal_op=entry.goal_op,
        goal_high=entry.goal_high,
        goal_words=entry.goal_words,
        goal_words_en=entry.goal_words_en,
        goal_printed=entry.goal_printed,
        due=due.due,
        due_from=due.due_from,
        due_kind=due.due_kind,
        due_written=due.due_written,
        due_written_en=entry.due_written_en,
        baseline=entry.baseline,
        baseline_on=entry.baseline_on,
        milestones=tuple(Milestone(on=each.on, value=each.value) for each in entry.milestones),
        level=entry.level,
        weight=entry.weight,
        lead=entry.lead,
        changes=tuple(
            GoalChange(on=each.on, before=each.before, after=each.after, document=each.document)
            for each in entry.changes
        ),
        manual_light=ManualLight(**dict(entry.light)) if entry.light else None,
        source=entry.source,
        paragraphs=entry.paragraphs,
        note=entry.note,
        note_en=entry.note_en,
        applies_to=reach(entry.applies_to, frame, held.owner, desk, place),
    )


def _check_goal(record: Record[TargetEntry], desk: Desk) -> None:
    """Exactly one of a goal, a goal in words, and a goal that the source does not print."""
    entry, place, report = record.entry, record.place, desk.ledger.report
    said = {
        "goal": entry.goal is not None,
        "goal_words": bool(entry.goal_words),
        "goal_printed": not entry.goal_printed,
    }
    found = [key for key, is_said in said.items() if is_said]
    if len(found) > 1:
        report(place, (found[1],), meaning.SEVERAL_GOALS, found=listed(found))
        return
    if entry.goal is None:
        extra = [key for key in ("goal_op", "goal_high") if getattr(entry, key) is not None]
        for key in extra:
            report(place, (key,), meaning.OP_WITHOUT_GOAL, name=key)
        if not found and not extra:
            report(place, (), meaning.NO_GOAL)
        return
    if entry.goal_op is None:
        report(place, ("goal",), meaning.GOAL_WITHOUT_OP, known=listed(GoalOp))
    elif (entry.goal_op is GoalOp.RANGE) != (entry.goal_high is not None) or (
        entry.goal_high is not None and entry.goal_high <= entry.goal
    ):
        report(place, ("goal_op",), meaning.RANGE_GOAL)


def _check_references(record: Record[TargetEntry], desk: Desk) -> None:
    entry, place = record.entry, record.place
    desk.ledger.refer("indicator", entry.indicator, place, ("indicator",))
    desk.ledger.refer("pillar", entry.pillar, place, ("pillar",))
    if entry.indicator and entry.pillar:
        desk.ledger.report(place, ("pillar",), meaning.PILLAR_AND_INDICATOR)
    for index, change in enumerate(entry.changes):
        desk.ledger.refer("document", change.document, place, ("changes", index, "document"))
    desk.cited(entry.source, entry.paragraphs, place)


def _check_dates(record: Record[TargetEntry], desk: Desk) -> None:
    entry, place = record.entry, record.place
    if (entry.baseline is None) != (entry.baseline_on is None):
        key = "baseline" if entry.baseline_on is None else "baseline_on"
        desk.ledger.report(place, (key,), meaning.BASELINE_INCOMPLETE)
    _check_changes(record, desk)
    check_order(desk, place, "milestones", [each.on for each in entry.milestones])
    check_order(desk, place, "changes", [each.on for each in entry.changes])


def _check_changes(record: Record[TargetEntry], desk: Desk) -> None:
    """Each change starts from the goal that stood until then, the first one from ``goal``."""
    stood = record.entry.goal
    for index, change in enumerate(record.entry.changes):
        if stood is None or not is_tie(stood, change.before):
            loc = ("changes", index, "from")
            desk.ledger.report(record.place, loc, meaning.CHANGE_FROM_ANOTHER)
        stood = change.after


def check_order(desk: Desk, place: Place, key: str, days: Sequence[date]) -> None:
    """Check that the days of the items under ``key`` follow each other."""
    for index in range(1, len(days)):
        if days[index] <= days[index - 1]:
            desk.ledger.report(
                place,
                (key, index, "on"),
                meaning.NOT_IN_ORDER,
                value=days[index].isoformat(),
                before=days[index - 1].isoformat(),
            )


def _check_numbers(record: Record[TargetEntry], indicator: Indicator, desk: Desk) -> None:
    entry, place = record.entry, record.place
    numbers: list[tuple[Loc, float | None]] = [
        (("goal",), entry.goal),
        (("goal_high",), entry.goal_high),
        (("baseline",), entry.baseline),
    ]
    for index, milestone in enumerate(entry.milestones):
        numbers.append((("milestones", index, "value"), milestone.value))
    for index, change in enumerate(entry.changes):
        numbers.append((("changes", index, "from"), change.before))
        numbers.append((("changes", index, "to"), change.after))
    for loc, number in numbers:
        if number is None:
            continue
        # Looking for the spelling takes longer than judging the number: only for a mistake.
        if _number_fault(shown(number), number, indicator, desk):
            fault = _number_fault(place.written(loc) or "", number, indicator, desk)
            if fault is not None:
                desk.ledger.report(place, loc, fault[0], **fault[1])


def _number_fault(
    written: str, number: float, indicator: Indicator, desk: Desk
) -> tuple[Fault, dict[str, str | int]] | None:
    return value_fault(written, number, indicator) or limit_fault(
        written, number, indicator, desk.limits
    )
