"""The small workspace after some edits, each by somebody, at a time, for a reason."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

from briefing.opening import ACTIONS, judging, settings_now
from briefing.settings import Settings, load_settings
from briefing.store.writing import apply
from briefing.workspace import load_workspace
from briefing.workspace.fingerprint import scan, sha256
from tests.workspaces import PATHS, write_workspace

HANOI = timezone(timedelta(hours=7))
FIRST = datetime(2024, 1, 8, 9, 15, tzinfo=HANOI)
Edits = tuple[tuple[str, str], ...]
EDITS: tuple[tuple[Edits, str, str | None], ...] = (
    (
        (("goal: 45\n", "goal: 44\n"), ("from: 45,", "from: 44,")),
        "Lê Văn Bình",
        "gõ nhầm khi nhập kế hoạch",
    ),
    (
        (("baseline: 35.5", "baseline: 36.5"),),
        "Trần Thị Lan",
        "Sở TT&TT gửi lại số năm 2022",
    ),
    (
        (("output: Cổng mới", "output: Cổng 2.0"),),
        "Trần Thị Lan",
        "theo Công văn 12/STTTT-CNTT",
    ),
    (
        (
            ("due_written: Trước ngày 01.7.2023", "due_written: Trước ngày 01.8.2023"),
            ("due: 2023-06-30\n", "due: 2023-07-31\n"),
        ),
        "Lê Văn Bình",
        None,
    ),
)
"""What was written and what instead, by whom and why; one hour after the other."""


def build_edited_workspace(root: Path) -> Settings:
    """Writes the small workspace into ``root``, builds its database and edits the plan."""
    write_workspace(root)
    settings = load_settings(root, ACTIONS)
    _sync(settings, FIRST, "Trần Thị Lan", None)
    plan = root / PATHS["plan"]
    for hours, (edits, by, why) in enumerate(EDITS, 1):
        text = plan.read_text(encoding="utf-8")
        for old, new in edits:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        plan.write_text(text, encoding="utf-8")
        _sync(settings, FIRST + timedelta(hours=hours), by, why)
    return settings


def _sync(settings: Settings, at: datetime, by: str, why: str | None) -> None:
    now, content = settings_now(settings.root)
    apply(
        settings.database,
        load_workspace(settings.root),
        settings_json=now.to_json(),
        config_sha256=sha256(content),
        stats=scan(settings.root),
        at=at,
        by=by,
        why=why,
        judging=judging(now, at.date()),
    )
