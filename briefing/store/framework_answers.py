"""A framework as one unit was scored on it, with the names that its page tells."""

from __future__ import annotations

from briefing.domain.framework_told import FrameworkTold
from briefing.domain.model import Unit, UnitKey
from briefing.domain.scoring import sheet
from briefing.domain.spelling import sort_key
from briefing.store.catalogue import Catalogue
from briefing.store.errors import UnknownFactError
from briefing.store.figures import Day
from briefing.store.frameworks import Frameworks
from briefing.store.units import Units

MOST_UNITS = 60
"""Units with scores that are listed for a unit that has none."""


def framework_told(
    framework_id: str,
    unit: UnitKey,
    day: Day,
    frameworks: Frameworks,
    catalogue: Catalogue,
    units: Units,
) -> FrameworkTold | None:
    """The framework and the unit's scores on it; ``None`` for an unknown framework.

    Raises ``KeyError`` for an unknown unit.
    """
    found = units.unit(unit)
    number = units.number_of(unit)
    if found is None or number is None:
        raise UnknownFactError(str(unit))
    framework = next((each for each in frameworks.all() if each.id == framework_id), None)
    if framework is None:
        return None
    scores = frameworks.assessments(number, unit, framework_id, day)
    made = sheet(framework, scores)
    others: tuple[int, ...] = ()
    if not scores:
        others = frameworks.scored_units(framework_id, day, MOST_UNITS + 1)
    leads = {each.lead for each in made.all if each.lead is not None}
    named = {code: units.named(code, made.end or day.as_of) for code in leads}
    return FrameworkTold(
        unit=found,
        as_of=day.as_of,
        known_on=day.known_on,
        sheet=made,
        document=None if framework.document is None else catalogue.document(framework.document),
        names={code: one for code, one in named.items() if one is not None},
        sources=catalogue.sources(each.source for each in scores),
        scored=tuple(sorted(map(units.numbered, others[:MOST_UNITS]), key=_by_name)),
        more=len(others) > MOST_UNITS,
    )


def _by_name(unit: Unit) -> tuple[str, str]:
    return sort_key(unit.name), str(unit.key)
