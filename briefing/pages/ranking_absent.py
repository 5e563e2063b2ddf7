"""Who of a group that is shown alone is not among the ranked, and where it is on the day."""

from __future__ import annotations

from briefing import formatting
from briefing.domain.lineage import Lineage
from briefing.domain.ranked import Group, Ranked
from briefing.language import Translator
from briefing.pages import ranking_words as words
from briefing.wording.lineage import now


def absent_text(group: Group | None, ranked: Ranked, tr: Translator) -> str:
    """Who of a group is not among the ranked; empty where all are.

    "Không có trong 34 tỉnh, thành phố: Hải Dương nay thuộc thành phố Hải Phòng."
    """
    if group is None or not group.absent:
        return ""
    text = tr.gettext("Không có trong {units}: {names}.")
    units = words.units_counted(ranked.kind, ranked.ranking.universe, tr)
    return text.format(units=units, names="; ".join(_now_or_since(one, tr) for one in group.absent))


def _now_or_since(lineage: Lineage, tr: Translator) -> str:
    """Where a unit is on the day; of one that stands since a day, since when."""
    said = now(lineage, tr)
    if lineage.ended is not None or lineage.begins is None:
        return said
    text = tr.gettext("{unit} (có từ {day})")
    return text.format(unit=said, day=formatting.date_text(lineage.begins, tr))
