"""A real save while the real program is open: it appears by itself, and costs nothing till then."""

from __future__ import annotations

import os
import time
from pathlib import Path

from tests.cli.calling import command
from tests.terminal.pty_app import PtyApp
from tests.workspaces import PATHS

NOTICED = 5.0
"""Seconds that a loaded machine may take; on a quiet one it is less than one."""


def save(file: Path, text: str) -> float:
    """Saves ``text`` as careful editors do, beside the file and renamed; when that was."""
    beside = file.with_name(f".{file.name}.swp")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, file)
    return time.monotonic()


def test_a_saved_plan_appears_by_itself_and_a_broken_one_is_told_until_it_is_mended(
    built: Path,
) -> None:
    plan = built / PATHS["plan"]
    good = plan.read_text(encoding="utf-8")
    with PtyApp(command("--as-of", "2024-01-07"), built, size=(100, 30)) as app:
        app.wait_for("Enter mở")
        app.type("3")
        app.wait_for("Nâng cấp Cổng dịch vụ công")
        saved = save(plan, good.replace("Nâng cấp Cổng dịch vụ công", "Dựng lại Cổng"))
        app.wait_for("Dựng lại Cổng")
        assert time.monotonic() - saved < NOTICED
        app.wait_for("Đã cập nhật plan.yaml: 1 việc sửa.")
        save(plan, "plan: [\n")
        app.wait_for("Đang hiện số liệu đọc lần cuối")
        app.wait_for("data/plans/plan.yaml:1")
        app.wait_for("Dựng lại Cổng")
        save(plan, good)
        app.wait_for("Dữ liệu đã hết lỗi.")
        app.wait_until(lambda app: "Đang hiện số liệu" not in app.text, "the banner is gone")
        app.type("q")
        assert app.wait() == 0 and app.is_whole()


def test_a_folder_that_has_changed_before_the_start_is_read_behind_the_first_screen(
    built: Path,
) -> None:
    plan = built / PATHS["plan"]
    save(plan, plan.read_text(encoding="utf-8").replace("Tập huấn", "Mở lớp"))
    with PtyApp(command(), built, size=(100, 30)) as app:
        app.wait_for("Đã cập nhật plan.yaml: 1 việc sửa.")
        app.type("q")
        assert app.wait() == 0


def test_viewer_offers_no_editing_where_the_settings_allow_it(built: Path) -> None:
    config = built / "config.yaml"
    config.write_text(config.read_text(encoding="utf-8") + "access: editor\n", encoding="utf-8")
    with PtyApp(command(), built) as app:
        app.wait_for("c sửa")
        app.type("q")
        assert app.wait() == 0
    with PtyApp(command("--viewer"), built) as app:
        assert "c sửa" not in app.wait_for("Enter mở")
        app.type("q")
        assert app.wait() == 0
