"""What went wrong, in the user's language: the file, the key, the remedy, and the exit code."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch

from briefing.desk import BadDayError, UnknownUnitError
from briefing.domain.plain_text import visible
from briefing.language import Translator
from briefing.problems import ProblemsError
from briefing.store.errors import (
    DatabaseCorrupt,
    DatabaseLocked,
    DatabaseMissing,
    DatabaseReadOnly,
    DatabaseTooNew,
    DatabaseTooOld,
    SqliteTooOld,
    StoreError,
)

WRONG_DATA = 1
WRONG_CALL = 2


@dataclass(frozen=True, slots=True)
class Complaint:
    """What to tell the user: lines of text and the exit code (1: data, 2: the call)."""

    lines: tuple[str, ...]
    code: int

    @property
    def text(self) -> str:
        """The first line: enough for one line on a screen."""
        return self.lines[0]


class UnknownNameError(Exception):
    """An indicator, source, document or task that is not there; ``near`` holds close names."""

    def __init__(self, text: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(text)
        self.text = text
        self.near = near


MOST_PROBLEMS = 20
"""How many mistakes of a workspace are told at once on the terminal."""


@singledispatch
def complaint(error: Exception, tr: Translator) -> Complaint:
    """The complaint for an error; raises it again when it is none of ours."""
    raise error


@complaint.register
def _(error: StoreError, tr: Translator) -> Complaint:
    path = visible(str(error.path))
    match error:
        case DatabaseMissing():
            said = tr.gettext("Chưa có cơ sở dữ liệu {path}. Chạy: briefing sync")
        case DatabaseCorrupt():
            said = tr.gettext(
                "Cơ sở dữ liệu {path} bị hỏng hoặc không phải của chương trình. "
                "Chạy: briefing sync --rebuild"
            )
        case DatabaseTooNew():
            said = tr.gettext(
                "Cơ sở dữ liệu {path} do phiên bản mới hơn ghi. "
                "Nâng cấp chương trình, hoặc chạy: briefing sync --rebuild"
            )
        case DatabaseTooOld():
            said = tr.gettext("Cơ sở dữ liệu {path} do phiên bản cũ ghi. Chạy: briefing sync")
        case DatabaseLocked():
            said = tr.gettext(
                "Cơ sở dữ liệu {path} đang được chương trình khác ghi. Đợi một lát rồi chạy lại."
            )
        case DatabaseReadOnly():
            said = tr.gettext(
                "Không ghi được cơ sở dữ liệu {path}. Kiểm tra quyền ghi thư mục, hoặc đặt khóa "
                "database trong config.yaml sang thư mục ghi được."
            )
        case SqliteTooOld():
            said = tr.gettext("SQLite của Python cũ hơn 3.37; cài bản Python mới hơn.")
        case _:
            said = tr.gettext("Không dùng được cơ sở dữ liệu {path}.")
    return Complaint((said.format(path=path),), WRONG_DATA)


@complaint.register
def _(error: ProblemsError, tr: Translator) -> Complaint:
    lines = [visible(problem.line_text(tr.gettext)) for problem in error.problems]
    shown = lines[:MOST_PROBLEMS]
    if len(lines) > len(shown):
        rest = tr.ngettext("… và {count} lỗi khác.", "… và {count} lỗi khác.", len(lines))
        shown.append(rest.format(count=len(lines) - len(shown)))
    return Complaint(tuple(shown), WRONG_DATA)


@complaint.register
def _(error: UnknownUnitError, tr: Translator) -> Complaint:
    said = tr.gettext("Không có đơn vị nào tên hoặc mã “{name}”.").format(name=visible(error.text))
    return Complaint((said, *_near(error.near, tr)), WRONG_CALL)


@complaint.register
def _(error: UnknownNameError, tr: Translator) -> Complaint:
    said = tr.gettext("Không có mục nào tên “{name}”.").format(name=visible(error.text))
    return Complaint((said, *_near(error.near, tr)), WRONG_CALL)


@complaint.register
def _(error: BadDayError, tr: Translator) -> Complaint:
    said = tr.gettext(
        "Không hiểu ngày “{day}”. Viết 2023-09-03, 03/09/2023, latest hoặc today."
    ).format(day=visible(str(error)))
    return Complaint((said,), WRONG_CALL)


def _near(names: tuple[str, ...], tr: Translator) -> tuple[str, ...]:
    if not names:
        return ()
    return (tr.gettext("Gần giống: {names}").format(names=visible("; ".join(names))),)
