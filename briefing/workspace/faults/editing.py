"""Why an edit of a plan is not written: what it names, what it says, what happened meanwhile."""

from __future__ import annotations

from briefing.language import N_
from briefing.problems import Fault

NO_SUCH_ENTRY = Fault(
    "edit_no_such_entry",
    N_("Không có chỉ tiêu, nhiệm vụ hay kế hoạch nào mang mã này."),
    N_("Xem mã ở khóa id trong data/plans/."),
)
NO_SUCH_FIELD = Fault(
    "edit_no_such_field",
    N_("Mục này không có khóa “{name}”."),
    N_("Các khóa được dùng: {known}."),
)
NO_FIELD = Fault(
    "edit_no_field",
    N_("Chưa nêu sửa khóa nào."),
    N_("Viết mã, dấu chấm, rồi khóa: {example}."),
)
NOT_A_SCALAR = Fault(
    "edit_not_a_scalar",
    N_("“{name}” là một khối hoặc danh sách, không phải một giá trị."),
    N_("Nêu giá trị bên trong, như {example}; hoặc sửa tệp bằng trình soạn thảo."),
)
NO_PARENT = Fault(
    "edit_no_parent",
    N_("Tệp chưa có khối hoặc mục mà “{name}” thuộc về."),
    N_("Thêm khối đó bằng trình soạn thảo; ở đây chỉ sửa hoặc thêm từng giá trị."),
)
IDENTITY = Fault(
    "edit_identity",
    N_("Mã của một mục không sửa ở đây: lịch sử và các mục khác dựa vào nó."),
    N_("Muốn đổi thật thì sửa tệp bằng trình soạn thảo, cùng mọi chỗ nhắc đến mã."),
)
SEVERAL_ENTRIES = Fault(
    "edit_several_entries",
    N_("Mã này có ở nhiều chỗ: {places}."),
    N_("Viết rõ loại trước mã: {example}."),
)
SAME_ID = Fault(
    "edit_same_id",
    N_("Mã này có ở nhiều chỗ: {places}."),
    N_("Mỗi mã chỉ dùng một lần: đổi mã của một mục bằng trình soạn thảo, rồi sửa lại."),
)
MARKED = Fault(
    "edit_marked",
    N_("Giá trị này dùng neo, bí danh hoặc thẻ YAML (“{name}”) nên không sửa tự động được."),
    N_("Viết lại đầy đủ giá trị bằng trình soạn thảo, bỏ “{name}”."),
)
CANNOT_WRITE = Fault(
    "edit_cannot_write",
    N_("Không sửa được chỗ này mà giữ nguyên mọi phần khác của tệp; chưa ghi gì."),
    N_("Sửa tệp bằng trình soạn thảo."),
)
CHANGED_MEANWHILE = Fault(
    "edit_changed_meanwhile",
    N_("Tệp đã đổi từ khi đọc: lúc đọc là bản {read}, nay là bản {now}. Chưa ghi gì."),
    N_("Xem lại nội dung mới rồi sửa lại."),
)
GONE_MEANWHILE = Fault(
    "edit_gone_meanwhile",
    N_("Tệp đã mất từ khi đọc; lúc đọc là bản {read}. Chưa ghi gì."),
    N_("Khôi phục tệp rồi sửa lại."),
)
READ_ONLY = Fault(
    "edit_read_only",
    N_("Tệp hoặc thư mục của nó không cho ghi (mã lỗi hệ thống {number}). Chưa ghi gì."),
    N_("Kiểm tra quyền ghi và chỗ trống trên ổ đĩa, rồi thử lại."),
)
BUSY = Fault(
    "edit_busy",
    N_("Một lần sửa khác đang ghi vào thư mục này."),
    N_("Đợi một lát rồi thử lại."),
)
NO_NUMBER_GOAL = Fault(
    "edit_no_number_goal",
    N_("Chỉ tiêu này không có mức bằng số nên không ghi điều chỉnh được."),
    N_("Sửa goal_words, hoặc thêm goal và goal_op."),
)
ALREADY_GOAL = Fault(
    "edit_already_goal",
    N_("Mức đang có hiệu lực đã là {value}."),
    N_("Ghi mức khác, hoặc bỏ lần điều chỉnh này."),
)
NO_DOCUMENT_DATE = Fault(
    "edit_no_document_date",
    N_("Không biết điều chỉnh có hiệu lực từ ngày nào: văn bản “{name}” không ghi ngày."),
    N_("Nêu ngày bằng --on."),
)
SEVERAL_DOCUMENTS = Fault(
    "edit_several_documents",
    N_("Số “{value}” là của nhiều văn bản: {known}."),
    N_("Nêu mã của văn bản."),
)
NOT_A_TASK = Fault(
    "edit_not_a_task",
    N_("Mục này không phải nhiệm vụ."),
    N_("Chỉ nhiệm vụ mới được báo xong hay gia hạn; sửa khóa khác bằng briefing set."),
)
DONE_LATER = Fault(
    "edit_done_later",
    N_("Ngày {value} chưa đến nên chưa ghi là xong được."),
    N_("Ghi ngày đã xong; không nêu ngày thì lấy hôm nay."),
)
NOT_A_TARGET = Fault(
    "edit_not_a_target",
    N_("Mục này không phải chỉ tiêu."),
    N_("Chỉ mức của chỉ tiêu mới điều chỉnh theo văn bản."),
)
NO_NOTE = Fault(
    "edit_no_note",
    N_("Ghi chú không có chữ nào."),
    N_("Viết nội dung ghi chú."),
)
NO_DEADLINE = Fault(
    "edit_no_deadline",
    N_("Nhiệm vụ này không có thời hạn nên không có gì để gia hạn."),
    N_("Ghi thời hạn đầu tiên vào khóa due."),
)
NOT_LATER = Fault(
    "edit_not_later",
    N_("Ngày {value} không muộn hơn thời hạn hiện nay, {before}."),
    N_("Gia hạn đến một ngày muộn hơn; rút ngắn thời hạn thì sửa tệp bằng trình soạn thảo."),
)
NOTHING_TO_UNDO = Fault(
    "edit_nothing_to_undo",
    N_("Không có lần sửa nào để hoàn tác."),
    N_("Chỉ hoàn tác được những lần sửa bằng chương trình; còn lại dùng git."),
)
BAD_JOURNAL = Fault(
    "edit_bad_journal",
    N_("Bản lưu để hoàn tác bị hỏng; tệp được giữ nguyên."),
    N_("Lấy lại bản cũ bằng git hoặc bản sao lưu, rồi xóa tệp này."),
)
CHANGED_SINCE_EDIT = Fault(
    "edit_changed_since",
    N_(
        "Tệp đã đổi sau lần sửa này: khi sửa xong là bản {read}, nay là bản {now}. "
        "Hoàn tác sẽ làm mất phần đổi sau, nên không ghi gì."
    ),
    N_("Sửa lại giá trị bằng briefing set, hoặc dùng git."),
)
