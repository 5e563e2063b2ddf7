"""The parts of a framework as they were written: a nested list, or a table of dotted codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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


@dataclass(slots=True, eq=False)
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


def drafts_of_list(records: Sequence[Record[PartEntry]], desk: Desk) -> list[Draft]:
    """Parts as a list has them: nested as written, or placed by their codes where none is nested.

    A code in a nested list that says another place than where it is written is a mistake: its
    points would count beside those of the part it belongs to.
    """
    drafts = [_draft(record.entry, record.place, (), desk) for record in records]
    if not any(draft.parts for draft in drafts):
        return _placed(drafts, desk)
    by_code = _by_code(_all(drafts))
    for draft in drafts:
        _check_place(draft, (), by_code, desk)
    return drafts


def _draft(entry: PartEntry, place: Place, loc: Loc, desk: Desk) -> Draft:
    draft = Draft(entry, place, loc, _id(entry, place, loc, desk))
    draft.parts += [
        _draft(inner, place, (*loc, "parts", index), desk)
        for index, inner in enumerate(entry.parts)
    ]
    return draft


def _check_place(
    draft: Draft, above: tuple[Draft, ...], by_code: Mapping[str, Draft], desk: Desk
) -> None:
    """Report a code that belongs elsewhere; ``above`` are the parts it lies in, the top one first.

    A mistake where the part it belongs to is there, else worth a look.
    """
    code, report = draft.entry.code, desk.ledger.report
    home = _home(code, by_code)
    if home is not None and home not in above:
        line = home.place.position(home.at("code"))[0]
        params = {
            "value": quoted(code),
            "within": quoted(home.entry.code),
            "first": f"{home.place.path}:{line}",
        }
        report(draft.place, draft.at("code"), faults.CODE_OF_ANOTHER_PLACE, **params)
    elif above and not _is_within(code, above[-1].entry.code):
        params = {"value": quoted(code), "within": quoted(above[-1].entry.code)}
        report(draft.place, draft.at("code"), framework_notices.CODE_ELSEWHERE, **params)
    for inner in draft.parts:
        _check_place(inner, (*above, draft), by_code, desk)


def drafts_of_table(records: Sequence[Record[PartRow]], desk: Desk) -> list[Draft]:
    """Rows placed by their codes."""
    drafts = [
        Draft(record.entry, record.place, (), _id(record.entry, record.place, (), desk))
        for record in records
    ]
    return _placed(drafts, desk)


def _placed(drafts: Sequence[Draft], desk: Desk) -> list[Draft]:
    """Parts placed by their codes; one whose upper level is left out goes to the next above it.

    They keep the order in which they are written, whatever order the levels come in.
    """
    by_code = _by_code(drafts)
    top: list[Draft] = []
    for draft in drafts:
        code = _bare(draft.entry.code)
        home = _home(code, by_code)
        above = code.rpartition(".")[0]
        left_out = above and (home is None or _bare(home.entry.code) != above)
        if left_out and not desk.ledger.is_incomplete("part"):
            found = "—" if home is None else f"“{quoted(home.entry.code)}”"
            params = {"value": quoted(code), "within": quoted(above), "found": found}
            loc = draft.at("code")
            desk.ledger.report(draft.place, loc, framework_notices.LEVEL_LEFT_OUT, **params)
        (top if home is None else home.parts).append(draft)
    return top


def _home(code: str, by_code: Mapping[str, Draft]) -> Draft | None:
    """The nearest part above by its code: ``4.22.11`` lies in ``4.22``, else in ``4``."""
    code = _bare(code)
    above = (code.rsplit(".", count)[0] for count in range(1, code.count(".") + 1))
    return next((by_code[name] for name in above if name in by_code), None)


def _by_code(drafts: Iterable[Draft]) -> dict[str, Draft]:
    """The parts by their codes; of two with one code, which is told elsewhere, the first."""
    found: dict[str, Draft] = {}
    for draft in drafts:
        found.setdefault(_bare(draft.entry.code), draft)
    return found


def _all(drafts: Iterable[Draft]) -> Iterator[Draft]:
    for draft in drafts:
        yield draft
        yield from _all(draft.parts)


def _bare(code: str) -> str:
    """A code without a dot at its end."""
    return code.rstrip(".")


def _id(entry: PartEntry | PartRow, place: Place, loc: Loc, desk: Desk) -> str:
    found = entry.id or part_id(entry.code)
    if not found:
        value = quoted(entry.code)
        desk.ledger.report(place, (*loc, "code"), faults.CODE_WITHOUT_ID, value=value)
    return found


def _is_within(code: str, above: str) -> bool:
    """Whether a dotted number lies in another number; codes of other styles claim no place."""
    numbers = _NUMBER.fullmatch(code) and _NUMBER.fullmatch(above)
    return not numbers or "." not in _bare(code) or code.startswith(_bare(above) + ".")
