"""Rows of the catalogue as domain objects: the way out of the database.

Each function takes the columns of its ``SELECT`` in ``queries``, in their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from briefing.domain.long_universe import LongUniverse
from briefing.domain.model import (
    Better,
    Citation,
    Document,
    Indicator,
    Measure,
    Pillar,
    PillarKind,
    Source,
    Unit,
    UnitKey,
    UnitKind,
)
from briefing.domain.value import in_order
from briefing.store.texts import day, stored, sure_day, unit_key, whole

SqlRow = tuple[Any, ...]


@stored
def unit(row: SqlRow) -> Unit:
    """A unit with its parent's key and its successors."""
    parent, parent_from, successors = row[14:17]
    return Unit(
        key=UnitKey(row[1], day(row[2])),
        valid_to=day(row[3]),
        name=row[4],
        full_name=row[5],
        name_en=row[6],
        full_name_en=row[7],
        short=row[8],
        short_en=row[9],
        slug=row[10],
        kind=UnitKind(row[11]),
        region=row[12],
        region_en=row[13],
        parent=None if parent is None else UnitKey(parent, day(parent_from)),
        successors=tuple(map(unit_key, successors.split(" "))) if successors else (),
    )


@stored
def listed_unit(
    row: SqlRow, kind: UnitKind, above: Unit | None, successors: Iterable[UnitKey]
) -> Unit:
    """A unit of a list, by what the list as a whole is known to hold."""
    name, full_name, name_en, full_name_en, slug, short, short_en, region, region_en = row[5:]
    return in_order(
        Unit,
        UnitKey(row[1], day(row[2])),
        name,
        full_name,
        name_en,
        full_name_en,
        slug,
        kind,
        short,
        short_en,
        None if above is None else above.key,
        region,
        region_en,
        day(row[3]),  # the last day
        tuple(successors),
    )


@stored
def pack_unit(
    row: SqlRow, into: LongUniverse, above: Unit | None, successors: Sequence[UnitKey]
) -> None:
    """A unit of a list of thousands, put behind the others of it."""
    _, code, start, end, _, region, length, length_en, packed = row
    area = None if above is None else above.key, region
    into.add(UnitKey(code, day(start)), day(end), packed, (length, length_en), area, successors)


@stored
def pillar(row: SqlRow) -> Pillar:
    """A pillar or foundation."""
    return Pillar(
        id=row[0],
        kind=PillarKind(row[1]),
        name=row[2],
        name_en=row[3],
        short=row[4],
        short_en=row[5],
        position=row[6],
    )


@stored
def indicator(row: SqlRow) -> Indicator:
    """An indicator; its integer, the first column, is left to the caller."""
    return Indicator(
        id=row[1],
        name=row[2],
        name_en=row[3],
        short=row[4],
        short_en=row[5],
        pillar=row[6],
        measure=Measure(row[7]),
        better=Better(row[8]),
        noun=row[9],
        noun_en=row[10],
        decimals=whole(row[11], 0, 9) or 0,
        definition=row[12],
        definition_en=row[13],
        freshness_days=whole(row[14], 1, 36500),
        rank_of=row[15],
        universe=whole(row[16], 1, 10**6),
        complement_of=row[17],
        variant_of=row[18],
        external=bool(row[19]),
    )


@stored
def source(row: SqlRow) -> Source:
    """A source."""
    return Source(
        id=row[0],
        publisher=row[1],
        title=row[2],
        date=sure_day(row[3]),
        date_exact=bool(row[4]),
        address=row[5],
        paragraphs=row[6],
        note=row[7],
        note_en=row[8],
        title_en=row[9],
    )


@stored
def document(row: SqlRow, cited: Iterable[tuple[str, int | None]]) -> Document:
    """A document; ``cited`` are (source, paragraph) in their order, paragraph ``None`` if none."""
    citations: list[Citation] = []
    for of_source, paragraph in cited:
        paragraphs: tuple[int, ...] = () if paragraph is None else (paragraph,)
        if citations and citations[-1].source == of_source:
            paragraphs = citations.pop().paragraphs + paragraphs
        citations.append(Citation(of_source, paragraphs))
    return Document(
        id=row[0],
        number=row[1],
        type=row[2],
        issuer=row[3],
        issuer_en=row[4],
        date=day(row[5]),
        subject=row[6],
        subject_en=row[7],
        note=row[8],
        note_en=row[9],
        cited=tuple(citations),
    )
