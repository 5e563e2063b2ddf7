"""The page of a comparison of the shipped data as text."""

from __future__ import annotations

from datetime import date

from briefing.domain.model import UnitKey
from briefing.domain.yardsticks import Yardstick
from briefing.language import Translator
from briefing.pages.compare import compare_page
from briefing.settings import Settings
from briefing.show.rendering import as_text
from briefing.store.comparisons import Sides
from briefing.store.reading import Reader

ON = date(2023, 12, 31)
TODAY = date(2026, 11, 22)
NEW = date(2026, 1, 1)


def said(
    settings: Settings,
    units: str,
    tr: Translator,
    *yardsticks: Yardstick,
    chosen: tuple[str, ...] = (),
    on: date = ON,
    width: int = 100,
) -> str:
    """The page's text; a wrapped sentence is one line again."""
    keys = [UnitKey.parse(code) for code in units.split()]
    with Reader(settings.database) as reader:
        sides = Sides(yardsticks=yardsticks, chosen=chosen)
        page = compare_page(reader.comparison(keys, on, on, sides), tr)
    return as_text(page, "", width)


def flat(text: str) -> str:
    """Wrapped sentences as one line each."""
    return " ".join(text.split())


def chart(text: str, heading: str) -> list[str]:
    """The lines of the charts below a heading, to the blank line after them."""
    lines = text.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(f"Diễn biến: {heading}"))
    found: list[str] = []
    for line in lines[start + 1 :]:
        if not line.strip() and not found[-1].strip():
            break
        found.append(line)
    return found
