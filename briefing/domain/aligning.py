"""Which figure of each unit stands in a row: its newest, or the one of the period most have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from briefing.domain.likeness import Found, Owners, framework_behind
from briefing.domain.model import Indicator, Observation, Unit, UnitKey

Told = Mapping[str, Mapping[UnitKey, Sequence[Observation]]]
"""By indicator and unit its figures, the newest first."""
Edition = tuple[str, date, date]
"""An indicator's id and a period."""
_Family = Sequence[tuple[Indicator, Mapping[UnitKey, Sequence[Observation]]]]


def family_of(indicator: Indicator, known: Mapping[str, Indicator]) -> tuple[Indicator, ...]:
    """An indicator, then every other one that measures the same by another definition."""
    base = base_of(indicator, known)
    others = (other for other in known.values() if base_of(other, known) == base)
    return (indicator, *(other for other in others if other.id != indicator.id))


Family = tuple[Indicator, tuple[Indicator, ...]]
"""What a row is of: an indicator, and the variants of its framework that may stand for it."""


def families(
    known: Mapping[str, Indicator], chosen: Sequence[str], owned: Owners
) -> list[list[Family]]:
    """What rows are of, those that measure the same together: a family for each framework.

    A value stands in rows of its own framework (bộ chỉ số) only, since it is comparable with no
    other's. With ``chosen`` those asked for stand before what else measures the same.
    """
    bases: dict[str, list[Indicator]] = {}
    for indicator in known.values():
        bases.setdefault(base_of(indicator, known), []).append(indicator)
    named = [known[name] for name in chosen if name in known]
    if not chosen:
        return [_parted(known[base], family, (), owned) for base, family in bases.items()]
    asked: dict[str, list[Indicator]] = {}
    for indicator in named:
        asked.setdefault(base_of(indicator, known), []).append(indicator)
    return [_parted(known[base], bases[base], heads, owned) for base, heads in asked.items()]


def _parted(
    base: Indicator, family: Sequence[Indicator], heads: Sequence[Indicator], owned: Owners
) -> list[Family]:
    """A family for each of ``heads``, then one for every other framework."""
    if len(family) == 1:
        return [(family[0], ())]
    parts: dict[str, list[Indicator]] = {}
    for one in (base, *(other for other in family if other.id != base.id)):
        framework = framework_behind(owned, one)
        parts.setdefault(framework.id if framework is not None else "", []).append(one)
    found = []
    for head in heads:
        framework = framework_behind(owned, head)
        part = parts[framework.id if framework is not None else ""]
        found.append((head, tuple(one for one in part if one.id != head.id)))
    told = {one.id for head in found for one in (head[0], *head[1])}
    found += [(part[0], tuple(part[1:])) for part in parts.values() if part[0].id not in told]
    return found


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


def ahead_of(counts: Mapping[Edition, int], first: str | None) -> Edition | None:
    """The edition in which most of the units have a figure, the newest of several.

    ``counts`` tells how many have one. What was asked for by its id, ``first``, goes before others.
    """

    def place(one: Edition) -> tuple[bool, int, date, date, str]:
        indicator, start, end = one
        return (*standing(indicator, end, counts[one], first), start, indicator)

    return max(counts, key=place, default=None)


def standing(indicator: str, end: date, units: int, first: str | None) -> tuple[bool, int, date]:
    """What an edition that so many units have is judged by: the greater goes before."""
    return (indicator == first, units, end)


Aligned = tuple[Indicator, list[Found], int]
"""What a row is named after, its cells, and the place of the one the others are judged by."""


def rows_of(
    units: Sequence[Unit], group: Sequence[Family], told: Told, chosen: Sequence[str]
) -> list[Aligned]:
    """The rows of those families that show something: every figure stands in one row only.

    What was asked for goes first. A row of another framework is there only for a unit that no row
    before it has a figure of.
    """
    found = []
    for base, variants in group:
        one = aligned(units, base, variants, told, named=base.id in chosen)
        if one is not None:
            found.append(one)
    if len(found) < 2:
        return found
    if not chosen:
        found.sort(key=_weight, reverse=True)
    kept: list[Aligned] = []
    covered: set[UnitKey] = set()
    shown: set[str] = set()
    for indicator, cells, reference in found:
        having = {cell.unit.key for cell in cells if cell.observation is not None}
        told_here = {cell.observation.id for cell in cells if cell.observation is not None}
        if having - covered or (indicator.id in chosen and told_here - shown):
            kept.append((indicator, cells, reference))
            covered |= having
            shown |= told_here
    own = {indicator.id for indicator, _, _ in kept}
    return [
        (
            indicator,
            [
                cell
                if cell.indicator.id == indicator.id or cell.indicator.id not in own
                else Found(cell.unit, indicator, None)
                for cell in cells
            ],
            reference,
        )
        for indicator, cells, reference in kept
    ]


def _weight(row: Aligned) -> tuple[int, date]:
    """How many units have a figure in a row, and of when it is: the greater goes before."""
    _, cells, reference = row
    figure = cells[reference].observation
    having = sum(cell.observation is not None for cell in cells)
    return (having, figure.end if figure is not None else date.min)


def aligned(
    units: Sequence[Unit],
    base: Indicator,
    variants: Sequence[Indicator],
    told: Told,
    *,
    named: bool,
) -> tuple[Indicator, list[Found], int] | None:
    """What a row is named after, its cells, and the place of the one the others are judged by.

    ``named``: the row was asked for by ``base``, which goes before its variants.
    """
    family = [(one, told[one.id]) for one in (base, *variants) if one.id in told]
    if not family:
        return None
    ahead = _ahead(family, base.id if named else None) if base.external else None
    if ahead is None and len(family) == 1:
        return _newest(units, *family[0])
    cells = [_shown(unit, base, family, ahead) for unit in units]
    measuring = [cell for cell in cells if cell.observation is not None]
    if not measuring:
        return None
    if ahead is not None:
        indicator = next(one for one, _ in family if one.id == ahead[0])
    else:
        on_base = any(cell.indicator.id == base.id for cell in measuring)
        indicator = base if on_base else measuring[0].indicator
    cells = [cell if cell.observation else Found(cell.unit, indicator, None) for cell in cells]
    reference = next(
        place
        for place, (_, own, figure) in enumerate(cells)
        if figure is not None
        and own.id == indicator.id
        and (ahead is None or (figure.start, figure.end) == ahead[1:])
    )
    return indicator, cells, reference


def _newest(
    units: Sequence[Unit], indicator: Indicator, figures: Mapping[UnitKey, Sequence[Observation]]
) -> tuple[Indicator, list[Found], int] | None:
    """A row of one indicator that each unit reports by itself, as most are."""
    newest = [figures.get(unit.key) for unit in units]
    reference = next((place for place, own in enumerate(newest) if own), None)
    if reference is None:
        return None
    cells = [
        Found(unit, indicator, own[0] if own else None)
        for unit, own in zip(units, newest, strict=True)
    ]
    return indicator, cells, reference


def _ahead(family: _Family, first: str | None) -> Edition | None:
    editions = Counter(
        (one.id, start, end)
        for one, figures in family
        for own in figures.values()
        for start, end in {(figure.start, figure.end) for figure in own}
    )
    return ahead_of(editions, first)


def _shown(unit: Unit, base: Indicator, family: _Family, ahead: Edition | None) -> Found:
    """The unit's figure in the edition ahead, else on ``base``, else its newest on a variant."""
    own = [(one, figures[unit.key]) for one, figures in family if unit.key in figures]
    if not own:
        return Found(unit, base, None)
    if ahead is not None:
        for one, figures in own:
            for figure in figures if one.id == ahead[0] else ():
                if (figure.start, figure.end) == ahead[1:]:
                    return Found(unit, one, figure)
    if own[0][0].id == base.id:
        return Found(unit, base, own[0][1][0])
    variant, figures = max(own, key=lambda one: (one[1][0].end, one[1][0].published_on))
    return Found(unit, variant, figures[0])
