"""``briefing init DIR``: a new workspace of commented examples."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import click

from briefing.calling import Call, merged
from briefing.cli_options import common_options
from briefing.complaints import WRONG_CALL, WRONG_DATA
from briefing.language import Language, Translator
from briefing.problems import quoted
from briefing.streams import narrate

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
    from briefing.problems import nearest
    from briefing.starter import named, provinces, starter

    today = date.today()
    known = provinces(today)
    province = named(call.unit or DEFAULT_UNIT, known)
    if province is None:
        said = tr.gettext("Không có tỉnh, thành phố nào hiện nay tên hoặc mã “{name}”.")
        narrate(said.format(name=quoted(call.unit)))
        near = nearest(call.unit or "", [each.slug for each in known])
        if near:
            narrate(tr.gettext("Gần giống:"), f"  {near}")
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
        said = tr.gettext("Không ghi được {path} (lỗi hệ thống {number}).")
        narrate(said.format(path=quoted(error.filename), number=error.errno))
        return WRONG_DATA
    said = tr.gettext("Đã tạo {folder} cho {unit}: {count} tệp.")
    narrate(
        said.format(folder=quoted(folder), unit=province.full_name, count=len(texts)),
        tr.gettext("Sửa config.yaml và các tệp trong data/, rồi chạy trong thư mục đó:"),
        *(f"  briefing {command}" for command in ("check", "plan", "")),
    )
    return 0
