"""The book kept while a workspace is read: what is declared where, and what is wrong."""

from __future__ import annotations

from collections.abc import Collection

from briefing.problems import Fault, Problem, nearest, quoted
from briefing.workspace.contents import Position, RowKey
from briefing.workspace.faults import frameworks, meaning
from briefing.workspace.records import Loc, Place, problem

_UNKNOWN = {
    "pillar": meaning.UNKNOWN_PILLAR,
    "indicator": meaning.UNKNOWN_INDICATOR,
    "source": meaning.UNKNOWN_SOURCE,
    "document": meaning.UNKNOWN_DOCUMENT,
    "observation": meaning.UNKNOWN_OBSERVATION,
    "target": meaning.UNKNOWN_TARGET,
    "framework": frameworks.UNKNOWN_FRAMEWORK,
}

MOST_SEARCHES = 50
"""How many mistakes get the nearest known id."""


class Ledger:
    """Collects problems, the place of every fact, and the facts of every file.

    A kind is ``incomplete`` when a file that declares it could not be read: references to it are
    then not judged, so that one broken file does not bury its own mistake under hundreds.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.origin: dict[RowKey, Position] = {}
        self.rows: dict[str, list[RowKey]] = {}
        self._incomplete: set[str] = set()
        self._searches = 0
        self._ids: dict[str, dict[str, None]] = {}

    def mark_incomplete(self, *kinds: str) -> None:
        """References to ``kinds`` are not judged any more."""
        self._incomplete.update(kinds)

    def is_incomplete(self, kind: str) -> bool:
        """Whether some facts of ``kind`` could not be read."""
        return kind in self._incomplete

    def declare(self, kind: str, id_: str, place: Place, loc: Loc = ("id",)) -> bool:
        """Enter a fact; false, with a problem, when its id is taken."""
        key = RowKey(kind, id_)
        if first := self.origin.get(key):
            self.report(
                place,
                loc,
                meaning.DUPLICATE_ID,
                value=quoted(id_),
                first=f"{first.path}:{first.line}",
            )
            return False
        self.origin[key] = Position(place.path, place.position(())[0])
        self.rows.setdefault(place.path, []).append(key)
        self._ids.setdefault(kind, {})[id_] = None
        return True

    def place_of(self, kind: str, id_: str) -> Position:
        """Where a declared fact stands. Raises ``KeyError`` for another."""
        return self.origin[RowKey(kind, id_)]

    def where(self, kind: str, id_: str) -> str:
        """``path:line`` of a declared fact. Raises ``KeyError`` for another."""
        position = self.place_of(kind, id_)
        return f"{position.path}:{position.line}"

    def report(self, place: Place, loc: Loc, fault: Fault, **params: str | int) -> None:
        """Enter a problem with the value at ``loc``."""
        self.problems.append(problem(place, loc, fault, params))

    def suggest(self, name: str, known: Collection[str]) -> str:
        """The nearest known name, for the first mistakes: a search costs as much as a file."""
        self._searches += 1
        return nearest(name, known) if self._searches <= MOST_SEARCHES else ""

    def refer(self, kind: str, id_: str | None, place: Place, loc: Loc) -> bool:
        """Whether ``id_`` names a declared fact of ``kind``; a problem when it does not."""
        known: Collection[str] = self._ids.get(kind, ())
        if id_ is None or id_ in known:
            return True
        if kind not in self._incomplete:
            self.report(
                place,
                loc,
                _UNKNOWN[kind],
                value=quoted(id_),
                suggestion=self.suggest(id_, known),
            )
        return False
