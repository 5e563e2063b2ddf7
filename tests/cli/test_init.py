"""``briefing init``: a new workspace that is right from the start and explains itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefing.commands import COMMANDS
from briefing.settings import load_settings
from briefing.starter import provinces
from tests.cli.calling import call

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_new_workspace_passes_the_check_without_a_warning(tmp_path: Path, language: str) -> None:
    made = call("init", "ws", "--unit", "hai phong", "--language", language, cwd=tmp_path)
    assert (made.code, made.out) == (0, "") and "Hải Phòng" in made.err
    told = call("check", "--strict", cwd=tmp_path / "ws")
    assert told.code == 0, told.out + told.err


def test_a_new_workspace_shows_its_examples(tmp_path: Path) -> None:
    call("init", "ws", "--unit", "31", cwd=tmp_path)
    shown = call("show", "pillars", cwd=tmp_path / "ws")
    assert shown.code == 0 and "69,83%" in shown.out and "ví dụ" in shown.out


def test_comments_speak_one_language(tmp_path: Path) -> None:
    for language, ours, theirs in (("vi", "Số viết như", "Numbers"), ("en", "Numbers", "Số viết")):
        call("init", language, "--language", language, cwd=tmp_path)
        for name in ("config.yaml", "data/plans/vi_du.yaml", ".gitignore"):
            text = (tmp_path / language / name).read_text(encoding="utf-8")
            assert "#vi" not in text and "#en" not in text and "@" not in text
        plan = (tmp_path / language / "data/plans/vi_du.yaml").read_text(encoding="utf-8")
        assert ours in plan and theirs not in plan


def test_its_settings_show_every_key_there_is(tmp_path: Path) -> None:
    call("init", "ws", cwd=tmp_path)
    text = (tmp_path / "ws" / "config.yaml").read_text(encoding="utf-8")
    shipped = (ROOT / "config.yaml").read_text(encoding="utf-8")
    settings = load_settings(tmp_path / "ws", frozenset(command.id for command in COMMANDS))
    assert settings.unit == "37" and settings.compare == ("37", "01", "79", "48")
    for key in (line.partition(":")[0] for line in shipped.splitlines() if ":" in line):
        if key.lstrip("# ").isidentifier() and not key.startswith(("#  ", "  ")):
            assert f"\n{key}:" in text or key == "keys", key


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "ws").mkdir()
    (tmp_path / "ws" / "data.txt").write_text("ours")
    told = call("init", "ws", cwd=tmp_path)
    assert told.code == 2 and "đã có tệp" in told.err
    assert [path.name for path in (tmp_path / "ws").iterdir()] == ["data.txt"]


def test_a_repository_that_was_just_begun_is_filled(tmp_path: Path) -> None:
    (tmp_path / "ws" / ".git").mkdir(parents=True)
    assert call("init", "ws", cwd=tmp_path).code == 0


@pytest.mark.parametrize(
    ("typed", "name", "successor"),
    [("hai duong", "Hải Dương", "hai-phong"), ("Bắc Giang", "Bắc Giang", "bac-ninh")],
)
def test_a_province_that_was_merged_is_told_with_the_one_it_became(
    typed: str, name: str, successor: str, tmp_path: Path
) -> None:
    told = call("init", "ws", "--unit", typed, cwd=tmp_path)
    assert told.code == 2 and f"Tỉnh {name}" in told.err and "01/07/2025" in told.err
    assert told.err.endswith(f"Nay thuộc:\n  {successor}\n")
    assert not (tmp_path / "ws").exists()


def test_a_province_that_never_was_is_told_with_its_nearest(tmp_path: Path) -> None:
    told = call("init", "ws", "--unit", "Hai Phog", cwd=tmp_path)
    assert told.code == 2 and told.err.endswith("Gần giống:\n  hai-phong\n")


def test_an_empty_unit_is_not_taken_for_none_given(tmp_path: Path) -> None:
    told = call("init", "ws", "--unit", "", cwd=tmp_path)
    assert told.code == 2 and "--unit" in told.err and not (tmp_path / "ws").exists()


@pytest.mark.parametrize("typed", ["tp ho chi minh", "TP. Hồ Chí Minh"])
def test_a_city_may_be_named_with_its_short_rank(typed: str, tmp_path: Path) -> None:
    assert "Hồ Chí Minh" in call("init", "ws", "--unit", typed, cwd=tmp_path).err


@pytest.mark.parametrize("folder", ["file/ws", "file"])
def test_a_folder_that_cannot_be_made_is_told_in_words(folder: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told = call("init", folder, cwd=tmp_path)
    assert told.code == 1 and "không phải thư mục" in told.err and not told.crashed


def test_a_link_to_nowhere_is_no_place_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "ws").symlink_to(tmp_path / "nowhere" / "ws")
    told = call("init", "ws", cwd=tmp_path)
    assert told.code == 1 and "đã có tệp hoặc liên kết" in told.err


def test_there_are_thirty_four_provinces_today_and_were_sixty_three() -> None:
    assert len(provinces(date(2026, 11, 22))) == 34
    assert len(provinces(date(2025, 6, 30))) == 63


def test_schemas_are_written_once_and_printed_on_demand(tmp_path: Path) -> None:
    call("init", "ws", cwd=tmp_path)
    again = call("schema", cwd=tmp_path / "ws")
    assert again.code == 0 and "đã đúng" in again.err
    (tmp_path / "ws" / "data" / ".schema" / "plan.json").unlink()
    assert "1 " in call("schema", cwd=tmp_path / "ws").err
    printed = call("schema", "plan", "--language", "en", cwd=tmp_path)
    assert printed.code == 0 and '"goal_op"' in printed.out and "How the goal binds" in printed.out
    assert call("schema", "--output", "x", cwd=tmp_path).code == 0
    assert len(list((tmp_path / "x").iterdir())) == 10
    assert call("schema", cwd=tmp_path).code == 2, "no workspace to write into"
