"""The periods before and after the one ranked: which there are, and what keeps them apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.domain.editions import Period
from briefing.domain.frameworks import Framework, framework_behind
from briefing.domain.model import Indicator, Measure, UnitKey, UnitKind
from briefing.domain.ranked import Break, Ranked, Step
from briefing.store.catalogue import Catalogue
from briefing.store.editions import Editions
from briefing.store.figures import Day


class Neighbours:
    """The editions beside one in time, of the same indicator or of its kin."""

    def __init__(
        self, catalogue: Catalogue, editions: Editions, frameworks: Sequence[Framework]
    ) -> None:
        self._catalogue = catalogue
        self._editions = editions
        self._frameworks = frameworks

    def family(self, indicator: Indicator) -> list[Indicator]:
        """The indicator and those that measure the same in another way or framework."""
        root = indicator.variant_of or indicator.id
        every = self._catalogue.indicators.values()
        return [one for one in every if root in (one.id, one.variant_of)]

    def beside(
        self, indicator: Indicator, period: Period, day: Day, kind: UnitKind, above: UnitKey | None
    ) -> tuple[tuple[Indicator, Period] | None, tuple[Indicator, Period] | None]:
        """The editions before and after one, of the same indicator wherever both have one.

        Periods of which units of another kind alone have figures are passed over.
        """
        found: dict[Period, Indicator] = {}
        for one in self.family(indicator):
            for other in self._editions.periods(one.id, day):
                if one.id == indicator.id or other not in found:
                    found[other] = one

        def first(periods: list[Period]) -> tuple[Indicator, Period] | None:
            having = (
                (found[one], one)
                for one in periods
                if self._editions.has_any(found[one], one, day, kind, above)
            )
            return next(having, None)

        older = sorted((one for one in found if _order(one) < _order(period)), key=_order)
        newer = sorted((one for one in found if _order(one) > _order(period)), key=_order)
        return first(older[::-1]), first(newer)

    def step(self, shown: Ranked, found: tuple[Indicator, Period] | None) -> Step | None:
        """One of the editions beside, with the reasons not to compare with it."""
        if found is None:
            return None
        indicator, period = found
        edition = shown.ranking.edition
        framework = framework_behind(self._frameworks, indicator)
        universe = self._universe(shown, indicator, period)
        breaks = []
        if framework is not shown.framework:
            breaks.append(Break.FRAMEWORK)
        elif indicator.id != edition.indicator.id:
            breaks.append(Break.DEFINITION)
        if universe != shown.ranking.universe:
            breaks.append(Break.UNIVERSE)
        rank = None if breaks else self._rank_then(edition.indicator, edition.rank, shown, found)
        return Step(indicator, framework, period, universe, tuple(breaks), rank)

    def _universe(self, shown: Ranked, indicator: Indicator, period: Period) -> int:
        """How many could be ranked then; provinces changed in number, the rest is counted alike."""
        if shown.kind is not UnitKind.PROVINCE:
            return shown.ranking.universe
        ranking = self._editions.ranking_of(indicator) or indicator
        if ranking.universe is not None:
            return ranking.universe
        return self._editions.universe(shown.kind, period.end)

    def _rank_then(
        self,
        indicator: Indicator,
        ranking: Indicator | None,
        shown: Ranked,
        found: tuple[Indicator, Period],
    ) -> int | None:
        """The published rank of the unit in focus in a neighbouring period."""
        asked = indicator if indicator.measure is Measure.RANK else ranking
        if asked is None:
            return None
        known_on = shown.ranking.edition.known_on
        figure = self._editions.figure(asked, shown.focus.key, found[1], known_on)
        return None if figure is None else round(figure.value)


def _order(period: Period) -> tuple[date, date]:
    return period.end, period.start
