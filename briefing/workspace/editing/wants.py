"""What staff may want of an entry of a plan, as they say it."""

from __future__ import annotations

from datetime import date

from briefing.domain.value import value


@value
class Put:
    """Fields that are to say what was typed, each with its text; they go together or not at all."""

    fields: tuple[tuple[str, str], ...]


@value
class GoalChange:
    """An official change of a goal, by a document named by id or number."""

    text: str
    document: str
    on: date | None


@value
class Done:
    """A task that was done on a day."""

    on: date


@value
class UnitDone:
    """A unit that has done what a task gave it."""

    unit: str


@value
class Note:
    """A status note, written on a day; ``english`` says the same where that is given."""

    text: str
    on: date
    english: str = ""


@value
class Extended:
    """A deadline moved to ``due``, as typed; granted on a day by somebody."""

    due: str
    by: str
    on: date
    note: str


Wanted = Put | GoalChange | Done | UnitDone | Note | Extended
