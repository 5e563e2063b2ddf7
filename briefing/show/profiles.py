"""``show profile``: where one unit stands, as a page and as records."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from briefing.complaints import NoSuchYearError, PeerIsItselfError
from briefing.desk import Desk, View
from briefing.domain.index_standings import IndexStanding
from briefing.domain.model import UnitKey
from briefing.domain.placing import Standing
from briefing.domain.profile import Profile
from briefing.language import Translator
from briefing.pages.profile import profile_page
from briefing.pages.profile_words import moment_text
from briefing.show.answers import Answer, Question, asked_view, context_of, right_of
from briefing.show.records import Record, Sections, record
from briefing.store.reading import Reader


def profile(desk: Desk, reader: Reader, question: Question, tr: Translator) -> Answer:
    """The profile of a unit in the newest results that tell of it, or in those of a year.

    Raises ``NoSuchYearError`` for a year without results, with the years that have some, and
    ``PeerIsItselfError`` for a unit to be set beside itself.
    """
    view = asked_view(desk, reader, question)
    briefing = desk.briefing(reader, view)
    peer = _peer(desk, reader, question, view)
    end = None if question.end is None else date(question.end, 12, 31)
    told = reader.standings.profile(briefing, peer, end=end)
    if told.now is None and question.end is not None and told.moments:
        years = (f"{moment.period.end.year} ({moment_text(moment, tr)})" for moment in told.moments)
        raise NoSuchYearError(question.end, tuple(years))
    context = context_of(view, "profile")
    context["peer"] = None if told.peer is None else str(told.peer.key)
    page = profile_page(told, tr, asked_beside=question.peer is not None)
    return Answer(page, right_of(view, tr), context, profile_sections(told))


def _peer(desk: Desk, reader: Reader, question: Question, view: View) -> UnitKey | None:
    """The unit named, else the first other one that ``config.yaml`` sets beside.

    Raises ``PeerIsItselfError`` when the unit itself is named.
    """
    if question.peer is not None:
        named = desk.unit(reader, question.peer, view.as_of)
        if named.key == view.unit:
            raise PeerIsItselfError(named.name)
        return named.key
    compared = (unit.key for unit in desk.compared(reader, view.as_of))
    return next((key for key in compared if key != view.unit), None)


def profile_sections(told: Profile) -> Sections:
    """The total, the main indexes, the pillars, and one record for each index and open task."""
    if told.now is None:
        return {"standing": [], "indexes": [], "pillars": [], "tasks": []}
    framework, period = told.now.framework, told.now.period
    head = {
        "framework": framework.id,
        "period_start": period.start,
        "period_end": period.end,
        "total_points": framework.total,
        "lost_points": _rounded(told.lost),
        "covered_points": None if told.rolled is None else told.rolled.covered,
        "missing_indexes": () if told.rolled is None else told.rolled.missing,
        "national_mean": told.national_mean,
    }
    total = [] if told.total is None else [record(head | _standing(told.total, told))]
    sections: Sections = {
        "standing": total,
        "indexes": [_index(index, told) for index in told.indexes],
        "pillars": [record(_standing(pillar, told)) for pillar in told.pillars],
        "tasks": list(_tasks(told)),
    }
    if told.former is not None:
        unit = told.former.unit
        own = {"unit": unit.key, "name": unit.name, "name_en": unit.name_en}
        sections["ranked_as"] = [record(own | _standing(told.former.total, told))]
        sections["indexes_ranked_as"] = [
            record(own | {"index": id_} | _standing(standing, told))
            for id_, standing in told.former.indexes.items()
        ]
    return sections


def _standing(standing: Standing, told: Profile) -> dict[str, object]:
    figure, rank = standing.figure, standing.rank
    behind = figure or rank
    observation = None if behind is None else told.cited.get(behind.observation)
    return {
        "indicator": standing.indicator.id,
        "value": None if figure is None else figure.value,
        "qualifier": None if figure is None else figure.qualifier,
        "rank": None if rank is None else round(rank.value),
        "universe": standing.universe,
        "counted": standing.counted,
        "place_among_counted": standing.place,
        "mean_of_counted": _rounded(standing.mean),
        "best": standing.best,
        "best_units": tuple(str(unit.key) for unit in standing.leaders),
        "peer_value": None if standing.peer is None else standing.peer.value,
        "peer_rank": None if standing.peer_rank is None else round(standing.peer_rank.value),
        "source": None if observation is None else observation.source,
        "paragraph": () if observation is None else observation.paragraphs,
        "note": None if observation is None else observation.note or None,
    }


def _index(index: IndexStanding, told: Profile) -> Record:
    own = {} if index.standing is None else _standing(index.standing, told)
    return record(
        {
            "index": index.part.id,
            "code": index.part.code,
            "max_points": index.part.max_points,
            "lost_points": _rounded(index.lost),
            "open_tasks": len(index.tasks),
            "late_tasks": index.late,
            **own,
        }
    )


def _tasks(told: Profile) -> Iterable[Record]:
    for index in (*told.indexes, None):
        for task in told.general if index is None else index.tasks:
            yield record(
                {
                    "index": None if index is None else index.part.id,
                    "task": task.task.id,
                    "status": task.status,
                    "lead": task.task.lead,
                    "due": task.due,
                    "days": task.days,
                }
            )


def _rounded(value: float | None) -> float | None:
    """Without the noise of adding floats."""
    return None if value is None else round(value, 6)
