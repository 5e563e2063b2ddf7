"""The catalogue's facts as rows of their tables: the way into the database."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.domain.model import Document, Indicator, Pillar, Source, Unit, UnitKey
from briefing.domain.periods import Holiday
from briefing.store.tables import Row, Value
from briefing.store.texts import day_text


class Numbers:
    """The integers by which rows point at units and indicators.

    ``of_unit`` and ``of_indicator`` raise :class:`KeyError` for what the folder does not hold.
    """

    def __init__(self, units: Mapping[str, int], indicators: Mapping[str, int]) -> None:
        self._units = units
        self._indicators = indicators

    def of_unit(self, key: UnitKey) -> int:
        """The integer of the unit ``key``."""
        return self._units[str(key)]

    def of_indicator(self, key: str) -> int:
        """The integer of the indicator ``key``."""
        return self._indicators[key]


def unit_row(unit: Unit, numbers: Numbers) -> Row:
    """``unit`` and its successors."""
    return Row(
        str(unit.key),
        (
            unit.code,
            day_text(unit.key.valid_from),
            day_text(unit.valid_to),
            unit.name,
            unit.full_name,
            unit.name_en,
            unit.full_name_en,
            unit.short,
            unit.short_en,
            unit.slug,
            unit.kind.value,
            None if unit.parent is None else numbers.of_unit(unit.parent),
            unit.region,
            unit.region_en,
        ),
        (tuple((numbers.of_unit(key),) for key in unit.successors),),
    )


def pillar_row(pillar: Pillar, _: Numbers) -> Row:
    """``pillar``."""
    return Row(
        pillar.id,
        (
            pillar.kind.value,
            pillar.name,
            pillar.name_en,
            pillar.short,
            pillar.short_en,
            pillar.position,
        ),
    )


def indicator_row(indicator: Indicator, _: Numbers) -> Row:
    """``indicator``."""
    return Row(
        indicator.id,
        (
            indicator.name,
            indicator.name_en,
            indicator.short,
            indicator.short_en,
            indicator.pillar,
            indicator.measure.value,
            indicator.better.value,
            indicator.noun,
            indicator.noun_en,
            indicator.decimals,
            indicator.definition,
            indicator.definition_en,
            indicator.freshness_days,
            indicator.rank_of,
            indicator.universe,
            indicator.complement_of,
            indicator.variant_of,
            int(indicator.external),
        ),
    )


def source_row(source: Source, _: Numbers) -> Row:
    """``source``."""
    return Row(
        source.id,
        (
            source.publisher,
            source.title,
            source.date.isoformat(),
            int(source.date_exact),
            source.address,
            source.paragraphs,
            source.note,
            source.note_en,
            source.title_en,
        ),
    )


def document_row(document: Document, _: Numbers) -> Row:
    """``document`` and where it is cited: one row per paragraph, one without if none is known."""
    cited: list[tuple[Value, ...]] = []
    for citation in document.cited:
        cited += [(citation.source, number) for number in citation.paragraphs or (None,)]
    return Row(
        document.id,
        (
            document.number,
            document.type,
            document.issuer,
            document.issuer_en,
            day_text(document.date),
            document.subject,
            document.subject_en,
            document.note,
            document.note_en,
        ),
        (tuple(cited),),
    )


def holiday_row(holiday: Holiday, _: Numbers) -> Row:
    """``holiday``, known by its date."""
    return Row(holiday.on.isoformat(), (holiday.name, holiday.name_en, holiday.source))
