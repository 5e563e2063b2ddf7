"""A source, and everything in the workspace that rests on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing import formatting, wording
from briefing.domain.lookup import FrameworkNamed, SourcePage
from briefing.domain.model import Indicator, Observation, Source
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Block, Column, Page, Paragraph, Row, Table
from briefing.pages.line import Link, LinkKind, Role, Span, spans


def source_page(found: SourcePage, tr: Translator, paragraph: int | None = None) -> Page:
    """Publisher, title, date; then each figure, target, task and document by paragraph.

    ``paragraph`` is the place asked for; it is named in the title.
    """
    source = found.source
    blocks: list[Block] = [_card(source, tr)]
    if source.date > found.known_on:
        blocks.append(not_yet(tr.gettext("Nguồn này đăng sau ngày {day}."), found.known_on, tr))
    single = len({unit.key for unit, _, _ in found.observations}) <= 1 and len(found.units) <= 1
    if found.observations:
        blocks.append(
            Table(
                heading=tr.gettext("Số liệu trong nguồn"),
                aside=_count_shown(len(found.observations), found.left_out, tr),
                columns=(
                    Column(title=tr.gettext("Đoạn"), most=12),
                    Column(title=tr.gettext("Chỉ số"), flex=True, least=24, comfort=40, most=70),
                    Column(title=tr.gettext("Đơn vị"), priority=0 if not single else 3, most=18),
                    Column(title=tr.gettext("Số liệu"), flex=True, least=14, most=34, wrap=4),
                    Column(title=tr.gettext("Kỳ"), priority=2),
                ),
                rows=tuple(
                    Row(
                        cells=(
                            spans((_places(observation.paragraphs), Role.MUTED)),
                            spans(cells.indicator_name(indicator, tr)),
                            () if single else spans((wording.unit_name(unit, tr), Role.MUTED)),
                            (
                                *spans((wording.change(observation, indicator, tr), Role.STRONG)),
                                *_published_again(observation, indicator, found, tr),
                            ),
                            cells.period(observation, tr),
                        ),
                        link=cells.figure_link(indicator, observation, str(unit.key)),
                    )
                    for unit, indicator, observation in found.observations
                ),
            )
        )
    blocks.extend(_promises(found, tr))
    if found.documents:
        blocks.append(
            Table(
                heading=tr.gettext("Văn bản được dẫn"),
                aside=item_count(len(found.documents), tr),
                columns=(
                    Column(title=tr.gettext("Đoạn"), most=12),
                    Column(title=tr.gettext("Văn bản"), flex=True, least=24, most=50),
                    Column(title=tr.gettext("Trích yếu"), flex=True, least=20, priority=1),
                ),
                rows=tuple(
                    Row(
                        cells=(
                            spans((_places(paragraphs), Role.MUTED)),
                            spans(wording.document_title(document, tr)),
                            spans((tr.pick(document.subject, document.subject_en), Role.MUTED)),
                        ),
                        link=Link(
                            LinkKind.DOCUMENT,
                            document.id,
                            source.id,
                            paragraphs[0] if paragraphs else None,
                        ),
                    )
                    for document, paragraphs in found.documents
                ),
            )
        )
    blocks.extend(frameworks_table(found.frameworks, tr.gettext("Chấm điểm theo bộ chỉ số"), tr))
    blocks.extend(_surroundings(found, tr))
    where = wording.paragraphs_text((paragraph,) if paragraph else (), tr)
    return Page(
        title=tr.gettext("Nguồn"),
        subtitle=", ".join(part for part in (source.publisher, where) if part),
        blocks=tuple(blocks),
    )


def not_yet(text: str, known_on: date, tr: Translator) -> Paragraph:
    """Says that the page is of a text not published yet, and that only what was known is shown."""
    said = text.format(day=formatting.date_text(known_on, tr))
    rest = tr.gettext("Chỉ nêu những gì đã biết đến ngày đó.")
    return Paragraph(spans=spans((f"{said} {rest}", Role.WARNING)), tight=False)


def frameworks_table(
    frameworks: Sequence[FrameworkNamed], heading: str, tr: Translator
) -> list[Block]:
    """Index frameworks under a heading, each a line that opens it; nothing without any."""
    if not frameworks:
        return []
    rows = tuple(
        Row(
            cells=(spans(tr.pick(each.name, each.name_en)),),
            link=Link(LinkKind.FRAMEWORK, each.id),
        )
        for each in frameworks
    )
    return [Table(heading=heading, columns=(Column(flex=True, least=30),), rows=rows)]


def _published_again(
    observation: Observation, indicator: Indicator, found: SourcePage, tr: Translator
) -> tuple[Span, ...]:
    """ " – công bố lại 07/01/2024: 55%" for a figure that another one replaced."""
    new = found.revisions.get(observation.id)
    if new is None:
        return ()
    text = tr.gettext(" – công bố lại {day}: {figure}").format(
        day=formatting.date_text(new.published_on, tr),
        figure=wording.change(new, indicator, tr),
    )
    return spans((text, Role.WARNING))


def _card(source: Source, tr: Translator) -> Table:
    day = formatting.date_text(source.date, tr)
    if not source.date_exact:
        day = tr.gettext("không ghi ngày; sớm nhất {day} theo nội dung").format(day=day)
    rows = [
        (tr.gettext("Nơi đăng"), source.publisher),
        (tr.gettext("Ngày đăng"), day),
        (tr.gettext("Địa chỉ"), source.address),
        (tr.gettext("Ghi chú"), tr.pick(source.note, source.note_en)),
    ]
    return Table(
        heading=tr.pick(source.title, source.title_en),
        columns=(Column(most=16), Column(flex=True, least=30, wrap=4)),
        rows=tuple(
            Row(cells=(spans((name, Role.MUTED)), spans(text))) for name, text in rows if text
        ),
    )


def _places(paragraphs: tuple[int, ...]) -> str:
    return ", ".join(map(str, paragraphs)) or formatting.MISSING


def item_count(count: int, tr: Translator) -> str:
    """How long a list is, for its heading: "3 mục"."""
    return tr.ngettext("{count} mục", "{count} mục", count).format(count=count)


def _count_shown(shown: int, left_out: int, tr: Translator) -> str:
    if not left_out:
        return item_count(shown, tr)
    return tr.gettext("{shown} trong {count} mục, của đơn vị đang xem trước").format(
        shown=shown, count=formatting.number(shown + left_out, tr, 0)
    )


def _promises(found: SourcePage, tr: Translator) -> list[Block]:
    rows = [
        Row(
            cells=(
                spans((_places(target.paragraphs), Role.MUTED)),
                spans((tr.gettext("chỉ tiêu"), Role.MUTED)),
                spans(tr.pick(target.title, target.title_en)),
                spans((cells.deadline(target, tr), Role.MUTED)),
                spans((cells.deadline_beside(target, tr), Role.MUTED)),
            ),
            link=Link(
                LinkKind.TARGET,
                target.id,
                found.source.id,
                target.paragraphs[0] if target.paragraphs else None,
                str(target.unit),
            ),
        )
        for _, target in found.targets
    ] + [
        Row(
            cells=(
                spans((_places(task.paragraphs), Role.MUTED)),
                spans((tr.gettext("nhiệm vụ"), Role.MUTED)),
                spans(tr.pick(task.title, task.title_en)),
                spans((cells.deadline(task, tr), Role.MUTED)),
                spans((cells.deadline_beside(task, tr), Role.MUTED)),
            ),
            link=Link(
                LinkKind.TASK,
                task.id,
                found.source.id,
                task.paragraphs[0] if task.paragraphs else None,
                str(task.unit),
            ),
        )
        for _, task in found.tasks
    ]
    if not rows:
        return []
    return [
        Table(
            heading=tr.gettext("Chỉ tiêu và nhiệm vụ"),
            aside=item_count(len(rows), tr),
            columns=(
                Column(title=tr.gettext("Đoạn"), most=12),
                Column(title=tr.gettext("Loại")),
                Column(title=tr.gettext("Nội dung"), flex=True, least=24, comfort=40, most=80),
                Column(title=tr.gettext("Hạn"), priority=1, most=24),
                Column(title=cells.deadline_beside_title(tr), priority=2, most=28),
            ),
            rows=tuple(rows),
        )
    ]


def _surroundings(found: SourcePage, tr: Translator) -> list[Block]:
    blocks: list[Block] = []
    if found.systems:
        blocks.append(
            Table(
                heading=tr.gettext("Hệ thống, nền tảng, cơ sở dữ liệu"),
                aside=item_count(len(found.systems), tr),
                columns=(
                    Column(title=tr.gettext("Đoạn"), most=12),
                    Column(title=tr.gettext("Tên"), flex=True, least=24, most=80),
                    Column(title=tr.gettext("Tình trạng"), priority=1),
                ),
                rows=tuple(
                    Row(
                        cells=(
                            spans((_places(system.paragraphs), Role.MUTED)),
                            spans(tr.pick(system.name, system.name_en)),
                            spans((wording.system_state(system.state, tr), Role.MUTED)),
                        )
                    )
                    for system in found.systems
                ),
            )
        )
    if found.difficulties:
        blocks.append(
            Table(
                heading=tr.gettext("Khó khăn, hạn chế nguồn nêu"),
                aside=item_count(len(found.difficulties), tr),
                columns=(
                    Column(title=tr.gettext("Đoạn"), most=12),
                    Column(title=tr.gettext("Nội dung"), flex=True, least=30, comfort=40, wrap=3),
                ),
                rows=tuple(
                    Row(
                        cells=(
                            spans((_places(difficulty.paragraphs), Role.MUTED)),
                            spans(tr.pick(difficulty.text, difficulty.text_en)),
                        )
                    )
                    for difficulty in found.difficulties
                ),
            )
        )
    return blocks
