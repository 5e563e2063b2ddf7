"""Whether the points of a framework add up: what does not is told, and left as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.problems import quoted
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.assembly.framework_parts import Draft
from briefing.workspace.faults import frameworks as faults
from briefing.workspace.limits import shown
from briefing.workspace.models.frameworks import FrameworkEntry
from briefing.workspace.records import Place

_SAME = 1e-6
"""Points: less is a matter of how decimals are kept, not of addition."""


def check_points(entry: FrameworkEntry, place: Place, drafts: Sequence[Draft], desk: Desk) -> None:
    """Warn of each part whose own parts do not add up to it, and of the total.

    Of an ``complete: no`` framework, or of a part whose own parts are not all known, only a sum
    that is too large is told.
    """
    report = desk.ledger.report
    if not drafts:
        if entry.complete:
            report(place, ("id",), faults.FRAMEWORK_WITHOUT_PARTS, value=quoted(entry.id))
        return
    for draft in _all(drafts):
        own = draft.entry.max_points
        if own is None and entry.complete and not draft.parts:
            code = quoted(draft.entry.code)
            report(draft.place, draft.at("code"), faults.MAXIMUM_NOT_KNOWN, part=code)
        if own is not None and draft.parts:
            found = _sum(draft.parts, own, is_whole=entry.complete)
            if found is not None:
                params = {"limit": shown(own), "sum": shown(found)}
                part = quoted(draft.entry.code)
                loc = draft.at("max_points")
                report(draft.place, loc, faults.POINTS_DO_NOT_ADD_UP, part=part, **params)
    found = _sum(drafts, entry.total, is_whole=entry.complete)
    if found is not None:
        params = {"limit": shown(entry.total), "sum": shown(found)}
        report(place, ("total",), faults.TOTAL_DOES_NOT_ADD_UP, **params)


def _sum(drafts: Sequence[Draft], wanted: float, *, is_whole: bool) -> float | None:
    """What ``drafts`` come to when that is not ``wanted``; ``None`` when it is or may yet be."""
    points = [_points(draft) for draft in drafts]
    known = round(sum(each for each in points if each is not None), 6)
    is_whole = is_whole and None not in points
    if known > wanted + _SAME or (is_whole and known < wanted - _SAME):
        return known
    return None


def _points(draft: Draft) -> float | None:
    """A part's maximum: its own, else the sum of its own parts where all are known."""
    if draft.entry.max_points is not None or not draft.parts:
        return draft.entry.max_points
    inner = [_points(each) for each in draft.parts]
    return None if None in inner else sum(each or 0.0 for each in inner)


def _all(drafts: Iterable[Draft]) -> Iterable[Draft]:
    for draft in drafts:
        yield draft
        yield from _all(draft.parts)
