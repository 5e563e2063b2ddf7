"""What a choice will show, read while the cursor still stands on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from textual.timer import Timer

    from briefing.desk import AsOf, View
    from briefing.domain.model import UnitKey
    from briefing.domain.standing import Briefing
    from briefing.looking import Looking
    from briefing.store.reading import Reader, State

PAUSE = 0.08
"""Seconds that the cursor must rest: nobody who types on is read for."""


class Asked(NamedTuple):
    """A unit, and the days as they were asked for."""

    key: UnitKey
    as_of: AsOf
    known_on: date | None


class Foreseen(NamedTuple):
    """The answer to ``asked``, and how the database file was before it was read."""

    asked: Asked
    file: tuple[int, ...]
    view: View
    state: State
    briefing: Briefing


class Foresight:
    """Reads one briefing ahead, in milliseconds; it counts only while the file stays as it was."""

    def __init__(self, app: Looking) -> None:
        self._app = app
        self._asked: Asked | None = None
        self._timer: Timer | None = None
        self._foreseen: Foreseen | None = None

    def look_at(self, key: UnitKey) -> None:
        """The cursor stands on a unit: reads its briefing once it has stood there for a while."""
        asked = Asked(key, self._app.as_of, self._app.known_on)
        if asked == self._asked:
            return
        self._asked = asked
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._app.set_timer(PAUSE, partial(self._read, asked))

    def answer(self, key: UnitKey, as_of: AsOf, known_on: date | None) -> Foreseen | None:
        """What was read for exactly this, if the file has not changed since."""
        from briefing.store.checksums import file_state

        foreseen, self._foreseen, self._asked = self._foreseen, None, None
        if foreseen is None or foreseen.asked != Asked(key, as_of, known_on):
            return None
        try:
            now = file_state(self._app.desk.settings.database)
        except OSError:
            return None
        return foreseen if now == foreseen.file else None

    def _read(self, asked: Asked) -> None:
        from briefing.store.checksums import file_state
        from briefing.store.errors import StoreError
        from briefing.store.reading import Reader

        desk = self._app.desk
        try:
            file = file_state(desk.settings.database)
            with Reader(desk.settings.database) as reader, reader.one_moment():
                unit = shown_for(asked.key, reader)
                view = desk.view(reader, unit, asked.as_of, asked.known_on)
                briefing = desk.briefing(reader, view)
                self._foreseen = Foreseen(asked, file, view, reader.state(), briefing)
        except (OSError, StoreError):  # whoever chooses it will be told
            return


def shown_for(key: UnitKey, reader: Reader) -> UnitKey:
    """The unit whose pages tell of ``key``: a body's province, else the unit itself."""
    from briefing.domain.model import UnitKind

    unit = reader.unit(key)
    if unit is None or unit.kind is not UnitKind.ORGANISATION or unit.parent is None:
        return key
    return unit.parent
