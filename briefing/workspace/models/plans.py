"""Entries of ``data/plans/*.yaml``."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from briefing.domain.plans import GoalOp, Level, Light, TaskState
from briefing.workspace import goal_field, readers
from briefing.workspace.deadline_field import EndingDeadline, MaybeDeadline
from briefing.workspace.fields import (
    Day,
    Entry,
    Flag,
    Goal,
    Identifier,
    Items,
    MaybeDay,
    MaybeNumber,
    Number,
    Prose,
    Reference,
    References,
    Text,
    UnitCode,
    UnitCodes,
    UnitReference,
    Weight,
)
from briefing.workspace.models.units import AreaKind
from briefing.workspace.paragraph_field import Paragraphs

_goal_op = readers.blank_as(None, readers.one_of(GoalOp))
_state = readers.blank_as(TaskState.OPEN, readers.one_of(TaskState))
_area = readers.blank_as(None, readers.one_of(AreaKind))
AppliesTo = Annotated[AreaKind | None, BeforeValidator(_area)]
"""Every unit of this kind below the one that sets the target; its own kind: itself only."""


class PlanEntry(Entry):
    """The block ``plan``: what the file's targets and tasks rest on."""

    id: Identifier
    document: Reference
    unit: UnitCode
    applies_to: AppliesTo = None
    title: Text
    title_en: Text
    note: Prose = ""
    note_en: Prose = ""
    source: Reference = None
    paragraphs: Paragraphs = ()
    change_note: Prose = ""


class MilestoneEntry(Entry):
    """What must be reached on the way."""

    on: Day
    value: Number


class ChangeEntry(Entry):
    """An official change of the goal."""

    on: Day
    before: Number = Field(alias="from")
    after: Number = Field(alias="to")
    document: Identifier


class LightEntry(Entry):
    """A light set by hand."""

    light: Annotated[Light, BeforeValidator(readers.one_of(Light))]
    reason: Text
    by: Text
    on: Day


class TargetEntry(Entry):
    """One of ``targets``."""

    _spell_out = model_validator(mode="before")(staticmethod(goal_field.spelt_out))
    id: Identifier
    unit: UnitReference = None
    applies_to: AppliesTo = None
    indicator: Reference = None
    pillar: Reference = None
    title: Text
    title_en: Text
    goal: Goal = None
    goal_op: Annotated[GoalOp | None, BeforeValidator(_goal_op)] = None
    goal_high: MaybeNumber = None
    goal_words: Prose = ""
    goal_words_en: Prose = ""
    goal_printed: Flag = True
    deadline: MaybeDeadline = Field(None, alias="due")
    due_written: Prose = ""
    due_written_en: Prose = ""
    baseline: MaybeNumber = None
    baseline_on: MaybeDay = None
    milestones: Annotated[tuple[MilestoneEntry, ...], Items] = ()
    level: Annotated[Level, BeforeValidator(readers.one_of(Level))]
    weight: Weight = 1.0
    lead: UnitReference = None
    changes: Annotated[tuple[ChangeEntry, ...], Items] = ()
    light: LightEntry | None = None
    source: Reference = None
    paragraphs: Paragraphs = ()
    known_on: MaybeDay = None
    note: Prose = ""
    note_en: Prose = ""
    change_note: Prose = ""


class ExtensionEntry(Entry):
    """A deadline moved."""

    on: Day
    due: EndingDeadline
    by: Text
    note: Prose = ""


class TaskEntry(Entry):
    """One of ``tasks``."""

    id: Identifier
    unit: UnitReference = None
    title: Text
    title_en: Text
    pillar: Reference = None
    lead: UnitReference = None
    coordinating: UnitCodes = ()
    given_to: Prose = ""
    given_to_en: Prose = ""
    units: UnitCodes = ()
    done_units: UnitCodes = ()
    output: Prose = ""
    output_en: Prose = ""
    targets: References = ()
    due_written: Prose = ""
    due_written_en: Prose = ""
    deadline: MaybeDeadline = Field(None, alias="due")
    extensions: Annotated[tuple[ExtensionEntry, ...], Items] = ()
    state: Annotated[TaskState, BeforeValidator(_state)] = TaskState.OPEN
    done_on: MaybeDay = None
    difficulty: Prose = ""
    waiting_on: Prose = ""
    source: Reference = None
    paragraphs: Paragraphs = ()
    known_on: MaybeDay = None
    note: Prose = ""
    note_en: Prose = ""
    change_note: Prose = ""
