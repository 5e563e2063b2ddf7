"""How things stand on a day: the results of the rules in ``progress``, ready to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from briefing.domain.model import (
    Difficulty,
    Document,
    Indicator,
    Observation,
    Pillar,
    Source,
    Unit,
)
from briefing.domain.plans import GoalOp, Plan, Target, Task
from briefing.domain.value import value

if TYPE_CHECKING:
    from briefing.domain.edits import Edit
    from briefing.domain.inheritance import Inherited, InheritedSeries
    from briefing.domain.lineage import Lineage


class TargetStatus(StrEnum):
    """Status of a target on a day (trạng thái chỉ tiêu)."""

    MISSED = "missed"
    OFF_TRACK = "off_track"
    AT_RISK = "at_risk"
    AWAITING_RESULT = "awaiting_result"
    IN_PROGRESS = "in_progress"
    ON_TRACK = "on_track"
    ACHIEVED = "achieved"
    NO_DATA = "no_data"
    NOT_MEASURABLE = "not_measurable"


class TaskStatus(StrEnum):
    """Status of a task on a day (trạng thái nhiệm vụ)."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    AWAITING = "awaiting"
    IN_TERM = "in_term"
    OPEN_ENDED = "open_ended"
    PAUSED = "paused"
    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    DONE = "done"
    CANCELLED = "cancelled"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to act."""
        return self not in CLOSED_TASKS


CLOSED_TASKS = frozenset(
    {TaskStatus.DONE_ON_TIME, TaskStatus.DONE_LATE, TaskStatus.DONE, TaskStatus.CANCELLED}
)


class Carried(StrEnum):
    """How one unit, or all together, stand with a duty given to many (tình hình thực thi)."""

    LATE = "late"
    OPEN = "open"
    UNCLEAR = "unclear"
    DONE = "done"


class Rule(StrEnum):
    """Which rule decided a target's status; printed on demand beside it."""

    GOAL_IN_WORDS = "goal_in_words"
    GOAL_NOT_PRINTED = "goal_not_printed"
    STATED_EXCESS = "stated_excess"
    NO_FIGURE = "no_figure"
    MEETS_GOAL = "meets_goal"
    PAST_DUE = "past_due"
    PAST_DUE_NOT_COVERED = "past_due_not_covered"
    PACE = "pace"
    NO_PACE = "no_pace"


@value(kw_only=True)
class GoalInForce:
    """The goal as it stood on a day, after the official changes known by then."""

    op: GoalOp | None
    value: float | None
    high: float | None
    words: str
    words_en: str
    printed: bool


@value(kw_only=True)
class TargetStanding:
    """A target on day ``as_of``, with what is known by ``known_on``.

    ``observation`` is the judged figure; ``value`` what was judged, which differs from the
    observation's value when it was worked out from the opposite count (``derived``: 25/31 from
    6/31, as a percentage). ``later`` is a figure whose period ends after ``due``. ``expected`` is
    the expectation at the end of the judged figure's own period. ``attainment`` is a share of 1,
    capped at 1; ``gap`` the distance to the goal in the indicator's measure, positive when short.
    ``days_late`` counts calendar days after ``due``. ``set_by`` is the unit above that gave the
    target to every unit of a kind by one rule of its plan; ``None`` for a target of the unit's own.
    """

    target: Target
    plan: Plan
    indicator: Indicator | None
    status: TargetStatus
    rule: Rule
    as_of: date
    known_on: date
    goal: GoalInForce
    observation: Observation | None = None
    value: float | None = None
    derived: bool = False
    later: Observation | None = None
    later_meets: bool = False
    expected: float | None = None
    attainment: float | None = None
    gap: float | None = None
    days_late: int | None = None
    stale: bool = False
    set_by: Unit | None = None


@value(kw_only=True)
class TaskStanding:
    """A task on day ``as_of``.

    ``due`` is the deadline in force (the latest extension known); ``days`` are calendar days:
    positive late, negative still to go; ``working_days`` are those left, for an open task.
    """

    task: Task
    plan: Plan
    status: TaskStatus
    as_of: date
    due: date | None = None
    days: int | None = None
    working_days: int | None = None


@value(kw_only=True)
class PillarStanding:
    """One pillar on a day: counts per status, and the mean attainment with how many entered it.

    ``pillar`` is ``None`` for indicators of the whole (the index, PAR). ``mean`` is a weighted
    share of 1 over ``measured`` targets; ``None`` when no target has an attainment. Counts and
    mean are of the unit's own ``targets``; those that a unit above set by a rule are ``given``,
    so that what a province promised is not outnumbered by what every province was told.
    """

    pillar: Pillar | None
    targets: tuple[TargetStanding, ...]
    figures: tuple[Figure, ...]
    counts: Mapping[TargetStatus, int]
    mean: float | None
    measured: int
    given: tuple[TargetStanding, ...] = ()


@value(kw_only=True)
class Figure:
    """The newest figure of one indicator, with what is to be said about it."""

    indicator: Indicator
    observation: Observation
    stale: bool = False
    rate_disagrees: bool = False
    stated: tuple[Observation, ...] = ()
    """Changes and excesses stated for the same indicator, newest first."""


class AgendaKind(StrEnum):
    """Why something stands on the overview's first lines."""

    MISSED = "missed"
    OVERDUE = "overdue"
    BEHIND = "behind"
    DUE_SOON = "due_soon"


@value(kw_only=True)
class AgendaItem:
    """One exception: a target or a task that needs a decision."""

    kind: AgendaKind
    target: TargetStanding | None = None
    task: TaskStanding | None = None


@value(kw_only=True)
class Briefing:
    """Everything a meeting needs about one unit on one day; the screens read nothing else.

    ``units`` holds every unit named by a lead, a coordinating body or a task, by code.
    ``lineage`` tells of a unit that took over from others or stood on another day; ``None`` for
    one that simply stands. ``inherited`` is what its predecessors left.
    """

    unit: Unit
    as_of: date
    known_on: date
    agenda: tuple[AgendaItem, ...]
    pillars: tuple[PillarStanding, ...]
    targets: tuple[TargetStanding, ...]
    tasks: tuple[TaskStanding, ...]
    figures: tuple[Figure, ...]
    changes: tuple[Observation, ...]
    indicators: Mapping[str, Indicator]
    documents: Mapping[str, Document]
    sources: Mapping[str, Source]
    units: Mapping[str, Unit]
    newest: date | None
    difficulties: tuple[Difficulty, ...] = ()
    """Those that sources known by ``known_on`` name, in the order of the folder."""
    lineage: Lineage | None = None
    inherited: Inherited | None = None

    def unit_named(self, code: str | None) -> Unit | None:
        """The unit behind a lead's code, or ``None``."""
        return None if code is None else self.units.get(code)


@value(kw_only=True)
class IndicatorHistory:
    """One indicator for one unit: every value known, targets on it, and all units' newest.

    ``revised`` are the figures that others known by then replaced; ``revisions`` holds, by the id
    of a figure replaced, the one that replaced it. ``closed`` are targets on it that were closed by
    then, ``documents`` those that changed a goal, ``edits`` the edit log of all these targets,
    oldest first. ``lineage`` and ``inherited`` are as in :class:`Briefing`, of this indicator.
    """

    indicator: Indicator
    unit: Unit
    as_of: date
    known_on: date
    values: tuple[Observation, ...]
    stated: tuple[Observation, ...]
    revised: tuple[Observation, ...]
    revisions: Mapping[str, Observation]
    targets: tuple[TargetStanding, ...]
    tasks: tuple[TaskStanding, ...]
    others: tuple[tuple[Unit, Indicator, Observation], ...]
    closed: tuple[Target, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    lineage: Lineage | None = None
    inherited: InheritedSeries | None = None

    @property
    def cited(self) -> frozenset[str]:
        """Ids of the sources of every figure told."""
        own = (*self.values, *self.stated, *self.revised, *self.revisions.values())
        left = self.inherited.series if self.inherited is not None else ()
        former = (o for series in left for o in series.values)
        return frozenset(o.source for o in (*own, *(other[2] for other in self.others), *former))
