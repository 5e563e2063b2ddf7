"""What a search found, as rows; and the list of units to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from briefing import formatting, wording
from briefing.commands import COMMANDS, in_force, shown_keys
from briefing.domain.lookup import HitKind, SearchHit
from briefing.domain.model import Unit, UnitKey
from briefing.domain.spelling import fold
from briefing.language import N_, Translator
from briefing.pages.blocks import Column, Page, Paragraph, Row, Table, quiet
from briefing.pages.line import Link, LinkKind, Role, spans

KIND_NAMES = {
    HitKind.UNIT: N_("đơn vị"),
    HitKind.INDICATOR: N_("chỉ số"),
    HitKind.TARGET: N_("chỉ tiêu"),
    HitKind.TASK: N_("nhiệm vụ"),
    HitKind.DOCUMENT: N_("văn bản"),
    HitKind.SOURCE: N_("nguồn"),
    HitKind.FRAMEWORK: N_("bộ chỉ số"),
}

LINK_KINDS = {
    HitKind.UNIT: LinkKind.UNIT,
    HitKind.INDICATOR: LinkKind.INDICATOR,
    HitKind.TARGET: LinkKind.TARGET,
    HitKind.TASK: LinkKind.TASK,
    HitKind.DOCUMENT: LinkKind.DOCUMENT,
    HitKind.SOURCE: LinkKind.SOURCE,
    HitKind.FRAMEWORK: LinkKind.FRAMEWORK,
}


def matching_commands(
    text: str, tr: Translator, keys: Mapping[str, Sequence[str]] | None = None
) -> list[Row]:
    """Commands whose label or help holds every word of ``text``, diacritics ignored.

    Each with its ``keys`` in force; those it comes with when none are given.
    """
    words = fold(text).split()
    keys = in_force({}) if keys is None else keys
    rows = []
    for command in COMMANDS:
        if not command.palette or command.id not in keys:
            continue
        said = tr.gettext(command.help)
        if all(word in fold(f"{said} {tr.gettext(command.label)}") for word in words):
            rows.append(
                Row(
                    cells=(
                        spans((tr.gettext("lệnh"), Role.MUTED)),
                        spans(said),
                        spans((", ".join(shown_keys(keys[command.id])), Role.ACCENT)),
                    ),
                    link=Link(LinkKind.ACTION, command.id),
                )
            )
    return rows


def results_page(
    text: str,
    hits: Sequence[SearchHit],
    tr: Translator,
    *,
    commands_only: bool = False,
    keys: Mapping[str, Sequence[str]] | None = None,
    known_on: date | None = None,
) -> Page:
    """Hits of a search, commands after them; says so when nothing was found.

    What is known only after ``known_on`` stands last among the hits and says from when.
    """
    later = [hit for hit in hits if _is_later(hit, known_on)]
    ordered = [*(hit for hit in hits if not _is_later(hit, known_on)), *later]
    rows = [] if commands_only else [_hit_row(hit, tr, hit in later) for hit in ordered]
    if commands_only or text.strip():
        rows += matching_commands(text, tr, keys)
    if not rows:
        said = (
            tr.gettext("Không tìm thấy mục nào.")
            if text.strip()
            else tr.gettext("Gõ tên tỉnh, chỉ số, nhiệm vụ hay số văn bản; không cần gõ dấu.")
        )
        return Page(title=tr.gettext("Tìm"), blocks=(Paragraph(spans=spans((said, Role.MUTED))),))
    return Page(
        title=tr.gettext("Tìm"),
        blocks=(
            Table(
                columns=(
                    Column(title=tr.gettext("Loại")),
                    Column(title=tr.gettext("Tên"), flex=True, least=30),
                    Column(title="", flex=True, least=10, priority=1),
                ),
                rows=tuple(rows),
            ),
        ),
    )


def _is_later(hit: SearchHit, known_on: date | None) -> bool:
    return known_on is not None and hit.known_from is not None and hit.known_from > known_on


def _hit_row(hit: SearchHit, tr: Translator, later: bool) -> Row:
    where = spans((hit.detail, Role.MUTED))
    if hit.unit is not None and hit.kind is not HitKind.UNIT:
        where = spans((wording.unit_name(hit.unit, tr), Role.MUTED))
    elif hit.unit is not None and (validity := _validity(hit.unit, tr)):
        where = spans((" · ".join(filter(None, (validity, hit.detail))), Role.MUTED))
    if later and hit.known_from is not None:
        text = tr.gettext("có từ {day}").format(day=formatting.date_text(hit.known_from, tr))
        where = (
            *spans((text, Role.WARNING)),
            *(spans((" · ", Role.MUTED)) if where else ()),
            *where,
        )
    unit = str(hit.unit.key) if hit.unit is not None else None
    return Row(
        cells=(
            spans((tr.gettext(KIND_NAMES[hit.kind]), Role.MUTED)),
            spans(tr.pick(hit.title, hit.title_en)),
            where,
        ),
        link=Link(LINK_KINDS[hit.kind], hit.ref, unit=unit),
    )


def _validity(unit: Unit, tr: Translator) -> str:
    """Until or from which year a unit stands; empty for one that always stood."""
    if unit.valid_to is not None:
        return tr.gettext("đến {year}").format(year=unit.valid_to.year)
    if unit.key.valid_from is not None:
        return tr.gettext("từ {year}").format(year=unit.key.valid_from.year)
    return ""


def _whereabouts(unit: Unit, above: Mapping[UnitKey, Unit], tr: Translator) -> str:
    parent = None if unit.parent is None else above.get(unit.parent)
    if parent is not None:
        return wording.unit_title(parent, tr)
    return tr.pick(unit.region, unit.region_en)


def units_page(
    units: Sequence[Unit],
    tr: Translator,
    more: int = 0,
    above: Mapping[UnitKey, Unit] = MappingProxyType({}),
) -> Page:
    """Units to choose from, with their code, validity and region; how many ``more`` there are.

    ``above`` holds provinces by key: a commune is told by the one it is in, since five have its
    name.
    """
    rows = []
    for unit in units:
        name, validity = wording.unit_title(unit, tr), _validity(unit, tr)
        rows.append(
            Row(
                cells=(
                    spans((unit.code, Role.MUTED)),
                    spans(name),
                    spans((validity, Role.MUTED)),
                    spans((_whereabouts(unit, above, tr), Role.MUTED)),
                ),
                link=Link(LinkKind.UNIT, str(unit.key)),
            )
        )
    if not rows:
        return Page(
            title=tr.gettext("Chọn đơn vị"),
            blocks=(quiet(tr.gettext("Không có đơn vị nào tên như vậy.")),),
        )
    rest = quiet(
        tr.gettext("Còn {count} đơn vị có số liệu: gõ tên để tìm.").format(
            count=formatting.number(more, tr, 0)
        )
    )
    return Page(
        title=tr.gettext("Chọn đơn vị"),
        blocks=(
            Table(
                columns=(
                    Column(),
                    Column(flex=True, least=24),
                    Column(priority=1),
                    Column(priority=2),
                ),
                rows=tuple(rows),
            ),
            *((rest,) if more else ()),
        ),
    )
