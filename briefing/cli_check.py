"""``briefing check``: every mistake at once, before anything is synced."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.calling import Call, merged, typed
from briefing.cli_options import common_options
from briefing.cli_texts import deliver
from briefing.complaints import WRONG_CALL, WRONG_DATA, complaint
from briefing.display import Colours, display
from briefing.language import Translator
from briefing.preparing import complain
from briefing.problems import ProblemsError, quoted
from briefing.settings import here, locate
from briefing.streams import is_terminal, narrate

if TYPE_CHECKING:
    from briefing.checking import Checked

FORMATS = ("text", "github", "json")
"""``check_report`` writes them."""
PIPE_WIDTH = 100
"""Cells of an excerpt where no terminal says how wide it is."""


def check_command(tr: Translator) -> click.Command:
    """``check``, helped in the language of ``tr``."""

    def run(paths: tuple[str, ...], form: str, strict: bool, **options: Any) -> int:
        call = merged(click.get_current_context().obj, options)
        return _checked(call, paths, form, tr, strict=strict)

    return click.Command(
        "check",
        params=[
            click.Argument(["paths"], nargs=-1, metavar=tr.gettext("[ĐƯỜNG_DẪN]...")),
            click.Option(
                ["--format", "form"],
                type=click.Choice(FORMATS),
                default="text",
                show_default=True,
                help=tr.gettext("Dạng kết quả; github để báo lỗi ngay trên dòng của pull request."),
            ),
            click.Option(["--strict"], is_flag=True, help=tr.gettext("Coi cảnh báo cũng là lỗi.")),
            *common_options(tr),
        ],
        callback=run,
        help=tr.gettext(
            "Kiểm tra config.yaml và mọi tệp trong data/, nêu tất cả lỗi một lần: tệp, dòng, cột, "
            "sai gì và phải viết thế nào. Không ghi gì.\n\n"
            "Nêu tệp hoặc thư mục thì chỉ báo lỗi ở đó; tệp ngoài thư mục làm việc được kiểm tra "
            "riêng. Có lỗi thì mã thoát là 1; chỉ có cảnh báo thì là 0."
        ),
        add_help_option=False,
        options_metavar=tr.gettext("[TÙY CHỌN]"),
    )


def _checked(call: Call, paths: tuple[str, ...], form: str, tr: Translator, *, strict: bool) -> int:
    from briefing.checking import NoSuchPathError, check

    base = here()
    try:
        root = locate(call.workspace, os.environ, base) if call.workspace or not paths else None
        found = check(root, paths, base, _named_from(form, base))
    except ProblemsError as error:
        return complain(complaint(error, tr))
    except NoSuchPathError as error:
        said = tr.gettext("Không có tệp YAML, CSV hay thư mục nào là “{name}”.")
        narrate(said.format(name=quoted(typed(error.path))))
        return WRONG_CALL
    found = found.strictly if strict else found
    return _told(found, form, tr) or (WRONG_DATA if found.errors else 0)


def _named_from(form: str, base: Path) -> Path:
    """The folder from which files are named: for GitHub the repository's own."""
    repository = os.environ.get("GITHUB_WORKSPACE")
    if form == "github" and repository and base.is_relative_to(repository):
        return Path(repository)
    return base


def _told(found: Checked, form: str, tr: Translator) -> int:
    """Prints what was found; the exit code of having done so."""
    from briefing import check_report

    if form == "json":
        return deliver(check_report.as_json(found, tr), tr)
    if form == "github":
        code = deliver(check_report.as_github(found, tr), tr)
        narrate(*check_report.summary(found, tr))
        return code
    watched = is_terminal(sys.stdout)
    plain = os.environ.get("TERM") in ("dumb", "unknown")
    hues = display(os.environ, sys.platform, None).colours
    colours = watched and not plain and hues is not Colours.NONE
    width = shutil.get_terminal_size().columns if watched else PIPE_WIDTH
    return deliver(check_report.as_text(found, tr, width=width, colours=colours), tr)
