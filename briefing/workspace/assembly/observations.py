"""``data/observations/`` as observations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.domain.model import Indicator, Measure, Observation, ObservationKind
from briefing.problems import quoted
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.faults import meaning
from briefing.workspace.models.observations import ObservationRow
from briefing.workspace.numerals import count_fault, value_fault
from briefing.workspace.records import Record


def assemble_observations(
    records: Iterable[Record[ObservationRow]],
    indicators: Mapping[str, Indicator],
    desk: Desk,
) -> tuple[Observation, ...]:
    """Figures in the order of their files; units are read on the period's last day."""
    records = tuple(records)
    observations = []
    for record in records:
        row, place = record.entry, record.place
        desk.in_order(place, row.start, row.end, ("end",))
        desk.in_order(place, row.compared_with, row.end, ("end",))
        desk.ledger.refer("indicator", row.indicator, place, ("indicator",))
        desk.ledger.refer("observation", row.revises, place, ("revises",))
        desk.cited(row.source, row.paragraphs, place)
        _check_numbers(record, indicators.get(row.indicator), desk)
        if row.compared_with and row.kind is not ObservationKind.CHANGE:
            desk.ledger.report(place, ("compared_with",), meaning.COMPARED_WITH_VALUE)
        unit = desk.unit(row.unit, row.end, place, ("unit",))
        if unit:
            observations.append(Observation(**{**dict(row), "unit": unit.key}))
    _check_revisions(observations, records, desk)
    return tuple(observations)


def _check_numbers(record: Record[ObservationRow], indicator: Indicator | None, desk: Desk) -> None:
    if indicator is None:
        return
    row, place = record.entry, record.place
    faults = {"value": value_fault(place.written(("value",)) or "", row.value, indicator)}
    if row.kind is not ObservationKind.VALUE and indicator.measure is Measure.RANK:
        faults = {}
    for column in ("numerator", "denominator"):
        number: float | None = getattr(row, column)
        if number is not None and indicator.measure is not Measure.MONEY:
            faults[column] = count_fault(place.written((column,)) or "", number)
    for column, fault in faults.items():
        if fault is not None:
            desk.ledger.report(place, (column,), fault[0], **fault[1])


def _check_revisions(
    observations: Iterable[Observation], records: Iterable[Record[ObservationRow]], desk: Desk
) -> None:
    by_id = {observation.id: observation for observation in observations}
    for record in records:
        row = record.entry
        new, old = by_id.get(row.id), by_id.get(row.revises or "")
        if new is None or old is None:
            continue
        if (new.unit, new.indicator) != (old.unit, old.indicator):
            desk.ledger.report(
                record.place, ("revises",), meaning.REVISES_ANOTHER, value=quoted(old.id)
            )
        seen = [new.id]
        while old is not None and old.id not in seen:
            seen.append(old.id)
            old = by_id.get(old.revises or "")
        if old is not None and old.id == new.id:
            desk.ledger.report(
                record.place,
                ("revises",),
                meaning.CIRCULAR_REVISION,
                value=quoted(" → ".join([*seen, new.id])),
            )
