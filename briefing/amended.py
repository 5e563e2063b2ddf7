"""Carrying an edit out and telling it: values on stdout, what follows from them on stderr."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.calling import Call
from briefing.cli_texts import deliver
from briefing.complaints import OURS, complaint
from briefing.domain.plain_text import visible
from briefing.language import Translator, translator
from briefing.opening import open_workspace
from briefing.preparing import complain, settings_for
from briefing.settings import here, locate
from briefing.streams import narrate

if TYPE_CHECKING:
    from briefing.workspace.editing import Change as OneChange
    from briefing.workspace.editing import Edited, Undone

MOST_TOLD = 10
"""Changes of a plan, and lights, that are told one by one."""

Change = Callable[[Path], Any]
"""A call of ``briefing.workspace.editing`` in the workspace's folder."""


def carried_out(change: Change, reason: Callable[[Any], str], call: Call, tr: Translator) -> int:
    """Carries an edit out and says what it did; the exit code.

    1 with the edit written: the database could not be brought up to date with it.
    """
    from briefing.amending import amend
    from briefing.planned import days_asked
    from briefing.workspace.editing import CheckRefused

    try:
        days = days_asked(call.as_of, call.known_on, date.today())
        opened = open_workspace(locate(call.workspace, os.environ, here()))
        settings = settings_for(call, opened.settings)
        tr = translator(settings.language)
        done = amend(settings, change, reason, days)
    except OURS as error:
        if isinstance(error, CheckRefused):
            narrate(tr.gettext("Không ghi vào tệp, vì sau khi sửa sẽ có lỗi:"))
        return complain(complaint(error, tr))
    did = done.did
    code = deliver("".join(_line(did, each, tr) + "\n" for each in did.changes), tr)
    if not did.changes:
        narrate(tr.gettext("Tệp đã ghi đúng như vậy; không có gì để sửa."))
    if done.fault is not None:
        narrate(tr.gettext("Đã ghi vào tệp, nhưng chưa cập nhật được cơ sở dữ liệu:"))
        return complain(complaint(done.fault, tr))
    if done.effects is not None:
        from briefing.show.changing import changes_lines

        narrate(*changes_lines(done.effects, tr, MOST_TOLD))
    return code


def _line(did: Edited | Undone, change: OneChange, tr: Translator) -> str:
    """``data/plans/x.yaml:14: nb-ct-hstt.goal: 45 → 85``."""
    nothing = tr.gettext("(trống)")
    where = f"{did.path}:{change.line}" if change.line else did.path
    old = nothing if change.old is None else change.old
    new = nothing if change.new is None else change.new
    return visible(f"{where}: {did.ref}.{change.field}: {old} → {new}")
