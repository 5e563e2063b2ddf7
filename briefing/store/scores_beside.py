"""Units side by side as they were scored on frameworks of their kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefing.domain.frameworks import Assessment, Framework
from briefing.domain.model import Unit
from briefing.store.figures import Day
from briefing.store.frameworks import Frameworks

if TYPE_CHECKING:
    from briefing.domain.scores_beside import ScoresBeside


def scores_beside(
    frameworks: Frameworks, units: Sequence[Unit], numbers: Sequence[int], day: Day
) -> tuple[ScoresBeside, ...]:
    """The frameworks on which two of the units, by their numbers, were scored by then."""
    found = []
    for framework in frameworks.all():
        told = [
            frameworks.assessments(number, unit.key, framework.id, day)
            if unit.kind is framework.kind
            else ()
            for unit, number in zip(units, numbers, strict=True)
        ]
        if sum(map(bool, told)) > 1:
            found.append(_beside(framework, told))
    return tuple(found)


def _beside(framework: Framework, told: Iterable[Sequence[Assessment]]) -> ScoresBeside:
    from briefing.domain.scores_beside import ScoresBeside
    from briefing.domain.scoring import sheet

    sheets = tuple(sheet(framework, given) if given else None for given in told)
    return ScoresBeside(framework=framework, sheets=sheets)
