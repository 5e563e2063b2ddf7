"""What values an indicator may have: a share of a whole ends at 100, a rank with its universe."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.domain.model import Indicator, Measure
from briefing.domain.value import value
from briefing.problems import Fault, quoted
from briefing.workspace.faults import figures
from briefing.workspace.models.catalogue import IndicatorEntry

_HUNDRED = 100.0


@value
class Limits:
    """The lowest and highest value, both included; ``None`` where there is no such limit."""

    lowest: float | None = None
    highest: float | None = None
    beyond: Fault = figures.ABOVE_HIGHEST
    """What to say of a value above ``highest``."""


def limits_of(indicator: IndicatorEntry) -> Limits:
    """What the catalogue says (``lowest``, ``highest``), else what the measure implies.

    A percentage is a share from 0 to 100, a rank counts from 1 to the universe, nothing is counted
    below 0. An index, points and money have no limits of their own.
    """
    measure = indicator.measure
    lowest = 0.0 if measure in (Measure.PERCENT, Measure.COUNT) else None
    if indicator.lowest is not None:
        lowest = indicator.lowest
    if indicator.highest is not None:
        return Limits(lowest, indicator.highest)
    if measure is Measure.PERCENT:
        return Limits(lowest, _HUNDRED, figures.SHARE_ABOVE_HUNDRED)
    if measure is Measure.RANK and indicator.universe is not None:
        return Limits(lowest, float(indicator.universe), figures.RANK_ABOVE_UNIVERSE)
    return Limits(lowest)


def limit_fault(
    written: str, number: float, indicator: Indicator, all_limits: Mapping[str, Limits]
) -> tuple[Fault, dict[str, str | int]] | None:
    """What speaks against ``number``, spelled ``written``, as a value of ``indicator``."""
    limits = all_limits.get(indicator.id)
    if limits is None:
        return None
    params: dict[str, str | int] = {"value": quoted(written), "indicator": quoted(indicator.id)}
    if limits.highest is not None and number > limits.highest:
        return limits.beyond, params | {"limit": shown(limits.highest)}
    if limits.lowest is not None and number < limits.lowest:
        return figures.BELOW_LOWEST, params | {"limit": shown(limits.lowest)}
    return None


def shown(number: float) -> str:
    """``number`` as these files spell it: 485762, 69.83."""
    return str(int(number)) if number.is_integer() else repr(float(number))
