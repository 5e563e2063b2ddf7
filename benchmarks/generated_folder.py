"""The files of a generated workspace: communes, sources and plans beside the shipped data.

They are read, checked and synced by the program like anybody's. Figures are too many for CSV files
and go into the database by ``generated_figures``.
"""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

SEED = 20250701
LAST_DAY = "2025-06-30"
"""Of the generated communes: the shipped ones take over, and a day has one set of 3,321."""
LAST_QUARTER = (2023, 4)
"""Year and quarter of the newest generated figures."""
UNIT = "49"
"""The unit that the benchmarks open; its own plans are the shipped ones."""
MANY_TARGETS = "24"
"""The unit that is given a hundred targets."""
PLANS = {"37": 12, "24": 100, "30": 12, "40": 12, "01": 12}
"""Targets added, by the province they are given to; each has half as many tasks."""

_NAMES = """
An Bình Cẩm Đại Đông Đức Gia Hải Hòa Hưng Khánh Lạc Liên Minh Nghĩa Phú Quang Tân
Châu Dương Giang Hà Hợp Lâm Long Lộc Mỹ Ninh Phong Sơn Thành Thịnh Tiến Trung Vinh
"""
_FIRST, _SECOND = (line.split() for line in _NAMES.strip().splitlines())
_KINDS = (("Xã", "Commune"), ("Phường", "Ward"))
_UNIT_COLUMNS = (
    "code,valid_from,valid_to,name,full_name,name_en,full_name_en,slug,kind,parent,region,"
    "region_en,successors"
)


class Shape(NamedTuple):
    """How big a database is made: units (beside 63 provinces), indicators, quarters."""

    communes: int
    indicators: int
    periods: int

    @property
    def figures(self) -> int:
        """Observations made, revisions left aside."""
        return (63 + self.communes) * self.indicators * self.periods


SHAPES = {"1m": Shape(3321, 100, 3), "10m": Shape(3321, 100, 30)}


class Report(NamedTuple):
    """A province's quarterly report: the source of its figures and its communes'."""

    id: str
    province: str
    period: int
    """Quarters, the oldest is 0."""
    start: date
    end: date
    published: date


def write_files(root: Path, shape: Shape) -> tuple[Report, ...]:
    """Write communes, reports and plans into the workspace ``root``; the reports."""
    rng = random.Random(SEED)
    provinces = provinces_of(root)
    _write_communes(root, provinces, shape, rng)
    reports = tuple(_reports(provinces, shape))
    _write_sources(root, reports)
    for province, count in PLANS.items():
        _write_plan(root, province, count, reports, rng)
    return reports


def provinces_of(root: Path) -> list[str]:
    """Codes of the 63 provinces before July 2025."""
    with (root / "data/units/provinces.csv").open(encoding="utf-8", newline="") as file:
        return [row["code"] for row in csv.DictReader(file) if not row["valid_from"]]


def _write_communes(root: Path, provinces: Sequence[str], shape: Shape, rng: random.Random) -> None:
    """Between 18 and 168 communes a province when there are 3,321: as uneven as the real ones."""
    weights = {province: rng.uniform(0.35, 2.0) for province in provinces}
    weights[provinces[0]] = 168 / 3321 * sum(weights.values())
    parents = rng.choices(provinces, [weights[each] for each in provinces], k=shape.communes)
    lines = [_UNIT_COLUMNS]
    for number, parent in enumerate(sorted(parents)):
        vi, en = _KINDS[rng.random() < 0.2]
        name = f"{rng.choice(_FIRST)} {rng.choice(_SECOND)}"
        code, plain = str(80001 + number), f"Commune {80001 + number}"
        named = f"{name},{vi} {name},{plain},{plain} ({en}),xa-{code}"
        lines.append(f"{code},,{LAST_DAY},{named},commune,{parent},,,")
    _write(root / "data/units/generated_communes.csv", lines)


def _reports(provinces: Sequence[str], shape: Shape) -> Iterator[Report]:
    year, quarter = LAST_QUARTER
    last = year * 4 + quarter - 1
    for period in range(shape.periods):
        start = _first_day(last - shape.periods + 1 + period)
        end = _first_day(last - shape.periods + 2 + period) - timedelta(days=1)
        for place, province in enumerate(provinces):
            published = end + timedelta(days=8 + place % 17)
            id_ = f"gen_{province}_{start.year}_{(start.month + 2) // 3}"
            yield Report(id_, province, period, start, end, published)


def _first_day(quarters: int) -> date:
    return date(quarters // 4, quarters % 4 * 3 + 1, 1)


def _write_sources(root: Path, reports: Sequence[Report]) -> None:
    path = root / "data/catalogue/sources.yaml"
    lines = [path.read_text(encoding="utf-8").rstrip()]
    for report in reports:
        quarter = f"{(report.start.month + 2) // 3}/{report.start.year}"
        lines += [
            "",
            f"  - id: {report.id}",
            f"    publisher: UBND tỉnh mã {report.province}",
            f"    title: Báo cáo quý {quarter} của tỉnh mã {report.province}",
            f"    title_en: Report of quarter {quarter}, province {report.province}",
            f"    date: {report.published}",
        ]
    _write(path, lines)


def _write_plan(
    root: Path, province: str, count: int, reports: Sequence[Report], rng: random.Random
) -> None:
    """Targets of every kind of goal, two in five with milestones; tasks that serve them."""
    indicators = _measured(root)
    source = next(report for report in reports if report.province == province)
    plan = f"gen_plan_{province}"
    lines = [
        "plan:",
        f"  id: {plan}",
        "  document: null",
        f'  unit: "{province}"',
        f"  title: Kế hoạch sinh để đo, tỉnh mã {province}",
        f"  title_en: Plan generated for measuring, province {province}",
        f"  source: {source.id}",
        "targets:",
    ]
    for number in range(count):
        key, lower = indicators[number * 7 % len(indicators)]
        due = date(rng.choice((2023, 2024, 2025)), rng.choice((6, 12)), 30)
        goal = rng.randrange(5, 95)
        lines += [
            f"  - id: {plan}_t{number}",
            f"    title: Chỉ tiêu {number + 1} về {key}",
            f"    title_en: Target {number + 1} on {key}",
            f"    indicator: {key}",
            f"    goal: {goal}",
            f"    goal_op: {'≤' if lower else '≥'}",
            f"    due: {due}",
            "    level: assigned",
            f"    source: {source.id}",
            f"    known_on: {source.published}",
        ]
        if number % 5 < 2:
            # The first milestone is looser than the second, whichever way is better.
            steps = (goal + 10, goal + 5) if lower else (goal - 4, goal - 2)
            lines.append("    milestones:")
            for year, value in zip((2021, 2022), steps, strict=True):
                lines.append(f"      - {{on: {year}-12-31, value: {value}}}")
    lines.append("tasks:")
    for number in range(count // 2):
        due = date(rng.choice((2023, 2024, 2025)), rng.randrange(1, 13), 28)
        lines += [
            f"  - id: {plan}_k{number}",
            f"    title: Nhiệm vụ {number + 1} của tỉnh mã {province}",
            f"    title_en: Task {number + 1} of province {province}",
            f"    targets: [{plan}_t{number * 2}]",
            f"    due: {due}",
            f"    source: {source.id}",
            f"    known_on: {source.published}",
        ]
    _write(root / f"data/plans/{plan}.yaml", lines)


def _measured(root: Path) -> list[tuple[str, bool]]:
    """Ids of indicators that a number is promised on, and whether lower is better."""
    import yaml

    text = (root / "data/catalogue/indicators.yaml").read_text(encoding="utf-8")
    entries = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))["indicators"]
    return [
        (entry["id"], entry["better"] == "lower")
        for entry in entries
        if entry["better"] != "neither" and entry["measure"] in ("percent", "count")
    ]


def _write(path: Path, lines: Sequence[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def marker(shape: Shape, key: str) -> str:
    """What is written beside a finished database, to know it by."""
    return json.dumps({"shape": shape._asdict(), "key": key})
