"""``briefing sync``: brings the database up to date with the folder and says what changed."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from briefing.calling import Call, merged, typed
from briefing.cli_options import common_options, reason_option
from briefing.complaints import OURS, complaint
from briefing.language import Translator, translator
from briefing.opening import open_workspace, sync
from briefing.preparing import complain, settings_for
from briefing.progress_bar import progress_bar
from briefing.settings import here, locate
from briefing.streams import narrate

if TYPE_CHECKING:
    from briefing.store.writing import SyncSummary, SyncWarning

MOST_TOLD = 20
"""Changes of one plan, and lights, that are told one by one; ``plan`` tells them all."""


def sync_command(tr: Translator) -> click.Command:
    """``sync``, helped in the language of ``tr``."""

    def run(rebuild: bool, reason: str | None, **options: Any) -> int:
        call = merged(click.get_current_context().obj, options)
        return synced(call, tr, rebuild=rebuild, reason=typed(reason) if reason else None)

    rebuild = click.Option(
        ["--rebuild"],
        is_flag=True,
        help=tr.gettext("Dựng lại từ đầu; nhật ký sửa đổi được giữ."),
    )
    return click.Command(
        "sync",
        params=[rebuild, reason_option(tr), *common_options(tr)],
        callback=run,
        help=tr.gettext(
            "Đọc thư mục và cập nhật cơ sở dữ liệu, rồi báo đã đổi những gì.\n\n"
            "Xem trước mà không ghi gì: briefing plan."
        ),
        add_help_option=False,
        options_metavar=tr.gettext("[TÙY CHỌN]"),
    )


def synced(call: Call, tr: Translator, *, rebuild: bool, reason: str | None = None) -> int:
    """Brings the database up to date with the folder and says what changed; the exit code."""
    from datetime import date

    from briefing.planned import days_asked

    try:
        days = days_asked(call.as_of, call.known_on, date.today())
        opened = open_workspace(locate(call.workspace, os.environ, here()))
        tr = translator(settings_for(call, opened.settings).language)
        fault = opened.fault
        if fault is not None and not opened.mendable and not rebuild:
            raise fault
        label = tr.gettext("Đang cập nhật cơ sở dữ liệu")
        with progress_bar(label, sys.stderr) as progress:
            summary = sync(
                opened.settings,
                progress=progress,
                rebuild=rebuild,
                mend=fault is not None,
                reason=reason,
                told=True,
                days=days,
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
    warnings = [_warning(warning, summary, tr) for warning in summary.warnings]
    if summary.changes is None:
        return [said, *warnings]
    from briefing.show.changing import changes_lines

    return [said, *changes_lines(summary.changes, tr, MOST_TOLD), *warnings]


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
