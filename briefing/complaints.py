"""What went wrong, in the user's language: the file, the key, the remedy, and the exit code."""

from __future__ import annotations

import errno
from functools import singledispatch
from pathlib import Path

from briefing.desk import BadCalendarDayError, BadDayError, BadKnownDayError, UnknownUnitError
from briefing.domain.plain_text import visible
from briefing.domain.value import value
from briefing.language import N_, Translator
from briefing.problems import ProblemsError, quoted
from briefing.store.errors import (
    DatabaseCorrupt,
    DatabaseForeign,
    DatabaseLocked,
    DatabaseMissing,
    DatabaseReadOnly,
    DatabaseTooNew,
    DatabaseTooOld,
    DiskFull,
    FactGone,
    SqliteTooOld,
    StoreError,
)

FEWEST = 2
"""Columns of a comparison at least."""
WRONG_DATA = 1
WRONG_CALL = 2
NOT_A_CALL = frozenset({"no_workspace", "not_a_workspace"})
"""Problems that lie in where the program was called, not in a file."""


@value
class Complaint:
    """What to tell the user: lines of text and the exit code (1: data, 2: the call)."""

    lines: tuple[str, ...]
    code: int
    more: str = ""

    @property
    def text(self) -> str:
        """One line, enough for a screen: the first, and how many more there are."""
        return f"{self.lines[0]} {self.more}".rstrip()


class UnknownNameError(Exception):
    """Nothing of that name; ``near`` holds close ones, ``framework`` one without values to rank."""

    def __init__(self, text: str, near: tuple[str, ...] = (), framework: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.near = near
        self.framework = framework


class NoSuchYearError(Exception):
    """A year without results; ``years`` are those there are by the day, each with its framework."""

    def __init__(self, year: int, years: tuple[str, ...]) -> None:
        super().__init__(str(year))
        self.year = year
        self.years = years


class NoRegionsError(Exception):
    """A region asked for of units that no regions divide."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class TooManyUnitsError(Exception):
    """A comparison of another number of units than two to six."""

    def __init__(self, count: int) -> None:
        super().__init__(str(count))
        self.count = count


class PeerIsItselfError(Exception):
    """A unit to be set beside itself."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


OURS = (
    ProblemsError,
    StoreError,
    UnknownUnitError,
    UnknownNameError,
    NoSuchYearError,
    NoRegionsError,
    BadDayError,
    TooManyUnitsError,
    PeerIsItselfError,
)
"""Every error that is the user's or the data's, not the program's; each has its complaint."""


_WHY_NOT_WRITTEN = {
    errno.ENOTDIR: N_("Không ghi được {path}: đường dẫn đi qua một tệp, không phải thư mục."),
    errno.EEXIST: N_("Không ghi được {path}: đã có tệp hoặc liên kết mang tên này."),
    errno.ENOENT: N_("Không ghi được {path}: thư mục chứa nó không có."),
    errno.EACCES: N_("Không ghi được {path}: không có quyền ghi ở đó."),
    errno.EPERM: N_("Không ghi được {path}: không có quyền ghi ở đó."),
    errno.EROFS: N_("Không ghi được {path}: ổ đĩa chỉ cho đọc."),
    errno.ENOSPC: N_("Không ghi được {path}: ổ đĩa hết chỗ."),
    errno.EISDIR: N_("Không ghi được {path}: đó là một thư mục."),
    errno.ENAMETOOLONG: N_("Không ghi được {path}: tên quá dài."),
}


def not_written(error: OSError, tr: Translator) -> str:
    """Why a file or folder could not be made, in words where the system's reason has some."""
    said = _WHY_NOT_WRITTEN.get(
        error.errno or 0, N_("Không ghi được {path} (lỗi hệ thống {number}).")
    )
    return tr.gettext(said).format(path=quoted(error.filename), number=error.errno)


@singledispatch
def complaint(error: Exception, tr: Translator) -> Complaint:
    """The complaint for an error; raises it again when it is none of ours."""
    raise error


@complaint.register
def _(error: StoreError, tr: Translator) -> Complaint:
    match error:
        case FactGone():
            said = tr.gettext("Mục này không còn trong dữ liệu. Quay lại và chọn mục khác.")
        case DatabaseMissing():
            said = tr.gettext("Chưa có cơ sở dữ liệu {path}. Chạy: briefing sync")
        case DatabaseForeign():
            said = tr.gettext(
                "Cơ sở dữ liệu {path} là của chương trình khác và được giữ nguyên. "
                "Sửa khóa database trong config.yaml sang tệp khác."
            )
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
        case DiskFull():
            said = tr.gettext(
                "Không còn chỗ trên ổ đĩa để ghi cơ sở dữ liệu {path}; chưa có gì bị đổi. "
                "Giải phóng dung lượng rồi chạy lại."
            )
        case SqliteTooOld():
            said = tr.gettext("SQLite của Python cũ hơn 3.37; cài bản Python mới hơn.")
        case _:
            said = tr.gettext("Không dùng được cơ sở dữ liệu {path}.")
    return Complaint((said.format(path=_shown(error.path)),), WRONG_DATA)


@complaint.register
def _(error: ProblemsError, tr: Translator) -> Complaint:
    lines = tuple(visible(problem.line_text(tr.gettext)) for problem in error.problems)
    called_wrongly = error.in_the_call or all(
        problem.code in NOT_A_CALL for problem in error.problems
    )
    more = ""
    if others := len(lines) - 1:
        more = tr.ngettext("(và {count} lỗi khác)", "(và {count} lỗi khác)", others).format(
            count=others
        )
    return Complaint(lines, WRONG_CALL if called_wrongly else WRONG_DATA, more)


@complaint.register
def _(error: UnknownUnitError, tr: Translator) -> Complaint:
    said = tr.gettext("Không có đơn vị nào tên hoặc mã “{name}”.").format(name=quoted(error.text))
    if not error.place:
        return Complaint((said, *_near(error.near, tr, error.known)), WRONG_CALL)
    remedy = tr.gettext("Sửa khóa {key}: ghi mã hoặc tên không dấu của một tỉnh, thành phố.")
    line = f"{error.place}: {said} {remedy.format(key=error.key)}"
    return Complaint((line, *_near(error.near, tr, error.known)), WRONG_DATA)


@complaint.register
def _(error: UnknownNameError, tr: Translator) -> Complaint:
    if error.framework:
        from briefing.wording.names import points_where

        text = tr.gettext("“{name}” chấm điểm từng mục, không có giá trị công bố của từng đơn vị.")
        said = text.format(name=quoted(error.text))
        return Complaint((said, points_where(error.framework, tr)), WRONG_CALL)
    said = tr.gettext("Không có mục nào tên “{name}”.").format(name=quoted(error.text))
    return Complaint((said, *_near(error.near, tr)), WRONG_CALL)


@complaint.register
def _(error: NoSuchYearError, tr: Translator) -> Complaint:
    said = tr.gettext("Không có kết quả của năm {year}; các năm có kết quả:")
    years = (f"  {quoted(year)}" for year in error.years)
    return Complaint((said.format(year=error.year), *years), WRONG_CALL)


@complaint.register
def _(error: NoRegionsError, tr: Translator) -> Complaint:
    text = tr.gettext(
        "Không chọn được vùng “{name}”: vùng là của 63 tỉnh, thành phố trước 01/07/2025."
    )
    return Complaint((text.format(name=quoted(error.name)),), WRONG_CALL)


@complaint.register
def _(error: BadDayError, tr: Translator) -> Complaint:
    if isinstance(error, BadKnownDayError):
        said = tr.gettext(
            "Không hiểu ngày công bố “{day}”. Viết 2023-09-03, 03/09/2023, 3.9.2023, today (hôm "
            "nay) hoặc as-of (ngày xem)."
        )
    elif isinstance(error, BadCalendarDayError):
        said = tr.gettext("Không hiểu ngày “{day}”. Viết 2023-09-03, 03/09/2023 hoặc 3.9.2023.")
    else:
        said = tr.gettext(
            "Không hiểu ngày “{day}”. Viết 2023-09-03, 03/09/2023, 3.9.2023, latest (mới nhất) "
            "hoặc today (hôm nay)."
        )
    return Complaint((said.format(day=quoted(error)),), WRONG_CALL)


@complaint.register
def _(error: TooManyUnitsError, tr: Translator) -> Complaint:
    said = tr.gettext("So sánh cần từ hai đến sáu đơn vị khác nhau; ở đây có {count}.")
    lines = [said.format(count=error.count)]
    if error.count < FEWEST:
        lines.append(
            tr.gettext(
                "Thêm đơn vị, hoặc đặt cạnh trung bình vùng, trung bình cả nước, đơn vị tốt nhất: "
                "--with region, --with mean, --with best."
            )
        )
    return Complaint(tuple(lines), WRONG_CALL)


@complaint.register
def _(error: PeerIsItselfError, tr: Translator) -> Complaint:
    said = tr.gettext("Không đối chiếu {unit} với chính mình: chọn đơn vị khác.")
    return Complaint((said.format(unit=error.name),), WRONG_CALL)


def out_of_date(error: Exception, synced_at: str | None, tr: Translator) -> Complaint:
    """Why the database could not be brought up to date, and as of when the data shown is."""
    found = complaint(error, tr)
    from briefing.wording.moments import moment

    said = tr.gettext("Chưa cập nhật được; dưới đây là số liệu đã đọc lần cuối, {when}:")
    when = moment(synced_at, tr) if synced_at else "?"
    return Complaint((said.format(when=when), *found.lines), found.code)


def rebuilt(fault: StoreError, damaged: Path | None, tr: Translator) -> tuple[str, ...]:
    """What to say after a damaged database was built anew; ``damaged`` is where the old one is."""
    said = tr.gettext("Cơ sở dữ liệu {path} bị hỏng; đã dựng lại từ thư mục dữ liệu.")
    lines = [said.format(path=_shown(fault.path))]
    if damaged is not None:
        lines.append(tr.gettext("Tệp cũ được giữ ở {path}.").format(path=_shown(damaged)))
    return tuple(lines)


def _shown(path: Path) -> str:
    return visible(str(path))


def _near(names: tuple[str, ...], tr: Translator, known: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The names that come near, else some that there are and how all are found."""
    if not names and not known:
        return ()
    if names:
        return (tr.gettext("Gần giống:"), *(f"  {quoted(name)}" for name in names))
    every = tr.gettext(
        "Tỉnh, thành phố nào cũng nêu được bằng mã hoặc tên; xem tên: briefing show ranking"
    )
    head = tr.gettext("Ví dụ, đơn vị có số liệu hoặc kế hoạch riêng:")
    return (head, *(f"  {quoted(name)}" for name in known), every)
