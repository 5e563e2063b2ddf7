"""Plans: what was promised (targets) and what must be done (tasks), by which document."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from briefing.domain.model import UnitKey, UnitKind
from briefing.domain.periods import DeadlineKind
from briefing.domain.value import value


class GoalOp(StrEnum):
    """How a goal binds. ``RANGE`` uses ``goal`` and ``goal_high``, both included."""

    AT_LEAST = "≥"
    MORE_THAN = ">"
    AT_MOST = "≤"
    LESS_THAN = "<"
    EQUAL = "="
    RANGE = "range"


class Level(StrEnum):
    """Who stands behind a target: assigned from above, committed in a plan, or a hope."""

    ASSIGNED = "assigned"
    COMMITTED = "committed"
    AMBITION = "ambition"


@value(kw_only=True)
class Milestone:
    """What must be reached on the way: ``value`` by ``on``."""

    on: date
    value: float


@value(kw_only=True)
class GoalChange:
    """An official change of a goal, known from ``on``, the changing document's date."""

    on: date
    before: float
    after: float
    document: str


class Light(StrEnum):
    """A light set by hand."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@value(kw_only=True)
class ManualLight:
    """A light given by a person; it stands beside the computed status, never instead of it."""

    light: Light
    reason: str
    by: str
    on: date


@value(kw_only=True)
class Target:
    """A target (chỉ tiêu): an indicator that must reach a goal.

    Exactly one of three holds: ``goal`` with ``goal_op``; ``goal_words``; or
    ``goal_printed=False`` (the source speaks of a target without printing its goal).
    ``known_on`` is the date of the plan's document, or of the source where that is not printed.
    ``applies_to``: every unit of that kind below ``unit``, which set it, has this target by one
    rule of the plan, judged by its own figures; ``unit`` keeps it too. ``due`` is the last day of
    what ``due_written`` asks for, ``due_from`` the first day of a period.
    """

    id: str
    plan: str
    unit: UnitKey
    title: str
    indicator: str | None
    known_on: date
    title_en: str = ""
    pillar: str | None = None
    goal: float | None = None
    goal_op: GoalOp | None = None
    goal_high: float | None = None
    goal_words: str = ""
    goal_words_en: str = ""
    goal_printed: bool = True
    due: date | None = None
    due_written: str = ""
    due_written_en: str = ""
    due_from: date | None = None
    due_kind: DeadlineKind | None = None
    baseline: float | None = None
    baseline_on: date | None = None
    milestones: tuple[Milestone, ...] = ()
    level: Level = Level.COMMITTED
    weight: float = 1.0
    lead: str | None = None
    changes: tuple[GoalChange, ...] = ()
    manual_light: ManualLight | None = None
    source: str | None = None
    paragraphs: tuple[int, ...] = ()
    note: str = ""
    note_en: str = ""
    applies_to: UnitKind | None = None
    closed_on: date | None = None
    """The day on which it was found gone from its plan's file."""


class TaskState(StrEnum):
    """What staff wrote about a task; its status on a day is computed from this and its dates."""

    OPEN = "open"
    AWAITING = "awaiting"
    DONE = "done"
    PAUSED = "paused"
    CANCELLED = "cancelled"


@value(kw_only=True)
class Extension:
    """A deadline moved: granted on ``on``, to ``due``, by whom. The first deadline is kept.

    ``due_written`` is the new deadline as it was written, where that is no plain day.
    """

    on: date
    due: date
    by: str
    note: str = ""
    due_written: str = ""


@value(kw_only=True)
class Task:
    """A task (nhiệm vụ) or assignment with its lead (chủ trì) and deadline.

    ``due_written`` is the deadline as officials wrote it, ``due`` the day by which it is understood
    to end, ``due_from`` the first day of a period; no ``due`` where the deadline recurs or is open.
    ``given_to`` says in words whom a task binds when the source does not name them all; ``units``
    and ``done_units`` hold unit codes when it does.
    """

    id: str
    plan: str
    unit: UnitKey
    title: str
    known_on: date
    title_en: str = ""
    pillar: str | None = None
    lead: str | None = None
    coordinating: tuple[str, ...] = ()
    given_to: str = ""
    given_to_en: str = ""
    units: tuple[str, ...] = ()
    done_units: tuple[str, ...] = ()
    output: str = ""
    output_en: str = ""
    targets: tuple[str, ...] = ()
    due_written: str = ""
    due_written_en: str = ""
    due: date | None = None
    due_from: date | None = None
    due_kind: DeadlineKind | None = None
    extensions: tuple[Extension, ...] = ()
    state: TaskState = TaskState.OPEN
    done_on: date | None = None
    difficulty: str = ""
    waiting_on: str = ""
    source: str | None = None
    paragraphs: tuple[int, ...] = ()
    note: str = ""
    note_en: str = ""
    closed_on: date | None = None
    """The day on which it was found gone from its plan's file."""


@value(kw_only=True)
class Plan:
    """A plan or resolution with its targets and tasks; ``document`` is its legal document."""

    id: str
    title: str
    title_en: str
    unit: UnitKey
    document: str | None
    targets: tuple[Target, ...]
    tasks: tuple[Task, ...]
    note: str = ""
    note_en: str = ""
