"""``show compare``: units, and what they are held against, side by side; the records behind it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.complaints import TooManyUnitsError
from briefing.desk import LATEST, Desk, View
from briefing.domain import bundles
from briefing.domain.comparison import Cell, Comparison, Row, difference
from briefing.domain.likeness import NOT_COMPARABLE
from briefing.domain.model import UnitKey
from briefing.domain.multiples import Multiples
from briefing.domain.scores_beside import ScoresBeside
from briefing.domain.yardsticks import Yardstick
from briefing.language import Translator
from briefing.pages.compare import compare_page
from briefing.show.answers import Answer, Question, context_of, day_asked, indicator_id, right_of
from briefing.show.records import Record, Sections, observation_record, record
from briefing.store.comparisons import Sides
from briefing.store.reading import Reader

MOST = 6
"""Columns of a comparison: units and yardsticks together."""


def compare(desk: Desk, reader: Reader, question: Question, tr: Translator) -> Answer:
    """Two to six columns side by side: units, then yardsticks; on all indicators or those named.

    Raises ``TooManyUnitsError`` for another number of columns, ``UnknownUnitError`` and
    ``UnknownNameError``.
    """
    as_of = day_asked(desk, question)
    yardsticks = tuple(one for one in Yardstick if one in question.beside)
    if question.units:
        named = [desk.unit(reader, name, as_of) for name in question.units]
    elif yardsticks:
        named = [desk.focus(reader, question.unit, as_of)]
    else:
        named = [desk.focus(reader, question.unit, as_of), *desk.compared(reader, as_of)]
    units = list(dict.fromkeys(named))
    asked_for = question.units or yardsticks
    if asked_for and not 2 <= len(units) + len(yardsticks) <= MOST:
        raise TooManyUnitsError(len(units) + len(yardsticks))
    keys = [unit.key for unit in units[:MOST]]
    day = desk.day(reader, keys, as_of, question.known_on)
    view = View(keys[0], day, question.known_on or day, latest=as_of == LATEST)
    sides = Sides(yardsticks=yardsticks, chosen=_chosen(reader, question.indicators))
    comparison = reader.comparison(keys, view.as_of, view.known_on, sides)
    context = context_of(view, "compare") | _asked_for(keys, sides)
    page = compare_page(comparison, tr, newest=view.latest)
    return Answer(page, right_of(view, tr), context, comparison_sections(comparison))


def _asked_for(keys: Sequence[UnitKey], sides: Sides) -> Record:
    asked: dict[str, object] = {"units": [str(key) for key in keys]}
    if sides.yardsticks:
        asked["with"] = [str(one) for one in sides.yardsticks]
    if sides.chosen:
        asked["indicators"] = sides.chosen
    return record(asked)


def _chosen(reader: Reader, names: Sequence[str]) -> tuple[str, ...]:
    """Ids of the indicators meant: of a pillar, of a framework's indexes, or single ones."""
    if not names:
        return ()
    known = reader.indicators()
    found = bundles.bundles(reader.standings.frameworks(), reader.pillars(), known, known)
    ids: dict[str, None] = {}
    for name in names:
        bundle = None if name in known else bundles.named(name, found)
        wanted = (indicator_id(reader, name),) if bundle is None else bundle.indicators
        ids.update(dict.fromkeys(wanted))
    return tuple(ids)


def comparison_sections(comparison: Comparison) -> Sections:
    """A record per cell that has a figure, per yardstick of a row, per figure of a history."""
    sections: Sections = {
        "cells": [
            _cell_record(cell, row)
            for row in comparison.rows
            for cell in row.cells
            if cell.observation is not None
        ]
    }
    if comparison.yardsticks:
        sections["against"] = [one for row in comparison.rows for one in _against_records(row)]
    if comparison.scored:
        sections["scores"] = [
            one for scores in comparison.scored for one in _score_records(scores, comparison)
        ]
    if comparison.multiples:
        sections["history"] = [
            one for history in comparison.multiples for one in _history_records(history)
        ]
    return sections


def _cell_record(cell: Cell, row: Row) -> Record:
    assert cell.observation is not None
    of_cell = record(
        {
            "row": row.indicator.id,
            "framework": cell.framework.id if cell.framework is not None else None,
            "comparable": row.comparable,
            "like_for_like": cell.like_for_like,
            "best": cell.best,
            "remarks": [str(remark) for remark in cell.remarks],
            "difference": _difference(cell, row),
        }
    )
    return observation_record(cell.observation, cell.indicator, cell.unit) | of_cell


def _difference(cell: Cell, row: Row) -> float | None:
    """The row's reference minus this figure; nothing across definitions, frameworks, universes."""
    reference = row.cells[row.reference] if row.reference is not None else cell
    if cell is reference or not NOT_COMPARABLE.isdisjoint(cell.remarks):
        return None
    return difference(reference, cell)


def _against_records(row: Row) -> list[Record]:
    return [
        record(
            {
                "row": row.indicator.id,
                "yardstick": one.yardstick,
                "value": one.value,
                "lacking": one.lacking,
                "entered": one.entered,
                "of": one.of,
                "hedged": one.hedged,
                "published": one.published is not None,
                "source": one.published.source if one.published is not None else None,
                "best_units": [str(unit.key) for unit in one.who],
                "sure": one.sure,
            }
        )
        for one in row.against
    ]


def _score_records(scores: ScoresBeside, comparison: Comparison) -> list[Record]:
    """What each unit scored on each part; ``basis`` tells whose points they are."""
    return [
        record(
            {
                "framework": scores.framework.id,
                "part": score.part.id,
                "unit": str(unit.key),
                "maximum": one.maximum,
                "points": one.points,
                "covered": one.covered,
                "basis": one.basis,
            }
        )
        for score, found in scores.rows
        for unit, one in zip(comparison.units, found, strict=True)
        if one is not None and one.points is not None
    ]


def _history_records(history: Multiples) -> list[Record]:
    """Every figure drawn; ``apart``: not comparable with the period before."""
    return [
        observation_record(point.observation, slot.indicator, series.unit)
        | record(
            {
                "history": history.indicator.id,
                "framework": slot.framework.id if slot.framework is not None else None,
                "apart": slot.apart,
                "goal": series.aim.goal.value if series.aim is not None else None,
            }
        )
        for series in history.series
        for slot, point in zip(history.slots, series.points, strict=True)
        if point is not None
    ]
