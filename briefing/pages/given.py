"""Targets that a unit above set for every unit of a kind: named as its own, and kept apart.

A province has a handful of targets of its own and dozens of the nation's, most without a figure of
the province. Those that a figure answers stand beside the province's own, marked; the others are
listed once, at the end of the pillars, so that nothing is lost and nothing is buried.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing import wording
from briefing.domain.model import Unit
from briefing.domain.standing import Briefing, PillarStanding, TargetStanding, TargetStatus
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Align, Bar, Block, Column, Row, Table
from briefing.pages.line import Link, LinkKind, Role, Span, spans

WHOLE = "@given"
"""What a link to the targets set above names, in the place of a pillar's id."""


def title(standing: TargetStanding, tr: Translator, role: Role = Role.PLAIN) -> tuple[Span, ...]:
    """A target's title, and who set it where that is a unit above."""
    return (*spans((cells.target_title(standing, tr), role)), *setter(standing, tr))


def setter(standing: TargetStanding, tr: Translator) -> tuple[Span, ...]:
    """ " · cả nước": who set a target for all; empty for a unit's own."""
    if standing.set_by is None:
        return ()
    name = wording.setter_name(standing.set_by, tr)
    return spans(Span(f" · {name}", Role.MUTED, whole=True))


def own(standings: Iterable[TargetStanding]) -> list[TargetStanding]:
    """Those that the unit set itself, or that bind it alone."""
    return [standing for standing in standings if standing.set_by is None]


def explained(briefing: Briefing, tr: Translator) -> list[tuple[Span, ...]]:
    """How the unit stands against what is set above, and how that is judged."""
    told = [row.cells[0] for row in summary(briefing, tr)]
    how = tr.gettext(
        "Đặt chung cho mọi đơn vị cùng cấp bằng một quy tắc; xét bằng số liệu của chính "
        "đơn vị này, không cộng vào chỉ tiêu của đơn vị."
    )
    lines = [cell for cell in told if not isinstance(cell, Bar)]
    return [*lines, spans((how, Role.MUTED))] if lines else []


def by_setter(standings: Iterable[TargetStanding]) -> list[tuple[Unit, list[TargetStanding]]]:
    """The targets of each unit above, in their order."""
    groups: dict[str, tuple[Unit, list[TargetStanding]]] = {}
    for standing in standings:
        if standing.set_by is not None:
            groups.setdefault(str(standing.set_by.key), (standing.set_by, []))[1].append(standing)
    return list(groups.values())


def has_figure(standing: TargetStanding) -> bool:
    """Whether a figure of the unit answers the target."""
    return standing.observation is not None


def heading(unit: Unit, tr: Translator) -> str:
    """ "Chỉ tiêu cả nước đặt ra"."""
    return tr.gettext("Chỉ tiêu {setter} đặt ra").format(setter=wording.setter_name(unit, tr))


def without_figure(briefing: Briefing, tr: Translator) -> list[Block]:
    """The targets of units above that no figure answers: title, goal, day, document, pillar."""
    return [
        Table(
            heading=tr.gettext("{heading}, chưa có số liệu").format(heading=heading(unit, tr)),
            heading_link=Link(LinkKind.PILLAR, WHOLE),
            aside=_counted(len(found), tr),
            columns=(
                Column(title=tr.gettext("Chỉ tiêu"), flex=True, least=24, comfort=44, most=70),
                Column(title=tr.gettext("Mức đề ra"), align=Align.RIGHT, most=18),
                Column(title=tr.gettext("Hạn"), priority=1, most=14),
                Column(title=tr.gettext("Văn bản"), priority=2, most=20),
                Column(title=tr.gettext("Trụ cột"), priority=3, most=16),
            ),
            rows=tuple(_row(standing, pillar, briefing, tr) for standing, pillar in found),
        )
        for unit, found in _silent(briefing)
    ]


def _silent(
    briefing: Briefing,
) -> list[tuple[Unit, list[tuple[TargetStanding, PillarStanding]]]]:
    pillar_of = {s.target.id: pillar for pillar in briefing.pillars for s in pillar.given}
    return [
        (unit, [(s, pillar_of[s.target.id]) for s in found])
        for unit, found in by_setter(
            s for pillar in briefing.pillars for s in pillar.given if not has_figure(s)
        )
    ]


def _row(
    standing: TargetStanding, pillar: PillarStanding, briefing: Briefing, tr: Translator
) -> Row:
    named = pillar.pillar
    return Row(
        cells=(
            spans(cells.target_title(standing, tr)),
            cells.goal_short(standing, tr),
            cells.due(standing, tr),
            cells.document_cell(standing, briefing),
            spans((tr.pick(named.short, named.short_en) if named else "", Role.MUTED)),
        ),
        link=cells.target_link(standing),
    )


def summary(briefing: Briefing, tr: Translator) -> list[Row]:
    """One line for each unit above: how many of its targets are met, on the way, unanswered."""
    rows = []
    for unit, found in by_setter(briefing.targets):
        met = sum(s.status is TargetStatus.ACHIEVED for s in found)
        silent = sum(not has_figure(s) for s in found)
        parts = (
            (met, tr.ngettext("{count} đạt", "{count} đạt", met)),
            (
                len(found) - met - silent,
                tr.ngettext("{count} chưa đạt", "{count} chưa đạt", len(found) - met - silent),
            ),
            (silent, tr.ngettext("{count} chưa có số liệu", "{count} chưa có số liệu", silent)),
        )
        told = " · ".join(text.format(count=count) for count, text in parts if count)
        name = tr.ngettext(
            "{setter} đặt ra {count} chỉ tiêu:", "{setter} đặt ra {count} chỉ tiêu:", len(found)
        ).format(setter=_begun(wording.setter_name(unit, tr)), count=len(found))
        line = spans(f" {name}", (f" {told}", Role.MUTED))
        rows.append(Row(cells=(line,), link=Link(LinkKind.PILLAR, WHOLE)))
    return rows


def idle(
    standings: Iterable[TargetStanding], briefing: Briefing, tr: Translator
) -> list[tuple[Unit, list[TargetStanding], str]]:
    """Of the targets given without an open task: those still to be met, and how many are left."""
    made = []
    for unit, found in by_setter(standings):
        shown = [s for s in found if has_figure(s) and s.status is not TargetStatus.ACHIEVED]
        left = len(found) - len(shown)
        text = tr.ngettext(
            "và {count} chỉ tiêu đã đạt hoặc chưa có số liệu, xem ở Trụ cột",
            "và {count} chỉ tiêu đã đạt hoặc chưa có số liệu, xem ở Trụ cột",
            left,
        ).format(count=left)
        made.append((unit, shown, text if left else ""))
    return made


def _begun(name: str) -> str:
    """A name at the beginning of a line."""
    return name[:1].upper() + name[1:]


def _counted(count: int, tr: Translator) -> str:
    return tr.ngettext("{count} chỉ tiêu", "{count} chỉ tiêu", count).format(count=count)
