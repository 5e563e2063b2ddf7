"""What a reader answers about frameworks, editions and scores; made when first asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

from briefing.domain.frameworks import Assessment, Framework
from briefing.domain.model import UnitKey, UnitKind
from briefing.domain.ranking import Edition
from briefing.store.catalogue import Catalogue
from briefing.store.editions import Editions
from briefing.store.errors import UnknownFactError
from briefing.store.figures import Day
from briefing.store.frameworks import Frameworks
from briefing.store.units import Units


class Standings:
    """Frameworks and editions of one database; every method sees one state of it."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        catalogue: Catalogue,
        units: Units,
        snapshot: Callable[[], AbstractContextManager[None]],
    ) -> None:
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
