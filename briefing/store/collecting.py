"""Collects what a sync changes in plans, targets and tasks, and whose lights that may touch."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from briefing.domain.edits import READ_FROM_OTHERS
from briefing.domain.plans import Plan
from briefing.domain.revisions import (
    CatalogueChanges,
    ChangeKind,
    FactChange,
    FieldChange,
    PlanChanges,
)
from briefing.store.comparing import TableComparison
from briefing.store.facts import Facts
from briefing.store.naming import code_names
from briefing.store.tables import PLAN, TARGET, TASK, Row, Table
from briefing.store.telling import Names

_KINDS = frozenset({"plan", "target", "task"})
_ANY_LIGHT = frozenset({"unit", "indicator", "holiday"})
"""Kinds on which the light of any target or task may depend."""


class _Found(NamedTuple):
    plan: str
    change: FactChange


class Collected:
    """What one sync changes; a listener of its comparisons."""

    def __init__(
        self,
        facts: Facts,
        facts_by_kind: Mapping[str, Mapping[str, object]],
        names: Names,
        why: Callable[[Table, Row], str | None],
    ) -> None:
        self._facts = facts
        self._facts_by_kind = facts_by_kind
        self._names = names
        self._why = why
        self._found: list[_Found] = []
        self._gone_plans: dict[str, Row] = {}
        self.units: set[int] = set()
        """The units, by number, whose targets or tasks changed."""
        self.every_unit = False
        """Whether a target of many units changed."""

    def added(self, table: Table, row: Row) -> None:
        """A fact that was not there before."""
        self._take(table, ChangeKind.ADDED, None, row)

    def changed(self, table: Table, old: Row, new: Row) -> None:
        """A fact of which something differs."""
        self._take(table, ChangeKind.CHANGED, old, new)

    def returned(self, table: Table, old: Row, new: Row) -> None:
        """A fact that was closed."""
        self._take(table, ChangeKind.RETURNED, old, new)

    def removed(self, table: Table, row: Row, closed_on: str | None) -> None:
        """A fact that is gone."""
        self._take(table, ChangeKind.CLOSED, row, None)

    def _take(self, table: Table, change: ChangeKind, old: Row | None, new: Row | None) -> None:
        row = new or old
        if table.kind not in _KINDS or row is None:
            return
        for each in (old, new):
            if each is not None:
                self._touch(table, each)
        if table is PLAN and new is None:
            self._gone_plans[row.key] = row
        fields: tuple[FieldChange, ...] = ()
        if old is not None and new is not None:
            fields = tuple(
                FieldChange(*found, code_names(*found, self._known))
                for found in self._names.differences(table, old, new)
            )
        if change is ChangeKind.CHANGED and {each.field for each in fields} <= READ_FROM_OTHERS:
            return  # read in another way by another version of the program
        self._found.append(
            _Found(
                row.key if table is PLAN else str(_value(table, row, "plan")),
                FactChange(
                    kind=table.kind,
                    id=row.key,
                    change=change,
                    title=str(_value(table, row, "title")),
                    title_en=str(_value(table, row, "title_en")),
                    fields=fields,
                    why=self._why(table, row) or "",
                ),
            )
        )

    def _known(self, kind: str, code: str) -> object:
        return self._facts_by_kind[kind].get(code)

    def _touch(self, table: Table, row: Row) -> None:
        if table is PLAN:
            return
        unit = _value(table, row, "unit")
        assert isinstance(unit, int)
        self.units.add(unit)
        if table is TARGET and _value(table, row, "applies_to") is not None:
            self.every_unit = True

    def plans(self) -> tuple[PlanChanges, ...]:
        """The changes by plan, in the order of the folder; plans that are gone come last."""
        by_plan: dict[str, list[FactChange]] = {}
        for plan, change in self._found:
            by_plan.setdefault(plan, []).append(change)
        known = {plan.id: plan for plan in self._facts.plans}
        documents = {document.id: document.number for document in self._facts.documents}
        order = [*(key for key in known if key in by_plan), *(k for k in by_plan if k not in known)]
        return tuple(self._plan(key, by_plan[key], known.get(key), documents) for key in order)

    def _plan(
        self,
        key: str,
        changes: list[FactChange],
        plan: Plan | None,
        documents: dict[str, str],
    ) -> PlanChanges:
        if plan is not None:
            title, title_en, document = plan.title, plan.title_en, plan.document
        else:
            row = self._gone_plans[key]
            title, title_en = str(_value(PLAN, row, "title")), str(_value(PLAN, row, "title_en"))
            document = str(_value(PLAN, row, "document") or "")
        return PlanChanges(
            id=key,
            title=title,
            title_en=title_en,
            document=documents.get(document or "", ""),
            own=next((change for change in changes if change.kind == PLAN.kind), None),
            targets=tuple(change for change in changes if change.kind == TARGET.kind),
            tasks=tuple(change for change in changes if change.kind == TASK.kind),
        )


def catalogue_changes(
    comparisons: Mapping[str, TableComparison],
) -> tuple[CatalogueChanges, ...]:
    """How many facts changed of each kind that is no part of a plan."""
    return tuple(
        CatalogueChanges(
            kind=kind,
            added=comparison.added,
            changed=comparison.changed,
            removed=comparison.removed,
        )
        for kind, comparison in comparisons.items()
        if kind not in _KINDS and (comparison.added or comparison.changed or comparison.removed)
    )


def touches_any_light(others: Collection[CatalogueChanges]) -> bool:
    """Whether the light of any target or task may depend on what changed."""
    return any(change.kind in _ANY_LIGHT for change in others)


def _value(table: Table, row: Row, column: str) -> str | int | float | None:
    return row.values[table.columns.index(column)]
