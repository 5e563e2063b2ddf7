"""``show slope`` and ``show map``: a ranking as pictures of text, and the records behind them."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.desk import Desk
from briefing.domain.model import Unit
from briefing.domain.quarters import quarter_of
from briefing.domain.ranked import Order, Ranked
from briefing.domain.slope import Slope, slope
from briefing.domain.tile_map import layout_for
from briefing.language import Translator
from briefing.pages.ranking import Listing
from briefing.pages.ranking_forms import Form, form_page
from briefing.pages.tile_words import Shown, has_quarters, shown_units
from briefing.show.answers import Answer, Question, context_of, right_of
from briefing.show.rankings import note_of, ranked_for
from briefing.show.records import Record, Sections, record
from briefing.store.reading import Reader


def slope_chart(desk: Desk, reader: Reader, question: Question, tr: Translator) -> Answer:
    """Who moved where since the period before. Raises what ``rankings.ranked_for`` does."""
    return _answer(Form.SLOPE, desk, reader, question, tr)


def tile_map(desk: Desk, reader: Reader, question: Question, tr: Translator) -> Answer:
    """The ranking of provinces as a map. Raises what ``rankings.ranked_for`` does."""
    return _answer(Form.MAP, desk, reader, question, tr)


def _answer(form: Form, desk: Desk, reader: Reader, question: Question, tr: Translator) -> Answer:
    beside = form is Form.SLOPE
    view, ranked, listing = ranked_for(desk, reader, question, beside=beside)
    context = context_of(view, form.value)
    context["indicator"] = ranked.ranking.edition.indicator.id
    context["kind"] = ranked.kind.value
    if listing.group is not None:
        context["group"] = listing.group.name
    page = form_page(form, ranked, tr, listing)
    sections = slope_sections(ranked, listing) if beside else map_sections(ranked, listing)
    return Answer(page, right_of(view, tr), context, sections)


def slope_sections(ranked: Ranked, listing: Listing) -> Sections:
    """Both periods and whether they may be compared, each move, and who is known once only."""
    members = None if listing.group is None else listing.group.members
    found: Slope | None = None
    if ranked.before is not None:
        by_value = listing.order is Order.VALUE
        found = slope(ranked.before, ranked.ranking, by_value=by_value, members=members)
    older, period = ranked.older, ranked.ranking.edition.period
    head = {
        "indicator": ranked.ranking.edition.indicator.id,
        "framework": None if ranked.framework is None else ranked.framework.id,
        "universe": ranked.ranking.universe,
        "before_start": None if older is None else older.period.start,
        "before_end": None if older is None else older.period.end,
        "after_start": None if period is None else period.start,
        "after_end": None if period is None else period.end,
        "comparable": ranked.before is not None,
        "why_not": () if older is None else older.breaks,
        "basis": None if found is None else found.basis,
    }
    return {
        "slope": [record(head)],
        "moves": [
            record(
                {
                    **_unit(move.unit),
                    "before": move.before,
                    "after": move.after,
                    "gain": round(move.gain, 6),
                }
            )
            for move in (found.moves if found is not None else ())
        ],
        "only_before": _units(found.only_before if found is not None else ()),
        "only_after": _units(found.only_after if found is not None else ()),
    }


def map_sections(ranked: Ranked, listing: Listing) -> Sections:
    """Each unit with its tile (row and column from the north-west, from 0), place and value."""
    layout = layout_for(ranked.ranking.edition.units)
    members = None if listing.group is None else listing.group.members
    return {
        "tiles": [
            _tile(one, ranked)
            for one in shown_units(ranked.ranking, layout)
            if members is None or one.unit.key in members
        ]
    }


def _tile(one: Shown, ranked: Ranked) -> Record:
    ranking, tile, place = ranked.ranking, one.tile, one.place
    quarter = None
    if place is not None and has_quarters(ranking):
        quarter = quarter_of(place.rank, ranking.out_of)
    return record(
        {
            **_unit(one.unit),
            "label": None if tile is None else tile.label,
            "row": None if tile is None else tile.row,
            "column": None if tile is None else tile.column,
            "rank": None if place is None else place.rank,
            "ranked_among": None if place is None else ranking.out_of,
            "quarter": quarter,
            "value": None if one.figure is None else one.figure.value,
            "published": place is not None or one.aside is not None,
            **note_of(ranked, one.unit),
        }
    )


def _unit(unit: Unit) -> dict[str, object]:
    return {"unit": str(unit.key), "name": unit.name, "name_en": unit.name_en}


def _units(units: Iterable[Unit]) -> list[Record]:
    return [record(_unit(unit)) for unit in units]
