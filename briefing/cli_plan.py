"""``briefing plan``: what a sync would change, and which lights that turns; nothing is written."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date
from typing import Any

import click

from briefing.calling import Call, merged, typed
from briefing.cli_options import common_options, reason_option
from briefing.cli_texts import deliver
from briefing.complaints import OURS, complaint
from briefing.language import Translator, translator
from briefing.opening import ACTIONS
from briefing.preparing import complain, settings_for
from briefing.problems import SettingsError
from briefing.settings import here, load_settings, locate
from briefing.streams import narrate

FORMATS = ("text", "json")


def plan_command(tr: Translator) -> click.Command:
    """``plan``, helped in the language of ``tr``."""

    def run(form: str, reason: str | None, **options: Any) -> int:
        call = merged(click.get_current_context().obj, options)
        return _told(call, tr, form, typed(reason) if reason else None)

    return click.Command(
        "plan",
        params=[
            click.Option(
                ["--format", "form"],
                type=click.Choice(FORMATS),
                default="text",
                show_default=True,
                help=tr.gettext("Dạng kết quả."),
            ),
            reason_option(tr),
            *common_options(tr),
        ],
        callback=run,
        help=tr.gettext(
            "Xem trước: lần cập nhật tới sẽ đổi những gì, theo từng kế hoạch, và đèn nào đổi "
            "theo.\n\n"
            "Không ghi gì cả, nên chạy được khi chưa có cơ sở dữ liệu và trên thư mục chỉ đọc. "
            "Cập nhật: briefing sync."
        ),
        epilog=tr.gettext("Mã thoát: 0 đọc được, dù có thay đổi hay không; 1 dữ liệu có lỗi."),
        add_help_option=False,
        options_metavar=tr.gettext("[TÙY CHỌN]"),
    )


def _told(call: Call, tr: Translator, form: str, reason: str | None) -> int:
    """Prints what a sync would change; the exit code."""
    from briefing.planned import days_asked, planned
    from briefing.show.changing import changes_lines, changes_record
    from briefing.show.rendering import json_text

    try:
        root = locate(call.workspace, os.environ, here())
        with suppress(SettingsError):  # told below, with every other mistake
            tr = translator(settings_for(call, load_settings(root, ACTIONS)).language)
        changes = planned(
            root,
            reason=reason,
            days=days_asked(call.as_of, call.known_on, date.today()),
        )
    except OURS as error:
        return complain(complaint(error, tr))
    if form == "json":
        return deliver(json_text(changes_record(changes)), tr)
    failed = deliver("\n".join(changes_lines(changes, tr)) + "\n", tr)
    if not failed and changes.anything:
        narrate(tr.gettext("Chưa ghi gì. Ghi vào cơ sở dữ liệu: briefing sync"))
    return failed
