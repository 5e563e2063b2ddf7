"""``data/units/`` as units with parents and successors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from briefing.domain.model import Unit, UnitKey, UnitKind
from briefing.problems import quoted
from briefing.workspace.assembly.desk import report_unit
from briefing.workspace.directory import UnitDirectory, overlap, validity
from briefing.workspace.faults import meaning
from briefing.workspace.ledger import Ledger
from briefing.workspace.models.units import OrganisationEntry, UnitRow
from briefing.workspace.records import Place, Record

_Found = tuple[Unit, str | None, tuple[str, ...], Place]
"""A unit, the parent and the successors as they are written, and its place."""

_FROM_ABOVE = tuple(UnitKind)


def assemble_units(
    areas: Iterable[Record[UnitRow]],
    organisations: Iterable[Record[OrganisationEntry]],
    ledger: Ledger,
) -> tuple[Unit, ...]:
    """Units from the country down, else in the order of their files; parents and successors."""
    found = [*map(_area, areas), *map(_organisation, organisations)]
    found.sort(key=lambda entry: _FROM_ABOVE.index(entry[0].kind))
    found = [
        entry for entry in found if ledger.declare("unit", str(entry[0].key), entry[3], ("code",))
    ]
    for unit, _, successors, place in found:
        start, end = unit.key.valid_from, unit.valid_to
        if start and end and end < start:
            ledger.report(
                place,
                ("valid_to",),
                meaning.DATES_REVERSED,
                first="valid_from",
                start=str(start),
                last="valid_to",
                end=str(end),
            )
        if successors and end is None:
            ledger.report(place, ("successors",), meaning.SUCCESSOR_WITHOUT_END)
    _check_overlaps(found, ledger)
    directory = UnitDirectory(unit for unit, *_ in found)
    return tuple(
        replace(
            unit,
            parent=_parent(directory, parent, unit, place, ledger),
            successors=_successors(directory, successors, unit, place, ledger),
        )
        for unit, parent, successors, place in found
    )


def _area(record: Record[UnitRow]) -> _Found:
    row = record.entry
    unit = Unit(
        key=UnitKey(row.code, row.valid_from),
        name=row.name,
        full_name=row.full_name,
        name_en=row.name_en,
        full_name_en=row.full_name_en,
        slug=row.slug,
        kind=UnitKind(row.kind.value),
        region=row.region,
        region_en=row.region_en,
        valid_to=row.valid_to,
    )
    return unit, row.parent, row.successors, record.place


def _organisation(record: Record[OrganisationEntry]) -> _Found:
    entry = record.entry
    unit = Unit(
        key=UnitKey(entry.code, entry.valid_from),
        name=entry.name,
        full_name=entry.name,
        name_en=entry.name_en,
        full_name_en=entry.name_en,
        slug=entry.code,
        kind=UnitKind.ORGANISATION,
        short=entry.short,
        short_en=entry.short_en,
        valid_to=entry.valid_to,
    )
    return unit, entry.parent, (), record.place


def _check_overlaps(found: Sequence[_Found], ledger: Ledger) -> None:
    by_code: dict[str, list[Unit]] = {}
    by_slug: dict[str, list[Unit]] = {}
    for unit, _, _, place in found:
        for other in by_code.setdefault(unit.code, []):
            if overlap(unit, other):
                ledger.report(
                    place,
                    ("code",),
                    meaning.UNIT_OVERLAP,
                    value=quoted(unit.code),
                    first=f"{quoted(other.name)} {validity(other)}",
                )
        for other in by_slug.setdefault(unit.slug, []):
            if overlap(unit, other) and other.code != unit.code:
                ledger.report(
                    place,
                    ("slug",),
                    meaning.SLUG_TAKEN,
                    value=unit.slug,
                    first=ledger.where("unit", str(other.key)),
                )
        by_code[unit.code].append(unit)
        by_slug[unit.slug].append(unit)


def _parent(
    directory: UnitDirectory, reference: str | None, unit: Unit, place: Place, ledger: Ledger
) -> UnitKey | None:
    if reference is None:
        return None
    parent = directory.parent(reference, unit.key)
    if parent is None:
        day = unit.key.valid_from or date.min
        report_unit(ledger, directory, reference, day, place, ("parent",))
        return None
    if parent.key == unit.key:
        ledger.report(place, ("parent",), meaning.SELF_REFERENCE, value=quoted(reference))
    return parent.key


def _successors(
    directory: UnitDirectory,
    references: tuple[str, ...],
    unit: Unit,
    place: Place,
    ledger: Ledger,
) -> tuple[UnitKey, ...]:
    if unit.valid_to is None:
        return ()
    day = unit.valid_to + timedelta(days=1)
    keys = []
    for reference in references:
        successor = directory.resolve(reference, day)
        if successor is None:
            report_unit(ledger, directory, reference, day, place, ("successors",))
        else:
            keys.append(successor.key)
    return tuple(keys)
