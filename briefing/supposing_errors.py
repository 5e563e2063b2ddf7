"""What-if questions that have no answer, and what can be asked instead."""

from __future__ import annotations

from collections.abc import Sequence


class SupposingError(Exception):
    """A what-if that cannot be asked; ``text`` is what was asked for, ``near`` what there is."""

    def __init__(self, text: str, near: Sequence[str] = ()) -> None:
        super().__init__(text)
        self.text = text
        self.near = tuple(near)


class UnknownFrameworkError(SupposingError):
    """No framework is called so."""


class OpenFrameworkError(SupposingError):
    """A framework of which points are missing: no total can be worked out."""


class NoResultsError(SupposingError):
    """No results of the framework were known by the day, or none of the year asked for."""


class NotAssessedError(SupposingError):
    """The unit was not among those assessed; ``near`` are units that became part of it."""


class RankBeyondError(SupposingError):
    """A rank beyond the ``universe``, the number of units ranked."""

    def __init__(self, rank: int, universe: int) -> None:
        super().__init__(str(rank))
        self.universe = universe
