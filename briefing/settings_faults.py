"""What can be wrong with a value of ``config.yaml`` beside what can be with any value."""

from __future__ import annotations

from briefing.language import N_
from briefing.problems import Fault

BAD_SHARE = Fault(
    "bad_share",
    N_("“{value}” không phải một phần của 1."),
    N_("Viết số từ 0 đến 1 với dấu chấm: 0.10 là 10%."),
)
BAD_DAYS = Fault(
    "bad_days",
    N_("“{value}” không phải số ngày làm việc."),
    N_("Viết số nguyên từ 0 đến {limit}."),
)
BAD_AS_OF = Fault(
    "bad_as_of",
    N_("Không hiểu ngày xem số liệu “{value}”."),
    N_("Viết latest, today, hoặc một ngày như 2024-01-07."),
)
BAD_TRUTH = Fault(
    "bad_truth",
    N_("“{value}” không phải true hay false."),
    N_("Viết true hoặc false, không đặt trong nháy."),
)
COMPARE_SIZE = Fault(
    "compare_size",
    N_("So sánh cần từ hai đến {limit} đơn vị, ở đây có {found}."),
    N_("Thêm hoặc bớt mã đơn vị."),
)
GROUP_SIZE = Fault(
    "group_size",
    N_("Nhóm “{name}” cần ít nhất hai đơn vị, ở đây có {found}."),
    N_("Thêm mã đơn vị, hoặc bỏ nhóm này."),
)
DATABASE_IS_DATA = Fault(
    "database_is_data",
    N_("Cơ sở dữ liệu không được là tệp “{value}”: đuôi này dành cho tệp dữ liệu."),
    N_("Đặt tên khác, như data/briefing.db."),
)
UNKNOWN_ACTION = Fault(
    "unknown_action",
    N_("Không có thao tác “{name}”."),
    N_("Các thao tác: {known}."),
)
