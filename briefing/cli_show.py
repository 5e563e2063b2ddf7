"""``briefing show SCREEN``: the headless twin of the screens."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from briefing import front
from briefing.cli_texts import common_options, deliver
from briefing.complaints import OURS, complaint
from briefing.desk import Desk, read_as_of, read_known_on
from briefing.domain.value import value
from briefing.front import Call
from briefing.language import N_, Translator, translator
from briefing.opening import open_workspace
from briefing.pages.tasks import Grouping
from briefing.settings import locate
from briefing.show import answers, rendering
from briefing.show.answers import Answer, Question
from briefing.store.reading import Reader
from briefing.streams import is_terminal

FORMATS = ("text", "md", "csv", "json")
PIPE_WIDTH = 100
"""Columns of text where no terminal says how wide it is."""
NARROWEST = 60

Asking = Callable[[Desk, Reader, Question, Translator], Answer]


@value
class Screen:
    """A screen that can be printed: what answers it, its help, and what it takes besides."""

    name: str
    answer: Asking
    help: str
    takes: tuple[str, ...] = ()


SCREENS = (
    Screen("overview", answers.overview, N_("Tổng quan: việc cần ý kiến, trụ cột, thay đổi.")),
    Screen("pillars", answers.pillars, N_("Trụ cột: từng chỉ tiêu, từng số liệu.")),
    Screen("tasks", answers.tasks, N_("Nhiệm vụ đang mở so với chỉ tiêu kế hoạch."), ("group",)),
    Screen(
        "compare",
        answers.compare,
        N_("So sánh hai đến sáu đơn vị; không nêu tên thì theo config.yaml."),
        ("units",),
    ),
    Screen(
        "indicator",
        answers.indicator,
        N_("Một chỉ số của một đơn vị, theo mã hoặc theo tên."),
        ("name",),
    ),
    Screen(
        "source",
        answers.source,
        N_("Một nguồn hoặc một văn bản và mọi thứ dựa vào nó."),
        ("name",),
    ),
)
BY_NAME = {screen.name: screen for screen in SCREENS}


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
    if "name" in screen.takes:
        made.append(click.Argument(["name"], metavar=tr.gettext("TÊN")))
    return made


def _question(options: dict[str, Any]) -> Question:
    return Question(
        units=options.get("units", ()),
        name=options.get("name", ""),
        grouping=Grouping(options.get("group", Grouping.TARGET)),
    )


def _keep(**options: str | None) -> None:
    """Keeps options given between ``show`` and the screen for the screen."""
    click.get_current_context().obj = _merged(options)


def _merged(options: dict[str, Any]) -> Call:
    return merged(click.get_current_context().obj, options)


def merged(call: Call, options: dict[str, Any]) -> Call:
    """The options of a command over those given before it."""

    def chosen(name: str, before: str | None) -> str | None:
        value = options.get(name)
        return before if value is None else str(value)

    return Call(
        workspace=chosen("workspace", call.workspace),
        unit=chosen("unit", call.unit),
        as_of=chosen("as_of", call.as_of),
        known_on=chosen("known_on", call.known_on),
        language=chosen("language", call.language),
    )


def printed(screen: Screen, call: Call, question: Question, form: str, tr: Translator) -> int:
    """Prints a screen; the exit code.

    1 with the data printed: the folder cannot be read as it is, and this is the last good data.
    """
    try:
        opened = open_workspace(locate(call.workspace, os.environ, Path.cwd()))
        settings = front.settings_for(call, opened.settings)
        tr = translator(settings.language)
        opened = front.prepared(opened, tr)
        desk = Desk(settings, date.today())
        asked = answers.asked(
            question,
            unit=call.unit,
            as_of=read_as_of(call.as_of) if call.as_of is not None else None,
            known_on=read_known_on(call.known_on, desk.today),
        )
        code = front.brought_up_to_date(opened, tr)
        answer = front.answered(settings, lambda reader: screen.answer(desk, reader, asked, tr), tr)
    except OURS as error:
        return front.complain(complaint(error, tr))
    return deliver(rendered(answer, form), tr) or code


def rendered(answer: Answer, form: str) -> str:
    """The answer in a format."""
    match form:
        case "md":
            return rendering.as_markdown(answer.page, answer.right)
        case "csv":
            return rendering.as_csv(answer.sections)
        case "json":
            return rendering.as_json(answer.context, answer.sections)
        case _:
            width = PIPE_WIDTH
            if is_terminal(sys.stdout):
                width = max(NARROWEST, shutil.get_terminal_size().columns)
            return rendering.as_text(answer.page, answer.right, width)
