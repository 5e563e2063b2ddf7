"""The shipped workspace with an invented plan of Cần Thơ, whose eight main indexes are published.

None of the five provinces with plans has published values of its indexes: what joins points lost
and open tasks is tried out here.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from textwrap import indent
from typing import Any

import yaml

from briefing.commands import COMMANDS
from briefing.opening import sync
from briefing.settings import Settings, load_settings

ROOT = Path(__file__).parents[1]
DAY = date(2023, 7, 31)
"""The day on which the plan's tasks are late, due soon or in term."""

SOURCE = "dti_gov_2022"
LEADS = {
    "ct-stttt": ("Sở Thông tin và Truyền thông Cần Thơ", "Sở TT&TT", "DIC"),
    "ct-stp": ("Sở Tư pháp Cần Thơ", "Sở Tư pháp", "DOJ"),
    "ct-vp": ("Văn phòng UBND thành phố Cần Thơ", "VP UBND TP", "PC Office"),
}
TASKS: tuple[dict[str, Any], ...] = (
    {
        "id": "ct_ky_nang",
        "title": "Dạy kỹ năng số cho người dân ở chín quận, huyện",
        "title_en": "Teach digital skills in nine districts",
        "pillar": "xa_hoi_so",
        "lead": "ct-stttt",
        "due": "2023-06-30",
    },
    {
        "id": "ct_tai_khoan",
        "title": "Mở tài khoản thanh toán cho người hưởng an sinh xã hội",
        "title_en": "Open payment accounts for those on social security",
        "pillar": "xa_hoi_so",
        "due": "2023-12-31",
    },
    {
        "id": "ct_truc_tuyen",
        "title": "Đưa dịch vụ công còn lại lên trực tuyến toàn trình",
        "title_en": "Put the remaining public services fully online",
        "pillar": "chinh_quyen_so",
        "lead": "ct-vp",
        "due": "2023-08-04",
    },
    {
        "id": "ct_quy_che",
        "title": "Ban hành quy chế quản lý dữ liệu của thành phố",
        "title_en": "Issue the city’s rules on data",
        "targets": ["ct_the_che"],
        "lead": "ct-stp",
        "due": "2023-09-30",
    },
    {
        "id": "ct_xep_hang",
        "title": "Lập tổ theo dõi chỉ số DTI",
        "title_en": "Set up a team that follows the DTI",
        "targets": ["ct_hang"],
        "lead": "ct-stttt",
        "due": "2023-07-15",
    },
    {
        "id": "ct_da_xong",
        "title": "Ban hành kế hoạch an toàn thông tin",
        "title_en": "Issue the security plan",
        "pillar": "attt_mang",
        "lead": "ct-stttt",
        "due": "2023-06-30",
        "state": "done",
        "done_on": "2023-06-15",
    },
)
TARGETS: tuple[dict[str, Any], ...] = (
    {
        "id": "ct_the_che",
        "title": "Chỉ số thể chế số",
        "title_en": "Digital institutions index",
        "indicator": "dti_the_che_so",
        "goal": 0.9,
        "goal_op": "≥",
        "due": "2023",
    },
    {
        "id": "ct_hang",
        "title": "Hạng DTI",
        "title_en": "DTI rank",
        "indicator": "dti_hang",
        "goal": 3,
        "goal_op": "≤",
        "due": "2023",
    },
)


def build_can_tho(root: Path) -> Settings:
    """Writes the shipped data with Cần Thơ's plan into ``root``, and its database."""
    left_out = shutil.ignore_patterns("*.db*", "communes.csv", "ket_qua_ke_hoach.csv")
    shutil.copytree(ROOT / "data", root / "data", ignore=left_out)
    shutil.copy(ROOT / "config.yaml", root)
    bodies = [
        {
            "code": code,
            "name": name,
            "name_en": name,
            "short": short,
            "short_en": short_en,
            "parent": "92",
            "kind_of": "so",
        }
        for code, (name, short, short_en) in LEADS.items()
    ]
    with (root / "data" / "units" / "organisations.yaml").open("a", encoding="utf-8") as file:
        file.write("\n" + indent(_yaml(bodies), "  "))
    content = {
        "plan": {
            "id": "ct_ke_hoach",
            "document": None,
            "unit": "92",
            "title": "Kế hoạch thử",
            "title_en": "Trial plan",
            "source": SOURCE,
        },
        "targets": [{**target, "level": "committed", "source": SOURCE} for target in TARGETS],
        "tasks": [{**task, "source": SOURCE} for task in TASKS],
    }
    (root / "data" / "plans" / "ct_ke_hoach.yaml").write_text(_yaml(content), "utf-8")
    settings = load_settings(root, frozenset(command.id for command in COMMANDS))
    sync(settings)
    return settings


def _yaml(content: object) -> str:
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
