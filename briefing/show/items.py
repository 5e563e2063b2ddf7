"""``show task`` and ``show target``: one of them by itself, with the history of what it says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from briefing.complaints import UnknownNameError
from briefing.desk import Desk, near_names
from briefing.domain.spelling import fold
from briefing.domain.standing import TargetStanding, TaskStanding
from briefing.language import Translator
from briefing.pages.blocks import Page
from briefing.pages.indicator import indicator_page
from briefing.pages.item import target_page, task_page
from briefing.problems import nearest
from briefing.show import records
from briefing.show.answers import MOST_NEAR, Answer, Question, asked_view, context_of, right_of
from briefing.show.histories import edit_records, goal_change_records, history_sections
from briefing.show.records import Sections, record
from briefing.store.reading import Reader

Standing = TypeVar("Standing", TaskStanding, TargetStanding)


def task(desk: Desk, reader: Reader, question: Question, tr: Translator) -> Answer:
    """One task of a unit, by id or by title."""
    view = asked_view(desk, reader, question)
    briefing = desk.briefing(reader, view)
    standing = _named(
        {each.task.id: each for each in briefing.tasks},
        {each.task.id: (each.task.title, each.task.title_en) for each in briefing.tasks},
        question.name,
        reader,
        "task",
    )
    edits = reader.edits("task", standing.task.id)
    sections: Sections = {
        "tasks": [records.task_record(standing)],
        "targets": [
            records.target_record(served)
            for served in briefing.targets
            if served.target.id in standing.task.targets
        ],
        "extensions": [
            record(
                {
                    "on": moved.on,
                    "due": moved.due,
                    "due_written": moved.due_written,
                    "by": moved.by,
                    "note": moved.note,
                }
            )
            for moved in standing.task.extensions
        ],
        "edits": edit_records(edits),
    }
    return Answer(
        task_page(standing, briefing, tr, edits),
        right_of(view, tr),
        context_of(view, "task"),
        sections,
    )


def target(desk: Desk, reader: Reader, question: Question, tr: Translator) -> Answer:
    """One target of a unit, by id or by title, with its indicator's history."""
    view = asked_view(desk, reader, question)
    briefing = desk.briefing(reader, view)
    standing = _named(
        {each.target.id: each for each in briefing.targets},
        {each.target.id: (each.target.title, each.target.title_en) for each in briefing.targets},
        question.name,
        reader,
        "target",
    )
    edits = reader.edits("target", standing.target.id)
    page = target_page(standing, briefing, tr, edits)
    sections: Sections = {
        "targets": [records.target_record(standing)],
        "tasks": [
            records.task_record(serving)
            for serving in briefing.tasks
            if standing.target.id in serving.task.targets
        ],
        "goal_changes": goal_change_records([standing.target]),
        "edits": edit_records(edits),
    }
    if standing.indicator is not None:
        history = desk.history(reader, standing.indicator.id, view)
        sources = reader.sources_named(history.cited)
        more = indicator_page(history, sources, tr, target=standing)
        page = Page(title=page.title, subtitle=page.subtitle, blocks=page.blocks + more.blocks)
        sections["values"] = history_sections(history)["values"]
    return Answer(page, right_of(view, tr), context_of(view, "target"), sections)


def _named(
    standings: Mapping[str, Standing],
    titles: Mapping[str, tuple[str, str]],
    name: str,
    reader: Reader,
    kind: str,
) -> Standing:
    """The one of ``standings``, by id, that a name or a title in either language means.

    Raises ``UnknownNameError`` with names that come near.
    """
    if name in standings:
        return standings[name]
    wanted = fold(name)
    found = [
        ref
        for ref, (title, title_en) in titles.items()
        if wanted and wanted in map(fold, (ref, title, title_en))
    ]
    if len(found) == 1:
        return standings[found[0]]
    near = found or [hit.ref for hit in near_names(reader, name, (kind,)) if hit.ref in standings]
    if not near:
        near = [close] if (close := nearest(name, standings.keys())) else list(standings)
    raise UnknownNameError(name, tuple(f"{ref} ({titles[ref][0]})" for ref in near[:MOST_NEAR]))
