"""The types of values in workspace files, for the pydantic models of their entries."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, WithJsonSchema

from briefing.workspace import goal_field, readers
from briefing.workspace.faults import values


class Entry(BaseModel):
    """What all entries share: no key beside the known ones, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


_identifier = readers.pattern(readers.IDENTIFIER, values.BAD_ID)
_slug = readers.pattern(readers.SLUG, values.BAD_SLUG)
_positive_whole = readers.whole(1, 10**6, readers.number)
_decimals = readers.whole(0, 9, readers.number)
_days = readers.whole(1, 36500, readers.number)


def _shown(*shapes: dict[str, object], empty: bool = False) -> WithJsonSchema:
    """What an editor takes for such a value: a reader takes more than the type that it gives."""
    blank: dict[str, object] = {"type": "null"}
    allowed = [*shapes, blank] if empty else [*shapes]
    return WithJsonSchema(allowed[0] if len(allowed) == 1 else {"anyOf": allowed})


_ID_SHAPE: dict[str, object] = {"type": "string", "pattern": f"^{readers.IDENTIFIER.pattern}$"}
_SLUG_SHAPE: dict[str, object] = {"type": "string", "pattern": f"^{readers.SLUG.pattern}$"}
_UNIT_SHAPE: dict[str, object] = {"type": "string", "pattern": "^[a-z0-9][a-z0-9_-]*(@[0-9-]+)?$"}
_NUMBER_SHAPES: tuple[dict[str, object], ...] = (
    {"type": "number"},
    {"type": "string", "pattern": "^\\s*-?[0-9][0-9.,]*\\s*$"},
)
_GOAL_SHAPE: dict[str, object] = {
    "type": "string",
    "pattern": "^\\s*([≥>≤<=]|>=|=>|<=|=<)?\\s*-?[0-9][0-9.,]*(\\s*[-–—÷]\\s*[0-9][0-9.,]*)?\\s*$",
}
_FLAG_SHAPES: tuple[dict[str, object], ...] = ({"type": "boolean"}, {"enum": ["yes", "no"]})

Text = Annotated[str, BeforeValidator(readers.text)]
Prose = Annotated[str, BeforeValidator(readers.blank_as("", readers.text))]
"""Text that may be left empty."""
Identifier = Annotated[str, BeforeValidator(_identifier), _shown(_ID_SHAPE)]
Reference = Annotated[
    str | None,
    BeforeValidator(readers.blank_as(None, _identifier)),
    _shown(_ID_SHAPE, empty=True),
]
"""The id of something else, or nothing."""
Slug = Annotated[str, BeforeValidator(_slug), _shown(_SLUG_SHAPE)]
UnitCode = Annotated[str, BeforeValidator(readers.unit), _shown(_UNIT_SHAPE)]
UnitReference = Annotated[
    str | None,
    BeforeValidator(readers.blank_as(None, readers.unit)),
    _shown(_UNIT_SHAPE, empty=True),
]
Day = Annotated[date, BeforeValidator(readers.day)]
MaybeDay = Annotated[date | None, BeforeValidator(readers.blank_as(None, readers.day))]
Number = Annotated[float, BeforeValidator(readers.number), _shown(*_NUMBER_SHAPES)]
MaybeNumber = Annotated[
    float | None,
    BeforeValidator(readers.blank_as(None, readers.number)),
    _shown(*_NUMBER_SHAPES, empty=True),
]
Goal = Annotated[
    float | None,
    BeforeValidator(readers.blank_as(None, goal_field.number)),
    _shown({"type": "number"}, _GOAL_SHAPE, empty=True),
]
"""A goal; ``goal_field`` has taken its sign away before."""
Weight = Annotated[
    float,
    BeforeValidator(readers.blank_as(1.0, readers.positive)),
    _shown(*_NUMBER_SHAPES, empty=True),
]
Positive = Annotated[float, BeforeValidator(readers.positive), _shown(*_NUMBER_SHAPES)]
Decimals = Annotated[int, BeforeValidator(readers.blank_as(0, _decimals))]
MaybePositive = Annotated[int | None, BeforeValidator(readers.blank_as(None, _positive_whole))]
MaybeDays = Annotated[int | None, BeforeValidator(readers.blank_as(None, _days))]
Flag = Annotated[
    bool,
    BeforeValidator(readers.blank_as(True, readers.flag)),
    _shown(*_FLAG_SHAPES, empty=True),
]
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
