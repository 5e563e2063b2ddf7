"""``data/catalogue/`` as domain objects. Ids are declared already."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from briefing.domain.model import (
    Better,
    Citation,
    Difficulty,
    Document,
    Indicator,
    Measure,
    Pillar,
    Source,
    System,
)
from briefing.domain.periods import Holiday
from briefing.problems import quoted
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.faults import figures, meaning, notices
from briefing.workspace.ledger import Ledger
from briefing.workspace.limits import limits_of, shown
from briefing.workspace.models.catalogue import (
    DifficultyEntry,
    DocumentEntry,
    HolidayRow,
    IndicatorEntry,
    PillarEntry,
    SourceEntry,
    SystemEntry,
)
from briefing.workspace.records import Place, Record

_YEAR_IN_NUMBER = re.compile(r"(?<=/)(?:19|20)[0-9]{2}(?=/|$)")
"""``73/2019/NĐ-CP`` bears its year; ``1491/KH-UBND`` does not."""


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
        _check_indicator(entry, place, ledger)
        known = dict(entry)
        del known["lowest"], known["highest"]
        indicators.append(Indicator(**known))
    return tuple(indicators)


def _check_indicator(entry: IndicatorEntry, place: Place, ledger: Ledger) -> None:
    """A rank is best at 1, only a rank has a universe, the lowest value is below the highest."""
    if entry.measure is Measure.RANK:
        if entry.better is not Better.LOWER:
            ledger.report(place, ("better",), figures.RANK_DIRECTION)
    else:
        for key in ("rank_of", "universe"):
            if getattr(entry, key) is not None:
                ledger.report(place, (key,), figures.RANK_OF_NO_RANK, name=key)
    limits = limits_of(entry)
    if limits.lowest is not None and limits.highest is not None and limits.lowest >= limits.highest:
        ledger.report(
            place,
            ("lowest" if entry.lowest is not None else "highest",),
            figures.LIMITS_REVERSED,
            lowest=shown(limits.lowest),
            highest=shown(limits.highest),
        )


def assemble_sources(records: Iterable[Record[SourceEntry]]) -> tuple[Source, ...]:
    """Published texts."""
    return tuple(Source(**dict(record.entry)) for record in records)


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
        _check_document(entry, place, desk)
        citations = tuple(Citation(cited.source, cited.paragraphs) for cited in entry.cited)
        documents.append(Document(**{**dict(entry), "cited": citations}))
    _check_repeated(records, desk.ledger)
    return tuple(documents)


def _check_document(entry: DocumentEntry, place: Place, desk: Desk) -> None:
    """A document is signed before it is cited, in the year that its number bears."""
    signed, report = entry.date, desk.ledger.report
    if signed is None:
        return
    for index, cited in enumerate(entry.cited):
        source = desk.sources.get(cited.source)
        if source is not None and source.date < signed:
            report(
                place,
                ("cited", index, "source"),
                figures.CITED_BEFORE_WRITTEN,
                source=quoted(source.id),
                told=source.date.isoformat(),
                written=signed.isoformat(),
            )
    year = _YEAR_IN_NUMBER.search(entry.number)
    if year and int(year[0]) != signed.year and not entry.note:
        params = {"value": quoted(entry.number), "year": year[0], "written": signed.isoformat()}
        report(place, ("number",), notices.NUMBER_OF_ANOTHER_YEAR, **params)


def _check_repeated(records: Iterable[Record[DocumentEntry]], ledger: Ledger) -> None:
    """A document is entered once: same number, issuer and day are the same document."""
    seen: dict[tuple[str, str, date | None], str] = {}
    for record in records:
        entry = record.entry
        number = "".join(entry.number.split()).casefold()
        first = seen.setdefault((number, entry.issuer.casefold(), entry.date), entry.id)
        if first != entry.id:
            ledger.report(
                record.place,
                ("number",),
                notices.DOCUMENT_TWICE,
                value=quoted(entry.number),
                first=ledger.where("document", first),
            )


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
