"""How scores roll up, part by part, from the parts that are scored.

The appraised points count; where a part has none yet, those of the unit's own assessment, and it
is said which. A part's own points stand for it; without them it is the sum of its own parts. A part
that is not scored is left out above and below the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from briefing.domain.adding_up import Misfit, is_sum, maximum, total
from briefing.domain.frameworks import Assessment, Framework, Part, RollUp
from briefing.domain.scores import Basis, Score, Sheet, all_scores

T = TypeVar("T")


def sheet(framework: Framework, assessments: Iterable[Assessment]) -> Sheet:
    """The newest period's scores of one unit, rolled up; ``assessments`` of any periods.

    Raises nothing: an assessment of a part that the framework has not is passed over.
    """
    found = sorted(assessments, key=lambda each: each.published_on, reverse=True)
    periods = sorted({(each.end, each.start) for each in found}, reverse=True)
    end, start = periods[0] if periods else (None, None)
    rows: dict[str, list[Assessment]] = {}
    for each in found:
        if (each.end, each.start) == (end, start):
            rows.setdefault(each.part, []).append(each)
    scores = tuple(_score(part, rows, 0) for part in framework.parts)
    return Sheet(
        framework=framework,
        start=start,
        end=end,
        earlier=tuple(dict.fromkeys(day for day, _ in periods[1:] if day != end)),
        scores=scores,
        result=_result(framework, scores),
        basis=_basis(each.basis for each in scores),
        misfits=tuple(_misfits(scores)),
    )


def _score(part: Part, rows: Mapping[str, Sequence[Assessment]], depth: int) -> Score:
    own = tuple(rows.get(part.id, ()))
    parts = tuple(_score(each, rows, depth + 1) for each in part.parts)
    self_points = _first(each.self_points for each in own)
    appraised = _first(each.appraised_points for each in own)
    points = appraised if appraised is not None else self_points
    basis: Basis | None
    whole = maximum(part)
    if points is not None:
        covered = whole or 0.0
        basis = Basis.APPRAISED if appraised is not None else Basis.SELF
        if whole is None:
            points = basis = None  # got of nobody knows how many: no share can be told
    else:
        within = [each for each in parts if each.points is not None]
        points = total(each.points or 0.0 for each in within) if within else None
        covered = total(each.covered for each in within)
        basis = _basis(each.basis for each in within)
    return Score(
        part=part,
        depth=depth,
        maximum=whole,
        covered=covered,
        points=points,
        self_points=_or_sum(self_points, [each.self_points for each in parts]),
        appraised_points=_or_sum(appraised, [each.appraised_points for each in parts]),
        basis=basis,
        evidence=_first(each.evidence or None for each in own) or "",
        lead=_first(each.lead for each in own) or part.lead,
        due=_first(each.due for each in own) or part.due,
        rows=own,
        parts=parts,
    )


def _result(framework: Framework, scores: Sequence[Score]) -> RollUp:
    known = [each for each in scores if each.points is not None]
    points = total(each.points or 0.0 for each in known)
    covered = total(each.covered for each in known)
    return RollUp(
        share=points / covered if covered else None,
        points=points,
        covered=covered,
        total=framework.total,
        missing=tuple(_missing(scores)),
    )


def _missing(scores: Iterable[Score]) -> Iterator[str]:
    """The ids of parts without a score: the highest ones, none of parts that give no points."""
    for each in scores:
        if each.points is None:
            if each.maximum != 0:
                yield each.part.id
        elif not each.rows and each.parts:
            yield from _missing(each.parts)


def _misfits(scores: Iterable[Score]) -> Iterator[Misfit]:
    """Parts whose own points are not what the points of their own parts come to."""
    for each in all_scores(scores):
        inner = [one for one in each.parts if one.maximum != 0]
        for own, parts in (
            (_first(row.self_points for row in each.rows), [one.self_points for one in inner]),
            (
                _first(row.appraised_points for row in each.rows),
                [one.appraised_points for one in inner],
            ),
        ):
            known = [points for points in parts if points is not None]
            if own is not None and inner and len(known) == len(inner) and not is_sum(own, known):
                yield Misfit(each.part, own, total(known))
                break


def _basis(found: Iterable[Basis | None]) -> Basis | None:
    known = {each for each in found if each is not None}
    return known.pop() if len(known) == 1 else Basis.BOTH if known else None


def _or_sum(own: float | None, parts: Iterable[float | None]) -> float | None:
    if own is not None:
        return own
    known = [each for each in parts if each is not None]
    return total(known) if known else None


def _first(found: Iterable[T | None]) -> T | None:
    return next((each for each in found if each is not None), None)
