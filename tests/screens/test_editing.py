"""An editor changes a target or a task from its line; a viewer cannot, whatever is pressed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from briefing.app import BriefingApp
from briefing.commands import BY_ID, COMMANDS
from briefing.pages.line import Link, LinkKind
from briefing.screens.dialog import Dialog
from briefing.screens.edits import EditScreen
from briefing.screens.links import ItemScreen
from briefing.settings import Settings
from tests.screens.app_factory import make_app, page, press, said, settle
from tests.screens.following import PLAN, edit, followed, look, small_workspace
from tests.screens.scenes import onto
from tests.store.sql import ask

TARGET, TASK = "nb-ct-hstt", "nb-nv-cong"
CHANGE = "    changes: [{on: 2023-06-30, from: 45, to: 50, document: nb-qd-09-2023}]\n"
HOSTT, PORTAL = "Hồ sơ trực tuyến đạt 50%", "Nâng cấp Cổng dịch vụ công"


@pytest.fixture
def small(tmp_path: Path) -> Settings:
    """A small workspace to be edited."""
    return small_workspace(tmp_path / "ws")


def text(settings: Settings) -> str:
    """The plan as it stands in its file."""
    return (settings.root / PLAN).read_text(encoding="utf-8")


def listed(app: BriefingApp) -> str:
    """What the dialog lists."""
    return said(app, "#dialog-list")


async def choose(pilot: Pilot[None], words: str, *answers: str) -> None:
    """Opens the dialog on the line under the cursor, chooses by words and answers its questions."""
    await press(pilot, "c", *words, "enter")
    for answer in answers:
        field = pilot.app.screen.query_one(Input)
        field.value = answer
        await press(pilot, "enter")
    await settle(pilot)


def log(settings: Settings, record: str, ref: str) -> list[tuple[str | None, ...]]:
    """The edit log of one fact: field, old, new, why."""
    query = "SELECT field, old, new, why FROM v_log WHERE record = ? AND id = ?"
    return ask(settings.database, query, record, ref)


async def test_a_new_goal_with_its_reason_is_written_shown_and_kept_in_the_log(
    small: Settings,
) -> None:
    edit(small, CHANGE, "")
    before = text(small)
    async with followed(small, access="editor") as (app, pilot):
        await look(app, pilot)
        await press(pilot, "2")
        await onto(HOSTT)(pilot)
        link = page(app).link
        await choose(pilot, "muc", "55,5", "", "Rà soát giữa năm")
        assert text(small) == before.replace("goal: 45\n", "goal: 55.5\n", 1)
        assert not isinstance(app.screen, Dialog)
        assert "Đã ghi mức đề ra mới vào plan.yaml: 55,5." in said(app, "#detail")
        assert "55,5" in said(app) and page(app).link == link
        assert ("goal", "45.0", "55.5", "Rà soát giữa năm") in log(small, "target", TARGET)


async def test_what_the_app_itself_has_written_is_told_once(small: Settings) -> None:
    async with followed(small, access="editor") as (app, pilot):
        await press(pilot, "3")
        await onto(PORTAL)(pilot)
        await choose(pilot, "ghi chu", "Đang thử nghiệm")
        assert "Đã thêm ghi chú vào plan.yaml." in said(app, "#detail")
        await look(app, pilot, 3)
        assert "Đã thêm ghi chú vào plan.yaml." in said(app, "#detail")


async def test_a_goal_changed_by_a_document_keeps_the_first_one(small: Settings) -> None:
    edit(small, CHANGE, "")
    async with followed(small, access="editor") as (app, pilot):
        await look(app, pilot)
        await press(pilot, "2")
        await onto(HOSTT)(pilot)
        await choose(pilot, "muc", "60", "nb-qd-09-2023", "Theo quyết định")
        assert "goal: 45\n" in text(small) and "to: 60" in text(small)
        assert ("Theo quyết định",) in [entry[3:] for entry in log(small, "target", TARGET)]


async def test_a_task_is_marked_done_on_a_day(small: Settings) -> None:
    async with followed(small, access="editor") as (app, pilot):
        await press(pilot, "3")
        await onto(PORTAL)(pilot)
        await choose(pilot, "xong", "20/12/2023")
        assert "done_on: 2023-12-20" in text(small)
        assert "Đã ghi vào plan.yaml: việc xong ngày 20/12/2023." in said(app, "#detail")
        assert "Đèn đổi:" in said(app, "#detail")


async def test_a_deadline_is_extended_by_somebody_and_the_first_one_is_kept(
    small: Settings,
) -> None:
    async with followed(small, access="editor") as (_, pilot):
        await press(pilot, "3")
        await onto(PORTAL)(pilot)
        await choose(pilot, "gia han", "30/6/2024", "Chủ tịch UBND tỉnh", "2/1/2024")
        assert "due: 2023-06-30" in text(small) and "due: 2023-12-31, by: UBND tỉnh" in text(small)
        assert "2024-06-30" in text(small) and "Chủ tịch UBND tỉnh" in text(small)
        assert "on: 2024-01-02" in text(small)


async def test_an_extension_takes_a_deadline_as_documents_write_it(small: Settings) -> None:
    async with followed(small, access="editor") as (app, pilot):
        await press(pilot, "3")
        await onto(PORTAL)(pilot)
        await choose(pilot, "gia han", "Quý II/2024", "Chủ tịch UBND tỉnh", "2/1/2024")
        assert "due: Quý II/2024, by: Chủ tịch UBND tỉnh" in text(small)
        assert "gia hạn đến 30/06/2024" in said(app, "#detail")


async def test_undo_gives_the_file_its_bytes_back(small: Settings) -> None:
    before = text(small)
    async with followed(small, access="editor") as (app, pilot):
        await press(pilot, "3")
        await onto(PORTAL)(pilot)
        await choose(pilot, "xong", "20/12/2023")
        assert text(small) != before
        await press(pilot, "c", *"hoan tac", "enter")
        assert "Enter: hoàn tác" in listed(app)
        await press(pilot, "enter")
        assert text(small) == before
        assert "Đã trả plan.yaml về như trước" in said(app, "#detail")
        await press(pilot, "c")
        assert "Hoàn tác" not in listed(app), "there is nothing left to undo"


async def test_a_value_that_the_check_refuses_is_asked_for_again_and_nothing_is_written(
    small: Settings,
) -> None:
    before = text(small)
    async with followed(small, access="editor") as (app, pilot):
        await press(pilot, "2")
        await onto(HOSTT)(pilot)
        await choose(pilot, "muc", "rất nhiều", "", "Thử")
        assert isinstance(app.screen, EditScreen)
        assert app.screen.query_one(Input).value == "rất nhiều"
        assert "rất nhiều" in listed(app)
        assert text(small) == before
        await press(pilot, "escape", "escape")
        assert not isinstance(app.screen, Dialog)


async def test_an_edit_of_a_file_that_was_saved_meanwhile_is_refused_with_both_versions(
    small: Settings,
) -> None:
    async with followed(small, access="editor") as (app, pilot):
        await press(pilot, "3")
        await onto(PORTAL)(pilot)
        await press(pilot, "c", *"xong", "enter")
        edit(small, HOSTT, "Tên khác")
        after = text(small)
        await press(pilot, "enter")
        assert isinstance(app.screen, EditScreen)
        assert text(small) == after and "done_on: 2026" not in after
        shown = " ".join(listed(app).split())
        assert shown.count("(") >= 2, "both versions are named by their hash"
        await press(pilot, "enter")
        assert "done_on: 2026-11-22" in text(small), "on the version that was told of"


@pytest.mark.parametrize(
    ("words", "answer", "advice"),
    [("muc", "", "Cần ghi rõ."), ("muc", "   ", "Cần ghi rõ.")],
)
async def test_a_question_that_needs_an_answer_waits_for_one(
    words: str, answer: str, advice: str, small: Settings
) -> None:
    async with followed(small, access="editor") as (app, pilot):
        await press(pilot, "2")
        await onto(HOSTT)(pilot)
        await choose(pilot, words, answer)
        assert isinstance(app.screen, EditScreen) and advice in listed(app)


async def test_a_day_that_is_none_is_not_taken(small: Settings) -> None:
    before = text(small)
    async with followed(small, access="editor") as (app, pilot):
        await press(pilot, "3")
        await onto(PORTAL)(pilot)
        await choose(pilot, "xong", "31/2/2024")
        assert "Viết ngày như" in listed(app) and text(small) == before


async def test_escape_goes_back_one_question_with_its_answer(small: Settings) -> None:
    async with followed(small, access="editor") as (app, pilot):
        await press(pilot, "3")
        await onto(PORTAL)(pilot)
        await choose(pilot, "gia han", "30/6/2024")
        await press(pilot, "escape")
        assert app.screen.query_one(Input).value == "30/6/2024"
        await press(pilot, "escape")
        assert "Gia hạn" in listed(app) and "Đã xong" in listed(app)
        await press(pilot, "escape")
        assert not isinstance(app.screen, Dialog)


async def test_on_the_page_of_a_task_the_key_is_about_that_task(small: Settings) -> None:
    async with followed(small, access="editor") as (app, pilot):
        await app.open_link(Link(LinkKind.TASK, TASK))
        await settle(pilot)
        assert isinstance(app.screen, ItemScreen)
        await choose(pilot, "xong", "20/12/2023")
        assert "done_on: 2023-12-20" in text(small)
        assert "20/12/2023" in said(app)


async def test_a_line_that_is_neither_says_so(small: Settings) -> None:
    async with followed(small, access="editor") as (app, pilot):
        await press(pilot, "4", "c")
        assert "chọn một dòng chỉ tiêu hoặc nhiệm vụ" in listed(app)


async def test_an_edit_and_somebody_else_s_save_are_told_apart(small: Settings) -> None:
    async with followed(small, access="editor") as (app, pilot):
        await press(pilot, "3")
        await onto(PORTAL)(pilot)
        assert app.following is not None
        edit(small, HOSTT, "Tên khác")
        await choose(pilot, "xong", "20/12/2023")
        await asyncio.to_thread(app.following.look)
        await settle(pilot)
        assert [entry[3] for entry in log(small, "target", TARGET)] == [None]


EDITING = [command for command in COMMANDS if command.editing]


async def test_a_viewer_has_no_key_no_hint_no_help_and_no_command_for_editing(
    small: Settings,
) -> None:
    assert EDITING
    before = text(small)
    async with followed(small) as (app, pilot):
        for tab in ("1", "2", "3", "4"):
            await press(pilot, tab)
            assert "sửa" not in said(app, "#hints")
            for command in EDITING:
                for key in command.keys:
                    await press(pilot, key)
                    assert not isinstance(app.screen, Dialog)
        for command in EDITING:
            await app.run_action(command.action)
            await app.open_link(Link(LinkKind.ACTION, command.id))
            await settle(pilot)
            assert not isinstance(app.screen, Dialog)
        await press(pilot, "question_mark")
        assert app.tr.gettext(BY_ID["edit"].help) not in " ".join(said(app).split())
        await press(pilot, "escape", "ctrl+p", *"sua chi tieu")
        assert "Không tìm thấy" in listed(app)
    assert text(small) == before and not (small.root / ".briefing").exists()


async def test_an_editor_is_offered_it_everywhere(small: Settings) -> None:
    async with followed(small, access="editor") as (app, pilot):
        await press(pilot, "3")
        assert "c sửa" in said(app, "#hints")
        await press(pilot, "question_mark")
        assert "c, Ctrl+K" in said(app)
        await press(pilot, "escape", "ctrl+p", *"sua chi tieu", "enter")
        assert isinstance(app.screen, EditScreen)


Compare = Callable[..., bool]
SCENES = {
    "choices": (PORTAL, ("c",)),
    "question": (HOSTT, ("c", *"muc", "enter", *"55", "enter")),
}


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
@pytest.mark.parametrize("scene", SCENES)
def test_picture(scene: str, size: tuple[int, int], small: Settings, snap_compare: Compare) -> None:
    line, keys = SCENES[scene]

    async def play(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await press(pilot, "3")
        await onto(line)(pilot)
        await press(pilot, *keys)

    app = make_app(small, "37", access="editor")
    assert snap_compare(app, terminal_size=size, run_before=play)
