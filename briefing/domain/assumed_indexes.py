"""Main indexes before and after a change, and what the change brings in the total.

Each index (0 to 1) enters the total of its framework by its share of the points (922/QĐ-BTTTT: 0.1
for each of five foundations, 0.2, 0.15 and 0.15). Worked out exactly, in decimals.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from briefing.domain.frameworks import Framework, Part
from briefing.domain.totals import Between
from briefing.domain.value import value

ZERO, ONE = Decimal(0), Decimal(1)


class NotComputableError(Exception):
    """A framework whose total cannot be worked out: maximum points are missing or do not add up."""


class Change(NamedTuple):
    """A new value of an index (0 to 1), or by how much it is raised when ``relative``."""

    amount: float
    relative: bool = False


@value(kw_only=True)
class Row:
    """One main index before and after, 0 to 1; ``None`` where it is not known.

    ``assumed``: it has no published value and was given one. ``changed``: it was given another
    value. ``capped``: a raise would have taken it beyond 0 or 1. ``points`` is what the change
    brings in points of the total; ``None`` where that is not known.
    """

    part: Part
    before: float | None
    after: float | None
    changed: bool = False
    assumed: bool = False
    capped: bool = False
    points: float | None = None


def weights_of(framework: Framework) -> dict[str, Decimal]:
    """Each main index's part of the total, by its id; they add up to 1.

    Raises ``NotComputableError`` where points are missing or do not add up to the framework's.
    """
    points = {part.id: exactly(part.max_points or 0.0) for part in framework.scored}
    whole = exactly(framework.total)
    if not framework.complete or not points or sum(points.values()) != whole:
        raise NotComputableError(framework.id)
    return {id_: one / whole for id_, one in points.items()}


def row_of(
    part: Part, weight: Decimal, total: float, before: float | None, change: Change | None
) -> Row:
    """An index after ``change``: ``weight`` of the framework's ``total`` points are its own."""
    if change is None:
        return Row(part=part, before=before, after=before)
    if before is None and change.relative:
        gained = float(weight * exactly(change.amount)) * total
        return Row(part=part, before=None, after=None, changed=True, points=gained)
    wanted = exactly(change.amount)
    if change.relative:
        wanted += exactly(before or 0.0)
    after = min(max(wanted, ZERO), ONE)
    return Row(
        part=part,
        before=before,
        after=float(after),
        changed=before is None or after != exactly(before),
        assumed=before is None,
        capped=after != wanted,
        points=None if before is None else float(weight * (after - exactly(before))) * total,
    )


def rolled_up(framework: Framework, shares: Mapping[str, float | None]) -> Between:
    """The total from the shares known, those not known between 0 and 1."""
    weights = weights_of(framework)
    known = sum(weights[id_] * exactly(one) for id_, one in shares.items() if one is not None)
    if all(one is not None for one in shares.values()):
        return Between(float(known), float(known))
    open_ = sum(weights[id_] for id_, one in shares.items() if one is None)
    return Between(float(known), float(known + open_))


def gain_of(
    rows: Iterable[Row], changes: Mapping[str, Change], weights: Mapping[str, Decimal]
) -> tuple[Decimal, Decimal]:
    """The least and the most that the total (0 to 1) changes by."""
    least = most = ZERO
    for row in rows:
        change, weight = changes.get(row.part.id), weights[row.part.id]
        if change is None:
            continue
        if row.before is not None and row.after is not None:
            moved = weight * (exactly(row.after) - exactly(row.before))
            least, most = least + moved, most + moved
        elif row.after is None:
            moved = weight * exactly(change.amount)
            least, most = least + moved, most + moved
        else:
            least += weight * (exactly(row.after) - 1)
            most += weight * exactly(row.after)
    return least, most


def exactly(number: float) -> Decimal:
    """A number as it is written, not as it is kept in binary."""
    return Decimal(repr(float(number)))
