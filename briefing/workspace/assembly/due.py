"""The deadline of a target or task: as understood, as shown, and whether both agree."""

from __future__ import annotations

from datetime import date

from briefing.domain.periods import (
    Deadline,
    DeadlineError,
    DeadlineKind,
    deadline_text,
    read_deadline,
)
from briefing.domain.value import value
from briefing.problems import Fault, quoted
from briefing.workspace import scalars
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.faults import deadlines
from briefing.workspace.models.plans import TargetEntry, TaskEntry
from briefing.workspace.records import Place

_BY_DAY = (DeadlineKind.DATE, DeadlineKind.PERIOD)


@value(kw_only=True)
class Due:
    """What a target or task keeps of its deadline, under the names it keeps it by.

    ``due_from`` is the first day of a span; a single day needs none. An ISO day is no spelling
    that anybody wrote: it is shown as a date.
    """

    due: date | None
    due_from: date | None
    due_kind: DeadlineKind | None
    due_written: str


def due_of(entry: TargetEntry | TaskEntry, place: Place, desk: Desk) -> Due:
    """The deadline of ``entry``; ``due_written`` is shown where given, and must not contradict.

    A recurring or open-ended deadline is understood from ``due_written`` too.
    """
    said, shown = entry.deadline, _understood(entry.due_written)
    if said is None:
        if shown is not None and shown.kind in _BY_DAY:
            _tell(desk, place, deadlines.DUE_ONLY_WRITTEN, entry.due_written, shown)
        elif shown is not None:
            said = shown
    elif shown is not None and said.meaning != shown.meaning:
        if scalars.iso_date(said.written) is None:
            _tell(desk, place, deadlines.WRITTEN_OTHERWISE, entry.due_written, shown, said)
        elif shown.kind in _BY_DAY and shown.end != said.end:
            _tell(desk, place, deadlines.DAY_DISAGREES, entry.due_written, shown, said)
        else:
            said = _spanned(said, shown)
    if said is None:
        return Due(due=None, due_from=None, due_kind=None, due_written=entry.due_written)
    return Due(
        due=said.end,
        due_from=None if said.kind is DeadlineKind.DATE else said.start,
        due_kind=said.kind,
        due_written=entry.due_written or spelling(said),
    )


def spelling(deadline: Deadline) -> str:
    """How a deadline was written; empty for an ISO day, which is shown as a date."""
    return "" if scalars.iso_date(deadline.written) else deadline.written


def _understood(written: str) -> Deadline | None:
    try:
        return read_deadline(written) if written else None
    except DeadlineError:
        return None


def _spanned(day: Deadline, shown: Deadline) -> Deadline:
    """A day that is given, as the end of the period it is said to end."""
    if shown.kind is not DeadlineKind.PERIOD:
        return day
    return Deadline(day.written, shown.kind, shown.start, day.end)


def _tell(
    desk: Desk,
    place: Place,
    fault: Fault,
    written: str,
    shown: Deadline,
    said: Deadline | None = None,
) -> None:
    params = {"value": quoted(written), "meant": deadline_text(shown)}
    if said is not None:
        params["due"] = deadline_text(said)
    desk.ledger.report(place, ("due_written",), fault, **params)
