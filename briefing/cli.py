"""The command line: parse, call one function, print. stdout is data, stderr is narration."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click

from briefing import __version__, front
from briefing.complaints import UnknownNameError, complaint
from briefing.desk import BadDayError, Desk, UnknownUnitError, read_as_of
from briefing.front import Call
from briefing.language import Translator, translator
from briefing.opening import Opened, open_workspace, sync
from briefing.pages.tasks import Grouping
from briefing.problems import ProblemsError
from briefing.progress_bar import progress_bar
from briefing.settings import locate
from briefing.show import answers, rendering
from briefing.show.answers import Answer, Question
from briefing.store.errors import StoreError
from briefing.store.reading import Reader
from briefing.store.writing import SyncWarning

FORMATS = ("text", "md", "csv", "json")
PIPE_WIDTH = 100


def common(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every command takes."""
    for option in (
        click.option("--language", type=click.Choice(["vi", "en"]), help="Ngôn ngữ / language."),
        click.option("--known-on", metavar="DATE", help="Chỉ dùng số công bố đến ngày này."),
        click.option("--as-of", metavar="DATE", help="Xét tại ngày này; latest, today."),
        click.option("--unit", metavar="CODE|SLUG", help="Tỉnh, thành phố."),
        click.option("--workspace", metavar="DIR", help="Thư mục có config.yaml."),
    ):
        command = option(command)
    return command


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Báo cáo nhanh về chuyển đổi số của tỉnh. Không có lệnh: mở chương trình.",
)
@click.version_option(__version__)
@common
@click.pass_context
def cli(context: click.Context, /, **options: str | None) -> None:
    """Opens the app; prints the overview as text when stdout is no terminal."""
    call = Call(**options)
    context.obj = call
    if context.invoked_subcommand is not None:
        return
    screen = sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    if screen:
        sys.exit(front.open_app(call))
    _print("overview", call, Question(), "text")


@cli.group(help="In một màn hình ra stdout: text, md, csv hoặc json.")
def show() -> None:
    """The headless twin of the screens."""


def _screen(name: str, help_text: str) -> Callable[[Callable[..., Any]], click.Command]:
    def made(function: Callable[..., Any]) -> click.Command:
        command = click.option(
            "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True
        )(common(function))
        return show.command(name, help=help_text)(click.pass_obj(command))

    return made


@_screen("overview", "Tổng quan: việc cần ý kiến, trụ cột, thay đổi.")
def show_overview(call: Call, form: str, **options: str | None) -> None:
    """Prints the overview."""
    _print("overview", _merged(call, options), Question(), form)


@_screen("pillars", "Trụ cột: từng chỉ tiêu, từng số liệu.")
def show_pillars(call: Call, form: str, **options: str | None) -> None:
    """Prints the pillars."""
    _print("pillars", _merged(call, options), Question(), form)


@_screen("tasks", "Nhiệm vụ đang mở so với chỉ tiêu kế hoạch.")
@click.option(
    "--group", type=click.Choice([str(way) for way in Grouping]), default=str(Grouping.TARGET)
)
def show_tasks(call: Call, form: str, group: str, **options: str | None) -> None:
    """Prints the tasks."""
    _print("tasks", _merged(call, options), Question(grouping=Grouping(group)), form)


@_screen("compare", "So sánh hai đến sáu đơn vị; không nêu tên thì theo config.yaml.")
@click.argument("units", nargs=-1)
def show_compare(call: Call, form: str, units: tuple[str, ...], **options: str | None) -> None:
    """Prints the comparison."""
    _print("compare", _merged(call, options), Question(units=units), form)


@_screen("indicator", "Một chỉ tiêu của một đơn vị, theo mã hoặc theo tên.")
@click.argument("name")
def show_indicator(call: Call, form: str, name: str, **options: str | None) -> None:
    """Prints one indicator."""
    _print("indicator", _merged(call, options), Question(name=name), form)


@_screen("source", "Một nguồn hoặc một văn bản và mọi thứ dựa vào nó.")
@click.argument("name")
def show_source(call: Call, form: str, name: str, **options: str | None) -> None:
    """Prints one source or legal document."""
    _print("source", _merged(call, options), Question(name=name), form)


@cli.command("sync", help="Đọc thư mục và cập nhật cơ sở dữ liệu.")
@click.option("--rebuild", is_flag=True, help="Dựng lại từ đầu; nhật ký sửa đổi được giữ.")
@common
@click.pass_obj
def sync_command(call: Call, /, rebuild: bool, **options: str | None) -> None:
    """Brings the database up to date with the folder."""
    call = _merged(call, options)
    with _complaining(call) as tr:
        opened = _opened(call)
        label = tr.gettext("Đang cập nhật cơ sở dữ liệu")
        with progress_bar(label, sys.stderr) as progress:
            summary = sync(
                opened.settings,
                progress=progress,
                rebuild=rebuild or opened.fault is not None,
            )
        said = tr.gettext(
            "Tệp: {changed} đổi, {same} giữ nguyên, {gone} mất. "
            "Mục: {added} thêm, {edited} sửa, {removed} bỏ."
        )
        counts = summary.counts
        click.echo(
            said.format(
                changed=counts.files_changed,
                same=counts.files_skipped,
                gone=counts.files_removed,
                added=counts.added,
                edited=counts.changed,
                removed=counts.removed,
            ),
            err=True,
        )
        for warning in summary.warnings:
            click.echo(warning_text(warning, tr), err=True)


def warning_text(warning: SyncWarning, tr: Translator) -> str:
    """What a sync has to say beside its counts."""
    match warning:
        case SyncWarning.NETWORK_DRIVE:
            return tr.gettext(
                "Cơ sở dữ liệu nằm trên ổ mạng: ghi chậm hơn và chỉ một người ghi mỗi lúc."
            )
        case SyncWarning.LOG_LOST:
            return tr.gettext(
                "Không đọc được nhật ký sửa đổi của cơ sở dữ liệu cũ; tệp cũ được giữ lại "
                "với đuôi .damaged."
            )


def _merged(call: Call, options: dict[str, str | None]) -> Call:
    """The options of the command over those given before it."""
    given = {name: value for name, value in options.items() if value is not None}
    return Call(
        workspace=given.get("workspace", call.workspace),
        unit=given.get("unit", call.unit),
        as_of=given.get("as_of", call.as_of),
        known_on=given.get("known_on", call.known_on),
        language=given.get("language", call.language),
    )


def _opened(call: Call) -> Opened:
    return open_workspace(locate(call.workspace, os.environ, Path.cwd()))


@contextmanager
def _complaining(call: Call) -> Iterator[Translator]:
    """Turns our errors into lines on stderr and the exit code that belongs to them."""
    tr = front.first_translator(call)
    try:
        if call.language is None:
            tr = translator(_opened(call).settings.language)
        yield tr
    except (
        ProblemsError, StoreError, UnknownUnitError, UnknownNameError, BadDayError
    ) as error:  # fmt: skip
        sys.exit(front.complain(complaint(error, tr)))


def _print(screen: str, call: Call, question: Question, form: str) -> None:
    with _complaining(call) as tr:
        opened = front.prepared(_opened(call), tr)
        if not opened.fresh:
            sync(opened.settings)
        settings = front.settings_for(call, opened.settings)
        asked = Question(
            unit=call.unit,
            units=question.units,
            as_of=read_as_of(call.as_of) if call.as_of else None,
            known_on=front.day_of(call.known_on),
            name=question.name,
            grouping=question.grouping,
        )
        with Reader(settings.database) as reader:
            answer = ANSWERS[screen](Desk(settings, date.today()), reader, asked, tr)
    _write(rendered(answer, form))


ANSWERS: dict[str, Callable[[Desk, Reader, Question, Translator], Answer]] = {
    "overview": answers.overview,
    "pillars": answers.pillars,
    "tasks": answers.tasks,
    "compare": answers.compare,
    "indicator": answers.indicator,
    "source": answers.source,
}


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
            if sys.stdout.isatty():
                width = max(40, shutil.get_terminal_size().columns)
            return rendering.as_text(answer.page, answer.right, width)


def _write(text: str) -> None:
    """Writes the data to stdout as UTF-8; a reader that has gone away ends the program quietly."""
    try:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # What is left in the buffer must not be tried again when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
