"""Plans, targets and tasks as rows of their tables: the way into the database."""

from __future__ import annotations

from briefing.domain.plans import Plan, Target, Task
from briefing.store.records import Numbers
from briefing.store.tables import Row
from briefing.store.texts import day_text, joined


def plan_row(plan: Plan, numbers: Numbers) -> Row:
    """``plan`` without its targets and tasks, which are rows of their own."""
    return Row(
        plan.id,
        (
            numbers.of_unit(plan.unit),
            plan.document,
            plan.title,
            plan.title_en,
            plan.note,
            plan.note_en,
        ),
    )


def target_row(target: Target, numbers: Numbers) -> Row:
    """``target`` with its milestones and the changes of its goal."""
    light = target.manual_light
    return Row(
        target.id,
        (
            target.plan,
            numbers.of_unit(target.unit),
            None if target.indicator is None else numbers.of_indicator(target.indicator),
            target.pillar,
            target.title,
            target.title_en,
            target.goal,
            None if target.goal_op is None else target.goal_op.value,
            target.goal_high,
            target.goal_words,
            target.goal_words_en,
            int(target.goal_printed),
            day_text(target.due),
            target.due_written,
            target.baseline,
            day_text(target.baseline_on),
            target.level.value,
            target.weight,
            target.lead,
            None if light is None else light.light.value,
            None if light is None else light.reason,
            None if light is None else light.by,
            None if light is None else light.on.isoformat(),
            target.source,
            joined(target.paragraphs),
            target.known_on.isoformat(),
            target.note,
            target.note_en,
            target.due_written_en,
            day_text(target.due_from),
            None if target.due_kind is None else target.due_kind.value,
            None if target.applies_to is None else target.applies_to.value,
        ),
        (
            tuple((step.on.isoformat(), step.value) for step in target.milestones),
            tuple(
                (change.on.isoformat(), change.before, change.after, change.document)
                for change in target.changes
            ),
        ),
    )


def task_row(task: Task, numbers: Numbers) -> Row:
    """``task`` with the targets it serves and its extensions."""
    return Row(
        task.id,
        (
            task.plan,
            numbers.of_unit(task.unit),
            task.pillar,
            task.title,
            task.title_en,
            task.lead,
            joined(task.coordinating),
            task.given_to,
            task.given_to_en,
            joined(task.units),
            joined(task.done_units),
            task.output,
            task.output_en,
            task.due_written,
            day_text(task.due),
            task.state.value,
            day_text(task.done_on),
            task.difficulty,
            task.waiting_on,
            task.source,
            joined(task.paragraphs),
            task.known_on.isoformat(),
            task.note,
            task.note_en,
            task.due_written_en,
            day_text(task.due_from),
            None if task.due_kind is None else task.due_kind.value,
        ),
        (
            tuple((target,) for target in task.targets),
            tuple(
                (
                    moved.on.isoformat(),
                    moved.due.isoformat(),
                    moved.by,
                    moved.note,
                    moved.due_written,
                )
                for moved in task.extensions
            ),
        ),
    )
