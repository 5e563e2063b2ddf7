"""How the targets and tasks of units stand in one state of a database, and which lights differ."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date

from briefing.domain.model import Unit
from briefing.domain.plans import Target, Task
from briefing.domain.revisions import Judging, LightChange, LightStatus
from briefing.domain.value import value
from briefing.store.answers import Answers
from briefing.store.catalogue import Catalogue
from briefing.store.figures import Day, Figures
from briefing.store.lookups import Lookups
from briefing.store.plans import Plans
from briefing.store.units import Units

_WITH_PROMISES = "SELECT unit FROM target UNION SELECT unit FROM task"
_OF_KINDS_GIVEN_TARGETS = """
SELECT f.unit FROM focus_unit AS f JOIN unit AS u ON u.id = f.unit
WHERE u.kind IN (SELECT t.applies_to FROM target AS t WHERE t.applies_to IS NOT NULL)
"""


@value(kw_only=True)
class Light:
    """The status of one target or task of a unit, judged on ``day``."""

    unit: Unit
    title: str
    title_en: str
    status: LightStatus
    day: date


LightKey = tuple[int, str, str]
"""The number of a unit, ``target`` or ``task``, and its id."""
Lights = Mapping[LightKey, Light]


def units_with_lights(connection: sqlite3.Connection) -> frozenset[int]:
    """The units, by number, that have targets or tasks."""
    found = {row[0] for row in connection.execute(_WITH_PROMISES)}
    found |= {row[0] for row in connection.execute(_OF_KINDS_GIVEN_TARGETS)}
    return frozenset(found)


def lights_of(connection: sqlite3.Connection, numbers: Iterable[int], judging: Judging) -> Lights:
    """The lights of these units, each unit judged on its own day in force.

    They are those of the screens: the briefing of the unit is asked.
    """
    catalogue, units = Catalogue(connection), Units(connection)
    figures = Figures(connection, catalogue, units)
    plans = Plans(connection, catalogue, units)
    lookups = Lookups(connection, catalogue, units, figures, plans)
    answers = Answers(catalogue, units, figures, plans, lookups)
    there = {row[0] for row in connection.execute("SELECT id FROM unit")}
    found: dict[LightKey, Light] = {}
    for number in sorted(there.intersection(numbers)):
        unit = units.numbered(number)
        as_of = judging.day(units.latest_day([unit.key], judging.known_on))
        day = Day(as_of, judging.known_on or as_of)
        briefing = answers.briefing(unit.key, day, judging.at_risk_share, judging.due_soon_days)
        judged: list[tuple[str, Target | Task, LightStatus]] = [
            *(("target", standing.target, standing.status) for standing in briefing.targets),
            *(("task", standing.task, standing.status) for standing in briefing.tasks),
        ]
        for kind, item, status in judged:
            found[number, kind, item.id] = Light(
                unit=unit, title=item.title, title_en=item.title_en, status=status, day=as_of
            )
    return found


def light_changes(before: Lights, after: Lights) -> tuple[LightChange, ...]:
    """The lights that differ, those that stay first, then new ones, then those that go out."""
    changes = []
    for key in [*after, *(key for key in before if key not in after)]:
        was, now = before.get(key), after.get(key)
        shown = now or was
        if shown is None or (was and was.status) is (now and now.status):
            continue
        changes.append(
            LightChange(
                unit=shown.unit,
                kind=key[1],
                id=key[2],
                title=shown.title,
                title_en=shown.title_en,
                before=was.status if was else None,
                after=now.status if now else None,
                day_before=(was or shown).day,
                day=(now or shown).day,
            )
        )
    return tuple(sorted(changes, key=_order))


def _order(change: LightChange) -> tuple[int, str]:
    if change.before is not None and change.after is not None:
        return 0, change.unit.name
    return (1 if change.before is None else 2), change.unit.name
