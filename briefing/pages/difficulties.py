"""Difficulties that sources name: beside tasks and pillars, and by themselves, by category."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from briefing import formatting, wording
from briefing.domain.model import Difficulty
from briefing.domain.standing import Briefing
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Block, Column, Page, Row, Table, quiet
from briefing.pages.line import Link, LinkKind, Role, spans
from briefing.pages.lineage import notice


def by_category(difficulties: Iterable[Difficulty]) -> list[tuple[str, list[Difficulty]]]:
    """Difficulties by what they are about, the most frequent first; equals in the order found."""
    found: dict[str, list[Difficulty]] = {}
    for difficulty in difficulties:
        found.setdefault(difficulty.category, []).append(difficulty)
    return sorted(found.items(), key=lambda group: -len(group[1]))


def counted(difficulties: Iterable[Difficulty], tr: Translator) -> str:
    """How many there are of each category: "nhân lực 3 · hạ tầng 2"."""
    counts = Counter(difficulty.category for difficulty in difficulties)
    return " · ".join(
        f"{wording.difficulty_category(category, tr)} {count}"
        for category, count in counts.most_common()
    )


def difficulties_table(
    difficulties: Sequence[Difficulty],
    briefing: Briefing,
    tr: Translator,
    *,
    heading: str = "",
    heading_role: Role = Role.HEADING,
    pillars: bool = True,
    indent: int = 1,
    tight: bool = False,
) -> Table:
    """Difficulties under a heading that counts them by category; with their pillars, or not."""
    names = {
        standing.pillar.id: tr.pick(standing.pillar.short, standing.pillar.short_en)
        for standing in briefing.pillars
        if standing.pillar is not None
    }
    return Table(
        heading=heading or tr.gettext("Khó khăn, hạn chế được nêu"),
        heading_role=heading_role,
        aside=counted(difficulties, tr),
        columns=(
            Column(title=tr.gettext("Loại"), most=20),
            Column(title=tr.gettext("Khó khăn"), flex=True, least=26, comfort=44, wrap=4),
            Column(title=tr.gettext("Trụ cột"), priority=1, most=24 if pillars else 1),
            Column(title=tr.gettext("Nguồn"), priority=2, most=34),
        ),
        rows=tuple(
            Row(
                cells=(
                    spans((wording.difficulty_category(difficulty.category, tr), Role.WARNING)),
                    spans(tr.pick(difficulty.text, difficulty.text_en)),
                    spans((names.get(difficulty.pillar or "", ""), Role.MUTED)) if pillars else (),
                    cells.source_cell(
                        difficulty.source, difficulty.paragraphs, briefing.sources, tr
                    ),
                ),
                link=_link(difficulty),
            )
            for _, group in by_category(difficulties)
            for difficulty in group
        ),
        indent=indent,
        tight=tight,
    )


def difficulties_page(briefing: Briefing, tr: Translator) -> Page:
    """The difficulties of one unit that sources named by the day, by category."""
    blocks: list[Block] = notice(briefing.lineage, tr)
    found = briefing.difficulties
    if found:
        total = tr.ngettext("{count} khó khăn", "{count} khó khăn", len(found))
        blocks.append(
            difficulties_table(found, briefing, tr, heading=total.format(count=len(found)))
        )
    else:
        text = tr.gettext("Đến {day} chưa có nguồn nào nêu khó khăn của đơn vị này.")
        blocks.append(quiet(text.format(day=formatting.date_text(briefing.known_on, tr))))
    return Page(
        title=wording.unit_title(briefing.unit, tr),
        subtitle=tr.gettext("Khó khăn, hạn chế"),
        blocks=tuple(blocks),
    )


def _link(difficulty: Difficulty) -> Link:
    """Opens the source that names a difficulty, at its paragraph."""
    paragraph = difficulty.paragraphs[0] if difficulty.paragraphs else None
    return Link(LinkKind.DIFFICULTY, difficulty.id, difficulty.source, paragraph)
