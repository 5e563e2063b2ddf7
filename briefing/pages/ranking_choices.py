"""What a ranking can be chosen by: its indicator, and which units it shows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from briefing import formatting, wording
from briefing.domain.frameworks import Framework, all_parts
from briefing.domain.model import Indicator, Unit, UnitKind
from briefing.domain.ranked import Ranked, peers_of, region_of, regions
from briefing.domain.spelling import fold
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Align, Block, Column, Page, Row, Table, quiet
from briefing.pages.line import Link, LinkKind, Role, spans
from briefing.pages.ranking_words import units_counted

ALL, REGION, PEERS, BELOW, KIND = "all", "region", "peers", "below", "kind"
"""What a choice narrows a ranking to; the name or key follows a colon."""


def indicators_page(
    frameworks: Sequence[Framework],
    rankable: Sequence[Indicator],
    known: Mapping[str, Indicator],
    text: str,
    tr: Translator,
) -> Page:
    """Indicators to rank by whose names hold every word of ``text``, diacritics ignored.

    Those of index frameworks come first, the newest framework first: its total, its pillars, its
    main indexes. A rank is not listed beside what it ranks, which is found by the rank's name too.
    """
    words = fold(text).split()
    offered = _offered(rankable, known)
    named = {one.rank_of: one for one in known.values() if one.rank_of is not None}
    left = {
        name: one
        for name, one in offered.items()
        if _is_called(one, words) or (name in named and _is_called(named[name], words))
    }
    blocks: list[Block] = []
    for framework in reversed(frameworks):
        own = [left.pop(name) for name in _in_order(framework) if name in left]
        heading = tr.pick(framework.name, framework.name_en)
        blocks += _table(heading, own, tr)
    blocks += _table(tr.gettext("Chỉ số khác"), left.values(), tr)
    if not blocks:
        blocks = [quiet(tr.gettext("Không có chỉ số nào tên như vậy có số liệu của hai đơn vị."))]
    return Page(title=tr.gettext("Xếp hạng theo"), blocks=tuple(blocks))


def _offered(rankable: Iterable[Indicator], known: Mapping[str, Indicator]) -> dict[str, Indicator]:
    """By id what can be ranked; in place of a rank what it ranks."""
    found: dict[str, Indicator] = {}
    for one in rankable:
        ranked = known.get(one.rank_of or "", one)
        found.setdefault(ranked.id, ranked)
    return found


def _in_order(framework: Framework) -> list[str]:
    parts = (part.indicator for part in all_parts(framework.parts))
    return [name for name in (framework.indicator, *framework.pillars, *parts) if name is not None]


def _is_called(one: Indicator, words: Sequence[str]) -> bool:
    """Whether the names of an indicator hold every one of the words, written without marks."""
    said = fold(f"{one.id.replace('_', ' ')} {one.name} {one.name_en} {one.short}")
    return all(word in said for word in words)


def _table(heading: str, indicators: Iterable[Indicator], tr: Translator) -> list[Block]:
    rows = [
        Row(
            cells=(
                spans(cells.indicator_name(one, tr)),
                spans((wording.measure_word(one, tr), Role.MUTED)),
            ),
            link=Link(LinkKind.RANKING, one.id),
        )
        for one in indicators
    ]
    if not rows:
        return []
    columns = (Column(flex=True, least=24, wrap=2), Column(priority=1, most=20))
    return [Table(heading=heading, columns=columns, rows=tuple(rows))]


def groups_page(
    ranked: Ranked,
    peer_groups: Mapping[str, Collection[str]],
    parents: Sequence[Unit],
    kinds: Sequence[UnitKind],
    text: str,
    tr: Translator,
) -> Page:
    """Which units can be shown alone: a region's, a peer group's, those below one of ``parents``.

    ``kinds`` are the other kinds of units of which something is known.
    """
    words = fold(text).split()
    units = ranked.ranking.edition.units
    everyone = units_counted(ranked.kind, len(units), tr)
    blocks = _choices("", [(ALL, tr.gettext("Tất cả"), everyone)], words)
    found = []
    for unit in regions(units):
        count = len(region_of(unit.region, units).members)
        name = tr.pick(unit.region, unit.region_en)
        found.append((f"{REGION}:{unit.region}", name, formatting.number(count, tr)))
    blocks += _choices(tr.gettext("Vùng"), found, words)
    if not found and not words and ranked.kind is UnitKind.PROVINCE:
        blocks.append(quiet(tr.gettext("Vùng là của 63 tỉnh, thành phố trước 01/07/2025.")))
    peers = [
        (f"{PEERS}:{name}", name, formatting.number(len(peers_of(name, named, units).members), tr))
        for name, named in peer_groups.items()
    ]
    blocks += _choices(tr.gettext("Nhóm tự đặt"), peers, words)
    below = [(f"{BELOW}:{unit.key}", wording.unit_title(unit, tr), "") for unit in parents]
    blocks += _choices(tr.gettext("Trong một tỉnh, thành phố"), below, words)
    others = [(f"{KIND}:{kind}", _kind_name(kind, tr), "") for kind in kinds]
    blocks += _choices(tr.gettext("Cấp khác"), others, words)
    if not blocks:
        blocks = [quiet(tr.gettext("Không có vùng hay nhóm nào tên như vậy."))]
    return Page(title=tr.gettext("Chỉ xem"), blocks=tuple(blocks))


def _kind_name(kind: UnitKind, tr: Translator) -> str:
    match kind:
        case UnitKind.COMMUNE:
            return tr.gettext("Cấp xã")
        case UnitKind.DISTRICT:
            return tr.gettext("Cấp huyện")
        case _:
            return tr.gettext("Cấp tỉnh")


def _choices(
    heading: str, found: Iterable[tuple[str, str, str]], words: Sequence[str]
) -> list[Block]:
    rows = tuple(
        Row(
            cells=(spans(name), spans((count, Role.MUTED))),
            link=Link(LinkKind.RANKING, ref),
        )
        for ref, name, count in found
        if all(word in fold(name) for word in words)
    )
    if not rows:
        return []
    columns = (Column(flex=True, least=16, most=48, wrap=2), Column(align=Align.RIGHT, most=24))
    return [Table(heading=heading, columns=columns, rows=rows)]
