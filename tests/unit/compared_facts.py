"""Index figures of provinces under two frameworks, to build comparisons from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from briefing.domain.editions import Edition, Figure, Period
from briefing.domain.frameworks import Framework, Part
from briefing.domain.model import Better, Measure, Observation, Qualifier, Unit, UnitKey, UnitKind
from tests.unit.facts import indicator, observation, unit

MERGED = date(2025, 7, 1)
INDEX = indicator("dti", Measure.INDEX, decimals=4, external=True)
INDEX_2020 = indicator("dti_2020", Measure.INDEX, decimals=4, external=True, variant_of="dti")
INDEX_2024 = indicator("dti_2024", Measure.INDEX, decimals=4, external=True, variant_of="dti")
PLACE = indicator("dti_hang", Measure.RANK, Better.LOWER, universe=63, rank_of="dti", external=True)
PLACE_2024 = indicator(
    "dti_2024_hang",
    Measure.RANK,
    Better.LOWER,
    universe=34,
    rank_of="dti_2024",
    external=True,
    variant_of="dti_hang",
)
PILLAR = indicator("dti_tru_cot", Measure.INDEX, decimals=4, external=True)
PILLAR_PLACE = indicator(
    "dti_tru_cot_hang", Measure.RANK, Better.LOWER, universe=63, rank_of="dti_tru_cot"
)
INSTITUTIONS = indicator(
    "dti_the_che_so", Measure.INDEX, decimals=4, external=True, pillar="the_che_so"
)
ALL = (INDEX, INDEX_2020, INDEX_2024, PLACE, PLACE_2024, PILLAR, PILLAR_PLACE, INSTITUTIONS)


def framework(name: str, first: int, **facts: Any) -> Framework:
    """A framework for provinces whose results begin in a year."""
    told: dict[str, Any] = {
        "name": f"Bộ chỉ số {name}",
        "name_en": f"Framework {name}",
        "short": name.upper(),
        "short_en": name.upper(),
        "kind": UnitKind.PROVINCE,
        "total": 1000,
        "complete": True,
        "first_year": first,
    }
    return Framework(id=name, **told | facts)


OLD = framework("dti-2020", 2020, indicator="dti_2020")
NOW = framework(
    "dti-2022",
    2021,
    indicator="dti",
    rank="dti_hang",
    pillars=("dti_tru_cot",),
    parts=(
        Part(
            id="the_che_so", code="2", name="Thể chế số", name_en="Institutions",
            max_points=100, indicator="dti_the_che_so",
        ),
    ),
)  # fmt: skip
LATER = framework("dti-2025", 2024, indicator="dti_2024", rank="dti_2024_hang")
FRAMEWORKS = (OLD, NOW, LATER)


def year(code: str, value: float, of: int, name: str = "dti", **facts: Any) -> Observation:
    """A province's figure of a calendar year."""
    told = {"id": f"{code}-{name}-{of}", "unit": UnitKey.parse(code), "indicator": name}
    return observation(value, f"31/12/{of}", **told | facts)


def province(code: str, region: str = "Đông", **facts: Any) -> Unit:
    """A province of a region."""
    return unit(code, region=region, **facts)


def edition(
    values: Mapping[str, float],
    units: Sequence[Unit],
    of: Any = INDEX,
    ranks: Mapping[str, float] | None = None,
    hedged: Sequence[str] = (),
) -> Edition:
    """An edition of 2022 with these values and published ranks, by code."""
    day = date(2023, 12, 31)
    period = Period(date(2022, 1, 1), date(2022, 12, 31))

    def figures(told: Mapping[str, float]) -> dict[UnitKey, Figure]:
        about = {code: Qualifier.AT_LEAST for code in hedged}
        return {
            UnitKey(code): Figure(value, code, about.get(code, Qualifier.EXACT))
            for code, value in told.items()
        }

    return Edition(
        indicator=of,
        rank=PLACE,
        period=period,
        periods=(period,),
        units=tuple(units),
        values=figures(values),
        ranks=figures(ranks or {}),
        published_on=day,
        as_of=day,
        known_on=day,
    )
