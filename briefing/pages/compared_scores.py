"""Units side by side on a set of their own: each part's points, and whose they are."""

from __future__ import annotations

from collections.abc import Sequence

from briefing import formatting, wording
from briefing.domain.scores import Basis, Side
from briefing.domain.scores_beside import ScoresBeside
from briefing.language import Translator
from briefing.pages.blocks import Align, Block, Column, Row, Table, quiet
from briefing.pages.framework_cells import points_text
from briefing.pages.line import Link, LinkKind, Role, Span, spans


def scores_blocks(
    found: ScoresBeside, titles: Sequence[str], units: Sequence[str], tr: Translator
) -> list[Block]:
    """The total, then part by part. ``titles`` name the units, ``units`` are their keys."""
    framework = found.framework
    scored = next(n for n, sheet in enumerate(found.sheets) if sheet is not None)
    link = Link(LinkKind.FRAMEWORK, framework.id, unit=units[scored])
    totals = [
        () if sheet is None else _points(sheet.got, sheet.basis, tr, Role.STRONG)
        for sheet in found.sheets
    ]
    rows = [
        _row("", tr.gettext("Tổng điểm"), framework.total, totals, Role.STRONG, link, tr),
        *(
            _row(
                " " * score.depth + score.part.code,
                tr.pick(score.part.name, score.part.name_en),
                score.maximum,
                [
                    () if one is None else _points(one.got, one.basis, tr, Role.PLAIN)
                    for one in scores
                ],
                Role.MUTED if score.depth else Role.PLAIN,
                link,
                tr,
            )
            for score, scores in found.rows
        ),
    ]
    table = Table(
        heading=wording.framework_name(framework, tr, first=True),
        heading_link=link,
        aside=_periods(found, titles, tr),
        columns=(
            Column(title=tr.gettext("Mã"), priority=1),
            Column(title=tr.gettext("Nội dung"), flex=True, least=14, comfort=30, most=60),
            Column(title=tr.gettext("Tối đa"), align=Align.DECIMAL),
            *(Column(title=title, most=26) for title in titles),
        ),
        rows=tuple(rows),
        show_titles=True,
        named=True,
    )
    text = tr.gettext(
        "Điểm thẩm định; chỗ ghi “tự chấm” là điểm đơn vị tự chấm. Chi tiết của từng đơn vị: "
        "briefing show framework {id} --unit MÃ."
    )
    return [table, quiet(text.format(id=framework.id))]


def _row(
    code: str,
    name: str,
    maximum: float | None,
    points: Sequence[tuple[Span, ...]],
    role: Role,
    link: Link,
    tr: Translator,
) -> Row:
    missing = spans((formatting.MISSING, Role.MUTED))
    return Row(
        cells=(
            spans((code, Role.MUTED)),
            spans((name, role)),
            spans((points_text(maximum, tr), Role.MUTED)),
            *(told or missing for told in points),
        ),
        link=link,
    )


def _points(side: Side, basis: Basis | None, tr: Translator, role: Role) -> tuple[Span, ...]:
    """ "16,5", "9 tự chấm", "36,5/45": with the points it covers where parts are left out."""
    if side.points is None:
        return ()
    said = points_text(side.points, tr)
    if not side.is_whole and side.covered:
        said = f"{said}/{points_text(side.covered, tr)}"
    match basis:
        case Basis.SELF:
            whose = tr.gettext("tự chấm")
        case Basis.BOTH:
            whose = tr.gettext("một phần tự chấm")
        case _:
            return spans((said, role))
    return spans((said, role), " ", (whose, Role.WARNING))


def _periods(found: ScoresBeside, titles: Sequence[str], tr: Translator) -> str:
    """For when the scores are; of each unit where they are of several periods."""
    told = {
        title: formatting.period(sheet.start, sheet.end, tr)
        for title, sheet in zip(titles, found.sheets, strict=True)
        if sheet is not None and sheet.start is not None and sheet.end is not None
    }
    if len(set(told.values())) == 1:
        return next(iter(told.values()))
    return "; ".join(f"{title}: {period}" for title, period in told.items())
