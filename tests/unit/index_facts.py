"""The framework of 2022 (922/QĐ-BTTTT) and what was published of its results, as cases."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from briefing.domain.editions import Edition, Figure, Period
from briefing.domain.frameworks import Framework, Part
from briefing.domain.model import Better, Measure, Unit, UnitKey, UnitKind
from briefing.domain.published_totals import PublishedTotals, published_totals
from tests.unit.facts import indicator, unit

POINTS = {
    "nhan_thuc_so": 100,
    "the_che_so": 100,
    "ha_tang_so": 100,
    "nhan_luc_so": 100,
    "attt_mang": 100,
    "hd_chinh_quyen_so": 200,
    "hd_kinh_te_so": 150,
    "hd_xa_hoi_so": 150,
}
FRAMEWORK = Framework(
    id="dti-2022",
    name="Bộ chỉ số chuyển đổi số cấp tỉnh năm 2022",
    name_en="Provincial Digital Transformation Index framework of 2022",
    short="2022",
    short_en="2022",
    kind=UnitKind.PROVINCE,
    total=1000,
    complete=True,
    indicator="dti",
    rank="dti_hang",
    parts=(
        *(
            Part(id=id_, code=str(number), name=id_, name_en=id_, max_points=points)
            for number, (id_, points) in enumerate(POINTS.items(), 1)
        ),
        Part(id="do_thi_thong_minh", code="6", name="Đô thị", name_en="Smart city", max_points=0),
    ),
)

PUBLISHED = {
    "48": (1.0000, 0.9000, 0.8253, 0.8487, 0.7578, 0.8575, 0.7836, 0.5197),
    "79": (0.8917, 0.9000, 0.8258, 0.6267, 0.5580, 0.8406, 0.7611, 0.3590),
    "22": (0.9581, 0.9000, 0.7648, 0.6250, 0.5382, 0.8385, 0.5904, 0.4505),
    "46": (0.9500, 0.9000, 0.6823, 0.6794, 0.6423, 0.8262, 0.6787, 0.3001),
    "92": (0.9000, 0.8000, 0.7233, 0.7376, 0.7226, 0.7325, 0.7556, 0.2947),
}
"""Main indexes of the five provinces that have all eight."""
TOTALS = {"48": 0.8002, "79": 0.7163, "22": 0.7024, "46": 0.6975, "92": 0.6924, "84": 0.6077}
RANKS = {"48": 1, "79": 2, "22": 3, "46": 4, "92": 5, "30": 13, "38": 15, "15": 15, "84": 25}
"""Some published ranks of 63; rank 15 is shared, so that there is no 16."""


def shares(code: str) -> dict[str, float]:
    """The published main indexes of a province, by part id; none for one that has none."""
    return dict(zip(POINTS, PUBLISHED.get(code, ()), strict=code in PUBLISHED))


def edition(
    totals: Mapping[str, float], ranks: Mapping[str, int], universe: int | None = 63
) -> Edition:
    """Totals and ranks published for 2022, by province code."""
    codes = sorted({*totals, *ranks})
    units: tuple[Unit, ...] = tuple(unit(code) for code in codes)
    return Edition(
        indicator=indicator("dti", Measure.INDEX, universe=None),
        rank=indicator("dti_hang", Measure.RANK, Better.LOWER, universe=universe),
        period=Period(date(2022, 1, 1), date(2022, 12, 31)),
        periods=(Period(date(2022, 1, 1), date(2022, 12, 31)),),
        units=units,
        values={UnitKey(code): Figure(total, code) for code, total in totals.items()},
        ranks={UnitKey(code): Figure(rank, code) for code, rank in ranks.items()},
        published_on=date(2023, 7, 12),
        as_of=date(2023, 7, 12),
        known_on=date(2023, 7, 12),
    )


def totals_for(code: str) -> PublishedTotals:
    """What was published for 2022, seen from a province."""
    return published_totals(edition(TOTALS, RANKS), UnitKey(code))
