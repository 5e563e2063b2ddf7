"""Entries of ``data/catalogue/``."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from briefing.domain.model import (
    Better,
    DifficultyCategory,
    Measure,
    PillarKind,
    SystemKind,
    SystemState,
)
from briefing.workspace import readers
from briefing.workspace.fields import (
    Day,
    Decimals,
    Entry,
    Flag,
    Identifier,
    Items,
    MaybeDay,
    MaybeDays,
    MaybeNumber,
    MaybePositive,
    Prose,
    Reference,
    References,
    Text,
    UnitCode,
)
from briefing.workspace.paragraph_field import Paragraphs


class PillarEntry(Entry):
    """One of ``pillars`` in ``pillars.yaml``; its place in the list is its position."""

    id: Identifier
    kind: Annotated[PillarKind, BeforeValidator(readers.one_of(PillarKind))]
    name: Text
    name_en: Text
    short: Text
    short_en: Text


class IndicatorEntry(Entry):
    """One of ``indicators`` in ``indicators.yaml``."""

    id: Identifier
    name: Text
    name_en: Text
    pillar: Reference
    measure: Annotated[Measure, BeforeValidator(readers.one_of(Measure))]
    better: Annotated[Better, BeforeValidator(readers.one_of(Better))]
    short: Prose = ""
    short_en: Prose = ""
    noun: Prose = ""
    noun_en: Prose = ""
    decimals: Decimals = 0
    definition: Prose = ""
    definition_en: Prose = ""
    freshness_days: MaybeDays = None
    rank_of: Reference = None
    universe: MaybePositive = None
    lowest: MaybeNumber = None
    highest: MaybeNumber = None
    complement_of: Reference = None
    variant_of: Reference = None
    external: Flag = False


class SourceEntry(Entry):
    """One of ``sources`` in ``sources.yaml``."""

    id: Identifier
    publisher: Text
    title: Text
    title_en: Prose = ""
    date: Day
    date_exact: Flag = True
    address: Prose = ""
    paragraphs: MaybePositive = None
    note: Prose = ""
    note_en: Prose = ""


class CitationEntry(Entry):
    """Where a source cites a document."""

    source: Identifier
    paragraphs: Paragraphs = ()


class DocumentEntry(Entry):
    """One of ``documents`` in ``documents.yaml``; ``date`` is null when no source prints it."""

    id: Identifier
    number: Text
    type: Text
    issuer: Text
    issuer_en: Prose = ""
    date: MaybeDay
    subject: Text
    subject_en: Prose = ""
    cited: Annotated[tuple[CitationEntry, ...], Items] = ()
    note: Prose = ""
    note_en: Prose = ""


class SystemEntry(Entry):
    """One of ``systems`` in ``systems.yaml``."""

    id: Identifier
    name: Text
    name_en: Text
    kind: Annotated[SystemKind, BeforeValidator(readers.one_of(SystemKind))]
    unit: UnitCode
    run_by: Prose = ""
    state: Annotated[SystemState, BeforeValidator(readers.one_of(SystemState))]
    figures: References = ()
    source: Identifier
    paragraphs: Paragraphs
    note: Prose = ""
    note_en: Prose = ""


class DifficultyEntry(Entry):
    """One of ``difficulties`` in ``difficulties.yaml``."""

    id: Identifier
    text: Text
    text_en: Text
    category: Annotated[DifficultyCategory, BeforeValidator(readers.one_of(DifficultyCategory))]
    pillar: Reference
    unit: UnitCode
    source: Identifier
    paragraphs: Paragraphs


class HolidayRow(Entry):
    """A row of ``holidays.csv``."""

    date: Day
    name: Text
    name_en: Prose = ""
    source: Prose = ""
