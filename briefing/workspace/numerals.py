"""The trap of ``485.762``: a whole number as officials print it, a decimal as machines read it.

YAML numbers with two readings are refused where they are read (``readers.number``). A CSV cell may
hold one when its indicator has three decimals or more: only the indicator can tell.
"""

from __future__ import annotations

from briefing.domain.model import Indicator, Measure
from briefing.problems import Fault, quoted
from briefing.workspace import scalars
from briefing.workspace.faults import meaning, values

_THOUSANDTHS = 3
_WHOLE_MEASURES = (Measure.COUNT, Measure.RANK)


def value_fault(
    written: str, value: float, indicator: Indicator
) -> tuple[Fault, dict[str, str | int]] | None:
    """What speaks against ``value`` of ``indicator``, spelled ``written`` in the file.

    A count or a rank is whole. Any other value that looks like grouped thousands is refused
    unless the indicator has three decimals or more.
    """
    whole_only = indicator.measure in _WHOLE_MEASURES
    if whole_only or indicator.decimals < _THOUSANDTHS:
        fault = count_fault(written, value, whole_only=whole_only)
        if fault is not None:
            return fault
    if indicator.measure is Measure.RANK and value < 1:
        return meaning.RANK_TOO_SMALL, {"value": quoted(written)}
    return None


def count_fault(
    written: str, value: float, *, whole_only: bool = True
) -> tuple[Fault, dict[str, str | int]] | None:
    """What speaks against ``value`` as a number of things counted."""
    if scalars.has_two_readings(written):
        return values.AMBIGUOUS_NUMBER, scalars.readings(written)
    if whole_only and not value.is_integer():
        return meaning.COUNT_NOT_WHOLE, {"value": quoted(written)}
    return None
