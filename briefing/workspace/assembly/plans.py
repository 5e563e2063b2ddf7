"""``data/plans/`` as plans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace

from briefing.domain.model import Document, Indicator, UnitKind
from briefing.domain.plans import Plan
from briefing.domain.value import value
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.assembly.frame import Frame, rule, standing
from briefing.workspace.assembly.target_checks import check_paper, check_target
from briefing.workspace.assembly.targets import assemble_target
from briefing.workspace.assembly.task_checks import check_task
from briefing.workspace.assembly.tasks import assemble_task
from briefing.workspace.models.plans import PlanEntry, TargetEntry, TaskEntry
from briefing.workspace.records import Record


@value
class PlanRecords:
    """One file of ``data/plans/`` whose block ``plan`` is in order."""

    plan: Record[PlanEntry]
    targets: list[Record[TargetEntry]] = field(default_factory=list)
    tasks: list[Record[TaskEntry]] = field(default_factory=list)


def assemble_plans(
    files: Iterable[PlanRecords],
    indicators: Mapping[str, Indicator],
    documents: Mapping[str, Document],
    desk: Desk,
) -> tuple[Plan, ...]:
    """Plans in the order of their files; bare unit codes are read on the document's date."""
    plans = []
    for file in files:
        entry, place = file.plan.entry, file.plan.place
        desk.ledger.refer("document", entry.document, place, ("document",))
        desk.cited(entry.source, entry.paragraphs, place)
        document = documents.get(entry.document or "")
        source = desk.sources.get(entry.source or "")
        frame = Frame(
            plan=entry.id,
            unit=None,
            written=document.date if document else None,
            told=source.date if source else None,
            broken=bool((entry.document and not document) or (entry.source and not source)),
        )
        held = standing(frame, desk, place, unit=entry.unit, source=entry.source, known_on=None)
        if held is None:
            frame = replace(frame, broken=True)
        else:
            kind = None if entry.applies_to is None else UnitKind(entry.applies_to.value)
            reached = None if kind is None else rule(kind, held.owner, desk, place)
            frame = replace(frame, unit=held.owner, applies_to=reached)
        targets = [assemble_target(each, frame, indicators, desk) for each in file.targets]
        tasks = [assemble_task(each, frame, desk) for each in file.tasks]
        for record, target in zip(file.targets, targets, strict=True):
            if target is not None:
                indicator = indicators.get(target.indicator or "")
                check_target(target, record.place, frame, indicator, documents, desk)
                check_paper(target, record.place, entry, desk)
        for duty, task in zip(file.tasks, tasks, strict=True):
            if task is not None:
                check_task(task, duty.place, frame, desk)
        if held is None:
            continue
        plans.append(
            Plan(
                id=entry.id,
                title=entry.title,
                title_en=entry.title_en,
                unit=held.unit,
                document=entry.document,
                targets=tuple(target for target in targets if target is not None),
                tasks=tuple(task for task in tasks if task is not None),
                note=entry.note,
                note_en=entry.note_en,
            )
        )
    return tuple(plans)


def change_notes(files: Iterable[PlanRecords]) -> dict[tuple[str, str], str]:
    """Why plans, targets and tasks were changed last, by kind and id, where their entries say."""
    return {
        (kind, record.entry.id): record.entry.change_note
        for file in files
        for kind, records in (
            ("plan", (file.plan,)),
            ("target", file.targets),
            ("task", file.tasks),
        )
        for record in records
        if record.entry.change_note
    }
