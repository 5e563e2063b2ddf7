"""Editing in place under fire: any plan, any value typed; what is written can be taken back."""

from __future__ import annotations

import json
import random
import shutil
from datetime import date
from pathlib import Path

from briefing.workspace import editing
from tests.fuzz.material import TEXTS, WORDS, small_files
from tests.fuzz.mutations import spoil
from tests.fuzz.plain import check_plain, check_told
from tests.fuzz.watch import limited
from tests.workspaces import write_workspace

PLAN = "data/plans/plan.yaml"
REFS = (
    *("nb-ct-hstt", "nb-ct-hang", "nb-ct-chu", "nb-nv-cong", "nb-nv-bcd", "nb-nv-tap-huan"),
    *("nb_ke_hoach_01", "plan:nb_ke_hoach_01", "nb-khong-co"),
)
FIELDS = (
    *("goal", "goal_op", "title", "note", "due", "due_written", "state", "done_on", "lead"),
    *("milestones[0].value", "changes[0].to", "light.reason", "paragraphs[0]", "units[0]", "id"),
    *("unit", "document", "weight", "goal_printed", "extensions[0].due", "gaol", "[", ""),
)
VALUES = ("85,5", "1.470", "≥ 90", "40 - 50", "Quý II/2025", "31/12/2024", "10", "có", "")
DOINGS = ("edit", "edit", "edit", "note", "extend", "done", "unit", "change")
DAY = date(2024, 2, 1)
SECONDS = 3.0
"""Of the processor's time: the folder is read up to twice."""


class Edits:
    """Edits of a plan, spoilt or whole: either nothing is written, or undo gives the bytes back."""

    name = "edits"

    def __init__(self, root: Path):
        shutil.rmtree(root, ignore_errors=True)
        self._root = write_workspace(root)
        self._original = small_files()[PLAN].encode("utf-8")

    def make(self, chance: random.Random) -> bytes:
        """What is typed, as a line of JSON, then the plan's bytes."""
        plan = self._original
        if chance.random() < 0.6:
            plan = spoil(plan, PLAN, chance)
        typed = chance.choice((chance.choice(VALUES), chance.choice(TEXTS), chance.choice(WORDS)))
        call = (chance.choice(DOINGS), chance.choice(REFS), chance.choice(FIELDS), typed)
        return json.dumps(call).encode("ascii") + b"\n" + plan

    def take(self, case: bytes) -> bool:
        """See ``Target``."""
        line, _, plan = case.partition(b"\n")
        file = self._root / PLAN
        file.write_bytes(plan)
        try:
            with limited(SECONDS):
                done = self._do(*json.loads(line))
        except editing.EditRefused as error:
            assert file.read_bytes() == plan, "refused, and written all the same"
            places = {} if isinstance(error, editing.CheckRefused) else {PLAN: plan}
            check_told(error, places)
            return False
        if not done.changes:
            assert file.read_bytes() == plan
            return True
        for change in done.changes:
            assert change.line > 0, f"{change.field} stands nowhere"
        assert file.read_bytes() != plan
        with limited():
            check_plain(editing.undo(self._root).path)
        assert file.read_bytes() == plan, "undo gave other bytes"
        return True

    def _do(self, doing: str, ref: str, field: str, typed: str) -> editing.Edited:
        root = self._root
        match doing:
            case "note":
                return editing.add_note(root, ref, typed, on=DAY)
            case "extend":
                return editing.extend(root, ref, typed, by=typed or "UBND", on=DAY)
            case "done":
                return editing.mark_done(root, ref, DAY)
            case "unit":
                return editing.mark_unit_done(root, ref, typed)
            case "change":
                return editing.change_goal(root, ref, typed, document="nb-qd-09-2023")
            case _:
                return editing.edit(root, ref, field, typed)
