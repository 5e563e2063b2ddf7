"""What a comparison can be of: what stands beside the unit, and which indicators."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from briefing import wording
from briefing.domain.bundles import Bundle, BundleKind
from briefing.domain.model import Indicator, Unit
from briefing.domain.spelling import fold
from briefing.domain.yardsticks import Yardstick
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Block, Column, Page, Row, Table, quiet
from briefing.pages.line import Link, LinkKind, Role, spans
from briefing.wording.yardsticks import yardstick_name

ALL = ""
"""What is chosen by the line that lets go of every choice."""
ALONE = "alone"
"""What is chosen by the line that leaves one unit beside all yardsticks."""


def yardsticks_table(unit: Unit, text: str, tr: Translator) -> Table | None:
    """The yardsticks that hold every word of ``text``; ``None`` when none does.

    Choosing a line gives the yardstick's value, or ``ALONE``, as the reference of an action.
    """
    offered = [(str(one), yardstick_name(one, unit, tr)) for one in Yardstick]
    offered.append((ALONE, _alone(unit, tr)))
    words = fold(text).split()
    rows = [
        _offer(ref, said, tr) for ref, said in offered if all(word in fold(said) for word in words)
    ]
    if not rows:
        return None
    return Table(columns=(Column(), Column(flex=True, least=24)), rows=tuple(rows), tight=True)


def full_page(unit: Unit, tr: Translator) -> Page:
    """What can be chosen where there are six columns: all but the unit may give way."""
    row = _offer(ALONE, _alone(unit, tr), tr)
    table = Table(columns=(Column(), Column(flex=True, least=24)), rows=(row,))
    said = quiet(tr.gettext("Bảng so sánh đã đủ sáu cột: bớt một cột rồi thêm."))
    return Page(title=tr.gettext("Thêm vào bảng so sánh"), blocks=(said, table))


def _alone(unit: Unit, tr: Translator) -> str:
    text = tr.gettext("chỉ {unit}, so với vùng, cả nước và tốt nhất")
    return text.format(unit=wording.unit_name(unit, tr))


def _offer(ref: str, said: str, tr: Translator) -> Row:
    kind = spans((tr.gettext("mốc"), Role.MUTED))
    return Row(cells=(kind, spans(said)), link=Link(LinkKind.ACTION, ref))


def indicators_page(
    text: str,
    bundles: Sequence[Bundle],
    indicators: Sequence[Indicator],
    chosen: Collection[str],
    tr: Translator,
) -> Page:
    """Bundles and single indicators that hold every word of ``text``; those chosen are ticked.

    Choosing a line gives the ids of its indicators, joined by blanks, or ``ALL``.
    """
    words = fold(text).split()
    rows = []
    if not words:
        every = tr.gettext("mọi chỉ số các đơn vị này cùng có")
        rows.append(_row(ALL, tr.gettext("tất cả"), every, not chosen))
    for bundle in bundles:
        said, detail = bundle_name(bundle, tr), _count(len(bundle.indicators), tr)
        spelled = f"{said} {detail} {bundle.framework.id if bundle.framework else ''}"
        if all(word in fold(spelled) for word in words):
            ref = " ".join(bundle.indicators)
            rows.append(_row(ref, tr.gettext("nhóm"), said, False, detail))
    for indicator in indicators:
        said = cells.indicator_name(indicator, tr)
        spelled = f"{said} {cells.indicator_short(indicator, tr)} {indicator.id.replace('_', ' ')}"
        if all(word in fold(spelled) for word in words):
            ticked = indicator.id in chosen
            rows.append(_row(indicator.id, tr.gettext("chỉ số"), said, ticked))
    title = tr.gettext("Chọn chỉ số để so sánh")
    if not rows:
        said = tr.gettext("Không có chỉ số nào tên như vậy mà các đơn vị này có số liệu.")
        blocks: tuple[Block, ...] = (quiet(said),)
        return Page(title=title, blocks=blocks)
    columns = (Column(), Column(), Column(flex=True, least=24), Column(priority=1))
    return Page(title=title, blocks=(Table(columns=columns, rows=tuple(rows)),))


def bundle_name(bundle: Bundle, tr: Translator) -> str:
    """ "Bộ chỉ số 2022: tổng và các chỉ số chính", "Chính quyền số"."""
    if bundle.pillar is not None:
        return tr.pick(bundle.pillar.name, bundle.pillar.name_en)
    assert bundle.framework is not None
    name = wording.framework_name(bundle.framework, tr, first=True)
    match bundle.kind:
        case BundleKind.PILLARS:
            text = tr.gettext("{framework}: các trụ cột")
        case BundleKind.RANKS:
            text = tr.gettext("{framework}: các thứ hạng")
        case _:
            text = tr.gettext("{framework}: tổng và các chỉ số chính")
    return text.format(framework=name)


def _count(count: int, tr: Translator) -> str:
    return tr.ngettext("{count} chỉ số", "{count} chỉ số", count).format(count=count)


def _row(ref: str, kind: str, said: str, ticked: bool, detail: str = "") -> Row:
    return Row(
        cells=(
            spans(("✓" if ticked else " ", Role.GOOD)),
            spans((kind, Role.MUTED)),
            spans((said, Role.STRONG if ticked else Role.PLAIN)),
            spans((detail, Role.MUTED)),
        ),
        link=Link(LinkKind.INDICATOR, ref),
    )
