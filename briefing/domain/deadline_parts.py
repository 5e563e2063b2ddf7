"""Days, months, quarters and years as officials write them: "quý 3 và quý 4 năm 2022".

What is read here is in the form of :func:`folded`: lower case, single spaces, one kind of dash,
dates as ``1/6/2022``. No word around the days is known here (``deadline_spelling`` knows those).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from briefing.domain.periods import DeadlineError, DeadlineReason, Span, SpanKind, calendar_span
from briefing.domain.spelling import tamed

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years outside are slips of the keyboard."""

_PLACE = "(?:iv|i{1,3}|[0-9]{1,2}|một|hai|ba|bốn|tư)"
_DROPPED = {**dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff")), ord("("): " ", ord(")"): " "}
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_VARIANTS = (
    (re.compile(r"\b(?:qúy|quí|qúi)\b"), "quý"),
    (re.compile(r"\bđịnh kì\b"), "định kỳ"),
    (re.compile(r"\bthời kì\b"), "thời kỳ"),
    (re.compile(r"\bthường kì\b"), "thường kỳ"),
    (re.compile(r"\bhàng\b"), "hằng"),
    (re.compile(r"\bcho đến\b|\btới\b"), "đến"),
    (re.compile(r" ?/ ?"), "/"),
    (re.compile(r" ?- ?"), "-"),
    (re.compile(r"(?<=[0-9])\. ?(?=[0-9])"), "."),
    (re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])"), r"\3/\2/\1"),
    (re.compile(r"(?<![0-9/.])([0-9]{4})([/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9/.])"), r"\4/\3/\1"),
    (re.compile(r"\b([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})\b"), r"\1/\2/\3"),
    (re.compile(r"(?<![/.0-9])\b([0-9]{1,2})-([0-9]{4})\b"), r"\1/\2"),
    (re.compile(r"\b(ngày [0-9]{1,2}) tháng ([0-9]{1,2})\b"), r"\1/\2"),
    (re.compile(r"(?<![0-9])\b([0-9]{1,2}) tháng ([0-9]{1,2})(?= năm [0-9]{4})"), r"\1/\2"),
    (re.compile(rf"\b((?:quý|tháng) {_PLACE})(?:-|, ?)(?:năm )?([0-9]{{4}})\b"), r"\1/\2"),
)
"""Spellings of one thing, each replaced by the form that is read."""

_DAY = re.compile(r"(?:ngày )?([0-9]{1,2})[/.]([0-9]{1,2})(?:(?:[/.]| năm )([0-9]{4}))?")
_YEAR_AFTER = r"(?:(?:[/.]| năm | )([0-9]{4}))?"
_MONTH = re.compile(rf"(?:tháng |t\.? ?)([0-9]{{1,2}}){_YEAR_AFTER}")
_BARE_MONTH = re.compile(r"([0-9]{1,2})[/.]([0-9]{4})")
_QUARTER = re.compile(rf"(?:quý |q\.? ?)({_PLACE}){_YEAR_AFTER}")
_MONTHS_OF = re.compile(
    r"([0-9]{1,2}|ba|sáu|chín) tháng(?: (đầu|cuối))?(?:(?: năm |/)([0-9]{4})| năm| ([0-9]{4}))?"
)
_HALF = re.compile(r"nửa (?:năm )?(đầu|cuối)(?: (?:của )?năm)?(?: ([0-9]{4}))?")
_YEAR = re.compile(r"(?:cả |trọn )?(?:năm )?([0-9]{4})")
_NUMBER = re.compile(rf"(iv|i{{1,3}}|[0-9]{{1,2}}){_YEAR_AFTER}")
_THIS = re.compile(r"(?:năm|quý|tháng|tuần)(?: (?:này|nay|sau|đến))?")
_SHORT_YEAR = re.compile(r"(?:.*[0-9][/.])?(?:(?:quý|tháng) )?(?:[0-9]{1,2}|iv|i{1,3})[/.][0-9]{2}")
_WORDS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4}
_WORDS |= {"sáu": 6, "chín": 9}

_LEADING = re.compile(r"(?:(?:trong |cả )?(?:giai đoạn|thời kỳ)|(?:trong )?(?:các|những)) ")
_RANGE = re.compile(r"-| đến (?:hết )?")
_LIST = re.compile(r" ?[,;&] ?(?:và )?| và ")


class Part(NamedTuple):
    """One named run of days; ``low`` and ``high`` are months of the year unless it is a day.

    ``kind``: ``DAY`` (``low`` the month, ``high`` the day), ``MONTH``, ``QUARTER``, ``YEAR``, or
    ``OTHER`` for some months of a year.
    """

    kind: SpanKind
    low: int
    high: int
    year: int | None


def folded(text: str) -> str:
    """``text`` in the form that is read; whatever is typed for one thing looks the same."""
    plain = unicodedata.normalize("NFKC", tamed(text).translate(_DROPPED)).translate(_DASHES)
    found = " ".join(plain.lower().split()).strip(" .;,")
    for variant, form in _VARIANTS:
        found = variant.sub(form, found)
    return found


def run_of(text: str, year: int | None) -> tuple[Span, bool]:
    """The days that ``text`` names, first to last, and whether it is a single day.

    ``year`` stands for one that is not written. Raises :class:`DeadlineError`.
    """
    text = _LEADING.sub("", text, count=1) if _LEADING.match(text) else text
    ends = _RANGE.split(text)
    if len(ends) > 2:
        raise DeadlineError(text, DeadlineReason.UNKNOWN)
    if len(ends) == 2:
        spans = _spans(ends, year, text)
        if spans[1].end <= spans[0].start or spans[1].start < spans[0].start:
            raise DeadlineError(text, DeadlineReason.REVERSED)
        return Span(spans[0].start, spans[1].end), False
    parts = _LIST.split(text)
    spans = _spans(parts, year, text)
    for before, after in pairwise(spans):
        if after.start != before.end + timedelta(days=1):
            raise DeadlineError(text, DeadlineReason.SEVERAL)
    whole = Span(spans[0].start, spans[-1].end)
    return whole, whole.start == whole.end


def _spans(texts: Sequence[str], year: int | None, whole: str) -> list[Span]:
    """The days of each text; a missing year is the next one's, a missing word the one's before."""
    parts: list[Part] = []
    for text in texts:
        parts.append(_part(text, parts[-1] if parts else None, whole))
    spans = []
    for part in reversed(parts):
        year = part.year or year
        if year is None:
            raise DeadlineError(whole, DeadlineReason.NO_YEAR)
        spans.append(_days(part, year, whole))
    return spans[::-1]


def _part(text: str, before: Part | None, whole: str) -> Part:
    if before is not None and before.kind in (SpanKind.MONTH, SpanKind.QUARTER):
        found = _NUMBER.fullmatch(text)
        if found is not None and (before.year is None or not _BARE_MONTH.fullmatch(text)):
            return _counted(before.kind, found[1], found[2])
    for pattern, kind in ((_MONTH, SpanKind.MONTH), (_QUARTER, SpanKind.QUARTER)):
        if found := pattern.fullmatch(text):
            return _counted(kind, found[1], found[2])
    if found := _BARE_MONTH.fullmatch(text):
        return _counted(SpanKind.MONTH, found[1], found[2])
    if found := _YEAR.fullmatch(text):
        return Part(SpanKind.YEAR, 1, 12, int(found[1]))
    if found := _DAY.fullmatch(text):
        if found[3] is None and int(found[2]) > 12 and not text.startswith("ngày"):
            raise DeadlineError(whole, DeadlineReason.SHORT_YEAR)
        return Part(SpanKind.DAY, int(found[2]), int(found[1]), _number(found[3]))
    if found := _MONTHS_OF.fullmatch(text):
        return _months_of(found, whole)
    if found := _HALF.fullmatch(text):
        return _some_months(6, found[1] == "cuối", _number(found[2]))
    if _THIS.fullmatch(text):
        raise DeadlineError(whole, DeadlineReason.NO_YEAR)
    short = _SHORT_YEAR.fullmatch(text)
    raise DeadlineError(whole, DeadlineReason.SHORT_YEAR if short else DeadlineReason.UNKNOWN)


def _counted(kind: SpanKind, number: str, year: str | None) -> Part:
    place = _WORDS.get(number) or int(number)
    return Part(kind, place, place, _number(year))


def _months_of(found: re.Match[str], whole: str) -> Part:
    """ "6 tháng cuối năm 2025"; without "đầu" or "cuối" only the lengths that are reported on."""
    count = _WORDS.get(found[1]) or int(found[1])
    if not 1 <= count <= 12 or (found[2] is None and count not in (3, 6, 9)):
        raise DeadlineError(whole, DeadlineReason.UNKNOWN)
    return _some_months(count, found[2] == "cuối", _number(found[3] or found[4]))


def _some_months(count: int, last: bool, year: int | None) -> Part:
    return Part(SpanKind.OTHER, 13 - count if last else 1, 12 if last else count, year)


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _days(part: Part, year: int, whole: str) -> Span:
    """The days of ``part`` in ``year``; raises where the calendar has none."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DeadlineError(whole, DeadlineReason.IMPOSSIBLE)
    try:
        match part.kind:
            case SpanKind.DAY:
                day = date(year, part.low, part.high)
                return Span(day, day)
            case SpanKind.MONTH | SpanKind.QUARTER:
                return calendar_span(part.kind, year, part.low)
            case _:
                first = calendar_span(SpanKind.MONTH, year, part.low)
                return Span(first.start, calendar_span(SpanKind.MONTH, year, part.high).end)
    except ValueError:
        raise DeadlineError(whole, DeadlineReason.IMPOSSIBLE) from None
