"""``briefing schema``: JSON Schemas of the workspace's YAML files, for editors."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from briefing.calling import Call, merged
from briefing.cli_options import common_options
from briefing.cli_texts import deliver
from briefing.complaints import WRONG_DATA, complaint, not_written
from briefing.language import Language, Translator
from briefing.preparing import complain
from briefing.problems import ProblemsError, quoted
from briefing.settings import here, locate
from briefing.streams import narrate

NAMES = (
    "plan",
    "pillars",
    "indicators",
    "sources",
    "documents",
    "systems",
    "difficulties",
    "organisations",
    "framework",
    "assessments",
)
"""The kinds of YAML file; ``workspace.json_schemas`` says what stands in each."""


def schema_command(tr: Translator) -> click.Command:
    """``schema``, helped in the language of ``tr``."""

    def run(name: str | None, output: str | None, **options: Any) -> int:
        call = merged(click.get_current_context().obj, options)
        return _written(call, output, tr) if name is None else _printed(call, name, tr)

    return click.Command(
        "schema",
        params=[
            click.Argument(
                ["name"], type=click.Choice(NAMES), required=False, metavar=tr.gettext("[LOẠI]")
            ),
            click.Option(
                ["--output"],
                metavar=tr.gettext("THƯ_MỤC"),
                help=tr.gettext("Ghi vào thư mục này thay cho data/.schema."),
            ),
            *common_options(tr),
        ],
        callback=run,
        help=tr.gettext(
            "Ghi JSON Schema của các tệp YAML, để trình soạn thảo gợi ý và giải thích từng khóa."
            "\n\nNêu một loại ({names}) thì in ra stdout, không ghi tệp."
        ).format(names=", ".join(NAMES)),
        add_help_option=False,
        options_metavar=tr.gettext("[TÙY CHỌN]"),
    )


def _languages(call: Call) -> list[Language]:
    """The language asked for, else both."""
    return [Language(call.language)] if call.language else list(Language)


def _printed(call: Call, name: str, tr: Translator) -> int:
    from briefing.workspace import json_schemas

    return deliver(json_schemas.texts(_languages(call))[f"{json_schemas.FOLDER}/{name}.json"], tr)


def _written(call: Call, output: str | None, tr: Translator) -> int:
    from briefing.workspace import json_schemas

    try:
        folder = Path(output) if output else locate(call.workspace, os.environ, here())
    except ProblemsError as error:
        return complain(complaint(error, tr))
    if output is None:
        folder /= json_schemas.FOLDER
    count = 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for place, text in json_schemas.texts(_languages(call)).items():
            path = folder / Path(place).name
            if not path.exists() or path.read_bytes() != text.encode():
                path.write_text(text, encoding="utf-8", newline="\n")
                count += 1
    except OSError as error:
        narrate(not_written(error, tr))
        return WRONG_DATA
    said = tr.ngettext(
        "Đã ghi {count} lược đồ vào {folder}.", "Đã ghi {count} lược đồ vào {folder}.", count
    )
    if not count:
        said = tr.gettext("Các lược đồ trong {folder} đã đúng, không phải ghi lại.")
    narrate(said.format(count=count, folder=quoted(folder)))
    return 0
