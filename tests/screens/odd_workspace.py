"""A small workspace whose names are as long and as hostile as a file can make them."""

from __future__ import annotations

from pathlib import Path

from briefing.commands import COMMANDS
from briefing.opening import sync
from briefing.settings import Settings, load_settings
from tests.workspaces import changed, write_workspace

LONG = ("Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận và giải quyết trực tuyến toàn trình " * 4)[
    :300
]
HOSTILE = r"[/x] [red]đỏ[/red] \e[31mmã màu\a \u202engược\u202c"
"""A YAML escape of markup, an escape sequence, a bell and a reversal of direction."""


def build_odd_workspace(root: Path) -> Settings:
    """Writes the workspace into ``root`` and builds its database."""
    plan = changed("plan", "Nâng cấp Cổng dịch vụ công", f'"{HOSTILE}"')
    plan = plan.replace("title: Hồ sơ trực tuyến đạt 50%", f'title: "{HOSTILE}"', 1)
    write_workspace(
        root, plan=plan, indicators=changed("indicators", "Tỷ lệ hồ sơ trực tuyến", LONG)
    )
    settings = load_settings(root, frozenset(command.id for command in COMMANDS))
    sync(settings)
    return settings
