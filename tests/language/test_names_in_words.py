"""What units, levels, kinds, measures and documents are called, in both languages."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import yaml

from briefing import wording
from briefing.domain.model import Document, SystemState, UnitKind
from briefing.domain.plans import Level
from briefing.language import Translator
from briefing.store.tables import TABLES
from briefing.wording import changes
from briefing.wording.lineage import names_together
from briefing.wording.names import DIFFICULTY_CATEGORIES, DOCUMENT_TYPES, PARTS, SYSTEM_KINDS
from tests.language.samples import DOSSIERS, INDEX, PERCENT, POINTS, RANK, unit
from tests.store.facts import province

SHIPPED = Path(__file__).parents[2] / "data" / "catalogue"


def test_a_unit_is_titled_by_its_full_name(vi: Translator, en: Translator) -> None:
    assert wording.unit_title(unit("Hải Dương"), vi) == "Tỉnh Hải Dương"
    assert wording.unit_title(unit("Hải Dương"), en) == "Hai Duong province"
    assert wording.unit_short(unit("Hải Dương"), vi) == "Hải Dương"


def test_an_organisation_is_called_by_its_short_name(vi: Translator, en: Translator) -> None:
    department = replace(unit("Sở Thông tin và Truyền thông"), short="Sở TT&TT", short_en="DIC")
    assert wording.unit_short(department, vi) == "Sở TT&TT"
    assert wording.unit_short(department, en) == "DIC"
    assert wording.unit_short(replace(department, short_en=""), en) == department.name_en


CHANGED = date(2025, 7, 1)
BEFORE = {"valid_to": date(2025, 6, 30)}


def test_of_two_of_one_name_the_one_of_before_is_the_former(vi: Translator) -> None:
    old = province("27", "Bắc Ninh", **BEFORE)
    new = province("24", "Bắc Ninh", valid_from=CHANGED)
    assert list(names_together([old, new], vi).values()) == ["Bắc Ninh cũ", "Bắc Ninh"]


def test_two_of_one_name_and_time_are_told_apart_by_kind(vi: Translator, en: Translator) -> None:
    city = province(
        "288", "Hải Dương", full_name="Thành phố Hải Dương", kind=UnitKind.DISTRICT, **BEFORE
    )
    whole = province("30", "Hải Dương", **BEFORE)
    told = names_together([city, whole], vi)
    assert list(told.values()) == ["Thành phố Hải Dương", "Tỉnh Hải Dương"]
    ward = province(
        "10507", "Hải Dương", full_name="Phường Hải Dương", kind=UnitKind.COMMUNE,
        valid_from=CHANGED,
    )  # fmt: skip
    assert "cũ" not in " ".join(names_together([city, whole, ward], vi).values())


def test_no_two_units_side_by_side_are_called_alike(vi: Translator) -> None:
    last = date(2026, 4, 30)
    units = [
        province("75", "Đồng Nai", **BEFORE),
        province("75", "Đồng Nai", valid_from=CHANGED, valid_to=date(2026, 4, 29)),
        province("75", "Đồng Nai", valid_from=last),
        *(
            province(code, "Bình An", full_name="Xã Bình An", kind=UnitKind.COMMUNE)
            for code in ("02296", "13540")
        ),
    ]
    assert list(names_together(units, vi).values()) == [
        "Tỉnh Đồng Nai cũ (đến 30/06/2025)",
        "Tỉnh Đồng Nai cũ (đến 29/04/2026)",
        "Đồng Nai",
        "Xã Bình An (mã 02296)",
        "Xã Bình An (mã 13540)",
    ]


def test_levels_and_states_have_words(vi: Translator, en: Translator) -> None:
    assert [wording.level(each, vi) for each in Level] == ["giao", "cam kết", "phấn đấu"]
    assert [wording.level(each, en) for each in Level] == ["assigned", "committed", "ambition"]
    assert len({wording.system_state(each, en) for each in SystemState}) == len(SystemState)
    assert wording.system_state(SystemState.PILOT, vi) == "đang thử nghiệm"


def test_kinds_and_categories_have_words(vi: Translator, en: Translator) -> None:
    assert wording.system_kind("csdl", vi) == "cơ sở dữ liệu"
    assert wording.system_kind("csdl", en) == "database"
    assert wording.difficulty_category("nhan_luc", vi) == "nhân lực"
    assert wording.difficulty_category("nhan_luc", en) == "human resources"


def test_a_kind_that_nobody_named_is_shown_as_it_is_written(en: Translator) -> None:
    assert wording.system_kind("ung_dung", en) == "ung_dung"
    assert wording.difficulty_category("", en) == ""


def test_what_a_row_counts_in_fits_its_head(vi: Translator) -> None:
    heads = [wording.measure_word(each, vi) for each in (PERCENT, RANK, DOSSIERS, POINTS, INDEX)]
    assert heads == ["%", "hạng", "hồ sơ", "điểm", ""]


def test_a_document_is_cited_with_its_date(vi: Translator, en: Translator) -> None:
    plan = Document(
        id="kh",
        number="1491/KH-UBND",
        type="Kế hoạch",
        issuer="UBND tỉnh Quảng Nam",
        date=date(2022, 3, 15),
        subject="đột phá",
    )
    assert wording.document_title(plan, vi) == "Kế hoạch 1491/KH-UBND ngày 15/03/2022"
    assert wording.document_title(plan, en) == "Plan 1491/KH-UBND of 15 Mar 2022"


def shipped(name: str, key: str) -> set[str]:
    """The values of one key in a shipped catalogue."""
    entries = yaml.safe_load((SHIPPED / f"{name}.yaml").read_text(encoding="utf-8"))[name]
    return {entry[key] for entry in entries}


def test_every_kind_in_the_shipped_catalogue_has_a_word() -> None:
    assert shipped("systems", "kind") - set(SYSTEM_KINDS) == set()
    assert shipped("difficulties", "category") - set(DIFFICULTY_CATEGORIES) == set()
    assert shipped("documents", "type") - set(DOCUMENT_TYPES) == set()


def test_every_part_that_the_shipped_figures_name_has_english(en: Translator) -> None:
    named: set[str] = set()
    for path in (SHIPPED.parent / "observations").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                named |= {*row["parts_present"].split("; "), *row["parts_missing"].split("; ")}
    named.discard("")
    assert named == set(PARTS)
    assert [part for part in named if wording.part_name(part, en) == part] == []


def test_every_kind_of_fact_has_a_name_in_a_summary() -> None:
    assert set(changes.KINDS) == {table.kind for table in TABLES}
