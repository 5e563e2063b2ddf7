"""What a task says, held against its document and itself."""

from __future__ import annotations

from briefing.domain.plans import Task, TaskState
from briefing.problems import listed, quoted
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.assembly.frame import Frame
from briefing.workspace.faults import notices, plans
from briefing.workspace.records import Place


def check_task(task: Task, place: Place, frame: Frame, desk: Desk) -> None:
    """Everything about one task that its values alone do not show."""
    report, written = desk.ledger.report, frame.written
    for key, day, fault in (
        ("known_on", task.known_on, plans.KNOWN_BEFORE_DOCUMENT),
        ("due", task.due, notices.DUE_BEFORE_DOCUMENT),
        ("done_on", task.done_on, notices.DONE_BEFORE_DOCUMENT),
    ):
        if written is not None and day is not None and day < written:
            params = {"value": day.isoformat(), "written": written.isoformat()}
            report(place, (key,), fault, **params)
    desk.past(place, ("done_on", task.done_on), ("known_on", task.known_on))
    for index, unit in enumerate(task.coordinating):
        if unit == task.lead:
            loc = ("coordinating", index)
            report(place, loc, notices.LEAD_COORDINATES, value=quoted(unit))
    missing = [unit for unit in task.units if unit not in task.done_units]
    if task.state is TaskState.DONE and task.done_units and missing:
        report(place, ("state",), notices.UNITS_NOT_DONE, missing=listed(missing))
    _check_extensions(task, place, frame, desk)


def _check_extensions(task: Task, place: Place, frame: Frame, desk: Desk) -> None:
    """Each extension moves the deadline on, and is granted between the document and its new day."""
    report, before = desk.ledger.report, task.due
    if task.extensions and before is None and not task.due_written:
        report(place, ("extensions",), plans.EXTENSION_WITHOUT_DUE)
    for index, extension in enumerate(task.extensions):
        on, due = extension.on, extension.due
        if frame.written is not None and on < frame.written:
            params = {"value": on.isoformat(), "written": frame.written.isoformat()}
            report(place, ("extensions", index, "on"), plans.EXTENSION_BEFORE_DOCUMENT, **params)
        if on > due:
            params = {"on": on.isoformat(), "value": due.isoformat()}
            report(place, ("extensions", index, "on"), plans.EXTENSION_AFTER_NEW_DUE, **params)
        if before is not None and due <= before:
            params = {"value": due.isoformat(), "before": before.isoformat()}
            report(place, ("extensions", index, "due"), plans.EXTENSION_NOT_LATER, **params)
        before = due
