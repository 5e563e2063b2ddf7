"""A folder that cannot be read: the last good data stays, a banner says why, F8 tells it all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.following import show_problem
from briefing.language import Language, translator
from briefing.opening import sync
from briefing.pages.blocks import Page
from briefing.pages.layout import lay_out
from briefing.pages.problems import MOST_LISTED, MOST_OF_A_KIND, problems_page
from briefing.problems import Fault, Problem, ProblemsError
from briefing.screens.problems import ProblemsScreen, found_in
from briefing.settings import Settings
from briefing.store.errors import DatabaseReadOnly
from tests.screens.app_factory import make_app, page, press, said, settle
from tests.screens.following import PLAN, edit, followed, look, small_workspace

HOSTT = "Hồ sơ trực tuyến đạt 50%"


@pytest.fixture
def small(tmp_path: Path) -> Settings:
    """A small workspace to be spoilt."""
    return small_workspace(tmp_path / "ws")


def spoil(settings: Settings) -> None:
    """Two mistakes in the plan, in its lines 12 and 30 or so."""
    edit(settings, "    goal: 45\n", "    gaol: 45\n")
    edit(settings, "due: 2024-03-31", "due: 2024-13-31")


async def test_a_broken_plan_leaves_the_last_good_data_under_a_banner(small: Settings) -> None:
    async with followed(small) as (app, pilot):
        await press(pilot, "3", "down")
        before, link = said(app), page(app).link
        spoil(small)
        await look(app, pilot)
        assert said(app) == before and page(app).link == link
        banner = said(app, "#banner")
        assert "Đang hiện số liệu đọc lần cuối. F8: 2 lỗi và cách sửa." in banner
        assert f"{PLAN}:" in banner and "gaol" in banner


async def test_the_banner_stands_on_every_page_and_goes_when_the_file_is_mended(
    small: Settings,
) -> None:
    async with followed(small) as (app, pilot):
        good = (small.root / PLAN).read_bytes()
        spoil(small)
        await look(app, pilot)
        await press(pilot, "2")
        assert app.screen.query_one("#banner").display
        (small.root / PLAN).write_bytes(good)
        await look(app, pilot)
        assert not app.screen.query_one("#banner").display
        assert "Dữ liệu đã hết lỗi." in said(app, "#detail")
        await press(pilot, "1")
        assert not app.screen.query("#banner") or not app.screen.query_one("#banner").display


async def test_it_is_mended_too_when_the_old_file_is_put_back_with_its_old_date(
    small: Settings,
) -> None:
    async with followed(small) as (app, pilot):
        kept = small.root / "kept"
        (small.root / PLAN).rename(kept)
        (small.root / PLAN).write_text("plan: [", encoding="utf-8")
        await look(app, pilot)
        assert app.trouble is not None
        kept.rename(small.root / PLAN)
        await look(app, pilot)
        assert app.trouble is None and not app.screen.query_one("#banner").display


async def test_f8_lists_every_mistake_with_its_place_and_remedy(small: Settings) -> None:
    async with followed(small) as (app, pilot):
        spoil(small)
        await look(app, pilot)
        await press(pilot, "f8")
        assert isinstance(app.screen, ProblemsScreen) and not app.screen.query("#banner")
        found = found_in(small.root)
        assert len(found.errors) >= 2
        shown = " ".join(said(app).split())
        for problem in found.errors:
            assert f"{problem.line}:{problem.column}" in shown
            assert problem.text() in shown and problem.remedy_text() in shown
        await press(pilot, "escape")
        assert not isinstance(app.screen, ProblemsScreen)


async def test_the_list_follows_the_folder_while_it_is_open(small: Settings) -> None:
    async with followed(small) as (app, pilot):
        await press(pilot, "f8")
        assert "không có lỗi nào" in said(app)
        spoil(small)
        await look(app, pilot)
        assert "gaol" in said(app) and "2024-13-31" in said(app)
        edit(small, "    gaol: 45\n", "    goal: 45\n")
        await look(app, pilot)
        assert "gaol" not in said(app) and "2024-13-31" in said(app)
        edit(small, "due: 2024-13-31", "due: 2024-03-31")
        await look(app, pilot)
        assert "không có lỗi nào" in said(app)


async def test_a_config_that_cannot_be_read_is_told_the_same_way(small: Settings) -> None:
    async with followed(small) as (app, pilot):
        edit(small, "theme: dark", "theme: drak", "config.yaml")
        await look(app, pilot)
        assert "config.yaml:4:8" in said(app, "#banner")
        await press(pilot, "v")
        assert "“drak”" in said(app)


async def test_a_database_that_cannot_be_written_is_told_before_the_problems(
    small: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise DatabaseReadOnly(small.database, "read-only")

    async with followed(small) as (app, pilot):
        monkeypatch.setattr("briefing.opening.sync", refuse)
        edit(small, HOSTT, "Khác")
        await look(app, pilot)
        assert "Không ghi được cơ sở dữ liệu" in said(app, "#banner")
        await press(pilot, "f8")
        assert "Không ghi được cơ sở dữ liệu" in said(app)


def text_of(page: Page) -> str:
    """What a wide page says."""
    return "\n".join(line.text for line in lay_out(page, 160))


FAULT = Fault("odd", "Lạ quá {number}.", "Xem lại.", warning=True)


def test_warnings_stand_below_the_mistakes_and_say_that_they_stop_nothing() -> None:
    mistake = Problem(
        path="data/plans/a.yaml", fault=Fault("bad", "Sai.", "Sửa."), line=3, column=1
    )
    warning = Problem(path="data/plans/b.yaml", fault=FAULT, line=5, params={"number": 7})
    text = text_of(problems_page([mistake], [warning], (), translator(Language.VI)))
    assert text.index("Sai. Sửa.") < text.index("không ngăn việc đọc") < text.index("Lạ quá 7.")
    assert (
        "1 lỗi, 1 cảnh báo"
        in problems_page([mistake], [warning], (), translator(Language.VI)).subtitle
    )


def test_warnings_of_a_kind_say_once_what_to_do_and_the_rare_kind_stands_first() -> None:
    rare = Fault("rare", "Hiếm.", "Việc hiếm.", warning=True)
    many = [
        Problem(path="data/plans/b.yaml", fault=FAULT, line=n, params={"number": n})
        for n in range(1, MOST_OF_A_KIND + 6)
    ]
    one = Problem(path="data/plans/c.yaml", fault=rare, line=9)
    text = text_of(problems_page((), [*many, one], (), translator(Language.VI)))
    assert text.count("Xem lại.") == 1 and text.index("Hiếm.") < text.index("Lạ quá 1.")
    assert "plans/b.yaml:7" in text and "Còn 5 mục nữa" in text


def test_of_thousands_of_problems_the_first_are_listed_and_the_rest_counted() -> None:
    many = [
        Problem(path="data/plans/a.yaml", fault=FAULT, line=n, params={"number": n})
        for n in range(1, MOST_LISTED + 1001)
    ]
    text = text_of(problems_page(many, (), (), translator(Language.VI)))
    assert "Còn 1.000 mục nữa" in text and "briefing check" in text
    assert f"Lạ quá {MOST_LISTED}." in text and f"Lạ quá {MOST_LISTED + 1}." not in text


Compare = Callable[..., bool]
SIZES = [(80, 24), (120, 36)]


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x36"])
@pytest.mark.parametrize("scene", ["banner", "list"])
def test_picture(scene: str, size: tuple[int, int], small: Settings, snap_compare: Compare) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await settle(pilot)
        spoil(small)
        with pytest.raises(ProblemsError) as told:
            sync(small)
        show_problem(app, told.value)
        await settle(pilot)
        if scene == "list":
            await press(pilot, "f8")

    app = make_app(small, "37")
    assert snap_compare(app, terminal_size=size, run_before=play)
