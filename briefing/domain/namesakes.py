"""Units of an older map beside those that stand now: who bears a name both have, who is the same.

Bắc Ninh of the 63 is not the Bắc Ninh of today; Thừa Thiên Huế alone stood where Huế stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from briefing.domain.model import Unit, UnitKey


class Namesakes(NamedTuple):
    """What of units ranked together may be taken for another one.

    ``former`` ended and have the name of one that stands; ``alone`` gives, by a unit that stands,
    the one of them that alone stood in its place.
    """

    former: frozenset[UnitKey] = frozenset()
    alone: Mapping[UnitKey, UnitKey] = MappingProxyType({})


NONE = Namesakes()


def namesakes(units: Iterable[Unit], standing: Iterable[Unit], day: date) -> Namesakes:
    """Of ``units`` those that had ended by ``day``, against all that stand on it."""
    ended = [unit for unit in units if unit.valid_to is not None and unit.valid_to < day]
    into = Counter(heir for unit in ended for heir in unit.successors)
    now = {unit.key: unit.name for unit in standing}
    alone = {
        unit.successors[0]: unit.key
        for unit in ended
        if len(unit.successors) == 1 and unit.successors[0] in now and into[unit.successors[0]] == 1
    }
    names = frozenset(now.values())
    same = frozenset(alone.values())
    former = (unit.key for unit in ended if unit.name in names and unit.key not in same)
    return Namesakes(frozenset(former), alone)
