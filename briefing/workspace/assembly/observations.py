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
    places = {record.entry.id: record.place for record in records}
    followed: set[str] = set()
    for new in by_id.values():
        old = by_id.get(new.revises or "")
        if old is not None and (new.unit, new.indicator) != (old.unit, old.indicator):
            place = places[new.id]
            desk.ledger.report(place, ("revises",), meaning.REVISES_ANOTHER, value=quoted(old.id))
        chain: dict[str, None] = {}
        step: Observation | None = new
        while step is not None and step.id not in followed and step.id not in chain:
            chain[step.id] = None
            step = by_id.get(step.revises or "")
        if step is not None and step.id in chain:
            circle = [*chain][[*chain].index(step.id) :]
            desk.ledger.report(
                places[step.id],
                ("revises",),
                meaning.CIRCULAR_REVISION,
                value=quoted(" → ".join([*circle, step.id])),
            )
        followed.update(chain)
