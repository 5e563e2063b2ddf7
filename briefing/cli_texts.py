"""The command line's own words: click speaks English, our users Vietnamese first."""

from __future__ import annotations

import os

import click

from briefing.language import LOCALE_DIRECTORY, Language, Translator
from briefing.streams import narrate, write_data

CLICK_DOMAIN = "click"
WRONG_CALL = 2
NOT_WRITTEN = 1


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
