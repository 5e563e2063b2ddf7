"""Entries of ``data/catalogue/frameworks/`` and ``data/assessments/``."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from briefing.domain.model import UnitKind
from briefing.workspace import readers
from briefing.workspace.deadline_field import MaybeEndingDeadline
from briefing.workspace.fields import (
    Day,
    Entry,
    Flag,
    Identifier,
    Items,
    MaybeNumber,
    Positive,
    Prose,
    Reference,
    References,
    Text,
    UnitCode,
    UnitReference,
)

_year = readers.whole(1900, 2199, readers.number)
_count = readers.whole(0, 10**6, readers.number)
Year = Annotated[int | None, BeforeValidator(readers.blank_as(None, _year))]
Count = Annotated[int | None, BeforeValidator(readers.blank_as(None, _count))]


class FrameworkEntry(Entry):
    """The block ``framework`` of a file; ``table`` names the CSV file beside it with the parts."""

    id: Identifier
    name: Text
    name_en: Text
    short: Text
    short_en: Text
    kind: Annotated[UnitKind, BeforeValidator(readers.one_of(UnitKind))]
    total: Positive
    complete: Flag = True
    document: Reference = None
    indicator: Reference = None
    rank: Reference = None
    pillars: References = ()
    first_year: Year = None
    last_year: Year = None
    table: Prose = ""
    note: Prose = ""
    note_en: Prose = ""


class _PartFields(Entry):
    """What a part says of itself, wherever it stands."""

    id: Reference = None
    code: Text
    name: Text
    name_en: Prose = ""
    short: Prose = ""
    short_en: Prose = ""
    max_points: MaybeNumber = None
    indicator: Reference = None
    rank: Reference = None
    pillar: Reference = None
    components: Count = None
    lead: UnitReference = None
    due: MaybeEndingDeadline = None
    evidence: Prose = ""


class PartEntry(_PartFields):
    """One of ``parts``, with parts of its own; without an ``id`` its code serves as one."""

    parts: Annotated[tuple[PartEntry, ...], Items] = ()


class PartRow(_PartFields):
    """A row of a framework's table: ``4.22.11`` lies in ``4.22``, and that in ``4``.

    Every table has the column of points, where a single cell may be blank.
    """

    max_points: MaybeNumber


class AssessmentEntry(Entry):
    """One of ``assessments``, or a row of a table of them: what a unit scored on one part."""

    id: Identifier
    framework: Identifier
    part: Text
    unit: UnitCode
    start: Day
    end: Day
    self_assessment: MaybeNumber = None
    appraised: MaybeNumber = None
    evidence: Prose = ""
    lead: UnitReference = None
    due: MaybeEndingDeadline = None
    source: Identifier
    published_on: Day
    note: Prose = ""
    note_en: Prose = ""
