"""All units of a kind on one indicator: who is where, who is marked, who is missing."""

from __future__ import annotations

from collections.abc import Collection

from briefing import formatting, wording
from briefing.domain import averages
from briefing.domain.model import UnitKey, UnitKind
from briefing.domain.ranked import (
    Group,
    Order,
    Ranked,
    listed,
    places_within,
    values_within,
)
from briefing.domain.value import value
from briefing.language import Translator
from briefing.pages import ranking_words as words
from briefing.pages.blocks import Align, Block, Column, Page, Paragraph, Row, Table, quiet
from briefing.pages.line import Link, LinkKind, Role, spans
from briefing.pages.lineage import notice
from briefing.pages.ranking_absent import absent_text
from briefing.pages.ranking_list import Extent, arranged, place_table
from briefing.pages.ranking_names import names_apart
from briefing.pages.ranking_rules import unruled_text

MOST_NAMES = 80
"""Names of missing units; more than a province has provinces beside it, fewer than communes."""
MOST_ASIDES = 100


@value(kw_only=True)
class Listing:
    """How a ranking is listed: in which order, which group alone, beside whom.

    ``extent`` spares a screen that keeps it from measuring thousands of places again.
    """

    order: Order = Order.RANK
    group: Group | None = None
    compared: Collection[UnitKey] = ()
    extent: Extent | None = None


ALL = Listing()
"""All places by their rank."""


def ranking_page(ranked: Ranked, tr: Translator, listing: Listing = ALL) -> Page:
    """The page: where the unit in focus is, what the places are, all places, the missing."""
    ranking = ranked.ranking
    blocks: list[Block] = notice(ranked.lineage, tr)
    if ranking.places or ranking.asides:
        blocks += _head(ranked, listing, tr)
        none = quiet(tr.gettext("Không đơn vị nào của nhóm này có số liệu."))
        order = arranged(ranked, listing, tr)
        unruled = [unruled_text(one, ranked, tr) for one in order.rules.without]
        blocks += [
            Paragraph(spans=spans((text, Role.MUTED)), indent=2, hang=2)
            for text in (order.rules.why, *unruled)
            if text
        ]
        blocks.append(place_table(ranked, order, listing, tr) or none)
        blocks += _asides(ranked, listing.group, tr)
        blocks += notes_told(ranked, listing.group, tr)
        blocks += _missing(ranked, listing.group, tr)
        blocks += _marks(ranked, listing, tr)
    else:
        blocks += nothing_known(ranked, tr)
    return Page(
        title=words.title(ranked, tr), subtitle=words.subtitle(ranked, tr), blocks=tuple(blocks)
    )


def nothing_known(ranked: Ranked, tr: Translator) -> list[Block]:
    """That nothing is known by the day, and when it begins; or that there are no such units."""
    edition = ranked.ranking.edition
    day = formatting.date_text(edition.known_on, tr)
    if not edition.units and ranked.kind is UnitKind.COMMUNE:
        return [Paragraph(spans=spans((_no_communes(ranked, tr), Role.WARNING)))]
    text = tr.gettext("Đến {day} chưa công bố giá trị hay hạng nào của {units} trên chỉ số này.")
    units = words.units_counted(ranked.kind, ranked.ranking.universe, tr)
    blocks: list[Block] = [
        Paragraph(spans=spans((text.format(day=day, units=units), Role.WARNING)))
    ]
    if ranked.begins is not None and ranked.begins > edition.known_on:
        first = formatting.date_text(ranked.begins, tr)
        blocks.append(quiet(tr.gettext("Số đầu tiên được công bố ngày {day}.").format(day=first)))
    return blocks + not_yet_there(ranked, tr)


def _no_communes(ranked: Ranked, tr: Translator) -> str:
    """That no communes are known by the day, of the country or of a province, and since when."""
    began = min((one.first for one in ranked.to_come), default=None)
    if began is None:
        text = tr.gettext("Vào ngày xem dữ liệu không có xã, phường, đặc khu nào để xếp hạng.")
        return text
    day = formatting.date_text(began, tr)
    if ranked.parent is None:
        text = tr.gettext(
            "Dữ liệu có danh sách xã, phường, đặc khu từ {day}; ngày xem chưa có để xếp hạng."
        )
        return text.format(day=day)
    text = tr.gettext("Dữ liệu có {units} của {unit} từ {day}; ngày xem chưa có để xếp hạng.")
    counted = words.units_counted(ranked.kind, sum(one.size for one in ranked.to_come), tr)
    return text.format(units=counted, unit=wording.unit_name(ranked.parent, tr), day=day)


def not_yet_there(ranked: Ranked, tr: Translator) -> list[Block]:
    """Which communes the data know only from a later day, so that they are not counted."""
    if not ranked.to_come:
        return []
    first = min(ranked.to_come, key=lambda one: one.first)
    counted = words.units_counted(ranked.kind, sum(one.size for one in ranked.to_come), tr)
    text = tr.gettext("Chưa gồm {units}: dữ liệu có từ {day}.")
    if len(ranked.to_come) == 1 and first.parent is not None:
        text = tr.gettext("Chưa gồm {units} của {unit}: dữ liệu có từ {day}.")
    unit = "" if first.parent is None else wording.unit_name(first.parent, tr)
    day = formatting.date_text(first.first, tr)
    return [quiet(text.format(units=counted, unit=unit, day=day))]


def _head(ranked: Ranked, listing: Listing, tr: Translator) -> list[Block]:
    focus = Link(LinkKind.PROFILE, str(ranked.focus.key))
    blocks: list[Block] = [
        Paragraph(spans=words.focus_spans(ranked, tr), indent=0, hang=2, link=focus)
    ]
    said = [words.means_text(ranked, tr), words.basis_text(ranked, tr)]
    blocks += [Paragraph(spans=spans(text), indent=2) for text in said if text]
    for step, name in (
        (ranked.older, tr.gettext("Kỳ trước: {period}")),
        (ranked.newer, tr.gettext("Kỳ sau: {period}")),
    ):
        if step is not None:
            text = name.format(period=words.step_text(step, ranked, tr))
            role = Role.WARNING if step.breaks else Role.MUTED
            blocks.append(Paragraph(spans=spans((text, role)), indent=2, hang=2))
    narrowed = _narrowed(ranked, listing, tr)
    if narrowed:
        blocks.append(Paragraph(spans=spans((narrowed, Role.ACCENT)), indent=2, hang=2))
    return [*blocks, *absent_told(ranked, listing.group, tr), *not_yet_there(ranked, tr)]


def absent_told(ranked: Ranked, group: Group | None, tr: Translator) -> list[Block]:
    """Who of the group shown alone is not among the ranked, and where it is now."""
    text = absent_text(group, ranked, tr)
    return [Paragraph(spans=spans((text, Role.WARNING)), indent=2, hang=2)] if text else []


def _narrowed(ranked: Ranked, listing: Listing, tr: Translator) -> str:
    """Which units alone are listed and in which order, unless it is all of them by rank."""
    ranking = ranked.ranking
    said = []
    group = listing.group
    if group is not None:
        said.append(words.only_text(group, ranking, tr))
        within = places_within(listed(ranking, Order.RANK, group))
        if (own := within.get(ranked.focus.key)) is not None:
            text = tr.gettext("{unit} {rank} trong nhóm")
            rank = words.place_out_of(own, len(within), tr)
            said.append(text.format(unit=words.name_of(ranked.focus, ranked, tr), rank=rank))
        values = values_within(ranking, group)
        if values:
            indicator = ranking.edition.indicator
            text = tr.gettext("trung bình {mean}, trung vị {median} của {count} giá trị trong nhóm")
            said.append(
                text.format(
                    mean=words.number_text(averages.mean(values, indicator), ranking, tr),
                    median=words.number_text(averages.median(values, indicator), ranking, tr),
                    count=formatting.ratio(len(values), len(group.members), tr),
                )
            )
    match listing.order:
        case Order.NAME:
            said.append(tr.gettext("xếp theo tên"))
        case Order.VALUE:
            said.append(tr.gettext("xếp theo giá trị"))
        case Order.RANK:
            pass
    return " · ".join(said)


def _asides(ranked: Ranked, group: Group | None, tr: Translator) -> list[Block]:
    """Units of which only the rank or only the value is known, so that they have no place."""
    ranking = ranked.ranking
    asides = [one for one in ranking.asides if group is None or one.unit.key in group.members]
    if not asides:
        return []
    rows = []
    told = asides[:MOST_ASIDES]
    names = names_apart([one.unit for one in told], ranked, tr)
    for one, name in zip(told, names, strict=True):
        said = (
            words.place_out_of(one.rank, ranking.universe, tr)
            if one.rank is not None
            else words.value_text(one.figure, ranking, tr)
            if one.figure is not None
            else ""
        )
        link = Link(LinkKind.PROFILE, str(one.unit.key))
        rows.append(Row(cells=(spans(name), spans((said, Role.STRONG))), link=link))
    head = (
        tr.gettext("Chỉ công bố giá trị, không công bố hạng")
        if ranking.published
        else tr.gettext("Chỉ công bố hạng, không công bố giá trị")
    )
    return [
        Table(
            heading=head,
            columns=(Column(flex=True, least=12, most=32, wrap=1), Column(align=Align.RIGHT)),
            rows=tuple(rows),
        )
    ]


def notes_told(ranked: Ranked, group: Group | None, tr: Translator) -> list[Block]:
    """What the marked figures are noted with; units of one note together, best place first."""
    ranking = ranked.ranking
    if ranked.unread_notes:
        text = tr.gettext(
            "Danh sách dài: ghi chú của từng số liệu không được đánh dấu; mở đơn vị để xem."
        )
        return [Paragraph(spans=spans((text, Role.MUTED)), indent=0, tight=False)]
    if not ranked.notes:
        return []
    told: dict[str, list[str]] = {}
    known = [one.unit for one in ranking.places] + [one.unit for one in ranking.asides]
    for unit in known:
        key = unit.key
        if key in ranked.notes and (group is None or key in group.members):
            note = ranked.notes[key]
            text = tr.pick(note.text, note.text_en)
            told.setdefault(text, []).append(words.name_of(unit, ranked, tr))
    if not told:
        return []
    head = tr.gettext("{mark} Ghi chú của số liệu").format(mark=words.NOTED)
    lines = (
        Paragraph(spans=spans(", ".join(names), (f": {text}", Role.MUTED)), indent=1, hang=2)
        for text, names in told.items()
    )
    return [Paragraph(spans=spans((head, Role.HEADING)), indent=0, tight=False), *lines]


def _marks(ranked: Ranked, listing: Listing, tr: Translator) -> list[Block]:
    """What stands before names and behind ranks: "► đơn vị đang xem · • đơn vị so cùng"."""
    place_of = ranked.ranking.place_of
    said = (
        (words.FOCUS, tr.gettext("đơn vị đang xem"), place_of(ranked.focus.key)),
        (words.COMPARED, tr.gettext("đơn vị so cùng"), any(map(place_of, listing.compared))),
        (words.NOTED, tr.gettext("có ghi chú"), ranked.notes),
    )
    text = " · ".join(f"{mark} {word}" for mark, word, there in said if there)
    return [Paragraph(spans=spans((text, Role.MUTED)), tight=False)] if text else []


def _missing(ranked: Ranked, group: Group | None, tr: Translator) -> list[Block]:
    """Who has no figure: how many, and their names; never a zero."""
    missing = ranked.ranking.missing
    if group is not None:
        missing = [unit for unit in missing if unit.key in group.members]
    if not missing:
        return []
    head = tr.ngettext(
        "Chưa có số liệu của kỳ này: {count} đơn vị",
        "Chưa có số liệu của kỳ này: {count} đơn vị",
        len(missing),
    ).format(count=formatting.number(len(missing), tr))
    marks = {ranked.focus.key: f"{words.FOCUS} "}
    listed_units = missing[: MOST_NAMES + 1]  # whether the first one left out has the last name
    apart = names_apart(listed_units, ranked, tr)[:MOST_NAMES]
    names = ", ".join(
        marks.get(unit.key, "") + name for unit, name in zip(listed_units, apart, strict=False)
    )
    rest = len(missing) - MOST_NAMES
    if rest > 0:
        text = tr.ngettext("{names} và {count} đơn vị khác", "{names} và {count} đơn vị khác", rest)
        names = text.format(names=names, count=formatting.number(rest, tr))
    return [
        Paragraph(spans=spans((head, Role.HEADING)), indent=0, tight=False),
        Paragraph(spans=spans((names, Role.MUTED)), indent=1),
    ]
