"""How a profile names indexes, values, points and periods, and what its lines open."""

from __future__ import annotations

from briefing import formatting, wording
from briefing.domain.editions import Figure
from briefing.domain.index_standings import IndexStanding
from briefing.domain.model import Unit
from briefing.domain.placing import Standing
from briefing.domain.profile import Moment, Profile
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.line import Link, LinkKind
from briefing.wording.lineage import name_on

POINT_DECIMALS = 1
"""Decimals of points: a ten-thousandth of an index worth 100 points is a hundredth of one."""


def other_name(unit: Unit, profile: Profile, tr: Translator) -> str:
    """Another unit by name, as lineage has it: "Hồ Chí Minh cũ" for one that is no more."""
    return name_on(unit, profile.briefing.as_of, tr)


def index_name(index: IndexStanding, tr: Translator) -> str:
    """A main index's name: "Thể chế số"."""
    return tr.pick(index.part.name, index.part.name_en)


def period_text(moment: Moment, tr: Translator) -> str:
    """The period by its name: "năm 2022"."""
    return formatting.period(moment.period.start, moment.period.end, tr)


def moment_text(moment: Moment, tr: Translator, *, first: bool = False) -> str:
    """A framework and one of its periods: "bộ chỉ số 2022, kết quả năm 2021".

    ``first`` for the first words of a line.
    """
    return tr.gettext("{framework}, kết quả {period}").format(
        framework=wording.framework_name(moment.framework, tr, first=first),
        period=period_text(moment, tr),
    )


def points(value: float, tr: Translator) -> str:
    """Points of the total: "105,8"."""
    return formatting.number(value, tr, POINT_DECIMALS)


def index_value(value: float, standing: Standing, tr: Translator) -> str:
    """A value with the decimals it is published with: "0,6924"."""
    return formatting.number(value, tr, standing.indicator.decimals)


def figure_text(figure: Figure, standing: Standing, tr: Translator) -> str:
    """A unit's own value as it was said: "0,6924", "trên 0,9"."""
    return formatting.qualified(index_value(figure.value, standing, tr), figure.qualifier, tr)


def rank_text(total: Standing, tr: Translator) -> str:
    """ "Hạng 5/63"; without a published rank it says so, a known total notwithstanding."""
    if total.rank is None:
        return tr.gettext("Chưa công bố thứ hạng")
    text = tr.gettext("Hạng {rank}/{universe}")
    return text.format(rank=formatting.number(total.rank.value, tr), universe=total.universe)


def total_text(total: Standing, tr: Translator) -> str:
    """The total with its index's name: "DTI 0,6924"; empty where no value is published."""
    if total.figure is None:
        return ""
    name = cells.indicator_short(total.indicator, tr)
    return f"{name} {figure_text(total.figure, total, tr)}"


def place_text(standing: Standing, tr: Translator) -> str:
    """The rank on one index: "hạng 16/63"; a place among a few known values says among how many."""
    if standing.rank is not None:
        rank = formatting.number(standing.rank.value, tr)
        return f"{rank}/{standing.universe}"
    if standing.place is None:
        return ""
    if standing.is_whole:
        return f"{standing.place}/{standing.universe}"
    return tr.gettext("{place} trong {count}").format(place=standing.place, count=standing.counted)


def not_alike(profile: Profile, tr: Translator) -> str:
    """Why no step is drawn to the period before: another framework, or another set of units."""
    apart, now = profile.earlier, profile.now
    assert apart is not None and now is not None
    if apart.framework.id == now.framework.id:
        text = tr.gettext("không so sánh được với {period}: xếp trong số đơn vị khác")
        return text.format(period=period_text(apart, tr))
    text = tr.gettext("không so sánh được với {period}: {framework}")
    return text.format(
        period=period_text(apart, tr), framework=wording.framework_name(apart.framework, tr)
    )


def own_link(profile: Profile, standing: Standing) -> Link:
    """Opens the indicator of the unit's own value, with its source; of its rank without one."""
    figure = standing.figure or standing.rank
    observation = profile.cited.get(figure.observation) if figure is not None else None
    unit = str(profile.unit.key)
    if observation is None:
        return Link(LinkKind.INDICATOR, standing.indicator.id, unit=unit)
    paragraph = observation.paragraphs[0] if observation.paragraphs else None
    return Link(LinkKind.INDICATOR, observation.indicator, observation.source, paragraph, unit)


def ranking_link(profile: Profile, standing: Standing) -> Link:
    """Opens all units on an indicator in the period shown; its source is that of the own value."""
    assert profile.now is not None
    own = own_link(profile, standing)
    ref = f"{standing.indicator.id}/{profile.now.period.end}"
    return own._replace(kind=LinkKind.RANKING, ref=ref)


def profile_ref(profile: Profile, moment: Moment) -> str:
    """What a link to the same unit's profile of another period refers to."""
    return f"{profile.unit.key}/{moment.period.end}"
