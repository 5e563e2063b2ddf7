"""The help page: keys, what the glyphs mean, and the rules that judge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.commands import COMMANDS, Command, shown_keys
from briefing.domain.model import SystemState
from briefing.domain.quarters import Quarter
from briefing.domain.standing import Carried, TargetStatus, TaskStatus
from briefing.language import N_, Translator
from briefing.pages import cells
from briefing.pages import guide_standing as standing
from briefing.pages.blocks import Column, Page, Paragraph, Row, Table
from briefing.pages.line import Role, spans

RULES = (
    N_("Mục tiêu bằng lời, hoặc nguồn không nêu mức đề ra: không xét bằng số."),
    N_("Chưa có số liệu công bố đến ngày đang dùng: chưa có số liệu."),
    N_("Số liệu đạt mức đề ra: đạt. “Trên 50%” đạt mức ≥ 50%; “gần 90%” chưa đạt mức ≥ 90%."),
    N_("Quá hạn, số liệu đã bao trùm kỳ đến hạn: không đạt; chưa bao trùm: chờ kết quả."),
    N_(
        "Có mốc hoặc mức xuất phát: so số liệu với mức cần có vào cuối kỳ của chính số liệu đó: "
        "đúng tiến độ, nguy cơ chậm, chậm."
    ),
    N_("Còn lại: đang thực hiện, chỉ nêu phần đã đạt."),
)


DAYS = (
    (
        N_("Ngày xem"),
        N_("Hạn và tiến độ được xét tại ngày này."),
    ),
    (
        N_("Công bố đến"),
        N_(
            "Chỉ dùng những gì đã công bố đến ngày này: số liệu, chỉ tiêu, nhiệm vụ, điều chỉnh, "
            "gia hạn. Không đặt riêng thì là ngày xem; đặt riêng thì giữ nguyên đến khi bỏ, và "
            "dòng đầu màn hình nêu cả hai ngày."
        ),
    ),
)


ARROWS = str.maketrans({"↑": "Up", "↓": "Down", "←": "Left", "→": "Right"})


def help_page(
    tr: Translator,
    keys: Mapping[str, tuple[str, ...]],
    *,
    due_soon_days: int = 10,
    arrows: bool = True,
) -> Page:
    """All keys as they are in force, the statuses, and the rules in the order they apply.

    Without ``arrows`` those keys are named in letters: the "v" that is drawn for "↓" on a terminal
    of ASCII alone would be read as a key.
    """

    def named(command: Command) -> str:
        shown = ", ".join(shown_keys(keys[command.id]))
        return shown if arrows else shown.translate(ARROWS)

    key_rows = tuple(
        Row(
            cells=(
                spans((named(command), Role.ACCENT)),
                spans(tr.gettext(command.help)),
            )
        )
        for command in COMMANDS
        if command.id in keys
    )
    status_rows = tuple(
        Row(cells=(cells.status(status, tr), spans((what, Role.MUTED))))
        for what, table in (
            (tr.gettext("chỉ tiêu"), TargetStatus),
            (tr.gettext("nhiệm vụ"), TaskStatus),
            (tr.gettext("việc giao cho nhiều đơn vị"), Carried),
            (tr.gettext("hệ thống"), SystemState),
            (tr.gettext("ô bản đồ: phần tư số hạng, không phải tình trạng"), Quarter),
        )
        for status in table
    )
    return Page(
        title=tr.gettext("Trợ giúp"),
        blocks=(
            Table(
                heading=tr.gettext("Phím"),
                columns=(Column(most=22), Column(flex=True, least=30)),
                rows=key_rows,
            ),
            Table(
                heading=tr.gettext("Hai ngày"),
                columns=(Column(most=22), Column(flex=True, least=30, wrap=6)),
                rows=tuple(
                    Row(cells=(spans((tr.gettext(name), Role.ACCENT)), spans(tr.gettext(said))))
                    for name, said in DAYS
                ),
            ),
            Table(
                heading=tr.gettext("Ký hiệu"),
                columns=(Column(), Column()),
                rows=status_rows,
            ),
            Table(
                heading=tr.gettext("Ký hiệu ở xếp hạng, bản đồ, vị thế, so sánh"),
                columns=(Column(), Column(flex=True, least=30, wrap=4)),
                rows=tuple(
                    Row(cells=(spans((sign, Role.ACCENT)), spans(tr.gettext(said))))
                    for sign, said in standing.SIGNS
                ),
            ),
            _rules(tr.gettext("Chỉ tiêu được xét theo thứ tự sau"), RULES, tr),
            _rules(tr.gettext("Xếp hạng và vị thế"), standing.RULES, tr),
            Paragraph(
                spans=spans(
                    (
                        tr.gettext(
                            "Sắp đến hạn: còn không quá {days} ngày làm việc. "
                            "— là chưa có số liệu, không phải số 0."
                        ).format(days=due_soon_days),
                        Role.MUTED,
                    )
                ),
                tight=False,
            ),
        ),
    )


def _rules(heading: str, rules: Sequence[str], tr: Translator) -> Table:
    """Rules with their numbers."""
    return Table(
        heading=heading,
        columns=(Column(), Column(flex=True, least=30, wrap=5)),
        rows=tuple(
            Row(cells=(spans((f"{number}.", Role.MUTED)), spans(tr.gettext(rule))))
            for number, rule in enumerate(rules, 1)
        ),
    )
