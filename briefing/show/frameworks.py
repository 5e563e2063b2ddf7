"""``show framework``: the tree of an index framework, and what a unit scored on it."""

from __future__ import annotations

from briefing.complaints import UnknownNameError
from briefing.desk import Desk
from briefing.domain.adding_up import Misfit, misfits
from briefing.domain.framework_told import FrameworkTold
from briefing.domain.frameworks import Framework
from briefing.domain.scores import Score, Side
from briefing.domain.spelling import fold
from briefing.language import Translator
from briefing.pages.framework import framework_page
from briefing.problems import nearest
from briefing.show.answers import MOST_NEAR, Answer, Question, asked_view, context_of, right_of
from briefing.show.records import Record, Sections, record
from briefing.store.reading import Reader


def framework(desk: Desk, reader: Reader, question: Question, tr: Translator) -> Answer:
    """One framework by id or by name; raises ``UnknownNameError`` with the nearest ones."""
    view = asked_view(desk, reader, question)
    named = framework_named(reader.standings.frameworks(), question.name)
    told = reader.standings.framework(named.id, view.unit, view.as_of, view.known_on)
    assert told is not None
    context = context_of(view, "framework")
    context["framework"] = named.id
    return Answer(framework_page(told, tr), right_of(view, tr), context, framework_sections(told))


def framework_named(known: tuple[Framework, ...], name: str) -> Framework:
    """The framework of that id, short or full name, diacritics or not.

    Raises ``UnknownNameError`` with those that come near.
    """
    for each in known:
        if each.is_called(name):
            return each
    wanted = fold(name)
    holding = [each for each in known if wanted and wanted in fold(f"{each.name} {each.name_en}")]
    if len(holding) == 1:
        return holding[0]
    near = nearest(name, [each.id for each in known])
    offered = holding or [each for each in known if each.id == near] or known
    names = (f"{each.id} ({each.name})" for each in offered[:MOST_NEAR])
    raise UnknownNameError(name, tuple(names))


def framework_sections(told: FrameworkTold) -> Sections:
    """The framework with the result, each part with its scores, and sums that do not fit.

    Of one that was decided later than the day, and not scored on before, no parts are told.
    """
    framework, sheet = told.framework, told.sheet
    result = sheet.result
    shown = sheet.all if told.is_decided or sheet.end is not None else ()
    return {
        "framework": [
            record(
                {
                    "framework": framework.id,
                    "name": framework.name,
                    "name_en": framework.name_en,
                    "kind": framework.kind,
                    "total": framework.total,
                    "complete": framework.complete,
                    "document": told.document.number if told.document else None,
                    "decided_on": told.document.date if told.document else None,
                    "decided": told.is_decided,
                    "first_year": framework.first_year,
                    "last_year": framework.last_year,
                    "unit": told.unit.key,
                    "period_start": sheet.start,
                    "period_end": sheet.end,
                    "points": result.points if result.share is not None else None,
                    "covered": result.covered if result.share is not None else None,
                    "share": result.share,
                    "basis": sheet.basis,
                    **_side("self_assessment", sheet.own),
                    **_side("appraised", sheet.appraised),
                    "appraised_less_self": sheet.cut,
                    "missing": result.missing if sheet.end is not None else (),
                    "note": framework.note,
                    "note_en": framework.note_en,
                }
            )
        ],
        "parts": [_part(each, framework) for each in shown],
        "units": _units(told),
        "sums": [
            *(_misfit(each, "max_points") for each in misfits(framework)),
            *(_misfit(each, "scores") for each in sheet.misfits),
        ],
    }


def _units(told: FrameworkTold) -> list[Record]:
    """The units that were scored in the period, as the page lists them."""
    scored = told.scored
    return [
        record(
            {
                "framework": told.framework.id,
                "unit": each.unit.key,
                "name": each.unit.name,
                "name_en": each.unit.name_en,
                "period_start": scored.start,
                "period_end": scored.end,
                "rank": each.rank,
                "tied": each.tied if each.rank is not None else None,
                "ranked_among": scored.ranked if each.rank is not None else None,
                "points": each.got.points,
                "covered": each.got.covered,
                "share": each.got.share,
                "missing": each.missing,
                "basis": each.basis,
            }
        )
        for each in scored.units
    ]


def _part(score: Score, framework: Framework) -> Record:
    part = score.part
    newest = score.rows[0] if score.rows else None
    return record(
        {
            "framework": framework.id,
            "part": part.id,
            "code": part.code,
            "depth": score.depth,
            "name": part.name,
            "name_en": part.name_en,
            "max_points": part.max_points,
            "maximum": score.maximum,
            **_side("self_assessment", score.own),
            **_side("appraised", score.appraised),
            "points": score.points,
            "covered": score.covered,
            "coverable": score.got.most,
            "lost": score.lost,
            "basis": score.basis,
            "indicator": part.indicator,
            "rank": part.rank,
            "pillar": part.pillar,
            "components": part.components,
            "lead": score.lead,
            "due": score.due,
            "evidence_wanted": part.evidence,
            "evidence": score.evidence,
            "source": newest.source if newest else None,
            "published_on": newest.published_on if newest else None,
            "note": newest.note if newest else "",
            "note_en": newest.note_en if newest else "",
        }
    )


def _side(name: str, side: Side) -> dict[str, object]:
    """What one side gave, and of how many points; no points, nothing covered."""
    covered = None if side.points is None else side.covered
    return {name: side.points, f"{name}_covered": covered}


def _misfit(misfit: Misfit, what: str) -> Record:
    return record(
        {
            "of": what,
            "part": misfit.part.id if misfit.part else None,
            "stated": misfit.stated,
            "found": misfit.found,
        }
    )
