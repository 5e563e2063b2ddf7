"""A framework as it is told of one unit: the tree, its scores, and the names behind the codes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from briefing.domain.frameworks import Framework
from briefing.domain.model import Document, Source, Unit
from briefing.domain.scored_units import ScoredUnits
from briefing.domain.scores import Score, Sheet
from briefing.domain.value import value


@value(kw_only=True)
class FrameworkTold:
    """``sheet`` is of ``unit``, by the period's days and what was published by ``known_on``.

    ``names`` are the organisations that lead parts, by code; ``scored`` the units that were scored
    on the framework by then, in the same period where this one was; ``more``: there are others, so
    that nobody's place is known.
    """

    unit: Unit
    as_of: date
    known_on: date
    sheet: Sheet
    document: Document | None
    names: Mapping[str, Unit]
    sources: Mapping[str, Source]
    scored: ScoredUnits
    more: bool

    @property
    def framework(self) -> Framework:
        """The framework."""
        return self.sheet.framework

    @property
    def is_decided(self) -> bool:
        """Whether its document was there on the day; so it is taken to be without a date."""
        day = self.document.date if self.document is not None else None
        return day is None or day <= min(self.as_of, self.known_on)

    def score(self, part: str) -> Score | None:
        """A part's score, by the part's id or code."""
        found = (each for each in self.sheet.all if part in (each.part.id, each.part.code))
        return next(found, None)
