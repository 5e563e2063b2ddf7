"""How a what-if says ranks, totals and points."""

from __future__ import annotations

from briefing import formatting, wording
from briefing.domain.frameworks import Framework, Part
from briefing.domain.totals import Between, Mark, RankRange
from briefing.language import Translator

DECIMALS = 4
"""Decimals of an index, as it is published."""


def part_name(part: Part, tr: Translator) -> str:
    """A main index: "Thể chế số"."""
    return tr.pick(part.name, part.name_en)


def index_text(share: float | None, tr: Translator) -> str:
    """An index from 0 to 1 as it is published, "0,6924"; "—" where there is none."""
    return formatting.MISSING if share is None else formatting.number(share, tr, DECIMALS)


def raise_text(by: float, tr: Translator) -> str:
    """By how much an index is raised or lowered: "+0,0100", "−0,0100"."""
    text = formatting.number(by, tr, DECIMALS)
    return f"+{text}" if by > 0 else text


def points_text(points: float, tr: Translator) -> str:
    """Points of the total with one decimal: "702,4"."""
    return formatting.number(points, tr, 1)


def gained_text(points: float, tr: Translator) -> str:
    """Points won or lost: "+10,0", "−10,0", "0"."""
    text = points_text(points, tr)
    if float(f"{points:.1f}") == 0:
        return "0"
    return f"+{text}" if points > 0 else text


def total_text(total: Between, tr: Translator) -> str:
    """A total: "0,7024", or "từ 0,6178 đến 0,7023"."""
    if total.is_exact:
        return index_text(total.low, tr)
    return tr.gettext("từ {low} đến {high}").format(
        low=index_text(total.low, tr), high=index_text(total.high, tr)
    )


def total_points_text(total: Between, framework: Framework, tr: Translator) -> str:
    """A total in points: "702,4", or "từ 617,8 đến 702,3"."""
    low, high = (points_text(end * framework.total, tr) for end in total)
    if total.is_exact:
        return low
    return tr.gettext("từ {low} đến {high}").format(low=low, high=high)


def rank_text(rank: RankRange, tr: Translator) -> str:
    """A rank with its universe: "hạng 3/63"; "từ hạng 4 đến 12 (của 63)"."""
    if rank.is_exact:
        whole = formatting.ratio(rank.best, rank.universe, tr)
        return tr.gettext("hạng {rank}").format(rank=whole)
    return tr.gettext("từ hạng {best} đến {worst} (của {universe})").format(
        best=rank.best, worst=rank.worst, universe=rank.universe
    )


def mark_text(mark: Mark, tr: Translator) -> str:
    """A unit's published total: "Quảng Ninh 0,7024 (hạng 3)"."""
    name, total = wording.unit_name(mark.unit, tr), index_text(mark.total, tr)
    if mark.rank is None:
        return f"{name} {total}"
    return tr.gettext("{unit} {total} (hạng {rank})").format(unit=name, total=total, rank=mark.rank)
