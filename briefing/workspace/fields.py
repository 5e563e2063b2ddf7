"""The types of values in workspace files, for the pydantic models of their entries."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from briefing.workspace import readers
from briefing.workspace.faults import values


class Entry(BaseModel):
    """What all entries share: no key beside the known ones, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


_identifier = readers.pattern(readers.IDENTIFIER, values.BAD_ID)
_slug = readers.pattern(readers.SLUG, values.BAD_SLUG)
_positive_whole = readers.whole(1, 10**6, readers.number)
_decimals = readers.whole(0, 9, readers.number)
_days = readers.whole(1, 36500, readers.number)

Text = Annotated[str, BeforeValidator(readers.text)]
Prose = Annotated[str, BeforeValidator(readers.blank_as("", readers.text))]
"""Text that may be left empty."""
Identifier = Annotated[str, BeforeValidator(_identifier)]
Reference = Annotated[str | None, BeforeValidator(readers.blank_as(None, _identifier))]
"""The id of something else, or nothing."""
Slug = Annotated[str, BeforeValidator(_slug)]
UnitCode = Annotated[str, BeforeValidator(readers.unit)]
UnitReference = Annotated[str | None, BeforeValidator(readers.blank_as(None, readers.unit))]
Day = Annotated[date, BeforeValidator(readers.day)]
MaybeDay = Annotated[date | None, BeforeValidator(readers.blank_as(None, readers.day))]
Number = Annotated[float, BeforeValidator(readers.number)]
MaybeNumber = Annotated[float | None, BeforeValidator(readers.blank_as(None, readers.number))]
Weight = Annotated[float, BeforeValidator(readers.blank_as(1.0, readers.positive))]
Decimals = Annotated[int, BeforeValidator(readers.blank_as(0, _decimals))]
MaybePositive = Annotated[int | None, BeforeValidator(readers.blank_as(None, _positive_whole))]
MaybeDays = Annotated[int | None, BeforeValidator(readers.blank_as(None, _days))]
Flag = Annotated[bool, BeforeValidator(readers.blank_as(True, readers.flag))]
"""True unless said otherwise."""

Items = BeforeValidator(readers.items)
"""A YAML list; nothing written is an empty one."""
Unique = AfterValidator(readers.unique)
Texts = Annotated[tuple[Text, ...], Items]
References = Annotated[tuple[Identifier, ...], Items, Unique]
UnitCodes = Annotated[tuple[UnitCode, ...], Items, Unique]

CellNumber = Annotated[float, BeforeValidator(readers.cell_number)]
MaybeCellNumber = Annotated[
    float | None, BeforeValidator(readers.blank_as(None, readers.cell_number))
]
CellItems = BeforeValidator(readers.cell_items)
"""The parts of a CSV cell, joined by ``;``."""
CellTexts = Annotated[tuple[Text, ...], CellItems, Unique]
CellUnits = Annotated[tuple[UnitCode, ...], BeforeValidator(readers.words), Unique]
"""Unit codes separated by spaces."""
