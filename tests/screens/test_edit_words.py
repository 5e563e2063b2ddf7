"""What the dialog for editing says, in the language of whoever edits."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.language import Translator
from briefing.screens.edit_forms import undo_text
from briefing.screens.edits import EditScreen
from briefing.settings import Settings
from tests.screens.app_factory import press, said
from tests.screens.following import followed, small_workspace
from tests.screens.scenes import onto


@pytest.fixture
def small(tmp_path: Path) -> Settings:
    """A small workspace to be edited."""
    return small_workspace(tmp_path / "ws")


@pytest.mark.parametrize(
    ("field", "old", "new", "said"),
    [
        ("goal", "45", "50", "mức đề ra: 50 → 45"),
        ("goal", "45", "55,5", "mức đề ra: 55,5 → 45"),
        ("done_on", None, "2023-12-20", "ngày hoàn thành: 20/12/2023 → —"),
        ("state", "open", "done", "tình trạng: hoàn thành → đang mở"),
        ("extensions[0]", None, "by: UBND", "gia hạn: by: UBND → —"),
        ("title", "a" * 30, None, f"tên: — → {'a' * 23}…"),
    ],
)
def test_what_would_be_undone_is_told_in_words_with_its_time(
    field: str, old: str | None, new: str | None, said: str, vi: Translator
) -> None:
    told = undo_text("nb-ct", [(field, old, new)], "2026-11-22T06:50:07", vi)
    assert told == f"{said}, nb-ct (22/11/2026 06:50)"


@pytest.mark.parametrize(
    ("language", "line", "title"),
    [
        ("vi", "Nâng cấp Cổng dịch vụ công", "Sửa: Nâng cấp Cổng dịch vụ công"),
        ("en", "Upgrade the service portal", "Edit: Upgrade the service portal"),
    ],
)
async def test_the_title_names_the_entry_in_the_language_of_the_program(
    language: str, line: str, title: str, small: Settings
) -> None:
    async with followed(small, access="editor", language=language) as (app, pilot):
        await press(pilot, "3")
        await onto(line)(pilot)
        await press(pilot, "c")
        assert isinstance(app.screen, EditScreen)
        assert said(app, "#dialog-title").strip() == title
