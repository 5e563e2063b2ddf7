"""The frame around a page: a title that gives way, a bar of keys that can be clicked."""

from __future__ import annotations

from textual.app import App, ComposeResult

from briefing.pages.frame import Item
from briefing.theme import DARK
from briefing.widgets.chrome import ItemBar, Masthead

ITEMS = (
    Item("1", "Tổng quan", "app.tab('overview')", True),
    Item("2", "Trụ cột", "app.tab('pillars')"),
    Item("3", "Nhiệm vụ", "app.tab('tasks')"),
)
DAY = "số liệu đến 07/01/2024"


class ChromeApp(App[None]):
    """A masthead and a bar."""

    CSS = "Masthead, ItemBar { height: 1; }"

    def __init__(self, *, tabs: bool = False) -> None:
        super().__init__()
        self._tabs = tabs
        self.clicked: list[str] = []
        self.register_theme(DARK)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The theme's variables."""
        return DARK.variables

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield ItemBar(tabs=self._tabs)

    def on_item_bar_clicked(self, event: ItemBar.Clicked) -> None:
        """Notes the action."""
        self.clicked.append(event.action)

    def title_for(
        self, title: str, subtitle: str, width: int, days: tuple[str, ...] = (DAY,)
    ) -> str:
        """The title line's text."""
        head = self.query_one(Masthead)
        head.show_title(title, subtitle, days, width)
        return head.lines[0].text

    def bar_for(self, width: int) -> str:
        """The bar's text."""
        bar = self.query_one(ItemBar)
        bar.show_items(ITEMS, width)
        return bar.lines[0].text


async def test_title_stands_left_and_day_right() -> None:
    app = ChromeApp()
    async with app.run_test(size=(80, 5)):
        text = app.title_for("Tỉnh Ninh Bình", "Chuyển đổi số", 78)
        assert text.startswith("Tỉnh Ninh Bình  Chuyển đổi số  ")
        assert text.endswith(DAY)
        assert len(text) == 78


async def test_the_subtitle_gives_way_before_the_title_is_cut() -> None:
    app = ChromeApp()
    async with app.run_test(size=(80, 5)):
        text = app.title_for("Tỉnh Ninh Bình", "Chuyển đổi số", 45)
        assert text.split("  ")[0] == "Tỉnh Ninh Bình"
        assert "Chuyển đổi số" not in text
        assert text.endswith(DAY)


async def test_a_long_title_is_cut_with_an_ellipsis_never_the_day() -> None:
    app = ChromeApp()
    async with app.run_test(size=(80, 5)):
        text = app.title_for("Tỷ lệ hồ sơ " * 20, "", 78)
        assert "…" in text
        assert text.endswith(DAY)
        assert len(text) == 78


TWO_DAYS = ("xem tại 07/01/2024 · công bố đến 03/09/2023", "07/01/24, đến 03/09/23")


async def test_the_subtitle_gives_way_then_the_words_of_the_days_then_the_title() -> None:
    app = ChromeApp()
    async with app.run_test(size=(80, 5)):
        wide = app.title_for("Tỉnh Ninh Bình", "Số hóa", 70, TWO_DAYS)
        assert wide.startswith("Tỉnh Ninh Bình  Số hóa  ")
        assert wide.endswith(TWO_DAYS[0])
        room = app.title_for("Tỉnh Ninh Bình", "Số hóa", 62, TWO_DAYS)
        assert "Số hóa" not in room
        assert room.endswith(TWO_DAYS[0])
        short = app.title_for("Tỉnh Ninh Bình", "Số hóa", 40, TWO_DAYS)
        assert short.startswith("Tỉnh Ninh Bình  ")
        assert short.endswith("  " + TWO_DAYS[1])
        tight = app.title_for("Tỉnh Ninh Bình", "Số hóa", 32, TWO_DAYS)
        assert tight.startswith("Tỉnh Ni…")
        assert tight.endswith("  " + TWO_DAYS[1])
        assert len(tight) == 32


async def test_items_move_together_before_one_is_left_out() -> None:
    app = ChromeApp()
    async with app.run_test(size=(80, 5)):
        assert app.bar_for(78) == "1 Tổng quan   2 Trụ cột   3 Nhiệm vụ"
        assert app.bar_for(34) == "1 Tổng quan  2 Trụ cột  3 Nhiệm vụ"
        assert app.bar_for(32) == "1 Tổng quan 2 Trụ cột 3 Nhiệm vụ"
        assert app.bar_for(31) == "1 Tổng quan   3 Nhiệm vụ"


async def test_the_last_hint_stays_since_it_says_where_the_others_are() -> None:
    app = ChromeApp()
    async with app.run_test(size=(80, 5)):
        assert app.bar_for(13) == "3 Nhiệm vụ"


async def test_tabs_lose_their_labels_before_one_is_left_out_the_current_one_never() -> None:
    app = ChromeApp(tabs=True)
    async with app.run_test(size=(80, 5)):
        assert app.bar_for(31) == "1 Tổng quan   2 Trụ cột   3"
        assert app.bar_for(20) == "1 Tổng quan   2   3"


async def test_a_click_on_an_item_runs_its_action_and_between_items_none() -> None:
    app = ChromeApp()
    async with app.run_test(size=(80, 5)) as pilot:
        app.bar_for(78)
        await pilot.click(ItemBar, offset=(16, 0))
        assert app.clicked == ["app.tab('pillars')"]
        await pilot.click(ItemBar, offset=(12, 0))
        await pilot.click(ItemBar, offset=(60, 0))
        assert app.clicked == ["app.tab('pillars')"]
