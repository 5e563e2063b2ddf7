"""The command line: parse, call one function, print. stdout is data, stderr is narration.

Exit codes: 0 done, 1 the data is wrong (``show`` prints the last good data all the same),
2 the call is wrong, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from briefing import front
from briefing.calling import Call, merged
from briefing.cli_init import init_command
from briefing.cli_options import common_options, instant_option, version_option, viewer_option
from briefing.cli_schema import schema_command
from briefing.cli_show import show_group
from briefing.cli_texts import speak, tell_usage
from briefing.complaints import OURS, complaint
from briefing.language import Translator, translator
from briefing.opening import open_workspace, sync
from briefing.preparing import complain, settings_for
from briefing.printing import BY_NAME, printed
from briefing.progress_bar import progress_bar
from briefing.settings import here, locate
from briefing.show.answers import Question
from briefing.speaking import language_of
from briefing.streams import can_open_screen, narrate

INTERRUPTED = 130
"""The exit code after Ctrl+C, as shells count it."""

if TYPE_CHECKING:
    from briefing.store.writing import SyncSummary, SyncWarning


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
    group.add_command(_sync_command(tr))
    group.add_command(init_command(tr))
    group.add_command(schema_command(tr))
    return group


def _sync_command(tr: Translator) -> click.Command:
    def run_sync(rebuild: bool, **options: Any) -> int:
        return synced(merged(click.get_current_context().obj, options), tr, rebuild=rebuild)

    rebuild = click.Option(
        ["--rebuild"],
        is_flag=True,
        help=tr.gettext("Dựng lại từ đầu; nhật ký sửa đổi được giữ."),
    )
    return click.Command(
        "sync",
        params=[rebuild, *common_options(tr)],
        callback=run_sync,
        help=tr.gettext("Đọc thư mục và cập nhật cơ sở dữ liệu."),
        add_help_option=False,
        options_metavar=tr.gettext("[TÙY CHỌN]"),
    )


def synced(call: Call, tr: Translator, *, rebuild: bool) -> int:
    """Brings the database up to date with the folder and says what changed; the exit code."""
    try:
        opened = open_workspace(locate(call.workspace, os.environ, here()))
        tr = translator(settings_for(call, opened.settings).language)
        fault = opened.fault
        if fault is not None and not opened.mendable and not rebuild:
            raise fault
        label = tr.gettext("Đang cập nhật cơ sở dữ liệu")
        with progress_bar(label, sys.stderr) as progress:
            summary = sync(
                opened.settings, progress=progress, rebuild=rebuild, mend=fault is not None
            )
    except OURS as error:
        return complain(complaint(error, tr))
    narrate(*summary_lines(summary, tr))
    return 0


def summary_lines(summary: SyncSummary, tr: Translator) -> list[str]:
    """What a sync did, and what it could not do as well as it should."""
    counts = summary.counts
    said = tr.gettext(
        "Tệp: {changed} thay đổi, {same} giữ nguyên, {gone} đã xóa. "
        "Mục: {added} thêm, {edited} sửa, {removed} bỏ."
    ).format(
        changed=counts.files_changed,
        same=counts.files_skipped,
        gone=counts.files_removed,
        added=counts.added,
        edited=counts.changed,
        removed=counts.removed,
    )
    return [said, *(_warning(warning, summary, tr) for warning in summary.warnings)]


def _warning(warning: SyncWarning, summary: SyncSummary, tr: Translator) -> str:
    from briefing.store.writing import SyncWarning

    match warning:
        case SyncWarning.NETWORK_DRIVE:
            return tr.gettext(
                "Cơ sở dữ liệu nằm trên ổ mạng: ghi chậm hơn và chỉ một người ghi mỗi lúc."
            )
        case SyncWarning.LOG_LOST:
            said = tr.gettext(
                "Không đọc được trọn nhật ký sửa đổi của cơ sở dữ liệu cũ; "
                "tệp cũ được giữ ở {path}."
            )
            return said.format(path=summary.damaged)
