"""One scale for all figures of a row, and which of them is best."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.domain import goals
from briefing.domain.likeness import Found, universe
from briefing.domain.model import Better, Indicator, Measure, Observation, Unit, UnitKey
from briefing.domain.value import value

_Known = tuple[Unit, Indicator, Observation]


@value(kw_only=True)
class Scale:
    """The scale of a row: from 0 to ``top`` in the row's measure.

    ``of_wholes``: counts lie on their own stated wholes ("16/18"), whatever ``top`` is.
    """

    indicator: Indicator
    top: float
    of_wholes: bool = False

    def share(self, figure: float, whole: float | None = None) -> float:
        """The length of a bar, 0 to 1. ``whole`` is the figure's own denominator or universe.

        Of ranks the first fills the bar, the last of its universe has the least of it.
        """
        part, top = figure, self.top
        if self.indicator.measure is Measure.RANK:
            top = whole or self.top
            part = top - figure + 1
        elif self.of_wholes and whole:
            top = whole
        return min(1.0, max(0.0, part / top)) if top > 0 else 0.0


def scale_of(cells: Sequence[Found], indicator: Indicator, beside: Iterable[float] = ()) -> Scale:
    """The scale that all figures of a row lie on, and ``beside`` them means and best values.

    Percentages lie on 0 to 100, an index that stays within it on 0 to 1, ranks on their universe.
    Counts that are all stated as x/y lie on their own wholes; anything else on the greatest.
    """
    if indicator.measure is Measure.PERCENT:
        return Scale(indicator=indicator, top=100.0, of_wholes=False)
    fitting = fitting_figures(cells, indicator)
    values = [*(found.value for _, _, found in fitting), *beside]
    top, of_wholes = max(values, default=0.0), False
    if indicator.measure is Measure.INDEX and min(values, default=0.0) >= 0 and top <= 1:
        top = 1.0
    elif indicator.measure is Measure.COUNT:
        of_wholes = all(found.denominator for _, _, found in fitting)
    return Scale(indicator=indicator, top=top, of_wholes=of_wholes)


def shares(cells: Sequence[Found], scale: Scale) -> dict[UnitKey, float]:
    """By unit the length of its bar, for figures counted in what the row counts in."""
    ranks = scale.indicator.measure is Measure.RANK
    return {
        unit.key: scale.share(found.value, universe(own, found) if ranks else found.denominator)
        for unit, own, found in fitting_figures(cells, scale.indicator)
    }


def best(alike: Sequence[Found], scale: Scale) -> frozenset[UnitKey]:
    """The best of at least two figures that are like for like, all of them on a tie."""
    indicator = scale.indicator
    if indicator.better is Better.NEITHER:
        return frozenset()
    judged = {
        unit.key: _worth(found, scale) for unit, _, found in fitting_figures(alike, indicator)
    }
    if len(judged) < 2:
        return frozenset()
    first = (max if indicator.better is Better.HIGHER else min)(judged.values())
    return frozenset(key for key, worth in judged.items() if goals.is_tie(worth, first))


def fitting_figures(cells: Iterable[Found], indicator: Indicator) -> list[_Known]:
    """The cells with a figure that is counted in what ``indicator`` counts in."""
    return [
        (cell.unit, cell.indicator, cell.observation)
        for cell in cells
        if cell.observation is not None and cell.indicator.measure is indicator.measure
    ]


def _worth(observation: Observation, scale: Scale) -> float:
    whole = observation.denominator if scale.of_wholes else None
    return observation.value / whole if whole else observation.value
