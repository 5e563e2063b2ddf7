"""``show ranking``: all units of a kind on one indicator, as a page and as records."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from briefing.complaints import NoRegionsError, NoSuchYearError, UnknownNameError
from briefing.desk import Desk, View
from briefing.domain.editions import Figure
from briefing.domain.model import Unit, UnitKind
from briefing.domain.ranked import (
    Choice,
    Group,
    Ranked,
    Step,
    listed,
    not_ranked,
    peers_of,
    places_within,
    region_of,
    regions,
)
from briefing.domain.spelling import fold
from briefing.domain.value import replaced
from briefing.language import Translator
from briefing.pages.ranking import Listing, ranking_page
from briefing.show.answers import (
    Answer,
    Question,
    RankingWanted,
    asked_view,
    context_of,
    indicator_id,
    right_of,
)
from briefing.show.records import Record, Sections, record
from briefing.store.reading import Reader


def ranking(desk: Desk, reader: Reader, question: Question, tr: Translator) -> Answer:
    """The ranking as a list. Raises what :func:`ranked_for` does."""
    view, ranked, listing = ranked_for(desk, reader, question)
    context = context_of(view, "ranking")
    context["indicator"] = ranked.ranking.edition.indicator.id
    context["kind"] = ranked.kind.value
    page = ranking_page(ranked, tr, listing)
    return Answer(page, right_of(view, tr), context, ranking_sections(ranked, listing))


def ranked_for(
    desk: Desk, reader: Reader, question: Question, *, beside: bool = False
) -> tuple[View, Ranked, Listing]:
    """The ranking asked for and how it is listed; ``beside`` with that of the period before.

    Raises ``UnknownNameError`` for an unknown indicator, region or group, ``NoRegionsError`` for a
    region of units that none divides, ``NoSuchYearError`` for a year without results, with those
    there are; ``UnknownUnitError`` for an unknown unit to stay below.
    """
    view = asked_view(desk, reader, question)
    wanted = question.ranking
    below = None if wanted.below is None else desk.unit(reader, wanted.below, view.as_of)
    kind = wanted.kind or (UnitKind.COMMUNE if below is not None else None)
    choice = Choice(
        indicator=_by(reader, question) if question.name else None,
        end=None if question.end is None else date(question.end, 12, 31),
        kind=kind,
        parent=None if below is None else below.key,
        beside=beside,
    )
    ranked = reader.standings.ranked(choice, view.unit, view.as_of, view.known_on)
    edition = ranked.ranking.edition
    if question.end is not None and edition.period is None and edition.periods:
        raise NoSuchYearError(question.end, _years(reader, question, ranked))
    compared = tuple(unit.key for unit in desk.compared(reader, view.as_of))
    group = _group(desk, wanted, edition.units)
    if group is not None and wanted.peers is not None:
        names = not_ranked(desk.settings.peer_groups[group.name], edition.units)
        absent = reader.standings.absent(names, view.as_of, view.known_on)
        group = replaced(group, absent=absent)
    return view, ranked, Listing(order=wanted.order, group=group, compared=ranked.marked(compared))


def _years(reader: Reader, question: Question, ranked: Ranked) -> tuple[str, ...]:
    """The years with results by the day, newest first: "2022 (dti-2022)".

    Of an indicator that was named those of that one, else those of every framework's total.
    """
    edition = ranked.ranking.edition
    if question.name:
        return tuple(dict.fromkeys(str(period.end.year) for period in edition.periods))
    found: dict[int, str] = {}
    for one in reader.standings.frameworks():
        if one.indicator is not None:
            days = edition.as_of, edition.known_on
            for period in reader.standings.edition(one.indicator, *days, ranked.kind).periods:
                found[period.end.year] = f"{period.end.year} ({one.id})"
    return tuple(found[year] for year in sorted(found, reverse=True))


def _by(reader: Reader, question: Question) -> str:
    """The indicator named: by a framework, a part of the one in force then, or by its own name."""
    name, end = question.name, question.end
    for framework in reversed(reader.standings.frameworks()):
        last = framework.last_year or end or 0
        if end is not None and not (framework.first_year or end) <= end <= last:
            continue
        part = framework.part(name)
        if part is not None and part.indicator is not None:
            return part.indicator
        if framework.indicator and framework.is_called(name):
            return framework.indicator
    return indicator_id(reader, name)


def _group(desk: Desk, wanted: RankingWanted, units: Iterable[Unit]) -> Group | None:
    units = tuple(units)
    if wanted.region is not None:
        names = {fold(name): unit.region for unit in regions(units) for name in _names(unit)}
        found = names.get(fold(wanted.region))
        if not names:
            raise NoRegionsError(wanted.region)
        if found is None:
            raise UnknownNameError(wanted.region, tuple(dict.fromkeys(names.values())))
        return region_of(found, units)
    if wanted.peers is not None:
        groups = desk.settings.peer_groups
        own = next((name for name in groups if fold(name) == fold(wanted.peers)), None)
        if own is None:
            raise UnknownNameError(wanted.peers, tuple(groups))
        return peers_of(own, groups[own], units)
    return None


def _names(unit: Unit) -> Iterable[str]:
    return (unit.region, unit.region_en) if unit.region_en else (unit.region,)


def ranking_sections(ranked: Ranked, listing: Listing) -> Sections:
    """What the ranking is, its places in the order listed, who has none, and the periods beside."""
    ranking, group = ranked.ranking, listing.group
    edition = ranking.edition
    places = listed(ranking, listing.order, group)
    within = places_within(places) if group is not None else {}

    def shown(unit: Unit) -> bool:
        return group is None or unit.key in group.members

    head = {
        "indicator": edition.indicator.id,
        "indicator_vi": edition.indicator.name,
        "indicator_en": edition.indicator.name_en,
        "framework": None if ranked.framework is None else ranked.framework.id,
        "period_start": None if edition.period is None else edition.period.start,
        "period_end": None if edition.period is None else edition.period.end,
        "published_on": edition.published_on,
        "ranks_published": ranking.published,
        "universe": ranking.universe,
        "ranked_among": ranking.out_of,
        "values": ranking.counted_values,
        "mean_of_values": ranking.mean,
        "median_of_values": ranking.median,
        "national_mean": None if ranked.national is None else ranked.national.value,
        "group": None if group is None else group.name,
    }
    return {
        "ranking": [record(head)],
        "places": [
            record(
                {
                    "rank": place.rank,
                    "tied": place.tied,
                    "rank_in_group": within.get(place.unit.key),
                    **_unit(place.unit),
                    **_figure(place.figure),
                    "observation": place.source,
                    **note_of(ranked, place.unit),
                }
            )
            for place in places
        ],
        "asides": [
            record(
                {
                    "rank": one.rank,
                    **_unit(one.unit),
                    **_figure(one.figure),
                    "observation": one.source,
                    **note_of(ranked, one.unit),
                }
            )
            for one in ranking.asides
            if shown(one.unit)
        ],
        "missing": [record(_unit(unit)) for unit in ranking.missing if shown(unit)],
        "neighbours": [
            _step(which, step)
            for which, step in (("older", ranked.older), ("newer", ranked.newer))
            if step is not None
        ],
    }


def _unit(unit: Unit) -> dict[str, object]:
    return {"unit": str(unit.key), "name": unit.name, "name_en": unit.name_en}


def note_of(ranked: Ranked, unit: Unit) -> dict[str, object]:
    """What the figures of a unit are noted with, in both languages; ``None`` without a note."""
    found = ranked.notes.get(unit.key)
    text, english = (None, None) if found is None else found
    return {"note": text, "note_en": english or None}


def _figure(figure: Figure | None) -> dict[str, object]:
    return {
        "value": None if figure is None else figure.value,
        "qualifier": None if figure is None else figure.qualifier,
    }


def _step(which: str, step: Step) -> Record:
    return record(
        {
            "which": which,
            "indicator": step.indicator.id,
            "framework": None if step.framework is None else step.framework.id,
            "period_start": step.period.start,
            "period_end": step.period.end,
            "universe": step.universe,
            "comparable": not step.breaks,
            "why_not": step.breaks,
            "rank_of_unit": step.rank,
        }
    )
