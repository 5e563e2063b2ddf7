"""A small set of a department's own, as facts: 4 (4.1, 4.22 (4.22.10, 4.22.11)), 5 (5.1, 5.2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from briefing.domain.frameworks import Assessment, Framework, Part
from briefing.domain.model import UnitKey, UnitKind
from briefing.domain.tallies import Given

POINTS: dict[str, float | None] = {
    "4": 60,
    "4.1": 20,
    "4.22": 40,
    "4.22.10": 25,
    "4.22.11": 15,
    "5": 40,
    "5.1": 15,
    "5.2": 25,
}
HALF = (date(2026, 1, 1), date(2026, 6, 30))
YEAR_BEFORE = (date(2025, 1, 1), date(2025, 12, 31))
SENT = date(2026, 7, 20)


def part(code: str, points: dict[str, float | None]) -> Part:
    """The part of that code with those that lie right in it."""
    inner = [each for each in points if each.rpartition(".")[0] == code]
    return Part(
        id=code.replace(".", "-"),
        code=code,
        name=f"Mục {code}",
        name_en=f"Part {code}",
        max_points=points[code],
        parts=tuple(part(each, points) for each in inner),
    )


def own_set(points: dict[str, float | None] | None = None, **changes: Any) -> Framework:
    """The set with other points for some of its parts."""
    held = POINTS | (points or {})
    given: dict[str, Any] = {
        "id": "xa",
        "name": "Bộ chỉ số cấp xã",
        "name_en": "Commune set",
        "short": "Xã",
        "short_en": "Commune",
        "kind": UnitKind.COMMUNE,
        "total": 100,
        "complete": True,
        "parts": tuple(part(code, held) for code in held if "." not in code),
    }
    return Framework(**{**given, **changes})


def given(rows: Iterable[Assessment]) -> list[Given]:
    """Points as they are added up of many units: the last published first."""
    newest = sorted(rows, key=lambda each: each.published_on, reverse=True)
    return [
        Given(each.part, each.start, each.end, each.self_points, each.appraised_points)
        for each in newest
    ]


def scored(
    code: str,
    own: float | None,
    appraised: float | None = None,
    *,
    on: date = SENT,
    period: tuple[date, date] = HALF,
    **more: Any,
) -> Assessment:
    """Points on a part in a period, published on a day."""
    return Assessment(
        id=f"{code}-{on}-{period[1]}".replace(".", "-"),
        framework="xa",
        part=code.replace(".", "-"),
        unit=UnitKey("13285"),
        start=period[0],
        end=period[1],
        self_points=own,
        appraised_points=appraised,
        source="cham_diem",
        published_on=on,
        **more,
    )
