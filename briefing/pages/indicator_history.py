"""One indicator's history as a table: each value beside the goal that it is held against."""

from __future__ import annotations

from briefing import wording
from briefing.domain.goals import meets
from briefing.domain.model import Indicator, Observation
from briefing.domain.promises import Promise, promise_for
from briefing.domain.standing import IndicatorHistory, TargetStanding
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Align, Bar, Column, Row, Table
from briefing.pages.indicator_tables import Sources, cited, scale, share, source_link
from briefing.pages.line import Role, Span, spans


def history_table(
    history: IndicatorHistory,
    sources: Sources,
    tr: Translator,
    target: TargetStanding | None = None,
) -> Table:
    """Every value known, newest first, with its goal as a tick on the bar and in words.

    The goal is the one that a comparison holds the same value against (``goals.promise_for``); on
    the page of a ``target`` it is always that target's own.
    """
    indicator = history.indicator
    standings = history.targets if target is None else (target,)
    promised = [
        (standing.target, standing.goal)
        for standing in standings
        if standing.target.indicator == indicator.id
        and standing.goal.value is not None
        and standing.goal.printed
    ]
    held = [promise_for(promised, value.end, history.as_of) for value in history.values]
    goals = list(dict.fromkeys(wording.promise(one, indicator, tr) for one in held if one))
    ticks = [one[1].value for one in held if one is not None and one[1].value is not None]
    top = scale(indicator, [o.value for o in history.values], max(ticks, default=None))
    rows = [
        Row(
            cells=(
                cells.period(observation, tr),
                cells.figure(observation, indicator, tr),
                Bar(
                    share=share(indicator, observation.value, top),
                    tick=_tick(promise, indicator, top),
                ),
                _verdict(observation, promise, indicator, len(goals) > 1, tr),
                spans((cited(observation, sources, tr), Role.MUTED)),
            ),
            link=source_link(observation),
        )
        for observation, promise in zip(history.values, held, strict=True)
    ]
    return Table(
        heading=tr.gettext("Diễn biến"),
        aside=_caption(goals, tr),
        columns=(
            Column(title=tr.gettext("Kỳ")),
            Column(title=tr.gettext("Số liệu"), align=Align.DECIMAL, most=28),
            Column(fixed=18, priority=2, twin=False),
            Column(title=tr.gettext("So với mức đề ra") if goals else ""),
            Column(title=tr.gettext("Nguồn"), flex=True, least=16, priority=1),
        ),
        rows=tuple(rows),
    )


def _caption(goals: list[str], tr: Translator) -> str:
    """What the tick stands for: the one goal of all values, else that each line names its own."""
    if not goals:
        return ""
    if len(goals) == 1:
        return tr.gettext("┃ là mức đề ra: {goal}").format(goal=goals[0])
    return tr.gettext("┃ là mức đề ra ghi trên từng dòng")


def _tick(promise: Promise | None, indicator: Indicator, top: float) -> float | None:
    if promise is None or promise[1].value is None:
        return None
    return share(indicator, promise[1].value, top)


def _verdict(
    observation: Observation,
    promise: Promise | None,
    indicator: Indicator,
    named: bool,
    tr: Translator,
) -> tuple[Span, ...]:
    """ "chưa đạt"; "chưa đạt phấn đấu ≤ 12 (2023)" where goals differ from line to line.

    A goal that says no direction is neither met nor missed.
    """
    if promise is None or promise[1].value is None:
        return ()
    goal = promise[1]
    said = wording.promise(promise, indicator, tr) if named else ""
    if goal.op is None or goal.value is None:
        return spans((said, Role.MUTED))
    met = meets(observation.value, observation.qualifier, goal.op, goal.value, goal.high)
    verdict = (tr.gettext("đạt"), Role.GOOD) if met else (tr.gettext("chưa đạt"), Role.STRONG)
    return spans(verdict, (f" {said}" if said else "", Role.MUTED))
