"""Deadlines the way officials write them, read into spans of days.

The spellings are those of the 140 tasks of Resolution 03/NQ-CP (2025) and of the provinces' own
papers, with what is usual beside them. What could be meant in two ways is refused with its reason.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from briefing.domain.deadline_parts import FIRST_YEAR, LAST_YEAR, folded, run_of
from briefing.domain.periods import (
    Deadline,
    DeadlineError,
    DeadlineKind,
    DeadlineReason,
    Span,
    SpanKind,
    describe_span,
)
from briefing.domain.spelling import nfc

SPELLINGS = (
    "2025",
    "6/2025",
    "Tháng 10/2025",
    "Quý II/2025",
    "quý 3 và quý 4 năm 2022",
    "6 tháng đầu năm 2025",
    "2025 - 2026",
    "15.3.2022",
    "2022-03-15",
    "trước ngày 10.5.2022",
    "đến hết năm 2025",
    "cuối năm 2025",
    "từ 1/6/2022 đến 1/12/2022",
    "2025 và những năm tiếp theo",
    "Thường xuyên",
    "Hằng năm",
)
"""One of each kind that is understood, for the message about one that is not."""

LONGEST = 200
"""Characters of a deadline; a sentence is none."""

Meaning = tuple[DeadlineKind, date | None, date | None]

_ONWARD = re.compile(
    r"(?:,| và)? ?(?:"
    r"(?:(?:những|các|giai đoạn|các giai đoạn) )?(?:năm )?(?:tiếp theo|kế tiếp)"
    r"|(?:những|các) năm (?:sau|đến|sau đó|về sau)"
    r"|trở đi|trở về sau|về sau)$"
)
_STEADY = r"(?:nhiệm vụ )?(?:thường xuyên|thường kỳ|thường niên|liên tục|định kỳ)"
_RHYTHM = (
    r"(?:(?:một|[0-9]{1,2}) lần )?(?:hằng|mỗi|từng) (?:[0-9] )?(?:ngày|tuần|tháng|quý|năm)"
    r"(?: (?:một|[0-9]{1,2}) lần)?"
    r"|(?:một|[0-9]{1,2}) (?:tuần|tháng|quý|năm)(?:/| một | 1 )lần"
    r"|(?:một|[0-9]{1,2}) lần(?:/| (?:một|mỗi|trong) )(?:tuần|tháng|quý|năm)"
)
_AGAIN = re.compile(rf"\b(?:{_STEADY}|{_RHYTHM})(?![^\W_])")
_REGULAR = re.compile(rf"\b(?:{_RHYTHM}|định kỳ|thường niên)(?![^\W_])")
_PAUSE = re.compile(r"(?:^| )và(?: |$)|[,;-]")
_LOOSE_ENDS = re.compile(r"^(?:và\b|[ ,;-])+|(?:\bvà|[ ,;-])+$")
_RHYTHMS_BARE = re.compile(r"(?:(?:[0-9]{1,2} )?(?:ngày|tuần|tháng|quý|năm) ?)+")
_YEARLY = re.compile(
    r"(?:(?:trước|vào|trong|đến|chậm nhất|hoàn thành|xong|hết) )*(?:"
    r"(?:ngày )?(?P<day>[0-9]{1,2})(?:[/.](?P<of>[0-9]{1,2}))?"
    r"|(?:(?:đầu|cuối) )?(?:tháng (?P<month>[0-9]{1,2})|quý (?:iv|i{1,3}|[1-4])|tháng|quý|năm))"
)
_EVENT = re.compile(
    r"\b(?:khi|theo|kể từ khi|trong vòng|đột xuất|ngay|sớm|sớm nhất|khẩn trương|kịp thời|"
    r"ngày làm việc|(?:ngày|tháng) kể từ|sau (?:[0-9]+|một|hai|ba) (?:ngày|tuần|tháng))\b"
)
_BEGIN = re.compile(
    r"(?:(?:thời gian |thời hạn )?(?:hoàn thành|thực hiện)|triển khai|xong|thời gian|thời hạn|"
    r"hạn chót|hạn|là|ngay trong|trong|vào|từ nay đến)(?: ?:|(?= )|$)"
)
_UNTIL = re.compile(
    r"(?:chậm nhất(?: là)?|muộn nhất(?: là)?|không (?:quá|muộn hơn|chậm hơn)|đến|hết|"
    r"định hướng đến|tầm nhìn đến|tầm nhìn) "
)
_FROM = re.compile(r"(?:bắt đầu )?(?:kể )?từ (?:đầu )?(?!nay\b)")
_TIME = re.compile(
    r"(?:lúc )?[0-9]{1,2} ?(?:h|g|giờ|:) ?(?:[0-9]{2})?(?: ?phút)?,? (?=ngày |[0-9])"
)
_LOOSE = re.compile(r"(?:đầu|giữa|những tháng|các tháng (?:đầu|cuối)|vài|khoảng) ")


def read(text: str, year: int | None = None) -> Deadline:
    """See :func:`briefing.domain.periods.read_deadline`."""
    found = _read(text[: LONGEST + 1], year)
    if isinstance(found, DeadlineReason):
        raise DeadlineError(_kept(text), found)
    return found


@lru_cache(maxsize=4096)
def _read(text: str, year: int | None) -> Deadline | DeadlineReason:
    """What a spelling means, or why nothing; plans repeat few spellings many times."""
    if len(text) > LONGEST:
        return DeadlineReason.UNKNOWN
    found = folded(text)
    try:
        kind, start, end = _recurring(found, year) or _once(found, year)
    except DeadlineError as error:
        return error.reason
    for day in (start, end):
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            return DeadlineReason.IMPOSSIBLE
    return Deadline(_kept(text), kind, start, end)


def _kept(text: str) -> str:
    """``text`` as it is kept and repeated: composed, with single blanks."""
    return " ".join(nfc(text[: LONGEST + 1]).split())


def _recurring(text: str, year: int | None) -> Meaning | None:
    """Something to be done again and again, with the bounds it was given; else ``None``."""
    first = _AGAIN.search(text)
    if first is None:
        return None
    before = text[: first.start()].rstrip()
    rest = " ".join(_PAUSE.sub(" ", _AGAIN.sub(" ", text)).split())
    if not rest or _RHYTHMS_BARE.fullmatch(rest):
        return DeadlineKind.RECURRING, None, None
    if (yearly := _YEARLY.fullmatch(rest)) and _REGULAR.search(text):
        return _on_some_day(yearly, text)
    bounds = _LOOSE_ENDS.sub("", " ".join(_AGAIN.sub(" ", text).split()))
    kind, start, end = _once(bounds, year)
    if before.endswith(" và"):
        return DeadlineKind.RECURRING, start, None
    if _UNTIL.match(bounds) or bounds.startswith("trước "):
        return DeadlineKind.RECURRING, None, end
    in_years = describe_span(*_both(start, end)) is SpanKind.YEARS
    if kind is DeadlineKind.DATE or (before and not in_years):
        raise DeadlineError(text, DeadlineReason.SEVERAL)
    return DeadlineKind.RECURRING, start, end


def _both(start: date | None, end: date | None) -> Span:
    """Days for a name; something without an end is called by its first day alone."""
    start = start or date.min
    return Span(start, end or start)


def _on_some_day(found: re.Match[str], text: str) -> Meaning:
    """ "26.3 hằng năm": a day or month that comes back; the day must be one of some year."""
    month = int(found["of"] or found["month"] or 1)
    day = int(found["day"] or 1)
    try:
        date(2024, month, day)
    except ValueError:
        raise DeadlineError(text, DeadlineReason.IMPOSSIBLE) from None
    return DeadlineKind.RECURRING, None, None


def _once(text: str, year: int | None) -> Meaning:
    """Something to be done once, or from some day on."""
    onward = _ONWARD.search(text)
    if onward is not None:
        text = text[: onward.start()]
        if begins := _FROM.match(text):
            text = text[begins.end() :]
        return DeadlineKind.OPEN_ENDED, run_of(_bare(text), year)[0].start, None
    if _EVENT.search(re.sub(r"^ngay trong ", "", text)):
        raise DeadlineError(text, DeadlineReason.EVENT)
    text = _bare(text)
    if text.startswith("sau "):
        end = run_of(text.removeprefix("sau ").removeprefix("hết "), year)[0].end
        return DeadlineKind.OPEN_ENDED, end + timedelta(days=1), None
    if begins := _FROM.match(text):
        return _from(text[begins.end() :], begins[0].endswith("đầu "), year)
    return _until(text, year)


def _bare(text: str) -> str:
    """``text`` without the words that say only that here is a deadline."""
    while found := _BEGIN.match(text):
        text = text[found.end() :].lstrip()
    return text


def _from(text: str, at_start: bool, year: int | None) -> Meaning:
    """ "từ X" without an end, "từ X đến Y" with one."""
    first, to, last = text.partition(" đến ")
    if not to:
        span, _ = run_of(text, year)
        if span.start != span.end and not at_start and "-" in text:
            return DeadlineKind.PERIOD, *span
        return DeadlineKind.OPEN_ENDED, span.start, None
    _, _, end = _until(last, year)
    if end is None:
        raise DeadlineError(text, DeadlineReason.UNKNOWN)
    start = run_of(first, end.year)[0].start
    if end <= start:
        raise DeadlineError(text, DeadlineReason.REVERSED)
    return DeadlineKind.PERIOD, start, end


def _until(text: str, year: int | None) -> Meaning:
    """A day or a period, with the word that says which of its days counts."""
    while found := _UNTIL.match(text):
        text = text[found.end() :]
    if text.startswith("trước "):
        text = text.removeprefix("trước ")
        if time := _TIME.match(text):
            return _day(run_of(text[time.end() :], year)[0].end)
        span, _ = run_of(text, year)
        return _day(span.start - timedelta(days=1))
    if text.startswith("cuối "):
        return _day(run_of(text.removeprefix("cuối "), year)[0].end)
    if _LOOSE.match(text):
        raise DeadlineError(text, DeadlineReason.VAGUE)
    if time := _TIME.match(text):
        text = text[time.end() :]
    span, is_day = run_of(text, year)
    return _day(span.end) if is_day else (DeadlineKind.PERIOD, *span)


def _day(day: date) -> Meaning:
    return DeadlineKind.DATE, day, day


def spelled(deadline: Deadline) -> str:
    """See :func:`briefing.domain.periods.deadline_text`."""
    start, end = deadline.start, deadline.end
    match deadline.kind:
        case DeadlineKind.DATE:
            return _written(end or start)
        case DeadlineKind.PERIOD:
            return _period(*_both(start, end))
        case DeadlineKind.OPEN_ENDED:
            return f"từ ngày {_written(start)}"
        case DeadlineKind.RECURRING:
            bounds = [f"từ ngày {_written(start)}"] if start else []
            bounds += [f"đến ngày {_written(end)}"] if end else []
            return " ".join(["thường xuyên", *bounds])


def _period(start: date, end: date) -> str:
    match describe_span(start, end):
        case SpanKind.MONTH:
            return f"tháng {start.month}/{start.year}"
        case SpanKind.QUARTER:
            return f"quý {('I', 'II', 'III', 'IV')[start.month // 3]}/{start.year}"
        case SpanKind.HALF_YEAR:
            half = "đầu" if start.month == 1 else "cuối"
            return f"6 tháng {half} năm {start.year}"
        case SpanKind.NINE_MONTHS:
            return f"9 tháng đầu năm {start.year}"
        case SpanKind.YEAR:
            return f"năm {start.year}"
        case SpanKind.YEARS:
            return f"{start.year} - {end.year}"
        case _:
            return f"từ ngày {_written(start)} đến ngày {_written(end)}"


def _written(day: date | None) -> str:
    return "" if day is None else f"{day.day:02}/{day.month:02}/{day.year}"
