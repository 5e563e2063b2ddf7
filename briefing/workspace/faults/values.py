"""Mistakes in one value: a key or column that is unknown or missing, a wrong type."""

from __future__ import annotations

from briefing.language import N_
from briefing.problems import Fault

UNKNOWN_KEY = Fault(
    "unknown_key",
    N_("Không có khóa “{name}” ở đây."),
    N_("Các khóa được dùng: {known}."),
)
MISSPELT_KEY = Fault(
    "misspelt_key",
    N_("Không có khóa “{name}” ở đây."),
    N_("Sửa tên khóa, hoặc bỏ dòng này."),
)
MISSING_KEY = Fault(
    "missing_key",
    N_("Thiếu khóa “{name}”."),
    N_("Thêm “{name}:” kèm giá trị vào khối này."),
)
EMPTY = Fault(
    "empty",
    N_("Chưa có giá trị."),
    N_("Điền giá trị; ở đây không được để trống."),
)
NOT_MAPPING = Fault(
    "not_mapping",
    N_("Ở đây cần một khối “khóa: giá trị”."),
    N_("Viết mỗi khóa trên một dòng, thụt lề vào trong."),
)
NOT_LIST = Fault(
    "not_list",
    N_("Ở đây cần một danh sách."),
    N_("Viết [a, b], hoặc mỗi mục một dòng bắt đầu bằng “- ”."),
)
NOT_TEXT = Fault(
    "not_text",
    N_("Ở đây cần một chuỗi chữ."),
    N_("Viết giá trị trên một dòng; nếu có dấu đặc biệt thì đặt trong nháy kép."),
)
NEEDS_QUOTES = Fault(
    "needs_quotes",
    N_("Giá trị {value} bị đọc thành số, ngày hoặc đúng/sai, nhưng ở đây cần chuỗi."),
    N_('Đặt trong nháy kép: "{value}".'),
)
NOT_NUMBER = Fault(
    "not_number",
    N_("“{value}” không phải số."),
    N_("Viết liền các chữ số, phần thập phân sau dấu phẩy hoặc dấu chấm: 69,83 hoặc 69.83."),
)
NOT_SINGLE = Fault(
    "not_single",
    N_("Ở đây cần một giá trị, không phải danh sách hay khối."),
    N_("Viết một giá trị ngay sau dấu hai chấm, không có ngoặc."),
)
AMBIGUOUS_NUMBER = Fault(
    "ambiguous_number",
    N_(
        "“{value}” đọc được hai cách: {whole} (dấu chấm ngăn hàng nghìn) hoặc {decimal} "
        "(dấu chấm thập phân)."
    ),
    N_("Viết {whole} nếu là số thứ nhất; viết {decimal} (dấu phẩy thập phân) nếu là số thứ hai."),
)
COMPARED_NUMBER = Fault(
    "compared_number",
    N_("“{value}” có dấu so sánh, nhưng ở đây cần một số."),
    N_("Bỏ dấu so sánh; riêng goal của chỉ tiêu viết được dấu, như “>90” hoặc “≤ 20”."),
)
SIGN_DIFFERS = Fault(
    "sign_differs",
    N_("goal có dấu “{sign}”, nhưng goal_op ghi dấu khác."),
    N_(
        'Giữ một dấu: bỏ dòng goal_op và viết goal: "{sign}{number}"; hoặc viết goal: {number} '
        "với đúng dấu ở goal_op."
    ),
)
RANGE_DIFFERS = Fault(
    "range_differs",
    N_("goal viết một khoảng, nhưng goal_op hoặc goal_high ghi khác."),
    N_("Giữ một cách: bỏ goal_op và goal_high; hoặc ghi goal: {low}, goal_op: range và goal_high."),
)
DECIMAL_COMMA_SPLIT = Fault(
    "decimal_comma_split",
    N_("Trong {{ }} dấu phẩy ngăn hai mục, nên số viết ở đây bị cắt trước “{name}”."),
    N_("Đặt số trong nháy kép, hoặc viết dấu chấm thập phân."),
)
COMMA_NUMBER = Fault(
    "comma_number",
    N_("“{value}” viết theo kiểu Anh: dấu phẩy ngăn hàng nghìn, dấu chấm thập phân."),
    N_("Viết theo kiểu Việt, không ngăn hàng nghìn: {digits}."),
)
GROUPED_NUMBER = Fault(
    "grouped_number",
    N_("“{value}” có dấu ngăn hàng nghìn không dùng được ở đây."),
    N_("Viết liền các chữ số: {digits}."),
)
LEADING_ZERO = Fault(
    "leading_zero",
    N_("Số “{value}” bắt đầu bằng 0; có chương trình đọc thành số khác."),
    N_("Bỏ số 0 ở đầu; nếu đây là mã thì đặt trong nháy kép."),
)
CLOCK_NUMBER = Fault(
    "clock_number",
    N_("“{value}” trông như giờ hoặc tỷ số; có chương trình đọc thành số khác."),
    N_("Viết một số, hoặc đặt trong nháy kép ở ô chữ."),
)
PERCENT_NUMBER = Fault(
    "percent_number",
    N_("“{value}” có dấu %, ở đây chỉ viết số."),
    N_("Bỏ dấu %; đơn vị đo đã có ở chỉ số."),
)
NOT_WHOLE = Fault(
    "not_whole",
    N_("“{value}” không phải số nguyên."),
    N_("Viết một số nguyên, không có dấu chấm."),
)
TOO_SMALL = Fault(
    "too_small",
    N_("Giá trị {value} quá nhỏ; nhỏ nhất là {limit}."),
    N_("Sửa lại giá trị."),
)
NOT_POSITIVE = Fault(
    "not_positive",
    N_("Giá trị {value} phải lớn hơn 0."),
    N_("Sửa lại giá trị."),
)
TOO_LARGE_NUMBER = Fault(
    "too_large_number",
    N_("Giá trị {value} quá lớn; lớn nhất là {limit}."),
    N_("Sửa lại giá trị."),
)
NOT_FLAG = Fault(
    "not_flag",
    N_("“{value}” không phải giá trị đúng/sai."),
    N_("Viết một trong: {known}."),
)
NOT_DATE = Fault(
    "not_date",
    N_("“{value}” không phải ngày có thật theo dạng năm-tháng-ngày."),
    N_("Viết như 2024-01-07, năm từ 1900 đến 2199."),
)
NOT_CHOICE = Fault(
    "not_choice",
    N_("Không nhận giá trị “{value}”."),
    N_("Viết một trong: {known}."),
)
BAD_ID = Fault(
    "bad_id",
    N_("Mã “{value}” không hợp lệ."),
    N_("Mã chỉ gồm chữ thường không dấu, chữ số, “_” và “-”."),
)
DOTTED_ID = Fault(
    "dotted_id",
    N_("Mã “{value}” có dấu chấm."),
    N_("Thay dấu chấm bằng “_”."),
)
BAD_UNIT_CODE = Fault(
    "bad_unit_code",
    N_("“{value}” không phải mã đơn vị."),
    N_(
        'Viết mã có trong data/units/, không viết tên: tỉnh như "37", cơ quan như so-khcn; một '
        'đơn vị cụ thể thì kèm ngày, như "24@2025-07-01".'
    ),
)
BAD_SLUG = Fault(
    "bad_slug",
    N_("Tên rút gọn “{value}” không hợp lệ."),
    N_("Chỉ dùng chữ thường không dấu, chữ số và “-”, như hai-duong."),
)
LISTED_TWICE = Fault(
    "listed_twice",
    N_("“{value}” có hai lần trong danh sách."),
    N_("Xóa một lần."),
)
PILED_MARKS = Fault(
    "piled_marks",
    N_("Giá trị chồng quá {limit} dấu lên một chữ."),
    N_("Xóa bớt dấu; thường do chép chữ trang trí từ mạng."),
)
BAD_CHARACTER = Fault(
    "bad_character",
    N_("Giá trị chứa ký tự không lưu được (NUL hoặc nửa ký tự Unicode)."),
    N_("Xóa ký tự đó."),
)
