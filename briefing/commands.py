"""The one list of actions: id, keys, label and help. Keys, footer, palette and help read it."""

from __future__ import annotations

from briefing.domain.value import value
from briefing.language import N_


@value
class Command:
    """An action a user can take.

    ``keys`` are Textual key names, at least two, one of them no bare letter or digit: a Telex or
    VNI input method rewrites those after a vowel. ``shown`` is how the footer writes the first.
    ``label`` and ``help`` are Vietnamese message ids. ``palette`` puts it among the commands that
    a search finds.
    """

    id: str
    action: str
    keys: tuple[str, ...]
    shown: str
    label: str
    help: str
    palette: bool = True


COMMANDS = (
    Command(
        "overview", "app.tab('overview')", ("1", "f2"), "1", N_("Tổng quan"),
        N_("Tổng quan: việc cần ý kiến và thay đổi mới"),
    ),
    Command(
        "pillars", "app.tab('pillars')", ("2", "f3"), "2", N_("Trụ cột"),
        N_("Trụ cột: từng chỉ tiêu, từng số liệu"),
    ),
    Command(
        "tasks", "app.tab('tasks')", ("3", "f4"), "3", N_("Nhiệm vụ"),
        N_("Nhiệm vụ đang mở so với chỉ tiêu kế hoạch"),
    ),
    Command(
        "compare", "app.tab('compare')", ("4", "f5"), "4", N_("So sánh"),
        N_("So sánh hai đến sáu tỉnh, thành phố"),
    ),
    Command(
        "open", "app.choose", ("enter", "l", "right"), "Enter", N_("mở"),
        N_("Mở mục đang chọn"), palette=False,
    ),
    Command(
        "back", "app.back", ("escape", "h", "left"), "Esc", N_("quay lại"),
        N_("Trở lại màn hình trước"), palette=False,
    ),
    Command(
        "down", "app.step(1)", ("down", "j"), "↓", N_("xuống"),
        N_("Xuống mục kế tiếp"), palette=False,
    ),
    Command(
        "up", "app.step(-1)", ("up", "k"), "↑", N_("lên"),
        N_("Lên mục phía trên"), palette=False,
    ),
    Command(
        "page_down", "app.page(1)", ("pagedown", "space"), "PgDn", N_("trang sau"),
        N_("Xuống một trang"), palette=False,
    ),
    Command(
        "page_up", "app.page(-1)", ("pageup", "b"), "PgUp", N_("trang trước"),
        N_("Lên một trang"), palette=False,
    ),
    Command(
        "top", "app.edge(-1)", ("home", "ctrl+home"), "Home", N_("đầu"),
        N_("Về đầu danh sách"), palette=False,
    ),
    Command(
        "bottom", "app.edge(1)", ("end", "ctrl+end"), "End", N_("cuối"),
        N_("Đến cuối danh sách"), palette=False,
    ),
    Command(
        "source", "app.source", ("s", "f7"), "s", N_("nguồn"),
        N_("Nguồn của số liệu đang chọn"),
    ),
    Command(
        "search", "app.search", ("slash", "ctrl+f"), "/", N_("tìm"),
        N_("Tìm tỉnh, chỉ số, nhiệm vụ, văn bản (không cần gõ dấu)"),
    ),
    Command(
        "unit", "app.unit", ("u", "f6"), "u", N_("đơn vị"),
        N_("Chọn tỉnh, thành phố"),
    ),
    Command(
        "date", "app.date", ("d", "f9"), "d", N_("ngày"),
        N_("Xem tại một ngày khác"),
    ),
    Command(
        "group", "screen.group", ("g", "ctrl+g"), "g", N_("nhóm theo"),
        N_("Đổi cách nhóm nhiệm vụ"),
    ),
    Command(
        "add_unit", "screen.add_unit", ("plus", "insert"), "+", N_("thêm tỉnh"),
        N_("Thêm một tỉnh vào bảng so sánh"),
    ),
    Command(
        "remove_unit", "screen.remove_unit", ("minus", "delete"), "−", N_("bớt"),
        N_("Bớt tỉnh sau cùng khỏi bảng so sánh"),
    ),
    Command(
        "theme", "app.theme", ("t", "ctrl+t"), "t", N_("nền sáng/tối"),
        N_("Đổi nền sáng hoặc nền tối"),
    ),
    Command(
        "language", "app.language", ("n", "ctrl+n"), "n", N_("ngôn ngữ"),
        N_("Chuyển tiếng Việt hoặc tiếng Anh"),
    ),
    Command(
        "palette", "app.palette", ("ctrl+p", "colon"), "Ctrl+P", N_("lệnh"),
        N_("Tìm và chạy một lệnh"), palette=False,
    ),
    Command(
        "help", "app.help", ("question_mark", "f1"), "?", N_("trợ giúp"),
        N_("Phím, ký hiệu và cách tính"),
    ),
    Command(
        "quit", "app.quit", ("q", "ctrl+q"), "q", N_("thoát"), N_("Thoát chương trình"),
    ),
)  # fmt: skip

BY_ID = {command.id: command for command in COMMANDS}
TABS = ("overview", "pillars", "tasks", "compare")
