"""What sources report as rows of their tables: the way into the database."""

from __future__ import annotations

from briefing.domain.model import Difficulty, Observation, System
from briefing.store.records import Numbers
from briefing.store.tables import Row
from briefing.store.texts import day_text, joined


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
            day_text(observation.compared_with),
            observation.printed,
            observation.source,
            joined(observation.paragraphs),
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
            joined(system.figures),
            system.source,
            joined(system.paragraphs),
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
            joined(difficulty.paragraphs),
        ),
    )
