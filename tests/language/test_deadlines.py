"""Deadlines in words: how they are written, what they are read as, how a task stands to them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from briefing import wording
from briefing.domain.periods import DeadlineKind, read_deadline
from briefing.domain.plans import Task
from briefing.domain.standing import Rule, TargetStanding, TargetStatus, TaskStatus
from briefing.domain.value import replaced
from briefing.language import Language, Translator
from briefing.pages import cells
from briefing.pages.line import Span
from tests.language.samples import target_standing, task, task_standing


def promised(written: str, **fields: Any) -> Task:
    """A task with the deadline that ``written`` means."""
    found = read_deadline(written)
    return task(
        due_written=written,
        due=found.end,
        due_from=None if found.kind is DeadlineKind.DATE else found.start,
        due_kind=found.kind,
        **fields,
    )


def promise() -> TargetStanding:
    """A target due on the last day of 2023."""
    return target_standing(TargetStatus.IN_PROGRESS, Rule.NO_PACE)


def text(cell: tuple[Span, ...]) -> str:
    return "".join(span.text for span in cell)


@pytest.mark.parametrize(
    ("written", "vietnamese", "english"),
    [
        (
            "Quý II/2025",
            "Quý II/2025, hiểu là 30/06/2025",
            "Quý II/2025, read as 30 Jun 2025",
        ),
        ("15/03/2022", "15/03/2022", "15/03/2022, read as 15 Mar 2022"),
        ("ngày 15/03/2022", "ngày 15/03/2022", "ngày 15/03/2022, read as 15 Mar 2022"),
        (
            "Nhiệm vụ thường xuyên",
            "Nhiệm vụ thường xuyên",
            "Nhiệm vụ thường xuyên, read as recurring",
        ),
        ("Hằng năm", "Hằng năm, hiểu là thường xuyên", "Hằng năm, read as recurring"),
        (
            "hằng năm đến 2030",
            "hằng năm đến 2030, hiểu là thường xuyên đến 31/12/2030",
            "hằng năm đến 2030, read as recurring until 31 Dec 2030",
        ),
        (
            "2025 và hằng năm",
            "2025 và hằng năm, hiểu là thường xuyên từ 01/01/2025",
            "2025 và hằng năm, read as recurring from 1 Jan 2025",
        ),
        (
            "hằng năm 2025-2030",
            "hằng năm 2025-2030, hiểu là thường xuyên từ 01/01/2025 đến 31/12/2030",
            "hằng năm 2025-2030, read as recurring from 1 Jan 2025 to 31 Dec 2030",
        ),
        (
            "2025 và những năm tiếp theo",
            "2025 và những năm tiếp theo, hiểu là từ 01/01/2025, không có hạn cuối",
            "2025 và những năm tiếp theo, read as from 1 Jan 2025, with no last day",
        ),
    ],
)
def test_a_deadline_is_told_as_written_beside_what_it_is_read_as(
    written: str, vietnamese: str, english: str, vi: Translator, en: Translator
) -> None:
    assert wording.due_understood(promised(written), vi) == vietnamese
    assert wording.due_understood(promised(written), en) == english


def test_a_target_tells_its_deadline_like_a_task(vi: Translator) -> None:
    standing = promise()
    written = replaced(standing.target, due=date(2023, 12, 31), due_written="trong năm 2023")
    assert wording.due_understood(written, vi) == "trong năm 2023, hiểu là 31/12/2023"


@pytest.mark.parametrize(
    ("written", "vietnamese", "english"),
    [
        ("Thường xuyên", "thường xuyên", "recurring"),
        ("Hằng năm", "thường xuyên", "recurring"),
        ("2022 và những năm tiếp theo", "không thời hạn", "open-ended"),
        ("2025 và những năm tiếp theo", "bắt đầu 01/01/2025", "begins 1 Jan 2025"),
        ("2025 và hằng năm", "bắt đầu 01/01/2025", "begins 1 Jan 2025"),
    ],
)
def test_a_task_without_a_last_day_tells_why_it_has_none(
    written: str, vietnamese: str, english: str, vi: Translator, en: Translator
) -> None:
    standing = replaced(task_standing(TaskStatus.OPEN_ENDED), task=promised(written))
    assert wording.lateness(standing, vi) == vietnamese
    assert wording.lateness(standing, en) == english


def test_what_recurs_and_is_done_is_done(vi: Translator) -> None:
    standing = replaced(task_standing(TaskStatus.DONE), task=promised("Hằng năm"))
    assert wording.lateness(standing, vi) == "hoàn thành"


@pytest.mark.parametrize(
    ("written", "in_vietnamese", "in_english"),
    [
        ("Quý II/2025", ("Quý II/2025", "30/06/2025"), ("30 Jun 2025", "Quý II/2025")),
        ("15/03/2022", ("15/03/2022", ""), ("15 Mar 2022", "15/03/2022")),
        ("Hằng năm", ("Hằng năm", "thường xuyên"), ("recurring", "Hằng năm")),
        ("Thường xuyên", ("Thường xuyên", ""), ("recurring", "Thường xuyên")),
    ],
)
def test_a_list_of_tasks_has_both_sides_of_a_deadline(
    written: str,
    in_vietnamese: tuple[str, str],
    in_english: tuple[str, str],
    vi: Translator,
    en: Translator,
) -> None:
    found = promised(written)
    standing = replaced(task_standing(TaskStatus.IN_TERM), task=found, due=found.due)
    for tr, told in ((vi, in_vietnamese), (en, in_english)):
        assert (cells.task_due(standing, tr), text(cells.task_due_beside(standing, tr))) == told


@pytest.mark.parametrize(
    ("written", "vietnamese", "english"),
    [
        ("Quý II/2025", "Quý II/2025 (30/06/2025)", "30 Jun 2025 (Quý II/2025)"),
        ("15/03/2022", "15/03/2022", "15 Mar 2022 (15/03/2022)"),
        (
            "2025 và những năm tiếp theo",
            "2025 và những năm tiếp theo",
            "from 1 Jan 2025, with no last day",
        ),
    ],
)
def test_a_line_of_tasks_tells_both_sides_in_one_cell(
    written: str, vietnamese: str, english: str, vi: Translator, en: Translator
) -> None:
    found = promised(written)
    standing = replaced(task_standing(TaskStatus.IN_TERM), task=found, due=found.due)
    assert text(cells.task_due_both(standing, vi)) == vietnamese
    assert text(cells.task_due_both(standing, en)) == english


def test_a_deadline_in_english_words_is_shown_in_them(en: Translator) -> None:
    standing = replaced(
        task_standing(TaskStatus.OPEN_ENDED), task=promised("Hằng năm", due_written_en="each year")
    )
    assert cells.task_due(standing, en) == "each year"
    assert text(cells.task_due_beside(standing, en)) == ""


def test_what_the_status_says_is_not_said_twice(vi: Translator) -> None:
    standing = replaced(task_standing(TaskStatus.OPEN_ENDED), task=promised("Hằng năm"))
    assert wording.lateness(standing, vi) == "thường xuyên"
    assert cells.task_due_beside(standing, vi) == ()


def test_an_extended_deadline_needs_no_reading_of_the_first_one(vi: Translator) -> None:
    later = date(2025, 9, 30)
    standing = replaced(task_standing(TaskStatus.IN_TERM), task=promised("Quý II/2025"), due=later)
    assert cells.task_due(standing, vi) == "30/09/2025 (gia hạn)"
    assert cells.task_due_beside(standing, vi) == ()


@pytest.mark.parametrize("words", ["trong năm 2023", "2023"])
@pytest.mark.parametrize("language", Language)
def test_a_target_shows_its_day_and_the_documents_words_beside_it(
    language: Language, words: str, vi: Translator, en: Translator
) -> None:
    tr = vi if language is Language.VI else en
    standing = promise()
    written = replaced(standing.target, due=date(2023, 12, 31), due_written=words)
    standing = replaced(standing, target=written)
    day = {Language.VI: "31/12/2023", Language.EN: "31 Dec 2023"}[language]
    assert text(cells.due(standing, tr)) == day
    assert text(cells.due_as_written(standing, tr)) == words


def test_nothing_stands_beside_a_day_that_nobody_wrote(vi: Translator) -> None:
    standing = promise()
    silent = replaced(standing.target, due=date(2023, 12, 31), due_written="")
    assert cells.due_as_written(replaced(standing, target=silent), vi) == ()
    never = replaced(standing.target, due=None, due_written="")
    assert cells.due_as_written(replaced(standing, target=never), vi) == ()
