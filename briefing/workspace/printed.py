"""Does a machine number say what its source printed? ``485762`` and "485.762 hồ sơ" do."""

from __future__ import annotations

import re

from briefing.domain.goals import is_tie

_NUMBER = re.compile(r"\d+(?:[.\u00a0 ]\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)?")
_GROUPS = re.compile(r"\d{1,3}(?:[.\u00a0 ,]\d{3})+")
_WORDS = re.compile(r"\b(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)\b", re.IGNORECASE)
_SCALES = (1.0, 1e3, 1e4, 1e6, 1e9, 1e-3, 1e-6, 1e-9)


def says(printed: str, value: float) -> bool:
    """Whether ``printed`` can be read as ``value``, its sign left aside.

    A dot is read both as a sign of thousands and as a decimal point; where the source counts in
    thousands, millions or billions ("1,2 triệu") the value may be in another of them. Of several
    numbers ("16/18", "3 trong 5") one is enough. A text without digits says nothing, and nothing
    against the value; nor does a number put together from several words ("2 triệu 500 nghìn").
    """
    found = _NUMBER.findall(printed)
    if not found:
        return True
    scaled = _WORDS.findall(printed)
    if len(scaled) > 1:
        return True
    scales = _SCALES if scaled else _SCALES[:1]
    wanted = abs(value)
    return any(
        is_tie(reading * scale, wanted)
        for number in found
        for reading in _readings(number)
        for scale in scales
    )


def _readings(number: str) -> list[float]:
    """``485.762`` is 485762 or 485.762; ``69,83`` is 69.83; ``1.234,5`` is 1234.5."""
    readings = []
    if _GROUPS.fullmatch(number):
        readings.append(float(re.sub(r"\D", "", number)))
    decimal = re.sub(r"[\u00a0 ]", "", number)
    if "," in decimal:
        decimal = decimal.replace(".", "").replace(",", ".")
    if decimal.count(".") <= 1:
        readings.append(float(decimal))
    return readings
