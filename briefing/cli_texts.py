"""The command line's own words: click speaks English, our users Vietnamese first."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from briefing import __version__
from briefing.language import LOCALE_DIRECTORY, Language, Translator
from briefing.settings import CONFIG, SettingsError, locate
from briefing.streams import narrate, write_data

CLICK_DOMAIN = "click"
WRONG_CALL = 2
NOT_WRITTEN = 1

_LANGUAGE_LINE = re.compile(rb"^language:[ \t]+[\"']?(vi|en)[\"']?[ \t]*(?:#[^\r\n]*)?\r?$", re.M)


def language_of(arguments: Sequence[str]) -> Language:
    """The language to speak before anything is parsed: ``--language``, else ``config.yaml``'s.

    What is wrong there is told later, by whoever reads it; until then it is Vietnamese.
    """
    named = _value(arguments, "--language")
    if named is None:
        try:
            root = locate(_value(arguments, "--workspace"), os.environ, Path.cwd())
            found = _LANGUAGE_LINE.search((root / CONFIG).read_bytes())
        except (SettingsError, OSError):
            found = None
        named = found[1].decode() if found else None
    return Language.EN if named == Language.EN else Language.VI


def _value(arguments: Sequence[str], option: str) -> str | None:
    """The last value given to an option, wherever it stands."""
    value = None
    for place, argument in enumerate(arguments):
        if argument.startswith(f"{option}="):
            value = argument.partition("=")[2]
        elif argument == option and place + 1 < len(arguments):
            value = arguments[place + 1]
    return value


def speak(language: Language) -> None:
    """Makes click's messages come in ``language``.

    click looks its texts up with gettext's functions for the whole program, which ask the
    environment for the language; in English it needs no catalogue.
    """
    if language is Language.VI:
        import gettext

        os.environ["LANGUAGE"] = language.value
        gettext.bindtextdomain(CLICK_DOMAIN, str(LOCALE_DIRECTORY))
        gettext.textdomain(CLICK_DOMAIN)


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
            help=tr.gettext("Xét tại ngày này: 2023-09-03, 03/09/2023, latest hoặc today."),
        ),
        click.Option(
            ["--known-on"],
            metavar=tr.gettext("NGÀY"),
            help=tr.gettext("Chỉ dùng số liệu đã công bố đến ngày này."),
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


def deliver(text: str, tr: Translator) -> int:
    """Writes data to stdout; the exit code, 1 when it could not be written."""
    error = write_data(text)
    if error is None:
        return 0
    said = tr.gettext(
        "Không ghi được kết quả ra stdout (lỗi hệ thống {number}). "
        "Kiểm tra chỗ trống trên đĩa và nơi nhận."
    )
    narrate(said.format(number=error.errno))
    return NOT_WRITTEN


def tell_usage(error: click.UsageError, tr: Translator) -> int:
    """Says on stderr what is wrong with the call and where its help is; the exit code."""
    context = error.ctx
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        narrate(*error.format_message().splitlines())
        return WRONG_CALL
    if context is not None:
        narrate(*context.get_usage().splitlines())
    narrate(*tr.gettext("Lỗi: {message}").format(message=error.format_message()).splitlines())
    call = context.command_path if context is not None else "briefing"
    narrate(tr.gettext("Xem cách gọi: {call} --help").format(call=call))
    return WRONG_CALL
