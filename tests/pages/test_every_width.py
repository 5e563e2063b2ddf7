"""No page of the shipped data is ever wider than the terminal, in either language."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefing.language import Language, translator
from briefing.pages.layout import lay_out
from briefing.settings import Settings
from tests.pages.every_page import Named, opened_pages, ranking_pages, tab_pages

WIDTHS = range(40, 201)
USUAL = (57, 60, 77, 80, 117, 120, 141, 197)
"""What 60, 80, 120 and 200 columns leave for a page, and the columns themselves."""
TURNS = 20
"""Of the other widths, each page meets every twentieth; each width, every twentieth page."""


@pytest.fixture(scope="module", params=[Language.VI, Language.EN])
def pages(request: pytest.FixtureRequest, shipped: Settings, standings: Settings) -> list[Named]:
    """Every page in one language."""
    tr = translator(request.param)
    found = [*tab_pages(shipped, tr), *opened_pages(shipped, tr)]
    return [*found, *ranking_pages(standings, tr)]


def too_wide(pages: list[Named], width: int) -> list[str]:
    """Lines of ``pages`` that are wider than ``width``."""
    return [
        f"{name} at {width}: {line.text}"
        for name, page in pages
        for line in lay_out(page, width)
        if line.cells > width
    ]


def test_there_are_pages_of_every_kind(pages: list[Named]) -> None:
    kinds = {name.split()[0] for name, _ in pages}
    assert kinds == {
        "overview", "pillars", "tasks", "compare", "indicator", "target", "task", "source",
        "document", "units", "search", "help", "matrix", "systems", "system", "difficulties",
        "carrier", "framework", "part", "ranking",
    }  # fmt: skip


@pytest.mark.parametrize("width", USUAL)
def test_no_line_is_wider_than_a_usual_terminal(pages: list[Named], width: int) -> None:
    assert too_wide(pages, width) == []


def test_no_line_is_wider_than_any_terminal_from_40_to_200(pages: list[Named]) -> None:
    found = [line for width in WIDTHS for line in too_wide(pages[width % TURNS :: TURNS], width)]
    assert found == []


def test_no_line_ends_in_blanks_only_or_holds_a_control_character(pages: list[Named]) -> None:
    lines = [line for _, page in pages for line in lay_out(page, 77)]
    assert all(line.text.isprintable() for line in lines)


def test_no_two_blank_lines_follow_each_other(pages: list[Named]) -> None:
    for name, page in pages:
        texts = [line.text for line in lay_out(page, 77)]
        doubled = [at for at, pair in enumerate(pairwise(texts)) if pair == ("", "")]
        assert (name, doubled) == (name, [])


def test_no_heading_stands_without_anything_below_it(pages: list[Named]) -> None:
    for name, page in pages:
        lines = lay_out(page, 77)
        assert lines, name
        assert lines[-1].text, f"{name} ends in a blank line"
        last = page.blocks[-1]
        assert getattr(last, "rows", True), f"{name} ends in a heading without rows"


def test_items_are_numbered_from_zero_without_gaps(pages: list[Named]) -> None:
    for name, page in pages:
        items = [line.item for line in lay_out(page, 77) if line.item is not None]
        steps = [after - before for before, after in pairwise(items)]
        assert items[:1] in ([], [0]), name
        assert set(steps) <= {0, 1}, name
