"""What changes in a folder, and what that does to the lights: of a preview and of a sync.

Fields are told as the edit log tells them (``docs/database.md``): the column's name, both values as
text, a list as JSON.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from briefing.domain.edits import CodeName
from briefing.domain.model import Unit
from briefing.domain.standing import TargetStatus, TaskStatus
from briefing.domain.value import value


class ChangeKind(StrEnum):
    """What becomes of a plan, a target or a task."""

    ADDED = "added"
    CHANGED = "changed"
    CLOSED = "closed"
    """It is gone from the folder; the database keeps it, closed."""
    RETURNED = "returned"
    """It was closed and stands in the folder again."""


@value
class FieldChange:
    """A field before and after; ``None`` where it was blank.

    ``names`` tell what the codes in both stand for, as far as that is known.
    """

    field: str
    old: str | None
    new: str | None
    names: tuple[CodeName, ...] = ()


@value(kw_only=True)
class FactChange:
    """A plan, target or task that changes; ``why`` is the reason given, empty without one."""

    kind: str
    id: str
    change: ChangeKind
    title: str
    title_en: str
    fields: tuple[FieldChange, ...] = ()
    why: str = ""


@value(kw_only=True)
class PlanChanges:
    """What changes in one plan; ``own`` is about the plan itself, where that changes."""

    id: str
    title: str
    title_en: str
    document: str
    """The number of its legal document; empty without one."""
    own: FactChange | None
    targets: tuple[FactChange, ...]
    tasks: tuple[FactChange, ...]


@value(kw_only=True)
class CatalogueChanges:
    """How many facts of another kind change: ``observation``, ``indicator``, ``unit`` ..."""

    kind: str
    added: int
    changed: int
    removed: int


LightStatus = TargetStatus | TaskStatus


@value(kw_only=True)
class LightChange:
    """A light that changes for ``unit``: each side judged on its own day in force.

    ``before`` is ``None`` for what was not there, ``after`` for what is no longer.
    """

    unit: Unit
    kind: str
    id: str
    title: str
    title_en: str
    before: LightStatus | None
    after: LightStatus | None
    day_before: date
    day: date


@value(kw_only=True)
class FolderChanges:
    """What a sync changes, or would. ``first`` says that there was no database before."""

    first: bool
    plans: tuple[PlanChanges, ...]
    others: tuple[CatalogueChanges, ...]
    lights: tuple[LightChange, ...]

    @property
    def anything(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.plans or self.others or self.lights)


@value(kw_only=True)
class Judging:
    """By which day and thresholds lights are judged: what ``config.yaml`` and the call say.

    ``as_of`` is ``None`` for the newest figure's day of each unit, ``known_on`` for the day judged
    on. ``at_risk_share`` is a share of 1; ``due_soon_days`` are working days.
    """

    as_of: date | None
    today: date
    at_risk_share: float
    due_soon_days: int
    known_on: date | None = None

    def day(self, latest: date | None) -> date:
        """The day in force for a unit whose newest figure was published on ``latest``."""
        return self.as_of or latest or self.known_on or self.today


def lights_by_change(
    lights: Iterable[LightChange],
) -> dict[tuple[LightStatus | None, LightStatus | None], int]:
    """How many lights go from one status to another, the most frequent first."""
    counts: dict[tuple[LightStatus | None, LightStatus | None], int] = {}
    for light in lights:
        pair = (light.before, light.after)
        counts[pair] = counts.get(pair, 0) + 1
    return dict(sorted(counts.items(), key=lambda found: -found[1]))
