"""What is needed to undo edits: the bytes that each one replaced, newest first.

It lies in ``.briefing/undo/`` of the workspace, one file an edit: a line of JSON, then the bytes.
An entry is written before the edit it belongs to, so that a kill in between leaves one that undoes
nothing; such an entry is known by its file and taken away.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from briefing.domain.value import value
from briefing.workspace.editing.files import STATE, Version, state_folder
from briefing.workspace.editing.refusals import CannotEdit, problem
from briefing.workspace.faults import editing
from briefing.workspace.fingerprint import sha256

FOLDER = "undo"
_SLACK = timedelta(minutes=1)
"""How long before a sync an edit may have been begun that it did not see."""
MOST = 200
"""Edits that can be undone; older ones are for git."""


@value(kw_only=True)
class Entry:
    """One edit: of which file and entry, what it changed, and what it left.

    ``changes`` are field, old and new value as texts, ``at`` local time as ISO text, ``before`` the
    bytes that it replaced and ``after`` the SHA-256 of those it wrote.
    """

    path: str
    ref: str
    changes: tuple[tuple[str, str | None, str | None], ...]
    reason: str
    at: str
    before: bytes
    before_sha256: str
    after: Version
    kind: str = ""


def remember(root: Path, entry: Entry) -> Path:
    """Keeps what undoes an edit; the file that holds it. Raises :class:`CannotEdit`."""
    kept = {
        "path": entry.path,
        "kind": entry.kind,
        "ref": entry.ref,
        "changes": entry.changes,
        "reason": entry.reason,
        "at": entry.at,
        "before": entry.before_sha256,
        "after": entry.after.sha256,
        "after_mtime_ns": entry.after.mtime_ns,
    }
    try:
        folder = state_folder(root) / FOLDER
        folder.mkdir(exist_ok=True)
        there = _files(root)
        number = int(there[-1].name) + 1 if there else 1
        place = folder / f"{number:08d}"
        unfinished = folder / f"{number:08d}.tmp"
        with open(unfinished, "wb") as file:
            file.write(json.dumps(kept, ensure_ascii=False).encode("utf-8") + b"\n" + entry.before)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, place)
        for old in there[: len(there) + 1 - MOST]:
            old.unlink(missing_ok=True)
    except OSError as error:
        raise CannotEdit(problem(STATE, editing.READ_ONLY, number=error.errno or 0)) from None
    return place


class _Told(NamedTuple):
    """Of an edit: which entry of which file, why, when, and the file's digests around it."""

    path: str
    fact: tuple[str, str]
    reason: str
    at: str
    before: str
    after: str


def reasons(root: Path, held: Mapping[str, str], since: datetime) -> dict[tuple[str, str], str]:
    """Why entries were edited that a database does not hold yet, by kind and id.

    ``held`` are the SHA-256 of the files that it holds, ``since`` local time without a zone, when
    it was brought up to date. Whoever brings it up to date next tells them: often not the one who
    made the edit.
    """
    first = (since - _SLACK).isoformat(timespec="seconds")
    edits: dict[str, list[_Told]] = {}
    for place in reversed(_files(root)):
        edit = _told(place)
        if edit is not None and edit.at < first:
            break
        if edit is not None:
            edits.setdefault(edit.path, []).insert(0, edit)
    return {
        edit.fact: edit.reason
        for path, of_file in edits.items()
        for edit in _pending(of_file, held.get(path, ""), since.isoformat(timespec="seconds"))
        if edit.reason
    }


def _pending(edits: list[_Told], held: str, since: str) -> list[_Told]:
    """Those of a file's edits that came after what a database holds of it."""
    for index in range(len(edits) - 1, -1, -1):
        if edits[index].after == held:
            return edits[index + 1 :]
        if edits[index].before == held:
            return edits[index:]
    return [edit for edit in edits if edit.at > since]


def _told(place: Path) -> _Told | None:
    """The line at the head of an entry; ``None`` for one that is damaged."""
    try:
        with open(place, "rb") as file:
            kept = json.loads(file.readline())
        return _Told(
            str(kept["path"]),
            (str(kept["kind"]), str(kept["ref"])),
            *(str(kept[key]) for key in ("reason", "at", "before", "after")),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def newest(root: Path, *, tidy: bool = False) -> tuple[Path, Entry] | None:
    """The last edit that is not undone, and the file that remembers it.

    Entries of edits that were never written, being interrupted, are passed over; ``tidy`` takes
    them away, which only whoever holds the lock may do: another edit may be about to be written.
    Raises :class:`CannotEdit` for an entry that is damaged.
    """
    for place in reversed(_files(root)):
        entry = _read(place)
        if _digest(root / entry.path) != entry.before_sha256:
            return place, entry
        if tidy:
            forget(place)
    return None


def forget(place: Path) -> None:
    """Takes an entry away: it has been undone, or its edit was never written."""
    with contextlib.suppress(OSError):  # it is told apart by its file the next time
        place.unlink()


def _files(root: Path) -> list[Path]:
    try:
        return sorted(place for place in (root / STATE / FOLDER).iterdir() if place.name.isdigit())
    except OSError:
        return []


def _digest(place: Path) -> str:
    try:
        return sha256(place.read_bytes())
    except OSError:
        return ""


def _read(place: Path) -> Entry:
    shown = f"{STATE}/{FOLDER}/{place.name}"
    try:
        line, _, before = place.read_bytes().partition(b"\n")
        kept = json.loads(line)
        entry = Entry(
            path=str(kept["path"]),
            kind=str(kept.get("kind", "")),
            ref=str(kept["ref"]),
            changes=tuple((field, old, new) for field, old, new in kept["changes"]),
            reason=str(kept["reason"]),
            at=str(kept["at"]),
            before=before,
            before_sha256=str(kept["before"]),
            after=Version(str(kept["after"]), int(kept["after_mtime_ns"])),
        )
    except (OSError, ValueError, KeyError, TypeError):
        raise CannotEdit(problem(shown, editing.BAD_JOURNAL)) from None
    if sha256(before) != entry.before_sha256 or not _is_inside(entry.path):
        raise CannotEdit(problem(shown, editing.BAD_JOURNAL))
    return entry


def _is_inside(path: str) -> bool:
    """Whether a remembered path leads to the workspace's data and nowhere else."""
    return path.startswith("data/") and ".." not in Path(path).parts
