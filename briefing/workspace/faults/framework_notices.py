"""What somebody should look at in frameworks and scores though nothing keeps them from being read.

Points that do not add up are told, never mended: which of the numbers is wrong only their author
knows.
"""

from __future__ import annotations

from briefing.language import N_
from briefing.problems import Fault

POINTS_DO_NOT_ADD_UP = Fault(
    "points_do_not_add_up",
    N_("“{part}” có {limit} điểm, nhưng các mục bên trong cộng lại là {sum}."),
    N_("Xem lại max_points; văn bản in đúng như vậy thì giữ nguyên và nói rõ ở note."),
    warning=True,
)
TOTAL_DOES_NOT_ADD_UP = Fault(
    "total_does_not_add_up",
    N_("total là {limit} điểm, nhưng các mục lớn cộng lại là {sum}."),
    N_("Xem lại total và max_points; bộ chưa đủ mục thì ghi complete: no."),
    warning=True,
)
MAXIMUM_NOT_KNOWN = Fault(
    "maximum_not_known",
    N_("Mục “{part}” chưa có điểm tối đa."),
    N_("Ghi max_points (0 nếu không chấm điểm); chưa biết thì ghi complete: no cho cả bộ."),
    warning=True,
)
CODE_ELSEWHERE = Fault(
    "code_elsewhere",
    N_("Mục “{value}” nằm trong “{within}” nhưng ký hiệu không bắt đầu bằng “{within}.”."),
    N_("Sửa code, hoặc chuyển mục sang đúng chỗ."),
    warning=True,
)
LEVEL_LEFT_OUT = Fault(
    "level_left_out",
    N_("Mục “{value}” thiếu cấp trên “{within}”: được xếp vào {found}."),
    N_("Thêm dòng “{within}”, hoặc sửa code."),
    warning=True,
)
FRAMEWORK_WITHOUT_PARTS = Fault(
    "framework_without_parts",
    N_("Bộ chỉ số “{value}” chưa có mục nào."),
    N_("Thêm parts hoặc table; chưa biết thì ghi complete: no."),
    warning=True,
)
TABLE_NOT_READ = Fault(
    "table_not_read",
    N_("Không bộ chỉ số nào lấy mục từ bảng “{name}”."),
    N_("Ghi tên bảng ở table của tệp bộ chỉ số, hoặc bỏ bảng."),
    warning=True,
)
NOTHING_SCORED = Fault(
    "nothing_scored",
    N_("Dòng này không có điểm nào."),
    N_("Ghi self_assessment hoặc appraised; chưa chấm thì chưa cần dòng này."),
    warning=True,
)
WITHOUT_EVIDENCE = Fault(
    "without_evidence",
    N_("Tự chấm {value} điểm cho mục “{part}” nhưng không nêu minh chứng."),
    N_("Ghi evidence: số văn bản, đường dẫn hay tên tài liệu kiểm chứng."),
    warning=True,
)
SCORES_DO_NOT_ADD_UP = Fault(
    "scores_do_not_add_up",
    N_("Mục “{part}” được {value} điểm, nhưng các mục bên trong cộng lại là {sum}."),
    N_("Xem lại điểm; cả hai được giữ như đã ghi, điểm của chính mục được dùng."),
    warning=True,
)
