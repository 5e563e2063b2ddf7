"""The one list of actions: id, keys, label and help. Keys, footer, palette and help read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.domain.value import value
from briefing.language import N_


@value
class Command:
    """An action a user can take.

    ``keys`` are Textual key names, at least two, one of them no bare letter or digit: a Telex or
    VNI input method rewrites those after a vowel. The footer shows the first. ``label`` and
    ``help`` are Vietnamese message ids. ``palette`` puts it among the commands that a search
    finds. ``tab`` names the one screen that the action belongs to; empty for every screen.
    ``editing``: it changes the folder, and exists for editors only.
    """

    id: str
    action: str
    keys: tuple[str, ...]
    label: str
    help: str
    palette: bool = True
    tab: str = ""
    editing: bool = False


COMMANDS = (
    Command(
        "overview", "app.tab('overview')", ("1", "f2"), N_("Tổng quan"),
        N_("Tổng quan: việc cần ý kiến và thay đổi mới"),
    ),
    Command(
        "pillars", "app.tab('pillars')", ("2", "f3"), N_("Trụ cột"),
        N_("Trụ cột: từng chỉ tiêu, từng số liệu"),
    ),
    Command(
        "tasks", "app.tab('tasks')", ("3", "f4"), N_("Nhiệm vụ"),
        N_("Nhiệm vụ đang mở so với chỉ tiêu kế hoạch"),
    ),
    Command(
        "compare", "app.tab('compare')", ("4", "f5"), N_("So sánh"),
        N_("So sánh hai đến sáu tỉnh, thành phố"),
    ),
    Command(
        "ranking", "app.tab('ranking')", ("5", "r", "asterisk"), N_("Xếp hạng"),
        N_("Xếp hạng: mọi đơn vị theo một chỉ số, so với trung bình"),
    ),
    Command(
        "matrix", "app.tab('matrix')", ("6", "m", "number_sign"), N_("Thực thi"),
        N_("Thực thi: đơn vị nào đã làm, chưa làm việc được giao"),
    ),
    Command(
        "systems", "app.tab('systems')", ("7", "at"), N_("Hệ thống"),
        N_("Hệ thống thông tin, nền tảng, cơ sở dữ liệu"),
    ),
    Command(
        "profile", "app.profile", ("p", "percent_sign"), N_("Vị thế"),
        N_("Vị thế: hạng mấy, mất điểm ở đâu, việc nào lấy lại được"),
    ),
    Command(
        "open", "app.choose", ("enter", "l", "right"), N_("mở"),
        N_("Mở mục đang chọn"), palette=False,
    ),
    Command(
        "back", "app.back", ("escape", "h", "left"), N_("quay lại"),
        N_("Trở lại màn hình trước"), palette=False,
    ),
    Command(
        "down", "app.step(1)", ("down", "j"), N_("xuống"),
        N_("Xuống mục kế tiếp"), palette=False,
    ),
    Command(
        "up", "app.step(-1)", ("up", "k"), N_("lên"),
        N_("Lên mục phía trên"), palette=False,
    ),
    Command(
        "page_down", "app.page(1)", ("pagedown", "space"), N_("trang sau"),
        N_("Xuống một trang"), palette=False,
    ),
    Command(
        "page_up", "app.page(-1)", ("pageup", "b"), N_("trang trước"),
        N_("Lên một trang"), palette=False,
    ),
    Command(
        "top", "app.edge(-1)", ("home", "ctrl+home"), N_("đầu"),
        N_("Về đầu danh sách"), palette=False,
    ),
    Command(
        "bottom", "app.edge(1)", ("end", "ctrl+end"), N_("cuối"),
        N_("Đến cuối danh sách"), palette=False,
    ),
    Command(
        "source", "app.source", ("s", "f7"), N_("nguồn"),
        N_("Nguồn của số liệu đang chọn"),
    ),
    Command(
        "search", "app.search", ("slash", "ctrl+f"), N_("tìm"),
        N_("Tìm tỉnh, chỉ số, nhiệm vụ, văn bản (không cần gõ dấu)"),
    ),
    Command(
        "unit", "app.unit", ("u", "f6"), N_("đơn vị"),
        N_("Chọn tỉnh, thành phố"),
    ),
    Command(
        "date", "app.date", ("d", "f9"), N_("ngày"),
        N_("Chọn ngày xem và ngày công bố số liệu"),
    ),
    Command(
        "group", "screen.group", ("g", "ctrl+g"), N_("nhóm theo"),
        N_("Đổi cách nhóm nhiệm vụ"), tab="tasks",
    ),
    Command(
        "add_unit", "screen.add_unit", ("plus", "insert"), N_("thêm cột"),
        N_("Thêm một tỉnh, trung bình vùng, trung bình cả nước hoặc tốt nhất vào bảng so sánh"),
        tab="compare",
    ),
    Command(
        "remove_unit", "screen.remove_unit", ("minus", "delete"), N_("bớt"),
        N_("Bớt cột sau cùng khỏi bảng so sánh"), tab="compare",
    ),
    Command(
        "compared_by", "screen.compared_by", ("z", "dollar_sign"), N_("chỉ số"),
        N_("Chọn chỉ số, trụ cột, nền tảng để so sánh"), tab="compare",
    ),
    Command(
        "peer", "screen.peer", ("plus", "insert"), N_("đối chiếu"),
        N_("Chọn đơn vị đặt cạnh trên màn hình Vị thế"), tab="profile",
    ),
    Command(
        "what_if", "screen.what_if", ("w", "circumflex_accent"), N_("giả định"),
        N_("Giả định nâng chỉ số: tổng, điểm và hạng thành bao nhiêu"), tab="profile",
    ),
    Command(
        "profile_older", "screen.older", ("comma", "less_than_sign"), N_("kỳ trước"),
        N_("Kết quả kỳ trước của đơn vị"), tab="profile",
    ),
    Command(
        "profile_newer", "screen.newer", ("full_stop", "greater_than_sign"), N_("kỳ sau"),
        N_("Kết quả kỳ sau của đơn vị"), tab="profile",
    ),
    Command(
        "form", "screen.form", ("g", "ctrl+g"), N_("dạng"),
        N_("Đổi dạng xếp hạng: danh sách, thay đổi giữa hai kỳ, bản đồ ô"), tab="ranking",
    ),
    Command(
        "ranked_by", "screen.ranked_by", ("z", "dollar_sign"), N_("chỉ số"),
        N_("Chọn chỉ số, trụ cột hay nền tảng để xếp hạng"), tab="ranking",
    ),
    Command(
        "filter", "screen.filter", ("f", "ampersand"), N_("lọc"),
        N_("Chỉ xem một vùng hay một nhóm đơn vị"), tab="ranking",
    ),
    Command(
        "sort", "screen.sort", ("equals_sign", "backslash"), N_("sắp xếp"),
        N_("Sắp xếp theo hạng, theo tên hay theo giá trị"), tab="ranking",
    ),
    Command(
        "older", "screen.older", ("comma", "less_than_sign"), N_("kỳ trước"),
        N_("Xếp hạng kỳ trước"), tab="ranking",
    ),
    Command(
        "newer", "screen.newer", ("full_stop", "greater_than_sign"), N_("kỳ sau"),
        N_("Xếp hạng kỳ sau"), tab="ranking",
    ),
    Command(
        "copy", "app.copy", ("y", "ctrl+y"), N_("chép"),
        N_("Chép dòng đang chọn, kèm nguồn, kỳ và ngày"),
    ),
    Command(
        "edit", "app.edit", ("c", "ctrl+k"), N_("sửa"),
        N_("Sửa chỉ tiêu, nhiệm vụ đang chọn; hoàn tác (khi access là editor)"), editing=True,
    ),
    Command(
        "problems", "app.problems", ("f8", "v"), N_("lỗi dữ liệu"),
        N_("Lỗi và cảnh báo trong thư mục dữ liệu, kèm cách sửa"),
    ),
    Command(
        "theme", "app.theme", ("t", "ctrl+t"), N_("nền màn hình"),
        N_("Đổi nền: tối, sáng, tương phản cao"),
    ),
    Command(
        "language", "app.language", ("n", "ctrl+n"), N_("ngôn ngữ"),
        N_("Chuyển tiếng Việt hoặc tiếng Anh"),
    ),
    Command(
        "palette", "app.palette", ("ctrl+p", "colon"), N_("lệnh"),
        N_("Tìm và chạy một lệnh"), palette=False,
    ),
    Command(
        "help", "app.help", ("question_mark", "f1"), N_("trợ giúp"),
        N_("Phím, ký hiệu và cách tính"),
    ),
    Command(
        "quit", "app.quit", ("q", "ctrl+q"), N_("thoát"), N_("Thoát chương trình"),
    ),
)  # fmt: skip

BY_ID = {command.id: command for command in COMMANDS}
TABS = ("overview", "pillars", "tasks", "compare", "ranking", "matrix", "systems")
ALWAYS = {"enter": "open", "escape": "back", "ctrl+q": "quit"}
"""Keys that stay with their action however keys are remapped; dialogs rely on them too."""

SIGNS = {
    "exclamation_mark": "!", "quotation_mark": '"', "number_sign": "#", "dollar_sign": "$",
    "percent_sign": "%", "ampersand": "&", "apostrophe": "'", "left_parenthesis": "(",
    "right_parenthesis": ")", "asterisk": "*", "plus": "+", "comma": ",", "minus": "−",
    "full_stop": ".", "slash": "/", "colon": ":", "semicolon": ";", "less_than_sign": "<",
    "equals_sign": "=", "greater_than_sign": ">", "question_mark": "?", "at": "@",
    "left_square_bracket": "[", "backslash": "\\", "right_square_bracket": "]",
    "circumflex_accent": "^", "underscore": "_", "grave_accent": "`", "left_curly_bracket": "{",
    "vertical_line": "|", "right_curly_bracket": "}", "tilde": "~",
}  # fmt: skip
"""The marks of a keyboard by Textual's names for them, as people read them."""

_SHOWN = {
    "enter": "Enter", "escape": "Esc", "left": "←", "right": "→", "up": "↑", "down": "↓",
    "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "insert": "Ins",
    "delete": "Del", "space": "Space", "tab": "Tab", "backspace": "Backspace",
}  # fmt: skip


def in_force(
    remapped: Mapping[str, Sequence[str]], *, editor: bool = True
) -> dict[str, tuple[str, ...]]:
    """Each action's keys: the remapped ones, else its own, and those that always stay with it.

    Without ``editor`` what changes the folder is not among them: it has no key and is not offered.
    """
    keys = {
        command.id: tuple(remapped.get(command.id) or command.keys)
        for command in COMMANDS
        if editor or not command.editing
    }
    for key, owner in ALWAYS.items():
        if key not in keys[owner]:
            keys[owner] += (key,)
    return keys


def shown_keys(keys: Sequence[str]) -> list[str]:
    """Key names as people know them: ``question_mark`` is ``?``, ``ctrl+q`` is ``Ctrl+Q``."""
    return [shown_key(key) for key in keys]


def shown_key(key: str) -> str:
    """One key's name as people know it."""
    *modifiers, name = key.split("+")
    shown = SIGNS.get(name) or _SHOWN.get(name)
    if shown is None:
        shown = name.upper() if modifiers or (name[:1] == "f" and name[1:]) else name
    return "+".join([*(modifier.capitalize() for modifier in modifiers), shown])


def is_rewritten(key: str) -> bool:
    """Whether an input method rewrites ``key`` after a vowel: letters, digits, and [ ] in Telex."""
    return len(key) == 1 or key.endswith(("_square_bracket", "_curly_bracket"))
