"""The front door: from options to the app on a terminal, without loading what it does not need."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from briefing.complaints import OURS, Complaint, complaint, out_of_date, rebuilt
from briefing.desk import Desk, View, read_as_of, read_known_on
from briefing.domain.model import UnitKey
from briefing.domain.standing import Briefing
from briefing.domain.value import value
from briefing.language import Language, Translator, translator
from briefing.opening import Opened, open_workspace, sync
from briefing.problems import ProblemsError
from briefing.settings import Settings, locate
from briefing.store.errors import DatabaseCorrupt, DatabaseForeign, StoreError
from briefing.store.reading import Reader
from briefing.streams import can_open_screen, narrate

Found = TypeVar("Found")

OPTIONS = {
    "--workspace": "workspace",
    "--unit": "unit",
    "--as-of": "as_of",
    "--known-on": "known_on",
    "--language": "language",
}
INTERRUPTED = 130
"""The exit code after Ctrl+C, as shells count it."""


@value(kw_only=True)
class Call:
    """The common options, as typed."""

    workspace: str | None = None
    unit: str | None = None
    as_of: str | None = None
    known_on: str | None = None
    language: str | None = None


def simple_call(arguments: Sequence[str]) -> Call | None:
    """The options of a call that only opens the app on a terminal; ``None`` for anything else."""
    if not can_open_screen():
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


def open_app(call: Call, tr: Translator | None = None) -> int:
    """Opens the app for ``call``; the exit code. ``tr`` speaks until the settings are read."""
    gc.disable()
    tr = translator(Language(call.language)) if call.language else tr or translator(Language.VI)
    try:
        opened = open_workspace(locate(call.workspace, os.environ, Path.cwd()))
        if call.language is None:
            tr = translator(opened.settings.language)
        return _run(call, prepared(opened, tr), tr)
    except OURS as error:
        return complain(complaint(error, tr))


def complain(found: Complaint) -> int:
    """Tells what is wrong on stderr; the exit code."""
    narrate(*found.lines)
    return found.code


def prepared(opened: Opened, tr: Translator) -> Opened:
    """The workspace with a database that can be read: built on the first start.

    A damaged one is built anew from the folder, which is the truth. One that is only out of reach
    (locked, written by a newer or another program) is left alone: raises its ``StoreError``.
    """
    if opened.built:
        return opened
    if opened.fault is not None and not opened.mendable:
        raise opened.fault
    _build(opened.settings, opened.fault, tr)
    return open_workspace(opened.settings.root)


def _build(settings: Settings, fault: StoreError | None, tr: Translator) -> None:
    """Builds the database with a progress bar; says so when it replaces a damaged one."""
    from briefing.progress_bar import progress_bar

    with progress_bar(tr.gettext("Đang dựng cơ sở dữ liệu"), sys.stderr) as progress:
        summary = sync(settings, progress=progress, rebuild=fault is not None)
    if fault is not None:
        narrate(*rebuilt(fault, summary.damaged, tr))


def answered(settings: Settings, ask: Callable[[Reader], Found], tr: Translator) -> Found:
    """What ``ask`` reads from the database; damage that shows only now is mended first."""
    try:
        with Reader(settings.database) as reader:
            return ask(reader)
    except DatabaseForeign:
        raise
    except DatabaseCorrupt as fault:
        _build(settings, fault, tr)
    with Reader(settings.database) as reader:
        return ask(reader)


def brought_up_to_date(opened: Opened, tr: Translator) -> int:
    """Syncs a stale database; 0, or 1 when that failed and the last good data must do.

    Nothing is lost then: stderr names file, line and remedy, and the database is as it was.
    """
    if opened.fresh:
        return 0
    try:
        sync(opened.settings)
    except (ProblemsError, StoreError) as error:
        with Reader(opened.settings.database) as reader:
            synced_at = reader.meta("synced_at")
        return complain(out_of_date(error, synced_at, tr))
    return 0


def settings_for(call: Call, settings: Settings) -> Settings:
    """The settings with the language asked for."""
    return replace(settings, language=Language(call.language)) if call.language else settings


def _run(call: Call, opened: Opened, tr: Translator) -> int:
    settings = settings_for(call, opened.settings)
    desk = Desk(settings, date.today())
    as_of = read_as_of(call.as_of) if call.as_of else settings.as_of

    def first(reader: Reader) -> tuple[View, tuple[UnitKey, ...], Briefing]:
        unit = desk.focus(reader, call.unit, as_of)
        view = desk.view(reader, unit.key, as_of, read_known_on(call.known_on, desk.today))
        compared = tuple(unit.key for unit in desk.compared(reader, as_of))
        return view, compared, desk.briefing(reader, view)

    view, compared, briefing = answered(settings, first, tr)
    from briefing import terminal
    from briefing.app import BriefingApp

    app = BriefingApp(desk, view, as_of, compared, briefing, _refresh(opened))
    gc.freeze()
    gc.enable()
    return terminal.run(app)


def _refresh(opened: Opened) -> Callable[[], bool] | None:
    """What the app calls in a worker to catch up with the folder; ``None`` when it is up to date.

    Raises ``ProblemsError`` or ``StoreError`` when it cannot; the database is as it was then.
    """
    if opened.fresh:
        return None

    def refresh() -> bool:
        sync(opened.settings)
        return True

    return refresh
