"""The options that every command takes, helped in the user's language."""

from __future__ import annotations

from collections.abc import Callable

import click

from briefing import __version__
from briefing.cli_texts import deliver
from briefing.language import Language, Translator


def common_options(tr: Translator) -> list[click.Parameter]:
    """The options that every command takes, and its help."""
    return [
        click.Option(
            ["--workspace"],
            metavar=tr.gettext("THƯ_MỤC"),
            help=tr.gettext("Thư mục có config.yaml; không nêu thì tìm từ đây ngược lên."),
        ),
        click.Option(
            ["--unit"],
            metavar=tr.gettext("MÃ|TÊN"),
            help=tr.gettext("Tỉnh, thành phố: mã, tên có hoặc không dấu, hay hai-duong."),
        ),
        click.Option(
            ["--as-of"],
            metavar=tr.gettext("NGÀY"),
            help=tr.gettext("Xem tại ngày này: 2023-09-03, 03/09/2023, latest hoặc today."),
        ),
        click.Option(
            ["--known-on"],
            metavar=tr.gettext("NGÀY"),
            help=tr.gettext(
                "Chỉ dùng số liệu đã công bố đến ngày này; không nêu thì đến ngày xem. Viết như "
                "trên, hoặc as-of."
            ),
        ),
        click.Option(
            ["--language"],
            type=click.Choice([language.value for language in Language]),
            help=tr.gettext("Ngôn ngữ: vi (tiếng Việt) hoặc en (tiếng Anh)."),
        ),
        _printing(
            ["-h", "--help"],
            tr.gettext("Hiện phần trợ giúp này."),
            lambda context: context.get_help(),
            tr,
        ),
    ]


def reason_option(tr: Translator) -> click.Option:
    """``--reason``: why the folder was changed, for the edit log."""
    return click.Option(
        ["--reason"],
        metavar=tr.gettext("LÝ_DO"),
        help=tr.gettext(
            "Lý do của lần sửa, ghi vào nhật ký sửa đổi; không nêu thì lấy change_note trong tệp."
        ),
    )


def instant_option(tr: Translator) -> click.Option:
    """``--no-instant``, where the app is opened."""
    return click.Option(
        ["--no-instant"],
        is_flag=True,
        help=tr.gettext("Không hiện lại màn hình đầu của lần mở trước trong lúc chương trình nạp."),
    )


def viewer_option(tr: Translator) -> click.Option:
    """``--viewer``, where the app is opened."""
    return click.Option(
        ["--viewer"],
        is_flag=True,
        help=tr.gettext("Chỉ xem: không phím nào sửa được gì, kể cả khi config.yaml cho phép sửa."),
    )


def version_option(tr: Translator) -> click.Option:
    """``--version``."""
    return _printing(
        ["--version"],
        tr.gettext("Hiện phiên bản của chương trình."),
        lambda context: f"briefing {__version__}",
        tr,
    )


def _printing(
    names: list[str], help_text: str, text: Callable[[click.Context], str], tr: Translator
) -> click.Option:
    """An option that prints something and ends the program; unlike click's, even on a full disk."""

    def tell(context: click.Context, _: click.Parameter, wanted: bool) -> None:
        if wanted and not context.resilient_parsing:
            context.exit(deliver(text(context) + "\n", tr))

    return click.Option(
        names,
        is_flag=True,
        is_eager=True,
        expose_value=False,
        help=help_text,
        callback=tell,
    )
