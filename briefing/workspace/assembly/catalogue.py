"""``data/catalogue/`` as domain objects. Ids are declared already."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.domain.model import (
    Citation,
    Difficulty,
    Document,
    Indicator,
    Pillar,
    Source,
    System,
)
from briefing.domain.periods import Holiday
from briefing.problems import quoted
from briefing.workspace.assembly.catalogue_checks import (
    check_document,
    check_indicator,
    check_repeated,
)
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.faults import meaning
from briefing.workspace.ledger import Ledger
from briefing.workspace.models.catalogue import (
    DifficultyEntry,
    DocumentEntry,
    HolidayRow,
    IndicatorEntry,
    PillarEntry,
    SourceEntry,
    SystemEntry,
)
from briefing.workspace.records import Record


def assemble_pillars(records: Iterable[Record[PillarEntry]]) -> tuple[Pillar, ...]:
    """Pillars and foundations; the position in the file, from 1, is their order."""
    return tuple(
        Pillar(
            id=record.entry.id,
            kind=record.entry.kind,
            name=record.entry.name,
            name_en=record.entry.name_en,
            short=record.entry.short,
            short_en=record.entry.short_en,
            position=position,
        )
        for position, record in enumerate(records, 1)
    )


def assemble_indicators(
    records: Iterable[Record[IndicatorEntry]], ledger: Ledger
) -> tuple[Indicator, ...]:
    """Indicators; the indicators and pillars they name exist."""
    indicators = []
    for record in records:
        entry, place = record.entry, record.place
        ledger.refer("pillar", entry.pillar, place, ("pillar",))
        for key in ("rank_of", "complement_of", "variant_of"):
            other: str | None = getattr(entry, key)
            ledger.refer("indicator", other, place, (key,))
            if other == entry.id:
                ledger.report(place, (key,), meaning.SELF_REFERENCE, value=quoted(other))
        check_indicator(entry, place, ledger)
        known = dict(entry)
        del known["lowest"], known["highest"]
        indicators.append(Indicator(**known))
    return tuple(indicators)


def assemble_sources(records: Iterable[Record[SourceEntry]]) -> tuple[Source, ...]:
    """Published texts."""
    return tuple(Source(**dict(record.entry)) for record in records)


def check_sources(records: Iterable[Record[SourceEntry]], desk: Desk) -> None:
    """A published text is no text of tomorrow."""
    for record in records:
        desk.past(record.place, ("date", record.entry.date))


def assemble_documents(
    records: Iterable[Record[DocumentEntry]], desk: Desk
) -> tuple[Document, ...]:
    """Legal documents with the sources that cite them."""
    records = tuple(records)
    documents = []
    for record in records:
        entry, place = record.entry, record.place
        for index, cited in enumerate(entry.cited):
            desk.cited(cited.source, cited.paragraphs, place, ("cited", index))
        check_document(entry, place, desk)
        citations = tuple(Citation(cited.source, cited.paragraphs) for cited in entry.cited)
        documents.append(Document(**{**dict(entry), "cited": citations}))
    check_repeated(records, desk.ledger)
    return tuple(documents)


def assemble_systems(records: Iterable[Record[SystemEntry]], desk: Desk) -> tuple[System, ...]:
    """Information systems; the figures they name exist. Units are read on the source's date."""
    systems = []
    for record in records:
        entry, place = record.entry, record.place
        desk.cited(entry.source, entry.paragraphs, place)
        for index, figure in enumerate(entry.figures):
            desk.ledger.refer("observation", figure, place, ("figures", index))
        source = desk.sources.get(entry.source)
        unit = source and desk.unit(entry.unit, source.date, place, ("unit",))
        if unit:
            changed = {
                "unit": unit.key,
                "kind": entry.kind.value,
                "run_by": entry.run_by or None,
            }
            systems.append(System(**{**dict(entry), **changed}))
    return tuple(systems)


def assemble_difficulties(
    records: Iterable[Record[DifficultyEntry]], desk: Desk
) -> tuple[Difficulty, ...]:
    """Difficulties that sources name. Units are read on the source's date."""
    difficulties = []
    for record in records:
        entry, place = record.entry, record.place
        desk.cited(entry.source, entry.paragraphs, place)
        desk.ledger.refer("pillar", entry.pillar, place, ("pillar",))
        source = desk.sources.get(entry.source)
        unit = source and desk.unit(entry.unit, source.date, place, ("unit",))
        if unit:
            changed = {"unit": unit.key, "category": entry.category.value}
            difficulties.append(Difficulty(**{**dict(entry), **changed}))
    return tuple(difficulties)


def assemble_holidays(records: Iterable[Record[HolidayRow]], ledger: Ledger) -> tuple[Holiday, ...]:
    """Days off, each day once."""
    holidays = []
    for record in records:
        row = record.entry
        if ledger.declare("holiday", row.date.isoformat(), record.place, ("date",)):
            holidays.append(
                Holiday(on=row.date, name=row.name, name_en=row.name_en, source=row.source)
            )
    return tuple(holidays)
