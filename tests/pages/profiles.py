"""Profiles of the shipped data with a plan of Cần Thơ, and their pages as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from briefing.desk import Desk, View
from briefing.domain.profile import Profile
from briefing.language import Language, Translator, translator
from briefing.pages.layout import lay_out
from briefing.pages.line import Line
from briefing.pages.profile import profile_page
from briefing.settings import Settings
from briefing.store.reading import Reader
from tests.profile_workspace import DAY

TODAY = date(2026, 11, 22)
HAI_DUONG_DAY = date(2023, 9, 3)
VI = translator(Language.VI)

Told = Callable[..., Profile]


def asking(settings: Settings) -> Told:
    """Asks for the profile of a unit on a day, beside another, of a year."""

    def ask(
        unit: str, day: date = DAY, peer: str | None = "48", year: int | None = None
    ) -> Profile:
        desk = Desk(settings, TODAY)
        with Reader(settings.database) as reader, reader.one_moment():
            view = View(desk.unit(reader, unit, day).key, day, day)
            beside = None if peer is None else desk.unit(reader, peer, day).key
            end = None if year is None else date(year, 12, 31)
            briefing = desk.briefing(reader, view)
            return reader.standings.profile(briefing, beside, end=end)

    return ask


def lines(profile: Profile, width: int = 118, tr: Translator = VI) -> Sequence[Line]:
    """The page of a profile."""
    return lay_out(profile_page(profile, tr), width)


def text(profile: Profile, width: int = 118, tr: Translator = VI) -> str:
    """The page of a profile as text."""
    return "\n".join(line.text for line in lines(profile, width, tr))


def row(profile: Profile, name: str) -> Line:
    """The line of a main index in the table."""
    found = [line for line in lines(profile) if line.text.strip().startswith(name)]
    assert found, f"no line of {name}"
    return found[0]
