"""Mistakes that keep a file from being read: folders, bytes, YAML and CSV."""

from __future__ import annotations

from briefing.language import N_
from briefing.problems import Fault

NO_DATA_FOLDER = Fault(
    "no_data_folder",
    N_("Không có thư mục dữ liệu “{name}”."),
    N_("Tạo thư mục “{name}” cạnh config.yaml, hoặc chỉ đúng thư mục làm việc bằng --workspace."),
)
NO_FOLDER = Fault(
    "no_folder",
    N_("Thiếu thư mục “{name}”."),
    N_("Tạo thư mục “{name}” và đặt các tệp của nó vào đó."),
)
NO_FILE = Fault(
    "no_file",
    N_("Thiếu tệp “{name}”."),
    N_("Tạo tệp “{name}”, hoặc khôi phục từ bản lưu."),
)
UNKNOWN_FILE = Fault(
    "unknown_file",
    N_("Tệp “{name}” không nằm trong số tệp được đọc; số liệu trong đó sẽ bị bỏ sót."),
    N_("Đổi tên hoặc chuyển tệp vào đúng thư mục: {known}."),
)
UNREADABLE = Fault(
    "unreadable",
    N_("Không đọc được tệp (mã lỗi hệ thống {number})."),
    N_("Kiểm tra quyền đọc tệp và ổ đĩa, rồi thử lại."),
)
BAD_FILE_NAME = Fault(
    "bad_file_name",
    N_("Tên tệp không phải UTF-8."),
    N_("Đổi tên tệp, chỉ dùng chữ cái không dấu, chữ số, “-” và “_”."),
)
TOO_LARGE = Fault(
    "too_large",
    N_("Tệp quá lớn: {size} byte, giới hạn là {limit} byte."),
    N_("Tách tệp thành nhiều tệp nhỏ hơn trong cùng thư mục."),
)
NOT_UTF8 = Fault(
    "not_utf8",
    N_("Tệp không phải UTF-8: byte 0x{byte} ở đây không đọc được."),
    N_("Lưu lại tệp bằng bảng mã UTF-8 (trong Excel chọn “CSV UTF-8”)."),
)
NUL_BYTE = Fault(
    "nul_byte",
    N_("Tệp chứa byte NUL: đây không phải tệp văn bản, hoặc đã lưu bằng UTF-16."),
    N_("Lưu lại tệp bằng bảng mã UTF-8."),
)

YAML_TAB = Fault(
    "yaml_tab",
    N_("Dòng thụt lề bằng phím Tab; YAML chỉ nhận dấu cách."),
    N_("Thay Tab bằng dấu cách, mỗi cấp hai dấu cách."),
)
YAML_ODD_SPACE = Fault(
    "yaml_odd_space",
    N_("Dòng thụt lề bằng ký tự trông như dấu cách nhưng không phải dấu cách (như U+00A0)."),
    N_("Xóa chỗ thụt lề rồi gõ lại bằng phím cách; ký tự này thường theo vào khi chép từ Word."),
)
MERGE_CONFLICT = Fault(
    "merge_conflict",
    N_("Tệp còn dấu xung đột của git: hai bản sửa chưa được gộp."),
    N_("Giữ lại phần đúng, xóa các dòng “<<<<<<<”, “=======” và “>>>>>>>”."),
)
NOT_A_FILE = Fault(
    "not_a_file",
    N_("“{name}” không phải tệp thường nên không được đọc."),
    N_("Là liên kết thì sửa nơi nó chỉ đến; là thư mục thì đổi tên, hoặc bỏ đi."),
)
BYTE_ORDER_MARK = Fault(
    "byte_order_mark",
    N_("Tệp bắt đầu bằng dấu thứ tự byte (BOM), nhiều chương trình đọc YAML vấp phải."),
    N_("Lưu lại bằng “UTF-8”, không phải “UTF-8 with BOM”."),
)
YAML_SYNTAX = Fault(
    "yaml_syntax",
    N_("YAML sai cú pháp ở đây."),
    N_("Xem lại thụt lề, dấu hai chấm, dấu nháy và ngoặc ở dòng này và dòng ngay trên."),
)
YAML_COLON = Fault(
    "yaml_colon",
    N_("Dấu hai chấm ở chỗ YAML không cho phép."),
    N_(
        'Nếu dấu hai chấm thuộc về câu chữ, đặt cả câu trong nháy thẳng ("…", không phải “…”); nếu '
        "không, xem lại thụt lề."
    ),
)
YAML_NO_COLON = Fault(
    "yaml_no_colon",
    N_("Thiếu dấu hai chấm sau tên khóa."),
    N_("Viết “khóa: giá trị”, có một dấu cách sau dấu hai chấm."),
)
YAML_OPEN_QUOTE = Fault(
    "yaml_open_quote",
    N_("Chuỗi trong nháy mở ở đây không được đóng lại."),
    N_('Thêm dấu nháy đóng; nháy kép bên trong chuỗi viết là \\".'),
)
YAML_OPEN_BRACKET = Fault(
    "yaml_open_bracket",
    N_("Ngoặc mở ở đây không được đóng đúng chỗ, hoặc thiếu dấu phẩy giữa hai mục."),
    N_("Kiểm tra “[ ]”, “{{ }}” và dấu phẩy giữa các mục."),
)
YAML_INDENT = Fault(
    "yaml_indent",
    N_("Thụt lề không khớp với các dòng cùng khối."),
    N_("Canh dòng này thẳng cột với các khóa (hoặc dấu “-”) cùng cấp."),
)
YAML_AFTER_VALUE = Fault(
    "yaml_after_value",
    N_("Có chữ thừa sau giá trị đã kết thúc."),
    N_("Nếu câu chữ có dấu nháy hoặc ngoặc ở đầu, đặt cả câu trong nháy đơn."),
)
YAML_BAD_START = Fault(
    "yaml_bad_start",
    N_("Giá trị không được bắt đầu bằng ký tự này."),
    N_("Đặt cả giá trị trong nháy kép."),
)
YAML_COMPARED = Fault(
    "yaml_compared",
    N_("Không có nháy, “{sign}” ở đầu giá trị bị YAML hiểu là mở đầu đoạn chữ nhiều dòng."),
    N_('Đặt cả giá trị trong nháy kép: "{value}".'),
)
YAML_ESCAPE = Fault(
    "yaml_escape",
    N_("Dấu “\\” trong nháy kép đi với ký tự không hợp lệ."),
    N_("Viết “\\\\” cho một dấu “\\”, hoặc dùng nháy đơn."),
)
CONTROL_CHARACTER = Fault(
    "control_character",
    N_("Có ký tự điều khiển mà tệp văn bản không được chứa."),
    N_("Xóa ký tự đó; nó thường lọt vào khi chép từ chương trình khác."),
)
YAML_TAG = Fault(
    "yaml_tag",
    N_("Không dùng thẻ YAML “{tag}” ở đây."),
    N_("Xóa thẻ; muốn viết dấu “!” thì đặt cả giá trị trong nháy kép."),
)
YAML_ANCHOR = Fault(
    "yaml_anchor",
    N_("Không dùng neo hay bí danh YAML (“&{name}”, “*{name}”) ở đây."),
    N_("Viết lại đầy đủ giá trị; nếu “&” hay “*” thuộc về câu chữ, đặt cả câu trong nháy kép."),
)
YAML_TOO_DEEP = Fault(
    "yaml_too_deep",
    N_("Các khối lồng nhau quá {limit} cấp."),
    N_("Kiểm tra các dấu ngoặc mở thừa; tệp của thư mục này chỉ cần vài cấp."),
)
YAML_SEVERAL_DOCUMENTS = Fault(
    "yaml_several_documents",
    N_("Tệp có nhiều tài liệu YAML, ngăn bằng “---”."),
    N_("Giữ một tài liệu; chuyển phần còn lại sang tệp khác."),
)
YAML_EMPTY = Fault(
    "yaml_empty",
    N_("Tệp không có nội dung."),
    N_("Viết nội dung vào tệp, hoặc xóa tệp nếu không cần."),
)
YAML_KEY_NOT_TEXT = Fault(
    "yaml_key_not_text",
    N_("Tên khóa phải là một từ, không phải danh sách hay khối."),
    N_("Viết “khóa: giá trị”; dấu “{{”, “[” hoặc “?” ở đầu câu chữ thì đặt trong nháy kép."),
)
DUPLICATE_KEY = Fault(
    "duplicate_key",
    N_("Khóa “{name}” đã có ở dòng {first}."),
    N_("Giữ lại một trong hai dòng."),
)
MISSING_DASH = Fault(
    "missing_dash",
    N_("“{name}” và các khóa sau nó lặp lại trong cùng một mục (đã có từ dòng {first})."),
    N_(
        "Có phải thiếu dấu gạch ngang trước mục mới? Nếu vậy, thêm “- ” trước “{name}”; nếu không, "
        "mỗi khóa chỉ giữ một dòng."
    ),
)

CSV_EMPTY = Fault(
    "csv_empty",
    N_("Tệp CSV không có dòng tiêu đề."),
    N_("Dòng đầu phải là tên các cột: {known}."),
)
CSV_SEPARATOR = Fault(
    "csv_separator",
    N_("Các cột được ngăn bằng “{found}”; tệp này cần dấu phẩy."),
    N_("Lưu lại thành CSV ngăn bằng dấu phẩy (trong Excel chọn “CSV UTF-8”)."),
)
CSV_UNKNOWN_COLUMN = Fault(
    "csv_unknown_column",
    N_("Không có cột “{name}”."),
    N_("Các cột được dùng: {known}."),
)
CSV_MISSING_COLUMN = Fault(
    "csv_missing_column",
    N_("Thiếu cột “{name}”."),
    N_("Thêm cột “{name}” vào dòng tiêu đề; ô không có giá trị thì để trống."),
)
CSV_DUPLICATE_COLUMN = Fault(
    "csv_duplicate_column",
    N_("Cột “{name}” có hai lần trong dòng tiêu đề."),
    N_("Xóa một cột, hoặc sửa tên cột bị trùng."),
)
CSV_WIDTH = Fault(
    "csv_width",
    N_("Dòng có {found} ô, tiêu đề có {expected} cột."),
    N_("Thêm hoặc bớt dấu phẩy; ô có dấu phẩy bên trong phải đặt trong nháy kép."),
)
CSV_SYNTAX = Fault(
    "csv_syntax",
    N_("Dòng CSV sai cú pháp, thường do dấu nháy kép không đóng hoặc đặt giữa ô."),
    N_("Đặt cả ô trong nháy kép; một nháy kép bên trong ô viết thành hai."),
)
