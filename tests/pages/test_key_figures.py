"""The key figures of the overview: a unit's own first, what others assess in the room left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from briefing.domain.model import Indicator, Measure, Observation, UnitKey
from briefing.language import Language, translator
from briefing.pages.blocks import Table
from briefing.pages.highlights import MOST_FIGURES, key_figure_blocks
from briefing.store.reading import Reader
from tests.store.facts import figure, indicator, sync
from tests.store.small_folder import FOLDER

DAK_LAK = UnitKey("66")
TOLD = date(2033, 1, 1)
TR = translator(Language.VI)


def index(key: str, **other: object) -> Indicator:
    """An index that others assess."""
    return indicator(
        key,
        name=key,
        name_en=key,
        **{"measure": Measure.INDEX, "external": True, "pillar": None} | other,
    )


def of(indicator: Indicator, year: int) -> Observation:
    """Đắk Lắk's value of a year."""
    return figure(
        f"{indicator.id}_{year}",
        0.5,
        date(year, 12, 31),
        unit=DAK_LAK,
        indicator=indicator.id,
        published_on=TOLD,
    )


def chosen(path: Path, *told: tuple[Indicator, int]) -> list[str]:
    """The names of the key figures of a unit with these, in their order."""
    indicators = tuple(one for one, _ in told)
    figures = tuple(of(one, year) for one, year in told)
    sync(path, replace(FOLDER, indicators=(*FOLDER.indicators, *indicators), observations=figures))
    with Reader(path) as reader:
        (table,) = key_figure_blocks(reader.briefing(DAK_LAK, TOLD, TOLD), TR)
    assert isinstance(table, Table)
    return ["".join(span.text for span in row.cells[0]) for row in table.rows]  # type: ignore[union-attr]


def own(key: str) -> Indicator:
    """A percentage of the unit's own."""
    return indicator(key, name=key, name_en=key)


def test_own_figures_come_before_the_indexes_of_their_pillar(tmp_path: Path) -> None:
    parts = [(index(f"x_{n}", pillar="chinh_quyen_so"), 2032) for n in range(4)]
    figures = [(own(f"o_{n}"), 2032) for n in range(MOST_FIGURES - 1)]
    names = chosen(tmp_path / "b.db", *parts, *figures)
    assert len(names) == MOST_FIGURES
    assert names == ["x_0", *(f"o_{n}" for n in range(MOST_FIGURES - 1))]


def test_the_total_of_an_index_is_a_key_figure_like_any_other(tmp_path: Path) -> None:
    figures = [(own(f"o_{n}"), 2032) for n in range(MOST_FIGURES)]
    assert "dti_x" in chosen(tmp_path / "b.db", *figures, (index("dti_x"), 2032))


def test_an_index_that_a_newer_framework_replaced_is_none(tmp_path: Path) -> None:
    old, new = index("cu", variant_of="moi"), index("moi")
    assert chosen(tmp_path / "b.db", (old, 2030), (new, 2031)) == ["moi"]
    alone = index("khac", variant_of="moi")
    assert chosen(tmp_path / "c.db", (alone, 2032), (new, 2031)) == ["khac"]
