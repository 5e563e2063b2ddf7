"""What the app looks at: whose figures, on which day, beside whom; and how it is opened."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from briefing.calling import Call
from briefing.desk import AsOf, Desk, View, read_as_of, read_known_on
from briefing.domain.model import UnitKey
from briefing.domain.standing import Briefing
from briefing.keeping import Basis, looked_at
from briefing.language import Language, Translator, translator
from briefing.opening import Opened, open_workspace
from briefing.preparing import answered, prepared, settings_for
from briefing.settings import locate
from briefing.store.reading import Reader, State


class Session:
    """The view in force and what it is read from.

    The app moves ``view``; ``as_of`` and ``known_on``, the days as they were asked for; and
    ``compared``.

    ``briefing`` is the first view's answer, if it was asked already. ``stale``: the database does
    not hold the folder as it stands. ``basis`` is what the first view was read from, if its frame
    may be kept for the next start. ``state`` is the database's when the view was put in force,
    ``None`` where nobody writes.
    """

    def __init__(
        self,
        desk: Desk,
        view: View,
        as_of: AsOf,
        compared: tuple[UnitKey, ...] = (),
        briefing: Briefing | None = None,
        stale: bool = False,
        known_on: date | None = None,
        basis: Basis | None = None,
        state: State | None = None,
    ) -> None:
        self.desk = desk
        self.view = view
        self.as_of = as_of
        self.known_on = known_on
        self.basis = basis
        self.state = state
        self.compared = compared
        self.briefing = briefing
        self.stale = stale


def found(call: Call) -> Opened:
    """The workspace that ``call`` means; raises ``SettingsError`` or ``ProblemsError``."""
    return open_workspace(locate(call.workspace, os.environ, Path.cwd()))


def language_of(call: Call, opened: Opened) -> Translator:
    """The language asked for, else that of the settings."""
    return translator(Language(call.language) if call.language else opened.settings.language)


def open_session(call: Call, opened: Opened, tr: Translator) -> Session:
    """The session that ``call`` asks for, on a database that can be read.

    Builds or mends the database first where that is needed, and says so. Raises one of
    ``complaints.OURS``.
    """
    opened = prepared(opened, tr)
    settings = settings_for(call, opened.settings)
    return answered(settings, lambda reader: read_session(call, opened, reader), tr)


def read_session(call: Call, opened: Opened, reader: Reader) -> Session:
    """The session that ``call`` asks for, from a database that is there, as it is at one moment.

    ``reader`` must be held at that moment.
    """
    desk = Desk(settings_for(call, opened.settings), date.today())
    as_of = desk.settings.as_of if call.as_of is None else read_as_of(call.as_of)
    known_on = read_known_on(call.known_on, desk.today)
    keep = call.instant and opened.fresh and desk.settings.instant
    seen = looked_at(opened.settings) if keep else None
    unit = desk.focus(reader, call.unit, as_of, known_on)
    view = desk.view(reader, unit.key, as_of, known_on)
    compared = tuple(unit.key for unit in desk.compared(reader, as_of, known_on))
    briefing = desk.briefing(reader, view)
    today = desk.today if desk.today in (view.as_of, view.known_on) else None
    basis = seen and Basis(*seen, today.isoformat() if today else "")
    stale, state = not opened.fresh, reader.state()
    return Session(desk, view, as_of, compared, briefing, stale, known_on, basis, state)
