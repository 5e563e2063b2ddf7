"""Which figure of each unit stands in a row: its newest, or the one of the period most have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from briefing.domain.likeness import Found
from briefing.domain.model import Indicator, Observation, Unit, UnitKey

Told = Mapping[tuple[UnitKey, str], Sequence[Observation]]
"""By unit and indicator its figures, the newest first."""
_Edition = tuple[str, date, date]
"""An indicator's id and a period."""


def family_of(indicator: Indicator, known: Mapping[str, Indicator]) -> tuple[Indicator, ...]:
    """An indicator, then every other one that measures the same by another definition."""
    base = base_of(indicator, known)
    others = (other for other in known.values() if base_of(other, known) == base)
    return (indicator, *(other for other in others if other.id != indicator.id))


def families(
    known: Mapping[str, Indicator], chosen: Sequence[str]
) -> list[tuple[Indicator, tuple[Indicator, ...]]]:
    """What rows are of: an indicator, and the variants that may stand for it."""
    if chosen:
        named = [family_of(known[name], known) for name in chosen if name in known]
        return [(family[0], family[1:]) for family in named]
    families: dict[str, list[Indicator]] = {}
    for indicator in known.values():
        families.setdefault(base_of(indicator, known), []).append(indicator)
    return [
        (known[base], tuple(one for one in family if one.id != base))
        for base, family in families.items()
    ]


def base_of(indicator: Indicator, known: Mapping[str, Indicator]) -> str:
    """The id of the indicator that this one is, directly or not, a variant of.

    In a circle of variants each is its own.
    """
    found, seen = indicator, {indicator.id}
    while found.variant_of is not None and found.variant_of in known:
        if found.variant_of in seen:
            return indicator.id
        found = known[found.variant_of]
        seen.add(found.id)
    return found.id


def aligned(
    units: Sequence[Unit],
    base: Indicator,
    variants: Sequence[Indicator],
    told: Told,
    *,
    named: bool,
) -> tuple[Indicator, list[Found], int] | None:
    """What a row is named after, its cells, and the place of the one the others are judged by."""
    ahead = _edition(units, (base, *variants), told, named=named) if base.external else None
    cells = [_shown(unit, base, variants, told, ahead) for unit in units]
    measuring = [cell for cell in cells if cell.observation is not None]
    if not measuring:
        return None
    if ahead is not None:
        indicator = next(one for one in (base, *variants) if one.id == ahead[0])
    else:
        on_base = any(cell.indicator.id == base.id for cell in measuring)
        indicator = base if on_base else measuring[0].indicator
    cells = [cell if cell.observation else cell._replace(indicator=indicator) for cell in cells]
    reference = next(
        place
        for place, (_, own, figure) in enumerate(cells)
        if figure is not None
        and own.id == indicator.id
        and (ahead is None or (figure.start, figure.end) == ahead[1:])
    )
    return indicator, cells, reference


def _edition(
    units: Sequence[Unit], family: Sequence[Indicator], told: Told, *, named: bool
) -> _Edition | None:
    """The indicator and period in which most of the units have a figure, the newest of several.

    ``named``: the first of the family was asked for, and goes before the others.
    """
    editions: Counter[_Edition] = Counter()
    for indicator in family:
        for unit in units:
            periods = {(o.start, o.end) for o in told.get((unit.key, indicator.id), ())}
            editions.update((indicator.id, start, end) for start, end in periods)
    return max(
        editions,
        key=lambda one: (named and one[0] == family[0].id, editions[one], one[2], one[1], one[0]),
        default=None,
    )


def _shown(
    unit: Unit,
    base: Indicator,
    variants: Sequence[Indicator],
    told: Told,
    ahead: _Edition | None,
) -> Found:
    """The unit's figure in the edition ahead, else on ``base``, else its newest on a variant."""
    if ahead is not None:
        for figure in told.get((unit.key, ahead[0]), ()):
            if (figure.start, figure.end) == ahead[1:]:
                own = next(one for one in (base, *variants) if one.id == ahead[0])
                return Found(unit, own, figure)
    first = told.get((unit.key, base.id), ())
    if first:
        return Found(unit, base, first[0])
    others = [(told[unit.key, v.id][0], v) for v in variants if told.get((unit.key, v.id))]
    if not others:
        return Found(unit, base, None)
    figure, variant = max(others, key=lambda pair: (pair[0].end, pair[0].published_on))
    return Found(unit, variant, figure)
