"""What a sync changes, as lines of text and as records: of ``plan`` and of ``sync``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing import statuses
from briefing.domain.edits import READ_FROM_OTHERS
from briefing.domain.plain_text import visible
from briefing.domain.revisions import (
    ChangeKind,
    FactChange,
    FolderChanges,
    LightChange,
    LightStatus,
    PlanChanges,
    lights_by_change,
)
from briefing.formatting import date_text, number
from briefing.language import Translator
from briefing.show.records import record
from briefing.wording.changes import counted, field_change, kind_name, made
from briefing.wording.names import unit_name

SIGNS = {
    ChangeKind.ADDED: "+",
    ChangeKind.CHANGED: "~",
    ChangeKind.CLOSED: "-",
    ChangeKind.RETURNED: "+",
}


def changes_lines(changes: FolderChanges, tr: Translator, most: int | None = None) -> list[str]:
    """The changes by plan, then of other data, then the lights that change.

    Of each plan and of the lights at most ``most`` are told one by one. Of a database that is not
    there yet each plan is told in numbers only: everything in it is new.
    """
    if not changes.anything:
        return [tr.gettext("Không có gì thay đổi.")]
    lines: list[str] = []
    for plan in changes.plans:
        lines += _plan_lines(plan, tr, 0 if changes.first else most)
    if changes.others:
        told = "; ".join(
            f"{kind_name(other.kind, tr)}: {_counts(other.added, other.changed, other.removed, tr)}"
            for other in changes.others
        )
        lines.append(tr.gettext("Dữ liệu khác: {told}").format(told=told))
    lines += _light_lines(changes.lights, tr, most)
    lines.append(_total(changes, tr))
    return lines


def _plan_lines(plan: PlanChanges, tr: Translator, most: int | None) -> Iterator[str]:
    own = plan.own
    named = f"{visible(plan.document)} · {plan.id}" if plan.document else plan.id
    head = f"{named}: {visible(tr.pick(plan.title, plan.title_en))}"
    facts = [*plan.targets, *plan.tasks]
    if own is None or own.change is ChangeKind.CHANGED:
        counts = [
            f"{kind_name(kind, tr)}: {_kinds(found, tr)}"
            for kind, found in (("target", plan.targets), ("task", plan.tasks))
            if found
        ]
        yield " – ".join((head, "; ".join(counts))) if counts else head
        facts = [*([] if own is None else [own]), *facts]
    else:
        held = ", ".join((_targets(len(plan.targets), tr), _tasks(len(plan.tasks), tr)))
        yield f"{SIGNS[own.change]} {head} ({made(own.change, tr)}: {held})"
    for fact in facts if most is None else facts[:most]:
        yield from _fact_lines(fact, tr)
    if most and len(facts) > most:
        yield _more(len(facts) - most, tr)


def _targets(count: int, tr: Translator) -> str:
    text = tr.ngettext("{count} chỉ tiêu", "{count} chỉ tiêu", count)
    return text.format(count=number(count, tr))


def _tasks(count: int, tr: Translator) -> str:
    text = tr.ngettext("{count} nhiệm vụ", "{count} nhiệm vụ", count)
    return text.format(count=number(count, tr))


def _more(count: int, tr: Translator) -> str:
    text = tr.ngettext("… và {count} mục khác", "… và {count} mục khác", count)
    return "    " + text.format(count=number(count, tr))


def _fact_lines(fact: FactChange, tr: Translator) -> Iterator[str]:
    title = visible(tr.pick(fact.title, fact.title_en))
    what = f"{SIGNS[fact.change]} {kind_name(fact.kind, tr)} {fact.id}: {title}"
    if fact.change is not ChangeKind.CHANGED:
        what += f" ({made(fact.change, tr)})"
    yield f"  {what}"
    for change in fact.fields:
        if change.field not in READ_FROM_OTHERS:
            yield f"      {field_change(change, tr)}"
    if fact.why:
        yield "      " + tr.gettext("lý do: {why}").format(why=visible(fact.why))


def _light_lines(lights: Iterable[LightChange], tr: Translator, most: int | None) -> Iterator[str]:
    turned = [light for light in lights if light.before is not None and light.after is not None]
    lit = [light for light in lights if light.before is None]
    out = [light for light in lights if light.after is None]
    if turned:
        heading = tr.ngettext("{count} đèn đổi: {told}", "{count} đèn đổi: {told}", len(turned))
        told = ", ".join(
            f"{number(count, tr)} {_word(before, tr)} → {_word(after, tr)}"
            for (before, after), count in lights_by_change(turned).items()
        )
        yield heading.format(count=number(len(turned), tr), told=told)
    yield from _one_by_one(turned, tr, most)
    for found, heading in (
        (lit, tr.ngettext("{count} đèn mới: {told}", "{count} đèn mới: {told}", len(lit))),
        (out, tr.ngettext("{count} đèn tắt: {told}", "{count} đèn tắt: {told}", len(out))),
    ):
        if found:
            told = ", ".join(
                f"{number(count, tr)} {_word(before or after, tr)}"
                for (before, after), count in lights_by_change(found).items()
            )
            yield heading.format(count=number(len(found), tr), told=told)


def _one_by_one(turned: list[LightChange], tr: Translator, most: int | None) -> Iterator[str]:
    for light in turned if most is None else turned[:most]:
        title = visible(tr.pick(light.title, light.title_en))
        where = _where(light, tr)
        yield f"  {_label(light.before, tr)} → {_label(light.after, tr)}  {title} ({where})"
    if most is not None and len(turned) > most:
        yield _more(len(turned) - most, tr)


def _where(light: LightChange, tr: Translator) -> str:
    """Whose light it is and on which day it is judged; on two where the day in force moves."""
    name, day = visible(unit_name(light.unit, tr)), date_text(light.day, tr)
    if light.day == light.day_before:
        return tr.gettext("{unit}, tại {day}").format(unit=name, day=day)
    return tr.gettext("{unit}, ngày xem từ {before} sang {day}").format(
        unit=name, before=date_text(light.day_before, tr), day=day
    )


def _total(changes: FolderChanges, tr: Translator) -> str:
    targets = [fact for plan in changes.plans for fact in plan.targets]
    tasks = [fact for plan in changes.plans for fact in plan.tasks]
    turned = [light for light in changes.lights if light.before and light.after]
    return tr.gettext("Tổng: chỉ tiêu {targets}; nhiệm vụ {tasks}; {lights} đèn đổi.").format(
        targets=_kinds(targets, tr), tasks=_kinds(tasks, tr), lights=number(len(turned), tr)
    )


def _kinds(facts: Iterable[FactChange], tr: Translator) -> str:
    """ "1 thêm, 2 sửa, 1 đóng"."""
    counts = dict.fromkeys(ChangeKind, 0)
    for fact in facts:
        counts[fact.change] += 1
    told = [counted(kind, count, tr) for kind, count in counts.items() if count]
    return ", ".join(told) or tr.gettext("không đổi")


def _counts(added: int, changed: int, removed: int, tr: Translator) -> str:
    told = (
        (added, tr.gettext("{count} thêm")),
        (changed, tr.gettext("{count} sửa")),
        (removed, tr.gettext("{count} bỏ")),
    )
    return ", ".join(text.format(count=number(count, tr)) for count, text in told if count)


def _word(status: LightStatus | None, tr: Translator) -> str:
    return "" if status is None else statuses.word(status, tr)


def _label(status: LightStatus | None, tr: Translator) -> str:
    return "" if status is None else statuses.label(status, tr)


def changes_record(changes: FolderChanges) -> dict[str, object]:
    """The changes for a program: every field whole, ids and statuses as they are stored."""
    return {
        "first": changes.first,
        "plans": [_plan_record(plan) for plan in changes.plans],
        "others": [
            record(
                {
                    "kind": other.kind,
                    "added": other.added,
                    "changed": other.changed,
                    "removed": other.removed,
                }
            )
            for other in changes.others
        ],
        "lights": [
            record(
                {
                    "unit": str(light.unit.key),
                    "unit_name": light.unit.name,
                    "kind": light.kind,
                    "id": light.id,
                    "title": light.title,
                    "title_en": light.title_en,
                    "before": light.before,
                    "after": light.after,
                    "as_of_before": light.day_before,
                    "as_of": light.day,
                }
            )
            for light in changes.lights
        ],
    }


def _plan_record(plan: PlanChanges) -> dict[str, object]:
    own = None if plan.own is None else _fact_record(plan.own)
    found = record(
        {
            "plan": plan.id,
            "title": plan.title,
            "title_en": plan.title_en,
            "document": plan.document or None,
        }
    )
    return {
        **found,
        "change": None if own is None else own["change"],
        "fields": [] if own is None else own["fields"],
        "why": None if own is None else own["why"],
        "targets": [_fact_record(fact) for fact in plan.targets],
        "tasks": [_fact_record(fact) for fact in plan.tasks],
    }


def _fact_record(fact: FactChange) -> dict[str, object]:
    found = record(
        {
            "id": fact.id,
            "title": fact.title,
            "title_en": fact.title_en,
            "change": fact.change,
            "why": fact.why or None,
        }
    )
    return {
        **found,
        "fields": [
            record({"field": change.field, "old": change.old, "new": change.new})
            for change in fact.fields
        ],
    }
