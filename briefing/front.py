"""The front door: from options to the app on a terminal, without loading what it does not need."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from datetime import date

from briefing.calling import Call
from briefing.complaints import OURS, complaint
from briefing.desk import Desk, View, read_as_of, read_known_on
from briefing.display import display
from briefing.domain.model import UnitKey
from briefing.domain.standing import Briefing
from briefing.language import Language, Translator, translator
from briefing.opening import Opened, open_workspace, sync
from briefing.preparing import answered, complain, prepared, settings_for
from briefing.settings import here, locate
from briefing.store.reading import Reader


def open_app(call: Call, tr: Translator | None = None) -> int:
    """Opens the app for ``call``; the exit code. ``tr`` speaks until the settings are read."""
    gc.disable()
    tr = translator(Language(call.language)) if call.language else tr or translator(Language.VI)
    try:
        opened = open_workspace(locate(call.workspace, os.environ, here()))
        if call.language is None:
            tr = translator(opened.settings.language)
        return _run(call, prepared(opened, tr), tr)
    except OURS as error:
        return complain(complaint(error, tr))


def _run(call: Call, opened: Opened, tr: Translator) -> int:
    settings = settings_for(call, opened.settings)
    desk = Desk(settings, date.today())
    as_of = settings.as_of if call.as_of is None else read_as_of(call.as_of)
    known_on = read_known_on(call.known_on, desk.today)

    def first(reader: Reader) -> tuple[View, tuple[UnitKey, ...], Briefing]:
        unit = desk.focus(reader, call.unit, as_of)
        view = desk.view(reader, unit.key, as_of, known_on)
        compared = tuple(unit.key for unit in desk.compared(reader, as_of))
        return view, compared, desk.briefing(reader, view)

    view, compared, briefing = answered(settings, first, tr)
    from briefing import terminal
    from briefing.app import BriefingApp

    shown = display(os.environ, sys.platform, settings.ascii)
    app = BriefingApp(desk, view, as_of, compared, briefing, _refresh(opened), known_on, shown)
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
