"""``briefing init DIR``: a new workspace of commented examples."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.calling import Call, merged
from briefing.cli_options import common_options
from briefing.complaints import WRONG_CALL, WRONG_DATA, not_written
from briefing.domain.spelling import fold
from briefing.formatting import date_text
from briefing.language import Language, Translator
from briefing.problems import quoted
from briefing.streams import narrate

if TYPE_CHECKING:
    from briefing.starter import Province

DEFAULT_UNIT = "37"
HARMLESS = frozenset({".git", ".gitattributes", "README.md", "LICENSE", ".DS_Store"})
"""What a folder may hold already: a repository that was just begun."""


def init_command(tr: Translator) -> click.Command:
    """``init``, helped in the language of ``tr``."""

    def run(folder: str, **options: Any) -> int:
        return _made(Path(folder), merged(click.get_current_context().obj, options), tr)

    return click.Command(
        "init",
        params=[
            click.Argument(["folder"], metavar=tr.gettext("THƯ_MỤC"), type=click.Path()),
            *common_options(tr),
        ],
        callback=run,
        help=tr.gettext(
            "Tạo một thư mục làm việc mới với các tệp ví dụ có chú giải.\n\n"
            "--unit chọn tỉnh, --language chọn ngôn ngữ của chú giải. Không ghi đè tệp nào."
        ),
        add_help_option=False,
        options_metavar=tr.gettext("[TÙY CHỌN]"),
    )


def _made(folder: Path, call: Call, tr: Translator) -> int:
    from briefing.starter import named, provinces, starter

    today = date.today()
    known = provinces(today)
    wanted = DEFAULT_UNIT if call.unit is None else call.unit
    if not wanted.strip():
        narrate(tr.gettext("Chưa nêu tỉnh sau --unit: ghi tên hoặc mã, như ninh-binh hoặc 37."))
        return WRONG_CALL
    province = named(wanted, known)
    if province is None:
        narrate(*_not_one(wanted, known, today, tr))
        return WRONG_CALL
    try:
        if folder.exists() and not set(os.listdir(folder)) <= HARMLESS:
            said = tr.gettext("Thư mục {folder} đã có tệp; chọn một thư mục mới hoặc trống.")
            narrate(said.format(folder=quoted(folder)))
            return WRONG_CALL
        texts = starter(province, Language(call.language) if call.language else tr.language, today)
        for path, text in texts.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            with open(folder / path, "x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except OSError as error:
        narrate(not_written(error, tr))
        return WRONG_DATA
    said = tr.gettext("Đã tạo {folder} cho {unit}: {count} tệp.")
    narrate(
        said.format(folder=quoted(folder), unit=province.full_name, count=len(texts)),
        tr.gettext("Sửa config.yaml và các tệp trong data/, rồi chạy trong thư mục đó:"),
        *(f"  {command}" for command in ("briefing check", "briefing plan", "briefing")),
    )
    return 0


def _not_one(text: str, known: tuple[Province, ...], today: date, tr: Translator) -> list[str]:
    """Why ``text`` names no province of today: what became of it, else which one comes near."""
    from briefing.problems import nearest
    from briefing.starter import merged_into

    if past := merged_into(text, today):
        said = tr.gettext("{name} không còn là một tỉnh từ ngày {day}. Nay thuộc:")
        day = date_text(past.since, tr)
        return [said.format(name=past.name, day=day), *(f"  {each.slug}" for each in past.into)]
    said = tr.gettext("Không có tỉnh, thành phố nào hiện nay tên hoặc mã “{name}”.")
    lines = [said.format(name=quoted(text))]
    near = nearest(fold(text), [each.slug for each in known])
    return [*lines, tr.gettext("Gần giống:"), f"  {near}"] if near else lines
