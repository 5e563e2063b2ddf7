"""On a screen of 40 columns every page of the shipped data can still be read."""

from __future__ import annotations

import re

import pytest

from briefing.display import Glyphs
from briefing.glyphs import TWINS, drawn
from briefing.language import Language, translator
from briefing.pages.blocks import Bar, Drawing, Page, Paragraph
from briefing.pages.layout import lay_out
from briefing.pages.line import Span
from briefing.settings import Settings
from tests.pages.every_page import Named, opened_pages, ranking_pages, tab_pages
from tests.screens.app_factory import ROOT

NARROW = 37
"""What 40 columns leave for a page."""
ELLIPSIS = "…"


@pytest.fixture(scope="module", params=[Language.VI, Language.EN])
def pages(request: pytest.FixtureRequest, shipped: Settings, standings: Settings) -> list[Named]:
    """Every page in one language."""
    tr = translator(request.param)
    found = [*tab_pages(shipped, tr), *opened_pages(shipped, tr)]
    return [*found, *ranking_pages(standings, tr)]


def words(text: str) -> set[str]:
    """Words without the marks around them."""
    return set(re.findall(r"[^\W_]+", text))


def test_no_word_is_cut_without_an_ellipsis(pages: list[Named]) -> None:
    cut = []
    for name, page in pages:
        known = words(_said(page))
        for line in lay_out(page, NARROW):
            whole = re.sub(r"\S*…", "", line.text)
            strange = {word for word in words(whole) - known if not _broken(word, known)}
            cut += [f"{name}: {line.text}"] if strange else []
    assert cut == []


def _said(page: Page) -> str:
    """Everything that a page says, whatever is shown of it."""
    runs: list[tuple[Span, ...]] = []
    for block in page.blocks:
        if isinstance(block, Paragraph):
            runs.append(block.spans)
            continue
        rows = block.table if isinstance(block, Drawing) else block
        for table in (rows, *rows.narrow):
            heads = [table.heading, table.aside, *(column.title for column in table.columns)]
            runs += [table.heading_spans, *((Span(head),) for head in heads)]
            runs += [cell for row in table.rows for cell in row.cells if not isinstance(cell, Bar)]
    return "\n".join("".join(span.text for span in run) for run in runs)


def _broken(word: str, known: set[str]) -> bool:
    """Whether a word is part of one that is wider than a line, such as an address."""
    return any(len(long) > NARROW // 2 and word in long for long in known)


def test_what_tabs_answer_is_never_cut(pages: list[Named]) -> None:
    tabs = ("overview", "pillars", "tasks", "compare")
    lines = [
        f"{name}: {line.text}"
        for name, page in pages
        if name.startswith(tabs)
        for line in lay_out(page, NARROW)
    ]
    cut = [line for line in lines if ELLIPSIS in line]
    assert len(cut) <= len(lines) // 200, cut


def test_ascii_is_all_that_is_drawn_beside_letters_and_what_the_data_holds(
    pages: list[Named],
) -> None:
    given = {sign for sign in _data() if not sign.isascii()} - {*TWINS, "≥", "≤"}
    strange: dict[str, str] = {}
    for width in (NARROW, 77):
        for name, page in pages:
            for line in lay_out(page, width):
                shown = "".join(drawn(span.text, Glyphs.ASCII) for span in line.spans)
                assert len(shown) == sum(len(span.text) for span in line.spans)
                for sign in shown:
                    if not sign.isascii() and not sign.isalpha() and sign not in given:
                        strange[sign] = f"{name}: {shown}"
    assert strange == {}


def test_every_comparison_reads_the_same_in_ascii(pages: list[Named]) -> None:
    for name, page in pages:
        for line in lay_out(page, 77):
            shown = "".join(drawn(span.text, Glyphs.ASCII) for span in line.spans)
            for sign, pair in (("≥", ">="), ("≤", "<="), ("→", "->")):
                assert line.text.count(sign) == shown.count(pair), f"{name}: {shown}"


def test_what_a_pages_glyphs_are_is_known(pages: list[Named]) -> None:
    given = {sign for sign in _data() if not sign.isascii()}
    drawn_here = {
        sign
        for _, page in pages
        for line in lay_out(page, 77)
        for sign in line.text
        if not sign.isascii() and not sign.isalpha()
    }
    assert drawn_here - given <= {*TWINS, "≥", "≤"}


def _data() -> str:
    files = [*(ROOT / "data").rglob("*.yaml"), *(ROOT / "data").rglob("*.csv")]
    return "".join(file.read_text(encoding="utf-8") for file in files)
