"""Rows of ``data/observations/*.csv``."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from briefing.domain.model import ObservationKind, Qualifier
from briefing.workspace import readers
from briefing.workspace.fields import (
    CellNumber,
    CellTexts,
    Day,
    Entry,
    Flag,
    Identifier,
    MaybeCellNumber,
    MaybeDay,
    Prose,
    Reference,
    UnitCode,
)
from briefing.workspace.paragraph_field import CellParagraphs

_kind = readers.blank_as(ObservationKind.VALUE, readers.one_of(ObservationKind))
_qualifier = readers.blank_as(Qualifier.EXACT, readers.one_of(Qualifier))


class ObservationRow(Entry):
    """One figure. A blank ``kind`` is a value, a blank ``qualifier`` exact."""

    id: Identifier
    unit: UnitCode
    indicator: Identifier
    start: Day
    end: Day
    kind: Annotated[ObservationKind, BeforeValidator(_kind)]
    compared_with: MaybeDay
    value: CellNumber
    qualifier: Annotated[Qualifier, BeforeValidator(_qualifier)]
    numerator: MaybeCellNumber
    denominator: MaybeCellNumber
    parts_present: CellTexts
    parts_missing: CellTexts
    printed: Prose
    source: Identifier
    paragraphs: CellParagraphs
    published_on: Day
    published_exact: Flag
    revises: Reference
    note: Prose
    note_en: Prose
