"""How scores roll up, part by part, from the parts that are scored.

The appraised points count; where a part has none yet, those of the unit's own assessment, and it
is said which. A part's own points stand for it; without them it is the sum of its own parts. A part
that is not scored is left out above and below the line: of what counts, and of either side alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from briefing.domain.adding_up import Misfit, is_sum, maximum, total
from briefing.domain.frameworks import Assessment, Framework, Part, RollUp
from briefing.domain.scores import Basis, Score, Sheet, Side, all_scores

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
    got = _side(framework.total, None, [each.got for each in scores])
    return Sheet(
        framework=framework,
        start=start,
        end=end,
        earlier=tuple(dict.fromkeys(day for day, _ in periods[1:] if day != end)),
        scores=scores,
        result=RollUp(
            share=got.share,
            points=got.points or 0.0,
            covered=got.covered,
            total=framework.total,
            missing=tuple(_missing(scores)),
        ),
        got=got,
        own=_side(framework.total, None, [each.own for each in scores]),
        appraised=_side(framework.total, None, [each.appraised for each in scores]),
        cut=_cut(scores),
        basis=_basis(each.basis for each in scores),
        misfits=tuple(_misfits(scores)),
    )


def _score(part: Part, rows: Mapping[str, Sequence[Assessment]], depth: int) -> Score:
    given = tuple(rows.get(part.id, ()))
    parts = tuple(_score(each, rows, depth + 1) for each in part.parts)
    self_points = _first(each.self_points for each in given)
    appraised = _first(each.appraised_points for each in given)
    points = appraised if appraised is not None else self_points
    whole = maximum(part)
    got = _side(whole, points, [each.got for each in parts])
    basis: Basis | None
    if points is None:
        basis = _basis(each.basis for each in parts if each.points is not None)
    elif whole is None:
        got, basis = Side(None, 0.0, None), None  # of nobody knows how many: no share can be told
    else:
        basis = Basis.APPRAISED if appraised is not None else Basis.SELF
    return Score(
        part=part,
        depth=depth,
        maximum=whole,
        got=got,
        own=_side(whole, self_points, [each.own for each in parts]),
        appraised=_side(whole, appraised, [each.appraised for each in parts]),
        basis=basis,
        evidence=_first(each.evidence or None for each in given) or "",
        lead=_first(each.lead for each in given) or part.lead,
        due=_first(each.due for each in given) or part.due,
        rows=given,
        parts=parts,
    )


def _side(whole: float | None, given: float | None, within: Sequence[Side]) -> Side:
    """A part's own points, else the sum of those within; what has none is left out of both."""
    if given is not None:
        return Side(given, whole or 0.0, whole)
    counted = [
        each
        for each in within
        if each.points is not None and (each.most is not None or each.covered)
    ]
    most = None if whole is None else max(whole, total(each.most or 0.0 for each in within))
    points = total(each.points or 0.0 for each in counted) if counted else None
    return Side(points, total(each.covered for each in counted), most)


def _cut(scores: Iterable[Score]) -> float | None:
    """What the appraisal changed, over the highest parts on which both sides gave points."""
    found: list[float] = []
    for each in scores:
        own, appraised = _given(each)
        if own is not None and appraised is not None:
            found.append(appraised - own)
        elif (inner := _cut(each.parts)) is not None:
            found.append(inner)
    return total(found) if found else None


def _given(score: Score) -> tuple[float | None, float | None]:
    """The points on the part itself, by the unit and by who appraised it."""
    return (
        _first(row.self_points for row in score.rows),
        _first(row.appraised_points for row in score.rows),
    )


def _missing(scores: Iterable[Score]) -> Iterator[str]:
    """The ids of parts without a score: the highest ones, none of parts that give no points."""
    for each in scores:
        if each.points is None:
            if each.maximum != 0:
                yield each.part.id
        elif each.parts and _given(each) == (None, None):
            yield from _missing(each.parts)


def _misfits(scores: Iterable[Score]) -> Iterator[Misfit]:
    """Parts whose own points are not what the points of their own parts come to."""
    for each in all_scores(scores):
        for side, own in enumerate(_given(each)):
            found = _sum_within(each, side)
            if own is not None and found is not None and not is_sum(own, (found,)):
                yield Misfit(each.part, own, found)
                break


def _sum_within(score: Score, side: int) -> float | None:
    """What one side gave the parts of a part; ``None`` where it gave some of them nothing yet."""
    found: list[float] = []
    for each in score.parts:
        if each.maximum != 0:
            own = _given(each)[side]
            points = _sum_within(each, side) if own is None else own
            if points is None:
                return None
            found.append(points)
    return total(found) if found else None


def _basis(found: Iterable[Basis | None]) -> Basis | None:
    known = {each for each in found if each is not None}
    return known.pop() if len(known) == 1 else Basis.BOTH if known else None


def _first(found: Iterable[T | None]) -> T | None:
    return next((each for each in found if each is not None), None)
