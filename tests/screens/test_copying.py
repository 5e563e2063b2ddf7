"""The line under the cursor is copied with its source, period and day, and the user is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.app import BriefingApp
from briefing.display import Display, Glyphs
from briefing.pages.line import Link, LinkKind
from briefing.settings import Settings
from tests.screens.app_factory import press, said, settle
from tests.screens.scenes import Scene, Step, onto
from tests.screens.test_states import odd  # noqa: F401

INDICATOR = Link(LinkKind.INDICATOR, "ho_so_truc_tuyen")


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's state folder of its own, and a terminal that takes copies."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    for name in ("TMUX", "STY", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("WT_SESSION", "1")
    return tmp_path


async def copied(
    scene: Scene, settings: Settings, state: Path, key: str = "y", size: tuple[int, int] = (80, 24)
) -> tuple[list[str], str]:
    """The lines that the key copies, and what is said about it."""
    app = scene.app(settings)
    async with app.run_test(size=size) as pilot:
        await scene.play(pilot)
        await press(pilot, key)
        await settle(pilot)
        told = said(app, "#detail")
    text = (state / "briefing" / "copied.txt").read_text(encoding="utf-8")
    return text.splitlines(), told


CASES: dict[str, tuple[str, tuple[Step, ...], list[str]]] = {
    "task": (
        "49",
        (),
        [
            "Tỉnh Quảng Nam: ◆ còn 4 ngày làm việc · Kết nối chính thức LGSP với cơ sở dữ liệu "
            "quốc gia về dân cư · hạn trong tháng 4.2022 · văn bản 1491/KH-UBND",
            "Nguồn: Báo Quảng Nam 25/04/2022, đoạn 10 · số liệu đến 25/04/2022",
        ],
    ),
    "target": (
        "24",
        ("2", onto("Hồ sơ thủ tục hành chính")),
        [
            "Tỉnh Bắc Giang: ✔ đạt · Hồ sơ thủ tục hành chính xử lý trực tuyến · số liệu 79,15%"
            " · mức đề ra > 60% · hạn 31/12/2023 · hạn trong văn bản 2023",
            "Kỳ: đến 31/03/2023 · Nguồn: Bài ký tên Bá Đoàn, không ghi ngày (từ 31/03/2023), "
            "đoạn 7 · số liệu đến 31/03/2023",
        ],
    ),
    "counts": (
        "49",
        (onto("Thể chế số"),),
        [
            "Tỉnh Quảng Nam: Thể chế số · đạt 0 · đang làm 2 · chậm 0"
            " · mức đạt bình quân 62% của 2/2 chỉ tiêu · số liệu 2",
            "số liệu đến 25/04/2022",
        ],
    ),
    "compare": (
        "37",
        ("4",),
        [
            "Tỷ lệ hồ sơ trực tuyến",
            "Ninh Bình: 69,83% (năm 2023; Báo Ninh Bình 07/01/2024, đoạn 18; "
            "339.252/485.762 = 69,84%, nguồn ghi 69,83%)",
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
async def test_a_line_is_copied_with_its_source_period_and_day(
    name: str, shipped: Settings, state: Path
) -> None:
    unit, steps, wanted = CASES[name]
    lines, told = await copied(Scene(unit, steps), shipped, state)
    assert lines[: len(wanted)] == wanted
    assert told.strip().startswith("Đã chép; cũng ghi ở")


async def test_a_comparison_is_copied_with_every_unit_and_its_day(
    shipped: Settings, state: Path
) -> None:
    lines, _ = await copied(Scene("37", ("4",)), shipped, state)
    assert [line.partition(":")[0] for line in lines[1:-1]] == [
        "Ninh Bình", "Bắc Giang", "Hải Dương", "Nghệ An", "Quảng Nam",
    ]  # fmt: skip
    assert lines[4] == "Nghệ An: —"
    assert "kỳ số liệu khác" in lines[3]
    assert lines[-1] == "số liệu đến 07/01/2024"


async def test_what_a_narrow_screen_leaves_out_is_copied_all_the_same(
    shipped: Settings, state: Path
) -> None:
    unit, steps, _ = CASES["task"]
    wide, _ = await copied(Scene(unit, steps), shipped, state, size=(160, 40))
    narrow, _ = await copied(Scene(unit, steps), shipped, state, size=(40, 12))
    assert narrow == wide


async def test_the_other_key_copies_too(shipped: Settings, state: Path) -> None:
    lines, _ = await copied(Scene("49"), shipped, state, key="ctrl+y")
    assert lines == CASES["task"][2]


async def test_copying_speaks_english(shipped: Settings, state: Path) -> None:
    lines, told = await copied(Scene("49", options={"language": "en"}), shipped, state)
    assert lines[1].startswith("Source: Báo Quảng Nam 25 Apr 2022")
    assert told.strip().startswith("Copied; also written to")


async def test_ascii_is_copied_where_only_ascii_is_drawn(shipped: Settings, state: Path) -> None:
    scene = Scene("49", options={"display": Display(glyphs=Glyphs.ASCII)})
    lines, _ = await copied(scene, shipped, state)
    assert lines[0].startswith("Tỉnh Quảng Nam: ~ còn 4 ngày làm việc - Kết nối")


async def test_no_control_character_of_the_data_is_copied(
    odd: Settings,  # noqa: F811
    state: Path,
) -> None:
    for steps in ((), ("down",), ("3",), ("3", "down"), ("4",)):
        lines, _ = await copied(Scene("37", steps), odd, state)
        assert all(line.isprintable() for line in lines)


async def test_a_terminal_that_takes_no_copy_gets_the_file_alone(
    shipped: Settings, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    lines, told = await copied(Scene("49"), shipped, state)
    assert lines == CASES["task"][2]
    assert "không nhận bản chép; đã ghi ở" in " ".join(told.split())


async def test_a_file_that_cannot_be_written_is_told(
    shipped: Settings, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (state / "briefing").write_text("no folder", encoding="utf-8")
    app = await _after_copying(shipped)
    assert app.startswith("Đã chép; không ghi được vào")
    monkeypatch.setenv("TERM", "linux")
    app = await _after_copying(shipped)
    assert app.startswith("Không chép được: không ghi được vào")


async def test_a_page_without_items_has_nothing_to_copy(shipped: Settings) -> None:
    assert await _after_copying(shipped, "question_mark") == "Không có gì để chép ở dòng này."


async def _after_copying(settings: Settings, *keys: str) -> str:
    app: BriefingApp = Scene("49").app(settings)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *keys, "y")
        await settle(pilot)
        return " ".join(said(app, "#detail").split())
