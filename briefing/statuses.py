"""The one table of statuses: how each is drawn, said and ordered.

A status is always glyph + word + colour, never colour alone: shapes and words hold for
colour-blind eyes, ``NO_COLOR`` and screen readers. Colours are named here by role only; the theme
gives each role its colour. Each table runs from the most to the least urgent status.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from briefing.domain.model import SystemState
from briefing.domain.plans import Light
from briefing.domain.quarters import Quarter
from briefing.domain.standing import AgendaKind, Carried, TargetStatus, TaskStatus
from briefing.domain.value import value
from briefing.language import N_, Translator


class Role(StrEnum):
    """What a colour means; the theme gives it a value."""

    BAD = "bad"
    WARNING = "warning"
    PROGRESS = "progress"
    GOOD = "good"
    PLAIN = "plain"
    MUTED = "muted"


@value
class Mark:
    """How one status is shown.

    ``glyph`` is one cell wide; ``glyphs.py`` says what stands for it where it is missing.
    ``word`` and ``head`` (for a narrow column's head) are Vietnamese message ids.
    """

    glyph: str
    word: str
    head: str
    role: Role


Status = TargetStatus | TaskStatus | AgendaKind | Carried | SystemState | Light | Quarter

TARGETS: Mapping[TargetStatus, Mark] = {
    TargetStatus.MISSED: Mark("✘", N_("không đạt"), N_("không đạt"), Role.BAD),
    TargetStatus.OFF_TRACK: Mark("▲", N_("chậm"), N_("chậm"), Role.BAD),
    TargetStatus.AT_RISK: Mark("◆", N_("nguy cơ chậm"), N_("nguy cơ"), Role.WARNING),
    TargetStatus.AWAITING_RESULT: Mark("◇", N_("chờ kết quả"), N_("chờ"), Role.PLAIN),
    TargetStatus.IN_PROGRESS: Mark("◐", N_("đang thực hiện"), N_("đang làm"), Role.PLAIN),
    TargetStatus.ON_TRACK: Mark("●", N_("đúng tiến độ"), N_("đúng"), Role.PROGRESS),
    TargetStatus.ACHIEVED: Mark("✔", N_("đạt"), N_("đạt"), Role.GOOD),
    TargetStatus.NO_DATA: Mark("○", N_("chưa có số liệu"), N_("chưa có số"), Role.MUTED),
    TargetStatus.NOT_MEASURABLE: Mark("–", N_("không đo bằng số"), N_("không đo"), Role.MUTED),
}

TASKS: Mapping[TaskStatus, Mark] = {
    TaskStatus.OVERDUE: Mark("▲", N_("quá hạn"), N_("quá hạn"), Role.BAD),
    TaskStatus.DUE_SOON: Mark("◆", N_("sắp đến hạn"), N_("sắp hạn"), Role.WARNING),
    TaskStatus.AWAITING: Mark("◇", N_("chờ xác nhận"), N_("chờ"), Role.PLAIN),
    TaskStatus.IN_TERM: Mark("●", N_("trong hạn"), N_("trong hạn"), Role.PROGRESS),
    TaskStatus.OPEN_ENDED: Mark("○", N_("không thời hạn"), N_("không hạn"), Role.PLAIN),
    TaskStatus.PAUSED: Mark("‖", N_("tạm dừng"), N_("tạm dừng"), Role.MUTED),
    TaskStatus.DONE_LATE: Mark("✓", N_("hoàn thành quá hạn"), N_("xong muộn"), Role.PLAIN),
    TaskStatus.DONE_ON_TIME: Mark("✔", N_("hoàn thành đúng hạn"), N_("đúng hạn"), Role.GOOD),
    TaskStatus.DONE: Mark("✔", N_("hoàn thành"), N_("xong"), Role.GOOD),
    TaskStatus.CANCELLED: Mark("✕", N_("hủy"), N_("hủy"), Role.MUTED),
}

AGENDA: Mapping[AgendaKind, Mark] = {
    AgendaKind.MISSED: TARGETS[TargetStatus.MISSED],
    AgendaKind.OVERDUE: TASKS[TaskStatus.OVERDUE],
    AgendaKind.BEHIND: TARGETS[TargetStatus.OFF_TRACK],
    AgendaKind.DUE_SOON: TASKS[TaskStatus.DUE_SOON],
}

CARRIED: Mapping[Carried, Mark] = {
    Carried.LATE: Mark("✘", N_("chưa xong, quá hạn"), N_("quá hạn"), Role.BAD),
    Carried.OPEN: Mark("○", N_("chưa xong"), N_("chưa xong"), Role.PLAIN),
    Carried.UNCLEAR: Mark("◇", N_("không rõ tổng số"), N_("không rõ"), Role.MUTED),
    Carried.DONE: Mark("✔", N_("đã xong"), N_("đã xong"), Role.GOOD),
}

SYSTEMS: Mapping[SystemState, Mark] = {
    SystemState.RETIRED: Mark("✕", N_("đã dừng"), N_("đã dừng"), Role.MUTED),
    SystemState.PLANNED: Mark("○", N_("dự kiến xây dựng"), N_("dự kiến"), Role.PLAIN),
    SystemState.PILOT: Mark("◐", N_("đang thử nghiệm"), N_("thử nghiệm"), Role.PLAIN),
    SystemState.OPERATING: Mark("●", N_("đang vận hành"), N_("vận hành"), Role.PROGRESS),
}

LIGHTS: Mapping[Light, Mark] = {
    Light.RED: Mark("▲", N_("đèn đỏ"), N_("đỏ"), Role.BAD),
    Light.AMBER: Mark("◆", N_("đèn vàng"), N_("vàng"), Role.WARNING),
    Light.GREEN: Mark("✔", N_("đèn xanh"), N_("xanh"), Role.GOOD),
}

QUARTERS: Mapping[Quarter, Mark] = {
    Quarter.LAST: Mark("▲", N_("nhóm cuối"), N_("cuối bảng"), Role.BAD),
    Quarter.THIRD: Mark("◆", N_("dưới giữa"), N_("dưới giữa"), Role.WARNING),
    Quarter.SECOND: Mark("●", N_("trên giữa"), N_("trên giữa"), Role.PROGRESS),
    Quarter.FIRST: Mark("✔", N_("nhóm đầu"), N_("đầu bảng"), Role.GOOD),
}
"""Quarters of a ranking; what stands in each is told by its places."""


def mark(status: Status) -> Mark:
    """How ``status`` is shown."""
    match status:
        case TargetStatus():
            return TARGETS[status]
        case TaskStatus():
            return TASKS[status]
        case AgendaKind():
            return AGENDA[status]
        case Carried():
            return CARRIED[status]
        case SystemState():
            return SYSTEMS[status]
        case Light():
            return LIGHTS[status]
        case Quarter():
            return QUARTERS[status]


def word(status: Status, tr: Translator) -> str:
    """The status in words: "đúng tiến độ"."""
    return tr.gettext(mark(status).word)


def head(status: Status, tr: Translator) -> str:
    """The status in a word short enough for the head of a narrow column: "đúng"."""
    return tr.gettext(mark(status).head)


def label(status: Status, tr: Translator) -> str:
    """Glyph and word: "● đúng tiến độ"."""
    shown = mark(status)
    return f"{shown.glyph} {tr.gettext(shown.word)}"


def severity(status: Status) -> int:
    """The place of ``status`` in its own table, 0 for the most urgent; sorts "late first"."""
    match status:
        case TargetStatus():
            return list(TARGETS).index(status)
        case TaskStatus():
            return list(TASKS).index(status)
        case AgendaKind():
            return list(AGENDA).index(status)
        case Carried():
            return list(CARRIED).index(status)
        case SystemState():
            return list(SYSTEMS).index(status)
        case Light():
            return list(LIGHTS).index(status)
        case Quarter():
            return list(QUARTERS).index(status)
