"""What a ranking says in words: whose places, who is where, and what it may be compared with."""

from __future__ import annotations

from briefing import formatting, wording
from briefing.domain import averages
from briefing.domain.editions import Figure
from briefing.domain.frameworks import Framework
from briefing.domain.model import Measure, Qualifier, Unit, UnitKind
from briefing.domain.ranked import Break, Group, Ranked, Step
from briefing.domain.ranking import Ranking
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.line import Role, Span, spans
from briefing.wording.lineage import former_name, in_sentence

FOCUS, COMPARED, NOTED = "►", "•", "*"
"""Mark the unit in focus, those that are compared with it elsewhere, and a figure with a note."""


def units_counted(kind: UnitKind, count: int, tr: Translator, *, short: bool = False) -> str:
    """ "63 tỉnh, thành phố", "3.321 xã, phường, đặc khu"; ``short``: "3.321 xã, phường"."""
    match kind:
        case UnitKind.PROVINCE:
            text = tr.ngettext("{count} tỉnh, thành phố", "{count} tỉnh, thành phố", count)
        case UnitKind.DISTRICT:
            text = tr.ngettext("{count} huyện, quận", "{count} huyện, quận", count)
        case UnitKind.COMMUNE:
            text = tr.ngettext("{count} xã, phường, đặc khu", "{count} xã, phường, đặc khu", count)
            if short:
                text = tr.ngettext("{count} xã, phường", "{count} xã, phường", count)
        case _:
            text = tr.ngettext("{count} đơn vị", "{count} đơn vị", count)
    return text.format(count=formatting.number(count, tr))


def title(ranked: Ranked, tr: Translator) -> str:
    """ "Xếp hạng: Chỉ số DTI, năm 2022 · bộ chỉ số 2022"."""
    edition = ranked.ranking.edition
    name = cells.indicator_short(edition.indicator, tr)
    if edition.period is None:
        return tr.gettext("Xếp hạng: {indicator}").format(indicator=name)
    period = formatting.period(*edition.period, tr)
    text = tr.gettext("Xếp hạng: {indicator}, {period}").format(indicator=name, period=period)
    if ranked.framework is None:
        return text
    return f"{text} · {framework_text(ranked.framework, tr)}"


def framework_text(framework: Framework, tr: Translator) -> str:
    """ "bộ chỉ số 2022"."""
    short = tr.pick(framework.short, framework.short_en)
    return tr.gettext("bộ chỉ số {framework}").format(framework=short)


def subtitle(ranked: Ranked, tr: Translator) -> str:
    """ "63 tỉnh, thành phố", with the province where all lie below one."""
    universe = ranked.ranking.universe
    said = [units_counted(ranked.kind, universe, tr, short=True)] if universe else []
    if ranked.parent is not None:
        said.append(wording.unit_name(ranked.parent, tr))
    return " · ".join(said)


def place_out_of(rank: int, out_of: int, tr: Translator) -> str:
    """ "13/63"."""
    return formatting.ratio(rank, out_of, tr)


def value_title(ranking: Ranking, tr: Translator) -> str:
    """What is counted, where the values do not say it themselves."""
    counted = formatting.noun(ranking.edition.indicator, tr)
    return counted[:1].upper() + counted[1:] or tr.gettext("Giá trị")


def above_title(ranked: Ranked, tr: Translator) -> str:
    """What :func:`above` gives the names of."""
    if ranked.kind is UnitKind.PROVINCE:
        return tr.gettext("Vùng")
    return tr.gettext("Tỉnh, thành phố")


def above(unit: Unit, ranked: Ranked, tr: Translator) -> str:
    """The region of a province, the province of a commune unless all lie in one."""
    if ranked.kind is UnitKind.PROVINCE:
        return tr.pick(unit.region, unit.region_en)
    found = None if unit.parent is None else ranked.parents.get(unit.parent)
    return "" if found is None else wording.unit_name(found, tr)


def value_text(figure: Figure, ranking: Ranking, tr: Translator) -> str:
    """A value as the list writes it: "0,6077", "trên 90%", "≈12"."""
    indicator = ranking.edition.indicator
    decimals = indicator.decimals if indicator.measure is Measure.INDEX else None
    text = formatting.amount_short(figure.value, indicator, tr, decimals)
    if figure.qualifier in (Qualifier.ABOUT, Qualifier.ESTIMATE):
        return f"≈{text}"
    return formatting.qualified(text, figure.qualifier, tr)


def number_text(number: float, ranking: Ranking, tr: Translator) -> str:
    """A mean or median in the measure of the ranking: an index to its decimals, else to two."""
    indicator = ranking.edition.indicator
    return formatting.amount_short(number, indicator, tr, averages.decimals(indicator))


def name_of(unit: Unit, ranked: Ranked, tr: Translator) -> str:
    """A unit's name; "Bắc Ninh cũ" for one that ended and whose name another bears on the day."""
    if unit.key in ranked.namesakes.former:
        return former_name(unit, tr)
    return wording.unit_name(unit, tr)


def focus_spans(ranked: Ranked, tr: Translator) -> tuple[Span, ...]:
    """Where the unit in focus is, or why it has no place: the answer of the page."""
    ranking, focus = ranked.ranking, ranked.focus
    name = _focus_name(ranked, tr)
    mark = spans((f"{FOCUS} ", Role.ACCENT), (f"{name}: ", Role.STRONG))
    place = ranking.place_of(focus.key)
    if place is not None:
        rank = place_out_of(place.rank, ranking.out_of, tr)
        rank += NOTED if focus.key in ranked.notes else ""
        said = [tr.gettext("hạng {rank}").format(rank=rank)]
        if place.tied:
            said.append(tr.gettext("đồng hạng"))
        if place.figure is not None:
            said.append(value_text(place.figure, ranking, tr))
        moved = _moved(ranked, place.rank, tr)
        beside = _among(ranking, ranked.kind, tr)
        return (
            *mark,
            *spans((", ".join(said), Role.STRONG)),
            *(spans(f" {beside}") if beside else ()),
            *(spans(f" · {moved}") if moved else ()),
        )
    aside = next((one for one in ranking.asides if one.unit.key == focus.key), None)
    if aside is not None and aside.rank is not None:
        rank = place_out_of(aside.rank, ranking.universe, tr)
        text = tr.gettext("hạng {rank} theo công bố").format(rank=rank)
        why = tr.gettext("; không công bố giá trị nên không xếp cùng các giá trị bên dưới")
        return (*mark, *spans((text, Role.STRONG), why))
    if aside is not None and aside.figure is not None:
        text = value_text(aside.figure, ranking, tr)
        return (*mark, *spans((text, Role.STRONG), tr.gettext("; không công bố hạng")))
    return (*mark, *spans((_absent(ranked, tr), Role.WARNING)))


def _focus_name(ranked: Ranked, tr: Translator) -> str:
    """The unit asked for; where another stood in its place alone, with that one."""
    lineage, focus = ranked.lineage, ranked.focus
    if lineage is None or lineage.unit.key == focus.key:
        return name_of(focus, ranked, tr)
    own, other = wording.unit_name(lineage.unit, tr), in_sentence(focus, tr)
    if lineage.predecessors and focus in lineage.ancestors:
        return tr.gettext("{unit}, khi đó là {other}").format(unit=own, other=other)
    return tr.gettext("{unit}, nay là {other}").format(unit=own, other=other)


def _absent(ranked: Ranked, tr: Translator) -> str:
    """Why nothing is told of the unit in focus."""
    ranking, focus = ranked.ranking, ranked.focus
    if ranking.universe_at(focus.key) is not None:
        return tr.gettext("chưa có số liệu công bố cho kỳ này")
    counted = units_counted(ranked.kind, ranking.universe, tr)
    if focus.valid_to is not None and focus.kind is ranked.kind:
        day = formatting.date_text(focus.valid_to, tr)
        text = tr.gettext("đơn vị đến {day}, không có trong {units} của kỳ này")
        return text.format(day=day, units=counted)
    return tr.gettext("không có trong {units} được xếp").format(units=counted)


def _among(ranking: Ranking, kind: UnitKind, tr: Translator) -> str:
    """That a place is one among the known values only, where some are not known."""
    if ranking.published or ranking.is_whole:
        return ""
    text = tr.gettext("trong số đơn vị có giá trị công bố; cả thảy có {units}")
    return text.format(units=units_counted(kind, ranking.universe, tr))


def _moved(ranked: Ranked, rank: int, tr: Translator) -> str:
    """The places gained since the period before: "lên 1 bậc so với năm 2021 (14/63)"."""
    older = ranked.older
    if older is None or older.rank is None or not ranked.ranking.published:
        return ""
    size = abs(older.rank - rank)
    count = formatting.number(size, tr)
    before = formatting.period(*older.period, tr)
    then = place_out_of(older.rank, older.universe, tr)
    if not size:
        text = tr.gettext("giữ nguyên so với {before} ({rank})")
    elif older.rank > rank:
        text = tr.ngettext(
            "lên {count} bậc so với {before} ({rank})",
            "lên {count} bậc so với {before} ({rank})",
            size,
        )
    else:
        text = tr.ngettext(
            "xuống {count} bậc so với {before} ({rank})",
            "xuống {count} bậc so với {before} ({rank})",
            size,
        )
    return text.format(count=count, before=before, rank=then)


def means_text(ranked: Ranked, tr: Translator) -> str:
    """Mean and median and over how many values, and the mean published for the country."""
    ranking = ranked.ranking
    said = []
    if ranked.national is not None:
        mean = number_text(ranked.national.value, ranking, tr)
        said.append(tr.gettext("Trung bình cả nước theo công bố: {mean}").format(mean=mean))
    if ranking.mean is not None and ranking.median is not None and ranking.counted_values > 1:
        names = {
            "mean": number_text(ranking.mean, ranking, tr),
            "median": number_text(ranking.median, ranking, tr),
            "count": formatting.ratio(ranking.counted_values, ranking.universe, tr),
        }
        if ranking.counted_values >= ranking.universe:
            text = tr.gettext("Trung bình {mean} · trung vị {median} (đủ {count} giá trị)")
        elif ranking.is_little_known:
            text = tr.gettext(
                "Trung bình {mean} · trung vị {median} (chỉ {count} giá trị, nên không kẻ vạch)"
            )
        else:
            text = tr.gettext(
                "Trung bình {mean} · trung vị {median} (chỉ của {count} giá trị được công bố)"
            )
        said.append(text.format(**names))
    if not ranking.places:
        return " · ".join(said)
    if not said and not ranking.counted_values:
        said.append(tr.gettext("Không công bố giá trị, chỉ có hạng: không có trung bình, trung vị"))
    if ranking.counted_values and not ranking.edition.indicator.measure.has_mean:
        said.append(tr.gettext("Số đếm, số tiền tùy quy mô đơn vị: không lấy trung bình, trung vị"))
    return " · ".join(said)


def basis_text(ranked: Ranked, tr: Translator) -> str:
    """What the places are made of, by which framework, and when it was published."""
    ranking, edition = ranked.ranking, ranked.ranking.edition
    if ranking.published:
        said = [tr.gettext("Hạng theo công bố")]
    else:
        text = tr.ngettext(
            "Hạng tính từ {count} giá trị đã công bố",
            "Hạng tính từ {count} giá trị đã công bố",
            ranking.counted,
        )
        said = [text.format(count=formatting.number(ranking.counted, tr))]
    if edition.published_on is not None:
        day = formatting.date_text(edition.published_on, tr)
        said.append(tr.gettext("tới {day}").format(day=day))
    if ranked.framework is not None:
        said.append(framework_text(ranked.framework, tr))
    return " · ".join(said)


def step_text(step: Step, shown: Ranked, tr: Translator) -> str:
    """A neighbouring period, and why nothing is compared with it, if so."""
    period = formatting.period(*step.period, tr)
    why = "; ".join(_break(each, step, shown, tr) for each in step.breaks)
    if not why:
        return period
    return tr.gettext("{period} – không so sánh được: {why}").format(period=period, why=why)


def _break(reason: Break, step: Step, shown: Ranked, tr: Translator) -> str:
    match reason:
        case Break.FRAMEWORK:
            if step.framework is None:
                return tr.gettext("không cùng bộ chỉ số")
            short = tr.pick(step.framework.short, step.framework.short_en)
            return tr.gettext("bộ chỉ số khác ({framework})").format(framework=short)
        case Break.DEFINITION:
            name = cells.indicator_short(step.indicator, tr)
            return tr.gettext("định nghĩa khác ({indicator})").format(indicator=name)
        case Break.UNIVERSE:
            return tr.gettext("trên {other}, không phải {units}").format(
                other=formatting.number(step.universe, tr),
                units=units_counted(shown.kind, shown.ranking.universe, tr),
            )


def group_name(group: Group, tr: Translator) -> str:
    """A region's or peer group's name."""
    return tr.pick(group.name, group.name_en)


def only_text(group: Group, ranking: Ranking, tr: Translator) -> str:
    """That a group alone is shown: "Chỉ xem Tây Nguyên: 5/63 đơn vị"."""
    units = formatting.ratio(len(group.members), ranking.universe, tr)
    text = tr.gettext("Chỉ xem {group}: {units} đơn vị")
    return text.format(group=group_name(group, tr), units=units)
