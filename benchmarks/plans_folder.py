"""A folder with many plans: what a department has after years, to measure ``briefing check`` on.

The shipped data, and 200 plans with 100 targets and tasks each. They are written the way staff
write them: quoted titles and bare ones, comments, milestones on one line and on several.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.generated_folder import provinces_of
from briefing.workspace.fingerprint import CONFIG, scan

SEED = 20250701
PLANS = 200
TARGETS = 60
TASKS = 40
"""Of each plan: 20,000 targets and tasks in all."""
ROOT = Path(__file__).resolve().parent.parent
PREFIX = "gen_plan_"
FIRST_YEAR = 2023
QUARTERS = (("I", "03-31"), ("II", "06-30"), ("III", "09-30"), ("IV", "12-31"))
MILESTONE = "2023-02-28"


class _Given(NamedTuple):
    """Ids of the shipped data that every plan refers to."""

    indicators: Sequence[str]
    source: str
    document: str
    lead: str


def plans_folder(root: Path, plans: int = PLANS) -> Path:
    """Writes the shipped data and ``plans`` generated plans into ``root``; gives ``root`` back."""
    shutil.rmtree(root, ignore_errors=True)
    for file in scan(ROOT):
        target = root / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / file.path, target)
    shutil.copyfile(ROOT / CONFIG, root / CONFIG)
    chance = random.Random(SEED)
    given = _Given(_indicators(root), _source(root), _document(root), _lead(root))
    provinces = provinces_of(root)
    for number in range(plans):
        path = root / f"data/plans/{PREFIX}{number}.yaml"
        province = provinces[number % len(provinces)]
        due = number // len(provinces) * (TARGETS // len(given.indicators) + 1)
        lines = _plan(f"{PREFIX}{number}", province, given, due, chance)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return root


def _plan(
    name: str,
    province: str,
    given: _Given,
    due: int,
    chance: random.Random,
) -> Iterator[str]:
    """A file's lines. No province is given two targets on an indicator for the same quarter.

    ``due`` is the first quarter that this plan may use, counted from that of ``FIRST_YEAR``.
    """
    yield "# Kế hoạch sinh ra để đo tốc độ; số liệu không có thật."
    yield "plan:"
    yield f"  id: {name}"
    yield f"  document: {given.document}"
    yield f'  unit: "{province}"'
    yield f"  title: Kế hoạch chuyển đổi số, tỉnh mã {province}"
    yield f"  title_en: Digital transformation plan of province {province}"
    yield f"  source: {given.source}"
    yield ""
    yield "targets:"
    for number in range(TARGETS):
        quarter, indicator = divmod(number, len(given.indicators))
        at = given.indicators[indicator]
        yield from _target(f"{name}_t{number}", at, given, due + quarter, chance)
    yield ""
    yield "tasks:"
    for number in range(TASKS):
        served = [f"{name}_t{target}" for target in range(number, TARGETS, TASKS)]
        yield from _task(f"{name}_k{number}", served, given, chance)


def _target(
    id_: str, indicator: str, given: _Given, due: int, chance: random.Random
) -> Iterator[str]:
    goal = chance.randrange(40, 95)
    year, quarter = FIRST_YEAR + due // 4, due % 4
    yield f"  - id: {id_}"
    yield f"    indicator: {indicator}"
    yield f'    title: "Tỷ lệ hồ sơ trực tuyến đạt {goal}% vào năm {year}"'
    yield f"    title_en: Online dossiers reach {goal}% in {year}"
    yield f"    goal: {goal}"
    yield '    goal_op: "≥"'
    yield f"    due: {year}-{QUARTERS[quarter][1]}"
    yield f"    due_written: Quý {QUARTERS[quarter][0]}/{year}"
    yield "    baseline: 23.5  # báo cáo năm trước"
    yield "    baseline_on: 2022-12-31"
    if chance.random() < 0.4:
        yield f"    milestones: [{{on: {MILESTONE}, value: {goal - 8}.5}}]"
    elif chance.random() < 0.3:
        yield "    milestones:"
        yield f"      - on: {MILESTONE}"
        yield f"        value: {goal - 8}.5"
    yield "    level: assigned"
    yield f"    lead: {given.lead}"
    yield f"    source: {given.source}"
    yield "    paragraphs: [3, 4]"


def _task(id_: str, served: Sequence[str], given: _Given, chance: random.Random) -> Iterator[str]:
    year = chance.choice((2023, 2024, 2025))
    yield f"  - id: {id_}"
    yield "    title: Nâng cấp Cổng dịch vụ công và hệ thống một cửa điện tử của tỉnh"
    yield "    title_en: Upgrade the province's service portal and one-stop system"
    yield "    pillar: chinh_quyen_so"
    yield "    output: Cổng mới, kết nối với Cổng dịch vụ công quốc gia"
    yield "    output_en: A new portal, connected to the national one"
    yield f"    lead: {given.lead}"
    yield f"    targets: [{', '.join(served)}]"
    quarter, last = chance.choice(QUARTERS)
    yield f"    due_written: Quý {quarter}/{year}"
    yield f"    due: {year}-{last}"
    if chance.random() < 0.2:
        yield f"    extensions: [{{on: {year}-01-20, due: {year + 1}-12-31, by: UBND tỉnh}}]"
    if chance.random() < 0.3:
        yield "    state: done"
        yield f"    done_on: {year}-02-20"
    yield f"    source: {given.source}"
    yield "    paragraphs: [5]"


def _indicators(root: Path) -> list[str]:
    """Indicators that are a share: any goal from 0 to 100 fits them."""
    return [
        entry["id"]
        for entry in _entries(root, "catalogue/indicators")
        if entry["better"] == "higher" and entry["measure"] == "percent"
    ]


def _source(root: Path) -> str:
    """The source with the most paragraphs."""
    sources = _entries(root, "catalogue/sources")
    return str(max(sources, key=lambda entry: entry.get("paragraphs") or 0)["id"])


def _document(root: Path) -> str:
    """The last document before the first deadlines."""
    documents = _entries(root, "catalogue/documents")
    dated = [(str(entry["date"]), str(entry["id"])) for entry in documents if entry["date"]]
    return max(each for each in dated if each[0] < f"{FIRST_YEAR}-01-01")[1]


def _lead(root: Path) -> str:
    """An organisation of the state's own, which may lead in every province."""
    organisations = _entries(root, "units/organisations")
    return str(next(entry["code"] for entry in organisations if entry["parent"] is None))


def _entries(root: Path, name: str) -> list[dict[str, Any]]:
    import yaml

    text = (root / f"data/{name}.yaml").read_text(encoding="utf-8")
    found = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return list(found[name.rpartition("/")[2]])
