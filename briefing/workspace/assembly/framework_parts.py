"""The parts of a framework as they were written: a nested list, or a table of dotted codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefing.domain.spelling import fold
from briefing.problems import quoted
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.faults import framework_notices
from briefing.workspace.faults import frameworks as faults
from briefing.workspace.models.frameworks import PartEntry, PartRow
from briefing.workspace.records import Loc, Place, Record

_NO_ID = re.compile(r"[^a-z0-9]+")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)*\.?")


@dataclass(slots=True)
class Draft:
    """A part as written, where it stands (``loc`` leads to it within ``place``), and its parts."""

    entry: PartEntry | PartRow
    place: Place
    loc: Loc
    id: str
    parts: list[Draft] = field(default_factory=list)

    def at(self, *keys: str | int) -> Loc:
        """The way to one of its values."""
        return (*self.loc, *keys)


def part_id(code: str) -> str:
    """The id that a printed code serves as: ``4.22.11`` is ``4-22-11``; empty when it has none."""
    return _NO_ID.sub("-", fold(code)).strip("-")


def drafts_of_list(records: Iterable[Record[PartEntry]], desk: Desk) -> list[Draft]:
    """Parts as a nested list has them."""
    return [_draft(record.entry, record.place, (), desk) for record in records]


def _draft(entry: PartEntry, place: Place, loc: Loc, desk: Desk) -> Draft:
    draft = Draft(entry, place, loc, _id(entry, place, loc, desk))
    for index, inner in enumerate(entry.parts):
        below = _draft(inner, place, (*loc, "parts", index), desk)
        if not _is_within(below.entry.code, entry.code):
            params = {"value": quoted(below.entry.code), "within": quoted(entry.code)}
            desk.ledger.report(place, below.at("code"), framework_notices.CODE_ELSEWHERE, **params)
        draft.parts.append(below)
    return draft


def drafts_of_table(records: Sequence[Record[PartRow]], desk: Desk) -> list[Draft]:
    """Rows placed by their codes; one whose upper level is left out goes to the next above it.

    Parts keep the order of their rows, whatever order the levels come in.
    """
    drafts = [
        Draft(record.entry, record.place, (), _id(record.entry, record.place, (), desk))
        for record in records
    ]
    by_code: dict[str, Draft] = {}
    for draft in drafts:
        by_code.setdefault(draft.entry.code.rstrip("."), draft)
    top: list[Draft] = []
    for draft in drafts:
        code = draft.entry.code.rstrip(".")
        above = [code.rsplit(".", count)[0] for count in range(1, code.count(".") + 1)]
        home = next((by_code[name] for name in above if name in by_code), None)
        if above and (home is None or home.entry.code.rstrip(".") != above[0]):
            found = "—" if home is None else f"“{quoted(home.entry.code)}”"
            params = {"value": quoted(code), "within": quoted(above[0]), "found": found}
            desk.ledger.report(draft.place, ("code",), framework_notices.LEVEL_LEFT_OUT, **params)
        (top if home is None else home.parts).append(draft)
    return top


def _id(entry: PartEntry | PartRow, place: Place, loc: Loc, desk: Desk) -> str:
    found = entry.id or part_id(entry.code)
    if not found:
        value = quoted(entry.code)
        desk.ledger.report(place, (*loc, "code"), faults.CODE_WITHOUT_ID, value=value)
    return found


def _is_within(code: str, above: str) -> bool:
    """Whether a dotted number lies in another number; codes of other styles claim no place."""
    numbers = _NUMBER.fullmatch(code) and _NUMBER.fullmatch(above)
    return not numbers or "." not in code.rstrip(".") or code.startswith(above.rstrip(".") + ".")
