"""What keeps a folder from being read though no file in it is wrong."""

from __future__ import annotations

from briefing.language import N_
from briefing.problems import Fault

KEEPS_CHANGING = Fault(
    "keeps_changing",
    N_("Thư mục dữ liệu liên tục thay đổi trong lúc đọc."),
    N_("Đợi chương trình khác ghi xong (đồng bộ ổ mạng, chép tệp), rồi chạy lại."),
)
