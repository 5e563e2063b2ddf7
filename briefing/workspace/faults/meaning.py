"""Mistakes between facts: references that lead nowhere, values that contradict each other."""

from __future__ import annotations

from briefing.language import N_
from briefing.problems import Fault

DUPLICATE_ID = Fault(
    "duplicate_id",
    N_("Mã “{value}” đã dùng ở {first}."),
    N_("Mỗi mã chỉ dùng một lần: đổi mã ở đây, hoặc xóa dòng lặp."),
)
UNKNOWN_PILLAR = Fault(
    "unknown_pillar",
    N_("Không có trụ cột hay nền tảng “{value}”."),
    N_("Dùng mã có trong data/catalogue/pillars.yaml."),
)
UNKNOWN_INDICATOR = Fault(
    "unknown_indicator",
    N_("Không có chỉ số “{value}”."),
    N_("Dùng mã có trong data/catalogue/indicators.yaml, hoặc thêm chỉ số vào đó."),
)
UNKNOWN_SOURCE = Fault(
    "unknown_source",
    N_("Không có nguồn “{value}”."),
    N_("Dùng mã có trong data/catalogue/sources.yaml, hoặc thêm nguồn vào đó."),
)
UNKNOWN_DOCUMENT = Fault(
    "unknown_document",
    N_("Không có văn bản “{value}”."),
    N_("Dùng mã có trong data/catalogue/documents.yaml, hoặc thêm văn bản vào đó."),
)
UNKNOWN_OBSERVATION = Fault(
    "unknown_observation",
    N_("Không có số liệu mang mã “{value}”."),
    N_("Dùng mã (cột id) có trong data/observations/."),
)
UNKNOWN_TARGET = Fault(
    "unknown_target",
    N_("Không có chỉ tiêu “{value}”."),
    N_("Dùng mã có ở mục targets của một tệp trong data/plans/."),
)
UNKNOWN_UNIT = Fault(
    "unknown_unit",
    N_("Không có đơn vị mang mã “{value}”."),
    N_("Dùng mã có trong data/units/, hoặc thêm đơn vị vào đó."),
)
UNIT_NOT_VALID = Fault(
    "unit_not_valid",
    N_("Mã đơn vị “{value}” không có hiệu lực vào ngày {day}; hiệu lực: {known}."),
    N_("Sửa mã hoặc ngày; muốn chỉ một đơn vị cụ thể thì viết mã kèm ngày, như 24@2025-07-01."),
)
UNIT_OVERLAP = Fault(
    "unit_overlap",
    N_("Mã “{value}” cùng lúc chỉ hai đơn vị: thời gian hiệu lực chồng lên {first}."),
    N_("Sửa valid_from, valid_to để mỗi ngày mã chỉ có một nghĩa."),
)
SLUG_TAKEN = Fault(
    "slug_taken",
    N_("Tên rút gọn “{value}” đã dùng ở {first} trong cùng thời gian."),
    N_("Đặt tên rút gọn khác, ví dụ thêm tên tỉnh."),
)
SUCCESSOR_WITHOUT_END = Fault(
    "successor_without_end",
    N_("Có đơn vị kế tiếp nhưng không có ngày hết hiệu lực."),
    N_("Điền valid_to, hoặc bỏ successors."),
)
DATES_REVERSED = Fault(
    "dates_reversed",
    N_("{last} ({end}) đứng trước {first} ({start})."),
    N_("Đổi lại hai ngày, hoặc sửa ngày gõ nhầm: {first} là ngày đầu, {last} là ngày cuối."),
)
SELF_REFERENCE = Fault(
    "self_reference",
    N_("“{value}” trỏ về chính nó."),
    N_("Sửa mã, hoặc bỏ trống."),
)
CIRCULAR_REVISION = Fault(
    "circular_revision",
    N_("Các dòng đính chính lẫn nhau thành vòng: “{value}”."),
    N_("Dòng mới trỏ về dòng cũ ở cột revises; dòng cũ không trỏ lại."),
)
REVISES_ANOTHER = Fault(
    "revises_another",
    N_("Số liệu “{value}” được đính chính thuộc đơn vị hoặc chỉ số khác."),
    N_("Một đính chính phải cùng đơn vị và chỉ số với dòng cũ."),
)
PARAGRAPH_BEYOND = Fault(
    "paragraph_beyond",
    N_("Đoạn {value} vượt quá số đoạn của nguồn “{source}” ({limit})."),
    N_("Đếm lại đoạn: dòng không trống thứ mấy, tính từ 1."),
)
NOT_PARAGRAPHS = Fault(
    "not_paragraphs",
    N_("“{value}” chưa phải danh sách số đoạn."),
    N_("Viết {wanted}: mỗi đoạn một số nguyên."),
)
COUNT_NOT_WHOLE = Fault(
    "count_not_whole",
    N_("“{value}” không phải số nguyên, nhưng đây là số đếm hoặc thứ hạng."),
    N_("Viết số nguyên, hoặc xem lại đơn vị đo (measure) của chỉ số."),
)
RANK_TOO_SMALL = Fault(
    "rank_too_small",
    N_("Thứ hạng “{value}” nhỏ hơn 1."),
    N_("Thứ hạng đếm từ 1."),
)
COMPARED_WITH_VALUE = Fault(
    "compared_with_value",
    N_("Có compared_with nhưng dòng không phải mức thay đổi."),
    N_("Ghi kind là change, hoặc để trống compared_with."),
)
NO_GOAL = Fault(
    "no_goal",
    N_("Chỉ tiêu không có mức đề ra."),
    N_("Thêm goal với goal_op, hoặc goal_words, hoặc goal_printed: false khi nguồn không nêu mức."),
)
SEVERAL_GOALS = Fault(
    "several_goals",
    N_("Chỉ tiêu có cùng lúc: {found}."),
    N_("Giữ một: goal với goal_op, hoặc goal_words, hoặc goal_printed: false."),
)
GOAL_WITHOUT_OP = Fault(
    "goal_without_op",
    N_("Có goal nhưng thiếu goal_op."),
    N_("Thêm goal_op: một trong {known}."),
)
RULE_NOT_BELOW = Fault(
    "rule_not_below",
    N_("{unit} không đặt chỉ tiêu cho cấp “{value}” được: cấp đó không ở dưới đơn vị này."),
    N_(
        "Ghi ở applies_to một cấp bên dưới: province, district, commune; "
        "chỉ tiêu chỉ của đơn vị này thì bỏ dòng applies_to."
    ),
)
OP_WITHOUT_GOAL = Fault(
    "op_without_goal",
    N_("Có “{name}” nhưng không có goal."),
    N_("Thêm goal, hoặc bỏ “{name}”."),
)
RANGE_GOAL = Fault(
    "range_goal",
    N_("Khoảng phải đạt cần goal_op: range với goal nhỏ hơn goal_high."),
    N_("Viết đủ goal_op: range, goal và goal_high; không phải khoảng thì bỏ goal_high."),
)
PILLAR_AND_INDICATOR = Fault(
    "pillar_and_indicator",
    N_("Chỉ tiêu có indicator nên trụ cột lấy theo chỉ số, không ghi pillar."),
    N_("Bỏ pillar, hoặc bỏ indicator."),
)
BASELINE_INCOMPLETE = Fault(
    "baseline_incomplete",
    N_("baseline và baseline_on phải đi cùng nhau."),
    N_("Thêm khóa còn thiếu, hoặc bỏ cả hai."),
)
NOT_IN_ORDER = Fault(
    "not_in_order",
    N_("Ngày {value} không đứng sau ngày {before} của mục trước."),
    N_("Xếp các mục theo thứ tự ngày, mỗi ngày một mục."),
)
CHANGE_FROM_ANOTHER = Fault(
    "change_from_another",
    N_("Điều chỉnh này không bắt đầu từ mức đề ra ngay trước đó."),
    N_("goal là mức ban đầu; from của mỗi điều chỉnh là mức ngay trước nó."),
)
NO_KNOWN_DATE = Fault(
    "no_known_date",
    N_("Không biết nội dung này có từ ngày nào."),
    N_("Ghi document (văn bản có ngày) hoặc source cho kế hoạch, hoặc known_on ở đây."),
)
DONE_NOT_SAID = Fault(
    "done_not_said",
    N_("Có done_on nhưng state không phải done."),
    N_("Ghi state: done, hoặc bỏ done_on."),
)
DONE_NOT_GIVEN = Fault(
    "done_not_given",
    N_("Đơn vị “{value}” có trong done_units nhưng không có trong units."),
    N_("Thêm vào units, hoặc bỏ khỏi done_units."),
)
