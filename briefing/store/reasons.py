"""Why something was changed: what the edit log keeps beside who and when."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.store.tables import PLAN, TARGET, TASK, Row, Table


class Reasons:
    """The reason for each change of one sync.

    What was given with the sync counts first, then the note at the fact itself, then the note at
    its plan. ``notes`` are by kind and id.
    """

    def __init__(self, given: str | None, notes: Mapping[tuple[str, str], str]) -> None:
        self._given = given
        self._notes = notes

    def of(self, table: Table, row: Row) -> str | None:
        """The reason for a change of ``row``; ``None`` when nobody gave one."""
        if self._given:
            return self._given
        own = self._notes.get((table.kind, row.key))
        if own is None and table in (TARGET, TASK):
            plan = str(row.values[table.columns.index("plan")])
            own = self._notes.get((PLAN.kind, plan))
        return own or None
