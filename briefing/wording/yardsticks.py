"""What a unit is held against: the names of the yardsticks, and how far each may be trusted."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.domain import averages, goals
from briefing.domain.model import Indicator, Measure, Unit, UnitKey, UnitKind
from briefing.domain.yardsticks import Against, Lacking, Yardstick
from briefing.formatting import amount_short, number, ratio
from briefing.language import Translator
from briefing.wording.contrast import step_words
from briefing.wording.names import unit_name

Names = Mapping[UnitKey, str]
"""How units are called where several stand side by side; others have their own names."""
OWN_NAMES: Names = MappingProxyType({})
"""No unit stands beside another."""


def name_in(names: Names, unit: Unit, tr: Translator) -> str:
    """What a unit is called."""
    return names.get(unit.key) or unit_name(unit, tr)


def column(
    yardstick: Yardstick,
    unit: Unit,
    tr: Translator,
    *,
    partial: bool = False,
    entered: str = "",
    named: bool = False,
) -> str:
    """The title of a column: "TB vùng", "TB cả nước", "Tốt nhất".

    ``partial``: none of the means in it is of all units, and it must not be taken for theirs:
    "TB 6/63 đơn vị", with ``entered`` where rows are of as many units. ``named``: the
    region is told by its name, "TB Đồng bằng sông Hồng 2/13".
    """
    if yardstick is Yardstick.BEST:
        return tr.gettext("Tốt nhất")
    if yardstick is Yardstick.REGION:
        region = tr.pick(unit.region, unit.region_en) if named else ""
        if not partial:
            text = tr.gettext("TB {region}") if region else tr.gettext("TB vùng")
        elif entered:
            text = (
                tr.gettext("TB {region} {entered}") if region else tr.gettext("TB vùng {entered}")
            )
        else:
            text = tr.gettext("TB {region}, chưa đủ") if region else tr.gettext("TB vùng, chưa đủ")
        return text.format(region=region, entered=entered)
    if partial:
        if entered:
            return tr.gettext("TB {entered} đơn vị").format(entered=entered)
        return tr.gettext("TB đơn vị có số")
    if unit.kind is UnitKind.PROVINCE:
        return tr.gettext("TB cả nước")
    return tr.gettext("TB cùng cấp")


def mean_name(against: Against, unit: Unit, tr: Translator) -> str:
    """A yardstick in a note: "TB vùng Đồng bằng sông Hồng", "TB cả nước", "Tốt nhất"."""
    whose = against.region_of or unit
    region = tr.pick(whose.region, whose.region_en)
    if against.yardstick is Yardstick.REGION and region:
        return tr.gettext("TB vùng {region}").format(region=region)
    return column(against.yardstick, unit, tr)


def yardstick_name(yardstick: Yardstick, unit: Unit, tr: Translator) -> str:
    """What a yardstick is of: "trung bình vùng Đông Bắc Bộ", "trung bình cả nước"."""
    match yardstick:
        case Yardstick.REGION:
            region = tr.pick(unit.region, unit.region_en)
            if not region:
                return tr.gettext("trung bình vùng")
            return tr.gettext("trung bình vùng {region}").format(region=region)
        case Yardstick.MEAN if unit.kind is UnitKind.PROVINCE:
            return tr.gettext("trung bình cả nước")
        case Yardstick.MEAN:
            return tr.gettext("trung bình các đơn vị cùng cấp")
        case Yardstick.BEST:
            return tr.gettext("đơn vị tốt nhất")


def value_short(figure: float, indicator: Indicator, tr: Translator) -> str:
    """A value for a narrow column, an index with all its decimals: "0,9000", "69,83%", "13"."""
    told = amount_short(figure, indicator, tr)
    if indicator.measure is not Measure.INDEX:
        return told
    return max(told, amount_short(figure, indicator, tr, indicator.decimals), key=len)


def against_value(against: Against, indicator: Indicator, tr: Translator) -> str:
    """A yardstick's value as the ranking writes it; empty without one."""
    if against.value is None:
        return ""
    if against.published is not None or against.yardstick is Yardstick.BEST:
        return value_short(against.value, indicator, tr)
    return amount_short(against.value, indicator, tr, averages.decimals(indicator))


def against_note(against: Against, unit: Unit, tr: Translator, names: Names = OWN_NAMES) -> str:
    """How a value came about, "TB cả nước: theo công bố"; or why there is none.

    ``unit`` is the one whose figure the value stands beside.
    """
    if against.lacking is not None:
        return _lacking(against, against.lacking, tr, names)
    name = mean_name(against, unit, tr)
    if against.published is not None:
        return tr.gettext("{name}: theo công bố").format(name=name)
    who = _who(against, names, tr)
    entered = ratio(against.entered, against.of, tr)
    if against.yardstick is Yardstick.BEST:
        text = tr.gettext("{name}: {who}")
        if not against.sure:
            text = tr.gettext("{name} trong {entered} đơn vị đã công bố: {who}")
    elif against.is_partial:
        text = tr.gettext("{name}: trung bình của {entered} đơn vị có số, chưa phải của tất cả")
    else:
        text = tr.gettext("{name}: trung bình cộng của {entered} đơn vị")
    said = text.format(name=name, who=who, entered=entered)
    return f"{said}; {_hedged(against.hedged, tr)}" if against.hedged else said


def against_difference(
    figure: float,
    against: Against,
    indicator: Indicator,
    unit: Unit,
    tr: Translator,
    names: Names = OWN_NAMES,
) -> str:
    """How a unit's figure stands beside a yardstick: "so với trung bình cả nước: cao hơn 0,0975".

    With how many units entered where some are missing; empty where there is nothing to set it off
    against, and for a unit beside the mean of a region that is not its own.
    """
    if against.value is None or (against.region_of or unit).region != unit.region:
        return ""
    if unit in against.who:
        return tr.gettext("là đơn vị tốt nhất") if against.sure else ""
    gap = step_words(goals.difference(figure, against.value), indicator, tr)
    text = tr.gettext("so với {other}: {gap}")
    return text.format(other=_other(against, unit, tr, names), gap=gap)


def _who(against: Against, names: Names, tr: Translator) -> str:
    return ", ".join(name_in(names, one, tr) for one in against.who)


def _other(against: Against, unit: Unit, tr: Translator, names: Names) -> str:
    """The yardstick by what it really is of: a mean of 6/63 units is not the country's."""
    name = yardstick_name(against.yardstick, unit, tr)
    entered = ratio(against.entered, against.of, tr)
    if against.yardstick is not Yardstick.BEST:
        if not against.is_partial:
            return name
        region = tr.pick(unit.region, unit.region_en)
        if against.yardstick is Yardstick.REGION:
            text = tr.gettext("trung bình {entered} đơn vị đã công bố của vùng {region}")
        else:
            text = tr.gettext("trung bình {entered} đơn vị đã công bố")
        return text.format(entered=entered, region=region)
    who = _who(against, names, tr)
    if against.sure:
        return f"{name} ({who})"
    text = tr.gettext("đơn vị tốt nhất trong {entered} đơn vị đã công bố ({who})")
    return text.format(entered=entered, who=who)


def _lacking(against: Against, lacking: Lacking, tr: Translator, names: Names) -> str:
    match lacking:
        case Lacking.RANK:
            return tr.gettext("không lấy trung bình của thứ hạng")
        case Lacking.SIZE:
            return tr.gettext("số đếm tùy quy mô đơn vị, không lấy trung bình hay tốt nhất")
        case Lacking.DIRECTION:
            return tr.gettext("chỉ số này không có chiều tốt hơn")
        case Lacking.REGION:
            return tr.gettext("vùng chỉ có với 63 tỉnh, thành phố trước 01/07/2025")
        case Lacking.ELSEWHERE:
            assert against.region_of is not None
            text = tr.gettext("{unit} không có trong các đơn vị của kỳ số liệu này")
            unit = against.region_of
            return text.format(unit=name_in(names, unit, tr))
        case Lacking.ALONE if against.yardstick is Yardstick.REGION:
            return tr.gettext("trong vùng chưa có hai đơn vị công bố số liệu cùng kỳ")
        case Lacking.ALONE:
            return tr.gettext("không đơn vị nào khác công bố số liệu cùng kỳ")


def _hedged(count: int, tr: Translator) -> str:
    text = tr.ngettext(
        "{count} số ghi “trên”, “gần”, “khoảng” hoặc ước",
        "{count} số ghi “trên”, “gần”, “khoảng” hoặc ước",
        count,
    )
    return text.format(count=number(count, tr))
