"""Points of a framework that do not add up, told where they stand."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.domain.adding_up import misfits, without_maximum
from briefing.domain.frameworks import Framework
from briefing.problems import quoted
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.assembly.framework_parts import Draft
from briefing.workspace.faults import framework_notices
from briefing.workspace.limits import shown
from briefing.workspace.records import Place


def check_points(
    framework: Framework, place: Place, drafts: Mapping[str, Draft], desk: Desk
) -> None:
    """Warn of every sum that is not what it should be; ``drafts`` are the parts by their ids."""
    report = desk.ledger.report
    if not framework.parts and framework.complete:
        report(
            place, ("id",), framework_notices.FRAMEWORK_WITHOUT_PARTS, value=quoted(framework.id)
        )
    for part in without_maximum(framework):
        draft, code = drafts[part.id], quoted(part.code)
        report(draft.place, draft.at("code"), framework_notices.MAXIMUM_NOT_KNOWN, part=code)
    for misfit in misfits(framework):
        params = {"limit": shown(misfit.stated), "sum": shown(misfit.found)}
        if misfit.part is None:
            report(place, ("total",), framework_notices.TOTAL_DOES_NOT_ADD_UP, **params)
        else:
            draft, code = drafts[misfit.part.id], quoted(misfit.part.code)
            loc = draft.at("max_points")
            report(draft.place, loc, framework_notices.POINTS_DO_NOT_ADD_UP, part=code, **params)
