"""A workspace of many duties: tasks that name Quảng Nam's districts, some of which are done."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from briefing.commands import COMMANDS
from briefing.opening import sync
from briefing.settings import Settings, load_settings

ROOT = Path(__file__).parents[1]
DISTRICTS = tuple(str(code) for code in range(502, 520))
"""The eighteen districts of Quảng Nam in 2022."""


def build_many_duties(root: Path, tasks: int) -> Settings:
    """Writes the shipped data with a plan of ``tasks`` duties into ``root``, and its database.

    Duty n is given to every district whose place is no multiple of n + 5, and done by the first
    13 - 2n of them, the first duty by all; every third one is overdue.
    """
    shutil.copytree(ROOT / "data", root / "data", ignore=shutil.ignore_patterns("*.db*"))
    shutil.copy(ROOT / "config.yaml", root)
    content = {
        "plan": {
            "id": "qn_nhieu_viec",
            "document": None,
            "unit": "49",
            "title": "Việc giao các huyện",
            "title_en": "Duties of the districts",
            "source": "quang_nam_2022",
            "paragraphs": [26],
        },
        "targets": [],
        "tasks": [_task(number) for number in range(tasks)],
    }
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
    (root / "data" / "plans" / "qn_nhieu_viec.yaml").write_text(text, "utf-8")
    settings = load_settings(root, frozenset(command.id for command in COMMANDS))
    sync(settings)
    return settings


def _task(number: int) -> dict[str, object]:
    given = [code for place, code in enumerate(DISTRICTS, 1) if place % (number + 5)]
    return {
        "id": f"qn_viec_{number}",
        "title": f"Việc số {number + 1} giao các huyện, thị xã, thành phố",
        "title_en": f"Duty {number + 1} of the districts",
        "pillar": "the_che_so",
        "units": given,
        "done_units": given[: max(13 - 2 * number, 0)] if number else [*given],
        "due": "2022-04-15" if number % 3 == 1 else "2022-12-31",
        "source": "quang_nam_2022",
        "paragraphs": [26],
    }
