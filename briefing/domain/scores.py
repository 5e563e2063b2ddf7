"""What a unit scored on a framework, as values: a part's points, and the sheet of all parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from briefing.domain.adding_up import Misfit, total
from briefing.domain.frameworks import Assessment, Framework, Part, RollUp
from briefing.domain.value import value


class Basis(StrEnum):
    """Whose points count."""

    APPRAISED = "appraised"
    SELF = "self"
    BOTH = "both"


@value
class Side:
    """What one side gave, or what counts: ``points`` of the ``covered`` points it was given on.

    ``points`` is ``None`` without any. Parts without points are left out of both numbers. ``most``
    are the points that could be covered: the maximum, or what the parts within come to where that
    is more; ``None`` where nobody knows.
    """

    points: float | None
    covered: float
    most: float | None

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self.points is not None and self.most is not None and self.left_out == 0

    @property
    def left_out(self) -> float:
        """Points that could be covered and are not."""
        return max(0.0, total((self.most or 0.0, -self.covered)))

    @property
    def share(self) -> float | None:
        """Points got over points covered; ``None`` when nothing is covered."""
        return self.points / self.covered if self.points is not None and self.covered else None


@value(kw_only=True)
class Score:
    """A part as a unit scored it, in points.

    ``depth`` counts the parts it lies in. ``maximum`` are all its points. ``got`` is what counts,
    ``own`` what the unit gave itself, ``appraised`` what it was appraised at: given, or the sums of
    those given within. ``rows`` are the assessments of the part itself, the last published first.
    ``lead`` and ``due`` are the unit's own, else those of the framework.
    """

    part: Part
    depth: int
    maximum: float | None
    got: Side
    own: Side
    appraised: Side
    basis: Basis | None
    evidence: str
    lead: str | None
    due: date | None
    rows: tuple[Assessment, ...]
    parts: tuple[Score, ...]

    @property
    def points(self) -> float | None:
        """What was got, of the points covered."""
        return self.got.points

    @property
    def covered(self) -> float:
        """The points of what is scored in it."""
        return self.got.covered

    @property
    def lost(self) -> float | None:
        """Points not got, of those covered."""
        return None if self.points is None else total((self.covered, -self.points))

    @property
    def is_whole(self) -> bool:
        """Whether every point that could be covered is."""
        return self.got.is_whole


@value(kw_only=True)
class Sheet:
    """A framework as a unit scored it in one period, or as nobody scored it yet.

    ``start`` and ``end`` are the period's days, ``None`` without scores; ``earlier`` the last days
    of the periods before it. ``own`` and ``appraised`` are the totals of either side; ``cut`` is
    what the appraisal changed where both gave points: appraised less own, ``None`` without any.
    """

    framework: Framework
    start: date | None
    end: date | None
    earlier: tuple[date, ...]
    scores: tuple[Score, ...]
    result: RollUp
    got: Side
    own: Side
    appraised: Side
    cut: float | None
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
