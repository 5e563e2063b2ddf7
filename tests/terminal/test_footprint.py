"""What the open program does not load, whatever is looked at: most of what a start could cost."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.terminal.pty_app import PtyApp

_TELLING = """
import sys
from pathlib import Path
from briefing.__main__ import main
try:
    main()
finally:
    Path({told!r}).write_text("\\n".join(sys.modules), encoding="utf-8")
"""
UNWANTED = {"_ssl", "_hashlib", "aiohttp", "babel", "click", "pydantic", "sqlite_utils", "yaml"}


def test_no_tab_and_no_dialog_loads_encryption_or_what_reads_the_folder(
    shipped: Path, tmp_path: Path
) -> None:
    told = tmp_path / "modules.txt"
    run = [sys.executable, "-c", _TELLING.format(told=str(told)), "--unit", "49", "--no-instant"]
    with PtyApp(run, shipped) as app:
        app.wait_for_frame("trợ giúp")
        for key, shown in (
            ("2", "23,08%"),
            ("3", "theo chỉ tiêu"),
            ("4", "So sánh 5"),
            ("5", "Xếp hạng: Chỉ số DTI"),
            ("p", "Vị thế: Quảng Nam"),
            ("?", "Mở mục đang chọn"),
            ("/", "Tìm"),
        ):
            app.type(key)
            app.wait_for(shown)
        app.type("\x11")
        assert app.wait() == 0 and app.is_whole()
    loaded = set(told.read_text(encoding="utf-8").split())
    assert {"asyncio.sslproto", "briefing.screens.ranking"} <= loaded
    assert loaded & UNWANTED == set()
