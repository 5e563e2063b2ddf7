"""Why no values can be assumed: of a unit that nobody ranks, of a framework without points."""

from __future__ import annotations

from briefing import formatting
from briefing.domain.computable import Obstacle, obstacle
from briefing.domain.frameworks import Framework
from briefing.domain.model import UnitKind
from briefing.domain.profile import Profile
from briefing.language import Translator
from briefing.wording.names import framework_name, unit_kind


def refusal_text(profile: Profile, tr: Translator) -> str:
    """Why nothing can be assumed for the unit of a profile."""
    if profile.now is None:
        text = tr.gettext(
            "Không thử được giá trị giả định: đến {day} chưa có kết quả chấm điểm nào cho {kind}."
        )
        day = formatting.date_text(profile.briefing.known_on, tr)
        return text.format(day=day, kind=unit_kind(profile.unit.kind, tr))
    return obstacle_text(profile.now.framework, tr)


def obstacle_text(framework: Framework, tr: Translator) -> str:
    """Why no total of a framework can be worked out."""
    name = framework_name(framework, tr, first=True)
    if obstacle(framework) is not Obstacle.VALUES:
        text = tr.gettext(
            "{text}: chưa biết đủ điểm tối đa và giá trị của các chỉ số chính, nên không tính "
            "được tổng."
        )
        return text.format(text=name)
    if framework.kind is UnitKind.COUNTRY:
        text = tr.gettext(
            "{text}: chỉ chấm cả nước nên không có hạng, và chưa công bố giá trị chỉ số chính nào: "
            "không thử được giá trị giả định."
        )
        return text.format(text=name)
    text = tr.gettext(
        "{text}: biết điểm tối đa nhưng chưa có giá trị công bố của các chỉ số chính, nên không "
        "thử được giá trị giả định."
    )
    return text.format(text=name)
