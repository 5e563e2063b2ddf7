"""What rests on a source or on a legal document, as plain records."""

from __future__ import annotations

from briefing.domain.lookup import DocumentPage, SourcePage
from briefing.domain.model import Difficulty, Document, Source, System
from briefing.domain.plans import Plan, Target, Task
from briefing.show.records import Record, Sections, observation_record, record, replacement_fields


def source_record(source: Source) -> Record:
    """A source: publisher, title, date, address."""
    return record(
        {
            "source": source.id,
            "publisher": source.publisher,
            "title": source.title,
            "date": source.date,
            "date_exact": source.date_exact,
            "address": source.address,
        }
    )


def document_record(document: Document, paragraphs: tuple[int, ...] = ()) -> Record:
    """A legal document, and the paragraphs of the source in hand that cite it."""
    return record(
        {
            "document": document.id,
            "number": document.number,
            "type": document.type,
            "issuer": document.issuer,
            "date": document.date,
            "subject": document.subject,
            "paragraph": paragraphs,
        }
    )


def source_sections(page: SourcePage) -> Sections:
    """Figures, targets, tasks, documents, systems and difficulties that a source supports."""
    return {
        "observations": [
            observation_record(observation, indicator, unit)
            | replacement_fields(page.revisions.get(observation.id))
            for unit, indicator, observation in page.observations
        ],
        "targets": [_target(plan, target) for plan, target in page.targets],
        "tasks": [_task(plan, task) for plan, task in page.tasks],
        "documents": [
            document_record(document, paragraphs) for document, paragraphs in page.documents
        ],
        "systems": [_system(system) for system in page.systems],
        "difficulties": [_difficulty(difficulty) for difficulty in page.difficulties],
        "frameworks": [record(each._asdict()) for each in page.frameworks],
    }


def document_sections(page: DocumentPage) -> Sections:
    """Where a document is cited, and the targets and tasks that rest on it."""
    return {
        "cited": [
            record({"source": cited.source, "paragraph": cited.paragraphs})
            for cited in page.document.cited
        ],
        "targets": [_target(plan, target) for plan, target in page.targets],
        "tasks": [_task(plan, task) for plan, task in page.tasks],
        "frameworks": [record(each._asdict()) for each in page.frameworks],
    }


def _target(plan: Plan, target: Target) -> Record:
    return record(
        {
            "target": target.id,
            "plan": plan.id,
            "document": plan.document,
            "unit": target.unit.code,
            "title": target.title,
            "title_en": target.title_en,
            "indicator": target.indicator,
            "goal_op": target.goal_op,
            "goal": target.goal,
            "goal_high": target.goal_high,
            "goal_words": target.goal_words,
            "due": target.due,
            "due_written": target.due_written,
            "due_from": target.due_from,
            "due_kind": target.due_kind,
            "level": target.level,
            "lead": target.lead,
            "source": target.source,
            "paragraph": target.paragraphs,
        }
    )


def _task(plan: Plan, task: Task) -> Record:
    return record(
        {
            "task": task.id,
            "plan": plan.id,
            "document": plan.document,
            "unit": task.unit.code,
            "title": task.title,
            "title_en": task.title_en,
            "lead": task.lead,
            "coordinating": task.coordinating,
            "given_to": task.given_to,
            "due": task.due,
            "due_written": task.due_written,
            "due_from": task.due_from,
            "due_kind": task.due_kind,
            "done_on": task.done_on,
            "targets": task.targets,
            "pillar": task.pillar,
            "source": task.source,
            "paragraph": task.paragraphs,
        }
    )


def _system(system: System) -> Record:
    return record(
        {
            "system": system.id,
            "name": system.name,
            "name_en": system.name_en,
            "kind": system.kind,
            "unit": system.unit.code,
            "run_by": system.run_by,
            "state": system.state,
            "figures": system.figures,
            "source": system.source,
            "paragraph": system.paragraphs,
            "note": system.note,
            "note_en": system.note_en,
        }
    )


def _difficulty(difficulty: Difficulty) -> Record:
    return record(
        {
            "difficulty": difficulty.id,
            "text": difficulty.text,
            "text_en": difficulty.text_en,
            "category": difficulty.category,
            "pillar": difficulty.pillar,
            "unit": difficulty.unit.code,
            "source": difficulty.source,
            "paragraph": difficulty.paragraphs,
        }
    )
