"""Every row of the printed tables of targets, tasks and results is in the folder, once."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from tests.data import folder
from tests.data.folder import Entry, Row

Goal = tuple[str, float | None, float | None]
"""Sign, value and upper value of a goal; ``words`` or ``none`` for one without a number."""

_NUMBER = r"([0-9]+(?:[.,][0-9]+)?)%?"
_SIGNS = {"": "≥", ">=": "≥"}


def printed(name: str) -> list[Row]:
    """A table as it is printed."""
    path = Path(__file__).with_name("printed") / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def numeral(text: str) -> float:
    return float(text.replace(",", "."))


def goals(text: str) -> list[Goal]:
    """What a printed goal asks for; a goal in two parts asks for two things."""
    if not text:
        return [("none", None, None)]
    found: list[Goal] = []
    for part in re.split(r";| và ", text):
        span = re.fullmatch(rf"{_NUMBER} - {_NUMBER}", part.strip())
        bound = re.match(rf"(≥|≤|>=|>|) ?{_NUMBER}(?:/[0-9]+)?(?: |$)", part.strip())
        if span:
            found.append(("range", numeral(span[1]), numeral(span[2])))
        elif bound:
            found.append((_SIGNS.get(bound[1], bound[1]), numeral(bound[2]), None))
        elif ("words", None, None) not in found:
            found.append(("words", None, None))
    return found


def shipped(target: Entry) -> Goal:
    """The goal of a target in the folder."""
    if target.get("goal_words"):
        return "words", None, None
    if target.get("goal_printed") is False:
        return "none", None, None
    return target["goal_op"], target["goal"], target.get("goal_high")


def number_of(document: str) -> str:
    """The number of a document by its id."""
    return str({d["id"]: d["number"] for d in folder.entries("documents")}[document])


def of_document(number: str, unit: str = "vn") -> list[Entry]:
    """The targets of the plans that stand in a document, in their order."""
    return [
        target
        for plan in folder.plans()
        if plan["plan"]["unit"] == unit and plan["plan"]["document"] is not None
        if number_of(plan["plan"]["document"]) == number
        for target in plan["targets"]
    ]


def year(target: Entry) -> str:
    """The year by whose end a target is due, as it is written: the last one of some years."""
    due = target["due"]
    return due.isoformat()[:4] if isinstance(due, date) else str(due)[-4:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("≤ 3 Đông Nam Á; ≤ 50 Thế giới", [("≤", 3, None), ("≤", 50, None)]),
        ("≥ 3% và tăng dần theo yêu cầu", [("≥", 3, None), ("words", None, None)]),
        ("20% - 50%", [("range", 20, 50)]),
        ("> 0,7", [(">", 0.7, None)]),
        (">8.5", [(">", 8.5, None)]),
        ("09", [("≥", 9, None)]),
        ("≤20; ≥800; ≥4/8", [("≤", 20, None), ("≥", 800, None), ("≥", 4, None)]),
        ("Một số lĩnh vực đạt trình độ quốc tế", [("words", None, None)]),
    ],
)
def test_a_printed_goal_keeps_its_sign_its_range_and_its_parts(
    text: str, expected: list[Goal]
) -> None:
    assert goals(text) == expected


TARGETS = printed("nq03_targets")


def test_resolution_03_has_57_lines_of_targets() -> None:
    assert len(TARGETS) == len({row["number"] for row in TARGETS}) == 57
    lines = {target["id"].split("_", 2)[2] for target in of_document("03/NQ-CP")}
    numbers = {row["number"].replace(".", "_") for row in TARGETS}
    assert {re.sub(r"_(dna|tg|tang)$", "", line) for line in lines} == numbers


@pytest.mark.parametrize("row", TARGETS, ids=lambda row: row["number"])
def test_a_line_of_annex_one_has_its_goals_its_year_and_its_body(row: Row) -> None:
    stem = "vn_nq03_" + row["number"].replace(".", "_")
    names = {stem, *(f"{stem}_{part}" for part in ("dna", "tg", "tang"))}
    found = [target for target in folder.targets() if target["id"] in names]
    assert [shipped(target) for target in found] == goals(row["goal"])
    assert {year(target) for target in found} == {row["due"]}
    first = row["lead"].split(",")[0].casefold()
    leads = {body_name(target.get("lead", "")).casefold() for target in found}
    assert len(leads) == 1
    assert leads.pop().startswith(first)


NATIONAL = printed("national")
PILLARS = {
    "CQS": "chinh_quyen_so",
    "KTS": "kinh_te_so",
    "XHS": "xa_hoi_so",
    "ATTT": "attt_mang",
}
FOUNDATIONS = {"cap_quang_phu_ho", "cap_quang_phu_xa", "ho_cap_quang", "gci_an_ninh_mang_hang"}
"""Fibre is infrastructure and cyber security a foundation here, though printed below society."""


@pytest.mark.parametrize("number", dict.fromkeys(row["document"] for row in NATIONAL))
def test_a_national_plan_has_every_goal_that_is_printed_in_its_order(number: str) -> None:
    rows = [row for row in NATIONAL if row["document"] == number]
    targets = of_document(number)
    assert [shipped(target) for target in targets] == [goals(row["goal"])[0] for row in rows]
    assert [year(target) for target in targets] == [row["due"] for row in rows]
    pillar = {entry["id"]: entry["pillar"] for entry in folder.entries("indicators")}
    for target, row in zip(targets, rows, strict=True):
        if target["indicator"] not in FOUNDATIONS:
            assert pillar[target["indicator"]] == PILLARS[row["pillar"]], target["id"]


def test_the_national_tables_have_55_rows_of_five_documents() -> None:
    assert Counter(row["document"] for row in NATIONAL) == {
        "749/QĐ-TTg": 16,
        "942/QĐ-TTg": 6,
        "411/QĐ-TTg": 14,
        "57-NQ/TW": 8,
        "17/QĐ-UBQGCĐS": 11,
    }


PROVINCIAL = printed("provincial")


@pytest.mark.parametrize(
    ("unit", "number"), dict.fromkeys((row["unit"], row["document"]) for row in PROVINCIAL)
)
def test_a_provincial_plan_has_every_goal_that_is_printed(unit: str, number: str) -> None:
    rows = [row for row in PROVINCIAL if (row["unit"], row["document"]) == (unit, number)]
    expected = [(goal, row["due"][-4:]) for row in rows for goal in goals(row["goal"])]
    found = [(shipped(target), year(target)) for target in of_document(number, unit)]
    assert found == expected


def test_the_provincial_table_has_23_rows_and_25_goals() -> None:
    assert len(PROVINCIAL) == 23
    assert sum(len(goals(row["goal"])) for row in PROVINCIAL) == 25


@pytest.mark.parametrize("row", printed("results"), ids=lambda row: row["unit"] + row["total"])
def test_a_result_is_a_figure_with_its_total(row: Row) -> None:
    found = [
        figure
        for figure in folder.observations()
        if (figure["unit"], figure["end"]) == (row["unit"], row["day"])
        and (figure["value"], figure["denominator"]) == (row["done"], row["total"])
    ]
    assert len(found) == 1
    assert found[0]["numerator"] == row["done"]


TASKS = printed("nq03_tasks")


def test_resolution_03_has_140_tasks_in_seven_groups() -> None:
    found = [task["id"] for task in folder.tasks() if task["id"].startswith("vn_nq03_nv_")]
    assert found == [f"vn_nq03_nv_{number:03}" for number in range(1, 141)]
    assert [row["number"] for row in TASKS] == [str(number) for number in range(1, 141)]
    text = (folder.DATA / "plans" / "vn_nghi_quyet_03_nhiem_vu.yaml").read_text(encoding="utf-8")
    first = dict.fromkeys(row["group"] for row in TASKS)
    assert re.findall(r"# Nhóm (\w+)\.", text) == list(first)


def body_name(code: str) -> str:
    """The name of a body by its code; nothing for none."""
    return next((b["name"] for b in folder.entries("organisations") if b["code"] == code), "")


def plainly(text: str) -> str:
    """Words as they are compared: one case, and the usual ways of naming everybody alike."""
    text = text.casefold().replace(" có liên quan", " liên quan").replace(" và địa ", ", địa ")
    return re.sub(r"^(các )?bộ, ngành", "các bộ, ngành", text)


@pytest.mark.parametrize("row", TASKS, ids=lambda row: row["number"])
def test_a_line_of_annex_two_has_its_body_its_deadline_and_its_output(row: Row) -> None:
    task = folder.task(f"vn_nq03_nv_{int(row['number']):03}")
    who = body_name(task.get("lead", "")) or task["given_to"]
    assert plainly(who) == plainly(row["lead"])
    assert folder.written(task) == row["deadline"]
    assert bool(task.get("output")) == bool(row["output"])
    cut = len(row["output"]) == 60
    assert cut or task.get("output", "") == row["output"]
    assert task["pillar"] in {pillar["id"] for pillar in folder.entries("pillars")}
    assert len(task["title"]) <= 100


_EVERYBODY = "và các bộ ngành địa phương liên quan"
"""Words of the groups that are left when every body by name is taken away."""


def names(codes: Iterable[str]) -> list[str]:
    """Every way in which bodies and provinces are named, the longest first."""
    found = [
        name
        for body in folder.entries("organisations")
        if body["code"] in codes
        for name in (body["name"], body["name"].removesuffix(" Việt Nam"), body["short"])
    ]
    found += [row["name"] for row in folder.rows("units/provinces.csv") if row["code"] in codes]
    return sorted((plainly(name) for name in found), key=len, reverse=True)


@pytest.mark.parametrize(
    "row", [row for row in TASKS if row["coordinating"]], ids=lambda row: row["number"]
)
def test_everybody_named_beside_the_lead_is_named(row: Row) -> None:
    task = folder.task(f"vn_nq03_nv_{int(row['number']):03}")
    rest = plainly(row["coordinating"])
    for name in names(task["coordinating"]):
        rest = rest.replace(name, " ")
    left = set(re.findall(r"\w+", rest)) - set(_EVERYBODY.split())
    assert left == set()
    every = re.findall(r"bộ, ngành|địa phương", rest)
    assert not every or any("nhom" in code or code.isdigit() for code in task["coordinating"])


def test_nobody_is_named_beside_the_lead_where_the_annex_names_none() -> None:
    for row in TASKS:
        task = folder.task(f"vn_nq03_nv_{int(row['number']):03}")
        assert bool(task.get("coordinating")) == bool(row["coordinating"]), task["id"]


def test_a_source_is_named_by_who_published_it_and_when() -> None:
    for source in folder.entries("sources"):
        told = " ".join(str(source.get(key, "")) for key in ("publisher", "title", "address"))
        assert not re.search(r"tham chiếu|ItemID|\.csv|\d{5,}", told), source["id"]
        assert isinstance(source["date"], date), source["id"]


def test_a_national_measure_of_the_whole_country_is_asked_of_no_province() -> None:
    """What a province cannot answer for: ranks of the nation, GDP, national databases."""
    own = {
        t["indicator"]
        for t in folder.targets()
        if t.get("applies_to") == "country" and t.get("indicator")
    }
    given = {
        target["indicator"]
        for plan in folder.plans()
        if plan["plan"].get("applies_to") == "province"
        for target in plan["targets"]
        if target.get("applies_to") != "country"
    }
    assert {"kts_gdp", "rd_gdp", "tfp", "egdi_hang", "csdl_quoc_gia"} <= own
    assert own & given == set()
