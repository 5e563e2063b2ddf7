"""``data/observations/`` as observations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.domain.model import Indicator, Measure, Observation, ObservationKind
from briefing.problems import quoted
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.assembly.figure_checks import (
    check_figure,
    check_revisions,
    check_same_facts,
)
from briefing.workspace.faults import meaning
from briefing.workspace.limits import limit_fault
from briefing.workspace.models.observations import ObservationRow
from briefing.workspace.numerals import count_fault, value_fault
from briefing.workspace.records import Place, Record


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
        desk.in_order(place, ("start", row.start), ("end", row.end))
        desk.in_order(place, ("compared_with", row.compared_with), ("end", row.end))
        desk.ledger.refer("indicator", row.indicator, place, ("indicator",))
        desk.ledger.refer("observation", row.revises, place, ("revises",))
        desk.cited(row.source, row.paragraphs, place)
        is_sound = _check_numbers(record, indicators.get(row.indicator), desk)
        if row.compared_with and row.kind is not ObservationKind.CHANGE:
            desk.ledger.report(place, ("compared_with",), meaning.COMPARED_WITH_VALUE)
        unit = desk.unit(row.unit, row.end, place, ("unit",))
        if unit:
            figure = Observation(**{**dict(row), "unit": unit.key})
            check_figure(figure, place, indicators.get(row.indicator), desk, is_sound=is_sound)
            observations.append(figure)
    places = {record.entry.id: record.place for record in records}
    found = {observation.id: observation for observation in observations}
    _check_circles(found, places, desk)
    check_revisions(found, places, desk)
    check_same_facts(observations, places, desk)
    return tuple(observations)


def _check_numbers(record: Record[ObservationRow], indicator: Indicator | None, desk: Desk) -> bool:
    """Whether every number is one that the indicator may have, each taken on its own."""
    if indicator is None:
        return False
    row, place = record.entry, record.place
    written = place.written(("value",)) or ""
    faults = {"value": value_fault(written, row.value, indicator)}
    if row.kind is not ObservationKind.VALUE:
        if indicator.measure is Measure.RANK:
            faults = {}
    elif faults["value"] is None:
        faults["value"] = limit_fault(written, row.value, indicator, desk.limits)
    for column in ("numerator", "denominator"):
        number: float | None = getattr(row, column)
        if number is not None and indicator.measure is not Measure.MONEY:
            faults[column] = count_fault(place.written((column,)) or "", number)
    for column, fault in faults.items():
        if fault is not None:
            desk.ledger.report(place, (column,), fault[0], **fault[1])
    return not any(faults.values())


def _check_circles(
    by_id: Mapping[str, Observation], places: Mapping[str, Place], desk: Desk
) -> None:
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
