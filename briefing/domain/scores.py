"""What a unit scored on a framework, as values: a part's points, and the sheet of all parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from briefing.domain.adding_up import Misfit, is_sum, total
from briefing.domain.frameworks import Assessment, Framework, Part, RollUp
from briefing.domain.value import value


class Basis(StrEnum):
    """Whose points count."""

    APPRAISED = "appraised"
    SELF = "self"
    BOTH = "both"


@value(kw_only=True)
class Score:
    """A part as a unit scored it, in points.

    ``depth`` counts the parts it lies in. ``maximum`` are all its points, ``covered`` those of
    what is scored in it, ``points`` what was got of these; ``None`` without any.
    ``self_points`` and ``appraised_points`` are given, or the sum of those given within. ``rows``
    are the assessments of the part itself, the last published first. ``lead`` and ``due`` are the
    unit's own, else those of the framework.
    """

    part: Part
    depth: int
    maximum: float | None
    covered: float
    points: float | None
    self_points: float | None
    appraised_points: float | None
    basis: Basis | None
    evidence: str
    lead: str | None
    due: date | None
    rows: tuple[Assessment, ...]
    parts: tuple[Score, ...]

    @property
    def lost(self) -> float | None:
        """Points not got, of those covered."""
        return None if self.points is None else total((self.covered, -self.points))

    @property
    def is_whole(self) -> bool:
        """Whether every point of the part is covered."""
        return self.maximum is not None and is_sum(self.maximum, (self.covered,))


@value(kw_only=True)
class Sheet:
    """A framework as a unit scored it in one period, or as nobody scored it yet.

    ``start`` and ``end`` are the period's days, ``None`` without scores; ``earlier`` the last days
    of the periods before it.
    """

    framework: Framework
    start: date | None
    end: date | None
    earlier: tuple[date, ...]
    scores: tuple[Score, ...]
    result: RollUp
    basis: Basis | None
    misfits: tuple[Misfit, ...]

    @property
    def all(self) -> Iterator[Score]:
        """Each score, then those within it."""
        return all_scores(self.scores)


def all_scores(scores: Iterable[Score]) -> Iterator[Score]:
    """Each score, then those within it."""
    for each in scores:
        yield each
        yield from all_scores(each.parts)
