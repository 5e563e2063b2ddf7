"""What a reader answers about frameworks, editions and scores; made when first asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import date
from typing import TYPE_CHECKING

from briefing.domain.editions import Edition
from briefing.domain.frameworks import Assessment, Framework
from briefing.domain.model import Indicator, Unit, UnitKey, UnitKind
from briefing.store.catalogue import Catalogue
from briefing.store.editions import Editions
from briefing.store.errors import UnknownFactError
from briefing.store.figures import Day
from briefing.store.frameworks import Frameworks
from briefing.store.units import Units

if TYPE_CHECKING:
    from briefing.domain.framework_told import FrameworkTold
    from briefing.domain.lineage import Lineage
    from briefing.domain.profile import Profile
    from briefing.domain.ranked import Choice, Ranked
    from briefing.domain.standing import Briefing
    from briefing.store.ranked import RankedAnswers


class Standings:
    """Frameworks and editions of one database; every method sees one state of it."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        catalogue: Catalogue,
        units: Units,
        snapshot: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._units = units
        self._snapshot = snapshot
        self._frameworks = Frameworks(connection)
        self._editions = Editions(connection, catalogue, units)

    def frameworks(self) -> tuple[Framework, ...]:
        """Every index framework, the oldest first, those without years last."""
        with self._snapshot():
            return self._frameworks.all()

    def edition(
        self,
        indicator: str,
        as_of: date,
        known_on: date,
        kind: UnitKind = UnitKind.PROVINCE,
        *,
        parent: UnitKey | None = None,
        end: date | None = None,
    ) -> Edition:
        """All units' figures on an indicator in the period that ended on ``end``, else the newest.

        Of the units of ``kind``, below ``parent`` if given. Raises ``KeyError`` for an unknown
        indicator.
        """
        with self._snapshot():
            return self._editions.edition(indicator, Day(as_of, known_on), kind, parent, end)

    def profile(
        self, briefing: Briefing, peer: UnitKey | None = None, *, end: date | None = None
    ) -> Profile:
        """Where the briefing's unit stands on its days, beside ``peer``.

        In the period that ended on ``end``, else in the newest one whose results are of units
        among which it was. Another unit than one of its own kind is no peer.
        """
        from briefing.store.profiles import Profiles

        with self._snapshot():
            beside = None if peer is None else self._units.unit(peer)
            if beside is not None and beside.kind is not briefing.unit.kind:
                beside = None
            asked = Profiles(self._connection, self._catalogue, self._units, briefing, beside)
            return asked.profile(self._frameworks.all(), end)

    def ranked(self, choice: Choice, focus: UnitKey, as_of: date, known_on: date) -> Ranked:
        """A ranking with the periods beside it; see ``store.ranked``.

        Raises ``KeyError`` for an unknown unit or indicator.
        """
        with self._snapshot():
            return self._rankings().ranked(choice, focus, Day(as_of, known_on))

    def rankable(self, kind: UnitKind) -> tuple[Indicator, ...]:
        """The indicators on which two units of a kind or more have figures, in folder order."""
        with self._snapshot():
            return self._rankings().rankable(kind)

    def parents(self, ranked: Ranked) -> tuple[Unit, ...]:
        """The provinces below which a ranking's units lie, by name; none for provinces."""
        with self._snapshot():
            return self._rankings().parents(ranked)

    def absent(self, names: Iterable[str], as_of: date, known_on: date) -> tuple[Lineage, ...]:
        """The units named and what became of each by the day; none for a name nobody bears."""
        from briefing.domain.lineage import Lineage
        from briefing.store.lineages import lineage_of

        found = []
        with self._snapshot():
            for name in names:
                unit = self._units.find(name, as_of) or self._units.find(name, None, known_on)
                if unit is not None:
                    simple = Lineage(unit=unit, as_of=as_of)
                    found.append(lineage_of(self._units, unit, as_of) or simple)
        return tuple(found)

    def _rankings(self) -> RankedAnswers:
        from briefing.store.ranked import RankedAnswers

        known = self._frameworks.all()
        return RankedAnswers(self._connection, self._catalogue, self._units, self._editions, known)

    def framework(
        self, framework_id: str, unit: UnitKey, as_of: date, known_on: date
    ) -> FrameworkTold | None:
        """A framework as a unit was scored on it; ``None`` for an unknown one.

        Raises ``KeyError`` for an unknown unit.
        """
        from briefing.store.framework_answers import framework_told

        day = Day(as_of, known_on)
        with self._snapshot():
            return framework_told(
                framework_id, unit, day, self._frameworks, self._catalogue, self._units
            )

    def assessments(
        self, unit: UnitKey, framework: str, as_of: date, known_on: date
    ) -> tuple[Assessment, ...]:
        """What a unit scored on a framework's parts, the newest period first.

        Raises ``KeyError`` for an unknown unit.
        """
        with self._snapshot():
            number = self._units.number_of(unit)
            if number is None:
                raise UnknownFactError(str(unit))
            return self._frameworks.assessments(number, unit, framework, Day(as_of, known_on))
