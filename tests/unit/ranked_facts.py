"""Rankings to draw: the 63 and the 34 provinces with whatever a test says of them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from briefing.domain.editions import Edition, Figure, Period
from briefing.domain.model import Better, Measure, Unit, UnitKey
from briefing.domain.ranked import Ranked
from briefing.domain.ranking import Ranking, rank
from tests.unit.facts import indicator, unit

PRINTED = Path(__file__).parents[1] / "data" / "printed"
MERGER = date(2025, 7, 1)
LAST_DAY = date(2025, 6, 30)
DTI = indicator("dti", Measure.INDEX, decimals=4, short="Chỉ số DTI", short_en="DTI")
DTI_RANK = indicator("dti_hang", Measure.RANK, Better.LOWER, universe=63, rank_of="dti")


def year(number: int) -> Period:
    """A calendar year."""
    return Period(date(number, 1, 1), date(number, 12, 31))


@cache
def the_63() -> tuple[Unit, ...]:
    """The provinces until 30/06/2025: those that were merged end with that day."""
    with (PRINTED / "provinces_63.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    merged = [row["successor"] for row in rows]
    return tuple(
        unit(
            row["code"],
            name=row["name"],
            name_en=row["name"],
            region=row["region"],
            valid_to=LAST_DAY if merged.count(row["successor"]) > 1 else None,
        )
        for row in rows
    )


@cache
def the_34() -> tuple[Unit, ...]:
    """The provinces since 01/07/2025: those that came of a merger begin with that day."""
    with (PRINTED / "provinces_34.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return tuple(
        unit(
            row["code"],
            key=UnitKey(row["code"], MERGER if len(row["merged_from"]) > 2 else None),
            name=row["name"],
            name_en=row["name"],
        )
        for row in rows
    )


@cache
def ranks_of_2022() -> Mapping[str, int]:
    """The ranks printed for 2022, by code: all 63, two of them fifteenth."""
    with (PRINTED / "dti_2022.csv").open(encoding="utf-8") as file:
        return {row["code"]: int(row["rank"]) for row in csv.DictReader(file)}


def ranking(
    ranks: Mapping[str, int] = {},
    values: Mapping[str, float] = {},
    *,
    of: int = 2022,
    units: Iterable[Unit] | None = None,
    **changes: Any,
) -> Ranking:
    """A ranking with published ranks and values, by code."""
    units = tuple(the_63() if units is None else units)
    keys = {one.code: one.key for one in units}
    facts: dict[str, Any] = {
        "indicator": DTI,
        "rank": DTI_RANK,
        "period": year(of),
        "periods": (year(of),),
        "units": units,
        "values": {keys[code]: Figure(value, f"v{code}") for code, value in values.items()},
        "ranks": {keys[code]: Figure(value, f"r{code}") for code, value in ranks.items()},
        "published_on": date(of + 1, 7, 12),
        "as_of": date(of + 1, 12, 31),
        "known_on": date(of + 1, 12, 31),
    }
    return rank(Edition(**facts | changes))


def ranked(found: Ranking, focus: str = "30", **changes: Any) -> Ranked:
    """A ranking seen from one of its units, by code."""
    own = next(one for one in found.edition.units if one.code == focus)
    facts: dict[str, Any] = {
        "ranking": found,
        "kind": own.kind,
        "framework": None,
        "focus": own,
    }
    return Ranked(**facts | changes)
