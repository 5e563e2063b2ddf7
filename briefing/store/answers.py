"""The answers of the screens, put together from what is stored by the rules of the domain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from briefing.domain import agenda, progress
from briefing.domain.lookup import SystemTold, UnitSystems
from briefing.domain.model import Indicator, Observation, ObservationKind, Unit, UnitKey
from briefing.domain.plans import Plan, Target, Task
from briefing.domain.standing import Briefing, IndicatorHistory, TargetStanding, TaskStanding
from briefing.store.beside import Beside
from briefing.store.catalogue import Catalogue
from briefing.store.errors import UnknownFactError
from briefing.store.figures import Day, Figures
from briefing.store.lookups import Lookups
from briefing.store.plans import Plans
from briefing.store.units import Units

if TYPE_CHECKING:
    from briefing.domain.lineage import Lineage
    from briefing.store.inheritance import Inheritance


class Answers:
    """Briefings and histories from one database."""

    def __init__(
        self,
        catalogue: Catalogue,
        units: Units,
        figures: Figures,
        plans: Plans,
        lookups: Lookups,
    ) -> None:
        self._catalogue = catalogue
        self._units = units
        self._figures = figures
        self._plans = plans
        self._lookups = lookups
        self._beside = Beside(catalogue, units, figures)

    def briefing(
        self, key: UnitKey, day: Day, at_risk_share: float, due_soon_days: int
    ) -> Briefing:
        """Everything about one unit; its work grows with the unit's indicators, not with years."""
        number = self._number(key)
        newest = self._figures.of_unit(number, day)
        stated = self._figures.stated(number, day)
        targets = self._plans.targets_of_unit(number, day)
        targets += self._plans.targets_from_above(number, day)
        tasks = self._plans.tasks_of_unit(number, day)
        plans = self._plans.plans_of(targets, tasks)
        standings = self._target_standings(
            targets, plans, number, day, newest, stated, at_risk_share
        )
        task_standings = self._task_standings(tasks, plans, day, due_soon_days)
        figures = progress.figures(
            self._catalogue.indicators,
            (*newest, *stated),
            as_of=day.as_of,
            known_on=day.known_on,
        )
        changes = agenda.changes(stated, as_of=day.as_of, known_on=day.known_on)
        judged = [o for s in standings for o in (s.observation, s.later) if o is not None]
        shown = (*newest, *stated, *judged)
        difficulties = self._lookups.difficulties_told(number, day.known_on)
        lineage = self._lineage(number, day)
        inherited = self._inheritance().of_unit(lineage, day) if lineage is not None else None
        former = inherited.former if inherited is not None else ()
        return Briefing(
            unit=self._units.numbered(number),
            as_of=day.as_of,
            known_on=day.known_on,
            agenda=agenda.agenda(standings, task_standings),
            pillars=progress.pillar_standings(self._catalogue.pillars, standings, figures),
            targets=standings,
            tasks=task_standings,
            figures=figures,
            changes=changes,
            indicators=self._catalogue.indicators,
            documents=self._catalogue.documents(
                (
                    *(plan.document for plan in plans.values()),
                    *(change.document for target in targets for change in target.changes),
                )
            ),
            sources=self._catalogue.sources(
                (
                    *(o.source for o in shown),
                    *(target.source for target in targets),
                    *(task.source for task in tasks),
                    *(difficulty.source for difficulty in difficulties),
                    *(left.observation.source for unit in former for left in unit.figures),
                )
            ),
            units=self._named_units(targets, tasks, day.as_of),
            newest=max((o.published_on for o in shown), default=None),
            difficulties=difficulties,
            lineage=lineage,
            inherited=inherited,
        )

    def systems(self, key: UnitKey, day: Day) -> UnitSystems:
        """The systems of one unit that sources told by the day, with who runs them."""
        number = self._number(key)
        told = self._lookups.systems_told(number, day)
        running = {system.run_by for system, _ in told if system.run_by is not None}
        found = {code: self._units.named(code, day.as_of) for code in running}
        return UnitSystems(
            unit=self._units.numbered(number),
            as_of=day.as_of,
            known_on=day.known_on,
            systems=tuple(SystemTold(system=system, figures=figures) for system, figures in told),
            units={code: unit for code, unit in found.items() if unit is not None},
            sources=self._catalogue.sources(
                source
                for system, figures in told
                for source in (system.source, *(figure.source for _, figure in figures))
            ),
            lineage=self._lineage(number, day),
        )

    def history(
        self,
        indicator_id: str,
        key: UnitKey,
        day: Day,
        at_risk_share: float,
        due_soon_days: int,
    ) -> IndicatorHistory:
        """One indicator of one unit; the other units are those of its kind, below a province its
        siblings only. Targets on the indicator whose opposite this one counts are included.
        """
        number = self._number(key)
        indicator = self._indicator(indicator_id)
        unit = self._units.numbered(number)
        hold, revised = self._figures.of_pair(number, indicator_id, day)
        targets = [
            target
            for answered in (indicator_id, indicator.complement_of)
            if answered is not None
            for target in (
                *self._plans.targets_on(number, answered, day),
                *self._plans.targets_from_above(number, day, answered),
            )
        ]
        tasks = self._plans.tasks_serving(targets, day)
        plans = self._plans.plans_of(targets, tasks)
        judged = {o.id: o for o in hold}
        for target in targets:
            for relative in self._judging(target):
                for found in self._figures.newest_of_pair(number, relative.id, day):
                    judged.setdefault(found.id, found)
        newest = [o for o in judged.values() if o.kind is ObservationKind.VALUE]
        stated = [o for o in hold if o.kind is not ObservationKind.VALUE]
        closed = self._plans.closed_on(number, indicator_id, day)
        lineage = self._lineage(number, day)
        return IndicatorHistory(
            indicator=indicator,
            unit=unit,
            as_of=day.as_of,
            known_on=day.known_on,
            values=tuple(o for o in hold if o.kind is ObservationKind.VALUE),
            stated=tuple(stated),
            revised=tuple(revised),
            revisions=self._figures.revisions_of_pair(number, indicator_id, day.known_on),
            targets=self._target_standings(
                targets, plans, number, day, newest, stated, at_risk_share
            ),
            tasks=self._task_standings(tasks, plans, day, due_soon_days),
            others=self._beside.others(unit, indicator, day),
            closed=tuple(closed),
            documents=self._catalogue.documents(
                change.document for target in (*targets, *closed) for change in target.changes
            ),
            edits=tuple(
                edit
                for target in (*targets, *closed)
                for edit in self._plans.edits("target", target.id)
            ),
            lineage=lineage,
            inherited=(
                self._inheritance().of_indicator(lineage, indicator, day)
                if lineage is not None
                else None
            ),
        )

    def _lineage(self, number: int, day: Day) -> Lineage | None:
        """What became of a unit and whence it came; nothing is read for one that simply stands.

        A unit older than the records has no predecessors, and one that stands has no heirs.
        """
        unit = self._units.numbered(number)
        if unit.key.valid_from is None and unit.is_valid_on(day.as_of):
            return None
        from briefing.store.lineages import lineage_of

        return lineage_of(self._units, unit, day.as_of)

    def _inheritance(self) -> Inheritance:
        from briefing.store.inheritance import Inheritance

        return Inheritance(self._catalogue, self._units, self._figures)

    def _indicator(self, indicator_id: str) -> Indicator:
        found = self._catalogue.indicators.get(indicator_id)
        if found is None:
            raise UnknownFactError(indicator_id)
        return found

    def _number(self, key: UnitKey) -> int:
        number = self._units.number_of(key)
        if number is None:
            raise UnknownFactError(str(key))
        return number

    def _judging(self, target: Target) -> Sequence[Indicator]:
        """The indicators whose figures answer a target."""
        indicator = self._catalogue.indicators.get(target.indicator or "")
        if indicator is None:
            return ()
        return (indicator, *self._catalogue.opposites(indicator.id))

    def _target_standings(
        self,
        targets: Iterable[Target],
        plans: dict[str, Plan],
        number: int,
        day: Day,
        newest: Iterable[Observation],
        stated: Iterable[Observation],
        at_risk_share: float,
    ) -> tuple[TargetStanding, ...]:
        indicators = self._catalogue.indicators
        judged = self._units.numbered(number).key
        by_indicator: dict[str, Observation] = {}
        for observation in newest:
            by_indicator.setdefault(observation.indicator, observation)
        stated_by_indicator: dict[str, list[Observation]] = {}
        for observation in stated:
            stated_by_indicator.setdefault(observation.indicator, []).append(observation)
        return tuple(
            progress.target_standing(
                target,
                plans[target.plan],
                indicators.get(target.indicator or ""),
                (
                    *self._figures.answering(target, number, day, by_indicator),
                    *stated_by_indicator.get(target.indicator or "", ()),
                ),
                as_of=day.as_of,
                known_on=day.known_on,
                indicators=indicators,
                at_risk_share=at_risk_share,
                judged=judged,
                set_by=None if target.unit == judged else self._units.unit(target.unit),
            )
            for target in targets
        )

    def _task_standings(
        self, tasks: Sequence[Task], plans: dict[str, Plan], day: Day, due_soon_days: int
    ) -> tuple[TaskStanding, ...]:
        holidays = frozenset(holiday.on for holiday in self._catalogue.holidays()) if tasks else ()
        return tuple(
            progress.task_standing(
                task,
                plans[task.plan],
                as_of=day.as_of,
                due_soon_days=due_soon_days,
                holidays=holidays,
            )
            for task in tasks
        )

    def _named_units(
        self, targets: Iterable[Target], tasks: Iterable[Task], day: date
    ) -> dict[str, Unit]:
        """Every unit that a lead, a coordinating body or a task names, by the code as written."""
        codes = {target.lead for target in targets}
        for task in tasks:
            codes |= {task.lead, *task.coordinating, *task.units, *task.done_units}
        found = {code: self._units.named(code, day) for code in codes if code is not None}
        return {code: unit for code, unit in found.items() if unit is not None}
