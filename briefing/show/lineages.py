"""What became of a unit, whence it came, and what its predecessors left, as plain records.

A bare code means another unit before and after a merger: every record has the ``key``, code and
first day, too.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.domain.combining import Combined
from briefing.domain.inheritance import Inherited, InheritedSeries
from briefing.domain.lineage import Lineage
from briefing.domain.model import Unit
from briefing.show.records import Record, Sections, observation_record, record


def lineage_sections(lineage: Lineage | None) -> Sections:
    """Heirs, those merged with it, predecessors; no section for a unit that simply stands."""
    if lineage is None:
        return {}
    told = (
        *(("heir", unit) for unit in lineage.heirs),
        *(("merged_with", unit) for unit in lineage.joined),
        *(("predecessor", unit) for unit in lineage.ancestors),
    )
    return {"lineage": [_unit(relation, unit) for relation, unit in told]}


def _unit(relation: str, unit: Unit) -> Record:
    return record(
        {
            "relation": relation,
            "key": str(unit.key),
            "unit": unit.code,
            "unit_name": unit.name,
            "valid_from": unit.key.valid_from,
            "valid_to": unit.valid_to,
            "successors": [str(key) for key in unit.successors],
        }
    )


def inherited_sections(inherited: Inherited | None) -> Sections:
    """The newest figures of each predecessor, and what adds up or why not."""
    if inherited is None:
        return {}
    return {
        "former": [
            observation_record(figure.observation, figure.indicator, former.unit)
            | {"key": str(former.unit.key)}
            for former in inherited.former
            for figure in former.figures
        ],
        "sums": sum_records(inherited.sums),
    }


def inherited_series_sections(inherited: InheritedSeries | None, own: str) -> Sections:
    """Each predecessor's values on the indicator ``own`` or a variant of it, and the sums."""
    if inherited is None:
        return {}
    return {
        "former": [
            observation_record(observation, series.indicator, series.unit)
            | {"key": str(series.unit.key), "same_definition": series.indicator.id == own}
            for series in inherited.series
            for observation in series.values
        ],
        "sums": sum_records(inherited.sums),
    }


def sum_records(sums: Iterable[Combined]) -> list[Record]:
    """One record per indicator and period: the sum with its parts, or the reason for none."""
    return [
        record(
            {
                "indicator": one.indicator.id,
                "period_start": one.start,
                "period_end": one.end,
                "value": one.value,
                "qualifier": one.qualifier if one.refusal is None else None,
                "numerator": one.numerator,
                "denominator": one.denominator,
                "refusal": one.refusal,
                "parts": [observation.id for observation in one.observations],
                "missing": [str(unit.key) for unit in one.missing],
                "without_counts": [str(unit.key) for unit in one.without_counts],
            }
        )
        for one in sums
    ]
