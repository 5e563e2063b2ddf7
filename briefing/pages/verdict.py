"""Why a target stands as it does, in sentences: the rule, the gap, what came later or by hand."""

from __future__ import annotations

from briefing import formatting, wording
from briefing.domain.standing import TargetStanding
from briefing.language import Translator


def rule_text(standing: TargetStanding, tr: Translator) -> str:
    """The deciding rule, the gap, and a figure that came after the deadline."""
    parts = [wording.rule(standing, tr), wording.gap(standing, tr), wording.later(standing, tr)]
    if standing.derived and standing.observation is not None:
        parts.append(wording.derived_from(standing.observation, tr))
    if standing.target.manual_light is not None:
        light = standing.target.manual_light
        parts.append(
            tr.gettext("Đánh giá của {by} ngày {on}: {reason}").format(
                by=light.by, on=formatting.date_text(light.on, tr), reason=light.reason
            )
        )
    for change in standing.target.changes:
        if standing.indicator is not None:
            parts.append(
                tr.gettext("Mức đề ra đổi ngày {on}: {before} → {after}").format(
                    on=formatting.date_text(change.on, tr),
                    before=formatting.amount_short(change.before, standing.indicator, tr),
                    after=formatting.amount_short(change.after, standing.indicator, tr),
                )
            )
    sentences = [part[:1].upper() + part[1:].rstrip(".") + "." for part in parts if part]
    return " ".join(sentences)
