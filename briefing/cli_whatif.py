"""``briefing whatif``: what raising some indexes would do to total and rank; nothing is stored."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from briefing.calling import Call, merged, typed
from briefing.cli_options import common_options
from briefing.cli_texts import deliver
from briefing.language import Translator, translator

if TYPE_CHECKING:
    from briefing.desk import Desk
    from briefing.store.reading import Reader

FORMATS = ("text", "md", "json")
Options = dict[str, Any]


def what_if_command(tr: Translator) -> click.Command:
    """``whatif``, helped in the language of ``tr``."""

    def run(**options: Any) -> int:
        if options["only"] and options["rank"] is None:
            raise click.UsageError(tr.gettext("--only chỉ dùng cùng với --rank."))
        return _told(merged(click.get_current_context().obj, options), options, tr)

    return click.Command(
        "whatif",
        params=[
            click.Argument(["items"], nargs=-1, metavar=tr.gettext("[ĐƠN_VỊ] [CHỈ_SỐ=GIÁ_TRỊ]...")),
            click.Option(
                ["--framework"],
                metavar=tr.gettext("MÃ"),
                help=tr.gettext("Bộ chỉ số, ví dụ dti-2022; không nêu thì bộ mới nhất tính được."),
            ),
            click.Option(
                ["--period", "year"],
                type=click.IntRange(1900, 2199),
                metavar=tr.gettext("NĂM"),
                help=tr.gettext(
                    "Kết quả của năm nào; không nêu thì năm mới nhất có đủ giá trị của đơn vị."
                ),
            ),
            click.Option(
                ["--rank"],
                type=click.IntRange(1, 9999),
                metavar=tr.gettext("HẠNG"),
                help=tr.gettext("Tính ngược: mức nâng đều nhỏ nhất để đạt hạng này."),
            ),
            click.Option(
                ["--only"],
                multiple=True,
                metavar=tr.gettext("CHỈ_SỐ"),
                help=tr.gettext("Cùng với --rank: chỉ nâng chỉ số này; nêu được nhiều lần."),
            ),
            click.Option(
                ["--format", "form"],
                type=click.Choice(FORMATS),
                default="text",
                show_default=True,
                help=tr.gettext("Dạng kết quả."),
            ),
            *common_options(tr),
        ],
        callback=run,
        help=tr.gettext(
            "Giả định: nâng một hay nhiều chỉ số thì tổng, điểm và hạng thành bao nhiêu.\n\n"
            "Chỉ số nêu bằng mã hoặc tên không dấu; giá trị từ 0 đến 1: the_che_so=0,90, "
            "the_che_so=90%, the_che_so=+0,05. Đơn vị chưa có giá trị thì nêu đủ giá trị giả định. "
            "Tổng nào chưa công bố thì hạng là một khoảng.\n\n"
            "Chỉ tính trên kết quả đã công bố, không ghi gì cả. as_of là latest thì dùng kết quả "
            "mới nhất đến hôm nay; mã đơn vị được hiểu theo cuối kỳ của kết quả."
        ),
        epilog=tr.gettext("Mã thoát: 0 xong; 1 dữ liệu chưa đủ để tính; 2 gọi sai."),
        add_help_option=False,
        options_metavar=tr.gettext("[TÙY CHỌN]"),
    )


def _told(call: Call, options: Options, tr: Translator) -> int:
    """Prints the answer; the exit code."""
    from briefing.complaints import OURS, complaint
    from briefing.desk import Desk
    from briefing.domain.change_faults import ChangeError
    from briefing.opening import open_workspace
    from briefing.preparing import answered, brought_up_to_date, complain, prepared, settings_for
    from briefing.settings import here, locate
    from briefing.show.supposed import refusal
    from briefing.supposing_errors import SupposingError

    try:
        opened = open_workspace(locate(call.workspace, os.environ, here()))
        settings = settings_for(call, opened.settings)
        tr = translator(settings.language)
        opened = prepared(opened, tr)
        desk = Desk(settings, date.today())
        code = brought_up_to_date(opened, tr)
        text = answered(settings, lambda reader: _answer(reader, desk, call, options, tr), tr)
    except (SupposingError, ChangeError) as error:
        return complain(refusal(error, tr))
    except OURS as error:
        return complain(complaint(error, tr))
    return deliver(text, tr) or code


def _answer(reader: Reader, desk: Desk, call: Call, options: Options, tr: Translator) -> str:
    """The text to print. Raises ``SupposingError``, ``ChangeError`` and complaints' errors."""
    from briefing.desk import read_as_of, read_known_on
    from briefing.domain.change_spelling import assigns, read_changes, read_part
    from briefing.domain.even_raise import even_raise
    from briefing.domain.what_if import what_if
    from briefing.pages.what_if import what_if_page
    from briefing.printing import rendered
    from briefing.show.answers import Answer
    from briefing.show.rendering import json_text
    from briefing.show.what_if import what_if_record
    from briefing.supposing import ground_for
    from briefing.supposing_errors import RankBeyondError

    items = [typed(item) for item in options["items"]]
    unit = items.pop(0) if items and not assigns(items[0]) else call.unit
    ground = ground_for(
        reader,
        desk,
        unit,
        read_as_of(call.as_of) if call.as_of is not None else desk.settings.as_of,
        read_known_on(call.known_on, desk.today),
        framework=typed(options["framework"]) if options["framework"] else None,
        year=options["year"],
    )
    framework, totals = ground.framework, ground.totals
    changes = read_changes(framework, items)
    only = [read_part(framework, typed(name)).id for name in options["only"]]
    even = None
    outcome = what_if(framework, ground.shares, changes, totals)
    if options["rank"] is not None:
        if options["rank"] > totals.universe:
            raise RankBeyondError(options["rank"], totals.universe)
        even = even_raise(
            framework, ground.shares, options["rank"], totals, changes=changes, only=only
        )
        outcome = even.outcome
    if options["form"] == "json":
        return json_text(what_if_record(ground, outcome, even))
    page = what_if_page(
        outcome, ground.unit, ground.period, ground.published_on, tr, even, as_of=ground.as_of
    )
    return rendered(Answer(page, "", {}, {}), options["form"], desk.settings.ascii)
