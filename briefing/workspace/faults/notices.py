"""What somebody should look at though nothing is wrong: it keeps nothing from being read."""

from __future__ import annotations

from briefing.language import N_
from briefing.problems import Fault

TARGET_WITHOUT_TASK = Fault(
    "target_without_task",
    N_("Chỉ tiêu “{value}” chưa có nhiệm vụ nào phục vụ."),
    N_("Thêm “{value}” vào targets của nhiệm vụ phục vụ nó."),
    warning=True,
)
TASK_WITHOUT_TARGET = Fault(
    "task_without_target",
    N_("Nhiệm vụ “{value}” không phục vụ chỉ tiêu nào."),
    N_("Ghi mã chỉ tiêu ở targets của nhiệm vụ."),
    warning=True,
)
TARGET_WITHOUT_LEAD = Fault(
    "target_without_lead",
    N_("Chỉ tiêu “{value}” không có cơ quan chủ trì."),
    N_("Ghi lead: mã cơ quan trong organisations.yaml."),
    warning=True,
)
TASK_WITHOUT_LEAD = Fault(
    "task_without_lead",
    N_("Nhiệm vụ “{value}” không nói giao cho ai."),
    N_("Ghi lead (mã cơ quan), units (nhiều đơn vị) hoặc given_to (lời của nguồn)."),
    warning=True,
)
LEAD_WITHOUT_NAME = Fault(
    "lead_without_name",
    N_("Cơ quan chủ trì “{value}” chưa có tên."),
    N_("Ghi name, name_en và short của “{value}” trong organisations.yaml."),
    warning=True,
)
INDICATOR_WITHOUT_FIGURE = Fault(
    "indicator_without_figure",
    N_("Chỉ số “{value}” chưa từng có số liệu nào."),
    N_("Thêm số liệu vào data/observations/, hoặc bỏ chỉ số nếu không chỉ tiêu nào dùng."),
    warning=True,
)
DOCUMENT_NOT_NAMED = Fault(
    "document_not_named",
    N_("Chỉ tiêu “{value}” dựa trên một nguồn, chưa nêu văn bản."),
    N_("Ghi document cho kế hoạch khi biết văn bản; chỉ là kỳ vọng thì ghi level: ambition."),
    warning=True,
)
GOAL_WITHOUT_INDICATOR = Fault(
    "goal_without_indicator",
    N_("Chỉ tiêu “{value}” có mức bằng số nhưng không gắn chỉ số nên không đánh giá được."),
    N_("Ghi indicator, hoặc ghi mức đề ra bằng lời ở goal_words."),
    warning=True,
)
TARGET_TWICE = Fault(
    "target_twice",
    N_("Chỉ tiêu này trùng chỉ số, đơn vị, thời hạn và chiều so sánh với “{other}” ở {first}."),
    N_("Giữ một; mức đề ra thay đổi thì ghi ở changes, thời hạn khác nhau thì sửa due."),
    warning=True,
)
MAYBE_FRACTION = Fault(
    "maybe_fraction",
    N_("“{value}” được đọc là {value}%, không phải {whole}%."),
    N_("Viết {whole} nếu muốn nói {whole}%; tỷ lệ phần trăm viết theo phần của 100."),
    warning=True,
)
DUE_BEFORE_DOCUMENT = Fault(
    "due_before_document",
    N_("due {value} đứng trước ngày {written} của văn bản."),
    N_("Xem lại năm của due, hoặc date của văn bản trong documents.yaml."),
    warning=True,
)
DONE_BEFORE_DOCUMENT = Fault(
    "done_before_document",
    N_("done_on {value} đứng trước ngày {written} của văn bản giao việc."),
    N_("Xem lại năm của done_on, hoặc date của văn bản trong documents.yaml."),
    warning=True,
)
UNITS_NOT_DONE = Fault(
    "units_not_done",
    N_("state là done nhưng còn đơn vị chưa có trong done_units: {missing}."),
    N_("Thêm các đơn vị đó vào done_units, hoặc để state: open."),
    warning=True,
)
CHANGE_AFTER_ITS_DOCUMENT = Fault(
    "change_after_its_document",
    N_("Điều chỉnh ghi ngày {value}, văn bản “{document}” ký ngày {written}."),
    N_("Viết on: {written} nếu mức mới được biết từ ngày ký."),
    warning=True,
)
RATE_DISAGREES = Fault(
    "rate_disagrees",
    N_("{numerator}/{denominator} là {rate}%, value là {value}%: lệch quá mức làm tròn."),
    N_("Xem lại ba số; nếu nguồn ghi đúng như vậy thì giữ nguyên và nói rõ ở note."),
    warning=True,
)
FACT_DISPUTED = Fault(
    "fact_disputed",
    N_("Hai dòng cho cùng đơn vị, chỉ số, kỳ hai số khác nhau: {value} ở đây, {other} ở {first}."),
    N_("Nếu là đính chính thì ghi mã dòng cũ ở revises; nếu hai nguồn nói khác thì nói rõ ở note."),
    warning=True,
)
FACT_REPEATED = Fault(
    "fact_repeated",
    N_("Dòng này lặp lại số liệu “{other}” ở {first}: cùng đơn vị, chỉ số, kỳ, nguồn và giá trị."),
    N_("Xóa một dòng; các đoạn của nguồn nối bằng “;” ở paragraphs."),
    warning=True,
)
TOLD_BEFORE_END = Fault(
    "told_before_end",
    N_("Công bố ngày {published}, trước khi kỳ số liệu kết thúc ({end})."),
    N_("Xem lại end; số ước cả kỳ thì ghi qualifier: estimate."),
    warning=True,
)
NUMBER_OF_ANOTHER_YEAR = Fault(
    "number_of_another_year",
    N_("Số hiệu “{value}” có năm {year}, nhưng ngày văn bản là {written}."),
    N_("Sửa number hoặc date; nếu nguồn in đúng như vậy thì nói rõ ở note."),
    warning=True,
)
DOCUMENT_TWICE = Fault(
    "document_twice",
    N_("Văn bản “{value}” của cùng cơ quan đã có ở {first}."),
    N_("Giữ một mục và sửa các mã trỏ đến mục kia."),
    warning=True,
)
DAY_TO_COME = Fault(
    "day_to_come",
    N_("{name} {value} là ngày chưa đến."),
    N_("Xem lại năm; chỉ ghi ngày của việc đã xảy ra."),
    warning=True,
)
CHANGE_FROM_UNKNOWN = Fault(
    "change_from_unknown",
    N_("Mức thay đổi không nói so với ngày nào."),
    N_("Ghi compared_with; nếu nguồn không nêu thì nói rõ ở note."),
    warning=True,
)
LEAD_COORDINATES = Fault(
    "lead_coordinates",
    N_("“{value}” vừa chủ trì vừa phối hợp."),
    N_("Bỏ khỏi coordinating, hoặc sửa lead."),
    warning=True,
)
IGNORED_FILE = Fault(
    "ignored_file",
    N_("Tệp “{name}” không được đọc: chỉ đọc tệp tên kết thúc bằng .yaml, .yml hay .csv."),
    N_("Lưu thành YAML hay CSV nếu cần số liệu trong đó; bản lưu thì chuyển ra ngoài data/."),
    warning=True,
)
MEETING_NOT_READ = Fault(
    "meeting_not_read",
    N_("Tệp cuộc họp chỉ được kiểm tra cú pháp: chương trình chưa dùng nội dung."),
    N_("Giữ tệp nếu muốn; chưa màn hình nào hiện nội dung này."),
    warning=True,
)
