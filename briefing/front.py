"""The front door: from options to the app on a terminal, without loading what it does not need."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefing.complaints import Complaint, complaint
from briefing.desk import BadDayError, Desk, UnknownUnitError, read_as_of, read_day
from briefing.language import Language, Translator, translator
from briefing.opening import Opened, open_workspace, sync
from briefing.problems import ProblemsError
from briefing.settings import Settings, locate
from briefing.store.errors import StoreError
from briefing.store.reading import Reader

OPTIONS = {
    "--workspace": "workspace",
    "--unit": "unit",
    "--as-of": "as_of",
    "--known-on": "known_on",
    "--language": "language",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """The common options, as typed."""

    workspace: str | None = None
    unit: str | None = None
    as_of: str | None = None
    known_on: str | None = None
    language: str | None = None


def simple_call(arguments: Sequence[str]) -> Call | None:
    """The options of a call that only opens the app on a terminal; ``None`` for anything else."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    if os.environ.get("TERM") == "dumb":
        return None
    given: dict[str, str] = {}
    rest = list(arguments)
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if name not in OPTIONS or OPTIONS[name] in given:
            return None
        if not equals:
            if not rest or rest[0].startswith("-"):
                return None
            value = rest.pop(0)
        given[OPTIONS[name]] = value
    if given.get("language", "vi") not in ("vi", "en"):
        return None
    return Call(**given)


def first_translator(call: Call) -> Translator:
    """The language before the settings are read: the one asked for, else Vietnamese."""
    return translator(Language(call.language or Language.VI))


def complain(found: Complaint) -> int:
    """Tells what is wrong on stderr; the exit code."""
    for line in found.lines:
        print(line, file=sys.stderr)
    return found.code


def open_app(call: Call) -> int:
    """Opens the app for ``call``; the exit code."""
    gc.disable()
    tr = first_translator(call)
    try:
        root = locate(call.workspace, os.environ, Path.cwd())
        opened = open_workspace(root)
        if call.language is None:
            tr = translator(opened.settings.language)
        opened = prepared(opened, tr)
        return _run(call, opened)
    except (ProblemsError, StoreError, UnknownUnitError, BadDayError) as error:
        return complain(complaint(error, tr))


def prepared(opened: Opened, tr: Translator) -> Opened:
    """The workspace with a database that can be read: built on the first start.

    A damaged database is built anew from the folder, which is the truth; the old file is kept.
    """
    if opened.built:
        return opened
    from briefing.progress_bar import progress_bar

    with progress_bar(tr.gettext("Đang dựng cơ sở dữ liệu"), sys.stderr) as progress:
        sync(opened.settings, progress=progress, rebuild=opened.fault is not None)
    return open_workspace(opened.settings.root)


def day_of(text: str | None) -> date | None:
    """A day typed as an option.

    Raises ``BadDayError`` for what is none.
    """
    if text is None:
        return None
    day = read_day(text)
    if day is None:
        raise BadDayError(text)
    return day


def settings_for(call: Call, settings: Settings) -> Settings:
    """The settings with the language asked for."""
    from dataclasses import replace

    return replace(settings, language=Language(call.language)) if call.language else settings


def _run(call: Call, opened: Opened) -> int:
    settings = settings_for(call, opened.settings)
    desk = Desk(settings, date.today())
    as_of = read_as_of(call.as_of) if call.as_of else settings.as_of
    with Reader(settings.database) as reader:
        unit = desk.unit(reader, call.unit or settings.unit, as_of)
        view = desk.view(reader, unit.key, as_of, day_of(call.known_on))
        briefing = desk.briefing(reader, view)
        compared = tuple(desk.unit(reader, name, as_of).key for name in settings.compare)

    from briefing.app import BriefingApp

    def refresh() -> bool:
        sync(settings)
        return True

    app = BriefingApp(
        desk, view, as_of, compared, briefing, None if opened.fresh else refresh
    )
    app.run()
    return app.return_code or 0
