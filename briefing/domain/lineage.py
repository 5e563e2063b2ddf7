"""Which unit a code means on a day, and which unit took over from which.

On 2025-07-01 sixty-three provinces became thirty-four (Nghị quyết 202/2025/QH15), and many codes
went on with another unit behind them: a unit is its code and the day from which it bears it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from briefing.domain.model import Unit, UnitKey
from briefing.domain.universe import listed_once
from briefing.domain.value import value

Generations = tuple[tuple[Unit, ...], ...]
"""Who stood where a unit stands, the nearest first; each generation covers the whole of it."""


def valid_on(units: Iterable[Unit], code: str, day: date) -> Unit | None:
    """The unit that ``code`` names on ``day``: 24 is Bắc Giang in 2023 and Bắc Ninh in 2026.

    Should two be valid at once, the one that began last.
    """
    valid = [unit for unit in units if unit.code == code and unit.is_valid_on(day)]
    return max(valid, key=lambda unit: unit.key.valid_from or date.min, default=None)


def successors_of(units: Iterable[Unit], key: UnitKey, day: date) -> tuple[Unit, ...]:
    """The units that stand on ``day`` where ``key`` once stood; itself while it is valid.

    Follows mergers of mergers, each unit once. Empty when ``key`` or its heirs are not among
    ``units``.
    """
    known = {unit.key: unit for unit in units}
    waiting, seen, heirs = [key], {key}, []
    while waiting:
        unit = known.get(waiting.pop(0))
        if unit is None:
            continue
        if unit.is_valid_on(day):
            heirs.append(unit)
            continue
        waiting += [heir for heir in unit.successors if heir not in seen]
        seen.update(unit.successors)
    return tuple(heirs)


def generations_of(predecessors: Mapping[UnitKey, Sequence[Unit]], key: UnitKey) -> Generations:
    """Who stood where ``key`` stands: its predecessors, then theirs, and so on.

    ``predecessors`` holds, by unit, those that became part of it. One that itself came from nobody
    stays in the older generations, so that each covers the whole; a circle ends the search.
    """
    found: list[tuple[Unit, ...]] = []
    seen = {key}
    current: list[Unit] = list(predecessors.get(key, ()))
    while any(unit.key not in seen for unit in current):
        seen.update(unit.key for unit in current)
        found.append(tuple(current))
        older: dict[UnitKey, Unit] = {}
        for unit in current:
            before = [one for one in predecessors.get(unit.key, ()) if one.key not in seen]
            older.update((one.key, one) for one in before or (unit,))
        current = list(older.values())
    return tuple(found)


class Relation(StrEnum):
    """How two units stand to each other across the changes of the map.

    ``merged``: both ended and became part of one unit; while they stood they were two like any
    others. ``apart``: they never stood on the same day, and neither came from the other.
    """

    SAME = "same"
    PREDECESSOR = "predecessor"
    SUCCESSOR = "successor"
    MERGED = "merged"
    APART = "apart"
    NONE = "none"

    @property
    def mixes_times(self) -> bool:
        """Whether the two never stood side by side: one is of the old map, the other of the new."""
        return self in (Relation.PREDECESSOR, Relation.SUCCESSOR, Relation.APART)


def relation(one: Unit, other: Unit, units: Iterable[Unit] = ()) -> Relation:
    """What ``one`` is to ``other``: its predecessor, its successor, merged with it, or nothing.

    ``units`` are those through which heirs of heirs are followed; without them only what a unit
    names itself counts.
    """
    if one.key == other.key:
        return Relation.SAME
    known = {unit.key: unit for unit in (*units, one, other)}
    after, before = _heirs(known, one), _heirs(known, other)
    if other.key in after:
        return Relation.PREDECESSOR
    if one.key in before:
        return Relation.SUCCESSOR
    if after & before:
        return Relation.MERGED
    if _ends(one) < _begins(other) or _ends(other) < _begins(one):
        return Relation.APART
    return Relation.NONE


def _heirs(known: Mapping[UnitKey, Unit], unit: Unit) -> set[UnitKey]:
    """Every unit named as an heir, and theirs."""
    found: set[UnitKey] = set()
    waiting = list(unit.successors)
    while waiting:
        key = waiting.pop()
        if key in found:
            continue
        found.add(key)
        heir = known.get(key)
        waiting += heir.successors if heir is not None else ()
    return found


def _begins(unit: Unit) -> date:
    return unit.key.valid_from or date.min


def _ends(unit: Unit) -> date:
    return unit.valid_to or date.max


@value(kw_only=True)
class Lineage:
    """What became of a unit and whence it came, seen from the day ``as_of``.

    ``heirs`` stand on that day where the unit stood; empty while it stands itself, and where the
    folder names nobody. ``joined`` are those that ended in the same successors as it.
    """

    unit: Unit
    as_of: date
    heirs: tuple[Unit, ...] = ()
    joined: tuple[Unit, ...] = ()
    generations: Generations = ()

    @property
    def ended(self) -> date | None:
        """The first day on which the unit was no more; ``None`` if it still stood on ``as_of``."""
        last = self.unit.valid_to
        return last + timedelta(days=1) if last is not None and last < self.as_of else None

    @property
    def begins(self) -> date | None:
        """The unit's first day; ``None`` for one older than the records."""
        return self.unit.key.valid_from

    @property
    def is_still_to_come(self) -> bool:
        """Whether the unit did not stand yet on ``as_of``."""
        return self.begins is not None and self.begins > self.as_of

    @property
    def stands(self) -> bool:
        """Whether the unit stood on ``as_of``."""
        return self.unit.is_valid_on(self.as_of)

    @property
    def predecessors(self) -> tuple[Unit, ...]:
        """Those that became part of the unit on its first day."""
        return self.generations[0] if self.generations else ()

    @property
    def same_before(self) -> tuple[Unit, ...]:
        """Those that the unit itself was, under another name or status, the nearest first.

        One became one: nobody joined it, and no part of it went elsewhere.
        """
        found: list[Unit] = []
        for units in self.generations:
            if len(units) > 1 or len(units[0].successors) != 1:
                break
            found.append(units[0])
        return tuple(found)

    def alone_among(self, units: Sequence[Unit]) -> Unit | None:
        """The one of ``units`` that stood, or stands now, where the unit does, and nobody else.

        Huế since 2025 and the province of Thừa Thiên Huế before are one; Bắc Ninh and Bắc Giang,
        which became one, are not. ``None`` where there is no such unit, or it is the unit itself.
        """
        there = listed_once(units)
        if there.find(self.unit.key) is not None:
            return None
        others = [*self.same_before]
        if len(self.heirs) == 1 and not self.joined:
            others.append(self.heirs[0])
        at = next((at for one in others if (at := there.find(one.key)) is not None), None)
        return None if at is None else there[at]

    @property
    def has_sums(self) -> bool:
        """Whether several units at once became part of one, so that figures may be added up."""
        return any(len(units) > 1 for units in self.generations)

    @property
    def ancestors(self) -> tuple[Unit, ...]:
        """Every unit of every generation, each once, the nearest first."""
        return tuple(dict.fromkeys(unit for units in self.generations for unit in units))
