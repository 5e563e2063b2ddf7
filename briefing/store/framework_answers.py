"""A framework as one unit was scored on it, with the names that its page tells."""

from __future__ import annotations

from briefing.domain.editions import Period
from briefing.domain.framework_told import FrameworkTold
from briefing.domain.model import UnitKey
from briefing.domain.scored_units import scored_units
from briefing.domain.scoring import sheet
from briefing.store.catalogue import Catalogue
from briefing.store.errors import UnknownFactError
from briefing.store.figures import Day
from briefing.store.frameworks import Frameworks
from briefing.store.units import Units

MOST_UNITS = 200
"""Units with scores that are set side by side: more than the communes of any province."""


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
    period = None
    numbers = frameworks.scored_units(framework_id, day, MOST_UNITS + 1)
    shown = list(numbers[:MOST_UNITS])
    if made.start is not None and made.end is not None:
        period = Period(made.start, made.end)
        shown = list(dict.fromkeys((number, *shown)))
    given = frameworks.given(shown, framework_id, day)
    more = len(numbers) > MOST_UNITS
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
        scored=scored_units(
            framework,
            [(units.numbered(each), given[each]) for each in shown],
            period,
            all_known=not more,
        ),
        more=more,
    )
