"""Rows of the reading side as domain objects: the way out of the database.

Each function takes the columns of its ``SELECT`` in ``queries``, in their order.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from briefing.domain.model import (
    Better,
    Citation,
    Difficulty,
    Document,
    Indicator,
    Measure,
    Observation,
    ObservationKind,
    Pillar,
    PillarKind,
    Qualifier,
    Source,
    System,
    SystemState,
    Unit,
    UnitKey,
    UnitKind,
)
from briefing.domain.plans import (
    Extension,
    GoalChange,
    GoalOp,
    Level,
    Light,
    ManualLight,
    Milestone,
    Plan,
    Target,
    Task,
    TaskState,
)

SqlRow = tuple[Any, ...]
_PART = "\x1f"


def day(text: str | None) -> date | None:
    """An ISO date, or ``None``."""
    return None if text is None else date.fromisoformat(text)


def listed(text: str) -> tuple[str, ...]:
    """The items of a list kept as text."""
    return tuple(text.split("; ")) if text else ()


def numbers(text: str) -> tuple[int, ...]:
    """The numbers of a list kept as text."""
    return tuple(map(int, text.split("; "))) if text else ()


def unit_key(text: str) -> UnitKey:
    """A unit's key from its text: ``24``, ``24@`` or ``24@2025-07-01``.

    Raises :class:`ValueError` when what follows ``@`` is no date.
    """
    code, _, start = text.partition("@")
    return UnitKey(code, date.fromisoformat(start) if start else None)


def unit(row: SqlRow) -> Unit:
    """A unit with its parent's key and its successors."""
    parent, parent_from, successors = row[13:16]
    return Unit(
        key=UnitKey(row[1], day(row[2])),
        valid_to=day(row[3]),
        name=row[4],
        full_name=row[5],
        name_en=row[6],
        full_name_en=row[7],
        short=row[8],
        slug=row[9],
        kind=UnitKind(row[10]),
        region=row[11],
        region_en=row[12],
        parent=None if parent is None else UnitKey(parent, day(parent_from)),
        successors=tuple(map(unit_key, successors.split(" "))) if successors else (),
    )


def pillar(row: SqlRow) -> Pillar:
    """A pillar or foundation."""
    return Pillar(
        id=row[0],
        kind=PillarKind(row[1]),
        name=row[2],
        name_en=row[3],
        short=row[4],
        short_en=row[5],
        position=row[6],
    )


def indicator(row: SqlRow) -> Indicator:
    """An indicator; its integer, the first column, is left to the caller."""
    return Indicator(
        id=row[1],
        name=row[2],
        name_en=row[3],
        short=row[4],
        short_en=row[5],
        pillar=row[6],
        measure=Measure(row[7]),
        better=Better(row[8]),
        noun=row[9],
        noun_en=row[10],
        decimals=row[11],
        definition=row[12],
        definition_en=row[13],
        freshness_days=row[14],
        rank_of=row[15],
        universe=row[16],
        complement_of=row[17],
        variant_of=row[18],
    )


def source(row: SqlRow) -> Source:
    """A source."""
    return Source(
        id=row[0],
        publisher=row[1],
        title=row[2],
        date=date.fromisoformat(row[3]),
        date_exact=bool(row[4]),
        address=row[5],
        paragraphs=row[6],
        note=row[7],
        note_en=row[8],
    )


def document(row: SqlRow, cited: Iterable[tuple[str, int | None]]) -> Document:
    """A document; ``cited`` are (source, paragraph) in their order, paragraph ``None`` if none."""
    citations: list[Citation] = []
    for of_source, paragraph in cited:
        paragraphs: tuple[int, ...] = () if paragraph is None else (paragraph,)
        if citations and citations[-1].source == of_source:
            paragraphs = citations.pop().paragraphs + paragraphs
        citations.append(Citation(of_source, paragraphs))
    return Document(
        id=row[0],
        number=row[1],
        type=row[2],
        issuer=row[3],
        date=day(row[4]),
        subject=row[5],
        subject_en=row[6],
        note=row[7],
        note_en=row[8],
        cited=tuple(citations),
    )


def observation(row: SqlRow, of_unit: UnitKey, of_indicator: str) -> Observation:
    """An observation of the unit and indicator that its row points at."""
    present: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    if row[19]:
        parts = row[19].split(_PART)
        present = tuple(part[1:] for part in parts if part[0] == "1")
        missing = tuple(part[1:] for part in parts if part[0] == "0")
    return Observation(
        id=row[0],
        unit=of_unit,
        indicator=of_indicator,
        kind=ObservationKind(row[3]),
        value=row[4],
        qualifier=Qualifier(row[5]),
        numerator=row[6],
        denominator=row[7],
        start=date.fromisoformat(row[8]),
        end=date.fromisoformat(row[9]),
        compared_with=day(row[10]),
        printed=row[11],
        source=row[12],
        paragraphs=numbers(row[13]),
        published_on=date.fromisoformat(row[14]),
        published_exact=bool(row[15]),
        revises=row[16],
        note=row[17],
        note_en=row[18],
        parts_present=present,
        parts_missing=missing,
    )


def plan(
    row: SqlRow, of_unit: UnitKey, targets: tuple[Target, ...], tasks: tuple[Task, ...]
) -> Plan:
    """A plan with the targets and tasks given."""
    return Plan(
        id=row[0],
        unit=of_unit,
        document=row[2],
        title=row[3],
        title_en=row[4],
        note=row[5],
        note_en=row[6],
        targets=targets,
        tasks=tasks,
    )


def target(
    row: SqlRow,
    of_unit: UnitKey,
    of_indicator: str | None,
    milestones: Iterable[SqlRow],
    changes: Iterable[SqlRow],
) -> Target:
    """A target with its milestones (due, value) and changes (on, before, after, document)."""
    light = None
    if row[20] is not None:
        light = ManualLight(
            light=Light(row[20]), reason=row[21], by=row[22], on=date.fromisoformat(row[23])
        )
    return Target(
        id=row[0],
        plan=row[1],
        unit=of_unit,
        indicator=of_indicator,
        pillar=row[4],
        title=row[5],
        title_en=row[6],
        goal=row[7],
        goal_op=None if row[8] is None else GoalOp(row[8]),
        goal_high=row[9],
        goal_words=row[10],
        goal_words_en=row[11],
        goal_printed=bool(row[12]),
        due=day(row[13]),
        due_written=row[14],
        baseline=row[15],
        baseline_on=day(row[16]),
        level=Level(row[17]),
        weight=row[18],
        lead=row[19],
        manual_light=light,
        source=row[24],
        paragraphs=numbers(row[25]),
        known_on=date.fromisoformat(row[26]),
        note=row[27],
        note_en=row[28],
        milestones=tuple(Milestone(on=date.fromisoformat(m[0]), value=m[1]) for m in milestones),
        changes=tuple(
            GoalChange(on=date.fromisoformat(c[0]), before=c[1], after=c[2], document=c[3])
            for c in changes
        ),
    )


def task(
    row: SqlRow, of_unit: UnitKey, targets: Iterable[SqlRow], extensions: Iterable[SqlRow]
) -> Task:
    """A task with the targets it serves and its extensions (granted, due, by, note)."""
    return Task(
        id=row[0],
        plan=row[1],
        unit=of_unit,
        pillar=row[3],
        title=row[4],
        title_en=row[5],
        lead=row[6],
        coordinating=listed(row[7]),
        given_to=row[8],
        given_to_en=row[9],
        units=listed(row[10]),
        done_units=listed(row[11]),
        output=row[12],
        output_en=row[13],
        due_written=row[14],
        due=day(row[15]),
        state=TaskState(row[16]),
        done_on=day(row[17]),
        difficulty=row[18],
        waiting_on=row[19],
        source=row[20],
        paragraphs=numbers(row[21]),
        known_on=date.fromisoformat(row[22]),
        note=row[23],
        note_en=row[24],
        targets=tuple(found[0] for found in targets),
        extensions=tuple(
            Extension(on=date.fromisoformat(e[0]), due=date.fromisoformat(e[1]), by=e[2], note=e[3])
            for e in extensions
        ),
    )


def system(row: SqlRow, of_unit: UnitKey) -> System:
    """An information system."""
    return System(
        id=row[0],
        name=row[1],
        name_en=row[2],
        kind=row[3],
        unit=of_unit,
        run_by=row[5],
        state=SystemState(row[6]),
        figures=listed(row[7]),
        source=row[8],
        paragraphs=numbers(row[9]),
        note=row[10],
        note_en=row[11],
    )


def difficulty(row: SqlRow, of_unit: UnitKey) -> Difficulty:
    """A difficulty."""
    return Difficulty(
        id=row[0],
        text=row[1],
        text_en=row[2],
        category=row[3],
        pillar=row[4],
        unit=of_unit,
        source=row[6],
        paragraphs=numbers(row[7]),
    )
