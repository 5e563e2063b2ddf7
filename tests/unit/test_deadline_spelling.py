"""Deadlines as officials write them, each read as the days it means."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.deadline_parts import FIRST_YEAR, LAST_YEAR
from briefing.domain.deadline_spelling import LONGEST, SPELLINGS
from briefing.domain.periods import (
    Deadline,
    DeadlineError,
    DeadlineKind,
    DeadlineReason,
    deadline_text,
    read_deadline,
)
from tests.unit.facts import day

# Every spelling of the tasks of Resolution 03/NQ-CP (2025) and of the provinces' papers.
PERIODS = [
    ("2025", "01/01/2025", "31/12/2025"),
    ("2030", "01/01/2030", "31/12/2030"),
    ("6/2025", "01/06/2025", "30/06/2025"),
    ("06/2025", "01/06/2025", "30/06/2025"),
    ("2/2025", "01/02/2025", "28/02/2025"),
    ("2/2024", "01/02/2024", "29/02/2024"),
    ("12/2028", "01/12/2028", "31/12/2028"),
    ("Tháng 10/2025", "01/10/2025", "31/10/2025"),
    ("Quý II/2025", "01/04/2025", "30/06/2025"),
    ("2025 - 2026", "01/01/2025", "31/12/2026"),
    ("2025-2026", "01/01/2025", "31/12/2026"),
    ("quý 3 và quý 4 năm 2022", "01/07/2022", "31/12/2022"),
    ("trong tháng 4.2022", "01/04/2022", "30/04/2022"),
    ("tháng 7/2022", "01/07/2022", "31/07/2022"),
    ("trong năm 2023", "01/01/2023", "31/12/2023"),
    ("đến năm 2025", "01/01/2025", "31/12/2025"),
    ("định hướng đến năm 2030", "01/01/2030", "31/12/2030"),
    ("giai đoạn 2021-2025", "01/01/2021", "31/12/2025"),
    ("từ ngày 1/6/2022 đến ngày 1/12/2022", "01/06/2022", "01/12/2022"),
    # more of their kind
    ("đến hết năm 2025", "01/01/2025", "31/12/2025"),
    ("Chậm nhất quý II/2025", "01/04/2025", "30/06/2025"),
    ("Thời hạn hoàn thành: Quý II, 2025", "01/04/2025", "30/06/2025"),
    ("T10/2025", "01/10/2025", "31/10/2025"),
    ("Q.II/2025", "01/04/2025", "30/06/2025"),
    ("quý 4 năm 2025", "01/10/2025", "31/12/2025"),
    ("Quý tư năm 2025", "01/10/2025", "31/12/2025"),
    ("Quý I, II/2025", "01/01/2025", "30/06/2025"),
    ("quý 1, 2/2025", "01/01/2025", "30/06/2025"),
    ("quý III, quý IV năm 2025", "01/07/2025", "31/12/2025"),
    ("Quý II-III/2025", "01/04/2025", "30/09/2025"),
    ("từ quý IV/2025 đến quý I/2026", "01/10/2025", "31/03/2026"),
    ("tháng 3 - 6/2025", "01/03/2025", "30/06/2025"),
    ("từ tháng 3 đến hết tháng 6 năm 2025", "01/03/2025", "30/06/2025"),
    ("tháng 4, 5 và 6/2025", "01/04/2025", "30/06/2025"),
    ("từ 15/3 đến 30/6/2025", "15/03/2025", "30/06/2025"),
    ("từ 1/6/2025 đến cuối năm 2025", "01/06/2025", "31/12/2025"),
    ("6 tháng đầu năm 2025", "01/01/2025", "30/06/2025"),
    ("6 tháng cuối năm 2025", "01/07/2025", "31/12/2025"),
    ("sáu tháng đầu năm 2025", "01/01/2025", "30/06/2025"),
    ("nửa đầu năm 2025", "01/01/2025", "30/06/2025"),
    ("9 tháng năm 2025", "01/01/2025", "30/09/2025"),
    ("9 tháng đầu năm 2025", "01/01/2025", "30/09/2025"),
    ("năm 2024, 2025 và 2026", "01/01/2024", "31/12/2026"),
]

DATES = [
    ("15.3.2022", "15/03/2022"),
    ("2022/03/15", "15/03/2022"),
    ("2022.3.15", "15/03/2022"),
    ("đến 2022/3/15", "15/03/2022"),
    ("1.2.2022", "01/02/2022"),
    ("28/2/2022", "28/02/2022"),
    ("29/2/2024", "29/02/2024"),
    ("06/07/2022", "06/07/2022"),
    ("6/7/2022", "06/07/2022"),
    ("2022-07-06", "06/07/2022"),
    ("15-3-2022", "15/03/2022"),
    ("ngày 10 tháng 5 năm 2022", "10/05/2022"),
    ("trước ngày 10.5.2022", "09/05/2022"),
    ("Trước 30/6/2025", "29/06/2025"),
    ("trước ngày 01/01/2024", "31/12/2023"),
    ("trước 1/3/2024", "29/02/2024"),
    ("trước 17h00 ngày 10/5/2022", "10/05/2022"),
    ("Trước 17 giờ, ngày 10/5/2022", "10/05/2022"),
    ("trước tháng 6/2025", "31/05/2025"),
    ("trước quý III/2025", "30/06/2025"),
    ("trước năm 2026", "31/12/2025"),
    ("đến ngày 31 tháng 12 năm 2025", "31/12/2025"),
    ("chậm nhất là ngày 30/6/2025", "30/06/2025"),
    ("hoàn thành xong trước ngày 1/7/2025", "30/06/2025"),
    ("từ nay đến 30/6/2025", "30/06/2025"),
    ("cuối năm 2025", "31/12/2025"),
    ("đến cuối quý II/2025", "30/06/2025"),
]

UNBOUNDED = (
    "Thường xuyên",
    "Nhiệm vụ thường xuyên",
    "Thường xuyên, liên tục",
    "Hằng năm",
    "hàng năm",
    "hằng quý",
    "hàng tháng",
    "định kỳ",
    "định kì hằng năm",
    "định kỳ 6 tháng, hằng năm",
    "6 tháng/lần",
    "mỗi năm một lần",
    "26.3 hằng năm",
    "29/2 hằng năm",
    "trước ngày 15 hằng tháng",
    "Quý IV hằng năm",
)

BOUNDED = [
    ("Thường xuyên từ năm 2025", "01/01/2025", None),
    ("2025 và hằng năm", "01/01/2025", None),
    ("hằng năm đến 2030", None, "31/12/2030"),
    ("Thường xuyên, giai đoạn 2021 - 2025", "01/01/2021", "31/12/2025"),
    ("hằng năm, từ 2023 đến 2025", "01/01/2023", "31/12/2025"),
]

OPEN_ENDED = [
    ("2025 và những năm tiếp theo", "01/01/2025"),
    ("2025 và các năm tiếp theo", "01/01/2025"),
    ("từ năm 2025 và những năm tiếp theo", "01/01/2025"),
    ("từ quý II/2025 trở đi", "01/04/2025"),
    ("từ năm 2023", "01/01/2023"),
    ("từ đầu năm 2023", "01/01/2023"),
    ("kể từ ngày 1/7/2025", "01/07/2025"),
    ("sau năm 2025", "01/01/2026"),
]

REFUSED = [
    ("", DeadlineReason.UNKNOWN),
    ("2025/2026", DeadlineReason.UNKNOWN),
    ("6-9/2025", DeadlineReason.UNKNOWN),
    ("năm học 2024-2025", DeadlineReason.UNKNOWN),
    ("2025 nhé", DeadlineReason.UNKNOWN),
    ("26.3", DeadlineReason.NO_YEAR),
    ("18/8", DeadlineReason.NO_YEAR),
    ("quý II", DeadlineReason.NO_YEAR),
    ("Tháng 10", DeadlineReason.NO_YEAR),
    ("cuối năm", DeadlineReason.NO_YEAR),
    ("Thường xuyên, đến 15/6", DeadlineReason.NO_YEAR),
    ("10/5/22", DeadlineReason.SHORT_YEAR),
    ("quý II/25", DeadlineReason.SHORT_YEAR),
    ("6/25", DeadlineReason.SHORT_YEAR),
    ("29/2/2023", DeadlineReason.IMPOSSIBLE),
    ("31/6/2025", DeadlineReason.IMPOSSIBLE),
    ("31/2 hằng năm", DeadlineReason.IMPOSSIBLE),
    ("13/2025", DeadlineReason.IMPOSSIBLE),
    ("quý 5/2025", DeadlineReason.IMPOSSIBLE),
    ("1899", DeadlineReason.IMPOSSIBLE),
    ("sau năm 2199", DeadlineReason.IMPOSSIBLE),
    ("đầu năm 2026", DeadlineReason.VAGUE),
    ("giữa năm 2025", DeadlineReason.VAGUE),
    ("những tháng cuối năm 2025", DeadlineReason.VAGUE),
    ("sau khi có hướng dẫn", DeadlineReason.EVENT),
    ("khi phân bổ kinh phí vượt thu", DeadlineReason.EVENT),
    ("khẩn trương", DeadlineReason.EVENT),
    ("trong vòng 30 ngày kể từ ngày ký", DeadlineReason.EVENT),
    ("2026-2025", DeadlineReason.REVERSED),
    ("từ 1/12/2022 đến 1/6/2022", DeadlineReason.REVERSED),
    ("2000 đến 1/1/2000", DeadlineReason.REVERSED),
    ("từ 1/6/2022 đến 1/6/2022", DeadlineReason.REVERSED),
    ("quý I và quý IV/2025", DeadlineReason.SEVERAL),
    ("15/6/2025 và 15/12/2025", DeadlineReason.SEVERAL),
    ("2025, hằng năm", DeadlineReason.SEVERAL),
]


@pytest.mark.parametrize(("written", "start", "end"), PERIODS)
def test_a_period_is_read_from_its_first_to_its_last_day(
    written: str, start: str, end: str
) -> None:
    assert read_deadline(written).meaning == (DeadlineKind.PERIOD, day(start), day(end))


@pytest.mark.parametrize(("written", "due"), DATES)
def test_a_day_is_read_and_before_a_day_is_the_day_before(written: str, due: str) -> None:
    assert read_deadline(written).meaning == (DeadlineKind.DATE, day(due), day(due))


@pytest.mark.parametrize("written", UNBOUNDED)
def test_what_is_done_again_and_again_has_no_last_day(written: str) -> None:
    assert read_deadline(written).meaning == (DeadlineKind.RECURRING, None, None)


@pytest.mark.parametrize(("written", "start", "end"), BOUNDED)
def test_what_recurs_keeps_the_bounds_it_was_given(
    written: str, start: str | None, end: str | None
) -> None:
    bounds = day(start) if start else None, day(end) if end else None
    assert read_deadline(written).meaning == (DeadlineKind.RECURRING, *bounds)


@pytest.mark.parametrize(("written", "start"), OPEN_ENDED)
def test_what_goes_on_has_a_first_day_and_no_last_one(written: str, start: str) -> None:
    assert read_deadline(written).meaning == (DeadlineKind.OPEN_ENDED, day(start), None)


@pytest.mark.parametrize(("written", "reason"), REFUSED)
def test_what_has_no_single_meaning_is_refused_with_its_reason(
    written: str, reason: DeadlineReason
) -> None:
    with pytest.raises(DeadlineError) as told:
        read_deadline(written)
    assert (told.value.reason, told.value.written) == (reason, written)


def test_a_text_longer_than_any_deadline_is_refused() -> None:
    with pytest.raises(DeadlineError):
        read_deadline("2025" + " " * LONGEST)


@pytest.mark.parametrize(
    ("written", "due"),
    [("26.3", "26/03/2023"), ("trước 1/1", "31/12/2022"), ("quý II", "30/06/2023")],
)
def test_a_year_can_be_lent_to_a_spelling_without_one(written: str, due: str) -> None:
    assert read_deadline(written, year=2023).end == day(due)


def test_a_year_that_is_written_is_not_replaced() -> None:
    assert read_deadline("quý II/2025", year=2023).end == day("30/06/2025")


@pytest.mark.parametrize("written", SPELLINGS)
def test_every_spelling_that_the_error_lists_is_understood(written: str) -> None:
    assert read_deadline(written).written == written


@pytest.mark.parametrize(
    "typed",
    [
        unicodedata.normalize("NFD", "Quý II/2025"),
        "Quý\N{NO-BREAK SPACE}II/2025",
        "  QUÝ   II / 2025. ",
        "qúy II/2025",
        "Quý Ⅱ/2025",
        "Quý II\N{ZERO WIDTH SPACE}/2025",
        "Quý II – 2025",
        "Quý 2 năm 2025",
        "(Quý II/2025)",
    ],
)
def test_how_a_deadline_is_typed_does_not_change_its_meaning(typed: str) -> None:
    assert read_deadline(typed).meaning == read_deadline("Quý II/2025").meaning


@pytest.mark.parametrize("dash", "-‐‑–—−")
def test_any_dash_is_a_dash(dash: str) -> None:
    assert read_deadline(f"2025{dash}2026").meaning == read_deadline("2025 - 2026").meaning


def test_the_spelling_is_kept_composed_and_with_single_blanks() -> None:
    typed = unicodedata.normalize("NFD", " QUÝ  II – 2025")
    assert read_deadline(typed).written == "QUÝ II – 2025"


def test_a_deadline_can_be_told_in_one_spelling_of_its_own() -> None:
    told = {written: deadline_text(read_deadline(written)) for written, *_ in (*PERIODS, *DATES)}
    assert told["6/2025"] == "tháng 6/2025"
    assert told["quý 1, 2/2025"] == "6 tháng đầu năm 2025"
    assert told["trước ngày 10.5.2022"] == "09/05/2022"
    assert deadline_text(read_deadline("hàng năm")) == "thường xuyên"


YEARS = st.integers(FIRST_YEAR + 1, LAST_YEAR - 1)
QUARTERS = st.sampled_from(["I", "II", "III", "IV", "1", "2", "3", "4"])
MONTHS = st.integers(1, 12)
DAYS = st.dates(day("02/01/1900"), day("30/12/2199"))
ATOMS = st.one_of(
    st.builds("{}".format, YEARS),
    st.builds("năm {}".format, YEARS),
    st.builds("{}/{}".format, MONTHS, YEARS),
    st.builds("tháng {}.{}".format, MONTHS, YEARS),
    st.builds("Quý {}/{}".format, QUARTERS, YEARS),
    st.builds("{} tháng đầu năm {}".format, st.integers(1, 12), YEARS),
    st.builds("{} tháng cuối năm {}".format, st.integers(1, 12), YEARS),
    DAYS.map(lambda d: f"{d.day}/{d.month}/{d.year}"),
    DAYS.map(lambda d: f"ngày {d.day}.{d.month}.{d.year}"),
    DAYS.map(lambda d: d.isoformat()),
)
WORDS = st.one_of(
    st.sampled_from(
        ["trước", "đến", "đến hết", "cuối", "từ", "từ đầu", "sau", "trong", "chậm nhất"]
    ),
    st.sampled_from(["hằng năm", "thường xuyên", "và những năm tiếp theo", "trở đi", "hoàn thành"]),
    st.sampled_from(["giai đoạn", "26/3", "quý", "tháng", "17h00", "và", ",", "-", "–"]),
)
WRITTEN = st.lists(st.one_of(ATOMS, WORDS), min_size=1, max_size=4).map(" ".join)


def understood(text: str) -> Deadline | None:
    try:
        return read_deadline(text)
    except DeadlineError:
        return None


@given(st.one_of(ATOMS, WRITTEN, st.text(max_size=30)))
def test_reading_printing_and_reading_again_changes_nothing(text: str) -> None:
    found = understood(text)
    if found is None:
        return
    printed = deadline_text(found)
    again = read_deadline(printed)
    assert again.meaning == found.meaning
    assert deadline_text(again) == printed
    assert read_deadline(found.written) == found


@given(ATOMS)
def test_every_day_and_every_named_period_is_understood(text: str) -> None:
    assert understood(text) is not None


@given(st.one_of(WRITTEN, st.text()))
def test_a_reading_is_in_order_and_has_the_days_of_its_kind(text: str) -> None:
    found = understood(text)
    if found is None:
        return
    kind, start, end = found.meaning
    match kind:
        case DeadlineKind.DATE:
            assert start is not None and start == end
        case DeadlineKind.PERIOD:
            assert start is not None and end is not None and start < end
        case DeadlineKind.OPEN_ENDED:
            assert start is not None and end is None
        case DeadlineKind.RECURRING:
            assert start is None or end is None or start <= end


@given(st.one_of(ATOMS, WRITTEN))
def test_case_form_and_blanks_do_not_matter(text: str) -> None:
    spoiled = unicodedata.normalize("NFD", text.upper().replace(" ", " \N{NO-BREAK SPACE}"))
    plain, typed = understood(text), understood(spoiled)
    assert (plain and plain.meaning) == (typed and typed.meaning)
