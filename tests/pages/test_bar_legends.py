"""What the tick of bars means is said in words, wherever bars are drawn, and never by a colour."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.domain.assumed_indexes import Change
from briefing.domain.editions import Period
from briefing.domain.what_if import what_if
from briefing.language import Language, Translator, translator
from briefing.pages.blocks import Page
from briefing.pages.layout import lay_out
from briefing.pages.profile import profile_page
from briefing.pages.what_if import what_if_page
from briefing.pages.what_if_form import form_rows
from tests.pages.profiles import Told
from tests.unit.facts import unit
from tests.unit.index_facts import FRAMEWORK, shares, totals_for

VI, EN = translator(Language.VI), translator(Language.EN)
PERIOD = Period(date(2022, 1, 1), date(2022, 12, 31))
ASSUMED = {VI: "Trong thanh, ┃ là giá trị công bố.", EN: "In a bar, ┃ is the published value."}
MEAN = {
    VI: "Trong thanh, ┃ là trung bình: thanh chưa tới ┃ là dưới trung bình, qua ┃ là trên.",
    EN: "In a bar, ┃ is the mean: one that ends before it is below the mean, one beyond it above.",
}


def drawn(page: Page, width: int) -> tuple[bool, str]:
    """Whether a bar has a tick, and all lines of the page but the bars' as one text."""
    lines = [line.text for line in lay_out(page, width)]
    return any("┃█" in line or "█┃" in line for line in lines), " ".join(" ".join(lines).split())


@pytest.mark.parametrize("tr", [VI, EN])
@pytest.mark.parametrize("width", [40, 58, 72, 100, 198])
def test_a_what_if_says_that_the_tick_is_the_published_value(width: int, tr: Translator) -> None:
    raised = what_if(FRAMEWORK, shares("92"), {"the_che_so": Change(0.9)}, totals_for("92"))
    for page in (
        what_if_page(raised, unit("92"), PERIOD, None, tr),
        form_rows(raised, PERIOD, "", tr),
    ):
        ticked, text = drawn(page, width)
        assert (ASSUMED[tr] in text) == ticked
        assert ticked or width < 80


def test_without_a_raise_there_is_no_tick_to_explain() -> None:
    same = what_if(FRAMEWORK, shares("92"), {}, totals_for("92"))
    ticked, text = drawn(form_rows(same, PERIOD, "", VI), 100)
    assert not ticked and "┃" not in text


@pytest.mark.parametrize("tr", [VI, EN])
@pytest.mark.parametrize("width", [58, 198])
def test_a_profile_says_what_the_tick_means(told: Told, width: int, tr: Translator) -> None:
    ticked, text = drawn(profile_page(told("92", peer=None), tr), width)
    assert ticked == (width == 198)
    assert (MEAN[tr] in text) == ticked


def test_a_profile_without_values_explains_no_bars(told: Told) -> None:
    assert "┃" not in drawn(profile_page(told("30", peer=None), VI), 198)[1]
