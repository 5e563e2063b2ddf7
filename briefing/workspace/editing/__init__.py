"""Changing a plan's file in place: the one value, and not a byte beside it.

Every function takes the workspace's folder, does its work alone (a lock in ``.briefing/``), and
returns what it did or raises an :class:`EditRefused`, a ``ProblemsError`` that says why in either
language; then the file is byte for byte what it was. Before anything is written the new text is
read back (it must differ in exactly what was asked) and checked together with the whole folder.
What undo needs lies in ``.briefing/undo/``. The database is not touched: ``briefing.amending`` does
that.

``seen`` is the version that somebody looked at before deciding (:func:`look`): where the file is
another by now, the edit is refused with both versions named. ``reason`` is kept with what undo
needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from briefing.domain.value import value
from briefing.workspace.editing import additions, files, finding, wants, writing
from briefing.workspace.editing.files import Version
from briefing.workspace.editing.refusals import (
    CannotEdit,
    CheckRefused,
    EditRefused,
    FileChanged,
    NoSuchEntry,
    NothingToUndo,
    ValueRefused,
)
from briefing.workspace.editing.spans import MapSpan, ScalarSpan
from briefing.workspace.editing.writing import Change, Edit, Edited, Undone

__all__ = [
    "CannotEdit",
    "Change",
    "CheckRefused",
    "Edit",
    "EditRefused",
    "Edited",
    "FileChanged",
    "Looked",
    "NoSuchEntry",
    "NothingToUndo",
    "Undone",
    "ValueRefused",
    "Version",
    "add_note",
    "change_goal",
    "edit",
    "extend",
    "look",
    "mark_done",
    "mark_unit_done",
    "undo",
]


@value(kw_only=True)
class Looked:
    """An entry as its file says it now.

    ``kind`` is ``target``, ``task`` or ``plan``; ``values`` holds each scalar key as it is written,
    without its quotes; ``version`` is what an edit takes as ``seen``.
    """

    kind: str
    ref: str
    path: str
    line: int
    values: Mapping[str, str]
    version: Version


def look(root: Path, ref: str) -> Looked:
    """What the file says of an entry, by its id. Raises :class:`EditRefused`."""
    found = finding.find(root, ref)
    span = found.span()
    entries = span.entries if isinstance(span, MapSpan) else {}
    return Looked(
        kind=found.kind,
        ref=found.id,
        path=found.source.path,
        line=found.position()[0],
        values={key: held.text for key, held in entries.items() if isinstance(held, ScalarSpan)},
        version=found.source.version,
    )


def edit(
    root: Path,
    ref: str,
    field: str,
    text: str,
    *,
    also: Mapping[str, str] | None = None,
    seen: Version | None = None,
    reason: str = "",
) -> Edited:
    """Makes one field of a target, a task or a plan say what a user typed.

    ``field`` is a key, or a path such as ``milestones[0].value``; ``text`` may be Vietnamese
    (``85,5``, 31/12/2025, có); empty text empties the field. A key that is not there yet is added
    on a line of its own. ``also`` are further fields of the same entry, for values that only make
    sense together (``baseline`` and ``baseline_on``).
    """
    put = wants.Put(((field, text), *(also or {}).items()))
    return _written(root, ref, field, put, seen, reason)


def change_goal(
    root: Path,
    ref: str,
    text: str,
    *,
    document: str,
    on: date | None = None,
    seen: Version | None = None,
    reason: str = "",
) -> Edited:
    """Enters an official change of a target's goal: the first goal stays, ``changes`` gets an item.

    ``document`` is the changing document's id or number, ``on`` the day from which the new goal
    holds, the document's own where none is given.
    """
    return _written(root, ref, "changes", wants.GoalChange(text, document, on), seen, reason)


def mark_done(
    root: Path, ref: str, on: date, *, seen: Version | None = None, reason: str = ""
) -> Edited:
    """Says that a task was done on a day: ``state: done`` and ``done_on``."""
    return _written(root, ref, "state", wants.Done(on), seen, reason)


def mark_unit_done(
    root: Path, ref: str, unit: str, *, seen: Version | None = None, reason: str = ""
) -> Edited:
    """Says that one of the units that a task was given to has done it (``done_units``)."""
    return _written(root, ref, "done_units", wants.UnitDone(unit), seen, reason)


def add_note(
    root: Path,
    ref: str,
    text: str,
    *,
    on: date,
    english: str = "",
    seen: Version | None = None,
    reason: str = "",
) -> Edited:
    """Adds a status note behind what ``note`` says already, with the day it was written on.

    ``english`` goes behind what ``note_en`` says.
    """
    return _written(root, ref, "note", wants.Note(text, on, english), seen, reason)


def extend(
    root: Path,
    ref: str,
    due: str,
    *,
    by: str,
    on: date,
    note: str = "",
    seen: Version | None = None,
    reason: str = "",
) -> Edited:
    """Extends a task's deadline to ``due``, granted on ``on`` by ``by``; the first one is kept.

    ``due`` is a day as a user types it; one not later than the deadline in force is refused.
    """
    return _written(root, ref, "due", wants.Extended(due, by, on, note), seen, reason)


def undo(root: Path) -> Undone:
    """Gives the file that was edited last its previous bytes back, if it is still what was left."""
    with files.alone(root):
        return writing.undo(root)


def _written(
    root: Path,
    ref: str,
    field: str,
    wanted: wants.Wanted,
    seen: Version | None,
    reason: str,
) -> Edited:
    with files.alone(root):
        found = finding.find(root, ref, field)
        writing.must_be_seen(found, seen)
        steps = additions.steps(root, found, wanted)
        return writing.write(root, Edit(found, steps), reason=reason)
