"""The three forms of a ranking: list, slope chart between two periods, tile map."""

from __future__ import annotations

from enum import StrEnum

from briefing.domain.ranked import Ranked
from briefing.language import Translator
from briefing.pages.blocks import Page
from briefing.pages.ranking import Listing, ranking_page


class Form(StrEnum):
    """How a ranking is shown."""

    LIST = "list"
    SLOPE = "slope"
    MAP = "map"

    @property
    def next(self) -> Form:
        """The form after this one, round again after the last."""
        forms = list(Form)
        return forms[(forms.index(self) + 1) % len(forms)]


def form_page(
    form: Form, ranked: Ranked, tr: Translator, listing: Listing, height: int = 0
) -> Page:
    """A ranking in one of its forms, on ``height`` lines (0: as low as it can be)."""
    match form:
        case Form.LIST:
            return ranking_page(ranked, tr, listing)
        case Form.SLOPE:
            from briefing.pages.slope import slope_page

            return slope_page(ranked, tr, listing, height)
        case Form.MAP:
            from briefing.pages.tile_map import map_page

            return map_page(ranked, tr, listing, height)
