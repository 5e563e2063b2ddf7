"""A bare Textual app: what every budget is a ratio of."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """Shows "hello"; j and k change it, q quits."""

    BINDINGS = [("q", "quit", ""), ("j", "say('j')", ""), ("k", "say('k')", "")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield Static("hello")

    def action_say(self, key: str) -> None:
        """Repaints one line."""
        self.query_one(Static).update(f"hello {key}")


if __name__ == "__main__":
    Bare().run()
