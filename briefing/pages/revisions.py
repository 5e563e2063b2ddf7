"""How a target or a task came to say what it says: official changes, and the edit log."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date

from briefing import formatting, wording
from briefing.domain.edits import READ_FROM_OTHERS, WHOLE, Edit
from briefing.domain.model import Document, Indicator
from briefing.domain.plans import GoalChange, Target
from briefing.domain.revisions import FieldChange
from briefing.language import Translator
from briefing.pages.blocks import Block, Column, Row, Table
from briefing.pages.line import Link, LinkKind, Role, spans
from briefing.wording.changes import field_change
from briefing.wording.moments import moment

MOST_EDITS = 12
"""Edits that are shown, the newest; all of them stand in ``v_log``."""


def target_history(
    targets: Iterable[Target],
    edits: Iterable[Edit],
    indicator: Indicator | None,
    documents: Mapping[str, Document],
    tr: Translator,
) -> list[Block]:
    """The official changes of these targets' goals, which of them are closed, and their edits.

    Each is named where there are several. ``edits`` are oldest first.
    """
    known = list(targets)
    titles = {target.id: tr.pick(target.title, target.title_en) for target in known}
    named = len(known) > 1
    events: list[tuple[date, Row]] = []
    for target in known:
        title = titles[target.id] if named else ""
        events += [
            (change.on, _change_row(change, title, indicator, documents, tr))
            for change in target.changes
        ]
        if target.closed_on is not None:
            events.append((target.closed_on, _closed_row(target, titles[target.id], tr)))
    blocks: list[Block] = []
    if events:
        events.sort(key=lambda event: event[0], reverse=True)
        blocks.append(
            Table(
                heading=tr.gettext("Điều chỉnh chỉ tiêu"),
                aside=tr.gettext("xem tại ngày trước đó thì thấy mức cũ"),
                columns=(
                    Column(),
                    Column(flex=True, least=24, wrap=4),
                    Column(flex=True, least=20, wrap=3, priority=1),
                ),
                rows=tuple(row for _, row in events),
            )
        )
    return [*blocks, *edits_table(edits, titles if named else {}, tr)]


def _change_row(
    change: GoalChange,
    title: str,
    indicator: Indicator | None,
    documents: Mapping[str, Document],
    tr: Translator,
) -> Row:
    before, after = (_amount(goal, indicator, tr) for goal in (change.before, change.after))
    document = documents.get(change.document)
    said = tr.gettext("mức đề ra: {before} → {after}").format(before=before, after=after)
    return Row(
        cells=(
            spans((formatting.date_text(change.on, tr), Role.MUTED)),
            spans(*((f"{title}: ",) if title else ()), (said, Role.STRONG)),
            spans(wording.document_title(document, tr) if document else change.document),
        ),
        link=Link(LinkKind.DOCUMENT, change.document),
    )


def _closed_row(target: Target, title: str, tr: Translator) -> Row:
    assert target.closed_on is not None
    return Row(
        cells=(
            spans((formatting.date_text(target.closed_on, tr), Role.MUTED)),
            spans(
                f"{title}: ",
                (tr.gettext("đóng, không còn trong kế hoạch"), Role.WARNING),
            ),
            (),
        )
    )


def _amount(goal: float, indicator: Indicator | None, tr: Translator) -> str:
    if indicator is None:
        return formatting.number(goal, tr)
    return formatting.amount_short(goal, indicator, tr)


def edits_table(edits: Iterable[Edit], titles: Mapping[str, str], tr: Translator) -> list[Block]:
    """Who edited what, when and why, the newest first; nothing where nobody edited anything.

    ``titles`` name the facts, by id, where they are several.
    """
    newest = [edit for edit in edits if edit.field not in READ_FROM_OTHERS][::-1]
    if not newest:
        return []
    left = len(newest) - MOST_EDITS
    aside = ""
    if left > 0:
        aside = tr.ngettext(
            "{count} lần cũ hơn xem ở v_log", "{count} lần cũ hơn xem ở v_log", left
        ).format(count=formatting.number(left, tr))
    return [
        Table(
            heading=tr.gettext("Sửa đổi trong dữ liệu"),
            aside=aside,
            columns=(
                Column(),
                Column(flex=True, least=24, comfort=36, wrap=6),
                Column(most=22),
                Column(flex=True, least=14, wrap=4, priority=1),
            ),
            rows=tuple(_edit_row(edit, titles, tr) for edit in newest[:MOST_EDITS]),
        )
    ]


def _edit_row(edit: Edit, titles: Mapping[str, str], tr: Translator) -> Row:
    title = titles.get(edit.ref, "")
    return Row(
        cells=(
            spans((moment(edit.at, tr), Role.MUTED)),
            spans(*((f"{title}: ",) if title else ()), edit_text(edit, tr)),
            spans((edit.by, Role.MUTED)),
            spans(edit.why or ""),
        )
    )


def edit_text(edit: Edit, tr: Translator) -> str:
    """What was edited: "mức đề ra: 80 → 85"; of a whole fact that it was added or closed."""
    if edit.field != WHOLE:
        return field_change(FieldChange(edit.field, edit.old, edit.new, edit.names), tr)
    if edit.new is not None:
        return tr.gettext("thêm vào kế hoạch")
    closed_on = _closed_on(edit.old)
    if closed_on is None:
        return tr.gettext("bỏ khỏi kế hoạch")
    return tr.gettext("bỏ khỏi kế hoạch, đóng từ {day}").format(
        day=formatting.date_text(closed_on, tr)
    )


def _closed_on(old: str | None) -> date | None:
    try:
        return date.fromisoformat(json.loads(old or "")["closed_on"])
    except (ValueError, KeyError, TypeError):  # written before anything was closed
        return None
