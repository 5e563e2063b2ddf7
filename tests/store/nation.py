"""A small folder with a nation whose targets every province has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefing.domain.model import UnitKey, UnitKind
from briefing.domain.plans import GoalOp, Level, Plan, Target
from tests.store.facts import NINH_BINH, Folder, figure, province
from tests.store.small_folder import FOLDER, INDICATORS, UNITS

NATION = UnitKey("vn")
DAK_LAK = UnitKey("66")
DECREED = date(2022, 3, 31)
YEAR_END = date(2023, 12, 31)


def target(name: str, **other: object) -> Target:
    """At least 60% of dossiers online by the end of 2025, for every province."""
    made = Target(
        id=name,
        plan="vn_ke_hoach",
        unit=NATION,
        title=name,
        indicator="ho_so_truc_tuyen",
        known_on=DECREED,
        goal=60.0,
        goal_op=GoalOp.AT_LEAST,
        due=date(2025, 12, 31),
        level=Level.ASSIGNED,
        applies_to=UnitKind.PROVINCE,
    )
    return replace(made, **other)  # type: ignore[arg-type]


TARGETS = (
    target("vn_chung"),
    target("vn_rieng", applies_to=None),
    target("vn_sau_sap_nhap", known_on=date(2025, 9, 1), due=date(2030, 12, 31)),
    target("vn_truoc_sap_nhap", due=YEAR_END),
    target("vn_khong_han", due=None, goal=10.0),
    target("vn_huyen", applies_to=UnitKind.DISTRICT),
)
PROVINCIAL = (
    target("nb_huyen", plan="nb_giao", unit=NINH_BINH, applies_to=UnitKind.DISTRICT),
    target("dl_huyen", plan="nb_giao", unit=DAK_LAK, applies_to=UnitKind.DISTRICT),
)


def plan(name: str, unit: UnitKey, targets: tuple[Target, ...]) -> Plan:
    return Plan(
        id=name, title=name, title_en="", unit=unit, document=None, targets=targets, tasks=()
    )


def folder(targets: tuple[Target, ...] = TARGETS) -> Folder:
    """A nation with rules; Ninh Bình stands at 69.83% and Đắk Lắk at 40%."""
    nation = province("vn", "Việt Nam", kind=UnitKind.COUNTRY, slug="viet-nam")
    own = [o for o in FOLDER.observations if o.indicator != "ho_so_truc_tuyen"]
    return replace(
        FOLDER,
        units=(nation, *UNITS),
        indicators=INDICATORS,
        observations=(
            *own,
            figure("nb_2023", 69.83, YEAR_END),
            figure("dl_2023", 40.0, YEAR_END, unit=DAK_LAK),
        ),
        plans=(
            *FOLDER.plans,
            plan("vn_ke_hoach", NATION, targets),
            plan("nb_giao", NINH_BINH, PROVINCIAL),
        ),
    )
