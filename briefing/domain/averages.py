"""Means and medians as they are said: one rule for every screen, so that one number is one number.

They are rounded half away from zero, as officials are taught, and what is worked out from them is
worked out from the rounded number that stands on the screen.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from briefing.domain.model import Indicator, Measure

EXACT_DIGITS = 14
"""Digits up to which a mean of binary numbers is the mean of the decimal ones that were written."""
LEAST_DECIMALS = {Measure.INDEX: 4}
"""Decimals that a mean has at least, where they are not two."""

_ROUNDING = Context(prec=400, rounding=ROUND_HALF_UP)


def decimals(indicator: Indicator) -> int:
    """How many decimals a mean of an indicator has: an index four, anything else two, or more."""
    return max(indicator.decimals, LEAST_DECIMALS.get(indicator.measure, 2))


def mean(values: Sequence[float], indicator: Indicator) -> float:
    """The mean of at least one value: 0,70275 is 0,7028."""
    return rounded(statistics.fmean(values), indicator)


def median(values: Sequence[float], indicator: Indicator) -> float:
    """The median of at least one value."""
    return rounded(statistics.median(values), indicator)


def rounded(number: float, indicator: Indicator) -> float:
    """A mean or median to the decimals of its indicator.

    What lies just below a half because binary numbers cannot say it (0,70274999999999999) is one.
    """
    written = Decimal(f"{number:.{EXACT_DIGITS}g}")
    return float(_ROUNDING.quantize(written, Decimal((0, (1,), -decimals(indicator)))))
