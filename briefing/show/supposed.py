"""Why a what-if cannot be answered, in the user's language, with what can be asked instead."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from briefing.complaints import WRONG_CALL, WRONG_DATA, Complaint
from briefing.domain.change_faults import ChangeError, ChangeFault
from briefing.domain.model import Unit
from briefing.formatting import date_text
from briefing.language import N_, Translator
from briefing.pages.what_if_refused import obstacle_text
from briefing.problems import quoted
from briefing.supposing_errors import (
    NoResultsError,
    NotAssessedError,
    OpenFrameworkError,
    OtherKindError,
    RankBeyondError,
    SupposingError,
    UnknownFrameworkError,
)
from briefing.wording.names import points_where, unit_kind, unit_name

CHANGE_FAULTS = {
    ChangeFault.NO_VALUE: N_("“{text}”: thiếu tên chỉ số hoặc giá trị. Viết như the_che_so=0,90."),
    ChangeFault.NO_NUMBER: N_(
        "“{text}” không phải giá trị chỉ số. Viết 0,90, 90% hoặc +0,05 (nâng thêm)."
    ),
    ChangeFault.OUT_OF_RANGE: N_(
        "“{text}” ngoài khoảng: chỉ số từ 0 đến 1 (0,90 hoặc 90%), mức nâng không quá 1."
    ),
    ChangeFault.PERCENT_RAISE: N_(
        "“{text}” hiểu được hai cách. Viết mức nâng theo chỉ số từ 0 đến 1: +0,05."
    ),
    ChangeFault.UNKNOWN_INDEX: N_("Bộ chỉ số này không có chỉ số chính nào tên “{text}”."),
    ChangeFault.AMBIGUOUS_INDEX: N_("Có nhiều chỉ số chính tên bắt đầu bằng “{text}”."),
    ChangeFault.NO_POINTS: N_("“{text}” không tính điểm trong bộ chỉ số này."),
    ChangeFault.TWICE: N_("“{text}”: chỉ số này đã được nêu trước đó."),
}
"""What is wrong with an assumed value, as a message id, with the remedy."""


def change_fault_text(error: ChangeError, tr: Translator) -> str:
    """What is wrong with an assumed value, in one line."""
    return tr.gettext(CHANGE_FAULTS[error.fault]).format(text=quoted(error.text))


def refusal(error: SupposingError | ChangeError, tr: Translator) -> Complaint:
    """What to tell the user, and the exit code: 2 for the call, 1 where data is missing."""
    if isinstance(error, ChangeError):
        near = [f"{part.id} ({tr.pick(part.name, part.name_en)})" for part in error.near]
        return _told(change_fault_text(error, tr), near, tr.gettext("Chỉ số chính:"), WRONG_CALL)
    if isinstance(error, NotAssessedError):
        return _not_assessed(error, tr)
    text, head, code = _said(error, tr)
    return _told(text, error.near, head, code)


def _not_assessed(error: NotAssessedError, tr: Translator) -> Complaint:
    """Why, and how to name the units that were assessed in its place: "92@ là Cần Thơ …"."""
    name = quoted(unit_name(error.unit, tr))
    began = error.unit.key.valid_from
    if began is None or not error.before:
        text = tr.gettext("{text} không có trong các đơn vị được đánh giá theo bộ chỉ số này.")
        return _told(text.format(text=name), (), "", WRONG_DATA)
    text = tr.gettext(
        "{unit} có từ {day}, sau kỳ của kết quả: kết quả theo bộ chỉ số này là của đơn vị trước đó."
    )
    if len(error.before) > 1:
        text = tr.gettext(
            "{unit} có từ {day} do sáp nhập, sau kỳ của kết quả: kết quả theo bộ chỉ số này là của "
            "các đơn vị trước đó."
        )
    said = text.format(unit=name, day=date_text(began, tr))
    if error.dated:
        more = tr.gettext("Với --as-of latest thì mã đơn vị được hiểu theo kỳ của kết quả.")
        said = f"{said} {more}"
    return _told(
        said, (_typed(unit, tr) for unit in error.before), tr.gettext("Có thể ghi:"), WRONG_DATA
    )


def _typed(unit: Unit, tr: Translator) -> str:
    """What names a unit of old whatever the day: "92@ là Cần Thơ trước 01/07/2025"."""
    key = str(unit.key) if unit.key.valid_from is not None else f"{unit.key}@"
    name = unit_name(unit, tr)
    if unit.valid_to is None:
        return f"{key} {name}"
    day = date_text(unit.valid_to + timedelta(days=1), tr)
    return tr.gettext("{key} là {unit} trước {day}").format(key=key, unit=name, day=day)


def _said(error: SupposingError, tr: Translator) -> tuple[str, str, int]:
    """What is wrong, what stands over the names that come near, and the exit code."""
    asked = quoted(error.text)
    computable = tr.gettext("Tính được với:")
    match error:
        case UnknownFrameworkError():
            text = tr.gettext("Không có bộ chỉ số nào tên “{text}”.").format(text=asked)
            return text, tr.gettext("Hiện có:"), WRONG_CALL
        case RankBeyondError():
            text = tr.gettext("Không có hạng {text}: chỉ có {count} đơn vị được xếp hạng.")
            return text.format(text=asked, count=error.universe), "", WRONG_CALL
        case OpenFrameworkError():
            text = obstacle_text(error.framework, tr)
            if not error.framework.indicators:
                text = f"{text} {points_where(error.framework.id, tr)}"
            return text, computable, WRONG_DATA
        case OtherKindError():
            text = tr.gettext("{text}: chưa có bộ chỉ số nào cho {kind} mà tính được tổng.")
            said = text.format(text=asked, kind=unit_kind(error.kind, tr))
            return said, "", WRONG_DATA
        case NoResultsError() if error.text:
            text = tr.gettext("Không có kết quả nào của năm {text}.").format(text=asked)
            return text, computable, WRONG_DATA
        case _:
            text = tr.gettext("Chưa có kết quả nào được công bố đến ngày xem.")
            return text, computable, WRONG_DATA


def _told(text: str, near: Iterable[str], head: str, code: int) -> Complaint:
    """A line, and what can be asked instead below its head."""
    names = [f"  {quoted(name)}" for name in near]
    return Complaint((text, *((head, *names) if names else ())), code)
