"""Mistakes in index frameworks and in what units scored on them."""

from __future__ import annotations

from briefing.language import N_
from briefing.problems import Fault

UNKNOWN_FRAMEWORK = Fault(
    "unknown_framework",
    N_("Không có bộ chỉ số “{value}”."),
    N_("Dùng mã có ở mục framework của một tệp trong data/catalogue/frameworks/."),
)
UNKNOWN_PART = Fault(
    "unknown_part",
    N_("Bộ chỉ số “{framework}” không có mục “{value}”."),
    N_("Dùng mã hoặc ký hiệu (code) của một mục trong bộ chỉ số đó."),
)
PART_TWICE = Fault(
    "part_twice",
    N_("“{value}” đã chỉ một mục khác của bộ chỉ số này, ở {first}."),
    N_("Đổi id hoặc code: trong một bộ chỉ số, mỗi mã và mỗi ký hiệu chỉ một mục."),
)
CODE_WITHOUT_ID = Fault(
    "code_without_id",
    N_("Ký hiệu “{value}” không có chữ hay số nào để làm mã."),
    N_("Ghi thêm id: chữ thường không dấu, số, gạch nối."),
)
CODE_OF_ANOTHER_PLACE = Fault(
    "code_of_another_place",
    N_(
        "Theo ký hiệu, “{value}” là mục con của “{within}” ({first}), nhưng lại viết ngoài mục đó: "
        "điểm sẽ bị tính sai chỗ hoặc tính hai lần."
    ),
    N_(
        "Chuyển mục vào parts của “{within}” hoặc sửa code; nếu bỏ hết parts lồng nhau thì cả danh "
        "sách được xếp theo code."
    ),
)
TABLE_NOT_THERE = Fault(
    "table_not_there",
    N_("Không có bảng “{value}” trong data/catalogue/frameworks/."),
    N_("Ghi ở table tên một tệp .csv nằm cạnh tệp này."),
)
TABLE_AND_PARTS = Fault(
    "table_and_parts",
    N_("Có cả table lẫn parts: không rõ các mục lấy từ đâu."),
    N_("Giữ một: bảng CSV ở table, hoặc danh sách parts."),
)
TABLE_OF_ANOTHER = Fault(
    "table_of_another",
    N_("Bảng “{value}” đã là của bộ chỉ số ở {first}."),
    N_("Mỗi bộ chỉ số có bảng riêng: chép bảng sang tên khác rồi ghi tên đó."),
)
NEGATIVE_POINTS = Fault(
    "negative_points",
    N_("Điểm “{value}” nhỏ hơn 0."),
    N_("Viết điểm từ 0 trở lên."),
)
ABOVE_MAXIMUM = Fault(
    "above_maximum",
    N_("{value} điểm vượt điểm tối đa {limit} của mục “{part}”."),
    N_("Xem lại điểm, hoặc max_points của mục đó trong bộ chỉ số."),
)
NOT_A_RANK = Fault(
    "not_a_rank",
    N_("Chỉ số “{value}” không đo thứ hạng."),
    N_("Ở rank cần một chỉ số có measure: rank; giá trị thì ghi ở indicator."),
)
IS_A_RANK = Fault(
    "is_a_rank",
    N_("Chỉ số “{value}” đo thứ hạng, không đo giá trị."),
    N_("Ghi thứ hạng ở rank; ở đây cần chỉ số của giá trị."),
)
INDICATOR_OF_ANOTHER = Fault(
    "indicator_of_another",
    N_("Chỉ số “{value}” đã thuộc mục “{other}” ở {first}."),
    N_("Mỗi chỉ số chỉ thuộc một mục của một bộ: tạo chỉ số riêng để khỏi so lẫn hai bộ."),
)
UNIT_OF_ANOTHER_KIND = Fault(
    "unit_of_another_kind",
    N_("“{value}” không phải đơn vị mà bộ chỉ số “{framework}” dùng cho (kind: {kind})."),
    N_("Sửa unit hoặc framework, hoặc kind của bộ chỉ số."),
)
SCORED_TWICE = Fault(
    "scored_twice",
    N_("Cùng đơn vị, mục, kỳ và ngày công bố đã có điểm ở {first}."),
    N_("Giữ một; điểm chấm lại thì ghi ngày công bố mới ở published_on."),
)
YEARS_REVERSED = Fault(
    "years_reversed",
    N_("last_year {last} đứng trước first_year {first}."),
    N_("Đổi lại hai năm: first_year là năm kết quả đầu, last_year là năm cuối."),
)
