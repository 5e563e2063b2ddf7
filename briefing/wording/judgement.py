"""Why a target stands as it does: the rule that decided, filled with its numbers."""

from __future__ import annotations

from briefing.domain.goals import opposite
from briefing.domain.model import Better, Indicator, Measure, Observation, Qualifier
from briefing.domain.promises import Promise
from briefing.domain.standing import Rule, TargetStanding, TargetStatus
from briefing.formatting import (
    MISSING,
    amount,
    date_text,
    figure,
    goal,
    goal_short,
    noun,
    number,
    percent,
    period,
    qualified,
    ratio,
)
from briefing.language import Translator
from briefing.wording.movement import size_words
from briefing.wording.names import level


def promise(promised: Promise, indicator: Indicator, tr: Translator) -> str:
    """A target's goal by its short name: "phấn đấu ≤ 12 (2023)", the year where it has a day."""
    target, in_force = promised
    said = f"{level(target.level, tr)} {goal_short(in_force, indicator, tr)}"
    return said if target.due is None else f"{said} ({target.due.year})"


def rule(standing: TargetStanding, tr: Translator) -> str:
    """The rule that decided a target's status, in one sentence with its numbers (DESIGN 4)."""
    match standing.rule:
        case Rule.GOAL_IN_WORDS:
            return tr.gettext("Mục tiêu nêu bằng lời, không xét bằng số.")
        case Rule.GOAL_NOT_PRINTED:
            return tr.gettext("Nguồn không nêu mức đề ra; chỉ ghi lại điều nguồn nêu.")
        case Rule.STATED_EXCESS:
            text = tr.gettext("Theo nguồn: {value}; nguồn không nêu mức đề ra, không tính ngược.")
        case Rule.NO_FIGURE:
            text = tr.gettext("Đến {known_on} chưa có số liệu nào được công bố cho chỉ tiêu này.")
        case Rule.MEETS_GOAL:
            text = tr.gettext("Số liệu {value} ({period}) đạt mức {goal}.")
        case Rule.PAST_DUE:
            text = tr.gettext("Hết hạn {due}: số liệu {value} ({period}) không đạt mức {goal}.")
        case Rule.PAST_DUE_NOT_COVERED:
            text = tr.gettext(
                "Đã qua hạn {due}, chưa có số liệu của kỳ đến hạn; mới nhất là {value} ({period})."
            )
        case Rule.PACE:
            text = _pace(standing.status, tr)
        case Rule.NO_PACE if _is_no_newer_than_baseline(standing):
            text = tr.gettext(
                "Số liệu {value} ({period}) chưa đạt mức {goal}; "
                "chưa có số liệu nào sau mức xuất phát nên chưa xét tiến độ."
            )
        case Rule.NO_PACE:
            text = tr.gettext(
                "Số liệu {value} ({period}) chưa đạt mức {goal}; "
                "không có mốc trung gian hay mức xuất phát nên không xét tiến độ."
            )
    return text.format(**_numbers(standing, tr))


def _is_no_newer_than_baseline(standing: TargetStanding) -> bool:
    """Whether there is a baseline, and the newest figure is of its day or older."""
    baseline_on, observation = standing.target.baseline_on, standing.observation
    return baseline_on is not None and observation is not None and observation.end <= baseline_on


def judged(standing: TargetStanding, tr: Translator) -> str:
    """What was judged: "trên 50%"; worked out from the opposite count, "80,6% (tính từ 6/31)"."""
    if standing.derived and standing.observation is not None:
        return f"{judged_short(standing, tr)} ({derived_from(standing.observation, tr)})"
    return judged_short(standing, tr)


def judged_short(standing: TargetStanding, tr: Translator) -> str:
    """The same without the note on how it was worked out: "80,6%"; a dash without a figure.

    A figure that counts the opposite part and was not turned round is said to do so.
    """
    observation, indicator = standing.observation, standing.indicator
    if observation is None or indicator is None:
        return MISSING
    if standing.derived and standing.value is not None:
        text = _other_part(standing.value, observation, indicator, tr)
        return qualified(text, opposite(observation.qualifier), tr)
    return _said(observation, indicator, tr)


def derived_from(observation: Observation, tr: Translator) -> str:
    """ "tính từ 6/31": the count that a share was worked out from."""
    return tr.gettext("tính từ {count}").format(count=_count(observation, tr))


def expected(standing: TargetStanding, tr: Translator) -> str:
    """ "cần 42,5% đến 30/06/2023": the expectation at the end of the figure's own period."""
    indicator, observation = standing.indicator, standing.observation
    if standing.expected is None or indicator is None or observation is None:
        return ""
    return tr.gettext("cần {value} đến {day}").format(
        value=amount(_rounded(standing.expected), indicator, tr),
        day=date_text(observation.end, tr),
    )


def gap(standing: TargetStanding, tr: Translator) -> str:
    """The distance to the goal: "còn thiếu 26,92 điểm %"; empty when there is none."""
    indicator = standing.indicator
    if standing.gap is None or standing.gap <= 0 or indicator is None:
        return ""
    size = size_words(_rounded(standing.gap), indicator, tr)
    if indicator.measure is Measure.RANK:
        return tr.gettext("còn kém {size}").format(size=size)
    if indicator.better is Better.LOWER:
        return tr.gettext("còn cao hơn {size}").format(size=size)
    return tr.gettext("còn thiếu {size}").format(size=size)


def later(standing: TargetStanding, tr: Translator) -> str:
    """What a figure after the due date says: "đạt muộn: 52% (năm 2024)"; empty without one."""
    observation, indicator = standing.later, standing.indicator
    if observation is None or indicator is None:
        return ""
    text = (
        tr.gettext("đạt muộn: {value} ({period})")
        if standing.later_meets
        else tr.gettext("số liệu sau hạn: {value} ({period})")
    )
    return text.format(
        value=_said(observation, indicator, tr),
        period=period(observation.start, observation.end, tr),
    )


def qualifier_note(observation: Observation, tr: Translator) -> str:
    """How the rules read a figure that is not exact (DESIGN 4, rule 3); empty for an exact one."""
    match observation.qualifier:
        case Qualifier.AT_LEAST:
            return tr.gettext("“trên”: lớn hơn số đã nêu")
        case Qualifier.ALMOST:
            return tr.gettext("“gần”: chưa tới số đã nêu")
        case Qualifier.ABOUT:
            return tr.gettext("“khoảng”: xét như số chính xác")
        case Qualifier.ESTIMATE:
            return tr.gettext("số ước: xét như số chính xác")
        case Qualifier.EXACT:
            return ""


def stale(tr: Translator) -> str:
    """The badge on a figure older than its freshness budget."""
    return tr.gettext("số liệu cũ")


def _said(observation: Observation, indicator: Indicator, tr: Translator) -> str:
    if observation.indicator != indicator.id:
        return tr.gettext("phần ngược lại: {count}").format(count=_count(observation, tr))
    return figure(observation, indicator, tr)


def _other_part(
    value: float, observation: Observation, indicator: Indicator, tr: Translator
) -> str:
    """One decimal for a share worked out here; a count keeps its whole: "25/31 địa phương"."""
    if indicator.measure is Measure.PERCENT:
        return percent(round(value, 1), tr)
    if observation.denominator is None:
        return amount(value, indicator, tr)
    return f"{ratio(value, observation.denominator, tr)} {noun(indicator, tr)}".rstrip()


def _count(observation: Observation, tr: Translator) -> str:
    part = observation.value if observation.numerator is None else observation.numerator
    whole = observation.denominator
    return number(part, tr) if whole is None else ratio(part, whole, tr)


def _pace(status: TargetStatus, tr: Translator) -> str:
    match status:
        case TargetStatus.ON_TRACK:
            return tr.gettext("Đến {end} cần {expected}; số liệu {value} không kém mức cần có.")
        case TargetStatus.AT_RISK:
            return tr.gettext(
                "Đến {end} cần {expected}; số liệu {value} kém mức cần có, trong giới hạn cho phép."
            )
        case _:
            return tr.gettext(
                "Đến {end} cần {expected}; số liệu {value} kém mức cần có quá giới hạn cho phép."
            )


def _numbers(standing: TargetStanding, tr: Translator) -> dict[str, str]:
    observation, indicator = standing.observation, standing.indicator
    needed = standing.expected
    return {
        "value": judged(standing, tr),
        "goal": goal(standing.goal, indicator, tr),
        "due": MISSING if standing.target.due is None else date_text(standing.target.due, tr),
        "known_on": date_text(standing.known_on, tr),
        "period": MISSING
        if observation is None
        else period(observation.start, observation.end, tr),
        "end": MISSING if observation is None else date_text(observation.end, tr),
        "expected": MISSING
        if needed is None or indicator is None
        else amount(_rounded(needed), indicator, tr),
    }


def _rounded(value: float) -> float:
    """Two decimals at most for what the program worked out, four below 1 (an index)."""
    return round(value, 2) if abs(value) >= 1 else round(value, 4)
