"""From what a user names (a unit, a day) to what the screens and ``show`` ask the store for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final, Literal

from briefing.domain.lookup import SearchHit
from briefing.domain.model import Unit, UnitKey
from briefing.domain.spelling import fold
from briefing.domain.standing import Briefing, IndicatorHistory
from briefing.domain.value import value
from briefing.settings import Settings
from briefing.store.reading import Reader

AsOf = date | Literal["latest", "today"]
"""A day, or one of the words ``latest`` and ``today``."""

LATEST: Final = "latest"
TODAY: Final = "today"
LATEST_WORDS: Final = (LATEST, "moi nhat")
TODAY_WORDS: Final = (TODAY, "hom nay")
SAME_DAY_WORDS: Final = ("as-of", "as of", "ngay xem")
"""How a day may be named, without case and diacritics."""
CONFIG: Final = "config.yaml"
MOST_KNOWN = 100
"""Units with figures that an error lists: the provinces, not thousands of communes."""
LONGEST_NAME = 60
"""Characters of a name by which near ones are looked for."""
LONGEST_PART = 4
"""Digits of a day, a month or a year."""


@value
class View:
    """Whom a screen speaks of, judged on which day, with what was known when.

    ``latest``: the day is that of the newest figure, and not only because none was chosen.
    """

    unit: UnitKey
    as_of: date
    known_on: date
    latest: bool = False


class UnknownUnitError(Exception):
    """No unit is called so.

    ``near`` holds names that come close, ``known`` the units with figures. ``place`` is the file
    and line that names it, under ``key``; empty for one named by the user.
    """

    def __init__(
        self,
        text: str,
        near: Sequence[str] = (),
        known: Sequence[str] = (),
        *,
        place: str = "",
        key: str = "",
    ) -> None:
        super().__init__(text)
        self.text = text
        self.near = tuple(near)
        self.known = tuple(known)
        self.place = place
        self.key = key


class BadDayError(Exception):
    """A day that cannot be read."""


class BadCalendarDayError(BadDayError):
    """A day that cannot be read where only one of the calendar will do."""


class BadKnownDayError(BadDayError):
    """A day of publication that cannot be read."""


def read_day(text: str) -> date | None:
    """A day from ``2023-09-03``, ``03/09/2023``, ``3.9.2023`` or ``3-9-2023``; else ``None``."""
    parts = re.split(r"[/.\-]", text.strip())
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    if max(map(len, parts)) > LONGEST_PART:
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
    """A day, or one of the words for the latest and for today, in either language.

    Raises ``BadDayError`` for anything else.
    """
    word = fold(text).strip()
    if word in LATEST_WORDS:
        return LATEST
    if word in TODAY_WORDS:
        return TODAY
    day = read_day(text)
    if day is None:
        raise BadDayError(text)
    return day


def read_known_on(text: str | None, today: date) -> date | None:
    """The day until which what was published counts; ``None`` for the day judged on.

    A day, a word for today, or one for the day judged on. Raises ``BadKnownDayError`` for anything
    else.
    """
    if text is None or (word := fold(text).strip()) in SAME_DAY_WORDS:
        return None
    if word in TODAY_WORDS:
        return today
    day = read_day(text)
    if day is None:
        raise BadKnownDayError(text)
    return day


def near_names(
    reader: Reader, text: str, kinds: Sequence[str], most: int = 5
) -> tuple[SearchHit, ...]:
    """What of ``kinds`` is called almost so: what its longest beginning finds."""
    for length in range(min(len(text), LONGEST_NAME), 2, -1):
        hits = [hit for hit in reader.search(text[:length], 40) if hit.kind in kinds]
        if hits:
            return tuple(hits[:most])
    return ()


class Desk:
    """Answers for one workspace: its settings, and the days its words stand for."""

    def __init__(self, settings: Settings, today: date) -> None:
        self.settings = settings
        self.today = today

    def unit(self, reader: Reader, text: str, as_of: AsOf, known_on: date | None = None) -> Unit:
        """The unit named by code, ``code@date``, slug or name, read at the day in force.

        ``24`` is Bắc Giang as of 2025-01-01 and Bắc Ninh as of 2026-01-01. Where the day is that of
        the newest figure, the one that has figures is meant, of those that stood by ``known_on``.
        A code that nobody bears on the day is read as that of the unit that bore it, whose pages
        say what became of it. Raises ``UnknownUnitError`` with the nearest names when there is
        none.
        """
        day = as_of if isinstance(as_of, date) else self.today if as_of == TODAY else None
        by = known_on if day is None else None
        found = reader.find_unit(text, day, by)
        if found is None and day is not None:
            found = reader.find_unit(text, None, day)
        if found is None:
            near = dict.fromkeys(hit.title for hit in near_names(reader, text, ("unit",)))
            raise UnknownUnitError(
                text,
                tuple(near),
                [f"{unit.code} {unit.name}" for unit in reader.focus_units(MOST_KNOWN)],
            )
        return found

    def focus(
        self, reader: Reader, asked: str | None, as_of: AsOf, known_on: date | None = None
    ) -> Unit:
        """The unit asked for, else that of ``config.yaml``; raises ``UnknownUnitError``."""
        if asked is not None:
            return self.unit(reader, asked, as_of, known_on)
        return self._configured(reader, self.settings.unit, "unit", as_of, known_on)

    def compared(
        self, reader: Reader, as_of: AsOf, known_on: date | None = None
    ) -> tuple[Unit, ...]:
        """The units that ``config.yaml`` sets side by side; raises ``UnknownUnitError``."""
        names = self.settings.compare
        found = (self._configured(reader, name, "compare", as_of, known_on) for name in names)
        return tuple(found)

    def _configured(
        self, reader: Reader, name: str, key: str, as_of: AsOf, known_on: date | None
    ) -> Unit:
        try:
            return self.unit(reader, name, as_of, known_on)
        except UnknownUnitError as error:
            place = f"{CONFIG}{_line_of(self.settings.root / CONFIG, key)}"
            raise UnknownUnitError(
                error.text, error.near, error.known, place=place, key=key
            ) from None

    def day(
        self,
        reader: Reader,
        units: Sequence[UnitKey],
        as_of: AsOf,
        known_on: date | None = None,
    ) -> date:
        """The day ``as_of`` stands for: ``latest`` is that of the newest figure of ``units``.

        With ``known_on`` it is the newest one that was known by then, else that day itself.
        """
        if isinstance(as_of, date):
            return as_of
        if as_of == TODAY:
            return self.today
        return reader.latest_day(units, known_on) or known_on or self.today

    def view(
        self, reader: Reader, unit: UnitKey, as_of: AsOf, known_on: date | None = None
    ) -> View:
        """The view of one unit; figures known on the same day unless asked otherwise."""
        if as_of == LATEST and (newest := reader.latest_day([unit], known_on)) is not None:
            return View(unit, newest, known_on or newest, latest=True)
        if as_of == LATEST:
            as_of = known_on or self.today
        day = self.day(reader, [unit], as_of, known_on)
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

    def history(self, reader: Reader, indicator: str, view: View) -> IndicatorHistory:
        """One indicator's history for a view, with the workspace's thresholds.

        Raises ``KeyError`` for an unknown indicator.
        """
        return reader.history(
            indicator,
            view.unit,
            view.as_of,
            view.known_on,
            at_risk_share=self.settings.at_risk_share,
            due_soon_days=self.settings.due_soon_working_days,
        )


def _line_of(config: Path, key: str) -> str:
    """``:line`` of a key at the left edge of ``config.yaml``; empty when it cannot be told."""
    try:
        lines = config.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    return next((f":{n}" for n, line in enumerate(lines, 1) if line.startswith(f"{key}:")), "")
