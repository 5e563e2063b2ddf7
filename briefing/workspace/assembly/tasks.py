"""Tasks of a plan."""

from __future__ import annotations

from briefing.domain.plans import Extension, Task, TaskState
from briefing.problems import quoted
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.assembly.due import due_of, spelling
from briefing.workspace.assembly.frame import Frame, check_codes, standing
from briefing.workspace.assembly.targets import check_order
from briefing.workspace.faults import meaning
from briefing.workspace.models.plans import ExtensionEntry, TaskEntry
from briefing.workspace.records import Record


def assemble_task(record: Record[TaskEntry], frame: Frame, desk: Desk) -> Task | None:
    """A task; ``None``, with problems, when its unit or its date is not known."""
    entry, place = record.entry, record.place
    _check(record, desk)
    held = standing(
        frame, desk, place, unit=entry.unit, source=entry.source, known_on=entry.known_on
    )
    if held is None:
        return None
    desk.lead(entry.lead, held.unit, held.read_on, place)
    check_codes(desk, entry.coordinating, held, place, "coordinating")
    check_codes(desk, entry.units, held, place, "units")
    due = due_of(entry, place, desk)
    return Task(
        id=entry.id,
        plan=frame.plan,
        unit=held.unit,
        title=entry.title,
        title_en=entry.title_en,
        known_on=held.known_on,
        pillar=entry.pillar,
        lead=entry.lead,
        coordinating=entry.coordinating,
        given_to=entry.given_to,
        given_to_en=entry.given_to_en,
        units=entry.units,
        done_units=entry.done_units,
        output=entry.output,
        output_en=entry.output_en,
        targets=entry.targets,
        due_written=due.due_written,
        due_written_en=entry.due_written_en,
        due=due.due,
        due_from=due.due_from,
        due_kind=due.due_kind,
        extensions=tuple(map(_extension, entry.extensions)),
        state=entry.state,
        done_on=entry.done_on,
        difficulty=entry.difficulty,
        waiting_on=entry.waiting_on,
        source=entry.source,
        paragraphs=entry.paragraphs,
        note=entry.note,
        note_en=entry.note_en,
    )


def _check(record: Record[TaskEntry], desk: Desk) -> None:
    entry, place = record.entry, record.place
    desk.ledger.refer("pillar", entry.pillar, place, ("pillar",))
    desk.cited(entry.source, entry.paragraphs, place)
    for index, target in enumerate(entry.targets):
        desk.ledger.refer("target", target, place, ("targets", index))
    for index, unit in enumerate(entry.done_units):
        if unit not in entry.units:
            desk.ledger.report(
                place, ("done_units", index), meaning.DONE_NOT_GIVEN, value=quoted(unit)
            )
    if entry.done_on is not None and entry.state is not TaskState.DONE:
        desk.ledger.report(place, ("done_on",), meaning.DONE_NOT_SAID)
    check_order(desk, place, "extensions", [each.on for each in entry.extensions])


def _extension(entry: ExtensionEntry) -> Extension:
    last = entry.due.end
    assert last is not None, "an extension's deadline is read as one that ends"
    return Extension(
        on=entry.on,
        due=last,
        by=entry.by,
        note=entry.note,
        due_written=spelling(entry.due),
    )
