"""Phrases about domain objects, in both languages, on figures of the documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from briefing import wording
from briefing.domain.comparison import Cell, Remark
from briefing.domain.model import (
    Indicator,
    Observation,
    ObservationKind,
    Qualifier,
    Source,
)
from briefing.domain.plans import Extension
from briefing.domain.standing import Rule, TargetStatus, TaskStanding, TaskStatus
from briefing.language import Translator
from tests.language.samples import (
    DISTRICTS,
    DOSSIERS,
    INDEX,
    PERCENT,
    POINTS,
    RANK,
    indicator,
    observation,
    target_standing,
    task,
    task_standing,
    unit,
)

NEWSPAPER = Source(
    id="ninh_binh_2024", publisher="Báo Ninh Bình", title="Chuyển đổi số", date=date(2024, 1, 7)
)
PORTAL = Source(
    id="nghe_an_2022",
    publisher="Cổng TTĐT Nghệ An",
    title="Chuyển đổi số",
    date=date(2022, 9, 15),
    date_exact=False,
)


@pytest.mark.parametrize(
    ("standing", "vietnamese", "english"),
    [
        (task_standing(TaskStatus.OVERDUE, 12), "quá hạn 12 ngày", "12 days overdue"),
        (task_standing(TaskStatus.OVERDUE, 1), "quá hạn 1 ngày", "1 day overdue"),
        (
            task_standing(TaskStatus.DUE_SOON, -14, 9),
            "còn 9 ngày làm việc",
            "9 working days left",
        ),
        (task_standing(TaskStatus.DUE_SOON, -2, 0), "còn 2 ngày", "2 days left"),
        (task_standing(TaskStatus.DUE_SOON, 0, 0), "đến hạn hôm nay", "due today"),
        (task_standing(TaskStatus.IN_TERM, -158, 110), "còn 158 ngày", "158 days left"),
        (task_standing(TaskStatus.OPEN_ENDED), "không thời hạn", "open-ended"),
        (task_standing(TaskStatus.AWAITING, 3), "chờ xác nhận", "awaiting confirmation"),
        (task_standing(TaskStatus.DONE_LATE, 5), "hoàn thành, chậm 5 ngày", "done, 5 days late"),
        (task_standing(TaskStatus.DONE_ON_TIME, -5), "hoàn thành đúng hạn", "done on time"),
    ],
)
def test_lateness_is_said_in_days(
    standing: TaskStanding, vietnamese: str, english: str, vi: Translator, en: Translator
) -> None:
    assert wording.lateness(standing, vi) == vietnamese
    assert wording.lateness(standing, en) == english


def test_a_deadline_keeps_its_spelling_beside_the_date_understood(
    vi: Translator, en: Translator
) -> None:
    assert wording.due(task(), vi) == "trước ngày 10.5.2022"
    assert wording.due_understood(task(), vi) == "trước ngày 10.5.2022, hiểu là 09/05/2022"
    assert wording.due_understood(task(), en) == "trước ngày 10.5.2022, read as 9 May 2022"
    assert wording.due(task(due_written=""), vi) == "09/05/2022"
    assert wording.due(task(due_written="", due=None), vi) == "—"
    assert wording.due_understood(task(due=None), vi) == "trước ngày 10.5.2022"


def test_a_deadline_in_words_is_said_in_english(vi: Translator, en: Translator) -> None:
    translated = task(due_written_en="before 10 May 2022")
    assert wording.due_understood(translated, en) == "before 10 May 2022, read as 9 May 2022"
    assert wording.due_understood(translated, vi) == "trước ngày 10.5.2022, hiểu là 09/05/2022"
    urgent = task(due=None, due_written="khẩn trương", due_written_en="urgently")
    assert wording.due(urgent, en) == "urgently"


def test_an_extension_names_who_granted_it(vi: Translator, en: Translator) -> None:
    granted = Extension(on=date(2022, 5, 1), due=date(2022, 6, 30), by="UBND tỉnh")
    assert wording.extension(granted, vi) == "gia hạn đến 30/06/2022 (UBND tỉnh, 01/05/2022)"
    assert wording.extension(granted, en) == "extended to 30 Jun 2022 (UBND tỉnh, 1 May 2022)"


@pytest.mark.parametrize(
    ("source", "paragraphs", "vietnamese", "english"),
    [
        (
            NEWSPAPER,
            (18,),
            "Báo Ninh Bình 07/01/2024, đoạn 18",
            "Báo Ninh Bình 7 Jan 2024, paragraph 18",
        ),
        (NEWSPAPER, (), "Báo Ninh Bình 07/01/2024", "Báo Ninh Bình 7 Jan 2024"),
        (
            PORTAL,
            (4, 5, 8),
            "Cổng TTĐT Nghệ An, không ghi ngày (từ 15/09/2022), đoạn 4, 5, 8",
            "Cổng TTĐT Nghệ An, no date printed (not before 15 Sep 2022), paragraphs 4, 5, 8",
        ),
    ],
)
def test_a_citation_names_the_place_and_owns_up_to_a_missing_date(
    source: Source,
    paragraphs: tuple[int, ...],
    vietnamese: str,
    english: str,
    vi: Translator,
    en: Translator,
) -> None:
    assert wording.citation(source, paragraphs, vi) == vietnamese
    assert wording.citation(source, paragraphs, en) == english


def test_a_short_citation_leaves_out_the_date(vi: Translator) -> None:
    assert wording.citation_short(PORTAL, (4, 5), vi) == "Cổng TTĐT Nghệ An, đoạn 4, 5"


def test_an_inexact_publication_date_is_said_to_be_the_earliest(
    vi: Translator, en: Translator
) -> None:
    day = date(2022, 9, 15)
    inexact = observation(1, published_on=day, published_exact=False)
    assert wording.published(observation(1), vi) == "công bố 07/01/2024"
    assert wording.published(inexact, vi) == "công bố sớm nhất 15/09/2022 (không ghi ngày)"
    earliest = "published 15 Sep 2022 at the earliest (no date printed)"
    assert wording.published(inexact, en) == earliest


@pytest.mark.parametrize(
    ("said", "of", "vietnamese", "english"),
    [
        (
            observation(
                1,
                kind=ObservationKind.CHANGE,
                start=date(2022, 1, 1),
                end=date(2022, 12, 31),
                compared_with=date(2021, 12, 31),
            ),
            RANK,
            "tăng 1 bậc so với năm 2021",
            "up 1 place compared with 2021",
        ),
        (
            observation(
                33,
                kind=ObservationKind.CHANGE,
                start=date(2023, 1, 1),
                end=date(2023, 6, 30),
                compared_with=date(2022, 12, 31),
            ),
            PERCENT,
            "tăng 33% so với cuối năm 2022",
            "up 33% compared with the end of 2022",
        ),
        (
            observation(5, kind=ObservationKind.CHANGE, compared_with=date(2023, 6, 30)),
            DOSSIERS,
            "tăng 5 hồ sơ so với ngày 30/06/2023",
            "up 5 dossiers compared with 30 Jun 2023",
        ),
        (
            observation(18, kind=ObservationKind.EXCESS, qualifier=Qualifier.ALMOST),
            DOSSIERS,
            "vượt gần 18% chỉ tiêu",
            "nearly 18% above target",
        ),
    ],
)
def test_a_stated_change_names_what_it_is_compared_with(
    said: Observation,
    of: Indicator,
    vietnamese: str,
    english: str,
    vi: Translator,
    en: Translator,
) -> None:
    assert wording.change(said, of, vi) == vietnamese
    assert wording.change(said, of, en) == english


@pytest.mark.parametrize(
    ("before", "after", "of", "vietnamese"),
    [
        (14, 13, RANK, "tăng 1 bậc"),
        (9, 13, RANK, "giảm 4 bậc"),
        (79.15, 89, PERCENT, "tăng 9,85 điểm %"),
        (16, 14, DISTRICTS, "giảm 2 địa phương"),
        (0.5, 0.6783, INDEX, "tăng 0,1783"),
        (0.5, 0.6, replace(INDEX, decimals=4), "tăng 0,1000"),
        (7, 7, POINTS, "không đổi"),
    ],
)
def test_a_step_between_two_figures_is_said_in_their_measure(
    before: float, after: float, of: Indicator, vietnamese: str, vi: Translator
) -> None:
    assert wording.moved(before, after, of, vi) == vietnamese


def test_counts_that_do_not_give_the_printed_rate_are_shown_with_it(
    vi: Translator, en: Translator
) -> None:
    said = observation(69.83, numerator=339252, denominator=485762)
    assert wording.rate_disagreement(said, vi) == "339.252/485.762 = 69,84%, nguồn ghi 69,83%"
    assert wording.rate_disagreement(said, en) == (
        "339,252/485,762 = 69.84%, the source prints 69.83%"
    )
    assert wording.rate_disagreement(observation(69.83), vi) == ""


def cell(value: float, of: Indicator = PERCENT, *remarks: Remark, **fields: Any) -> Cell:
    return Cell(
        unit=unit("Hải Dương"),
        indicator=of,
        observation=observation(value, **fields),
        remarks=remarks,
    )


def test_a_difference_says_what_sets_the_two_apart(vi: Translator, en: Translator) -> None:
    first = cell(89, start=date(2023, 6, 30), end=date(2023, 6, 30))
    assert wording.difference(first, cell(79.15), vi) == (
        "cao hơn 9,85 điểm %, kỳ báo cáo khác nhau"
    )
    assert wording.difference(first, cell(79.15), en) == (
        "9.85 percentage points higher, different reporting periods"
    )
    narrower = indicator(id="y", variant_of="x")
    assert wording.difference(cell(79.15), cell(89, narrower), vi) == (
        "thấp hơn 9,85 điểm %, định nghĩa khác nhau"
    )


def test_a_smaller_rank_is_the_higher_place(vi: Translator) -> None:
    assert wording.difference(cell(9, RANK), cell(13, RANK), vi) == "xếp trên 4 bậc"
    assert wording.difference(cell(13, RANK), cell(9, RANK), vi) == "xếp dưới 4 bậc"


def test_counts_are_more_or_fewer(vi: Translator) -> None:
    more, fewer = cell(823, DOSSIERS), cell(581, DOSSIERS)
    assert wording.difference(more, fewer, vi) == "nhiều hơn 242 hồ sơ"
    assert wording.difference(fewer, more, vi) == "ít hơn 242 hồ sơ"
    assert wording.difference(cell(5, DOSSIERS), cell(5, DOSSIERS), vi) == "bằng nhau"


def test_a_rank_is_not_set_off_against_a_percentage(vi: Translator) -> None:
    assert wording.difference(cell(9, RANK), cell(89), vi) == ""


def test_each_remark_on_a_cell_says_why(vi: Translator, en: Translator) -> None:
    fully_online = indicator(
        definition="hồ sơ xử lý hoàn toàn trực tuyến", definition_en="dossiers handled fully online"
    )
    said = cell(
        23.08,
        fully_online,
        Remark.PERIOD,
        Remark.QUALIFIER,
        Remark.DEFINITION,
        Remark.STALE,
        start=date(2022, 2, 1),
        end=date(2022, 3, 31),
        qualifier=Qualifier.ESTIMATE,
    )
    assert wording.remarks(said, vi) == (
        "kỳ số liệu khác: 01/02–31/03/2022",
        "số ước",
        "định nghĩa khác: hồ sơ xử lý hoàn toàn trực tuyến",
        "số liệu cũ",
    )
    assert wording.remarks(said, en) == (
        "different period: 1 Feb – 31 Mar 2022",
        "an estimate",
        "another definition: dossiers handled fully online",
        "stale figure",
    )


def test_a_rank_among_other_units_says_among_how_many(vi: Translator) -> None:
    said = cell(17, RANK, Remark.UNIVERSE, denominator=34)
    assert wording.remarks(said, vi) == ("xếp trong 34 đơn vị",)


def test_a_cell_without_a_figure_has_no_remarks(vi: Translator) -> None:
    empty = Cell(unit=unit("Hải Dương"), indicator=PERCENT, observation=None)
    assert wording.remarks(empty, vi) == ()
    assert wording.difference(empty, cell(1), vi) == ""


def test_a_late_target_says_by_how_many_days(vi: Translator) -> None:
    missed = target_standing(TargetStatus.MISSED, Rule.PAST_DUE, days_late=7)
    waiting = target_standing(TargetStatus.AWAITING_RESULT, Rule.PAST_DUE_NOT_COVERED)
    assert wording.target_lateness(missed, vi) == "quá hạn 7 ngày"
    assert wording.target_lateness(waiting, vi) == ""
