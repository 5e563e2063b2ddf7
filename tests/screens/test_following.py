"""What is saved in the folder appears in the app that is open, in place and in words."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from briefing.opening import sync
from briefing.screens.search import SearchScreen
from briefing.settings import Settings
from briefing.store.placing import only_writer
from briefing.watching import EVERY, GLANCES, LOOKS_FOR_LOSS, SOON, Watch
from tests.screens.app_factory import page, press, said
from tests.screens.following import PLAN, TASK, edit, followed, look, small_workspace

HOSTT = "Hồ sơ trực tuyến đạt 50%"
RENAMED = "Hồ sơ trực tuyến đạt một nửa"


@pytest.fixture
def small(tmp_path: Path) -> Settings:
    """A small workspace to be edited."""
    return small_workspace(tmp_path / "ws")


async def test_a_saved_plan_appears_in_place_and_is_told_in_words(small: Settings) -> None:
    async with followed(small) as (app, pilot):
        await press(pilot, "3", "down")
        before = page(app).link
        edit(small, HOSTT, RENAMED)
        edit(small, "tasks:\n", "tasks:\n" + TASK)
        await look(app, pilot)
        assert RENAMED in said(app) and HOSTT not in said(app)
        assert page(app).link == before and page(app).cursor > 0
        assert "Đã cập nhật plan.yaml: 1 chỉ tiêu sửa, 1 việc thêm." in said(app, "#detail")


async def test_the_words_stay_until_the_cursor_moves(small: Settings) -> None:
    async with followed(small) as (app, pilot):
        await press(pilot, "3")
        edit(small, HOSTT, RENAMED)
        await look(app, pilot)
        assert "1 chỉ tiêu sửa" in said(app, "#detail")
        await press(pilot, "down")
        assert "1 chỉ tiêu sửa" not in said(app, "#detail")


async def test_it_is_told_in_english_too(small: Settings) -> None:
    async with followed(small, language="en") as (app, pilot):
        edit(small, "tasks:\n", "tasks:\n" + TASK)
        await look(app, pilot)
        assert "Updated plan.yaml: 1 task added." in said(app, "#detail")


async def test_a_file_is_read_only_when_it_is_at_rest(small: Settings) -> None:
    async with followed(small) as (app, pilot):
        await press(pilot, "3")
        whole = (small.root / PLAN).read_text(encoding="utf-8").replace(HOSTT, RENAMED)
        for end in (400, 800, 1200):
            (small.root / PLAN).write_text(whole[:end], encoding="utf-8")
            await look(app, pilot, times=1)
        assert HOSTT in said(app) and app.trouble is None
        (small.root / PLAN).write_text(whole, encoding="utf-8")
        await look(app, pilot)
        assert RENAMED in said(app) and app.trouble is None


@pytest.mark.parametrize("lost", ["emptied", "removed"])
async def test_a_file_that_is_emptied_or_removed_for_a_moment_is_waited_for(
    lost: str, small: Settings
) -> None:
    file = small.root / PLAN
    whole = file.read_text(encoding="utf-8")
    async with followed(small) as (app, pilot):
        await press(pilot, "3")
        if lost == "emptied":
            file.write_bytes(b"")
        else:
            file.unlink()
        await look(app, pilot, LOOKS_FOR_LOSS)
        assert HOSTT in said(app) and app.trouble is None
        file.write_text(whole.replace(HOSTT, RENAMED), encoding="utf-8")
        await look(app, pilot)
        assert RENAMED in said(app)


async def test_a_plan_that_is_gone_for_good_goes_from_the_screen(small: Settings) -> None:
    async with followed(small) as (app, pilot):
        await press(pilot, "3")
        assert "Tập huấn" in said(app)
        (small.root / PLAN).unlink()
        await look(app, pilot, LOOKS_FOR_LOSS + 1)
        assert "bỏ" in said(app, "#detail")


async def test_an_editor_that_writes_another_file_and_renames_it_is_seen(small: Settings) -> None:
    async with followed(small) as (app, pilot):
        await press(pilot, "3")
        file = small.root / PLAN
        beside = file.with_name(".plan.yaml.swp")
        text = file.read_text(encoding="utf-8")
        beside.write_text(text.replace(HOSTT, RENAMED), encoding="utf-8")
        os.replace(beside, file)
        await look(app, pilot)
        assert RENAMED in said(app)


async def test_a_sync_done_elsewhere_is_shown_and_told(small: Settings) -> None:
    async with followed(small) as (app, pilot):
        await press(pilot, "3")
        edit(small, HOSTT, RENAMED)
        sync(small)
        await look(app, pilot)
        assert RENAMED in said(app)
        assert "Đã cập nhật plan.yaml: 1 chỉ tiêu sửa." in said(app, "#detail")


@pytest.mark.parametrize("how", ["rebuilt", "replaced", "removed"])
async def test_a_database_that_is_another_one_suddenly_is_read_as_it_is(
    how: str, small: Settings, tmp_path: Path
) -> None:
    async with followed(small) as (app, pilot):
        await press(pilot, "3")
        if how == "replaced":
            other = small_workspace(tmp_path / "other")
            edit(other, HOSTT, RENAMED)
            sync(other)
            shutil.copy2(other.root / PLAN, small.root / PLAN)
            os.replace(other.database, small.database)
        else:
            edit(small, HOSTT, RENAMED)
            if how == "rebuilt":
                sync(small, rebuild=True)
            else:
                for file in small.database.parent.glob("briefing.db*"):
                    file.unlink()
        await look(app, pilot)
        assert RENAMED in said(app) and app.trouble is None
        await press(pilot, "2")
        assert RENAMED in said(app)


async def test_where_nothing_changes_nothing_is_read(
    small: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with followed(small) as (app, pilot):
        monkeypatch.setattr(Watch, "catch_up", lambda _: pytest.fail("read for nothing"))
        version = app.data_version
        await look(app, pilot, 5)
        assert app.data_version == version
        assert app.following is not None and app.following.watch.pause == EVERY


async def test_what_has_just_changed_is_looked_at_again_soon(small: Settings) -> None:
    async with followed(small) as (app, pilot):
        assert app.following is not None
        edit(small, HOSTT, RENAMED)
        await look(app, pilot, 1)
        assert app.following.watch.pause == SOON
        await look(app, pilot, 1)
        assert app.following.watch.pause == EVERY
        assert EVERY + SOON < 0.6, "the rest of a second is for reading"


async def test_a_file_that_is_only_touched_is_not_told_of(small: Settings) -> None:
    async with followed(small) as (app, pilot):
        before = said(app, "#detail")
        os.utime(small.root / PLAN)
        await look(app, pilot)
        assert said(app, "#detail") == before


async def test_a_comment_changes_no_fact_and_that_is_told(small: Settings) -> None:
    async with followed(small) as (app, pilot):
        edit(small, "targets:\n", "# ghi chú\ntargets:\n")
        await look(app, pilot)
        assert "Đã đọc lại plan.yaml; số liệu không đổi." in said(app, "#detail")


async def test_a_new_plan_is_found_even_where_a_folder_keeps_its_time(small: Settings) -> None:
    async with followed(small) as (app, pilot):
        await press(pilot, "3")
        plans = (small.root / PLAN).parent
        was = plans.stat()
        text = (small.root / PLAN).read_text(encoding="utf-8")
        head = text[: text.index("targets:")].replace("nb_ke_hoach_01", "nb_ke_hoach_02")
        (plans / "new.yaml").write_text(f"{head}tasks:\n{TASK}", encoding="utf-8")
        os.utime(plans, ns=(was.st_atime_ns, was.st_mtime_ns))
        await look(app, pilot, GLANCES + 2)
        assert "Mở lớp mới" in said(app)
        assert "Đã cập nhật new.yaml: 1 việc thêm, 1 mục khác thêm." in said(app, "#detail")


async def test_what_is_being_typed_in_a_dialog_stays(small: Settings) -> None:
    async with followed(small) as (app, pilot):
        await press(pilot, "3", "slash", "h", "o")
        edit(small, HOSTT, RENAMED)
        await look(app, pilot)
        assert isinstance(app.screen, SearchScreen)
        assert app.screen.query_one("Field").text == "ho"  # type: ignore[attr-defined]
        await press(pilot, "escape")
        assert RENAMED in said(app)


async def test_the_line_under_the_cursor_stays_on_the_screen_when_lines_come_before_it(
    small: Settings,
) -> None:
    async with followed(small, size=(80, 16)) as (app, pilot):
        await press(pilot, "3", "end")
        view, link = page(app), page(app).link
        many = "".join(TASK.replace("nb-nv-moi", f"nb-nv-{n}") for n in range(12))
        edit(small, "tasks:\n", "tasks:\n" + many)
        await look(app, pilot)
        assert view.link == link
        rows = [n for n, line in enumerate(view.lines) if line.item == view.cursor]
        top = view.scroll_offset.y
        assert top <= rows[0] < top + view.scrollable_content_region.height


async def test_a_page_behind_the_one_in_front_is_new_when_it_comes_back(small: Settings) -> None:
    async with followed(small) as (app, pilot):
        await press(pilot, "3", "question_mark")
        edit(small, HOSTT, RENAMED)
        await look(app, pilot)
        await press(pilot, "escape")
        assert RENAMED in said(app)


async def test_new_thresholds_hold_at_once_but_the_rights_of_the_session_stay(
    small: Settings,
) -> None:
    async with followed(small) as (app, pilot):
        edit(small, "days: 10", "days: 77\naccess: editor", "config.yaml")
        edit(small, "theme: dark", "theme: light", "config.yaml")
        await look(app, pilot)
        settings = app.desk.settings
        assert settings.due_soon_working_days == 77
        assert settings.access == "viewer" and "edit" not in app.keys_in_force
        assert (settings.theme, app.theme) == ("dark", "briefing-dark")
        assert "Đã đọc lại config.yaml" in said(app, "#detail")


async def test_while_another_program_writes_it_is_tried_again(
    small: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.store.writing.BUSY_SECONDS", 0.0)
    async with followed(small) as (app, pilot):
        await press(pilot, "3")
        edit(small, HOSTT, RENAMED)
        with only_writer(small.database, 0.0):
            await look(app, pilot)
        assert HOSTT in said(app) and app.trouble is None
        await look(app, pilot)
        assert RENAMED in said(app)
