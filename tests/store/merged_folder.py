"""A folder of two old provinces that became one on 2025-07-01, and of one that was renamed."""

from __future__ import annotations

from datetime import date

from briefing.domain.model import (
    Better,
    Measure,
    Observation,
    Pillar,
    PillarKind,
    Source,
    UnitKey,
)
from tests.store.facts import MERGED, Folder, figure, indicator, province

LAST = date(2025, 6, 30)
OLD_BAC_GIANG, OLD_BAC_NINH = UnitKey("24"), UnitKey("27")
BAC_NINH = UnitKey("24", MERGED)
OLD_DONG_NAI, BINH_PHUOC = UnitKey("75"), UnitKey("70")
DONG_NAI, DONG_NAI_CITY = UnitKey("75", MERGED), UnitKey("75", date(2026, 4, 30))
HA_NOI = UnitKey("01")
END = date(2023, 12, 31)
AFTER = date(2026, 11, 22)

UNITS = (
    province("01", "Hà Nội"),
    province("24", "Bắc Giang", valid_to=LAST, successors=(BAC_NINH,)),
    province("27", "Bắc Ninh", valid_to=LAST, successors=(BAC_NINH,)),
    province("24", "Bắc Ninh", valid_from=MERGED),
    province("70", "Bình Phước", valid_to=LAST, successors=(DONG_NAI,)),
    province("75", "Đồng Nai", valid_to=LAST, successors=(DONG_NAI,)),
    province(
        "75",
        "Đồng Nai",
        valid_from=MERGED,
        valid_to=date(2026, 4, 29),
        successors=(DONG_NAI_CITY,),
    ),
    province("75", "Đồng Nai", valid_from=DONG_NAI_CITY.valid_from, full_name="Thành phố Đồng Nai"),
)


def of(key: str, unit: UnitKey, name: str, value: float, **other: object) -> Observation:
    """A figure of 2023."""
    return figure(key, value, END, unit=unit, indicator=name, **other)


FOLDER = Folder(
    units=UNITS,
    pillars=(
        Pillar(
            id="chinh_quyen_so",
            kind=PillarKind.PILLAR,
            name="Chính quyền số",
            name_en="Digital government",
            short="CQ số",
            short_en="Government",
            position=1,
        ),
    ),
    indicators=(
        indicator("to", measure=Measure.COUNT, noun="tổ", decimals=0),
        indicator("ho_so"),
        indicator("hang", measure=Measure.RANK, better=Better.LOWER, universe=63, pillar=None),
        indicator("hang_moi", measure=Measure.RANK, universe=34, pillar=None, variant_of="hang"),
        indicator("lop", measure=Measure.COUNT, noun="lớp", decimals=0),
    ),
    sources=(Source(id="ninh_binh_2024", publisher="Báo", title="Bài", date=date(2024, 1, 1)),),
    observations=(
        of("bg-to", OLD_BAC_GIANG, "to", 2107),
        of("bn-to", OLD_BAC_NINH, "to", 729),
        of("bg-hs", OLD_BAC_GIANG, "ho_so", 90.0, numerator=90.0, denominator=100.0),
        of("bn-hs", OLD_BAC_NINH, "ho_so", 50.0, numerator=5.0, denominator=10.0),
        of("bg-hang", OLD_BAC_GIANG, "hang", 9),
        of("bn-hang", OLD_BAC_NINH, "hang", 7),
        of("bg-lop", OLD_BAC_GIANG, "lop", 4),
        figure("bg-to-22", 1000, date(2022, 12, 31), unit=OLD_BAC_GIANG, indicator="to"),
        of("dn-to", OLD_DONG_NAI, "to", 10),
        of("bp-to", BINH_PHUOC, "to", 20),
        of("hn-to", HA_NOI, "to", 5),
    ),
)
