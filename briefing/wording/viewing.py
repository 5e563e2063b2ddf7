"""The two dates that rule a screen, in words: judged on, and known by."""

from __future__ import annotations

from datetime import date

from briefing.formatting import date_text, short_date
from briefing.language import Translator


def days_in_force(
    as_of: date, known_on: date, tr: Translator, *, latest: bool = False
) -> tuple[str, ...]:
    """How a screen says its dates, the fullest form first, each shorter than the one before.

    One form while both are the same: "xem tại ngày 07/01/2024"; ``latest`` for the day of the
    newest figures: "số liệu đến 07/01/2024". Where they differ every form names both.
    """
    day = date_text(as_of, tr)
    if known_on == as_of:
        said = tr.gettext("số liệu đến {day}") if latest else tr.gettext("xem tại ngày {day}")
        return (said.format(day=day),)
    known = date_text(known_on, tr)
    return (
        tr.gettext("xem tại ngày {day} · số liệu công bố đến {known}").format(day=day, known=known),
        tr.gettext("tại {day}, công bố đến {known}").format(day=day, known=known),
        tr.gettext("{day}, công bố đến {known}").format(
            day=short_date(as_of, tr), known=short_date(known_on, tr)
        ),
    )


def known_by(known_on: date, tr: Translator) -> str:
    """The one date of a page that judges nothing: "số liệu công bố đến 07/01/2024"."""
    return tr.gettext("số liệu công bố đến {known}").format(known=date_text(known_on, tr))
