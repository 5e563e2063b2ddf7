"""The tables of a profile: main indexes, the open tasks of each, pillars."""

from __future__ import annotations

from collections.abc import Iterable

from briefing import formatting
from briefing.domain.index_standings import IndexStanding
from briefing.domain.placing import Standing
from briefing.domain.profile import Profile
from briefing.language import Translator
from briefing.pages.blocks import Align, Bar, Block, Cell, Column, Row, Table
from briefing.pages.line import Role, spans
from briefing.pages.profile_words import (
    figure_text,
    index_name,
    index_value,
    other_name,
    place_text,
    points,
    ranking_link,
)
from briefing.pages.profile_work import work_cell


def index_table(profile: Profile, tr: Translator) -> list[Block]:
    """The main indexes: points lost of the maximum, value, mean, best, peer, rank, tasks."""
    if not any(index.tasks or _is_known(index) for index in profile.indexes):
        return []
    told = profile.tells_indexes
    peer = "" if profile.peer is None else other_name(profile.peer, profile, tr)
    standings = [index.standing for index in profile.indexes if index.standing is not None]
    heading = tr.gettext("Điểm lấy lại được") if told else tr.gettext("Chỉ số chính")
    has_peer = any(standing.peer is not None for standing in standings)
    value = tr.gettext("giá trị")
    if profile.former is not None:
        value = other_name(profile.former.unit, profile, tr)
    columns = (
        Column(title=heading, flex=True, least=16, comfort=24, most=34, gap=1),
        Column(title="", fixed=14, priority=6, twin=False, wide=48),
        Column(title=tr.gettext("mất") if told else tr.gettext("tối đa"), align=Align.RIGHT),
        Column(title=value, align=Align.DECIMAL, most=22),
        Column(title=mean_title(standings, tr), align=Align.DECIMAL, priority=1),
        Column(title=tr.gettext("cao nhất"), align=Align.DECIMAL, priority=2),
        Column(
            title=tr.gettext("của"), priority=5, flex=True, least=7, comfort=11, most=40, wrap=3
        ),
        Column(title=peer, align=Align.DECIMAL, priority=1, most=18),
        Column(title=tr.gettext("hạng"), align=Align.RIGHT, priority=3 if has_peer else 2),
        Column(title=tr.gettext("việc đang mở"), flex=True, least=16, comfort=19, most=44, wrap=3),
    )
    rows = tuple(_index_row(index, profile, tr) for index in profile.indexes)
    legend = _legend(profile, tr)
    left_out = tr.gettext("Không đủ chỗ cho cột: {columns}.")
    return [Table(columns=columns, rows=rows, show_titles=True, legend=legend, left_out=left_out)]


def _legend(profile: Profile, tr: Translator) -> str:
    """What a bar's tick means, without a word of colour, where any bar has a mean beside it."""
    if all(_bar(index).tick is None for index in profile.indexes):
        return ""
    return tr.gettext(
        "Trong thanh, ┃ là trung bình: thanh chưa tới ┃ là dưới trung bình, qua ┃ là trên."
    )


def _is_known(index: IndexStanding) -> bool:
    """Whether anything was published on an index in the period, of any unit."""
    standing = index.standing
    return standing is not None and (standing.counted > 0 or standing.is_told)


def mean_title(standings: Iterable[Standing], tr: Translator) -> str:
    """ "TB 5/63": over how many of all units the mean is; the number where it is the same."""
    counts = {(one.counted, one.universe) for one in standings if one.mean is not None}
    if len(counts) != 1:
        return tr.gettext("TB")
    ((counted, universe),) = counts
    if counted >= universe:
        return tr.gettext("TB")
    return tr.gettext("TB {counted}/{universe}").format(counted=counted, universe=universe)


def _index_row(index: IndexStanding, profile: Profile, tr: Translator) -> Row:
    standing = index.standing
    blank: Cell = ()
    made: list[Cell] = [spans(index_name(index, tr)), _bar(index), _lost(index, profile, tr)]
    if standing is None:
        made += [blank] * 6
    else:
        made += [
            _value(index, standing, profile, tr),
            beside(standing.mean, standing, tr),
            beside(standing.best, standing, tr),
            spans((_leaders(standing, profile, tr), Role.MUTED)),
            beside(None if standing.peer is None else standing.peer.value, standing, tr),
            spans(place_text(standing, tr)),
        ]
    made.append(work_cell(index, profile, tr))
    link = None if standing is None else ranking_link(profile, standing)
    return Row(cells=tuple(made), link=link)


def _bar(index: IndexStanding) -> Bar:
    """The share got, the mean of those known as a tick."""
    if index.share is None or index.standing is None:
        return Bar(share=None)
    mean = index.standing.mean
    behind = mean is not None and index.share < mean
    return Bar(share=index.share, tick=mean, role=Role.BAR_WARNING if behind else Role.BAR_PROGRESS)


def _lost(index: IndexStanding, profile: Profile, tr: Translator) -> Cell:
    most = index.part.max_points
    if most is None:
        return ()
    whole = formatting.number(most, tr)
    if not profile.tells_indexes:
        return spans((whole, Role.MUTED))
    if index.lost is None:
        return spans((f"{formatting.MISSING}/{whole}", Role.MUTED))
    return spans((points(index.lost, tr), Role.STRONG), (f"/{whole}", Role.MUTED))


def _value(index: IndexStanding, standing: Standing, profile: Profile, tr: Translator) -> Cell:
    """The unit's own value, or that of the one it was then, under whose name they stand."""
    former = None if profile.former is None else profile.former.indexes.get(index.part.id)
    if former is not None and former.figure is not None:
        return spans((figure_text(former.figure, former, tr), Role.PLAIN))
    if standing.figure is not None:
        return spans((figure_text(standing.figure, standing, tr), Role.PLAIN))
    return spans((formatting.MISSING, Role.MUTED)) if profile.tells_indexes else ()


def beside(value: float | None, standing: Standing, tr: Translator) -> Cell:
    """A value that stands beside the unit's own; empty where there is none."""
    return () if value is None else spans((index_value(value, standing, tr), Role.MUTED))


def _leaders(standing: Standing, profile: Profile, tr: Translator) -> str:
    named = standing.leaders if standing.leading <= len(standing.leaders) else standing.leaders[:1]
    said = ", ".join(other_name(unit, profile, tr) for unit in named)
    more = standing.leading - len(named)
    return f"{said} +{more}" if more > 0 else said
