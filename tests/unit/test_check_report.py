"""What people see of a check: colours where asked for, many warnings of a kind by the first."""

from __future__ import annotations

import re

import pytest

from briefing import check_report
from briefing.checking import Checked, Finding
from briefing.language import Translator
from briefing.problems import Fault, Problem

ERROR = Fault("wrong", "Sai.", "Sửa.")
WARNING = Fault("odd", "Lạ.", "Xem.", warning=True)
_ESCAPES = re.compile(r"\x1b\[[0-9]+m")


def found(fault: Fault, line: int = 1) -> Finding:
    """A finding in line ``line``."""
    problem = Problem(path="x.yaml", fault=fault, line=line, column=7)
    return Finding(problem, "x.yaml", "goal: 45")


def text(checked: Checked, tr: Translator, *, colours: bool = False) -> str:
    return check_report.as_text(checked, tr, width=80, colours=colours)


@pytest.mark.parametrize(
    ("files", "entries", "words"),
    [(1, 1, "1 file, 1 entry: no mistakes"), (2, 3, "2 files, 3 entries: no mistakes")],
)
def test_english_counts_one_and_many(files: int, entries: int, words: str, en: Translator) -> None:
    assert text(Checked(files, entries, ()), en) == f"Checked: {words}.\n"


def test_colours_change_nothing_but_colours(vi: Translator) -> None:
    checked = Checked(1, 2, (found(ERROR), found(WARNING)))
    coloured = text(checked, vi, colours=True)
    assert "\x1b[31m" in coloured and "\x1b[33m" in coloured
    assert _ESCAPES.sub("", coloured) == text(checked, vi)


def test_a_finding_is_a_place_a_line_a_mark_and_a_remedy(vi: Translator) -> None:
    assert text(Checked(1, 2, (found(ERROR, 12),)), vi) == (
        "x.yaml:12:7: lỗi: Sai. [wrong]\n"
        "  12 | goal: 45\n"
        "     |       ^^\n"
        "     = Sửa.\n"
        "\n"
        "Đã kiểm tra 1 tệp, 2 mục: 1 lỗi, 0 cảnh báo.\n"
    )


@pytest.mark.parametrize("extra", [0, 1])
def test_many_warnings_of_a_kind_are_told_by_the_first(extra: int, vi: Translator) -> None:
    count = check_report.MOST_WARNINGS + extra
    checked = Checked(1, 2, (*(found(WARNING) for _ in range(count)), found(ERROR)))
    told = text(checked, vi)
    assert told.count("cảnh báo: Lạ.") == (1 if extra else count)
    assert told.count("lỗi: Sai.") == 1
    assert (f"Còn {count - 1} chỗ cùng loại" in told) is bool(extra)
    assert f"1 lỗi, {count} cảnh báo" in told


def test_strictly_every_warning_is_an_error_and_told(vi: Translator) -> None:
    checked = Checked(1, 2, tuple(found(WARNING) for _ in range(50))).strictly
    assert (checked.errors, checked.warnings) == (50, 0)
    assert text(checked, vi).count("lỗi: Lạ.") == 50


def test_a_finding_without_a_line_has_no_excerpt(vi: Translator) -> None:
    problem = Problem(path="x.yaml", fault=ERROR)
    told = text(Checked(1, 0, (Finding(problem, "x.yaml", None),)), vi)
    assert told.startswith("x.yaml: lỗi: Sai. [wrong]\n     = Sửa.\n")


def test_a_file_name_is_shown_not_obeyed(vi: Translator) -> None:
    problem = Problem(path="x", fault=ERROR, line=1, column=1)
    checked = Checked(1, 0, (Finding(problem, "a\x1b[2Jb.yaml", "x"),))
    assert "\x1b" not in text(checked, vi)
    assert "\x1b" not in check_report.as_github(checked, vi)
