"""A what-if as a record: what was published, what is assumed, what follows."""

from __future__ import annotations

from briefing.domain.assumed_indexes import Row
from briefing.domain.even_raise import EvenRaise
from briefing.domain.totals import Between, Mark, RankRange
from briefing.domain.what_if import WhatIf
from briefing.show.records import plain
from briefing.supposing import Ground

Json = dict[str, object]


def what_if_record(ground: Ground, outcome: WhatIf, even: EvenRaise | None) -> Json:
    """One object; totals, indexes and raises are 0 to 1, points those of the framework.

    ``assumption`` is always true: nothing in it is a fact but what stands under ``published`` and
    ``before``.
    """
    return {
        "what": "whatif",
        "assumption": True,
        "unit": str(ground.unit.key),
        "name": ground.unit.name,
        "framework": ground.framework.id,
        "period_start": plain(ground.period.start),
        "period_end": plain(ground.period.end),
        "as_of": plain(ground.as_of),
        "known_on": plain(ground.known_on),
        "published_on": plain(ground.published_on),
        "total": {
            "published": outcome.totals.own_total,
            "rolled_up": outcome.rolled_up,
            "before": _between(outcome.before),
            "after": _between(outcome.after),
            "gain": None if outcome.gain is None else _between(outcome.gain),
            "points_before": _points(outcome.before, outcome),
            "points_after": _points(outcome.after, outcome),
            "points_of": ground.framework.total,
        },
        "rank": {
            "published": outcome.totals.own_rank,
            "before": _rank(outcome.rank_before),
            "after": _rank(outcome.rank_after),
            "next_total_above": _mark(outcome.above),
            "next_total_below": _mark(outcome.below),
            "totals_within": [_mark(mark) for mark in outcome.within],
        },
        "indexes": [_index(row, ground) for row in outcome.rows],
        "even_raise": None if even is None else _even(even),
    }


def _between(total: Between) -> Json:
    return {"low": total.low, "high": total.high, "exact": total.is_exact}


def _points(total: Between, outcome: WhatIf) -> Json:
    low, high = (round(end * outcome.framework.total, 4) for end in total)
    return {"low": low, "high": high}


def _rank(rank: RankRange) -> Json:
    return {
        "best": rank.best,
        "worst": rank.worst,
        "universe": rank.universe,
        "exact": rank.is_exact,
    }


def _mark(mark: Mark | None) -> Json | None:
    if mark is None:
        return None
    return {"unit": str(mark.unit.key), "total": mark.total, "rank": mark.rank}


def _index(row: Row, ground: Ground) -> Json:
    figure = ground.figures.get(row.part.id)
    return {
        "id": row.part.id,
        "code": row.part.code,
        "name": row.part.name,
        "max_points": row.part.max_points,
        "before": row.before,
        "after": row.after,
        "changed": row.changed,
        "assumed": row.assumed,
        "capped": row.capped,
        "points": None if row.points is None else round(row.points, 4),
        "observation": None if figure is None else figure.observation,
    }


def _even(even: EvenRaise) -> Json:
    return {
        "rank": even.rank,
        "reach": str(even.reach),
        "raise": even.by,
        "perhaps_from": even.possible_by,
        "proving_total": _mark(even.mark),
        "ruled_out_below": even.possible_from,
        "highest_total": even.highest,
        "raised": [part.id for part in even.raised],
    }
