"""How long nothing was heard of an overdue task: it may be done, and nobody has said so."""

from __future__ import annotations

from datetime import date

from briefing import formatting
from briefing.domain.deadlines import heard_of, is_unheard
from briefing.domain.standing import Briefing, TaskStanding
from briefing.language import Translator


def unheard(briefing: Briefing) -> int:
    """How many overdue tasks nobody has spoken of since they fell due."""
    return sum(_last_word(task, briefing) is not None for task in briefing.tasks)


def last_news(standing: TaskStanding, briefing: Briefing, tr: Translator) -> str:
    """When an overdue task was last heard of; empty unless that was before it fell due."""
    last = _last_word(standing, briefing)
    if last is None:
        return ""
    said = tr.gettext("Tin sau cùng là ngày {day}, chưa nguồn nào nói đã xong hay chưa.")
    return said.format(day=formatting.date_text(last, tr))


def _last_word(standing: TaskStanding, briefing: Briefing) -> date | None:
    source = briefing.sources.get(standing.task.source or "")
    published = None if source is None else source.date
    if not is_unheard(standing, published):
        return None
    return heard_of(standing.task, published)
