"""The command line: parse, call one function, print. stdout is data, stderr is narration.

Exit codes: 0 done, 1 the data is wrong (``show`` prints the last good data all the same),
2 the call is wrong, 130 interrupted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from briefing import front
from briefing.calling import Call, merged
from briefing.cli_check import check_command
from briefing.cli_edit import edit_commands
from briefing.cli_init import init_command
from briefing.cli_options import common_options, instant_option, version_option, viewer_option
from briefing.cli_plan import plan_command
from briefing.cli_schema import schema_command
from briefing.cli_show import show_group
from briefing.cli_sync import sync_command
from briefing.cli_texts import speak, tell_usage
from briefing.cli_whatif import what_if_command
from briefing.language import Translator, translator
from briefing.printing import BY_NAME, printed
from briefing.show.answers import Question
from briefing.speaking import language_of
from briefing.streams import can_open_screen, narrate

INTERRUPTED = 130
"""The exit code after Ctrl+C, as shells count it."""


def run(arguments: Sequence[str]) -> int:
    """Carries a command line out; the exit code."""
    tr = translator(language_of(arguments))
    speak(tr.language)
    try:
        code = command_line(tr).main(list(arguments), prog_name="briefing", standalone_mode=False)
    except click.UsageError as error:
        return tell_usage(error, tr)
    except click.Abort:
        narrate(tr.gettext("Đã dừng; không có gì bị đổi."))
        return INTERRUPTED
    return code if isinstance(code, int) else 0


def command_line(tr: Translator) -> click.Group:
    """All commands, helped in the language of ``tr``."""

    def briefing(**options: Any) -> int:
        context = click.get_current_context()
        call = context.obj = merged(Call(), options)
        if context.invoked_subcommand is not None:
            return 0
        if can_open_screen():
            return front.open_app(call, tr)
        return printed(BY_NAME["overview"], call, Question(), "text", tr)

    group = click.Group(
        "briefing",
        params=[*common_options(tr), instant_option(tr), viewer_option(tr), version_option(tr)],
        callback=briefing,
        invoke_without_command=True,
        help=tr.gettext(
            "Báo cáo nhanh về chuyển đổi số của tỉnh.\n\n"
            "Không có lệnh: mở chương trình; ngoài màn hình dòng lệnh thì in trang tổng quan. "
            "Tùy chọn đặt trước hay sau lệnh đều được."
        ),
        epilog=tr.gettext("Mã thoát: 0 xong; 1 dữ liệu có lỗi; 2 gọi sai; 130 bị dừng giữa chừng."),
        add_help_option=False,
        options_metavar=tr.gettext("[TÙY CHỌN]"),
        subcommand_metavar=tr.gettext("LỆNH [THAM SỐ]..."),
    )
    group.add_command(show_group(tr))
    group.add_command(what_if_command(tr))
    group.add_command(plan_command(tr))
    group.add_command(sync_command(tr))
    group.add_command(check_command(tr))
    group.add_command(init_command(tr))
    group.add_command(schema_command(tr))
    for command in edit_commands(tr):
        group.add_command(command)
    return group
