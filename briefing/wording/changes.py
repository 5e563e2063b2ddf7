"""Changes of plans, targets and tasks in words: names of fields, their values, kinds of change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from briefing import statuses
from briefing.domain.edits import CodeName
from briefing.domain.model import UnitKind
from briefing.domain.periods import DeadlineKind
from briefing.domain.plain_text import visible
from briefing.domain.plans import Level, Light, TaskState
from briefing.domain.revisions import ChangeKind, FieldChange
from briefing.formatting import MISSING, date_text, number
from briefing.language import N_, Translator
from briefing.wording.names import level, unit_kind

LONGEST_TEXT = 120
"""Characters of a text field that are repeated; the whole of it stands in JSON and in ``v_log``."""

FIELDS: Mapping[str, str] = {
    "applies_to": N_("áp dụng cho"),
    "baseline": N_("mức đầu kỳ"),
    "baseline_on": N_("ngày của mức đầu kỳ"),
    "changes": N_("điều chỉnh"),
    "coordinating": N_("phối hợp"),
    "difficulty": N_("vướng mắc"),
    "document": N_("văn bản"),
    "done_on": N_("ngày hoàn thành"),
    "done_units": N_("đơn vị đã hoàn thành"),
    "due": N_("hạn"),
    "due_from": N_("hạn từ ngày"),
    "due_kind": N_("loại hạn"),
    "due_written": N_("hạn như văn bản viết"),
    "due_written_en": N_("hạn như văn bản viết (tiếng Anh)"),
    "extensions": N_("gia hạn"),
    "given_to": N_("giao cho"),
    "given_to_en": N_("giao cho (tiếng Anh)"),
    "goal": N_("mức đề ra"),
    "goal_high": N_("mức trên"),
    "goal_op": N_("cách so mức"),
    "goal_printed": N_("mức có in ra"),
    "goal_words": N_("mức bằng lời"),
    "goal_words_en": N_("mức bằng lời (tiếng Anh)"),
    "indicator": N_("chỉ số"),
    "known_on": N_("ngày được biết"),
    "lead": N_("chủ trì"),
    "level": N_("tính chất"),
    "light": N_("đèn chỉ định"),
    "light_by": N_("người chỉ định đèn"),
    "light_on": N_("ngày chỉ định đèn"),
    "light_reason": N_("lý do chỉ định đèn"),
    "milestones": N_("các mốc"),
    "note": N_("ghi chú"),
    "note_en": N_("ghi chú (tiếng Anh)"),
    "output": N_("sản phẩm"),
    "output_en": N_("sản phẩm (tiếng Anh)"),
    "paragraphs": N_("đoạn của nguồn"),
    "pillar": N_("trụ cột"),
    "plan": N_("kế hoạch"),
    "source": N_("nguồn"),
    "state": N_("tình trạng"),
    "targets": N_("phục vụ chỉ tiêu"),
    "title": N_("tên"),
    "title_en": N_("tên tiếng Anh"),
    "unit": N_("đơn vị"),
    "units": N_("đơn vị được giao"),
    "waiting_on": N_("đang chờ"),
    "weight": N_("trọng số"),
}
"""Every field of a plan, a target or a task that the edit log names."""

STATES: Mapping[TaskState, str] = {
    TaskState.OPEN: N_("đang mở"),
    TaskState.AWAITING: N_("chờ xác nhận"),
    TaskState.DONE: N_("hoàn thành"),
    TaskState.PAUSED: N_("tạm dừng"),
    TaskState.CANCELLED: N_("hủy"),
}

DEADLINE_KINDS: Mapping[DeadlineKind, str] = {
    DeadlineKind.DATE: N_("một ngày"),
    DeadlineKind.PERIOD: N_("một kỳ"),
    DeadlineKind.RECURRING: N_("thường xuyên"),
    DeadlineKind.OPEN_ENDED: N_("không có điểm cuối"),
}

KINDS: Mapping[str, str] = {
    "plan": N_("kế hoạch"),
    "target": N_("chỉ tiêu"),
    "task": N_("nhiệm vụ"),
    "observation": N_("số liệu"),
    "indicator": N_("chỉ số"),
    "unit": N_("đơn vị"),
    "pillar": N_("trụ cột"),
    "source": N_("nguồn"),
    "document": N_("văn bản"),
    "holiday": N_("ngày nghỉ"),
    "system": N_("hệ thống"),
    "difficulty": N_("khó khăn"),
    "framework": N_("bộ chỉ số"),
    "assessment": N_("điểm đánh giá"),
}

MADE: Mapping[ChangeKind, str] = {
    ChangeKind.ADDED: N_("thêm"),
    ChangeKind.CHANGED: N_("có thay đổi"),
    ChangeKind.CLOSED: N_("đóng"),
    ChangeKind.RETURNED: N_("mở lại"),
}

COUNTED: Mapping[ChangeKind, str] = {
    ChangeKind.ADDED: N_("{count} thêm"),
    ChangeKind.CHANGED: N_("{count} sửa"),
    ChangeKind.CLOSED: N_("{count} đóng"),
    ChangeKind.RETURNED: N_("{count} mở lại"),
}

_DAYS = frozenset({"due", "due_from", "baseline_on", "known_on", "done_on", "light_on"})
_NUMBERS = frozenset({"goal", "goal_high", "baseline", "weight"})
_BETWEEN = "; "
"""Stands between the codes of a list that is kept as text."""
_LISTS = frozenset({"milestones", "changes", "extensions", "targets"})


def field_name(field: str, tr: Translator) -> str:
    """A field as people call it; one that nobody named is told as it is written."""
    return tr.gettext(FIELDS[field]) if field in FIELDS else field


def kind_name(kind: str, tr: Translator) -> str:
    """A kind of fact: "chỉ tiêu", "nhiệm vụ"."""
    return tr.gettext(KINDS[kind]) if kind in KINDS else kind


def made(change: ChangeKind, tr: Translator) -> str:
    """What becomes of a fact: "thêm", "có thay đổi", "đóng", "mở lại"."""
    return tr.gettext(MADE[change])


def counted(change: ChangeKind, count: int, tr: Translator) -> str:
    """How many facts that becomes of: "2 sửa"."""
    return tr.gettext(COUNTED[change]).format(count=number(count, tr))


def field_change(change: FieldChange, tr: Translator) -> str:
    """ "mức đề ra: 80 → 85"; a blank side is "—". Lists hold arrows of their own."""
    old, new = (
        field_value(change.field, side, tr, change.names) for side in (change.old, change.new)
    )
    if change.field in _LISTS:
        return tr.gettext("{field}: {new} (trước đó: {old})").format(
            field=field_name(change.field, tr), new=new, old=old
        )
    return f"{field_name(change.field, tr)}: {old} → {new}"


def field_value(
    field: str, text: str | None, tr: Translator, names: Iterable[CodeName] = ()
) -> str:
    """A value of the edit log as people write it; what cannot be read is told as it stands.

    Codes stand behind what they name, where ``names`` tell: "Thể chế số (the_che_so)".
    """
    if text in (None, "", "[]"):
        return MISSING
    try:
        named = {one.code: tr.pick(one.name, one.name_en) for one in names}
        return _read(field, str(text), tr, named)
    except (ValueError, KeyError, TypeError):  # written by another version
        return _short(str(text))


def _read(field: str, text: str, tr: Translator, named: Mapping[str, str]) -> str:
    if field in _DAYS:
        return date_text(date.fromisoformat(text), tr)
    if field in _NUMBERS:
        return number(float(text), tr)
    match field:
        case "level":
            return level(Level(text), tr)
        case "applies_to":
            return unit_kind(UnitKind(text), tr)
        case "state":
            return tr.gettext(STATES[TaskState(text)])
        case "due_kind":
            return tr.gettext(DEADLINE_KINDS[DeadlineKind(text)])
        case "light":
            return statuses.word(Light(text), tr)
        case "goal_printed":
            return tr.gettext("có") if text == "1" else tr.gettext("không")
        case _ if field in _LISTS:
            return "; ".join(_item(field, item, tr, named) for item in json.loads(text))
        case _ if named:
            return _short(_BETWEEN.join(_named(code, named) for code in text.split(_BETWEEN)))
        case _:
            return _short(text)


def _item(field: str, item: Mapping[str, Any], tr: Translator, named: Mapping[str, str]) -> str:
    match field:
        case "milestones":
            day, value = date.fromisoformat(item["due"]), number(item["value"], tr)
            return tr.gettext("{value} đến {day}").format(value=value, day=date_text(day, tr))
        case "changes":
            return tr.gettext("{before} → {after} từ {day} ({document})").format(
                before=number(item["before"], tr),
                after=number(item["after"], tr),
                day=date_text(date.fromisoformat(item["changed_on"]), tr),
                document=visible(named.get(item["document"], item["document"])),
            )
        case "extensions":
            return tr.gettext("đến {due} ({by}, {on})").format(
                due=date_text(date.fromisoformat(item["due"]), tr),
                by=visible(item["by"]),
                on=date_text(date.fromisoformat(item["granted_on"]), tr),
            )
        case _:
            return visible(_named(item["target"], named))


def _named(code: str, named: Mapping[str, str]) -> str:
    return f"{named[code]} ({code})" if code in named else code


def _short(text: str) -> str:
    return visible(text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…")
