"""A database that can be read, whatever state it was found in; what cannot be mended is told."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from briefing.calling import Call
from briefing.complaints import Complaint, out_of_date, rebuilt
from briefing.language import Language, Translator
from briefing.opening import Opened, open_workspace, sync
from briefing.problems import ProblemsError
from briefing.settings import Settings
from briefing.store.errors import DatabaseCorrupt, DatabaseForeign, StoreError
from briefing.store.header import leftover
from briefing.store.reading import Reader
from briefing.streams import narrate

Found = TypeVar("Found")


def complain(found: Complaint) -> int:
    """Tells what is wrong on stderr; the exit code."""
    narrate(*found.lines)
    return found.code


def prepared(opened: Opened, tr: Translator) -> Opened:
    """The workspace with a database that can be read: built on the first start.

    A damaged one is built anew from the folder, which is the truth. One that is only out of reach
    (locked, written by a newer or another program) is left alone: raises its ``StoreError``.
    """
    if leftover(opened.settings.database).exists():
        from briefing.store.writing import clean_up

        clean_up(opened.settings.database)
    if opened.built:
        return opened
    if opened.fault is not None and not opened.mendable:
        raise opened.fault
    _build(opened.settings, opened.fault, tr)
    return open_workspace(opened.settings.root)


def _build(settings: Settings, fault: StoreError | None, tr: Translator) -> None:
    """Builds the database with a progress bar; says so when it replaces a damaged one."""
    from briefing.progress_bar import progress_bar

    with progress_bar(tr.gettext("Đang dựng cơ sở dữ liệu"), sys.stderr) as progress:
        summary = sync(settings, progress=progress, mend=fault is not None)
    # Another process may have mended it while this one read the folder.
    if fault is not None and summary.built:
        narrate(*rebuilt(fault, summary.damaged, tr))


def answered(settings: Settings, ask: Callable[[Reader], Found], tr: Translator) -> Found:
    """What ``ask`` reads from the database, all of it as it was at one moment.

    Damage that shows only now is mended first.
    """
    try:
        return _asked(settings, ask)
    except DatabaseForeign:
        raise
    except DatabaseCorrupt as fault:
        _build(settings, fault, tr)
    return _asked(settings, ask)


def _asked(settings: Settings, ask: Callable[[Reader], Found]) -> Found:
    with Reader(settings.database) as reader, reader.one_moment():
        return ask(reader)


def brought_up_to_date(opened: Opened, tr: Translator) -> int:
    """Syncs a stale database; 0, or 1 when that failed and the last good data must do.

    Nothing is lost then: stderr names file, line and remedy, and the database is as it was.
    """
    if opened.fresh:
        return 0
    try:
        sync(opened.settings)
    except (ProblemsError, StoreError) as error:
        with Reader(opened.settings.database) as reader:
            synced_at = reader.meta("synced_at")
        return complain(out_of_date(error, synced_at, tr))
    return 0


def settings_for(call: Call, settings: Settings) -> Settings:
    """The settings with the language asked for, and for viewing only when that was asked for."""
    if call.language:
        settings = replace(settings, language=Language(call.language))
    return replace(settings, access="viewer") if call.viewer else settings
