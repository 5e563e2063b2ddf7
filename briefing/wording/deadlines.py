"""Deadlines in words: how late, how long still, and what was moved."""

from __future__ import annotations

from briefing.domain.plans import Extension, Task
from briefing.domain.standing import TargetStanding, TaskStanding, TaskStatus
from briefing.formatting import MISSING, date_text, days, number
from briefing.language import Translator
from briefing.statuses import word


def lateness(standing: TaskStanding, tr: Translator) -> str:
    """How a task stands against its deadline: "quá hạn 12 ngày", "còn 9 ngày làm việc"."""
    late = standing.days
    if late is None:
        return word(standing.status, tr)
    match standing.status:
        case TaskStatus.OVERDUE:
            return days_late(late, tr)
        case TaskStatus.DONE_LATE:
            return tr.gettext("hoàn thành, chậm {days}").format(days=days(late, tr))
        case TaskStatus.DUE_SOON | TaskStatus.IN_TERM:
            return _time_left(-late, standing.working_days, standing.status, tr)
        case _:
            return word(standing.status, tr)


def target_lateness(standing: TargetStanding, tr: Translator) -> str:
    """ "quá hạn 7 ngày" for a target that missed its due date; else empty."""
    if not standing.days_late:
        return ""
    return days_late(standing.days_late, tr)


def days_late(count: int, tr: Translator) -> str:
    """ "quá hạn 12 ngày"."""
    return tr.gettext("quá hạn {days}").format(days=days(count, tr))


def due(task: Task, tr: Translator) -> str:
    """A deadline as officials wrote it; where nobody wrote it, the date as understood."""
    if task.due_written:
        return tr.pick(task.due_written, task.due_written_en)
    return MISSING if task.due is None else date_text(task.due, tr)


def due_understood(task: Task, tr: Translator) -> str:
    """Both sides of a deadline: "trước ngày 10.5.2022, hiểu là 09/05/2022"."""
    if task.due is None or not task.due_written:
        return due(task, tr)
    return tr.gettext("{written}, hiểu là {date}").format(
        written=tr.pick(task.due_written, task.due_written_en), date=date_text(task.due, tr)
    )


def extension(granted: Extension, tr: Translator) -> str:
    """ "gia hạn đến 30/06/2022 (UBND tỉnh, 01/05/2022)"."""
    return tr.gettext("gia hạn đến {due} ({by}, {on})").format(
        due=date_text(granted.due, tr), by=granted.by, on=date_text(granted.on, tr)
    )


def _time_left(left: int, working: int | None, status: TaskStatus, tr: Translator) -> str:
    if left == 0:
        return tr.gettext("đến hạn hôm nay")
    if status is TaskStatus.DUE_SOON and working:
        text = tr.ngettext("còn {count} ngày làm việc", "còn {count} ngày làm việc", working)
        return text.format(count=number(working, tr))
    text = tr.ngettext("còn {count} ngày", "còn {count} ngày", left)
    return text.format(count=number(left, tr))
