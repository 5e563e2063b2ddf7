"""What-if questions that have no answer, and what can be asked instead."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.domain.frameworks import Framework
from briefing.domain.model import Unit, UnitKind


class SupposingError(Exception):
    """A what-if that cannot be asked; ``text`` is what was asked for, ``near`` what there is."""

    def __init__(self, text: str, near: Sequence[str] = ()) -> None:
        super().__init__(text)
        self.text = text
        self.near = tuple(near)


class UnknownFrameworkError(SupposingError):
    """No framework is called so."""


class OpenFrameworkError(SupposingError):
    """A ``framework`` of which points or values are missing: no total can be worked out."""

    def __init__(self, framework: Framework, near: Sequence[str] = ()) -> None:
        super().__init__(framework.short, near)
        self.framework = framework


class NoResultsError(SupposingError):
    """No results of the framework were known by the day, or none of the year asked for."""


class NotAssessedError(SupposingError):
    """The ``unit`` was not among those assessed; those ``before`` it became it or part of it.

    ``dated``: its code was read on a day given, not at the end of the period of the results.
    """

    def __init__(self, unit: Unit, before: Sequence[Unit], *, dated: bool) -> None:
        super().__init__(unit.name)
        self.unit = unit
        self.before = tuple(before)
        self.dated = dated


class OtherKindError(SupposingError):
    """Units of another ``kind`` than the unit's are assessed."""

    def __init__(self, text: str, kind: UnitKind) -> None:
        super().__init__(text)
        self.kind = kind


class RankBeyondError(SupposingError):
    """A rank beyond the ``universe``, the number of units ranked."""

    def __init__(self, rank: int, universe: int) -> None:
        super().__init__(str(rank))
        self.universe = universe
