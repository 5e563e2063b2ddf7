"""A small workspace in which things change: a figure published three times, a goal, a deadline.

The days are those of :data:`STAGES`. Everything happens in Ninh Bình (37); Bắc Giang (24) only
stands beside it. The figures are invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefing.commands import COMMANDS
from briefing.opening import sync
from briefing.settings import Settings, load_settings
from tests.workspaces import FILES, PATHS, write_workspace

SOURCES = """sources:
  - {id: bao_xuan, publisher: Báo Xuân, title: Số liệu năm trước, date: 2023-03-01}
  - {id: bao_he, publisher: Báo Hè, title: Sáu tháng đầu năm, date: 2023-07-15}
  - {id: bao_bg, publisher: Báo Bắc Giang, title: Bắc Giang sáu tháng, date: 2023-07-10}
  - {id: bao_thu, publisher: Báo Thu, title: Rà soát lại, date: 2023-09-20}
  - {id: bao_dong, publisher: Báo Đông, title: Số liệu chính thức, date: 2024-02-10}
"""
DOCUMENTS = """documents:
  - {id: nb-kh-01-2023, number: 01/KH-UBND, type: Kế hoạch, issuer: UBND tỉnh, date: 2023-01-10, subject: Chuyển đổi số, cited: [{source: bao_thu, paragraphs: [2]}]}
  - {id: nb-qd-09-2023, number: 09/QĐ-UBND, type: Quyết định, issuer: UBND tỉnh, date: 2023-08-20, subject: Điều chỉnh chỉ tiêu}
  - {id: nb-kh-20-2023, number: 20/KH-UBND, type: Kế hoạch, issuer: UBND tỉnh, date: 2023-09-01, subject: Tổ công nghệ số}
"""  # noqa: E501
FIGURES = """{header}
truoc,37,ho_so_truc_tuyen,2022-01-01,2022-12-31,,,30.25,,,,,,,bao_xuan,1,2023-03-01,yes,,,
lan-1,37,ho_so_truc_tuyen,2023-01-01,2023-06-30,,,40.75,,,,,,,bao_he,3,2023-07-15,yes,,,
lan-2,37,ho_so_truc_tuyen,2023-01-01,2023-06-30,,,38.25,,,,,,,bao_thu,4,2023-09-20,yes,lan-1,,
lan-3,37,ho_so_truc_tuyen,2023-01-01,2023-06-30,,,36.15,,,,,,,bao_dong,5,2024-02-10,yes,lan-2,,
tang-1,37,ho_so_truc_tuyen,2023-01-01,2023-06-30,change,2022-06-30,7.45,,,,,,,bao_he,3,2023-07-15,yes,,,
tang-2,37,ho_so_truc_tuyen,2023-01-01,2023-06-30,change,2022-06-30,5.35,,,,,,,bao_thu,4,2023-09-20,yes,tang-1,,
tang-3,37,ho_so_truc_tuyen,2023-01-01,2023-06-30,change,2022-06-30,3.65,,,,,,,bao_dong,5,2024-02-10,yes,tang-2,,
bg,24,ho_so_truc_tuyen,2023-01-01,2023-06-30,,,44.55,,,,,,,bao_bg,2,2023-07-10,yes,,,
"""
PLAN = """plan:
  {id: nb_ke_hoach_01, document: nb-kh-01-2023, unit: "37", title: Kế hoạch, title_en: Plan}
targets:
  - id: nb-ct-hstt
    indicator: ho_so_truc_tuyen
    title: Hồ sơ trực tuyến
    title_en: Online dossiers
    goal: 45
    goal_op: "≥"
    due: 2023-12-31
    level: committed
    changes: [{on: 2023-08-20, from: 45, to: 38, document: nb-qd-09-2023}]
    light: {light: amber, reason: Chờ rà soát, by: Nguyễn Văn A, on: 2023-09-15}
tasks:
  - id: nb-nv-cong
    title: Nâng cấp Cổng dịch vụ công
    title_en: Upgrade the portal
    targets: [nb-ct-hstt]
    due: 2023-08-31
    extensions: [{on: 2023-09-10, due: 2023-12-31, by: UBND tỉnh}]
    state: done
    done_on: 2024-01-20
"""
LATER_PLAN = """plan: {id: nb_ke_hoach_20, document: nb-kh-20-2023, unit: "37", title: Kế hoạch tổ công nghệ, title_en: Teams}
targets:
  - {id: nb-ct-tk, indicator: tai_khoan, title: Tài khoản cho tổ công nghệ, title_en: Accounts, goal: 500000, goal_op: "≥", due: 2023-12-31, level: committed}
tasks:
  - {id: nb-nv-to, title: Lập tổ công nghệ số cộng đồng, title_en: Set up teams, units: ["376"], due: 2023-12-15}
"""  # noqa: E501

INDICATOR = "ho_so_truc_tuyen"
JUDGED = date(2023, 9, 29)
"""A day after the first two publications and before the third."""


@dataclass(frozen=True)
class Stage:
    """What is known by a day, as it reads in Vietnamese and in data; seen on :data:`JUDGED`."""

    known_on: date
    value: float
    change: str
    goal: float
    status: str
    task: str
    later: tuple[str, ...]
    """What nothing but a later publication says."""
    replaced: tuple[tuple[float, float], ...] = ()
    """Values published again, newest first: old and new."""
    second_plan: bool = True

    @property
    def said(self) -> str:
        """The newest value as a screen writes it."""
        return said(self.value)


def said(value: float) -> str:
    """A percentage as a screen writes it: ``38,25%``."""
    return f"{value:.2f}%".replace(".", ",")


STAGES = {
    "before": Stage(
        date(2023, 7, 1), 30.25, "", 45, "in_progress", "quá hạn 29 ngày",
        ("40,75", "38,25", "36,15", "7,45", "5,35", "3,65", "gia hạn", "Chờ rà soát", "Lập tổ"),
        second_plan=False,
    ),
    "published": Stage(
        date(2023, 8, 1), 40.75, "7,45", 45, "in_progress", "quá hạn 29 ngày",
        ("38,25", "36,15", "5,35", "3,65", "gia hạn", "Chờ rà soát", "Lập tổ"),
        second_plan=False,
    ),
    "revised": Stage(
        date(2023, 9, 25), 38.25, "5,35", 38, "achieved", "còn 93 ngày",
        ("36,15", "3,65"), ((40.75, 38.25),),
    ),
    "revised again": Stage(
        date(2024, 3, 1), 36.15, "3,65", 38, "in_progress", "còn 93 ngày",
        (), ((38.25, 36.15), (40.75, 38.25)),
    ),
}  # fmt: skip
"""What is known before the figure, between its publications, and after the last one."""


FRAMEWORK = """framework: {id: bo-thu, name: Bộ thử, name_en: Trial set, short: Bộ thử, short_en: Trial, kind: province, total: 100, complete: true}
parts:
  - {id: phan, code: "1", name: Phần duy nhất, name_en: The only part, max_points: 100}
"""  # noqa: E501


@dataclass(frozen=True)
class Seen:
    """How things stood on a day, with everything known in the end."""

    as_of: date
    value: float
    goal: float
    task: str


SEEN = (
    Seen(date(2023, 5, 2), 30.25, 45, "còn 121 ngày"),
    Seen(date(2023, 7, 1), 36.15, 45, "còn 61 ngày"),
    Seen(date(2023, 9, 5), 36.15, 38, "quá hạn 5 ngày"),
    Seen(JUDGED, 36.15, 38, "còn 93 ngày"),
    Seen(date(2024, 2, 1), 36.15, 38, "hoàn thành, chậm 20 ngày"),
)
"""With known on fixed: the period ends, the goal changes, the deadline moves, the task is done."""
EVERYTHING = date(2024, 3, 1)


def build_revised_workspace(root: Path) -> Settings:
    """Writes the workspace into ``root`` and builds its database."""
    header = FILES[PATHS["figures"]].splitlines()[0]
    later = {
        "data/plans/later.yaml": LATER_PLAN,
        "data/catalogue/frameworks/bo-thu.yaml": FRAMEWORK,
    }
    for stem in ("systems", "difficulties"):
        text = FILES[PATHS[stem]].replace("bao_nb", "bao_thu").replace("nb-hstt-2023", "lan-2")
        later[PATHS[stem]] = text
    write_workspace(
        root,
        later,
        sources=SOURCES,
        documents=DOCUMENTS,
        figures=FIGURES.format(header=header),
        plan=PLAN,
    )
    settings = load_settings(root, frozenset(command.id for command in COMMANDS))
    sync(settings)
    return settings
