"""Domain objects as rows of their tables: the way into the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from briefing.domain.model import (
    Difficulty,
    Document,
    Indicator,
    Observation,
    Pillar,
    Source,
    System,
    Unit,
    UnitKey,
)
from briefing.domain.periods import Holiday
from briefing.domain.plans import Plan, Target, Task
from briefing.store.tables import Row, Value

SEPARATOR = "; "
"""Between the items of a list that is kept as text."""


class Numbers:
    """The integers by which rows point at units and indicators.

    ``of_unit`` and ``of_indicator`` raise :class:`KeyError` for what the folder does not hold.
    """

    def __init__(self, units: Mapping[str, int], indicators: Mapping[str, int]) -> None:
        self._units = units
        self._indicators = indicators

    def of_unit(self, key: UnitKey) -> int:
        """The integer of the unit ``key``."""
        return self._units[str(key)]

    def of_indicator(self, key: str) -> int:
        """The integer of the indicator ``key``."""
        return self._indicators[key]


def unit_row(unit: Unit, numbers: Numbers) -> Row:
    """``unit`` and its successors."""
    return Row(
        str(unit.key),
        (
            unit.code,
            _day(unit.key.valid_from),
            _day(unit.valid_to),
            unit.name,
            unit.full_name,
            unit.name_en,
            unit.full_name_en,
            unit.short,
            unit.slug,
            unit.kind.value,
            None if unit.parent is None else numbers.of_unit(unit.parent),
            unit.region,
            unit.region_en,
        ),
        (tuple((numbers.of_unit(key),) for key in unit.successors),),
    )


def pillar_row(pillar: Pillar, _: Numbers) -> Row:
    """``pillar``."""
    return Row(
        pillar.id,
        (
            pillar.kind.value,
            pillar.name,
            pillar.name_en,
            pillar.short,
            pillar.short_en,
            pillar.position,
        ),
    )


def indicator_row(indicator: Indicator, _: Numbers) -> Row:
    """``indicator``."""
    return Row(
        indicator.id,
        (
            indicator.name,
            indicator.name_en,
            indicator.short,
            indicator.short_en,
            indicator.pillar,
            indicator.measure.value,
            indicator.better.value,
            indicator.noun,
            indicator.noun_en,
            indicator.decimals,
            indicator.definition,
            indicator.definition_en,
            indicator.freshness_days,
            indicator.rank_of,
            indicator.universe,
            indicator.complement_of,
            indicator.variant_of,
        ),
    )


def source_row(source: Source, _: Numbers) -> Row:
    """``source``."""
    return Row(
        source.id,
        (
            source.publisher,
            source.title,
            source.date.isoformat(),
            int(source.date_exact),
            source.address,
            source.paragraphs,
            source.note,
            source.note_en,
        ),
    )


def document_row(document: Document, _: Numbers) -> Row:
    """``document`` and where it is cited: one row per paragraph, one without if none is known."""
    cited: list[tuple[Value, ...]] = []
    for citation in document.cited:
        cited += [(citation.source, number) for number in citation.paragraphs or (None,)]
    return Row(
        document.id,
        (
            document.number,
            document.type,
            document.issuer,
            _day(document.date),
            document.subject,
            document.subject_en,
            document.note,
            document.note_en,
        ),
        (tuple(cited),),
    )


def holiday_row(holiday: Holiday, _: Numbers) -> Row:
    """``holiday``, known by its date."""
    return Row(holiday.on.isoformat(), (holiday.name, holiday.name_en, holiday.source))


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
            _day(target.due),
            target.due_written,
            target.baseline,
            _day(target.baseline_on),
            target.level.value,
            target.weight,
            target.lead,
            None if light is None else light.light.value,
            None if light is None else light.reason,
            None if light is None else light.by,
            None if light is None else light.on.isoformat(),
            target.source,
            _joined(target.paragraphs),
            target.known_on.isoformat(),
            target.note,
            target.note_en,
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
            _joined(task.coordinating),
            task.given_to,
            task.given_to_en,
            _joined(task.units),
            _joined(task.done_units),
            task.output,
            task.output_en,
            task.due_written,
            _day(task.due),
            task.state.value,
            _day(task.done_on),
            task.difficulty,
            task.waiting_on,
            task.source,
            _joined(task.paragraphs),
            task.known_on.isoformat(),
            task.note,
            task.note_en,
        ),
        (
            tuple((target,) for target in task.targets),
            tuple(
                (moved.on.isoformat(), moved.due.isoformat(), moved.by, moved.note)
                for moved in task.extensions
            ),
        ),
    )


def observation_row(observation: Observation, numbers: Numbers) -> Row:
    """``observation`` with the parts it names."""
    return Row(
        observation.id,
        (
            numbers.of_unit(observation.unit),
            numbers.of_indicator(observation.indicator),
            observation.kind.value,
            observation.value,
            observation.qualifier.value,
            observation.numerator,
            observation.denominator,
            observation.start.isoformat(),
            observation.end.isoformat(),
            _day(observation.compared_with),
            observation.printed,
            observation.source,
            _joined(observation.paragraphs),
            observation.published_on.isoformat(),
            int(observation.published_exact),
            observation.revises,
            observation.note,
            observation.note_en,
        ),
        (
            (
                *((1, name) for name in observation.parts_present),
                *((0, name) for name in observation.parts_missing),
            ),
        ),
    )


def system_row(system: System, numbers: Numbers) -> Row:
    """``system``."""
    return Row(
        system.id,
        (
            system.name,
            system.name_en,
            system.kind,
            numbers.of_unit(system.unit),
            system.run_by,
            system.state.value,
            _joined(system.figures),
            system.source,
            _joined(system.paragraphs),
            system.note,
            system.note_en,
        ),
    )


def difficulty_row(difficulty: Difficulty, numbers: Numbers) -> Row:
    """``difficulty``."""
    return Row(
        difficulty.id,
        (
            difficulty.text,
            difficulty.text_en,
            difficulty.category,
            difficulty.pillar,
            numbers.of_unit(difficulty.unit),
            difficulty.source,
            _joined(difficulty.paragraphs),
        ),
    )


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _joined(items: Iterable[object]) -> str:
    return SEPARATOR.join(map(str, items))
