"""Writing one edit: taken step by step, read back, checked with the whole folder, put in place."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace as with_
from datetime import datetime
from pathlib import Path

from briefing.domain.value import value
from briefing.problems import Problem, WorkspaceError, quoted
from briefing.workspace import loading
from briefing.workspace.editing import files, journal
from briefing.workspace.editing.files import Version
from briefing.workspace.editing.finding import Found, opened
from briefing.workspace.editing.inserting import Fields
from briefing.workspace.editing.refusals import (
    CannotEdit,
    CheckRefused,
    EditRefused,
    FileChanged,
    NothingToUndo,
    problem,
)
from briefing.workspace.editing.spans import ListSpan, ScalarSpan, span_at
from briefing.workspace.editing.spelling import NULL, Word
from briefing.workspace.editing.steps import Add, CannotSpell, Put, Step, carried_out
from briefing.workspace.faults import editing
from briefing.workspace.fingerprint import sha256
from briefing.workspace.yaml_tree import Loc, find, key_path, to_python


@value
class Change:
    """One value that is another now, as the file writes it; ``None`` where there was or is none.

    ``field`` is the path of keys inside the entry, ``line`` where it stands in the file now.
    """

    field: str
    old: str | None
    new: str | None
    line: int = 0


@value(kw_only=True)
class Edited:
    """What an edit did; no ``changes`` where the file said so already and was not written."""

    kind: str
    ref: str
    path: str
    changes: tuple[Change, ...]
    before: Version
    after: Version


@value(kw_only=True)
class Undone:
    """What was undone: the changes of the edit turned round, and when it had been made."""

    ref: str
    path: str
    changes: tuple[Change, ...]
    at: str
    reason: str
    kind: str = ""


@value
class Edit:
    """What is to become of an entry, in one writing of its file."""

    found: Found
    steps: tuple[Step, ...]


def write(root: Path, edit: Edit, *, reason: str = "") -> Edited:
    """Carries an edit out. The caller holds the lock (:func:`files.alone`).

    Raises an :class:`EditRefused`; then nothing was written.
    """
    source, found = edit.found.source, edit.found
    steps = [step for step in edit.steps if not _holds_already(found, step)]
    unchanged = Edited(
        kind=found.kind,
        ref=found.id,
        path=source.path,
        changes=(),
        before=source.version,
        after=source.version,
    )
    if not steps:
        return unchanged
    try:
        text = carried_out(source.text, steps)
    except CannotSpell:
        line, column = found.position(_inside(found, steps[0].loc))
        fault = editing.CANNOT_WRITE
        raise CannotEdit(problem(source.path, fault, line=line, column=column)) from None
    content = source.encoded(text)
    _must_pass(root, source.path, content)
    changes = tuple(_change(found, text, step) for step in steps)
    entry = journal.Entry(
        path=source.path,
        kind=found.kind,
        ref=found.id,
        changes=tuple((each.field, each.old, each.new) for each in changes),
        reason=reason,
        at=datetime.now().isoformat(timespec="seconds"),
        before=source.content,
        before_sha256=source.version.sha256,
        after=Version(sha256(content), time.time_ns()),
    )
    place = journal.remember(root, entry)
    try:
        after = files.replace(root, source.path, content, source.version)
    except EditRefused:
        journal.forget(place)
        raise
    return with_(unchanged, changes=changes, after=after)


def undo(root: Path) -> Undone:
    """Gives the last edited file back the bytes that it had before. The caller holds the lock.

    Raises :class:`NothingToUndo`, :class:`FileChanged` when anybody changed the file since, or
    :class:`CannotEdit`.
    """
    last = journal.newest(root, tidy=True)
    if last is None:
        raise NothingToUndo(problem(files.STATE, editing.NOTHING_TO_UNDO))
    place, entry = last
    _, now = files.read(root, entry.path)
    if now.sha256 != entry.after.sha256:
        fault = editing.CHANGED_SINCE_EDIT
        raise FileChanged(problem(entry.path, fault, read=entry.after.name, now=now.name))
    files.replace(root, entry.path, entry.before, now)
    journal.forget(place)
    changes = tuple(Change(field, new, old) for field, old, new in entry.changes)
    return Undone(
        kind=entry.kind,
        ref=entry.ref,
        path=entry.path,
        changes=changes,
        at=entry.at,
        reason=entry.reason,
    )


def must_be_seen(found: Found, seen: Version | None) -> None:
    """Raises :class:`FileChanged` when an entry's file is not what somebody looked at before."""
    now = found.source.version
    if seen is not None and seen.sha256 != now.sha256:
        fault, path = editing.CHANGED_MEANWHILE, found.source.path
        raise FileChanged(problem(path, fault, read=seen.name, now=now.name))


def _must_pass(root: Path, path: str, content: bytes) -> None:
    """Raises :class:`CheckRefused` when the folder would have a mistake that it has not now."""
    after = _mistakes(root, {path: content})
    if not after:
        return
    known = Counter(map(_told, _mistakes(root, {})))
    added = []
    for mistake in after:
        if known[_told(mistake)]:
            known[_told(mistake)] -= 1
        else:
            added.append(mistake)
    if added:
        raise CheckRefused(added)


def _mistakes(root: Path, instead: dict[str, bytes]) -> Sequence[Problem]:
    try:
        loading.load(root, instead)
    except WorkspaceError as error:
        return error.problems
    return ()


def _told(mistake: Problem) -> tuple[str, str, str]:
    """What makes two mistakes the same though lines have moved."""
    return mistake.path, mistake.key, mistake.code


def _holds_already(found: Found, step: Step) -> bool:
    """Whether a file says already what a step would make it say."""
    if isinstance(step, Add):
        return False
    node = find(found.must_be_sound(_inside(found, step.loc)), step.loc)
    return step.meant(None if node is None else to_python(node))


def _inside(found: Found, loc: Loc) -> Loc:
    return loc[len(found.base) :]


def _change(found: Found, text: str, step: Step) -> Change:
    """What a step did, seen in the file before and in the text after."""
    inside = _inside(found, step.loc)
    after = opened(found.source.path, text.encode("utf-8"), found.source.version)
    now = with_(found, source=after)
    if isinstance(step, Put):
        old = found.span(inside)
        written = old.text if isinstance(old, ScalarSpan) and (old.text or old.style) else None
        new = None if step.word == NULL else step.word.text
        return Change(key_path(inside), written, new, now.position(inside)[0])
    held = span_at(after.spans, step.loc)
    index = len(held.items) - 1 if isinstance(held, ListSpan) else 0
    loc = (*inside, index)
    return Change(key_path(loc), None, told(step.item), now.position(loc)[0])


def told(item: Fields | Word) -> str:
    """An added item in one line: ``on: 2023-06-20, due: 2023-12-31``."""
    if isinstance(item, Word):
        return quoted(item.text)
    return ", ".join(f"{key}: {word.text}" for key, word in item)
