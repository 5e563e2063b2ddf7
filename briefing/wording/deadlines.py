"""Deadlines in words: how late, how long still, and what was moved."""

from __future__ import annotations

from datetime import date

from briefing.domain.periods import DeadlineKind
from briefing.domain.plans import Extension, Target, Task
from briefing.domain.standing import TargetStanding, TaskStanding, TaskStatus
from briefing.formatting import MISSING, date_text, days, number
from briefing.language import Translator
from briefing.statuses import word


def lateness(standing: TaskStanding, tr: Translator) -> str:
    """How a task stands against its deadline: "quá hạn 12 ngày", "còn 9 ngày làm việc"."""
    late = standing.days
    if late is None:
        return _endless(standing, tr)
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


def due(promise: Task | Target, tr: Translator) -> str:
    """A deadline as officials wrote it; where nobody wrote it, what is understood."""
    written = tr.pick(promise.due_written, promise.due_written_en)
    return written or understood(promise, tr) or MISSING


def understood(promise: Task | Target, tr: Translator) -> str:
    """What a deadline is read as: its last day, "thường xuyên", or since when; empty if nothing."""
    since, until = promise.due_from, promise.due
    match promise.due_kind:
        case DeadlineKind.RECURRING:
            return _recurring(since, until, tr)
        case DeadlineKind.OPEN_ENDED if since is not None and until is None:
            text = tr.gettext("từ {day}, không có hạn cuối")
            return text.format(day=date_text(since, tr))
        case _:
            return "" if until is None else date_text(until, tr)


def _recurring(since: date | None, until: date | None, tr: Translator) -> str:
    days = {"start": since and date_text(since, tr), "end": until and date_text(until, tr)}
    match since, until:
        case None, None:
            return tr.gettext("thường xuyên")
        case _, None:
            return tr.gettext("thường xuyên từ {start}").format(**days)
        case None, _:
            return tr.gettext("thường xuyên đến {end}").format(**days)
        case _:
            return tr.gettext("thường xuyên từ {start} đến {end}").format(**days)


def due_understood(promise: Task | Target, tr: Translator) -> str:
    """Both sides of a deadline: "trước ngày 10.5.2022, hiểu là 09/05/2022"."""
    written = due(promise, tr)
    if not needs_reading(promise, tr):
        return written
    text = tr.gettext("{written}, hiểu là {date}")
    return text.format(written=written, date=understood(promise, tr))


def needs_reading(promise: Task | Target, tr: Translator) -> bool:
    """Whether a deadline as written does not say itself what it is read as."""
    read = understood(promise, tr)
    return bool(read) and read.lower() not in due(promise, tr).lower()


def extension(granted: Extension, tr: Translator) -> str:
    """ "gia hạn đến 30/06/2022 (UBND tỉnh, 01/05/2022)"; the new deadline as it was written, too:
    "gia hạn đến quý II/2022, hiểu là 30/06/2022 (…)".
    """
    day = date_text(granted.due, tr)
    if granted.due_written and day not in granted.due_written:
        text = tr.gettext("{written}, hiểu là {date}")
        day = text.format(written=granted.due_written, date=day)
    return tr.gettext("gia hạn đến {due} ({by}, {on})").format(
        due=day, by=granted.by, on=date_text(granted.on, tr)
    )


def _endless(standing: TaskStanding, tr: Translator) -> str:
    """How a task without a last day stands: it recurs, begins later, or has no deadline."""
    task = standing.task
    if standing.status is not TaskStatus.OPEN_ENDED:
        return word(standing.status, tr)
    if task.due_from is not None and task.due_from > standing.as_of:
        return tr.gettext("bắt đầu {day}").format(day=date_text(task.due_from, tr))
    if task.due_kind is DeadlineKind.RECURRING:
        return tr.gettext("thường xuyên")
    return word(standing.status, tr)


def _time_left(left: int, working: int | None, status: TaskStatus, tr: Translator) -> str:
    if left == 0:
        return tr.gettext("đến hạn hôm nay")
    if status is TaskStatus.DUE_SOON and working:
        text = tr.ngettext("còn {count} ngày làm việc", "còn {count} ngày làm việc", working)
        return text.format(count=number(working, tr))
    text = tr.ngettext("còn {count} ngày", "còn {count} ngày", left)
    return text.format(count=number(left, tr))
