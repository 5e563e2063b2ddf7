"""``briefing show SCREEN``: the headless twin of the screens."""

from __future__ import annotations

from typing import Any

import click

from briefing.calling import Call, merged, typed
from briefing.cli_options import common_options
from briefing.domain.model import UnitKind
from briefing.domain.ranked import RANKED_KINDS, Order
from briefing.domain.yardsticks import Yardstick
from briefing.language import Translator
from briefing.pages.tasks import Grouping
from briefing.printing import FORMATS, SCREENS, Screen, printed
from briefing.show.answers import Question, RankingWanted


def show_group(tr: Translator) -> click.Group:
    """``show`` and its screens, helped in the language of ``tr``."""
    group = click.Group(
        "show",
        params=common_options(tr),
        callback=_keep,
        help=tr.gettext(
            "In một màn hình ra stdout: text, md, csv hoặc json.\n\n"
            "Thư mục dữ liệu có lỗi thì số liệu đọc lần cuối vẫn được in, lỗi được báo ở stderr "
            "kèm tệp và dòng, và mã thoát là 1."
        ),
        add_help_option=False,
        options_metavar=tr.gettext("[TÙY CHỌN]"),
        subcommand_metavar=tr.gettext("MÀN_HÌNH [THAM SỐ]..."),
    )
    for screen in SCREENS:
        group.add_command(_command(screen, tr))
    return group


def _command(screen: Screen, tr: Translator) -> click.Command:
    def run(**options: Any) -> int:
        return printed(screen, _merged(options), _question(options), options["form"], tr)

    form = click.Option(
        ["--format", "form"],
        type=click.Choice(FORMATS),
        default="text",
        show_default=True,
        help=tr.gettext("Dạng kết quả."),
    )
    return click.Command(
        screen.name,
        params=[*_own(screen, tr), form, *common_options(tr)],
        callback=run,
        help=tr.gettext(screen.help),
        add_help_option=False,
        options_metavar=tr.gettext("[TÙY CHỌN]"),
    )


def _own(screen: Screen, tr: Translator) -> list[click.Parameter]:
    made: list[click.Parameter] = []
    if "group" in screen.takes:
        ways = click.Choice([str(way) for way in Grouping])
        text = tr.gettext("Cách nhóm nhiệm vụ.")
        default = str(Grouping.TARGET)
        made.append(
            click.Option(["--group"], type=ways, default=default, show_default=True, help=text)
        )
    if "units" in screen.takes:
        made.append(click.Argument(["units"], nargs=-1, metavar=tr.gettext("[ĐƠN_VỊ]...")))
    if "end" in screen.takes:
        text = tr.gettext("Năm của kết quả; không nêu thì kết quả mới nhất.")
        if "ranked_by" in screen.takes:
            text = tr.gettext(
                "Năm của kết quả; không nêu thì kỳ mới nhất có số liệu của ít nhất hai đơn vị."
            )
        years = click.IntRange(1900, 9998)
        year = tr.gettext("NĂM")
        made.append(click.Option(["--end"], type=years, metavar=year, help=text))
    if "peer" in screen.takes:
        text = tr.gettext("Đơn vị đặt cạnh; không nêu thì theo compare trong config.yaml.")
        made.append(click.Option(["--peer"], metavar=tr.gettext("ĐƠN_VỊ"), help=text))
    if "beside" in screen.takes:
        text = tr.gettext(
            "Đặt cạnh: region (trung bình vùng), mean (trung bình cả nước), best (tốt nhất); dùng "
            "được nhiều lần."
        )
        ways = click.Choice([str(one) for one in Yardstick])
        made.append(click.Option(["--with", "beside"], type=ways, multiple=True, help=text))
        text = tr.gettext(
            "Chỉ so sánh chỉ số, trụ cột, nền tảng hay bộ chỉ số này, theo mã hoặc tên; dùng được "
            "nhiều lần."
        )
        name = tr.gettext("TÊN")
        made.append(
            click.Option(["--indicator", "indicators"], multiple=True, metavar=name, help=text)
        )
    if "narrowed" in screen.takes:
        made += _narrowing(tr)
    if "ranked_by" in screen.takes:
        made.append(
            click.Argument(["name"], required=False, default="", metavar=tr.gettext("[CHỈ_SỐ]"))
        )
    if "name" in screen.takes:
        made.append(click.Argument(["name"], metavar=tr.gettext("TÊN")))
    return made


def _narrowing(tr: Translator) -> list[click.Parameter]:
    """Which units a ranking shows, and in which order."""
    kinds = click.Choice([kind.value for kind in RANKED_KINDS])
    name = tr.gettext("TÊN")
    return [
        click.Option(
            ["--kind"],
            type=kinds,
            help=tr.gettext("Cấp đơn vị; không nêu thì theo đơn vị đang xem."),
        ),
        click.Option(
            ["--below"],
            metavar=tr.gettext("ĐƠN_VỊ"),
            help=tr.gettext("Chỉ xếp các đơn vị thuộc tỉnh, thành phố này."),
        ),
        click.Option(
            ["--region"], metavar=name, help=tr.gettext("Chỉ in các tỉnh thuộc vùng này.")
        ),
        click.Option(
            ["--peers"],
            metavar=name,
            help=tr.gettext("Chỉ in nhóm này trong peer_groups của config.yaml."),
        ),
        click.Option(
            ["--sort", "order"],
            type=click.Choice([order.value for order in Order]),
            default=Order.RANK.value,
            show_default=True,
            help=tr.gettext("Thứ tự: rank (hạng), name (tên), value (giá trị)."),
        ),
    ]


def _question(options: dict[str, Any]) -> Question:
    return Question(
        units=tuple(map(typed, options.get("units", ()))),
        name=typed(options.get("name", "")),
        grouping=Grouping(options.get("group", Grouping.TARGET)),
        end=options.get("end"),
        peer=None if options.get("peer") is None else typed(options["peer"]),
        beside=tuple(options.get("beside", ())),
        indicators=tuple(map(typed, options.get("indicators", ()))),
        ranking=_wanted(options),
    )


def _wanted(options: dict[str, Any]) -> RankingWanted:
    """How a ranking is narrowed and sorted."""
    texts = {
        name: None if options.get(name) is None else typed(options[name])
        for name in ("below", "region", "peers")
    }
    kind = options.get("kind")
    return RankingWanted(
        kind=None if kind is None else UnitKind(kind),
        order=Order(options.get("order", Order.RANK)),
        **texts,
    )


def _keep(**options: str | None) -> None:
    """Keeps options given between ``show`` and the screen for the screen."""
    click.get_current_context().obj = _merged(options)


def _merged(options: dict[str, Any]) -> Call:
    return merged(click.get_current_context().obj, options)
