"""What is worked out from the facts when they are written, so that reading need not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from briefing.domain.lookup import HitKind
from briefing.domain.model import Unit, UnitKey, UnitKind
from briefing.domain.plans import Plan, Target, Task
from briefing.domain.spelling import fold, sort_key
from briefing.store.errors import UnreadableError
from briefing.store.facts import Facts
from briefing.store.records import Numbers
from briefing.store.unit_lists import by_name

SEARCHED = frozenset(
    {"unit", "indicator", "source", "document", "plan", "target", "task", "framework"}
)
"""Kinds of facts whose change makes the search entries stale."""

_GENERIC = (
    "tinh ",
    "thanh pho ",
    "thi xa ",
    "huyen ",
    "quan ",
    "xa ",
    "phuong ",
    "thi tran ",
    "dac khu ",
)

_WITH_SOMETHING = """
SELECT u.id, u.kind, u.name, u.code, coalesce(u.valid_from, '') FROM unit AS u
WHERE EXISTS (SELECT 1 FROM newest AS n CROSS JOIN indicator AS i ON i.id = n.indicator
    WHERE n.unit = u.id AND i.external = 0)
  OR EXISTS (SELECT 1 FROM plan AS l WHERE l.unit = u.id AND l.closed_on IS NULL)
  OR EXISTS (SELECT 1 FROM target AS t WHERE t.unit = u.id AND t.closed_on IS NULL)
  OR EXISTS (SELECT 1 FROM task AS k WHERE k.unit = u.id AND k.closed_on IS NULL)
"""


class _Entry(NamedTuple):
    kind: HitKind
    ref: str
    unit: int | None
    title: str
    title_en: str
    detail: str
    also: tuple[str, ...]
    """More words that find it, beside title and detail."""
    called: str = ""
    """What it is called when that is less than the title: "Ninh Bình", not "Tỉnh Ninh Bình"."""


def write_unit_lookups(
    connection: sqlite3.Connection, units: Iterable[Unit], numbers: Numbers
) -> None:
    """Write each unit's province, its place by name, and the folded names by which it is found."""
    known = {unit.key: unit for unit in units}
    provinces = []
    names = []
    for place, unit in enumerate(sorted(known.values(), key=by_name), 1):
        number = numbers.of_unit(unit.key)
        above: Unit | None = unit
        for _ in UnitKind:
            if above is None or above.kind is UnitKind.PROVINCE:
                break
            above = known.get(above.parent) if above.parent is not None else None
        is_province = above is not None and above.kind is UnitKind.PROVINCE
        province = numbers.of_unit(above.key) if above and is_province else None
        provinces.append((province, place, number))
        names += [(name, number) for name in unit_names(unit)]
    connection.executemany("UPDATE unit SET province = ?, place = ? WHERE id = ?", provinces)
    connection.execute("DELETE FROM unit_name")
    connection.executemany("INSERT INTO unit_name (folded, unit) VALUES (?, ?)", names)


def unit_names(unit: Unit) -> frozenset[str]:
    """Every folded name of ``unit``: with and without "tỉnh", both languages, its slug."""
    spoken = (unit.name, unit.full_name, unit.name_en, unit.full_name_en, unit.short)
    names = {fold(name) for name in spoken} | {unit.slug, unit.slug.replace("-", " ")}
    for name in tuple(names):
        for generic in _GENERIC:
            if name.startswith(generic):
                names.add(name.removeprefix(generic))
    return frozenset(names - {""})


def write_focus_units(connection: sqlite3.Connection) -> None:
    """Write which units have figures, plans, targets or tasks, in the order they are listed in.

    What others assess of every province makes none of them a unit to report on: it is found by its
    name. By kind, then in Vietnamese order of their names; call it when all else is written.
    """
    kinds = {kind.value: place for place, kind in enumerate(UnitKind)}
    found = connection.execute(_WITH_SOMETHING).fetchall()
    strange = {unit[1] for unit in found} - kinds.keys()
    if strange:
        raise UnreadableError(f"unit: {strange!r}")
    found.sort(key=lambda unit: (kinds[unit[1]], sort_key(unit[2]), *unit[3:]))
    connection.execute("DELETE FROM focus_unit")
    connection.executemany(
        "INSERT INTO focus_unit (place, unit) VALUES (?, ?)",
        ((place, unit[0]) for place, unit in enumerate(found, 1)),
    )


def write_search_entries(connection: sqlite3.Connection, facts: Facts, numbers: Numbers) -> None:
    """Write what a search looks through: units, indicators, targets, tasks, documents, sources."""
    connection.execute("DELETE FROM search_entry")
    connection.executemany(
        "INSERT INTO search_entry"
        " (kind, ref, rank, unit, title, title_en, detail, folded_title, folded)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                entry.kind.value,
                entry.ref,
                rank,
                entry.unit,
                entry.title,
                entry.title_en,
                entry.detail,
                fold(entry.called or entry.title),
                fold(" ".join((entry.title, entry.title_en, entry.detail, *entry.also))),
            )
            for rank, entry in enumerate(_entries(facts, numbers))
        ),
    )


def _entries(facts: Facts, numbers: Numbers) -> Iterator[_Entry]:
    """Entries in the order in which equal matches are listed.

    Units first, from the country down; the thousands of communes last, so that they do not stand
    before what else has a word of theirs.
    """
    order = list(UnitKind)
    by_key = {unit.key: unit for unit in facts.units}
    units = sorted(facts.units, key=lambda unit: order.index(unit.kind))
    for unit in units:
        if unit.kind is not UnitKind.COMMUNE:
            yield _unit_entry(unit, by_key, numbers)
    for indicator in facts.indicators:
        also = (indicator.short, indicator.short_en, indicator.id)
        yield _Entry(
            HitKind.INDICATOR, indicator.id, None, indicator.name, indicator.name_en, "", also
        )
    yield from _plan_entries(facts, by_key, numbers)
    for document in facts.documents:
        yield _Entry(
            HitKind.DOCUMENT,
            document.id,
            None,
            document.subject or document.number,
            document.subject_en,
            document.number,
            (document.type, document.issuer, document.issuer_en, document.id),
        )
    for source in facts.sources:
        yield _Entry(
            HitKind.SOURCE,
            source.id,
            None,
            source.title,
            source.title_en,
            source.publisher,
            (str(source.date.year), source.id),
        )
    for framework in facts.frameworks:
        yield _Entry(
            HitKind.FRAMEWORK,
            framework.id,
            None,
            framework.name,
            framework.name_en,
            framework.short,
            (framework.short_en, framework.id),
        )
    for unit in units:
        if unit.kind is UnitKind.COMMUNE:
            yield _unit_entry(unit, by_key, numbers)


def _unit_entry(unit: Unit, by_key: Mapping[UnitKey, Unit], numbers: Numbers) -> _Entry:
    parent = by_key.get(unit.parent) if unit.parent is not None else None
    return _Entry(
        HitKind.UNIT,
        str(unit.key),
        numbers.of_unit(unit.key),
        unit.full_name,
        unit.full_name_en or unit.name_en,
        parent.full_name if parent is not None else unit.region,
        (
            unit.name,
            unit.name_en,
            unit.short,
            unit.short_en,
            unit.code,
            unit.slug.replace("-", " "),
        ),
        called=unit.name,
    )


def _plan_entries(
    facts: Facts, by_key: Mapping[UnitKey, Unit], numbers: Numbers
) -> Iterator[_Entry]:
    by_code = {unit.code: unit for unit in facts.units}
    documents = {document.id: document.number for document in facts.documents}

    def entry(kind: HitKind, plan: Plan, fact: Target | Task) -> _Entry:
        unit = by_key.get(fact.unit)
        lead = by_code.get(fact.lead or "")
        named = [name for who in (unit, lead) if who for name in (who.name, who.short)]
        return _Entry(
            kind,
            fact.id,
            numbers.of_unit(fact.unit),
            fact.title,
            fact.title_en,
            documents.get(plan.document or "", plan.title),
            (*named, fact.id),
        )

    for plan in facts.plans:
        for target in plan.targets:
            yield entry(HitKind.TARGET, plan, target)
    for plan in facts.plans:
        for task in plan.tasks:
            yield entry(HitKind.TASK, plan, task)
