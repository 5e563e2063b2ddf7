"""Moving the two dates: the day things are judged on, and the day until which they are known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from briefing import formatting
from briefing.desk import (
    LATEST,
    LATEST_WORDS,
    SAME_DAY_WORDS,
    TODAY,
    TODAY_WORDS,
    AsOf,
    read_as_of,
    read_day,
)
from briefing.domain.spelling import fold
from briefing.pages.blocks import Block, Column, Page, Paragraph, Row, Table
from briefing.pages.line import Link, LinkKind, Role, spans
from briefing.screens.dialog import Dialog

KNOWN_WORDS = frozenset({"biet", "cong", "bo", "den", "known", "published", "by", "until"})
"""Words after which a date is the one of publication, without case and diacritics."""
JUDGED_WORDS = frozenset({"xem", "tai", "as", "of"})
"""Words after which a date is the one judged on."""
FILLERS = frozenset({"ngay", "so", "lieu", "theo", "on", "figures", "and", "va"})
SAME: Literal["same"] = "same"
"""The day judged on, taken as the day known by."""


class Days(NamedTuple):
    """A choice: the day judged on, and the day known by; ``None`` for the same day."""

    as_of: AsOf
    known_on: date | None = None


class Typed(NamedTuple):
    """What was typed: either day may be left open with ``None``."""

    as_of: AsOf | None
    known_on: date | Literal["same"] | None


def link_to(days: Days) -> Link:
    """The link that stands for a choice."""
    return Link(LinkKind.DAY, f"{days.as_of} {days.known_on or ''}")


def chosen_days(link: Link) -> Days:
    """The choice that a link stands for."""
    as_of, _, known = link.ref.partition(" ")
    return Days(read_as_of(as_of), date.fromisoformat(known) if known else None)


def read_days(text: str, today: date) -> Typed | None:
    """One or two days as officials write them; ``None`` for anything else.

    The first is the day judged on, the second the day known by: ``7/1/2024 3/9/2023``. Words may
    stand between or before: ``07/01/2024 biết đến 03/09/2023``, ``công bố đến hôm nay``.
    """
    said = f" {fold(text.replace(',', ' ').replace(';', ' '))} "
    for names, word in ((LATEST_WORDS, LATEST), (TODAY_WORDS, TODAY), (SAME_DAY_WORDS, SAME)):
        for name in names:
            # "ngày xem" before a date only says which date it is.
            if word != SAME or said.endswith(f" {name} "):
                said = said.replace(f" {name} ", f" {word} ")
    as_of: AsOf | None = None
    known: date | Literal["same"] | None = None
    publication = False
    for word in said.split():
        if word in KNOWN_WORDS:
            publication = True
        elif word in JUDGED_WORDS:
            publication = False
        elif word not in FILLERS:
            named = _day_named(word)
            publication = publication or as_of is not None
            if named is None or (known if publication else as_of) is not None:
                return None
            if publication:
                if named == LATEST:
                    return None
                known = today if named == TODAY else named
            elif named == SAME:
                return None
            else:
                as_of = named
    return None if as_of is None and known is None else Typed(as_of, known)


def _day_named(word: str) -> date | Literal["latest", "today", "same"] | None:
    if word == LATEST:
        return LATEST
    if word == TODAY:
        return TODAY
    return SAME if word == SAME else read_day(word)


class DayScreen(Dialog):
    """Takes one day or two; each row says in full what the screens will then show."""

    OPENER = "date"
    NINE_FROM_D = True

    def __init__(self) -> None:
        super().__init__()
        self._first: date | None = None
        self._asked_first = False

    def title_text(self) -> str:
        """What the dialog asks for, and what is in force."""
        tr, view = self.desk.tr, self.desk.view
        day = formatting.date_text(view.as_of, tr)
        if view.known_on == view.as_of:
            return tr.gettext("Xem tại ngày (đang xem {day})").format(day=day)
        return tr.gettext("Đang xem {day}, công bố đến {known}").format(
            day=day, known=formatting.date_text(view.known_on, tr)
        )

    def placeholder(self) -> str:
        """How to write a day."""
        return self.desk.tr.gettext("03/09/2023, hoặc hai ngày: 07/01/2024 03/09/2023")

    def page_for(self, text: str) -> Page:
        """What the days typed may mean, or the choices that need no typing."""
        if not text.strip():
            return _page(self._rows(self._ready_made()), [self._muted(self._explained())])
        typed = read_days(text, self.desk.desk.today)
        if typed is None:
            said = self.desk.tr.gettext(
                "Viết ngày như 03/09/2023, 3.9.2023 hoặc 2023-09-03; hai ngày thì ngày xem "
                "trước, ngày công bố sau."
            )
            return _page([], [self._muted(said)])
        doubts = [
            Paragraph(spans=spans((said, Role.WARNING)), tight=False)
            for said in self._doubts(typed)
        ]
        return _page(self._rows(self._meant(typed)), doubts)

    def _ready_made(self) -> list[Days]:
        """Back to one day first when two are in force; then the latest, today, and hindsight."""
        asked, known = self.desk.as_of, self.desk.known_on
        today = self.desk.desk.today
        choices = [Days(LATEST, known), Days(TODAY, known), Days(self.desk.view.as_of, today)]
        return [Days(asked), *choices] if known is not None else choices

    def _meant(self, typed: Typed) -> list[Days]:
        """What the days typed may mean, the likeliest first."""
        view, in_force = self.desk.view, self.desk.known_on
        if typed.as_of is None:
            same = typed.known_on == SAME
            return [Days(self.desk.as_of) if same else Days(view.as_of, _day(typed.known_on))]
        if typed.known_on is not None:
            return [Days(typed.as_of, _day(typed.known_on))]
        choices = [Days(typed.as_of, in_force)]
        if in_force is not None:
            choices.append(Days(typed.as_of))
        if isinstance(typed.as_of, date) and typed.as_of != view.as_of:
            choices.append(Days(view.as_of, typed.as_of))
        choices.append(Days(typed.as_of, self.desk.desk.today))
        return list(dict.fromkeys(choices))

    def _rows(self, choices: Sequence[Days]) -> list[Row]:
        return [Row(cells=(spans(self._sentence(days)),), link=link_to(days)) for days in choices]

    def _sentence(self, days: Days) -> str:
        tr = self.desk.tr
        today = self.desk.desk.today
        if days.as_of == LATEST:
            seen = tr.gettext("Xem tại ngày có số liệu mới nhất của đơn vị")
        elif isinstance(days.as_of, date):
            day = formatting.date_text(days.as_of, tr)
            seen = tr.gettext("Xem tại ngày {day}").format(day=day)
        else:
            day = formatting.date_text(today, tr)
            seen = tr.gettext("Xem hôm nay, {day}").format(day=day)
        if days.known_on is None:
            if self.desk.known_on is None:
                return seen
            return tr.gettext("{seen}, theo số liệu công bố đến ngày đó").format(seen=seen)
        if days.known_on == today:
            return tr.gettext("{seen}, theo số liệu công bố đến hôm nay").format(seen=seen)
        return tr.gettext("{seen}, theo số liệu công bố đến {known}").format(
            seen=seen, known=formatting.date_text(days.known_on, tr)
        )

    def _explained(self) -> str:
        return self.desk.tr.gettext(
            "Gõ một ngày để xem tại ngày đó. Gõ hai ngày, ví dụ 07/01/2024 03/09/2023: xét hạn "
            "và tiến độ tại ngày trước, chỉ dùng những gì đã công bố đến ngày sau."
        )

    def _doubts(self, typed: Typed) -> list[str]:
        """What is odd about the days typed: nothing known yet, or a day still to come."""
        tr = self.desk.tr
        known = typed.as_of if typed.known_on in (None, SAME) else typed.known_on
        if not isinstance(known, date):
            return []
        first = self._first_day()
        if first is not None and known < first:
            text = tr.gettext("Trước ngày {first} chưa có số liệu nào của đơn vị này được công bố.")
            return [text.format(first=formatting.date_text(first, tr))]
        if known > self.desk.desk.today:
            text = tr.gettext("Ngày {day} chưa tới; mới có những gì đã công bố đến hôm nay.")
            return [text.format(day=formatting.date_text(known, tr))]
        return []

    def _first_day(self) -> date | None:
        """The day of the unit's first figure, read once."""
        if not self._asked_first:
            with self.desk.open_reader() as reader:
                self._first = reader.first_day([self.desk.view.unit])
            self._asked_first = True
        return self._first

    def _muted(self, said: str) -> Paragraph:
        return Paragraph(spans=spans((said, Role.MUTED)), tight=False)


def _day(known: date | Literal["same"] | None) -> date | None:
    return known if isinstance(known, date) else None


def _page(rows: Sequence[Row], below: Sequence[Paragraph]) -> Page:
    blocks: list[Block] = []
    if rows:
        blocks.append(Table(columns=(Column(flex=True, least=30, wrap=3),), rows=tuple(rows)))
    return Page(title="", blocks=(*blocks, *below))
