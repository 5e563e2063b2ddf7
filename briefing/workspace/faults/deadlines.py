"""Mistakes in a deadline: what it lacks to mean one span of days."""

from __future__ import annotations

from briefing.domain.periods import DeadlineReason
from briefing.language import N_
from briefing.problems import Fault

UNKNOWN = Fault(
    "deadline_unknown",
    N_("Không hiểu hạn “{value}”."),
    N_("Viết theo một trong các cách: {known}."),
)
NO_YEAR = Fault(
    "deadline_no_year",
    N_("Hạn “{value}” không nói năm nào."),
    N_("Ghi thêm năm. Các cách viết được hiểu: {known}."),
)
SHORT_YEAR = Fault(
    "deadline_short_year",
    N_("Năm trong hạn “{value}” chỉ có hai chữ số."),
    N_("Viết năm đủ bốn chữ số. Các cách viết được hiểu: {known}."),
)
IMPOSSIBLE = Fault(
    "deadline_impossible",
    N_("Lịch không có ngày, tháng hay quý như trong hạn “{value}”."),
    N_("Xem lại ngày, tháng; năm từ 1900 đến 2199. Các cách viết được hiểu: {known}."),
)
VAGUE = Fault(
    "deadline_vague",
    N_("Hạn “{value}” không nói đến ngày nào là hết."),
    N_(
        "Chọn tháng hoặc quý, như {example}, và giữ lời của văn bản ở due_written. "
        "Các cách viết được hiểu: {known}."
    ),
)
EVENT = Fault(
    "deadline_event",
    N_("Hạn “{value}” tùy vào một việc khác, chưa thành ngày."),
    N_(
        "Chuyển lời này sang due_written và bỏ due; khi biết ngày thì ghi ngày ở due. "
        "Các cách viết được hiểu: {known}."
    ),
)
REVERSED = Fault(
    "deadline_reversed",
    N_("Hạn “{value}” kết thúc trước khi bắt đầu."),
    N_("Đổi lại thứ tự. Các cách viết được hiểu: {known}."),
)
SEVERAL = Fault(
    "deadline_several",
    N_("“{value}” là nhiều hạn."),
    N_(
        "Tách thành nhiều mục, mỗi mục một hạn; một thời gian liền thì viết {example}. "
        "Các cách viết được hiểu: {known}."
    ),
)
NO_LAST_DAY = Fault(
    "deadline_no_last_day",
    N_("Gia hạn “{value}” không có ngày cuối."),
    N_("Ghi hạn mới có ngày cuối, như 2025-06-30 hoặc {example}."),
)
WRITTEN_OTHERWISE = Fault(
    "due_written_otherwise",
    N_("due_written “{value}” có nghĩa là {meant}, còn due là {due}."),
    N_("Sửa một trong hai; nếu due đã viết như văn bản thì bỏ due_written."),
)
DAY_DISAGREES = Fault(
    "due_disagrees",
    N_("due là {due}, nhưng “{value}” ở due_written thường hiểu là {meant}."),
    N_("Xem lại due; viết như văn bản ngay ở due thì không cần due_written."),
    warning=True,
)
DUE_ONLY_WRITTEN = Fault(
    "due_only_written",
    N_("Mục này không có due, nhưng “{value}” ở due_written hiểu được là {meant}."),
    N_("Chuyển lời này sang due để mục được đánh giá theo hạn."),
    warning=True,
)

BY_REASON = {
    DeadlineReason.UNKNOWN: UNKNOWN,
    DeadlineReason.NO_YEAR: NO_YEAR,
    DeadlineReason.SHORT_YEAR: SHORT_YEAR,
    DeadlineReason.IMPOSSIBLE: IMPOSSIBLE,
    DeadlineReason.VAGUE: VAGUE,
    DeadlineReason.EVENT: EVENT,
    DeadlineReason.REVERSED: REVERSED,
    DeadlineReason.SEVERAL: SEVERAL,
}
