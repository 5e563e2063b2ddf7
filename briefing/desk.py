"""From what a user names (a unit, a day) to what the screens and ``show`` ask the store for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from briefing.domain.model import Unit, UnitKey
from briefing.domain.standing import Briefing
from briefing.settings import Settings
from briefing.store.reading import Reader

AsOf = date | Literal["latest", "today"]
"""A day, or one of the words ``latest`` and ``today``."""

LATEST: Final = "latest"
TODAY: Final = "today"


@dataclass(frozen=True, slots=True)
class View:
    """Whom a screen speaks of, judged on which day, with what was known when."""

    unit: UnitKey
    as_of: date
    known_on: date


class UnknownUnitError(Exception):
    """No unit is called so; ``near`` holds names that come close."""

    def __init__(self, text: str, near: Sequence[str]) -> None:
        super().__init__(text)
        self.text = text
        self.near = tuple(near)


class BadDayError(Exception):
    """A day that cannot be read."""


def read_day(text: str) -> date | None:
    """A day from ``2023-09-03``, ``03/09/2023``, ``3.9.2023`` or ``3-9-2023``; else ``None``."""
    parts = re.split(r"[/.\-]", text.strip())
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    year, month, day = numbers if len(parts[0]) == 4 else numbers[::-1]
    if year < 1000:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_as_of(text: str) -> AsOf:
    """A day, or one of the words ``latest`` and ``today``.

    Raises ``BadDayError`` for anything else.
    """
    if text == LATEST:
        return LATEST
    if text == TODAY:
        return TODAY
    day = read_day(text)
    if day is None:
        raise BadDayError(text)
    return day


class Desk:
    """Answers for one workspace: its settings, and the days its words stand for."""

    def __init__(self, settings: Settings, today: date) -> None:
        self.settings = settings
        self.today = today

    def unit(self, reader: Reader, text: str, as_of: AsOf) -> Unit:
        """The unit named by code, ``code@date``, slug or name, read at the day in force.

        Raises ``UnknownUnitError`` with the nearest names when there is none.
        """
        day = as_of if isinstance(as_of, date) else self.today if as_of == TODAY else None
        found = reader.find_unit(text, day)
        if found is None and day is not None:
            found = reader.find_unit(text, None)
        if found is None:
            near = [hit.title for hit in reader.search(text, 5) if hit.kind == "unit"]
            raise UnknownUnitError(text, near or [unit.name for unit in reader.focus_units()])
        return found

    def day(self, reader: Reader, units: Sequence[UnitKey], as_of: AsOf) -> date:
        """The day ``as_of`` stands for: ``latest`` is the newest figure of ``units``."""
        if isinstance(as_of, date):
            return as_of
        if as_of == TODAY:
            return self.today
        return reader.latest_day(units) or self.today

    def view(
        self, reader: Reader, unit: UnitKey, as_of: AsOf, known_on: date | None = None
    ) -> View:
        """The view of one unit; figures known on the same day unless asked otherwise."""
        day = self.day(reader, [unit], as_of)
        return View(unit, day, known_on or day)

    def briefing(self, reader: Reader, view: View) -> Briefing:
        """The briefing for a view, with the workspace's thresholds."""
        return reader.briefing(
            view.unit,
            view.as_of,
            view.known_on,
            at_risk_share=self.settings.at_risk_share,
            due_soon_days=self.settings.due_soon_working_days,
        )
