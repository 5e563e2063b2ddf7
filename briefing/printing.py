"""Printing a screen: from what was asked to bytes on stdout and an exit code."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from datetime import date

from briefing.calling import Call
from briefing.cli_texts import deliver
from briefing.complaints import OURS, complaint
from briefing.desk import Desk, read_as_of, read_known_on
from briefing.display import Glyphs, glyphs
from briefing.domain.value import value
from briefing.glyphs import drawn
from briefing.language import N_, Translator, translator
from briefing.opening import open_workspace
from briefing.pages.roomy import spread_text
from briefing.preparing import answered, brought_up_to_date, complain, prepared, settings_for
from briefing.settings import here, locate
from briefing.show import (
    answers,
    charts,
    comparing,
    frameworks,
    items,
    profiles,
    rankings,
    rendering,
)
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
        comparing.compare,
        N_(
            "So sánh hai đến sáu đơn vị, hoặc một đơn vị với vùng, cả nước, tốt nhất; không nêu "
            "tên thì theo config.yaml."
        ),
        ("units", "beside"),
    ),
    Screen(
        "ranking",
        rankings.ranking,
        N_("Xếp hạng mọi đơn vị theo một chỉ số; không nêu chỉ số thì theo DTI mới nhất."),
        ("ranked_by", "end", "narrowed"),
    ),
    Screen(
        "slope",
        charts.slope_chart,
        N_("Ai lên, ai xuống từ kỳ trước đến kỳ này, cùng bộ chỉ số."),
        ("ranked_by", "end", "narrowed"),
    ),
    Screen(
        "map",
        charts.tile_map,
        N_("Xếp hạng các tỉnh, thành phố trên bản đồ ô."),
        ("ranked_by", "end", "narrowed"),
    ),
    Screen("matrix", answers.matrix, N_("Đơn vị nào đã làm, chưa làm việc giao cho nhiều đơn vị.")),
    Screen("systems", answers.systems, N_("Hệ thống thông tin, nền tảng, cơ sở dữ liệu.")),
    Screen("difficulties", answers.difficulties, N_("Khó khăn, hạn chế, đếm theo loại.")),
    Screen(
        "profile",
        profiles.profile,
        N_("Vị thế của một đơn vị: hạng mấy, mất điểm ở đâu, việc nào lấy lại được."),
        ("end", "peer"),
    ),
    Screen(
        "indicator",
        answers.indicator,
        N_("Một chỉ số của một đơn vị, theo mã hoặc theo tên."),
        ("name",),
    ),
    Screen(
        "target",
        items.target,
        N_("Một chỉ tiêu của một đơn vị, theo mã hoặc theo tên, và lịch sử sửa đổi."),
        ("name",),
    ),
    Screen(
        "task",
        items.task,
        N_("Một nhiệm vụ của một đơn vị, theo mã hoặc theo tên, và lịch sử sửa đổi."),
        ("name",),
    ),
    Screen(
        "source",
        answers.source,
        N_("Một nguồn hoặc một văn bản và mọi thứ dựa vào nó."),
        ("name",),
    ),
    Screen(
        "framework",
        frameworks.framework,
        N_("Một bộ chỉ số theo mã hoặc tên: các mục, điểm tối đa, điểm được, điểm mất."),
        ("name",),
    ),
)
BY_NAME = {screen.name: screen for screen in SCREENS}


def printed(screen: Screen, call: Call, question: Question, form: str, tr: Translator) -> int:
    """Prints a screen; the exit code.

    1 with the data printed: the folder cannot be read as it is, and this is the last good data.
    """
    try:
        opened = open_workspace(locate(call.workspace, os.environ, here()))
        settings = settings_for(call, opened.settings)
        tr = translator(settings.language)
        opened = prepared(opened, tr)
        desk = Desk(settings, date.today())
        asked = answers.asked(
            question,
            unit=call.unit,
            as_of=read_as_of(call.as_of) if call.as_of is not None else None,
            known_on=read_known_on(call.known_on, desk.today),
        )
        code = brought_up_to_date(opened, tr)
        answer = answered(settings, lambda reader: screen.answer(desk, reader, asked, tr), tr)
    except OURS as error:
        return complain(complaint(error, tr))
    return deliver(rendered(answer, form, settings.ascii), tr) or code


def rendered(answer: Answer, form: str, ascii_only: bool | None = None) -> str:
    """The answer in a format; text in the glyphs that the terminal has, or in ASCII alone."""
    match form:
        case "md":
            return rendering.as_markdown(answer.page, answer.right)
        case "csv":
            return rendering.as_csv(answer.context, answer.sections)
        case "json":
            return rendering.as_json(answer.context, answer.sections)
        case _:
            width, shown = PIPE_WIDTH, Glyphs.ASCII if ascii_only else Glyphs.FULL
            if is_terminal(sys.stdout):
                shown = glyphs(os.environ, sys.platform, ascii_only)
                width = max(NARROWEST, shutil.get_terminal_size().columns)
            text = rendering.as_text(answer.page, answer.right, width)
            return drawn(spread_text(text, width) if shown is Glyphs.ASCII else text, shown)
