"""What the dialog for editing says, in the language of whoever edits."""

from __future__ import annotations

from pathlib import Path

import pytest

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
